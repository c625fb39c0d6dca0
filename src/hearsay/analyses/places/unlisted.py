"""Places that are named but stand in no gazetteer: "the village of X", "X district", "Lake X", "the X Valley".

They get the level that their words give, and no coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hearsay.analyses.places.descriptions import Description
from hearsay.analyses.places.names import Match
from hearsay.analyses.places.words import Line, Word
from hearsay.records.place import PlacePrecision
from hearsay.records.span import Span
from hearsay.vocabulary.communities import community
from hearsay.vocabulary.countries import demonym_countries
from hearsay.vocabulary.place_words import (
    ADMIN1_WORDS,
    ADMIN2_WORDS,
    ARTICLES,
    CITY_WORDS,
    CONNECTORS,
    DIRECTIONS,
    FUNCTION_WORDS,
    LAND_BEFORE,
    MONTHS_AND_DAYS,
    ORGANISATION_WORDS,
    PLACE_BEFORE,
    TITLES_BEFORE,
    WATER_AND_LAND,
)

_AREAS = (ADMIN1_WORDS | ADMIN2_WORDS) - {
    "state",
    "states",
    "republic",
    "department",
    "departments",
    "agency",
    "region",
}
_TOWNS = CITY_WORDS - {"capital", "cities", "towns", "commune", "resort", "stronghold", "port", "metropolis"}
_VILLAGES = frozenset({"village", "hamlet"})
"""Behind a name these make it a place whatever stands before it: "Sunday's attack on Tilora village"."""
_TOWN_OF = CITY_WORDS - {"capital", "commune", "resort", "stronghold", "port"}
_LENGTHS = frozenset("km kms kilometre kilometres kilometer kilometers mile miles".split())
_AWAY = frozenset("north south east west northeast northwest southeast southwest off from outside away inside".split())
_FAR = 5  # words between a name and the length: ", a village some 90 kilometres"
_INSIDE_NAMES = (CONNECTORS | ARTICLES) - {"of", "the", "and", "in", "at", "i", "e", "y", "d", "l"}
_NOT_NAMES = FUNCTION_WORDS | TITLES_BEFORE | MONTHS_AND_DAYS
_LAND = WATER_AND_LAND - {"coast", "border", "sea", "ocean", "pass", "triangle", "forest"}


class UnlistedFinder:
    """Finds names that the gazetteer lacks by the words beside them. `taken`: the matches that are places already."""

    def __init__(self, lines: Sequence[Line], taken: Mapping[int, Match], sites: Sequence[Span]) -> None:
        self._lines = lines
        self._taken = {(match.line, word) for match in taken.values() for word in range(match.first, match.last)}
        self._anchors = {(match.line, match.first): index for index, match in taken.items()}
        self._sites = sites

    def descriptions(self) -> Iterator[Description]:
        """Each unlisted name, in text order."""
        for number, line in enumerate(self._lines):
            if line.capitals or line.titled:
                continue
            at = 0
            while at < len(line.words):
                if not line.words[at].capital:
                    at += 1
                    continue
                last = self._name_end(line.words, at)
                found = self._read(number, line.words, at, last) if last > at else None
                if found is not None and not any(site.overlaps(found.span) for site in self._sites):
                    yield found
                at = max(at + 1, last)

    def _name_end(self, words: Sequence[Word], first: int) -> int:
        """The end of the run of capitalised words that begins at `first`; `first` itself when that begins no name."""
        if first == 0 and words[first].lower in _NOT_NAMES:
            return first
        last = first + 1
        while last < len(words) and words[last].joined and not _parts(words, last):
            goes_on = words[last].capital or (
                words[last].lower in _INSIDE_NAMES
                and last + 1 < len(words)
                and words[last + 1].capital
                and words[last + 1].joined
            )
            if not goes_on:
                break
            last += 1
        return last

    def _read(self, number: int, words: Sequence[Word], first: int, last: int) -> Description | None:
        while first < last and (words[first].lower in DIRECTIONS or demonym_countries(words[first].text)):
            first += 1
        if first >= last or words[first].lower in _NOT_NAMES or len(words[first].text) < 3:
            return None
        run = range(first, last)
        land = words[first].lower in LAND_BEFORE or words[last - 1].lower in _LAND
        land = land and words[last - 1].lower not in ORGANISATION_WORDS  # "the River League"
        body = words[last - 1].lower not in _LAND and all(words[word].entity == "ORG" for word in run)
        land = land and not body  # "told Bay Courier"
        if land and last - first > 1 and not ((number, first) in self._taken and (number, last - 1) in self._taken):
            return self._found(number, words, first, last, PlacePrecision.REGION, "a feature of the land")
        if any((number, word) in self._taken for word in run) or words[last - 1].entity in ("PER", "ORG"):
            return None
        tagged = all(words[word].entity == "LOC" and words[word].tag in ("PROPN", "X") for word in run)
        tagged = tagged and first > 0 and words[first - 1].lower in PLACE_BEFORE
        precision = _level_behind(words, first, last) or _level_before(words, first) or _town_told(words, first, last)
        if tagged and precision is None:
            return self._found(number, words, first, last, PlacePrecision.REGION, "a place to the name tagger alone")
        if precision is None and not self._stands_before_area(number, words, first, last):
            return None
        if any(words[word].lower in ORGANISATION_WORDS for word in run):
            return None
        return self._found(number, words, first, last, precision or PlacePrecision.CITY, "named, not in the gazetteer")

    def _stands_before_area(self, number: int, words: Sequence[Word], first: int, last: int) -> bool:
        """ "in Gossi, Mali": a name behind a word of place and before a comma and a known place."""
        before = words[first - 1].lower if first else ""
        follows = last < len(words) and words[last].gap.strip() == "," and (number, last) in self._anchors
        return follows and before in PLACE_BEFORE and last - first <= 3

    def _found(
        self, number: int, words: Sequence[Word], first: int, last: int, precision: PlacePrecision, reason: str
    ) -> Description:
        comma = last < len(words) and words[last].gap.strip() == ","
        led = last < len(words) and words[last].lower == "in"
        anchor = self._anchors.get((number, last)) if comma else None
        if led:
            anchor = next(
                (self._anchors[number, at] for at in (last + 1, last + 2) if (number, at) in self._anchors), None
            )
        return Description(
            span=Span(words[first].start, words[last - 1].end),
            line=number,
            precision=precision,
            anchor=anchor,
            beside=False,
            countries=(),
            owned=False,
            reason=reason,
        )


def _parts(words: Sequence[Word], at: int) -> bool:
    """True where the name tagger sees a place begin or end inside a run of capitals."""
    one, other = words[at - 1].entity, words[at].entity
    return one != other and "LOC" in (one, other)


def _level_behind(words: Sequence[Word], first: int, last: int) -> PlacePrecision | None:
    """The level that "Province" at the end of a name, or "district" behind it, gives."""
    own = words[last - 1].lower
    if last - first > 1 and own in _AREAS:
        return PlacePrecision.ADMIN1 if own in ADMIN1_WORDS else PlacePrecision.ADMIN2
    if last >= len(words) or not words[last].joined or words[last].gap != " " or last - first > 3:
        return None
    behind = words[last].lower
    if behind in _AREAS:
        return PlacePrecision.ADMIN1 if behind in ADMIN1_WORDS else PlacePrecision.ADMIN2
    guided = first > 0 and (words[first - 1].lower in PLACE_BEFORE or words[first - 1].lower == "the")
    tagged = first > 0 and behind in _VILLAGES and all(word.entity == "LOC" for word in words[first:last])
    tagged = tagged and community(words[last - 1].text) is None  # "a Sinhalese village" is one of theirs
    return PlacePrecision.CITY if behind in _TOWNS and (guided or tagged) else None


def _level_before(words: Sequence[Word], first: int) -> PlacePrecision | None:
    """The level that "the village of" before a name gives."""
    if first < 2 or words[first - 1].lower != "of" or words[first - 2].capital or not words[first].joined:
        return None
    before = words[first - 2].lower
    if before in _TOWN_OF:
        return PlacePrecision.CITY
    if before in ADMIN2_WORDS:
        return PlacePrecision.ADMIN2
    return PlacePrecision.ADMIN1 if before in ("province", "governorate", "oblast") else None


def _town_told(words: Sequence[Word], first: int, last: int) -> PlacePrecision | None:
    """The level that "the village, X," and "X, 90 kilometres southeast of" give."""
    if last - first > 3:
        return None
    comma = words[first].gap.strip() == "," and (last == len(words) or words[last].gap.strip() == ",")
    if comma and first > 1 and words[first - 1].lower in _TOWN_OF and not words[first - 1].capital:
        return PlacePrecision.CITY
    behind = words[last : last + _FAR + 3]
    if not behind or behind[0].gap.strip() not in (",", "(", ""):
        return None
    for at, word in enumerate(behind[1:_FAR], start=1):
        if word.lower in _LENGTHS and behind[at - 1].lower.isalnum() and not behind[at - 1].capital:
            return PlacePrecision.CITY if any(one.lower in _AWAY for one in behind[at + 1 : at + 4]) else None
    return None
