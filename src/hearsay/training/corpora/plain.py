"""Plain text cut into sentences well enough to train on: at line ends, and at a full stop before a capital."""

from __future__ import annotations

import re
from collections.abc import Iterator

from hearsay.neural.words import word_spans

_SENTENCE_END = re.compile(r"(?<=[a-z0-9)”\"’'][.!?])[”\"’']?\s+(?=[A-Z“\"‘'(])|\n+")


def plain_sentences(text: str) -> Iterator[list[tuple[int, int]]]:
    """The word offsets of each sentence that has words."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]:
        offsets = [(start + first, start + last) for first, last in word_spans(text[start:end])]
        if offsets:
            yield offsets
        start = end
