"""A report's text cut where items begin and end, so that a browser can light words up and say which were selected.

Offsets are code points of the text as received. What browsers would change on the way (carriage returns, characters
that turn the direction of writing) stands in pieces of its own, so that those around it keep their places.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from hearsay.records.document import Block, BlockKind
from hearsay.records.span import Span
from hearsay.rendering.phrases import BIDI_CONTROLS, without_controls

DROPPED = frozenset({*map(chr, BIDI_CONTROLS), "\r"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words between two cuts. `text` is what is shown: as long as the span, or nothing."""

    start: int
    end: int
    text: str
    block: BlockKind


def pieces(text: str, blocks: Iterable[Block], spans: Iterable[Span]) -> list[Piece]:
    """The whole text in order, cut at every end of a span or block; what is in no block is body."""
    known = list(blocks)
    cuts = {0, len(text)}
    for span in (*(block.span for block in known), *spans):
        cuts |= {min(span.start, len(text)), min(span.end, len(text))}
    for at, character in enumerate(text):
        if character in DROPPED:
            cuts |= {at, at + 1}
    ordered = sorted(cuts)
    return [
        Piece(start=start, end=end, text=_shown(text[start:end]), block=_block(known, start))
        for start, end in pairwise(ordered)
    ]


def _shown(words: str) -> str:
    return "" if words in DROPPED else without_controls(words)


def _block(blocks: Iterable[Block], at: int) -> BlockKind:
    return next((block.kind for block in blocks if block.span.start <= at < block.span.end), BlockKind.BODY)
