"""Stretches of the report that are spelled like a place of the gazetteer, before it is decided whether they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.analyses.places.words import Line, Word
from hearsay.records.span import Span
from hearsay.vocabulary.countries import countries, countries_of
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.gazetteer import Gazetteer
from hearsay.vocabulary.place_words import ARTICLES, CONNECTORS, FUNCTION_WORDS, area_abbreviations

LONGEST_NAME = 6  # words; longer names of places are not met in the press
_ACRONYM = 3  # letters: in a text all in capitals these are words ("US", "CAR")


@dataclass(frozen=True, slots=True)
class Match:
    """Words `first` to `last` (exclusive) of a line that are a name of each of `entries`."""

    line: int
    first: int
    last: int
    span: Span
    text: str
    key: str
    entries: tuple[Entry, ...]

    @property
    def words(self) -> int:
        """How many words the name has."""
        return self.last - self.first


class NameFinder:
    """Finds the longest names of the gazetteer in a report's lines."""

    def __init__(self, text: str, gazetteer: Gazetteer) -> None:
        self._text = text
        self._gazetteer = gazetteer

    def matches(self, lines: Sequence[Line]) -> list[Match]:
        """All names, longest first at each word, none inside another, in text order."""
        return [match for number, line in enumerate(lines) for match in self._in_line(number, line)]

    def _in_line(self, number: int, line: Line) -> Iterator[Match]:
        at = 0
        while at < len(line.words):
            match = self._longest(number, line, at)
            if match is None:
                at += 1
            else:
                yield match
                at = match.last

    def _longest(self, number: int, line: Line, first: int) -> Match | None:
        words = line.words
        if not _may_open(words, first):
            return None
        for last in range(_reach(words, first), first, -1):
            if not words[last - 1].capital:
                continue
            span = Span(words[first].span.start, words[last - 1].span.end)
            text = span.of(self._text)
            key = fold(text)
            entries = self._entries(text, key, line, first)
            if entries:
                return Match(line=number, first=first, last=last, span=span, text=text, key=key, entries=entries)
        return None

    def _entries(self, text: str, key: str, line: Line, first: int) -> tuple[Entry, ...]:
        if line.capitals and len(key) <= _ACRONYM:
            return ()
        entries = {entry.id: entry for entry in self._countries(text)}
        if not _is_acronym(text):
            entries |= {entry.id: entry for entry in self._gazetteer.named(key) if entry.id not in entries}
        abbreviated = area_abbreviations().get(text.replace(".", "").replace(" ", ""))
        if abbreviated and (line.words[first].gap.startswith(",") or "." in text):
            area = self._gazetteer.area(*abbreviated)
            return (area,) if area else ()
        return tuple(entries.values())

    def _countries(self, text: str) -> Iterator[Entry]:
        for code in countries_of(text):
            country = countries()[code]
            entry = self._gazetteer.entry(country.geonames_id) if country.geonames_id else None
            yield entry or Entry(
                id=0,
                name=country.name,
                country=code,
                admin1="",
                admin2="",
                feature="A.PCLH",
                latitude=None,
                longitude=None,
                population=country.population,
            )


def _is_acronym(text: str) -> bool:
    """True for "I.S." and "US", which are no town's name however a village may be called."""
    letters = text.replace(".", "")
    return len(letters) <= _ACRONYM and letters.isupper() and (len(letters) < len(text) or len(letters) <= 2)


def _may_open(words: Sequence[Word], first: int) -> bool:
    """True for a capital, or for an article that hangs on one: "al-Hasakah"."""
    word = words[first]
    if word.lower in ARTICLES and not word.capital:
        return first + 1 < len(words) and words[first + 1].capital and words[first + 1].joined
    if not word.capital or not word.text[0].isalpha():
        return False
    return not (first == 0 and word.lower in FUNCTION_WORDS and word.lower != "the")


def _reach(words: Sequence[Word], first: int) -> int:
    """The end (exclusive) of the longest stretch that may be one name."""
    last = first + 1
    while last < len(words) and last - first < LONGEST_NAME and words[last].joined:
        word = words[last]
        if not word.capital and word.lower not in CONNECTORS:
            break
        last += 1
    return last
