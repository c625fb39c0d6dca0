"""Plain text cut into sentences well enough to train on: at line ends, and at a full stop before a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.neural.words import word_spans

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"’'][.!?])[”\"’']?\s+(?=[A-Z“\"‘'(])|\n+")
_WORD_BEFORE = re.compile(r"[A-Za-z]+\.$")


def plain_sentences(text: str) -> Iterator[list[tuple[int, int]]]:
    """The word offsets of each sentence that has words."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text) if not _is_title(text, match)), len(text)]:
        offsets = [(start + first, start + last) for first, last in word_spans(text[start:end])]
        if offsets:
            yield offsets
        start = end


def _is_title(text: str, end: re.Match[str]) -> bool:
    """True for the full stop of "Gen. Marek", which is part of a word."""
    before = _WORD_BEFORE.search(text[: end.start()][-12:])
    return before is not None and "\n" not in end[0] and len(list(word_spans(before[0]))) == 1
