"""Places without an entry of their own: sites ("a police academy in Quetta"), parts ("northern Mali"), and regions
that are only described ("its border tribal regions"). None of them has coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.analyses.places.names import Match
from hearsay.analyses.places.words import Line, Word
from hearsay.records.place import PlacePrecision
from hearsay.records.span import Span
from hearsay.vocabulary.countries import demonym_countries
from hearsay.vocabulary.place_words import (
    ARTICLES,
    CITY_WORDS,
    CONNECTORS,
    DIRECTIONS,
    FACILITIES,
    FUNCTION_WORDS,
    ORGANISATION_WORDS,
    PLACE_BEFORE,
    REGION_ADJECTIVES,
    REGION_NOUNS,
    WEAK_FACILITIES,
)

_TOUCHING = frozenset("on against hit struck".split())
_INSIDE = frozenset(("in", "at", "of", "inside", "within"))
_BESIDE = frozenset(("near", "outside", "around"))
_DETERMINERS = frozenset("a an the one another this that same its his her their our".split())
_NAMED_FIRST = frozenset("camp fort hotel hospital checkpoint forward base mosque masjid".split())
_NOT_NAMES = FUNCTION_WORDS | PLACE_BEFORE
_MODIFIERS = frozenset(
    """police military army air naval refugee training border navy central main bus railway train fuel gas oil power
    international city town detention displacement labour labor high primary secondary""".split()
)
_SIDES = frozenset(
    "north south east west northeast northwest southeast southwest north-east north-west south-east".split()
)
_LINKS = DIRECTIONS | CITY_WORDS | {"the", "a", "of", "in", "nearby", "downtown", "central"}
_REACH = 4  # words between a facility and the place that it is in


@dataclass(frozen=True, slots=True)
class Description:
    """A place that the report describes. `anchor` is the index of the match that it lies in or is part of.

    `beside` when it is only near the anchor; `countries` are those of a demonym beside it; `owned` when the words
    before it ("its") point at a country named earlier.
    """

    span: Span
    line: int
    precision: PlacePrecision
    anchor: int | None
    beside: bool
    countries: tuple[str, ...]
    owned: bool
    reason: str


class Describer:
    """Finds descriptions around the names of one report.

    `places` are the matches that are places, or locate other names, by their index.
    """

    def __init__(self, lines: Sequence[Line], places: Mapping[int, Match]) -> None:
        self._lines = lines
        self._at: dict[tuple[int, int], int] = {}
        self._matches_of: dict[int, list[tuple[int, Match]]] = {}  # by line
        for index, match in places.items():
            self._matches_of.setdefault(match.line, []).append((index, match))
            for word in range(match.first, match.last):
                self._at[match.line, word] = index
        self._matches = places

    def descriptions(self) -> Iterator[Description]:
        """All descriptions, in text order of their lines."""
        for number, line in enumerate(self._lines):
            facilities = not FACILITIES.isdisjoint(line.said)
            if facilities and not line.capitals and not line.titled:
                yield from self._named_sites(number, line)
            if facilities:
                yield from self._described_sites(number, line)
            yield from self._parts(number, line)
            if not REGION_NOUNS.isdisjoint(line.said):
                yield from self._regions(number, line)

    def _named_sites(self, number: int, line: Line) -> Iterator[Description]:
        """ "Balochistan Police College", "Camp Speicher", "University of Karachi"."""
        words = line.words
        at = 0
        while at < len(words):
            if words[at].capital and words[at].lower in FACILITIES:
                first, last = self._site_name(words, at)
                goes_on = last < len(words) and words[last].joined and words[last].capital
                if (
                    last - first > 1
                    and not goes_on
                    and self._is_site(words, first, at)
                    and not self._covered(number, first, last)
                ):
                    yield self._site(number, line, first, last, "a facility's name")
                    at = last
                    continue
            elif words[at].lower in FACILITIES and words[at].joined:
                yield from self._half_named(number, line, at)
            at += 1

    def _half_named(self, number: int, line: Line, at: int) -> Iterator[Description]:
        """ "Bab al-Hawa crossing", "Zaatari refugee camp": the kind of facility is written small."""
        first = at
        while first > 0 and line.words[first].joined and line.words[first - 1].lower in _MODIFIERS:
            first -= 1
        if not first or not line.words[first].joined or not _may_name(line.words[first - 1], first == 1):
            return
        name, _ = self._site_name(line.words, first - 1)
        if line.words[first - 1].capital and name < first and self._is_site(line.words, name, at):
            if demonym_countries(line.words[name].text) and first - name == 1:
                return
            yield self._site(number, line, name, at + 1, "a facility's name")

    def _site_name(self, words: Sequence[Word], at: int) -> tuple[int, int]:
        first = at
        while first > 0 and words[first].joined and _may_name(words[first - 1], first == 1):
            first -= 1
        while first < at and words[first].lower in ("of", "and", "the", "de", "la"):
            first += 1
        last = at + 1
        while last < len(words) and words[last].joined and words[last].capital and words[last].lower in FACILITIES:
            last += 1
        if first == at and (words[at].lower in _NAMED_FIRST or (last < len(words) and words[last].lower == "of")):
            while (
                last < len(words)
                and words[last].joined
                and (words[last].capital or words[last].lower in ("of", "the") or words[last].lower in ARTICLES)
            ):
                last += 1
            while not words[last - 1].capital:
                last -= 1
        return first, last

    def _is_site(self, words: Sequence[Word], first: int, at: int) -> bool:
        if words[at].lower not in WEAK_FACILITIES:
            return True
        before = [word for word in words[max(0, first - 2) : first] if word.lower != "the"]
        return bool(before) and (before[-1].lower in PLACE_BEFORE | _TOUCHING or _is_deed(before[-1]))

    def _covered(self, number: int, first: int, last: int) -> bool:
        """True when the gazetteer knows the whole name."""
        index = self._at.get((number, first))
        return index is not None and self._matches[index].last >= last and self._matches[index].first <= first

    def _site(self, number: int, line: Line, first: int, last: int, reason: str) -> Description:
        anchor, beside = self._anchor_behind(number, line, last)
        if anchor is None:
            inside = (self._at.get((number, word)) for word in range(first, last))
            anchor = next((index for index in inside if index is not None), None)
        return Description(
            span=Span(line.words[first].start, line.words[last - 1].end),
            line=number,
            precision=PlacePrecision.SITE,
            anchor=anchor,
            beside=beside,
            countries=(),
            owned=False,
            reason=reason,
        )

    def _anchor_behind(self, number: int, line: Line, last: int) -> tuple[int | None, bool]:
        """The place that "in X", "near X" or ", X" behind a facility names, and whether it is only near."""
        words = line.words
        led = None
        for at in range(last, min(last + _REACH + 1, len(words))):
            word = words[at]
            index = self._at.get((number, at))
            if index is not None:
                if led is None and word.gap.strip() != ",":
                    return None, False
                return index, led in _BESIDE
            if word.gap.strip() or word.possessive:
                return None, False
            if led is None and word.lower in _INSIDE | _BESIDE:
                led = word.lower
            elif word.lower not in _LINKS and not demonym_countries(word.text):
                return None, False
        return None, False

    def _described_sites(self, number: int, line: Line) -> Iterator[Description]:
        """ "a police academy in Quetta": only where the words say what it is in or near."""
        for at, word in enumerate(line.words):
            if word.capital or word.lower not in FACILITIES or line.capitals:
                continue
            anchor, beside = self._anchor_behind(number, line, at + 1)
            first = at
            while first > 0 and at - first < 3 and line.words[first].joined and _may_describe(line.words[first - 1]):
                first -= 1
            if anchor is not None and first > 0 and line.words[first - 1].lower in _DETERMINERS:
                site = self._site(number, line, first, at + 1, "a facility")
                yield site if not beside else _beside(site)

    def _parts(self, number: int, line: Line) -> Iterator[Description]:
        """ "northern Mali", "the south of Yemen", "Pakistan's northwest"."""
        words = line.words
        for index, match in self._matches_of.get(number, ()):
            if _begins_organisation(words, match.last):
                continue
            first = match.first
            if not _is_wide(match):
                before = words[first - 1] if first else None
                if (
                    before
                    and before.capital
                    and before.lower in DIRECTIONS
                    and words[first].joined
                    and not line.capitals
                ):
                    yield _part(number, line, index, first - 1, match.last)
                continue
            if first and words[first].joined and words[first - 1].lower in DIRECTIONS:
                yield _part(number, line, index, first - 1, match.last)
            elif first > 1 and words[first - 1].lower == "of" and words[first - 2].lower in DIRECTIONS:
                if first > 2 and words[first - 3].lower == "the":
                    yield _part(number, line, index, first - 2, match.last)
            elif words[match.last - 1].possessive and match.last < len(words) and _is_noun_direction(words, match.last):
                yield _part(number, line, index, match.first, match.last + 1)

    def _regions(self, number: int, line: Line) -> Iterator[Description]:
        """ "border tribal regions", with the country that owns them."""
        words = line.words
        for at, word in enumerate(words):
            if word.lower not in REGION_NOUNS or word.capital:
                continue
            first = at
            while first and words[first].joined and words[first - 1].lower in REGION_ADJECTIVES:
                first -= 1
            if first == at or (words[first].lower in DIRECTIONS and (number, first + 1) in self._at):
                continue
            anchor, _ = self._anchor_behind(number, line, at + 1)
            owner = words[first - 1] if first else None
            if anchor is None and owner is not None:
                anchor = self._at.get((number, first - 1))
            yield Description(
                span=Span(words[first].start, word.end),
                line=number,
                precision=PlacePrecision.REGION,
                anchor=anchor,
                beside=False,
                countries=demonym_countries(owner.text) if owner else (),
                owned=True,
                reason="a region that is described, not named",
            )


def _may_name(word: Word, opens: bool) -> bool:
    """True for words that a facility's name may begin with or go through."""
    if word.possessive and not word.capital:
        return False
    if word.lower in _NOT_NAMES and (opens or not word.capital):
        return False
    return word.capital or word.lower in CONNECTORS - {"of", "the", "in", "and", "at", "y", "e", "d", "l", "i"}


def _is_deed(word: Word) -> bool:
    """True for "raided", "storming": what is done to a site, and hardly to an institution."""
    return not word.capital and word.lower.endswith(("ed", "ing"))


def _is_wide(match: Match) -> bool:
    """True for what has parts that a report names: countries, first-level areas, regions."""
    return any(entry.is_country or entry.is_admin1 or entry.feature.startswith("L.") for entry in match.entries)


def _may_describe(word: Word) -> bool:
    if word.lower in _MODIFIERS:
        return True
    return not word.capital and not word.possessive and word.lower not in _NOT_NAMES | _DETERMINERS


def _begins_organisation(words: Sequence[Word], at: int) -> bool:
    """True where the name goes on as an organisation's: "Front" behind "Coastal Liberation"."""
    while at < len(words) and words[at].joined and words[at].capital:
        if words[at].lower in ORGANISATION_WORDS:
            return True
        at += 1
    return False


def _is_noun_direction(words: Sequence[Word], at: int) -> bool:
    behind = words[at + 1] if at + 1 < len(words) else None
    return words[at].lower in _SIDES and not (behind and behind.joined and behind.capital)


def _part(number: int, line: Line, index: int, first: int, last: int) -> Description:
    return Description(
        span=Span(line.words[first].start, line.words[last - 1].end),
        line=number,
        precision=PlacePrecision.REGION,
        anchor=index,
        beside=False,
        countries=(),
        owned=False,
        reason="a part of a larger area",
    )


def _beside(site: Description) -> Description:
    return Description(
        span=site.span,
        line=site.line,
        precision=site.precision,
        anchor=site.anchor,
        beside=True,
        countries=site.countries,
        owned=site.owned,
        reason=site.reason,
    )
