"""Which frames of one report tell of the same incident.

Frames are taken in text order; each joins the incident that it fits best, or opens one. The fit is a sum of named
features; a contradiction (another day, another town) rules a pair out whatever else speaks for it.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.document import BlockKind
from hearsay.records.edtf import compatible, days_of, past_interval
from hearsay.records.frame import Act, Frame, RoleName
from hearsay.records.incident import CountEffect
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.positions import Positions
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds, triggers

_VIOLENT = frozenset({"assault", "killing", "bombing", "strike", "clash"})
_NEW = frozenset(
    {"another", "separate", "second", "third", "earlier", "previous", "similar", "other", "recent", "last", "past"}
)
_POINTS_BACK = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_FINE = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.ADMIN2})
_WEEK = 7  # days
_LATER = 3.0  # what speaks for a definite noun that says nothing new


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sort:
    """What of a frame decides whether its kind agrees with another's."""

    group: str
    generic: bool
    effect: bool
    victims: frozenset[str]


@dataclass(slots=True)
class Group:
    """The frames of one incident while it is being put together.

    Beside the frames stands what the features ask of all of them together, kept up to date so that a long report
    costs no more a frame than a short one. `told` holds each frame's offset and sentence number, in text order.
    """

    frames: list[Frame] = field(default_factory=list)
    told: list[tuple[int, int]] = field(default_factory=list)
    sorts: set[_Sort] = field(default_factory=set)
    times: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    fine_places: set[str] = field(default_factory=set)
    struck: set[str] = field(default_factory=set)
    doers: set[str] = field(default_factory=set)
    tolls: set[tuple[CountEffect, int | None, int | None]] = field(default_factory=set)


class Grouping:
    """Sorts the event frames of one analysis into incidents."""

    def __init__(self, analysis: Analysis, threshold: float) -> None:
        self._analysis = analysis
        self._tree = Tree(analysis.tokens)
        self._threshold = threshold
        self._places: Mapping[str, Place] = {place.id: place for place in analysis.places}
        self._times = {time.span: time.value for time in analysis.times}
        self._groups: list[Group] = []
        self._positions = Positions(analysis.tokens, analysis.sentences)
        self._opening = next((s for s in analysis.sentences if s.block is BlockKind.BODY), None)
        self._most: Group | None = None
        self._sorts: dict[str, _Sort] = {}

    def groups(self) -> list[list[Frame]]:
        """The frames of each incident, in the order in which the report first tells of them."""
        by_frame: dict[str, Group] = {}
        frames = [f for f in self._analysis.frames if f.act is not None and not f.hypothetical]
        for frame in sorted(frames, key=lambda f: (f.antecedent is not None, f.trigger)):
            home = by_frame.get(frame.antecedent or "") or self._home(frame)
            if home is None:
                told_of = frame.act is not Act.EVENT or frame.by.startswith("responsibility:")
                if told_of or (frame.negated and not frame.counts):
                    continue  # "we do not attack civilians" opens no incident for later words to be of
                home = Group()
                self._groups.append(home)
            self._put(frame, home)
            by_frame[frame.id] = home
        return [sorted(group.frames, key=lambda f: f.trigger) for group in self._groups]

    def _put(self, frame: Frame, group: Group) -> None:
        group.frames.append(frame)
        insort(group.told, (frame.trigger.start, self._number(frame)))
        group.sorts.add(self._sort(frame))
        time = self.time_of(frame)
        group.times |= {time} if time else set()
        group.places |= set(self.places_of(frame))
        group.fine_places |= self._fine_places(frame)
        group.struck |= self._struck(frame)
        group.doers |= _doers(frame)
        group.tolls |= {(c.effect, c.low, c.high) for c in frame.counts}

    def time_of(self, frame: Frame) -> str | None:
        """The frame's time as a date or range; a past duration is counted back from publication, if that is known."""
        value = self._times.get(frame.time) if frame.time else None
        if value is None or not value.startswith("P"):
            return value
        published = self._analysis.document.published
        return past_interval(value, published) if published else None

    def places_of(self, frame: Frame) -> list[str]:
        """The ids of the places of a frame: where it happened, and targets that are places."""
        roles = {RoleName.PLACE, RoleName.TARGET}
        found = [f.reference for f in frame.fillers if f.role in roles and f.reference in self._places]
        return [place for place in dict.fromkeys(found) if place is not None]

    def _home(self, frame: Frame) -> Group | None:
        """The group that the frame fits best, if any fits well enough."""
        self._most = max(self._groups, key=lambda g: len(g.frames), default=None)
        scored = [(self._fit(frame, group), -position) for position, group in enumerate(self._groups)]
        best = max(scored, default=(0.0, 0))
        return self._groups[-best[1]] if scored and best[0] >= self._threshold else None

    def _fit(self, frame: Frame, group: Group) -> float:
        if not self._kinds_agree(frame, group) or self._times_clash(frame, group) or self._places_clash(frame, group):
            return -1.0
        return sum(feature(self, frame, group) for feature in FEATURES)

    def _kinds_agree(self, frame: Frame, group: Group) -> bool:
        if frame.act is not Act.EVENT or frame.by.startswith("responsibility:"):
            return any(sort.group in _VIOLENT | {"kidnapping"} for sort in group.sorts)
        mine = self._sort(frame)
        return any(_agree(mine, theirs) for theirs in group.sorts)

    def _times_clash(self, frame: Frame, group: Group) -> bool:
        mine = self.time_of(frame)
        theirs = group.times
        if mine is None or not theirs:
            return False
        if not all(compatible(mine, t) for t in theirs):
            return True
        # "killed several lawmakers this year" is not what happened on Thursday, unless it points back
        coarse = _spread(mine) > _WEEK and min(_spread(t) for t in theirs) <= 1
        return coarse and not self._points_at_one(frame)

    def _points_at_one(self, frame: Frame) -> bool:
        words = {self._tree.tokens[i].lemma.lower() for i in self._tree.children(frame.token, "det")}
        return self._tree.tokens[frame.token].tag == "NOUN" and bool(words & _POINTS_BACK)

    def _places_clash(self, frame: Frame, group: Group) -> bool:
        mine = self._fine_places(frame)
        return bool(mine and group.fine_places and not mine & group.fine_places)

    def _fine_places(self, frame: Frame) -> set[str]:
        """The towns (or smaller) of a frame, and what they lie in, so that a site and its town agree."""
        found: set[str] = set()
        for identity in self.places_of(frame):
            place: Place | None = self._places[identity]
            while place is not None and place.precision in _FINE:
                found.add(place.id)
                place = self._places.get(place.within or "")
        return found

    # the features: each says how much it speaks for the frame belonging to the group

    def same_time(self, frame: Frame, group: Group) -> float:
        """Both say when, and may mean the same."""
        return 1.5 if self.time_of(frame) is not None and group.times else 0.0

    def same_place(self, frame: Frame, group: Group) -> float:
        """They name a town or site in common, or a wider area."""
        if self._fine_places(frame) and group.fine_places:
            return 1.5
        return 0.5 if group.places & set(self.places_of(frame)) else 0.0

    def same_target(self, frame: Frame, group: Group) -> float:
        """What was hit bears the same noun, or is the same actor; other nouns speak against it."""
        mine = self._struck(frame)
        if not mine or not group.struck:
            return 0.0
        if mine & group.struck:
            named = self._names_struck(frame)
            others = {name for f in group.frames for name in self._names_struck(f)}
            return -1.5 if named and others and not named & others else 1.5  # another farm by its name
        return -0.5

    def same_doer(self, frame: Frame, group: Group) -> float:
        """The same actor is said to have done it; rival claims are no contradiction."""
        return 0.8 if _doers(frame) & group.doers else 0.0

    def same_toll(self, frame: Frame, group: Group) -> float:
        """The same figure for the same effect speaks for it, another exact one against it."""
        score = 0.0
        for count in frame.counts:
            others = [(low, high) for effect, low, high in group.tolls if effect is count.effect]
            if (count.low, count.high) in others:
                score += 1.5
            elif any(low is not None and low == high for low, high in others) and count.low == count.high:
                score -= 1.0
        return score

    def points_back(self, frame: Frame, group: Group) -> float:
        """ "The attack" that says nothing new means one told before, the latest first; "a second raid" does not."""
        if frame.by.startswith("responsibility:"):
            return _LATER - self._distance(frame, group)
        words = {self._tree.tokens[i].lemma.lower() for i in self._tree.children(frame.token, "det", "amod", "nmod")}
        if words & _NEW:
            return -4.0
        token = self._tree.tokens[frame.token]
        if token.tag != "NOUN":
            return 0.0
        known = bool(words & _POINTS_BACK) or self._is_dated_by_owner(frame)
        bare = token.text.lower() != token.lemma.lower() and not known and not self._is_headline(frame)
        if "a" in words or "an" in words or bare:
            return 0.0 if self.headline_story(frame, group) else -1.5  # the lead introduces what the headline tells
        back = known or (not words and self._is_headline(frame))
        return max(0.8, 2.0 - self._distance(frame, group)) if back else 0.0

    def _is_dated_by_owner(self, frame: Frame) -> bool:
        """True for "Saturday's explosion", "last week's attacks": what is dated so is taken as known."""
        owners = self._tree.children(frame.token, "nmod:poss")
        return frame.time is not None and any(frame.time.overlaps(self._tree.tokens[i].span) for i in owners)

    def near(self, frame: Frame, group: Group) -> float:
        """The same sentence or the next; a clause that adds neither time nor place goes on telling."""
        distance = self._distance(frame, group)
        adds_nothing = frame.time is None and not self._fine_places(frame)
        if distance == 0:
            only_effects = all(sort.effect for sort in group.sorts) and not self._sort(frame).effect
            return 1.5 if only_effects else 1.0 if adds_nothing else 0.3
        return 0.8 if distance <= 0.2 and adds_nothing else 0.0

    def bare_effect(self, frame: Frame, group: Group) -> float:
        """ "Fifty people were wounded": an effect with neither time nor place is one of what was told just before."""
        bare = is_effect(frame) and frame.time is None and not self.places_of(frame)
        return max(0.0, 0.8 - 0.5 * self._distance(frame, group)) if bare else 0.0

    def headline_story(self, frame: Frame, group: Group) -> float:
        """Headline and standfirst tell of what the report is about; its first sentence tells it again."""
        early = group is self._groups[0] and self._is_headline(group.frames[0])
        sentence = self._sentence(frame)
        opening = self._opening
        restates = sentence is opening or self._is_headline(frame) or self._just_after(sentence, opening)
        return 1.5 if early and restates else 0.0

    def main_story(self, frame: Frame, group: Group) -> float:
        """What adds neither time nor place of its own is likelier about the story told most."""
        adds_nothing = frame.time is None and not self.places_of(frame)
        return 0.7 if group is self._most and adds_nothing and len(group.frames) > 1 else 0.0

    def _just_after(self, sentence: Sentence, opening: Sentence | None) -> bool:
        return opening is not None and opening.first <= sentence.first and sentence.paragraph <= opening.paragraph + 1

    def _struck(self, frame: Frame) -> set[str]:
        roles = {RoleName.TARGET, RoleName.VICTIM}
        struck = [f for f in frame.fillers if f.role in roles]
        words = {self._tree.tokens[f.head].lemma.lower() for f in struck}
        return (words | {f.reference for f in struck if f.reference}) - {"people", "person", "other", "one"}

    def _names_struck(self, frame: Frame) -> set[str]:
        """The proper nouns put before what was hit: "Santo Tomas" of "the Santo Tomas farm"."""
        heads = [f.head for f in frame.fillers if f.role in {RoleName.TARGET, RoleName.VICTIM}]
        below = [i for head in heads for i in self._tree.children(head, "compound", "nmod", "flat") if i < head]
        return {self._tree.tokens[i].text.casefold() for i in below if self._tree.tokens[i].tag == "PROPN"}

    def _distance(self, frame: Frame, group: Group) -> float:
        """0 in the same sentence, then 0.1 a sentence since the group was last told of, 3 at most."""
        mine = self._number(frame)
        before = bisect_right(group.told, (frame.trigger.start, mine))
        last = group.told[before - 1][1] if before else mine
        return min(3.0, 0.1 * (mine - last))

    def _sort(self, frame: Frame) -> _Sort:
        if frame.id not in self._sorts:
            self._sorts[frame.id] = _sort(frame)
        return self._sorts[frame.id]

    def _number(self, frame: Frame) -> int:
        return self._positions.number_of(frame.token)

    def _sentence(self, frame: Frame) -> Sentence:
        return self._positions.sentence_of(frame.token)

    def _is_headline(self, frame: Frame) -> bool:
        return self._sentence(frame).block in {BlockKind.HEADLINE, BlockKind.STANDFIRST}


def _spread(value: str) -> int:
    """How many days a value leaves open, 1 for a day; 1 too for what has no days."""
    days = days_of(value)
    return 1 if days is None else (days[1] - days[0]).days + 1


def _agree(mine: _Sort, theirs: _Sort) -> bool:
    """True when frames of two kind groups may tell of one incident: the unspecific words fit all violence."""
    groups = {mine.group, theirs.group}
    if len(groups) == 1:
        return True
    if not groups <= _VIOLENT:
        return groups == {"arson", "assault"} or (
            groups == {"kidnapping", "killing"} and bool(mine.victims & theirs.victims)
        )
    return groups != {"strike", "clash"} or mine.generic or theirs.generic


def _sort(frame: Frame) -> _Sort:
    return _Sort(
        group=kinds()[frame.kind].group,
        generic=_is_generic(frame),
        effect=is_effect(frame),
        victims=frozenset(f.reference for f in frame.fillers_of(RoleName.VICTIM) if f.reference),
    )


def _doers(frame: Frame) -> set[str]:
    return {f.reference for f in frame.fillers_of(RoleName.PERPETRATOR) if f.reference}


def _is_generic(frame: Frame) -> bool:
    lemma = frame.by.removeprefix("trigger:")
    return any(t.role == "generic" for tag in ("NOUN", "VERB") for t in triggers().get((lemma, tag), ()))


def is_effect(frame: Frame) -> bool:
    """True for a frame that tells what an event did ("killed", "dead"), not what it was."""
    lemma = frame.by.removeprefix("trigger:")
    return any(t.effect for tag in ("NOUN", "VERB", "ADJ") for t in triggers().get((lemma, tag), ()))


Feature = Callable[[Grouping, Frame, Group], float]
FEATURES: Sequence[Feature] = (
    Grouping.same_time,
    Grouping.same_place,
    Grouping.same_target,
    Grouping.same_doer,
    Grouping.same_toll,
    Grouping.points_back,
    Grouping.near,
    Grouping.bare_effect,
    Grouping.headline_story,
    Grouping.main_story,
)
