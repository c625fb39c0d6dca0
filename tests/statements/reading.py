"""Fictional reports read by the shipped model, for the tests of this folder."""

from __future__ import annotations

from tests.sentences_by_hand import document_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.records.statement import Speech, Statement
from hearsay.statements.extract import extract


def statements_of(analyser: ReportAnalyser, text: str, published: str | None = None) -> list[Statement]:
    """The statements of a report whose whole text is body."""
    return list(extract(analyser.analyse(document_of(text, published))))


def speech_of(analyser: ReportAnalyser, text: str, words: str) -> Statement:
    """The one statement of speech whose content holds the words, the shortest where several do."""
    return speech_in(statements_of(analyser, text), text, words)


def speech_in(statements: list[Statement], text: str, words: str) -> Statement:
    """As `speech_of`, from statements at hand."""
    holding = [s for s in statements if isinstance(s.content, Speech) and words in s.content.span.of(text)]
    assert holding, f"nobody says {words!r}: {[told(s, text) for s in statements]}"
    return min(holding, key=lambda s: len(s.content.span) if isinstance(s.content, Speech) else 0)


def told(statement: Statement, text: str) -> tuple[tuple[str, ...], str, str]:
    """The chain, the form and the words of a statement, to be shown."""
    said = statement.content.span.of(text) if isinstance(statement.content, Speech) else statement.content.id
    return tuple(speaker.name for speaker in statement.speakers), statement.form.value, said
