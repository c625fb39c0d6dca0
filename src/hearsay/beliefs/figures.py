"""Figures: which of them count the same thing, and how those that differ differ.

"13 policemen" and "40 people" are no conflict: the scope is another. Neither is "140 dead this year".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.records.belief import Dissent, DissentKind, Variant, Voice
from hearsay.records.incident import Toll
from hearsay.vocabulary.tallies import is_tally

_GENERAL = frozenset(
    "people person persons dead killed deaths death died die fatalities fatality lives life victims victim bodies body"
    " casualties wounded injured injuries hurt in all total least than at more most about around some nearly almost"
    " over up to and between or so far several many few dozens scores hundreds thousands dozen a an the of have been"
    " were was not fewer less confirmed toll number detained arrested missing displaced families".split()
)
_NUMBERS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen twenty".split()
    )
} | dict(zip("thirty forty fifty sixty seventy eighty ninety hundred".split(), range(30, 101, 10), strict=True))
_WORD = re.compile(r"[^\W\d_]+")
_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+|\d+")
TALLY = "a sum over a stretch of time"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure with its scope: None counts everybody, else the word for those who are counted."""

    variant: Variant
    scope: str | None

    @property
    def same(self) -> tuple[object, ...]:
        """Equal for figures that say the same: "13" and "at least 13" do, "10 to 15" is another."""
        variant = self.variant
        if variant.low is not None and variant.high is not None and variant.low != variant.high:
            return (self.scope, variant.low, variant.high)
        vague = variant.text.casefold() if variant.number is None else ""
        return (self.scope, variant.number, variant.about is not None, vague)


def figure_of(toll: Toll, voices: tuple[Voice, ...]) -> Figure:
    """A toll as a figure; "about 70" gets its number, though neither bound."""
    about = _number(toll.as_reported) if toll.low is None and toll.high is None else None
    variant = Variant(text=toll.as_reported, voices=voices, origins=1, low=toll.low, high=toll.high, about=about)
    return Figure(variant=variant, scope=_scope(toll.as_reported, voices))


def _number(words: str) -> int | None:
    """The number that the words name, None for "dozens"."""
    digits = _DIGITS.search(words)
    if digits:
        return int(digits[0].replace(",", ""))
    return next((_NUMBERS[word] for word in re.split(r"\W+", words.casefold()) if word in _NUMBERS), None)


def _scope(words: str, voices: Sequence[Voice]) -> str | None:
    if voices and all(is_tally(voice.quote) and words in voice.quote for voice in voices):
        return TALLY
    named = [word for word in _WORD.findall(words.casefold()) if word not in _GENERAL and word not in _NUMBERS]
    return named[-1] if named else None


def main_scope(figures: Sequence[Figure]) -> str | None:
    """What a count is about when the figures count several things: everybody, if any figure does; else the scope that
    most voices have."""
    voices: dict[str | None, int] = {}
    for figure in figures:
        if figure.scope is None:
            return None
        if figure.scope != TALLY:
            voices[figure.scope] = voices.get(figure.scope, 0) + len(figure.variant.voices)
    return min(voices, key=lambda scope: (-voices[scope], scope or ""), default=TALLY)


def differing(value: Variant | None, others: Sequence[Variant]) -> list[Dissent]:
    """How each other figure differs from the one held; figures that may mean the same number do not."""
    found = []
    for other in others:
        if value is None:
            kind: DissentKind | None = DissentKind.CONFLICT
        elif other is value or other.number == value.number:
            kind = None
        else:
            kind = DissentKind.GROWTH if _grew(*sorted((value, other), key=_size)) else DissentKind.CONFLICT
        if kind is not None:
            found.append(Dissent(kind=kind, variant=other, reports=reports(other.voices)))
    return found


def _size(variant: Variant) -> tuple[bool, int]:
    return (variant.number is not None, variant.number or 0)


def _grew(smaller: Variant, larger: Variant) -> bool:
    """True when nobody gave the smaller figure any more once the larger was out."""
    return bool(smaller.latest and larger.earliest and smaller.latest < larger.earliest)


def reports(voices: Sequence[Voice]) -> tuple[str, ...]:
    """The reports of the voices, each once, sorted."""
    return tuple(sorted({voice.report for voice in voices}))
