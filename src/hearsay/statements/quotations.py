"""Quoted stretches of a report: between curly or straight double quotes, also over several paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Sentence
from hearsay.records.span import Span, covering

_OPENING = re.compile(r"[“„«\"]|``|(?<!\S)”(?=\w)|(?<![A-Za-z0-9])''|(?<![\w’'])[‘'](?=\w)")
_CLOSING = {
    "“": re.compile(r"[”\"]"),
    "”": re.compile(r"[”\"]"),
    "„": re.compile(r"[“”\"]"),
    "«": re.compile(r"»"),
    '"': re.compile(r"[\"”]"),
    "``": re.compile(r"''|\""),
    "''": re.compile(r"''"),
    "‘": re.compile(r"(?<=[\w.,!?…])’(?!\w)"),
    "'": re.compile(r"(?<=[.,!?…\w])'(?!\w)"),
}
"""What ends a quotation, by what opened it. A single mark may also be an apostrophe: it opens only before a word and
closes only behind one."""
_SINGLE = frozenset("'‘")
_POSSESSIVE = re.compile(r"s['’]\s+[a-z]")
SCARE_WORDS = 4
"""A quotation of fewer words is a phrase in somebody's manner of speaking, not speech of its own."""


def quotations(text: str, sentences: Sequence[Sentence]) -> list[Span]:
    """The quoted stretches, marks included, in text order.

    A quotation that is not closed ends with its paragraph: newspapers open every paragraph of a long quotation
    anew and close only the last. Where they do not open it anew, it goes on to its close.
    """
    found: list[Span] = []
    for paragraph in _paragraphs(sentences):
        start = paragraph.start
        rest = _rest(text, found[-1], paragraph) if found else None
        if rest is not None:
            found.append(rest)
            start = rest.end
        found += _in_paragraph(text, Span(start, paragraph.end)) if start < paragraph.end else []
    return found


def _rest(text: str, last: Span, paragraph: Span) -> Span | None:
    """The end of a quotation that the paragraph before leaves open and this one closes without opening it anew."""
    opened = last.of(text)[0]
    between = text[last.end : paragraph.start]
    if opened not in "“«" or between.strip() or last.of(text)[-1] in '”»"':
        return None
    closed = _CLOSING[opened].search(text, paragraph.start, paragraph.end)
    anew = _OPENING.search(text, paragraph.start, paragraph.end)
    if closed is None or (anew is not None and anew.start() < closed.start()):
        return None
    return Span(paragraph.start, closed.end())


def is_speech(text: str, span: Span) -> bool:
    """True for a quotation long enough to be somebody's speech."""
    return len(re.findall(r"\w+", span.of(text))) >= SCARE_WORDS


def _paragraphs(sentences: Sequence[Sentence]) -> Iterator[Span]:
    groups: dict[int, list[Span]] = {}
    for sentence in sentences:
        groups.setdefault(sentence.paragraph, []).append(sentence.span)
    return (covering(spans) for spans in groups.values())


def _in_paragraph(text: str, paragraph: Span) -> Iterator[Span]:
    at = paragraph.start
    while (opened := _OPENING.search(text, at, paragraph.end)) is not None:
        closed = _closing(text, opened, paragraph)
        if closed is None and opened.group() in _SINGLE and not _opens_speech(text, opened, paragraph):
            at = opened.end()
            continue
        at = closed.end() if closed else paragraph.end
        if opened.start() + 1 < at:
            yield Span(opened.start(), at)


def _closing(text: str, opened: re.Match[str], paragraph: Span) -> re.Match[str] | None:
    """The mark that ends a quotation; a single one behind a plural ("the rebels' camp") only where no other comes."""
    candidates = _CLOSING[opened.group()].finditer(text, opened.end(), paragraph.end)
    if opened.group() not in _SINGLE:
        return next(candidates, None)
    doubtful = None
    for found in candidates:
        if not _POSSESSIVE.match(text, found.start() - 1):
            return found
        doubtful = doubtful or found
    return doubtful


def _opens_speech(text: str, opened: re.Match[str], paragraph: Span) -> bool:
    """True for a single mark where only speech can begin: at the start of a paragraph, or behind a colon."""
    return not text[paragraph.start : opened.start()].strip() or text[: opened.start()].rstrip().endswith(":")
