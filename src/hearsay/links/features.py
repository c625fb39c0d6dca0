"""The features by which two incidents are compared, one function each: its docstring is what a reviewer reads.

Each gives the name of a level; `weights.tsv` says what a level is worth.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from math import asin, cos, log2, radians, sin, sqrt

import numpy as np

from hearsay.links.traits import Terms, Trait

NEAR = 30.0  # km: what one report puts in a village, another puts in the town beside it
FAR = 60.0  # km: no slip of the pen
_SAME_SPOT = 5.0  # km
_EARTH = 6371.0  # km
_LARGE = 4  # a toll that two incidents seldom share by chance
_RELATED = frozenset({"assault", "killing", "bombing", "strike", "clash", "operation", "kidnapping", "abuse", "arson"})
_TEXT_LEVELS = (
    (0.55, "nearly the same"),
    (0.4, "close"),
    (0.28, "alike"),
    (0.18, "somewhat alike"),
    (0.1, "little alike"),
)


def time(one: Trait, other: Trait) -> str:
    """Whether the times may be the same, and how much that says: a common day more than a common year.

    An incident that is told before it happened is another one. Reports without a date of their own are weighed by when
    they came out.
    """
    if _told_before(one, other) or _told_before(other, one):
        return "contradictory"
    if one.days is None or other.days is None:
        return _by_publication(one, other)
    if one.exact_day is not None and other.exact_day is not None:
        apart = abs(one.exact_day - other.exact_day)
        return "same day" if apart == 0 else "next day" if apart == 1 else "contradictory"
    if one.days[0] > other.days[1] + 1 or other.days[0] > one.days[1] + 1:
        return "apart"
    wider = max(one.days[1] - one.days[0], other.days[1] - other.days[0]) + 1
    return "within a week" if wider <= 7 else "within a month" if wider <= 31 else "overlapping"


def _told_before(one: Trait, other: Trait) -> bool:
    return one.days is not None and other.published is not None and one.days[0] > other.published + 1


def _by_publication(one: Trait, other: Trait) -> str:
    dated = one.days or other.days
    undated = other if one.days else one
    if undated.published is None:
        return "unknown"
    if dated is not None:
        return "just published" if dated[1] - dated[0] < 7 and 0 <= undated.published - dated[1] <= 4 else "unknown"
    if one.published is not None and other.published is not None and abs(one.published - other.published) <= 3:
        return "just published"
    return "unknown"


def place(one: Trait, other: Trait) -> str:
    """Whether the places may be the same: by GeoNames id, name and distance, then by area and country."""
    if one.countries and other.countries and not one.countries & other.countries:
        return "contradictory"
    if one.towns and other.towns:
        found = _towns(one, other)
        if found:
            return found
        return "same area" if one.areas & other.areas else "other area" if one.areas and other.areas else "unknown"
    if one.areas & other.areas or _town_names(one) & other.areas or _town_names(other) & one.areas:
        return "same area"
    if one.areas and other.areas:
        return "other area"
    return "same country" if one.countries & other.countries else "unknown"


def _towns(one: Trait, other: Trait) -> str | None:
    """How the towns compare, None when nothing is known of where they lie."""
    distances = [
        distance(a.point, b.point)
        for a in one.towns
        for b in other.towns
        if a.point is not None and b.point is not None
    ]
    nearest = min(distances, default=None)
    ids = {town.geonames_id for town in one.towns} & {town.geonames_id for town in other.towns} - {None}
    if ids or (nearest is not None and nearest <= _SAME_SPOT):
        return "same town"
    if _town_names(one) & _town_names(other) and (nearest is None or nearest <= NEAR):
        return "same town"
    if nearest is None:
        return None
    return "near" if nearest <= NEAR else "other town" if nearest <= FAR else "contradictory"


def _town_names(trait: Trait) -> set[str]:
    return {town.name for town in trait.towns}


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Kilometres between two points (latitude, longitude in degrees), along the great circle."""
    a, b = radians(one[0]), radians(other[0])
    half = sin((a - b) / 2) ** 2 + cos(a) * cos(b) * sin(radians(one[1] - other[1]) / 2) ** 2
    return 2 * _EARTH * asin(min(1.0, sqrt(half)))


def kind(one: Trait, other: Trait) -> str:
    """Whether the kinds may name one incident: a bombing may be called an attack or a killing, but hardly a protest."""
    if one.kind == other.kind:
        return "same"
    if one.family == other.family:
        return "same family"
    return "related" if {one.family, other.family} <= _RELATED else "unrelated"


def target(one: Trait, other: Trait) -> str:
    """Whether the words for what was hit agree, or at least its kind."""
    if one.targets & other.targets:
        return "same words"
    if one.target_kind is None or other.target_kind is None:
        return "unknown"
    return "same kind" if one.target_kind == other.target_kind else "different"


def perpetrator(one: Trait, other: Trait) -> str:
    """Whether a group is named in both. Different names say little: rivals are blamed for one incident every day."""
    if one.doers & other.doers:
        return "shared"
    return "different" if one.doers and other.doers else "unknown"


def toll(one: Trait, other: Trait) -> str:
    """Whether the counts of the dead (else of the wounded) agree, or may have grown from one to the later one."""
    earlier, later = sorted((one, other), key=lambda trait: trait.published or 0)
    if one.killed and other.killed:
        return _tolls(earlier.killed, later.killed)
    if one.wounded and other.wounded:
        return _tolls(earlier.wounded, later.wounded)
    return "unknown"


def _tolls(one: tuple[int, ...], other: tuple[int, ...]) -> str:
    common = set(one) & set(other)
    if common:
        return "same, large" if max(common) >= _LARGE else "same, small"
    pairs = [sorted((a, b)) for a in one for b in other]
    if any(high <= 1.5 * low + 2 for low, high in pairs):
        return "growing"
    if any(high <= 4 * low + 3 for low, high in pairs) or any(0 < a <= b <= 8 * a for a in one for b in other):
        return "alike"
    return "far apart" if any(high >= 20 for _, high in pairs) else "different"


class Rarity:
    """How rare words are over all reports, and so how much it says that two reports share them.

    A handful of reports on one incident would make its own words common: so it is counted as if `BACKGROUND` further
    incidents, with none of these words, had been seen.
    """

    BACKGROUND = 1000

    def __init__(self, traits: list[Trait]) -> None:
        self._size = max(2, len(traits))
        all_terms = [trait.terms for trait in traits] or [np.empty(0, dtype=np.uint32)]
        terms, counts = np.unique(np.concatenate(all_terms), return_counts=True)
        self._terms = terms
        self._alone = np.float32(np.log2((self._size + self.BACKGROUND) / 1.5)) - np.float32(1e-4)
        self._bits = np.log2((self._size + self.BACKGROUND) / (counts + 0.5)).astype(np.float32)
        self._weights = {trait.ref: self._sum(trait.terms) for trait in traits}

    def likeness(self, one: Trait, other: Trait) -> float | None:
        """The shared words' bits, as a part of the bits of the words of the one with less; None with too few words."""
        if min(len(one.terms), len(other.terms)) < 4 or not len(self._terms):
            return None
        common = np.intersect1d(one.terms, other.terms, assume_unique=True)
        smaller = min(self._weights[one.ref], self._weights[other.ref])
        return float(self._sum(common) / smaller) if smaller > 0 else None

    def _sum(self, terms: Terms) -> float:
        return float(self._bits[np.searchsorted(self._terms, terms)].sum())

    def rarest(self, trait: Trait) -> Terms:
        """The words of a trait that the fewest others have, but at least one other."""
        bits = self._bits[np.searchsorted(self._terms, trait.terms)]
        known = bits < self._alone
        order = np.lexsort((trait.terms[known], -bits[known]))
        rarest: Terms = trait.terms[known][order]
        return rarest

    def level(self, one: Trait, other: Trait) -> str:
        """How alike the words around the two incidents are, rare words counting for more."""
        share = self.likeness(one, other)
        if share is None:
            return "unknown"
        return next((level for least, level in _TEXT_LEVELS if share >= least), "unlike")


class Commonness:
    """How often a place is the scene: agreeing on a village says more than agreeing on a besieged city."""

    HALF = 0.002  # the share of all incidents at which a place is as common as the weights assume
    MOST = 4.0  # bits either way

    def __init__(self, traits: list[Trait]) -> None:
        self._size = max(1, len(traits))
        self._counts: dict[str, int] = {}
        for trait in traits:
            for name in _town_names(trait):
                self._counts[name] = self._counts.get(name, 0) + 1

    def bits(self, one: Trait, other: Trait) -> float:
        """What to add for the rarest town that both name: above 0 for rare ones, below for common ones."""
        common = [self._counts[name] for name in _town_names(one) & _town_names(other)]
        if not common or self._size < 1000:
            return 0.0
        return max(-self.MOST, min(self.MOST, log2(self.HALF * self._size / min(common)) / 2))


FEATURES: Mapping[str, Callable[[Trait, Trait], str]] = {
    "time": time,
    "place": place,
    "kind": kind,
    "target": target,
    "perpetrator": perpetrator,
    "toll": toll,
}
"""Features that two traits alone decide; text and story need to know the other reports."""
