"""Which frames of one report tell of the same incident.

Frames are taken in text order; each joins the incident that it is most like, or opens one where more speaks for that.
What is compared, and what each likeness is worth, stands in `likeness.py` and `weights.tsv`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set

from hearsay.incidents.background import Background
from hearsay.incidents.likeness import VIOLENT, levels, opening_levels, standing_of, weights
from hearsay.incidents.told import Group, Lookup, Told, Toll
from hearsay.incidents.triggered import is_title
from hearsay.records.analysis import Analysis
from hearsay.records.edtf import days_of
from hearsay.records.frame import Act, Frame
from hearsay.records.incident import CountEffect

_SPOKEN_OF = VIOLENT | {"kidnapping"}
_PARTS = VIOLENT | {"arson", "kidnapping"}
_PASSAGE = 2_500  # characters behind a sum in which its parts are told
_LATER = 3.0  # what speaks for the incident told of last, for a claim or denial that names none; 0.1 less a sentence
_ENOUGH = 1.5  # from which a claim or denial is about an incident


class Grouping:
    """Sorts the event frames of one analysis into incidents."""

    def __init__(self, analysis: Analysis, bias: float = 0.0) -> None:
        self._analysis = analysis
        self._bias = bias
        self._lookup = Lookup(analysis)
        self._background = Background(analysis)
        self._groups: list[Group] = []
        self._last: Group | None = None
        self._most: Group | None = None
        self._spoken_of: dict[str | None, Frame] = {}

    def groups(self) -> list[list[Frame]]:
        """The frames of each incident, in the order in which the report first tells of them."""
        by_frame: dict[str, Group] = {}
        frames = [f for f in self._analysis.frames if f.act is not None and not f.hypothetical]
        tallies = self._background.tallies(frames, self.time_of)
        frames = [f for f in frames if f.id not in tallies]
        self._spoken_of = {f.antecedent: f for f in frames if f.act is not Act.EVENT}
        for frame in _antecedents_first(frames):
            home = by_frame.get(frame.antecedent or "") or self._home(frame)
            if home is None:
                if _is_word_on(frame) or (frame.negated and not frame.counts):
                    continue  # "we do not attack civilians" opens no incident for later words to be of
                home = Group()
                self._groups.append(home)
            home.put(self._lookup.told(frame))
            self._last = home
            if self._most is None or len(home.frames) > len(self._most.frames):
                self._most = home
            by_frame[frame.id] = home
        return [sorted(group.frames, key=lambda f: f.trigger) for group in self._groups]

    def time_of_sum(self, frames: Sequence[Frame]) -> str | None:
        """The day of the sum that an incident is part of: "three bombs went off on Monday" dates each of the three,
        where a sentence further on tells of one with a town and without a day. None where nothing says so."""
        own = [self._lookup.told(frame) for frame in frames]
        if not any(told.towns for told in own) or any(told.earlier for told in own):
            return None
        start = min(told.frame.trigger.start for told in own)
        kinds = {told.group for told in own}
        for group in self._groups:
            days = {time for time in group.times if _is_day(time)}
            before = group.told[0][0] < start and start - group.told[0][0] < _PASSAGE
            alike = bool(group.kinds & kinds) or (group.kinds & VIOLENT and kinds & _PARTS)
            if (group.several or self._sums_up(group, own)) and not group.towns and before and alike and len(days) == 1:
                return next(iter(days))
        return None

    def _sums_up(self, group: Group, own: Sequence[Told]) -> bool:
        """True for the lead's "shot dead four men on Thursday" before one of the four is told of with a town."""
        opening, first = self._lookup.opening, group.frames[0]
        lead = opening is not None and opening.first <= first.token < opening.last
        summed, parts = _killed(group.tolls), _killed({toll for told in own for toll in told.tolls})
        return lead and 0 < parts < summed and any(told.group in group.kinds for told in own)

    def time_of(self, frame: Frame) -> str | None:
        """The frame's time as a date or range; a past duration is counted back from publication, if that is known."""
        return self._lookup.time_of(frame)

    def places_of(self, frame: Frame) -> list[str]:
        """The ids of the places of a frame: where it happened, and targets that are places."""
        return self._lookup.places_of(frame)

    def is_title(self, frame: Frame) -> bool:
        """True for a frame of a headline or standfirst."""
        return is_title(self._lookup.told(frame).sentence)

    def _home(self, frame: Frame) -> Group | None:
        """The group that the frame is most like, unless more speaks for an incident of its own."""
        told = self._lookup.told(frame)
        if _is_word_on(frame) or (frame.id in self._spoken_of and _only_points(told)):
            scored = [(self._meant(told, group), -position) for position, group in enumerate(self._groups)]
            alone = _ENOUGH
        else:
            scored = [(self._like(told, group), -position) for position, group in enumerate(self._groups)]
            alone = _sum(opening_levels(told, self._lookup.opening)) + self._bias
        best = max(scored, default=(alone, 0))
        return self._groups[-best[1]] if scored and best[0] >= alone else None

    def _like(self, told: Told, group: Group) -> float:
        standing = standing_of(told, group, self._last, self._most, len(self._groups) == 1)
        return _sum(levels(told, group, standing, self._lookup.opening))

    def _meant(self, told: Told, group: Group) -> float:
        """How much speaks for a claim, denial or blame being about this incident: what agrees, then the latest."""
        asides = self._lookup.told(self._spoken_of.get(told.frame.id, told.frame)).asides
        if not group.kinds & _SPOKEN_OF or all(f.token in asides for f in group.frames):
            return -1.0
        if not _is_word_on(told.frame) and _is_another_kind(told, group):
            return -1.0
        standing = standing_of(told, group, self._last, self._most, len(self._groups) == 1)
        found = levels(told, group, standing, self._lookup.opening)
        if found["time"] == "other" or found["place"] == "other town":
            return -1.0
        names_none = told.frame.by.startswith("responsibility:")
        step = 0.1 if _is_word_on(told.frame) else 0.15  # "the attack" is sooner the one just told
        latest = _LATER if names_none else 2.0
        agreeing = sum(weights().get((name, found[name]), 0.0) for name in ("time", "place", "struck", "doer", "toll"))
        story = weights().get(("story", found["story"]), 0.0)
        return max(0.8, latest - step * standing.distance) + agreeing + (story if group.titled else story / 3)


def _killed(tolls: Set[Toll]) -> int:
    """The highest exact figure of the killed; 0 where there is none."""
    return max(
        (low for e, low, high in tolls if e is CountEffect.KILLED and low is not None and low == high), default=0
    )


def _is_day(time: str) -> bool:
    days = days_of(time)
    return days is not None and days[0] == days[1]


def _antecedents_first(frames: Sequence[Frame]) -> list[Frame]:
    """The frames in text order, those that talk about another after all that do not, and after the one they mean."""
    kept = {frame.id: frame for frame in frames}

    def depth(frame: Frame) -> int:
        steps, at = 0, frame
        while at.antecedent in kept and steps < len(kept):
            steps, at = steps + 1, kept[at.antecedent]
        return steps if steps or frame.antecedent is None else 1

    return sorted(frames, key=lambda f: (depth(f), f.trigger))


def _is_another_kind(told: Told, group: Group) -> bool:
    """True for "the bombing" beside a shooting; a killing may be of any kind."""
    unspecific = told.generic or told.effect or told.group == "killing"
    return not unspecific and bool(group.specific) and told.group not in group.specific


def _only_points(told: Told) -> bool:
    """True for "the attack" that somebody claims or is blamed for, with nothing said of it: one told of before."""
    return told.wording.startswith("known") and told.adds_nothing and not (told.targets or told.hurt or told.tolls)


def _is_word_on(frame: Frame) -> bool:
    """True for a frame that says something about an incident and tells of none itself."""
    return frame.act is not Act.EVENT or frame.by.startswith("responsibility:")


def _sum(found: Mapping[str, str]) -> float:
    return sum(weights().get((name, level), 0.0) for name, level in found.items())
