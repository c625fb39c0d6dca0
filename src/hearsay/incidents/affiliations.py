"""Which actors speak for which: whether a word is an actor's own is the first thing asked of every stance."""

from __future__ import annotations

from itertools import takewhile

from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, Mention, MentionForm
from hearsay.records.frame import RoleName
from hearsay.records.relation import RelationKind
from hearsay.records.statement import Speaker
from hearsay.records.tree import Tree
from hearsay.vocabulary.countries import country_of, demonym_country
from hearsay.vocabulary.nouns import person_role

_MILITARY = frozenset(
    """army military troop soldier navy marine force airman paratrooper commando warplane jet gunship helicopter
    artillery serviceman""".split()
)
_POLICE = frozenset({"police", "policeman", "officer", "constable", "gendarme", "detective"})
FORCES = (_MILITARY, _POLICE)
"""The words for soldiers, and those for police."""
_CALLERS = frozenset({"caller"})
_ANYBODY = frozenset({"man", "woman", "person", "voice", "someone", "somebody"})
_NO_GROUPS = frozenset({ActorKind.PERSON, ActorKind.GOVERNMENT, ActorKind.STATE_FORCE})
_OFFICIAL = frozenset({"police", "army", "military", "defence", "defense", "minister", "ministry", "government"})
_AGAINST = frozenset("opponent critic victim relative rival foe enemy former ex deserter prisoner target".split())
"""Who is something to the army, and does not speak for it: "opponents of military rule"."""
_SPEAKING_FOR = (_MILITARY | {"defence", "defense"}, _POLICE)
_ORGAN_RELATIONS = frozenset({RelationKind.SPOKESPERSON_OF, RelationKind.MEMBER_OF})
_LED = RelationKind.LED_BY
FIGHTERS = frozenset("fighter mujahideen mujahid member soldier commando bomber warrior martyr operative".split())
SIDES = FIGHTERS | frozenset(
    "group organisation organization movement party army force militia faction government troop unit men people".split()
)
"""Whom a speaker means by "his group", "their men"."""
_NEUTRAL = frozenset({"official", "agency", "newspaper", "radio", "television", "daily", "report", "media"})
_PRESS = frozenset({ActorKind.NEWS_AGENCY, ActorKind.OUTLET})
_GUERRILLAS = frozenset({"guerrilla", "guerilla", "partisan", "combatant", "rebel", "force"})
_OWN_KIND = frozenset({"rebel", "guerrilla", "guerilla", "red", "revolutionary"})
"""What an armed group calls its own people, and what may stand before: "guerrillas", "rebel forces"."""
_BEHIND = frozenset({"to", "in", "from", "for", "at", "of", "with", "who", "using", "on", "claiming", "saying"})
_SPOKEN_FOR = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.STATE_FORCE})
_KIN = frozenset({RelationKind.FACTION_OF, RelationKind.ALIAS_OF})


class Affiliations:
    """Which actors speak for which: a group's spokesman, leader or faction speaks as the group."""

    def __init__(self, analysis: Analysis) -> None:
        self._of: dict[str, set[str]] = {}
        self._kin: set[frozenset[str]] = set()
        self._described = _descriptions(analysis)
        self._kinds = {actor.id: actor.kind for actor in analysis.actors}
        self._countries = {actor.id: actor.country or country_of(actor.name) for actor in analysis.actors}
        self._names = {a.id: {_bare(n) for n in (a.name, *a.names)} for a in analysis.actors}
        self._fighters = _nominal_only(analysis, FIGHTERS | _GUERRILLAS)
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
        if doer is None or words & _AGAINST:
            return False
        return any(doer <= theirs and words & ours for theirs, ours in zip(FORCES, _SPEAKING_FOR, strict=True))

    def is_called(self, speaker: Speaker, actor: str | None) -> bool:
        """True where the words for a speaker whom nothing ties to an actor are a name of that actor."""
        return speaker.actor is None and speaker.name.casefold() in self._names.get(actor or "", ())

    def calls_for(self, speaker: Speaker, actor: str | None, *, rang: bool) -> bool:
        """True for a caller without a name, of a group: whoever rings up to say that a group did it, says so for the
        group. A man or woman is one only where they rang up a newspaper or station (`rang`): witnesses tell things
        by telephone too."""
        own = takewhile(lambda word: word not in _BEHIND, speaker.name.split()[1:])  # "a caller to a radio in London"
        unnamed = not any(word[:1].isupper() for word in own)
        body = self._kinds.get(actor or "", ActorKind.PERSON) not in _NO_GROUPS
        return unnamed and body and bool(_lemmas_in(speaker.name) & (_CALLERS | (_ANYBODY if rang else set())))

    def speaks_of_its_fighters(self, speaker: str, actor: str) -> bool:
        """True for an armed group, or who speaks for one, of "fighters" whom the report gives to nobody."""
        return actor in self._fighters and self._kinds.get(self.body_of(speaker)) is ActorKind.ARMED_GROUP

    def answers_for(self, speaker: Speaker, actor: str) -> bool:
        """True for a state's force, or who speaks for one or for the government, of another force of that state."""
        if self._kinds.get(actor) is not ActorKind.STATE_FORCE:
            return False
        told = speaker.actor or ""
        bodies = {told, *self._of.get(told, ())}
        words = _lemmas_in(f"{speaker.name} {speaker.role or ''}")
        official = bool(words & _OFFICIAL) and not words & _AGAINST
        side = official or any(self._kinds.get(b) in {ActorKind.STATE_FORCE, ActorKind.GOVERNMENT} for b in bodies)
        countries = {c for a in (*bodies, actor) if (c := self._countries.get(a)) is not None}
        return side and len(countries) < 2

    def speaks_as_state(self, speaker: Speaker, actor: str) -> bool:
        """True for "the Israeli Defence Minister" of Israel: whoever speaks for a state, of that state itself."""
        country = self._countries.get(actor)
        if self._kinds.get(actor) is not ActorKind.GOVERNMENT or country is None or not self.is_official(speaker):
            return False
        words = f"{speaker.name} {speaker.role or ''}".split()
        told = {c for word in words if (c := demonym_country(word.removesuffix("'s").removesuffix("’s"))) is not None}
        return country in told if told else country == self._countries.get(speaker.actor or "")

    def is_official(self, speaker: Speaker) -> bool:
        """True for the police, the army, a ministry, and whoever speaks for a force or a government."""
        bodies = {speaker.actor or "", *self._of.get(speaker.actor or "", ())}
        of_state = any(self._kinds.get(b) in {ActorKind.STATE_FORCE, ActorKind.GOVERNMENT} for b in bodies)
        words = _lemmas_in(f"{speaker.name} {speaker.role or ''}")
        return of_state or (bool(words & (_OFFICIAL | _MILITARY)) and not words & _AGAINST)

    def tells_of_the_law(self, speaker: Speaker, actor: str | None) -> bool:
        """True for an official or a news organisation, of what a state's force did: the police that "made an
        arrest". Not for officials of another country, who may well accuse."""
        if self._kinds.get(actor or "") is not ActorKind.STATE_FORCE:
            return False
        countries = {c for a in (speaker.actor or "", actor or "") if (c := self._countries.get(a)) is not None}
        words = _lemmas_in(f"{speaker.name} {speaker.role or ''}")
        told = self._kinds.get(speaker.actor or "") in _PRESS or bool(words & _NEUTRAL) or self.is_official(speaker)
        return told and len(countries) < 2

    def is_foe(self, actor: str | None) -> bool:
        """True for an armed group: what a state says that its forces did to one is no accusation."""
        return self._kinds.get(actor or "") is ActorKind.ARMED_GROUP

    def body_of(self, speaker: str) -> str:
        """Whom a speaker means by "we": the one body that they speak for, else themselves."""
        bodies = sorted(self._of.get(speaker, ()))
        return bodies[0] if len(bodies) == 1 else speaker

    def voice(self, speaker: Speaker) -> str | None:
        """The actor who speaks; where the words for a speaker are tied to none, the body whose name opens them: "the
        X's military spokesman"."""
        if speaker.actor is not None:
            return speaker.actor
        folded = _bare(speaker.name)
        bodies = [(len(n), actor) for actor, names in self._names.items() for n in names if folded.startswith(f"{n}")]
        fitting = [(n, a) for n, a in bodies if self._kinds[a] in _SPOKEN_FOR and not folded[n:][:1].isalnum()]
        return max(fitting)[1] if fitting else None

    def are_kin(self, one: str, other: str) -> bool:
        """True for a faction and its parent, or two names of one."""
        return one == other or frozenset({one, other}) in self._kin

    def are_of_one_side(self, one: str, other: str) -> bool:
        """True for kin, and for two bodies of one state: its army and its "troops"."""
        state = {ActorKind.STATE_FORCE, ActorKind.GOVERNMENT}
        both = {self._kinds.get(one), self._kinds.get(other)} <= state
        return self.are_kin(one, other) or (both and self._countries.get(one) == self._countries.get(other))

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
        named = {m.actor for m in analysis.mentions if m.form is MentionForm.NAME}
        mentions = {m.head: m.actor for m in analysis.mentions if not (m.actor in named and _is_some(m, tree))}
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
                    and tree.case_of(index) in {None, "'s", "’s", "'", "’", "for", "of", "from", "with"}
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
            bare = {w.lower() for w in mention.span.of(analysis.document.text).split()[:-1]} <= _OWN_KIND
            words.setdefault(mention.actor, set()).add(analysis.tokens[mention.head].lemma.lower() if bare else "")
    return frozenset(actor for actor, found in words.items() if actor not in named and found <= lemmas)


def _is_some(mention: Mention, tree: Tree) -> bool:
    """True for the "rebel force" of "the commander of a rebel force": it may be any, whatever else the report names."""
    articles = {tree.tokens[i].lemma.lower() for i in tree.children(mention.head, "det")}
    loose = not tree.children(mention.head, "appos", "acl", "acl:relcl")
    return mention.form is MentionForm.NOMINAL and bool(articles & {"a", "an", "another"}) and loose


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def _lemmas_in(words: str) -> set[str]:
    """The words of a phrase, lower case, with their plural endings cut."""
    return {part for word in words.lower().split() for part in (word, word.removesuffix("s"))}


def _represented(tree: Tree, clause: int) -> list[int]:
    """Whom a person speaks for: "a caller who spoke for X", "a man claiming to represent X"."""
    lemma = tree.tokens[clause].lemma
    if lemma in {"claim", "say"} or lemma.startswith("purport"):
        return [i for c in tree.children(clause, "xcomp", "advcl", "ccomp") for i in _represented(tree, c)]
    if lemma == "represent":
        return tree.children(clause, "obj")
    if lemma in {"speak", "call", "phone"}:
        below = [i for i in tree.children(clause, "obl") if tree.case_of(i) in {"for", "on"}]
        return [i for b in below for i in (b, *tree.children(b, "nmod"))]
    return []
