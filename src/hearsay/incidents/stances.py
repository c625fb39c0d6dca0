"""Who is said to have done it, and how: the stance is worked out from who says so."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.document import BlockKind
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.incident import Claims, Part, Perpetrator, Stance
from hearsay.records.relation import RelationKind
from hearsay.records.statement import Certainty, Form, Polarity, Speaker, Statement
from hearsay.records.tree import Tree
from hearsay.vocabulary.communities import community
from hearsay.vocabulary.countries import demonym_country
from hearsay.vocabulary.nouns import actor_noun, person_role

_PARTS = {RoleName.PERPETRATOR: Part.PERPETRATOR, RoleName.PLANNER: Part.PLANNER, RoleName.SPONSOR: Part.SPONSOR}
_SUSPECTED = frozenset({"suspected", "alleged", "presumed", "apparent", "suspect", "supposed"})
_TAKEN_FOR = frozenset({"believe", "think", "suspect", "presume", "say", "allege", "claim"})
_MILITARY = frozenset(
    """army military troop soldier navy marine force airman paratrooper commando warplane jet gunship helicopter
    artillery serviceman""".split()
)
_POLICE = frozenset({"police", "policeman", "officer", "constable", "gendarme", "detective"})
_FORCES = (_MILITARY, _POLICE)
_OFFICIAL = frozenset({"police", "army", "military", "defence", "defense", "minister", "ministry", "government"})
_SPEAKING_FOR = (_MILITARY | {"defence", "defense"}, _POLICE)
_ORGAN_RELATIONS = frozenset({RelationKind.SPOKESPERSON_OF, RelationKind.MEMBER_OF})
_LED = RelationKind.LED_BY
_BY_DEED = frozenset(
    """attacker assailant gunman bomber killer kidnapper hijacker shooter perpetrator terrorist raider intruder suspect
    man woman youth person people stranger criminal bandit robber robbers arsonist culprit hostage-taker knifeman
    sniper motorcyclist driver individual two three four""".split()
)
_FIGHTERS = frozenset("fighter mujahideen mujahid member soldier commando bomber warrior martyr operative".split())
_ACCUSATIONS = frozenset(
    f"attribution:{cue}" for cue in ("accuse", "blame", "suspect", "allege", "charge", "condemn", "accusation")
)
_COUNTING = frozenset({"group", "gang", "band", "number", "pair", "couple", "dozen", "score", "handful", "team"})
_SEVERAL_GROUPS = frozenset({"groups", "factions", "organisations", "organizations", "outfits", "sides"})
_WE = frozenset({"we", "i", "us", "our", "ours", "mine", "my"})
_JOINT = frozenset(
    {"responsibility:work", "responsibility:act", "responsibility:cooperate", "responsibility:collaborate"}
)
_TOLD_BY_SOMEBODY = frozenset({Stance.ACCUSED, Stance.SUSPECTED, Stance.CLAIMED})
_KIN = frozenset({RelationKind.FACTION_OF, RelationKind.ALIAS_OF})


class Affiliations:
    """Which actors speak for which: a group's spokesman, leader or faction speaks as the group."""

    def __init__(self, analysis: Analysis) -> None:
        self._of: dict[str, set[str]] = {}
        self._kin: set[frozenset[str]] = set()
        self._described = _descriptions(analysis)
        self._kinds = {actor.id: actor.kind for actor in analysis.actors}
        self._countries = {actor.id: actor.country for actor in analysis.actors}
        self._names = {a.id: {_bare(n) for n in (a.name, *a.names)} for a in analysis.actors}
        self._fighters = _nominal_only(analysis, _FIGHTERS)
        self._from_relations(analysis)
        self._from_phrases(analysis)

    def speaks_for(self, speaker: str, actor: str) -> bool:
        """True when the speaker is the actor, its organ, or its faction."""
        spoken_for = {speaker, *self._of.get(speaker, ())}
        return actor in spoken_for or any(frozenset({s, actor}) in self._kin for s in spoken_for)

    def speaks_as_force(self, speaker: Speaker, actor: str) -> bool:
        """True for "the military" and "an army spokesman" of "troops", and for the police of "officers": a force
        speaks of its own. The doer must be no more than that, and of no other country."""
        words = _lemmas_in(f"{speaker.name} {speaker.role or ''}")
        doer = self._described.get(actor)
        if doer is None:
            return False
        return any(doer <= theirs and words & ours for theirs, ours in zip(_FORCES, _SPEAKING_FOR, strict=True))

    def is_called(self, speaker: Speaker, actor: str | None) -> bool:
        """True where the words for a speaker whom nothing ties to an actor are a name of that actor."""
        return speaker.actor is None and speaker.name.casefold() in self._names.get(actor or "", ())

    def speaks_of_its_fighters(self, speaker: str, actor: str) -> bool:
        """True for an armed group, or who speaks for one, of "fighters" whom the report gives to nobody."""
        return actor in self._fighters and self._kinds.get(self.body_of(speaker)) is ActorKind.ARMED_GROUP

    def answers_for(self, speaker: Speaker, actor: str) -> bool:
        """True for a state's force, or who speaks for one or for the government, of another force of that state."""
        if self._kinds.get(actor) is not ActorKind.STATE_FORCE:
            return False
        told = speaker.actor or ""
        bodies = {told, *self._of.get(told, ())}
        official = bool(_lemmas_in(f"{speaker.name} {speaker.role or ''}") & _OFFICIAL)
        side = official or any(self._kinds.get(b) in {ActorKind.STATE_FORCE, ActorKind.GOVERNMENT} for b in bodies)
        countries = {c for a in (*bodies, actor) if (c := self._countries.get(a)) is not None}
        return side and len(countries) < 2

    def is_foe(self, actor: str | None) -> bool:
        """True for an armed group: what a state says that its forces did to one is no accusation."""
        return self._kinds.get(actor or "") is ActorKind.ARMED_GROUP

    def body_of(self, speaker: str) -> str:
        """Whom a speaker means by "we": the one body that they speak for, else themselves."""
        bodies = sorted(self._of.get(speaker, ()))
        return bodies[0] if len(bodies) == 1 else speaker

    def are_kin(self, one: str, other: str) -> bool:
        """True for a faction and its parent, or two names of one."""
        return one == other or frozenset({one, other}) in self._kin

    def _from_relations(self, analysis: Analysis) -> None:
        for frame in analysis.frames:
            if not frame.is_relation or frame.negated:
                continue
            subject = next((f.reference for f in frame.fillers_of(RoleName.SUBJECT)), None)
            other = next((f.reference for f in frame.fillers_of(RoleName.OBJECT)), None)
            if subject is None or other is None:
                continue
            if frame.kind in _ORGAN_RELATIONS:
                self._of.setdefault(subject, set()).add(other)
            elif frame.kind == _LED:
                self._of.setdefault(other, set()).add(subject)
            elif frame.kind in _KIN:
                self._kin.add(frozenset({subject, other}))

    def _from_phrases(self, analysis: Analysis) -> None:
        """ "Taliban spokesman X", "a commander of the group": the actor named inside a person's own phrase."""
        tree = Tree(analysis.tokens)
        bodies = {a.id for a in analysis.actors if a.kind is not ActorKind.PERSON}
        mentions = {m.head: m.actor for m in analysis.mentions}
        for mention in analysis.mentions:
            if person_role(tree.tokens[mention.head].lemma) is None:
                continue
            inside = tree.children(mention.head, "nmod", "compound", "amod", "nmod:poss")
            spoken_for = [i for c in tree.children(mention.head, "acl") for i in _represented(tree, c)]
            self._of.setdefault(mention.actor, set()).update(
                mentions[i] for i in spoken_for if mentions.get(i) in bodies - {mention.actor}
            )
            for index in inside:
                actor = mentions.get(index)
                if (
                    actor in bodies
                    and actor != mention.actor
                    and tree.case_of(index) in {None, "for", "of", "from", "with"}
                ):
                    self._of.setdefault(mention.actor, set()).add(actor)


def _descriptions(analysis: Analysis) -> dict[str, set[str]]:
    """The nouns of the state forces that the report only describes, without a country: "troops", "the soldiers"."""
    named = {m.actor for m in analysis.mentions if m.form is MentionForm.NAME}
    forces = {a.id for a in analysis.actors if a.kind is ActorKind.STATE_FORCE and a.country is None}
    found: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        if mention.form is MentionForm.NOMINAL and mention.actor in forces - named:
            found.setdefault(mention.actor, set()).add(analysis.tokens[mention.head].lemma.lower())
    return found


def _nominal_only(analysis: Analysis, lemmas: frozenset[str]) -> frozenset[str]:
    """The actors that the report only calls by these nouns, with nothing before them."""
    named = {m.actor for m in analysis.mentions if m.form is MentionForm.NAME}
    words: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        if mention.form is MentionForm.NOMINAL:
            bare = len(mention.span.of(analysis.document.text).split()) == 1
            words.setdefault(mention.actor, set()).add(analysis.tokens[mention.head].lemma.lower() if bare else "")
    return frozenset(actor for actor, found in words.items() if actor not in named and found <= lemmas)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _lemmas_in(words: str) -> set[str]:
    """The words of a phrase, lower case, with their plural endings cut."""
    return {part for word in words.lower().split() for part in (word, word.removesuffix("s"))}


def _represented(tree: Tree, clause: int) -> list[int]:
    """Whom a person speaks for: "a caller who spoke for X", "a man claiming to represent X"."""
    lemma = tree.tokens[clause].lemma
    if lemma in {"claim", "purport"}:
        return [i for c in tree.children(clause, "xcomp") for i in _represented(tree, c)]
    if lemma == "represent":
        return tree.children(clause, "obj")
    if lemma in {"speak", "call", "phone"}:
        below = [i for i in tree.children(clause, "obl") if tree.case_of(i) in {"for", "on"}]
        return [i for b in below for i in (b, *tree.children(b, "nmod"))]
    return []


def perpetrators(
    analysis: Analysis,
    tree: Tree,
    frames: Sequence[Frame],
    statements: Mapping[str, Statement],
    affiliations: Affiliations,
) -> tuple[Perpetrator, ...]:
    """What each frame says of who did it. `statements` are by frame id, `tree` is that of the analysis."""
    found: dict[tuple[str, Part, Stance, str | None], Perpetrator] = {}
    titled = _titled(analysis)
    shouted: set[tuple[str, Part, Stance, str | None]] = set()
    named = {m.actor for m in analysis.mentions if m.form is MentionForm.NAME}
    persons = {a.id for a in analysis.actors if a.kind is ActorKind.PERSON}
    nobodies = _nobodies(analysis, tree, named)
    for frame in frames:
        statement = statements[frame.id]
        doers = list(_doers(frame, statement, affiliations, tree, named, persons))
        for filler, part in doers:
            stance = stance_of(frame, filler, statement, affiliations, tree)
            if stance is None or filler.reference is None or filler.reference in nobodies:
                continue
            key = (filler.reference, part, stance, statement.speakers[-1].actor or statement.speakers[-1].name)
            if frame.token not in titled:
                shouted.discard(key)
            elif key not in found:
                shouted.add(key)
            if key not in found:
                found[key] = Perpetrator(
                    actor=filler.reference,
                    role=part,
                    stance=stance,
                    partners=_partners(frame, filler, affiliations),
                    support=_support(analysis, frame),
                    statement=statement.id,
                )
    told = {(p.actor, p.role) for p in found.values() if p.stance in _TOLD_BY_SOMEBODY}
    return tuple(
        p
        for key, p in found.items()
        if not (key in shouted and p.stance is Stance.REPORTED and (p.actor, p.role) in told)
    )


def _titled(analysis: Analysis) -> frozenset[int]:
    """The tokens of headlines: a headline leaves out who says so, which is no word of the report's own where its
    text gives that word to somebody."""
    lines = [s for s in analysis.sentences if s.block is BlockKind.HEADLINE]
    return frozenset(i for s in lines for i in range(s.first, s.last))


def _nobodies(analysis: Analysis, tree: Tree, named: set[str]) -> set[str]:
    """Actors that are known by their deed alone: that "gunmen" did it, or "rival groups", tells nobody."""
    described: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        if mention.form is MentionForm.NOMINAL:
            token = tree.tokens[_counted(tree, mention.head)]
            several = token.text.lower() in _SEVERAL_GROUPS
            word = "people" if several else _one_of(token.lemma.lower())
            before = tree.children(mention.head, "amod", "compound")
            word = next((w for i in before if (w := tree.tokens[i].text) and _tells_of_side(w)), word)
            described.setdefault(mention.actor, set()).add(word)
    return {actor for actor, lemmas in described.items() if actor not in named and lemmas <= _BY_DEED}


def _counted(tree: Tree, head: int) -> int:
    """ "Gunmen" of "a group of ten gunmen"."""
    below = [i for i in tree.children(head, "nmod") if tree.case_of(i) == "of"]
    return below[0] if below and tree.tokens[head].lemma.lower() in _COUNTING else head


def _one_of(lemma: str) -> str:
    """ "gunman" for "gunmen", which taggers take for a word of its own."""
    return f"{lemma[:-3]}man" if lemma.endswith("men") else lemma


def _tells_of_side(word: str) -> bool:
    """True for the "separatist" of "separatist gunmen", the "Fulani" of "Fulani gunmen": more than their deed."""
    noun = actor_noun(word.lower())
    armed = noun is not None and noun.kind is ActorKind.ARMED_GROUP and not noun.doubtful
    return (armed and word.lower() not in _BY_DEED) or demonym_country(word) is not None or community(word) is not None


def _doers(
    frame: Frame,
    statement: Statement,
    affiliations: Affiliations,
    tree: Tree,
    named: set[str],
    persons: set[str],
) -> Iterator[tuple[Filler, Part]]:
    """Who did it by this frame; "we" and "our fighters" are the body that the speaker speaks for."""
    for filler in frame.fillers:
        if filler.role not in _PARTS:
            continue
        speaker = statement.speakers[-1].actor
        if speaker is not None and _is_own(tree, filler, named):
            body = affiliations.body_of(speaker)
            if body != speaker or speaker not in persons or not _is_plural_we(tree, filler):
                yield replace(filler, reference=body), _PARTS[filler.role]
        elif _is_pronoun_for_speaker(tree, filler, statement):
            continue
        elif speaker is not None and affiliations.speaks_of_its_fighters(speaker, filler.reference or ""):
            yield replace(filler, reference=affiliations.body_of(speaker)), _PARTS[filler.role]
        elif filler.reference is not None:
            yield filler, _PARTS[filler.role]


def _is_own(tree: Tree, filler: Filler, named: set[str]) -> bool:
    """True for "we", "ours", "our fighters": words that mean the side of whoever says them."""
    if filler.reference in named:
        return False
    owners = tree.children(filler.head, "nmod:poss")
    words = [tree.tokens[i].text.lower() for i in (filler.head, *owners)]
    return (filler.reference is None and words[0] in _WE) or any(word in {"our", "my"} for word in words[1:])


def _is_plural_we(tree: Tree, filler: Filler) -> bool:
    """True for the "we" of somebody whose side the report does not tell: it is not that person alone."""
    return tree.tokens[filler.head].text.lower() in {"we", "us", "our", "ours"}


def _is_pronoun_for_speaker(tree: Tree, filler: Filler, statement: Statement) -> bool:
    """True for a pronoun that was taken for whoever speaks: the "he" of quoted words is not who says them, and who
    only passes words on did not do what they tell."""
    if tree.tokens[filler.head].tag != "PRON" or filler.reference is None:
        return False
    *outer, last = statement.speakers
    passed_on = any(link.actor == filler.reference != last.actor for link in outer)
    return passed_on or (statement.form is Form.DIRECT and last.actor == filler.reference)


def _partners(frame: Frame, doer: Filler, affiliations: Affiliations) -> tuple[str, ...]:
    """Those said to have acted with the doer: the partners named, and in a joint deed the other doers."""
    named = [f.reference for f in frame.fillers_of(RoleName.PARTNER) if f.reference]
    if frame.by in _JOINT:
        named += [f.reference for f in frame.fillers_of(RoleName.PERPETRATOR) if f.reference]
    kept = [n for n in dict.fromkeys(named) if doer.reference and not affiliations.are_kin(n, doer.reference)]
    return tuple(kept)


def _support(analysis: Analysis, frame: Frame) -> str | None:
    shown = frame.fillers_of(RoleName.SUPPORT)
    return " ".join(shown[0].span.of(analysis.document.text).split()) if shown else None


def stance_of(
    frame: Frame, doer: Filler, statement: Statement, affiliations: Affiliations, tree: Tree
) -> Stance | None:
    """Claimed and denied are said by the actor itself or its organ; accused and suspected by somebody else, certain
    and hedged; credited where others give the credit; reported in the report's own voice. None where somebody else
    says that the actor did not do it."""
    if statement.certainty is Certainty.UNCLEAR:
        return None  # a question with no answer
    negative = statement.polarity is Polarity.NEGATIVE
    speaker = statement.speakers[-1].actor if len(statement.speakers) > 1 else None
    own = speaker is not None and doer.reference is not None and affiliations.speaks_for(speaker, doer.reference)
    if len(statement.speakers) > 1 and doer.reference is not None and not own:
        own = affiliations.speaks_as_force(statement.speakers[-1], doer.reference)
        struck = [f for role in (RoleName.VICTIM, RoleName.TARGET) for f in frame.fillers_of(role)]
        if struck and all(affiliations.is_foe(f.reference) for f in struck):
            own = own or affiliations.answers_for(statement.speakers[-1], doer.reference)
    if frame.act is Act.CLAIM:
        return None if negative else Stance.CLAIMED  # who does not claim it has not denied it
    if frame.act is Act.DENIAL and frame.negated:
        return None  # "would neither confirm nor deny it"
    if frame.act is Act.DENIAL or (own and negative):
        return Stance.DENIED if own or frame.act is Act.DENIAL else None
    if negative:
        return None
    if frame.by in _JOINT and frame.antecedent is None and not own:
        return None  # that two "worked together" is a word on a deed only where one of them owns up to it
    if frame.act is Act.CREDIT:
        return Stance.CREDITED
    if own or affiliations.is_called(statement.speakers[-1], doer.reference):
        # who accuses does not accuse themselves: there the doer was mistaken
        return None if frame.act is Act.BLAME or _accuses(statement) else Stance.CLAIMED
    if _is_hedged(frame, doer, statement, tree):
        return Stance.SUSPECTED
    told_by_other = len(statement.speakers) > 1 or frame.act is Act.BLAME
    return Stance.ACCUSED if told_by_other else Stance.REPORTED


def _accuses(statement: Statement) -> bool:
    return len(statement.speakers) > 1 and statement.by[-1] in _ACCUSATIONS


def _is_hedged(frame: Frame, doer: Filler, statement: Statement, tree: Tree) -> bool:
    before = [doer.head, *tree.children(doer.head, "compound", "nmod", "flat")]
    words = {tree.tokens[i].text.lower() for at in before for i in tree.children(at, "amod")}
    words |= {t.text.lower() for t in tree.tokens[max(0, min(before) - 1) : min(before)]}
    passing = [i for i in tree.children(doer.head, "acl") if tree.tokens[i].relation == "acl"]
    if any(tree.tokens[i].lemma in _TAKEN_FOR for i in passing):
        return True  # "gunmen believed to be rebels"
    return frame.hedge is not None or statement.certainty is not Certainty.CERTAIN or bool(words & _SUSPECTED)


def claims_of(perpetrators: Sequence[Perpetrator], affiliations: Affiliations) -> Claims:
    """How the claims stand to one another: joint when a claimant names another as its partner, or is its kin."""
    claims = [p for p in perpetrators if p.stance is Stance.CLAIMED]
    claimants = list(dict.fromkeys(p.actor for p in claims))
    if not claimants:
        return Claims.DENIED if any(p.stance is Stance.DENIED for p in perpetrators) else Claims.NONE
    if len(claimants) == 1:
        return Claims.SINGLE
    named = {partner for p in claims for partner in p.partners}
    apart = [
        (a, b)
        for i, a in enumerate(claimants)
        for b in claimants[i + 1 :]
        if not (a in named or b in named or affiliations.are_kin(a, b))
    ]
    return Claims.COMPETING if apart else Claims.JOINT
