"""Speakers: from the head of a source phrase to a link of the chain, with its role, channel, addressee and day."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Analysis, Mention, MentionForm
from hearsay.records.span import Span
from hearsay.records.statement import Anonymity, Speaker
from hearsay.records.tree import Tree
from hearsay.statements.issuers import Issuers
from hearsay.statements.reported import Attribution
from hearsay.vocabulary.nouns import is_collective, person_role
from hearsay.vocabulary.outlets import outlet_named

_REQUESTED = re.compile(
    r"\b(?:condition (?:of|that)\b[^.]{0,30}\b(?:anonymity|not (?:be )?(?:named|identified))|anonymity|"
    r"(?:not|n[’']t) (?:to )?(?:be )?(?:named|identified|authori[sz]ed)|declin\w+ to (?:be )?(?:named|identified|give)|"
    r"withh[eo]ld\w*\b[^.]{0,20}\bname|unnamed at)",
    re.IGNORECASE,
)
_CHANNELS = frozenset(
    """statement communique communiqué video tape letter leaflet telephone phone email e-mail website twitter facebook
    telegram radio television tv broadcast interview conference press-conference message post note call audio
    recording magazine newspaper agency""".split()
)
_NEAR = 5
_DENYING = frozenset({"deny", "dispute", "reject", "refute"})
_TELLING = frozenset({"tell", "inform", "brief", "assure", "warn", "advise"})


class Speakers:
    """Makes the links of speaker chains for one analysis."""

    def __init__(self, analysis: Analysis, found: Sequence[Attribution] = ()) -> None:
        self._analysis = analysis
        self._issuers = Issuers(analysis, found)
        self._tree = Tree(analysis.tokens)
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in analysis.actors}
        self._mentions: dict[int, Mention] = {mention.head: mention for mention in analysis.mentions}

    def narrator(self) -> Speaker:
        """The outermost link: the agency whose copy it is, else the outlet, else the report itself."""
        document = self._analysis.document
        name = document.agency or document.outlet
        if name is None:
            return Speaker(actor=None, name="the report", anonymity=Anonymity.UNNAMED)
        folded, outlet = name.casefold(), outlet_named(name)
        named = [a for a in self._analysis.actors if folded in {n.casefold() for n in (a.name, *a.names)}]
        media = [a for a in self._analysis.actors if a.kind in {ActorKind.NEWS_AGENCY, ActorKind.OUTLET}]
        same = [a for a in media if outlet and any(outlet_named(n) == outlet for n in (a.name, *a.names))]
        actor = next(iter((*named, *same)), None)
        return Speaker(actor=actor.id if actor else None, name=name, anonymity=Anonymity.NAMED)

    def at(self, source: int, attribution: Attribution | None = None) -> Speaker:
        """The link for the source phrase with this head; channel, addressee and day are those of the attribution."""
        issued = source
        issuer = self._issuers.of(source)
        source = self._named_beside(source if issuer is None else issuer)
        mention = self._mentions.get(source)
        actor = self._actors.get(mention.actor) if mention else None
        cue = attribution.cue_token if attribution else None
        return Speaker(
            actor=actor.id if actor else None,
            name=self._name(source, mention, actor),
            anonymity=self._anonymity(source, actor),
            role=self._role(source, actor),
            channel=self._channel(cue) if cue is not None and issuer is None else self._as_channel(issued, issuer),
            addressee=self._addressee(cue) if cue is not None else None,
            said=self._said(cue, attribution) if cue is not None and attribution else None,
        )

    def beside(self, source: int) -> list[int]:
        """The heads of who else speaks: those coordinated with the source, or with whoever issued it."""
        issuer = self._issuers.of(source)
        first = source if issuer is None else issuer
        return [i for i in self._tree.conjuncts(first) if i != first and i in self._mentions]

    def _named_beside(self, source: int) -> int:
        """The name that stands in apposition to a description: "the governor, Maria Lopez"."""
        own = self._mentions.get(source)
        if own is not None and own.form is MentionForm.NAME:
            return source
        for index in self._tree.children(source, "appos", "flat"):
            mention = self._mentions.get(index)
            actor = self._actors.get(mention.actor) if mention else None
            if mention is not None and mention.form is MentionForm.NAME and actor and actor.kind is ActorKind.PERSON:
                return index
        return source

    def _text(self, span: Span) -> str:
        return " ".join(span.of(self._analysis.document.text).split())

    def _name(self, source: int, mention: Mention | None, actor: Actor | None) -> str:
        """The words of the phrase, but for a pronoun, which says less than the name of its actor."""
        if actor is not None and (mention is None or mention.form is not MentionForm.NOMINAL):
            return actor.name
        if mention is not None and mention.form is MentionForm.NOMINAL:
            return self._text(mention.span)
        return self._text(self._with_names_before(self._tree.phrase(source), source))

    def _with_names_before(self, phrase: Span, source: int) -> Span:
        """The phrase of a name with the names right before it that the parser hangs elsewhere: "Radio" + "Velmar"."""
        tokens = self._tree.tokens
        first = source
        while first > 0 and tokens[source].tag == "PROPN" and tokens[first - 1].tag == "PROPN":
            first -= 1
        return Span(min(phrase.start, tokens[first].span.start), phrase.end)

    def _anonymity(self, source: int, actor: Actor | None) -> Anonymity:
        token = self._tree.tokens[source]
        if actor is not None and self._is_named(actor):
            return Anonymity.NAMED
        sentence = next(s for s in self._analysis.sentences if s.first <= source < s.last)
        if _REQUESTED.search(self._text(sentence.span)):
            return Anonymity.REQUESTED
        plural = token.text.lower() != token.lemma.lower() and token.text.lower().endswith("s")
        if plural or is_collective(token.lemma) or token.lemma.lower() in {"police", "people", "they"}:
            return Anonymity.COLLECTIVE
        return Anonymity.UNNAMED

    def _is_named(self, actor: Actor) -> bool:
        """True when some mention of the actor is by name; "police" and "officials" are collectives, not names."""
        return actor.registry_id is not None or any(
            m.form is MentionForm.NAME for m in self._analysis.mentions if m.actor == actor.id
        )

    def _role(self, source: int, actor: Actor | None) -> str | None:
        """What a named person is: "a spokesman for X", from apposition or from the words before the name."""
        tree = self._tree
        if actor is None or actor.kind is not ActorKind.PERSON:
            return None
        heads = [m.head for m in self._analysis.mentions if m.actor == actor.id and m.form is MentionForm.NOMINAL]
        apposed = [i for m in self._mentions.values() if m.actor == actor.id for i in tree.children(m.head, "appos")]
        for head in [source, *apposed, *heads]:
            if person_role(tree.tokens[head].lemma) is not None and not self._is_denied(head):
                return self._text(tree.phrase(head))
        return None

    def _is_denied(self, head: int) -> bool:
        """True for the member of "denied that he was a member": what somebody denies to be, or is not."""
        above = [i for i in self._tree.ancestors(head) if self._tree.tokens[i].tag == "VERB"]
        return self._tree.is_negated(head) or any(self._tree.tokens[i].lemma in _DENYING for i in above[:2])

    def _channel(self, cue: int) -> str | None:
        """ "in a statement", "by telephone": of the cue, right behind it, or of "speaking on television"."""
        tree = self._tree
        behind = [i for i in range(cue + 1, min(cue + _NEAR, len(tree.tokens))) if tree.is_relation(i, "obl")]
        speaking = [i for i in tree.children(cue, "advcl") if tree.tokens[i].lemma in {"speak", "write", "talk"}]
        further = [i for clause in speaking for i in tree.children(clause, "obl")]
        for index in (*tree.children(cue, "obl"), *behind, *further):
            if (
                tree.tokens[index].lemma.lower() in _CHANNELS
                and tree.case_of(index) is not None
                and self._through(index)
            ):
                case = tree.children(index, "case")[0]
                return self._text(Span(tree.tokens[case].span.start, tree.phrase(index).end))
        return None

    def _through(self, index: int) -> bool:
        """False for who speaks ("quoted by the newspaper"), true for a means ("by telephone")."""
        return self._tree.case_of(index) != "by" or not self._tree.children(index, "det")

    def _as_channel(self, issued: int, issuer: int | None) -> str | None:
        """The statement through which its issuer speaks."""
        return None if issuer is None else self._text(self._tree.phrase(issued))

    def _addressee(self, cue: int) -> str | None:
        """Whom it was told: the object of "tell", the "to" phrase of "say"; an actor's id where it is one."""
        tree = self._tree
        heads: list[int] = []
        if tree.tokens[cue].lemma in _TELLING:
            heads = tree.children(cue, "iobj", "obj")
        heads += [i for i in tree.children(cue, "obl") if tree.case_of(i) == "to"]
        if not heads:
            return None
        mention = self._mentions.get(heads[0])
        return mention.actor if mention is not None else self._text(tree.phrase(heads[0]))

    def _said(self, cue: int, attribution: Attribution) -> str | None:
        """When it was said: a temporal expression below the cue and outside of what was said."""
        tree = self._tree
        below = [i for i in tree.subtree(cue) if not attribution.covers(i)]
        if not below:
            return None
        first, last = tree.tokens[min(below)].span.start, tree.tokens[max(below)].span.end
        for time in self._analysis.times:
            if time.span.end <= first or last <= time.span.start:
                continue
            top = next((i for i in below if time.span.overlaps(tree.tokens[i].span)), None)
            if top is not None and time.value is not None and self._hangs_on(top, cue):
                return time.value
        return None

    def _hangs_on(self, index: int, cue: int) -> bool:
        """True when no clause of its own stands between a time and the cue."""
        for above in self._tree.ancestors(index):
            if above == cue:
                return True
            if self._tree.tokens[above].tag == "VERB":
                return False
        return False


def same_speaker(one: Speaker, other: Speaker) -> bool:
    """True when two links are the same actor, or the same words where no actor is known."""
    if one.actor is not None or other.actor is not None:
        return one.actor == other.actor
    return one.name.casefold() == other.name.casefold()


def chain(links: Sequence[Speaker]) -> tuple[Speaker, ...]:
    """The links without immediate repetitions: nobody reports themselves."""
    kept: list[Speaker] = []
    for link in links:
        if not kept or not same_speaker(kept[-1], link):
            kept.append(link)
    return tuple(kept)
