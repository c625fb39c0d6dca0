"""Which place of the gazetteer a name stands for: the report's own context decides, population is only a prior.

Every candidate gets a sum of named weights. What a report says of one name counts for all: countries and areas that the
candidates of other names lie in are evidence, and are weighed again as the names settle.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from hearsay.analyses.places.hints import Hint, Level, supports
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.index import stripped

ROUNDS = 3
NEAR_KM = 150.0
_FAR_DEGREES = 1.4  # of latitude, more than 150 km
_MOST_CANDIDATES = 60
_NEIGHBOURS = 2

_PRESUMED = {"P.PPLC": 100_000, "P.PPLA": 30_000, "A.ADM1": 200_000, "A.ADM2": 20_000}  # people, where unknown
_SEATS = {"P.PPLC": 1.5, "P.PPLA": 0.6, "P.PPLX": -0.8}

_Point = tuple[int, float, float]  # an entry's id, latitude and longitude

PER_TEN_TIMES = 0.6  # of population
ALTERNATE = -1.2
SURE_HINT = 8.0
HINT = 4.0
AGAINST_SURE = -4.0
COUNTRY = 4.0
AREA = 3.0
DISTRICT = 2.0
NEARBY = 0.6
OTHERS_SHARE = 0.6
LEVELS: Mapping[Level, tuple[float, float, float]] = {  # for first-level areas, second-level areas, populated places
    Level.ADMIN1: (3.0, 1.0, -1.5),
    Level.ADMIN2: (0.0, 3.0, -1.0),
    Level.CITY: (-1.5, -1.5, 2.0),
}


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the report, all mentions together. `count` is how often it is said."""

    key: str
    entries: tuple[Entry, ...]
    hints: tuple[Hint, ...]
    level: Level | None
    count: int


@dataclass(frozen=True, slots=True)
class Resolved:
    """The place that a name stands for, and why."""

    entry: Entry
    reasons: tuple[str, ...]


@dataclass(slots=True)
class _Evidence:
    """How much speaks for each country and first-level area."""

    countries: defaultdict[str, float]
    areas: defaultdict[tuple[str, str], float]
    districts: defaultdict[tuple[str, str, str], float]

    def without(self, weights: Mapping[int, float], name: Name) -> _Evidence:
        """The evidence that does not come from the name itself."""
        rest = _Evidence(self.countries.copy(), self.areas.copy(), self.districts.copy())
        for entry, weight in _spread(name, weights):
            rest.add(entry, -weight)
        return rest

    def add(self, entry: Entry, weight: float) -> None:
        """Counts a candidate for the areas that it lies in or is."""
        self.countries[entry.country] += weight
        self.areas[entry.country, entry.admin1] += weight
        if entry.admin2:
            self.districts[entry.country, entry.admin1, entry.admin2] += weight


def resolve(names: Sequence[Name], countries: Mapping[str, float]) -> list[Resolved]:
    """The best candidate of each name. `countries`: what the text says of countries, by code, apart from the names."""
    names = [_shortened(name) for name in names]
    priors = [[_prior(name, entry) for entry in name.entries] for name in names]
    shares = [_softmax(name, prior) for name, prior in zip(names, priors, strict=True)]
    scores = priors
    for turn in range(ROUNDS):
        evidence = _evidence(names, shares, countries)
        towns = _towns(names, scores) if turn else []  # before the first round nothing has settled
        scores = [
            _scores(name, prior, evidence.without(share, name), towns) if len(prior) > 1 else prior
            for name, prior, share in zip(names, priors, shares, strict=True)
        ]
        shares = [_softmax(name, score) for name, score in zip(names, scores, strict=True)]
    evidence = _evidence(names, shares, countries)
    return [
        Resolved(entry=(entry := _best(name, score)), reasons=_reasons(name, entry, evidence, share))
        for name, score, share in zip(names, scores, shares, strict=True)
    ]


def _towns(names: Sequence[Name], scores: Sequence[Sequence[float]]) -> list[_Point]:
    """The best candidates so far that are points, not countries."""
    best = [_best(name, score) for name, score in zip(names, scores, strict=True)]
    return [
        (entry.id, entry.latitude, entry.longitude)
        for entry in best
        if entry.latitude is not None and entry.longitude is not None and not entry.is_country
    ]


def _shortened(name: Name) -> Name:
    if len(name.entries) <= _MOST_CANDIDATES:
        return name
    kept = sorted(name.entries, key=lambda e: (not any(supports(h, e) for h in name.hints), -e.population, e.id))[
        :_MOST_CANDIDATES
    ]
    return Name(key=name.key, entries=tuple(kept), hints=name.hints, level=name.level, count=name.count)


def _prior(name: Name, entry: Entry) -> float:
    """What speaks for a candidate before the context does."""
    score = PER_TEN_TIMES * math.log10(1 + _presumed_population(entry)) + _feature_weight(entry, name)
    if not entry.is_country and name.key != fold(entry.name) and name.key != stripped(entry.name):
        score += ALTERNATE
    if name.level is not None:
        first, second, city = LEVELS[name.level]
        score += first if entry.is_admin1 else second if entry.is_admin2 else city if entry.is_populated else 0.0
    return score


def _presumed_population(entry: Entry) -> int:
    """Populations of 0 are unknown ones."""
    if entry.population:
        return entry.population
    return _PRESUMED.get(entry.feature, 2_000)


def _feature_weight(entry: Entry, name: Name) -> float:
    if entry.is_country or entry.feature == "L.CONT":
        return 4.0
    if entry.id < 0:
        return 5.0
    if entry.feature == "L.RGN":
        return 1.0 if not entry.country or entry.population >= 1_000_000 else -0.5
    if entry.is_populated:
        twin = any(
            other.is_admin1 and other.admin1 == entry.admin1 for other in name.entries if other.country == entry.country
        )
        return _SEATS.get(entry.feature, 0.0) + (1.2 if twin else 0.0)
    if entry.is_admin1:
        return 0.7
    return -0.6 if entry.is_admin2 else -1.0


def _spread(name: Name, shares: Mapping[int, float]) -> list[tuple[Entry, float]]:
    """The evidence that a name gives, over its candidates."""
    strength = OTHERS_SHARE * math.sqrt(name.count)
    return [
        (entry, strength * shares[at]) for at, entry in enumerate(name.entries) if shares[at] > 0.01 and entry.country
    ]


def _evidence(
    names: Sequence[Name], shares: Sequence[Mapping[int, float]], countries: Mapping[str, float]
) -> _Evidence:
    found = _Evidence(defaultdict(float), defaultdict(float), defaultdict(float))
    for code, weight in countries.items():
        found.countries[code] += weight
    for name, share in zip(names, shares, strict=True):
        for entry, weight in _spread(name, share):
            found.add(entry, weight)
    return found


def _scores(name: Name, prior: Sequence[float], evidence: _Evidence, towns: Sequence[_Point]) -> list[float]:
    scores = []
    countries, areas = _total(evidence.countries), _total(evidence.areas)
    for entry, base in zip(name.entries, prior, strict=True):
        score = base + _hint_weight(name, entry)
        if not entry.is_country:
            score += COUNTRY * max(0.0, evidence.countries.get(entry.country, 0.0)) / countries
            if entry.admin1 and not entry.is_admin1:
                score += AREA * max(0.0, evidence.areas.get((entry.country, entry.admin1), 0.0)) / areas
            if entry.admin2:
                district = (entry.country, entry.admin1, entry.admin2)
                score += DISTRICT * min(1.0, max(0.0, evidence.districts.get(district, 0.0)))
            score += NEARBY * _neighbours(entry, towns)
        scores.append(score)
    return scores


def _hint_weight(name: Name, entry: Entry) -> float:
    weight = 0.0
    for sure in (True, False) if name.hints else ():
        hints = [hint for hint in name.hints if hint.sure is sure]
        if hints and any(supports(hint, entry) for hint in hints):
            weight += SURE_HINT if sure else HINT
        elif hints and sure:
            weight += AGAINST_SURE
    return weight


def _total(evidence: Mapping[Any, float]) -> float:
    """All of the evidence, and a little more: little evidence gives nothing its full share."""
    return sum(weight for weight in evidence.values() if weight > 0) + 0.5


def _neighbours(entry: Entry, towns: Sequence[_Point]) -> int:
    """How many of the other names' places lie near, of which two are as good as many."""
    latitude, longitude = entry.latitude, entry.longitude
    if latitude is None or longitude is None:
        return 0
    found = 0
    for id, other_latitude, other_longitude in towns:
        # The latitudes first: they tell nearly all that lie far, and every candidate is set against every other name.
        if not -_FAR_DEGREES < latitude - other_latitude < _FAR_DEGREES or id == entry.id:
            continue
        if great_circle_km(latitude, longitude, other_latitude, other_longitude) < NEAR_KM:
            found += 1
            if found == _NEIGHBOURS:
                break
    return found


def great_circle_km(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """The distance of two points, WGS84 degrees in, kilometres on a sphere of 6,371 km out."""
    phi, other_phi = math.radians(latitude), math.radians(other_latitude)
    half_chord = (
        math.sin((other_phi - phi) / 2) ** 2
        + math.cos(phi) * math.cos(other_phi) * math.sin(math.radians(other_longitude - longitude) / 2) ** 2
    )
    return 2 * 6371.0 * math.asin(min(1.0, math.sqrt(half_chord)))


def _softmax(name: Name, scores: Sequence[float]) -> dict[int, float]:
    top = max(scores)
    weights = [math.exp(score - top) for score in scores]
    total = sum(weights)
    return {at: weight / total for at, weight in enumerate(weights)}


def _best(name: Name, scores: Sequence[float]) -> Entry:
    at = max(range(len(scores)), key=lambda i: (scores[i], name.entries[i].population, -name.entries[i].id))
    return name.entries[at]


def _reasons(name: Name, entry: Entry, evidence: _Evidence, shares: Mapping[int, float]) -> tuple[str, ...]:
    reasons = [hint.reason for hint in name.hints if supports(hint, entry)]
    if len(name.entries) == 1:
        reasons.append("the only place of this name in the gazetteer")
    elif not entry.is_country:
        others = evidence.without(shares, name).countries
        if others.get(entry.country, 0.0) > 0.3 * _total(others):
            reasons.append(f"the report speaks of {entry.country}")
    if name.level is not None:
        reasons.append(f"called a {name.level.value}")
    if not reasons:
        reasons.append("a country of this name" if entry.is_country else "the best known of this name")
    return tuple(dict.fromkeys(reasons))
