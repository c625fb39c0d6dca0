"""Quoted stretches of a report: between curly or straight double quotes, also over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Sentence
from hearsay.records.span import Span, covering

_MARK = re.compile(r"[“”„«»\"]|(?<![A-Za-z0-9])''|``|''(?![A-Za-z0-9])")
_OPENS = frozenset("“„«") | {"``"}
_CLOSES = frozenset("”»")
SCARE_WORDS = 4
"""A quotation of fewer words is a phrase in somebody's manner of speaking, not speech of its own."""


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """The quoted stretches, marks included, in text order.

    A quotation that is not closed ends with its paragraph: newspapers open every paragraph of a long quotation
    anew and close only the last.
    """
    return [span for paragraph in _paragraphs(sentences) for span in _in_paragraph(text, paragraph)]


def is_speech(text: str, span: Span) -> bool:
    """True for a quotation long enough to be somebody's speech."""
    return len(re.findall(r"\w+", span.of(text))) >= SCARE_WORDS


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    groups: dict[int, list[Span]] = {}
    for sentence in sentences:
        groups.setdefault(sentence.paragraph, []).append(sentence.span)
    return (covering(spans) for spans in groups.values())


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    opened: int | None = None
    for match in _MARK.finditer(text, paragraph.start, paragraph.end):
        mark = match.group()
        if opened is None:
            if mark not in _CLOSES:
                opened = match.start()
        elif mark not in _OPENS:
            yield Span(opened, match.end())
            opened = None
    if opened is not None and opened + 1 < paragraph.end:
        yield Span(opened, paragraph.end)
