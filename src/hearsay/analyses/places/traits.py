"""What a spelling's surroundings are like, as the names of traits: what was learned of them decides, see `weighing.py`.

A trait is a short text, its kind before "=" and its value behind. Traits are of the words around the name, of the
places that it may be, of the same name elsewhere in the report, and of the other places there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from hearsay.analyses.places.judgement import Judgement, Verdict
from hearsay.analyses.places.names import Match
from hearsay.analyses.places.words import Line, Word
from hearsay.vocabulary.countries import demonym_countries
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.place_words import FUNCTION_WORDS, LEVELS, TITLES_BEFORE, ambiguous_words

_WEAK = ("known by this name", "a place elsewhere in the report", "in a row with places")
_SIZES = (0, 1_000, 5_000, 15_000, 50_000, 100_000, 300_000, 1_000_000, 5_000_000)
_QUOTED = re.compile(r"['\"]")
_REMEMBERED = 65_536  # names


class Report:
    """The traits of all names of a report."""

    def __init__(self, judgements: Sequence[Judgement], lines: Sequence[Line]) -> None:
        self._lines = lines
        self._judgements = judgements
        self._said: Counter[str] = Counter()
        self._countries: Counter[str] = Counter()
        self._areas: Counter[tuple[str, str]] = Counter()
        self._owns: dict[str, tuple[str, tuple[str, str]]] = {}
        self._strong: Counter[str] = Counter()
        self._surnames: Counter[str] = Counter()
        for judgement in judgements:
            self._count(judgement)

    def _count(self, judgement: Judgement) -> None:
        match = judgement.match
        self._said[match.key] += 1
        if judgement.verdict is Verdict.PLACE:
            if match.key not in self._owns:
                best = max(match.entries, key=lambda entry: (entry.is_country, entry.population))
                self._owns[match.key] = (best.country, (best.country, best.admin1))
                self._countries[best.country] += 1
                self._areas[best.country, best.admin1] += 1
            if not judgement.reason.startswith(_WEAK):
                self._strong[match.key] += 1
        if _ends_full_name(match, self._lines[match.line]):
            self._surnames[match.key] += 1

    def traits(self, index: int) -> list[str]:
        """The traits of the name at this place of the list."""
        judgement = self._judgements[index]
        match = judgement.match
        words = self._lines[match.line].words
        case = "T" if self._lines[match.line].titled else ""
        reason = _kind_of(judgement)
        size, kinds = _standing(match.entries, match.key)
        first, last = match.first, match.last
        left = words[first - 1].lower if first else "<"
        right = words[last].lower if last < len(words) else ">"
        gap_behind = words[last].gap.strip() if last < len(words) else ">"
        before, behind = _shape_before(words, match) + case, _shape_behind(words, match) + case
        near = self._nearness(match)
        found = [
            f"reason,size={reason},{size}",
            f"kinds={kinds}",
            f"mostly={ambiguous_words().get(match.key, '-')},{size}",
            f"words={match.words}",
            f"key={match.key}",
            f"end={match.key[-3:]}",
            f"left={left}",
            f"right={right}",
            f"left2={words[first - 2].lower if first > 1 else '<'},{left}",
            f"right2={right},{words[last + 1].lower if last + 1 < len(words) else '>'}",
            f"shapes={before}{behind}",
            f"left shape={before},{reason}",
            f"right shape={behind},{reason}",
            f"gaps={words[first].gap.strip() if first else '<'},{gap_behind}",
            f"elsewhere={self._elsewhere(judgement)}",
            f"near,size={near},{size}",
            f"near,reason={near},{reason}",
        ]
        if last < len(words) and words[last].capital:
            found.append(f"right end={right[-3:]}")
        return found

    def _elsewhere(self, mine: Judgement) -> str:
        """How often the name ends a person's full name elsewhere, is a place beyond doubt, and is said at all."""
        key = mine.match.key
        surnames = self._surnames[key] - _ends_full_name(mine.match, self._lines[mine.match.line])
        strong = self._strong[key] - (mine.verdict is Verdict.PLACE and not mine.reason.startswith(_WEAK))
        return f"{min(2, surnames)},{min(2, strong)},{min(3, self._said[key])}"

    def _nearness(self, match: Match) -> str:
        """Whether another place of the report lies in an area, or only in a country, that this may lie in."""
        country, area = self._owns.get(match.key, ("", ("", "")))
        others = sum(self._countries.values()) - (match.key in self._owns)
        if not others:
            return "none"
        best_area = best_country = 0
        for entry in match.entries:
            if entry.country:
                code = (entry.country, entry.admin1)
                best_area = max(best_area, self._areas[code] - (code == area)) if entry.admin1 else best_area
                best_country = max(best_country, self._countries[entry.country] - (entry.country == country))
        share = "much" if best_country * 2 > others else "some" if best_country else "no"
        return f"{min(2, best_area)},{share}"


@lru_cache(_REMEMBERED)
def _standing(entries: tuple[Entry, ...], key: str) -> tuple[int, str]:
    """How large the largest of the places is, as a step of `_SIZES`, and of which kinds they are."""
    largest = max(entry.population for entry in entries)
    size = sum(largest >= step for step in _SIZES)
    kinds = sorted({_letter(entry) for entry in entries})
    own = "o" if any(fold(entry.name) == key for entry in entries) else "a"
    return size, f"{''.join(kinds)}{own}{min(3, len(entries))}"


def _letter(entry: Entry) -> str:
    if entry.is_country:
        return "N"
    return "A" if entry.is_admin1 else "B" if entry.is_admin2 else entry.feature[0]


def _kind_of(judgement: Judgement) -> str:
    """The verdict with the kind of its reason, without the words that the reason quotes."""
    return f"{judgement.verdict.value}:{_unquoted(judgement.reason)}"


@lru_cache(_REMEMBERED)
def _unquoted(reason: str) -> str:
    return _QUOTED.split(reason, maxsplit=1)[0].strip()


def _shape_before(words: Sequence[Word], match: Match) -> str:
    if match.first == 0:
        return "<"
    left = words[match.first - 1]
    if not words[match.first].joined:
        return "," if words[match.first].gap.strip() == "," else "|"
    return _shape(left, opens=match.first == 1)


def _shape_behind(words: Sequence[Word], match: Match) -> str:
    if match.last >= len(words):
        return ">"
    right = words[match.last]
    if not right.joined:
        return "p" if words[match.last - 1].possessive else "," if right.gap.strip() == "," else "|"
    return _shape(right, opens=False)


def _shape(word: Word, *, opens: bool) -> str:
    if not word.capital:
        return "d" if word.text[0].isdigit() else "s"
    if word.lower in TITLES_BEFORE:
        return "t"
    if word.lower in LEVELS:
        return "v"
    if word.lower in FUNCTION_WORDS:
        return "f"
    if demonym_countries(word.text):
        return "n"
    return "I" if len(word.text) == 1 else "U" if word.text.isupper() else "O" if opens else "C"


def _ends_full_name(match: Match, line: Line) -> bool:
    """True for "Jackson" of "Ann Jackson" and "Mr. Jackson": behind a capital in a line that is not all capitals."""
    return match.words == 1 and not (line.titled or line.capitals) and _shape_before(line.words, match) in "tIC"
