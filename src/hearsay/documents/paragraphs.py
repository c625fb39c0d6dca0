"""Where the paragraphs of a plain text are: blank lines, hard wraps and indents told apart."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from hearsay.documents.datelines import dateline
from hearsay.records.span import Span

_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_BLANK_BREAK = re.compile(
    r"(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])[ \t\xa0\0]*(?:\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029])|\f"
)
_TERMINAL = re.compile(r"[.!?:…][\"'”’)\]]*$")
_STARTS_LOW = re.compile(r"[a-z,;)]")
_HEADING = re.compile(r"#{1,6}[ \t]+(?=[^\s#])")
_LIST_MARK = re.compile(r"(?:[-*•·–—>]|\d{1,2}[.)])\s")

WIDEST_WRAP = 132
"""No text is hard-wrapped wider than the widest line printer."""
NARROWEST_WRAP = 30
_HEADLINE_LINES = 3  # lines of a headline above a dateline, at most
_SLACK = 12
_RAGGED = 0.25
_USUAL = 0.15  # of all lines


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its white space at either end, and without the "##" that makes it a heading in Markdown.

    `indent` counts characters before it; `after_blank`: a blank line or a page break stands before it, or a heading.
    """

    span: Span
    indent: int
    after_blank: bool


def paragraphs(text: str) -> list[Span]:
    """The paragraphs, in order, each without white space at its ends."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    margin = _margin(lines)
    found: list[Span] = []
    for index, line in enumerate(lines):
        opens = 0 < index <= _HEADLINE_LINES and dateline(line.span.of(text)) is not None
        if (
            index
            and not line.after_blank
            and not opens
            and width
            and _joins(text, lines[index - 1], line, width, margin)
        ):
            found[-1] = Span(found[-1].start, line.span.end)
        else:
            found.append(line.span)
    return found


def _lines(text: str) -> list[Line]:
    found: list[Line] = []
    end = 0
    headed = False
    for match in _LINE.finditer(text):
        words = match.group().strip(" \t\xa0\0\u200b\ufeff\u2003\u3000")
        words = words.strip()
        if not words:
            continue
        start = match.start() + match.group().index(words)
        heading = _HEADING.match(words)
        after_blank = not found or headed or heading is not None or _BLANK_BREAK.search(text, end, start) is not None
        headed = heading is not None
        if heading:
            start, words = start + heading.end(), words[heading.end() :]
        found.append(Line(span=Span(start, start + len(words)), indent=start - match.start(), after_blank=after_blank))
        end = start + len(words)
    return found


def _wrap_width(text: str, lines: list[Line]) -> int | None:
    """The width at which the text is hard-wrapped, None when it is not.

    A wrapped line could not have taken the next line's first word; in a text of one line a paragraph, most could.
    """
    inner = [(a, b) for a, b in pairwise(lines) if not b.after_blank]
    if not inner:
        return None
    widths = sorted(line.indent + len(line.span) for line in lines)
    long_lines = [width for width in widths if width > WIDEST_WRAP]
    if sum(long_lines) > 0.3 * sum(widths):
        return None
    short = [width for width in widths if width <= WIDEST_WRAP]
    if not short:
        return None
    width = short[min(len(short) - 1, int(0.97 * len(short)))]
    if width < NARROWEST_WRAP:
        return None
    full = sum(_is_full(text, a, b, width) for a, b in inner)
    running = sum(not _TERMINAL.search(a.span.of(text)) and len(a.span) > 0.5 * width for a, _ in inner)
    return (
        width
        if full >= 2 and running >= 0.4 * full and full >= 0.3 * len(inner)
        else (width if len(inner) == 1 and full == 1 and running == 1 else None)
    )


def _margin(lines: list[Line]) -> int:
    """The indent of lines that begin no paragraph: the smallest that is no exception."""
    counts = Counter(line.indent for line in lines)
    return min((indent for indent, count in counts.items() if count >= _USUAL * len(lines)), default=0)


def _is_full(text: str, line: Line, after: Line, width: int) -> bool:
    first_word = after.span.of(text).split(maxsplit=1)[0]
    taken = line.indent + len(line.span) + 1 + len(first_word)
    return taken > width - min(_SLACK, int(_RAGGED * width))


def _joins(text: str, line: Line, after: Line, width: int, margin: int) -> bool:
    """Whether `after` goes on with the paragraph of `line`; `margin` is the usual indent of the text's lines."""
    words, following = line.span.of(text), after.span.of(text)
    ended = _TERMINAL.search(words) is not None
    if after.indent >= margin + 2 and (ended or _is_full(text, line, after, width) is False):
        return False
    if _LIST_MARK.match(following) and (ended or not _is_full(text, line, after, width)):
        return False
    if _is_full(text, line, after, width):
        return True
    return not ended and _STARTS_LOW.match(following) is not None and len(line.span) > 0.4 * width
