"""Statements as a reader meets them: what the same people say in the same way in the same words is shown once.

A record has one statement for each thing that is said: that a bomb went off, that nine died, the sentence as speech.
To a person these are one sentence of one speaker, so pages and terminal number passages, and records stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from hearsay.records.span import Span
from hearsay.rendering import phrases
from hearsay.views import Evidence, ReadingView, StatementView


@dataclass(frozen=True, kw_only=True)
class Passage:
    """Statements of one speaker chain, form, polarity and certainty whose words overlap; numbered from 1 in text order.

    `statements` are in text order, `words` what all of them together point at.
    """

    number: int
    statements: tuple[StatementView, ...]
    words: tuple[Evidence, ...]

    @cached_property
    def lead(self) -> StatementView:
        """The statement whose speakers are told in most detail; of several the one with the most words."""
        return max(self.statements, key=lambda one: (sum(map(bool, phrases.speaker_details(one))), _length(one)))

    @cached_property
    def traits(self) -> tuple[str, ...]:
        """How it is said, as far as any of the statements tells."""
        return tuple(dict.fromkeys(trait for one in self.statements for trait in phrases.statement_traits(one)))


def passages(reading: ReadingView) -> tuple[Passage, ...]:
    """All statements of a reading in passages, in the order of their first words."""
    groups: dict[object, list[list[StatementView]]] = {}
    ordered: list[list[StatementView]] = []
    for statement in reading.statements:
        alike = groups.setdefault(_manner(statement), [])
        joined = [group for group in alike if any(_overlap(statement, other) for other in group)]
        home = joined[0] if joined else []
        if not joined:
            alike.append(home)
            ordered.append(home)
        home.append(statement)
        for other in joined[1:]:  # a wide statement may bring together two that did not touch
            home += other
            other.clear()
            alike.remove(other)
    found = [tuple(sorted(group, key=_begin)) for group in ordered if group]
    text = reading.document.text
    return tuple(
        Passage(number=number, statements=group, words=_words(text, group))
        for number, group in enumerate(sorted(found, key=lambda group: _begin(group[0])), start=1)
    )


def numbered(shown: Iterable[Passage]) -> dict[str, int]:
    """The number of its passage for each statement's id."""
    return {statement.id: passage.number for passage in shown for statement in passage.statements}


def _manner(statement: StatementView) -> object:
    """Who says it and how: equal for statements that may be shown as one."""
    who = tuple(speaker.actor or phrases.bare(speaker.name) for speaker in statement.speakers)
    return who, statement.form, statement.polarity, statement.certainty


def _overlap(one: StatementView, other: StatementView) -> bool:
    return any(mine.overlaps(its) for mine in one.record.evidence for its in other.record.evidence)


def _begin(statement: StatementView) -> int:
    return min((span.start for span in statement.record.evidence), default=0)


def _length(statement: StatementView) -> int:
    return sum(map(len, statement.record.evidence))


def _words(text: str, statements: Sequence[StatementView]) -> tuple[Evidence, ...]:
    merged: list[Span] = []
    for span in sorted(span for one in statements for span in one.record.evidence):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(Evidence(span=span, text=span.of(text)) for span in merged)
