"""Peoples and adjectives of countries as mentions of them: "Kenyan troops", "two Sri Lankans"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.analyses.places.names import Match, country_entry
from hearsay.analyses.places.words import Line
from hearsay.records.span import Span
from hearsay.vocabulary.countries import demonym_country, demonym_openers
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.gazetteer import Gazetteer

_LONGEST = 3  # words: "Papua New Guinean"


def peoples_in(text: str, lines: Sequence[Line], gazetteer: Gazetteer, taken: Sequence[Match]) -> Iterator[Match]:
    """The words for one country's people or things, in text order, outside of the names `taken`."""
    openers = demonym_openers()
    held = {(match.line, at) for match in taken for at in range(match.first, match.last)}
    for number, line in enumerate(lines):
        at = 0 if not openers.isdisjoint(line.said) else len(line.words)
        while at < len(line.words):
            opens = line.words[at].lower in openers and (number, at) not in held
            last, code = _people(line, at) if opens else (at + 1, None)
            if code is not None:
                span = Span(line.words[at].start, line.words[last - 1].end)
                words = span.of(text)
                yield Match(number, at, last, span, words, fold(words), (country_entry(gazetteer, code),))
            at = last


def _people(line: Line, first: int) -> tuple[int, str | None]:
    """The end (exclusive) of the longest demonym from here on, with its country; the next word when there is none."""
    words = line.words
    for last in range(min(first + _LONGEST, len(words)), first, -1):
        if all(word.joined and word.capital for word in words[first + 1 : last]):
            code = demonym_country(" ".join(word.text for word in words[first:last]))
            if code is not None:
                return last, code
    return first + 1, None
