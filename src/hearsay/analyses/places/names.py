"""Stretches of the report that are spelled like a place of the gazetteer, before it is decided whether they are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from hearsay.analyses.places.words import Line, Word
from hearsay.records.span import Span
from hearsay.vocabulary.countries import countries, countries_of, demonym_countries
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.gazetteer import Gazetteer
from hearsay.vocabulary.place_words import (
    ADMIN1_WORDS,
    ADMIN2_WORDS,
    ARTICLES,
    CONNECTORS,
    FUNCTION_WORDS,
    area_abbreviations,
)

LONGEST_NAME = 6  # words; longer names of places are not met in the press
_OPENERS = FUNCTION_WORDS - {"new", "the"}
_ALSO_ACTORS = frozenset(("state", "states", "republic", "department", "departments", "agency", "emirate", "commune"))
_LISTED = frozenset("counties provinces districts governorates prefectures oblasts cantons municipalities".split())
_LONGEST_LIST = 12  # words
_ACRONYM_INSIDE = 5  # letters: longer words in capitals are shouted, or a dateline's
_REMEMBERED = 65_536  # spellings with a capital
_MAY_GO_ON = frozenset(".'’ʼ`")  # behind a word: an abbreviation's full stop, a name's own "'s"
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

    def given(self, lines: Sequence[Line], names: Sequence[Span]) -> dict[Span, Match]:
        """The matches of names that are known, in text order; without those that the gazetteer lacks."""
        found: dict[Span, Match] = {}
        for number, line in enumerate(lines):
            for span in sorted(name for name in names if line.words and _holds(line, name)):
                inside = [at for at, word in enumerate(line.words) if word.start < span.end and span.start < word.end]
                text = span.of(self._text)
                entries = self._entries_given(text, line, inside[0], inside[-1] + 1) if inside else ()
                if entries:
                    found[span] = Match(number, inside[0], inside[-1] + 1, span, text, fold(text), entries)
        return found

    def _entries_given(self, text: str, line: Line, first: int, last: int) -> tuple[Entry, ...]:
        entries = (*self._entries(text, line, first), *self._counties(text, line, last))
        return entries or tuple(country_entry(self._gazetteer, code) for code in demonym_countries(text))

    def _in_line(self, number: int, line: Line) -> Iterator[Match]:
        at = 0
        while at < len(line.words):
            word = line.words[at]
            opens = word.capital or word.lower in ARTICLES
            match = self._longest(number, line, at) if opens else None
            if match is None:
                at += 1
            else:
                yield match
                at = match.last

    def _longest(self, number: int, line: Line, first: int) -> Match | None:
        words = line.words
        if not _may_open(words, first) or (line.capitals and words[first].lower == "the"):
            return None
        for last in range(_reach(words, first), first, -1):
            if not words[last - 1].capital or (last - first == 1 and _is_opener(words, first)):
                continue
            for span in self._spans(words, first, last):
                text = span.of(self._text)
                entries = (*self._entries(text, line, first), *self._counties(text, line, last))
                if not entries and last - first > 1 and demonym_countries(text):
                    return None  # the "Sri" of "Sri Lankan" is no place of its own
                if entries and not self._is_said_better(words, first, last, entries, line):
                    found = Match(number, first, last, span, text, fold(text), entries)
                    return self._with_level(found, words)
        return None

    def _spans(self, words: Sequence[Word], first: int, last: int) -> Iterator[Span]:
        """The words, with what an abbreviation's full stop or a name's own "'s" adds: "W.Va.", "St. John's"."""
        start, end = words[first].start, words[last - 1].end
        if self._text[end : end + 1] not in _MAY_GO_ON:
            yield Span(start, end)
            return
        if words[last - 1].possessive and last - first > 1 and self._text[end + 1 : end + 2] in ("s", "S"):
            yield Span(start, end + 2)
        if (
            self._text[end : end + 1] == "." != self._text[end - 1]
            and self._text[start:end].replace(".", "") in area_abbreviations()
        ):
            yield Span(start, end + 1)
        yield Span(start, end)

    def _is_said_better(
        self, words: Sequence[Word], first: int, last: int, entries: tuple[Entry, ...], line: Line
    ) -> bool:
        """True for "The Vatican" and "In Salah" when the rest is a name as well, and for two names with an "and"."""
        listed = any(word.lower == "and" for word in words[first + 1 : last])
        if listed and not any(entry.is_country or entry.feature.startswith("A.") for entry in entries):
            return True
        opener = words[first].lower in ("the", "der") or _is_opener(words, first)
        if not opener or last - first < 2:
            return False
        text = Span(words[first + 1].start, words[last - 1].end).of(self._text)
        rest = self._entries(text, line, first + 1)
        if words[first].lower == "the":
            return bool({entry.id for entry in rest} & {entry.id for entry in entries})
        return bool(rest)

    def _with_level(self, match: Match, words: Sequence[Word]) -> Match:
        """The match with a capitalised "Province", "District" or "County" behind it, which belongs to the name."""
        if match.last >= len(words) or not any(entry.feature.startswith("A.ADM") for entry in match.entries):
            return match
        word = words[match.last]
        if not word.joined or not word.capital or word.lower not in (ADMIN1_WORDS | ADMIN2_WORDS) - _ALSO_ACTORS:
            return match
        span = Span(match.span.start, word.end)
        return replace(match, last=match.last + 1, span=span, text=span.of(self._text))

    def _entries(self, text: str, line: Line, first: int) -> tuple[Entry, ...]:
        senses = _senses(self._gazetteer, text)
        if senses is None or (line.capitals and len(fold(text)) <= _ACRONYM):
            return ()
        if fold(text) == "us" and self._is_money(line, first):
            return ()
        spelled_out = "." in text.rstrip(".") or _is_spelled_out(text)
        if senses.abbreviated and (line.words[first].gap.startswith(",") or spelled_out):
            area = self._gazetteer.area(*senses.abbreviated)
            return (area,) if area else ()
        named = len(senses.entries) > len(senses.countries) and not _is_acronym(text, line, first)
        return senses.entries if named else senses.countries

    def _counties(self, text: str, line: Line, last: int) -> tuple[Entry, ...]:
        """Counties of a list: "in Otoe and Sarpy counties"; alone, counties of the US are known by the word only."""
        if "counties" not in line.said or listed_level(line.words, last) != "counties":
            return ()
        return self._gazetteer.named(f"{fold(text)} county")

    def _is_money(self, line: Line, first: int) -> bool:
        end = line.words[first].end
        return self._text[end : end + 1] == "$"


@dataclass(frozen=True, slots=True)
class _Senses:
    """What a spelling may stand for, whatever stands around it: `entries`, of which `countries` are the first.

    `abbreviated`: the codes of the area that it is short for.
    """

    entries: tuple[Entry, ...]
    countries: tuple[Entry, ...]
    abbreviated: tuple[str, str] | None


@lru_cache(_REMEMBERED)
def _senses(gazetteer: Gazetteer, text: str) -> _Senses | None:
    """None for what names nothing: nearly all capitalised words, which a report says over and over."""
    countries = {entry.id: entry for entry in (country_entry(gazetteer, code) for code in countries_of(text))}
    if not countries and demonym_countries(text):
        return None
    entries = {entry.id: entry for entry in gazetteer.named(fold(text))}
    abbreviated = area_abbreviations().get(text.replace(".", "").replace(" ", ""))
    if not (countries or entries or abbreviated):
        return None
    return _Senses(tuple((countries | entries | countries).values()), tuple(countries.values()), abbreviated)


def country_entry(gazetteer: Gazetteer, code: str) -> Entry:
    """A country of the table as the gazetteer has it, or made of the table where it has none."""
    country = countries()[code]
    entry = gazetteer.entry(country.geonames_id) if country.geonames_id else None
    return entry or Entry(
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


def listed_level(words: Sequence[Word], at: int) -> str | None:
    """The plural behind a list that the name before `at` stands in: "provinces" of "Kunduz and Balkh provinces"."""
    for word in words[at : at + _LONGEST_LIST]:
        if word.lower in _LISTED and word.gap == " ":
            return word.lower
        if word.gap.strip() not in ("", ",") or not (word.capital or word.lower in ("and", "or")):
            return None
    return None


def _holds(line: Line, name: Span) -> bool:
    """True when the name lies between the line's first and last word."""
    return line.words[0].start <= name.start and name.end <= line.words[-1].end + 2


def _is_spelled_out(text: str) -> bool:
    """True for "NSW" and "Calif.", which need no comma before them as "Miss" or "LA" do."""
    return (len(text.replace(".", "")) > 2 and text.isupper()) or text in ("Calif.", "Ariz.", "Conn.", "Okla.", "Tenn.")


def _is_acronym(text: str, line: Line, first: int) -> bool:
    """True for "I.S." and "FDA", which are no town's name; datelines, which are in capitals too, open a line."""
    letters = text.replace(".", "")
    if not letters.isupper() or line.capitals or not letters.isalpha():
        return len(letters) <= 2 and letters.isupper()
    longest = _ACRONYM if first == 0 else _ACRONYM_INSIDE
    return len(letters) <= longest or len(letters) < len(text)


def _may_open(words: Sequence[Word], first: int) -> bool:
    """True for a capital, or for an article that hangs on one: "al-Hasakah"."""
    word = words[first]
    if word.lower in ARTICLES and not word.capital:
        return first + 1 < len(words) and words[first + 1].capital and words[first + 1].joined
    return word.capital and word.text[0].isalpha()


def _is_opener(words: Sequence[Word], first: int) -> bool:
    """True for a small word that has its capital from the start of the sentence."""
    return first == 0 and words[first].lower in _OPENERS


def _reach(words: Sequence[Word], first: int) -> int:
    """The end (exclusive) of the longest stretch that may be one name."""
    last = first + 1
    while last < len(words) and last - first < LONGEST_NAME and words[last].linked:
        word = words[last]
        if not word.capital and word.lower not in CONNECTORS | ARTICLES:
            break
        last += 1
    return last
