"""What of a frame is compared when the frames of one report are sorted into incidents, looked up once a frame."""

from __future__ import annotations

from bisect import insort
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, field

from hearsay.incidents.superseded import is_superseded
from hearsay.incidents.triggered import is_effect, is_generic, is_title
from hearsay.incidents.wording import Wording
from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.document import BlockKind
from hearsay.records.edtf import past_interval
from hearsay.records.frame import Act, Frame, RoleName
from hearsay.records.incident import CountEffect
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.positions import Positions
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds

_PARTS_OF_TOWNS = frozenset(
    """suburb district neighborhood neighbourhood quarter section area outskirts slum ward borough township""".split()
)
_SEQUENCE = frozenset({"after", "before", "following"})
_MORE = frozenset({"more", "another", "further", "additional", "other", "others"})
_POINTS_BACK = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.ADMIN2})
_STRUCK = frozenset({RoleName.TARGET, RoleName.VICTIM})
_ANYBODY = frozenset({"people", "person", "other", "one", "man", "woman", "they", "them", "he", "she", "it", "who"})
_THEY = frozenset({"they", "he", "she", "them", "him", "her"})
_THOSE = frozenset(
    """attacker assailant gunman bomber killer kidnapper hijacker shooter raider intruder militant rebel insurgent
    guerrilla terrorist bandit victim dead wounded injured hostage driver""".split()
)

Toll = tuple[CountEffect, int | None, int | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What of a frame is compared, looked up once.

    What its effects tell is told of it. `fine` are its towns or smaller places and districts, `towns` those that are no
    districts, `within` all its places with what they lie in; `number` is its sentence's; `more`: it adds to a toll;
    `several`: it tells of more than one event at once; `ordinal`: of one of several;
    `superseded`: its figure is an earlier one; `earlier`: it says
    that it was before what is told; `bare`: its own phrase does not say whom or what it befell; `vector` is what the
    model makes of its word; `beside` are words that it came before or after; `asides` are the tokens that only tell who
    its doers are.
    """

    frame: Frame
    group: str
    generic: bool
    effect: bool
    time: str | None
    places: frozenset[str]
    fine: frozenset[str]
    towns: frozenset[str]
    within: frozenset[str]
    targets: frozenset[str]
    hurt: frozenset[str]
    names: frozenset[str]
    victims: frozenset[str]
    doers: frozenset[str]
    tolls: frozenset[Toll]
    refers: bool
    left: bool
    number: int
    sentence: Sentence
    wording: str
    turns: bool
    bare: bool
    more: bool
    several: bool
    ordinal: bool
    earlier: bool
    superseded: bool
    vector: tuple[float, ...]
    beside: frozenset[int]
    asides: frozenset[int] = frozenset()

    @property
    def adds_nothing(self) -> bool:
        """True for a frame with neither a time nor a town of its own."""
        return self.time is None and not self.fine


@dataclass(slots=True)
class Group:
    """The frames of one incident while it is being put together.

        Beside the frames stands what the features ask of all of them together, kept up to date so that a long report
    costs no more a frame than a short one. `several`: it sums up, "two attacks", "clashes". `told` holds each frame's
        offset and sentence number, in text order.
    """

    frames: list[Frame] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    kinds: set[str] = field(default_factory=set)
    specific: set[str] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    fine: set[str] = field(default_factory=set)
    towns: set[str] = field(default_factory=set)
    within: set[str] = field(default_factory=set)
    targets: set[str] = field(default_factory=set)
    hurt: set[str] = field(default_factory=set)
    names: set[str] = field(default_factory=set)
    victims: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    tolls: set[Toll] = field(default_factory=set)
    tokens: set[int] = field(default_factory=set)
    beside: set[int] = field(default_factory=set)
    vectors: list[tuple[float, ...]] = field(default_factory=list)
    titled: bool = False
    several: bool = False

    def put(self, told: Told) -> None:
        """Takes a frame in."""
        self.several = self.several or told.several
        self.titled = self.titled or (not self.frames and is_title(told.sentence))
        self.frames.append(told.frame)
        insort(self.told, (told.frame.trigger.start, told.number))
        self.kinds.add(told.group)
        self.specific |= set() if told.generic or told.effect else {told.group}
        self.times |= {told.time} if told.time else set()
        for mine, theirs in (
            (self.places, told.places),
            (self.fine, told.fine),
            (self.towns, told.towns),
            (self.within, told.within),
            (self.targets, told.targets),
            (self.hurt, told.hurt),
            (self.names, told.names),
            (self.victims, told.victims),
            (self.doers, told.doers),
        ):
            mine |= theirs
        self.tolls |= told.tolls
        if told.frame.act is Act.EVENT and not told.frame.by.startswith("responsibility:"):
            self.tokens.add(told.frame.token)
        self.beside |= told.beside
        if told.vector:
            self.vectors.append(told.vector)


class Lookup:
    """Looks up what is compared of each frame of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._published = analysis.document.published
        self._tree = Tree(analysis.tokens)
        self._wording = Wording(analysis.document.text, self._tree)
        self._places: Mapping[str, Place] = {place.id: place for place in analysis.places}
        self._times = {time.span: time.value for time in analysis.times}
        self._positions = Positions(analysis.tokens, analysis.sentences)
        self._told: dict[str, Told] = {}
        self._tied = _tied(analysis.frames)
        self.opening = next((s for s in analysis.sentences if s.block is BlockKind.BODY), None)

    def told(self, frame: Frame) -> Told:
        """What of the frame is compared."""
        if frame.id not in self._told:
            self._told[frame.id] = self._look_up(frame)
        return self._told[frame.id]

    def _look_up(self, frame: Frame) -> Told:
        unit = [frame, *self._tied.get(frame.id, ())]
        places = [place for one in unit for place in self.places_of(one)]
        parts = {f.reference for one in unit for f in one.fillers if self._is_part_of_town(f.head)}
        fine, within = self._around(places, parts)
        counts = [c for one in unit for c in one.counts]
        tolls = frozenset((c.effect, c.low, c.high) for c in counts if c.low is not None or c.high is not None)
        sentence = self._positions.sentence_of(frame.token)
        return Told(
            frame=frame,
            group=kinds()[frame.kind].group,
            generic=is_generic(frame),
            effect=is_effect(frame),
            time=next((time for one in unit if (time := self.time_of(one))), None),
            places=frozenset(places),
            fine=fine,
            towns=frozenset(p for p in fine if self._places[p].precision is not PlacePrecision.ADMIN2),
            within=within,
            targets=frozenset().union(*(self._struck(one, RoleName.TARGET) for one in unit)),
            hurt=frozenset().union(*(self._struck(one, RoleName.VICTIM) for one in unit)),
            names=frozenset().union(*(self._names_struck(one) for one in unit)),
            victims=_references(unit, RoleName.VICTIM),
            doers=_references(unit, RoleName.PERPETRATOR),
            tolls=tolls,
            refers=self._refers(frame),
            left=self._tree.is_relation(frame.token, "acl", "xcomp", "ccomp", "advcl")
            and not self._tree.children(frame.token, "aux", "mark"),
            number=self._positions.number_of(frame.token),
            sentence=sentence,
            wording=self._wording.wording(frame, sentence),
            turns=self._wording.turns(frame, sentence),
            asides=self._asides(frame),
            more=is_effect(frame) and self._adds(frame),
            several=any(self._wording.is_sum(one) for one in unit),
            ordinal=self._wording.is_ordinal(frame),
            earlier=any(self._wording.is_earlier(one) for one in unit),
            superseded=bool(counts) and is_superseded(self._tree, frame.token),
            bare=not any(f.role in _STRUCK for f in frame.fillers),
            vector=self._tree.tokens[frame.token].incident,
            beside=self._told_beside(frame.token),
        )

    def time_of(self, frame: Frame) -> str | None:
        """The frame's time as a date or range; a past duration is counted back from publication, if that is known."""
        value = self._times.get(frame.time) if frame.time and not self._wording.is_of_row(frame) else None
        if value is None or not value.startswith("P"):
            return value
        return past_interval(value, self._published) if self._published else None

    def places_of(self, frame: Frame) -> list[str]:
        """The ids of the places of a frame: where it happened, and targets that are places."""
        roles = {RoleName.PLACE, RoleName.TARGET}
        found = [f.reference for f in frame.fillers if f.role in roles and f.reference in self._places]
        return [place for place in dict.fromkeys(found) if place is not None]

    def _is_part_of_town(self, head: int) -> bool:
        """True for what is called a part of a town: "the suburb of X"."""
        above = self._tree.tokens[head].head
        of = above is not None and self._tree.case_of(head) == "of"
        words = [self._tree.tokens[i].lemma.lower() for i in (head, above) if i is not None]
        return words[0] in _PARTS_OF_TOWNS or (of and words[-1] in _PARTS_OF_TOWNS)

    def _around(self, places: Sequence[str], parts: Set[str | None]) -> tuple[frozenset[str], frozenset[str]]:
        """The towns (or smaller) among the places and what they lie in that is no larger, so that a site and its town
        agree; and everything that any of the places lies in, with the places. `parts` are called
        parts of some town: another town is no contradiction."""
        fine: set[str] = set()
        within: set[str] = set()
        for identity in places:
            at: Place | None = self._places[identity]
            small = identity not in parts
            while at is not None and at.id not in within:
                within.add(at.id)
                # a site that lies in no known town may be in any
                small = small and at.precision in _FINE and (at.precision is not PlacePrecision.SITE or bool(at.within))
                if small:
                    fine.add(at.id)
                at = self._places.get(at.within or "")
        return frozenset(fine), frozenset(within)

    def _asides(self, frame: Frame) -> frozenset[int]:
        """The tokens of clauses on the doers: "X, which carried out a raid in May, was responsible"."""
        heads = [f.head for f in frame.fillers_of(RoleName.PERPETRATOR)]
        clauses = [c for head in heads for c in self._tree.children(head, "acl", "appos") if c != frame.token]
        return frozenset(i for c in clauses for i in self._tree.subtree(c))

    def _refers(self, frame: Frame) -> bool:
        """True where those who did it or were hurt are told of as known: "they", "the attackers", "the victims"."""
        for filler in frame.fillers:
            if filler.role in {RoleName.PERPETRATOR, RoleName.VICTIM}:
                token = self._tree.tokens[filler.head]
                dets = {self._tree.tokens[i].lemma.lower() for i in self._tree.children(filler.head, "det")}
                if token.lemma.lower() in _THEY or (dets & _POINTS_BACK and token.lemma.lower() in _THOSE):
                    return True
        return False

    def _struck(self, frame: Frame, role: RoleName) -> frozenset[str]:
        told = [f for f in frame.fillers if f.role is role]
        words = {self._tree.tokens[f.head].lemma.lower() for f in told}
        return frozenset((words | {f.reference for f in told if f.reference}) - _ANYBODY)

    def _names_struck(self, frame: Frame) -> frozenset[str]:
        """The proper nouns put before what was hit: "Santo Tomas" of "the Santo Tomas farm"."""
        heads = [f.head for f in frame.fillers if f.role in _STRUCK]
        below = [i for head in heads for i in self._tree.children(head, "compound", "nmod", "flat") if i < head]
        tokens = self._tree.tokens
        return frozenset(tokens[i].text.casefold() for i in below if tokens[i].tag == "PROPN")

    def _told_apart(self, token: int) -> set[int]:
        """The verb beside one that has a doer and an object of its own: "demonstrators stoned shops in X and extremists
        bombed an office"."""
        head = self._tree.tokens[token].head
        if head is None or not self._tree.is_relation(token, "conj") or self._tree.tokens[token].tag != "VERB":
            return set()
        own, theirs = (self._of_its_own(verb) for verb in (token, head))
        differ = own is not None and theirs is not None and not {own[0] & theirs[0], own[1] & theirs[1]} - {frozenset()}
        return {head} if differ else set()

    def _of_its_own(self, verb: int) -> tuple[frozenset[str], frozenset[str]] | None:
        """The lemmas of a verb's own subject and object where both are nouns that say who and what."""
        lemmas = []
        for relation in ("nsubj", "obj"):
            tokens = [self._tree.tokens[i] for i in self._tree.children(verb, relation)]
            named = frozenset(t.lemma.lower() for t in tokens if t.tag in {"NOUN", "PROPN"})
            if not named:
                return None
            lemmas.append(named)
        return lemmas[0], lemmas[1]

    def _told_beside(self, token: int) -> frozenset[int]:
        """The words above a frame that is told as what came before or after them: "struck after a bomber attacked"."""
        found = self._told_apart(token)
        at, apart = token, False
        for above in self._tree.ancestors(token):
            marks = {self._tree.tokens[i].text.lower() for i in self._tree.children(at, "case", "mark")}
            apart = apart or bool(marks & _SEQUENCE)
            if apart:
                found |= {above, *self._tree.children(above, "obj", "nsubj")}  # "launched strikes after ..."
            at = above
        return frozenset(found)

    def _adds(self, frame: Frame) -> bool:
        """True for "two more people died", "another body was found"."""
        heads = [f.head for f in frame.fillers if f.role in _STRUCK] or [frame.token]
        below = [i for head in heads for i in [head, *self._tree.children(head, "amod", "det", "nummod", "advmod")]]
        return any(self._tree.tokens[i].text.lower() in _MORE for i in below)


def _tied(frames: Sequence[Frame]) -> Mapping[str, Sequence[Frame]]:
    """The frames that belong to each frame, or to one that does: effects are weighed with the event that had them."""
    by_id = {frame.id: frame for frame in frames}
    found: dict[str, list[Frame]] = {}
    for frame in frames:
        at, seen = frame, {frame.id}
        while at.antecedent in by_id and at.antecedent not in seen and frame.act is Act.EVENT:
            at = by_id[at.antecedent]
            seen.add(at.id)
            found.setdefault(at.id, []).append(frame)
    return found


def _references(frames: Sequence[Frame], role: RoleName) -> frozenset[str]:
    return frozenset(f.reference for frame in frames for f in frame.fillers_of(role) if f.reference)
