"""A report's text cut into pieces at every place where a statement or a field's words begin or end.

Statements overlap and nest, and HTML elements cannot overlap: so the text is a row of flat pieces, each of which knows
all statements and fields over it. Joined, the pieces of a paragraph are the paragraph.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import pairwise

from hearsay.records.document import BlockKind, Document
from hearsay.records.span import Span

LANES = 3  # lines drawn under one another where statements overlap; deeper ones share the last


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A stretch of text that belongs to statement number `statement`, or to the fields with these `keys`."""

    span: Span
    statement: int | None = None
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text under one and the same set of marks. `begins` are the statements with a span that begins here,
    `firsts` those of them that began nowhere before.

    `lanes` gives the line of each statement, in the order of `statements`; `opens` the field keys that begin here.
    """

    text: str
    kind: BlockKind
    statements: tuple[int, ...]
    lanes: tuple[int, ...]
    begins: tuple[int, ...]
    firsts: tuple[int, ...] = ()
    keys: tuple[str, ...]
    opens: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """A block of the report with what is marked in it; `notes` are the statements that first begin here."""

    kind: BlockKind
    pieces: tuple[Piece, ...]
    notes: tuple[int, ...]


def marked_paragraphs(document: Document, marks: Iterable[Mark]) -> list[Paragraph]:
    """The whole text of the report in paragraphs, in order, with all marks."""
    placed = sorted(marks, key=lambda mark: (mark.span.start, -mark.span.end, mark.statement or 0))
    lanes = _lanes(placed)
    noted: set[int] = set()
    paragraphs: list[Paragraph] = []
    ahead, here = deque(placed), list[Mark]()
    for blocks in _paragraph_blocks(document, {mark.span.start for mark in placed}):
        whole = Span(blocks[0][1].start, blocks[-1][1].end)
        while ahead and ahead[0].span.start < whole.end:
            here.append(ahead.popleft())
        here = [mark for mark in here if mark.span.end > whole.start]
        cut = [piece for kind, span in blocks for piece in _pieces(document.text, kind, span, here, lanes)]
        pieces = tuple(_with_firsts(piece, noted) for piece in cut)
        notes = tuple(number for piece in pieces for number in piece.firsts)
        paragraphs.append(Paragraph(kind=blocks[-1][0], pieces=pieces, notes=notes))
    return paragraphs


def _with_firsts(piece: Piece, noted: set[int]) -> Piece:
    firsts = tuple(number for number in piece.begins if number not in noted)
    noted.update(firsts)
    return replace(piece, firsts=firsts)


def _paragraph_blocks(document: Document, starts: set[int]) -> list[list[tuple[BlockKind, Span]]]:
    """The blocks, those on one line together (a dateline and what follows it); text in no block is boilerplate."""
    text = document.text
    found: list[list[tuple[BlockKind, Span]]] = []
    end = 0
    for kind, span in _with_gaps(document, starts):
        same_line = found and "\n" not in text[end : span.start] and "\r" not in text[end : span.start]
        if same_line and found[-1][-1][0] is BlockKind.DATELINE:
            found[-1].append((kind, Span(end, span.end)))
        else:
            found.append([(kind, span)])
        end = span.end
    return found


def _with_gaps(document: Document, starts: set[int]) -> Iterable[tuple[BlockKind, Span]]:
    """The blocks, and the text between them where there are words in it or a mark begins there."""
    edges = [(block.span.start, block.span.end, block.kind) for block in document.blocks]
    end = 0
    for start, following, kind in [*edges, (len(document.text), 0, None)]:
        between = document.text[end:start]
        if any(map(str.isalnum, between)) or any(at in starts for at in range(end, start)):
            yield BlockKind.BOILERPLATE, Span(end, start)
        if kind is not None:
            yield kind, Span(start, following)
        end = following


def _lanes(marks: list[Mark]) -> dict[Mark, int]:
    """A line for each statement's mark: one for all marks over exactly the same words, else one for each."""
    lanes: dict[Mark, int] = {}
    open_marks: list[Mark] = []
    for mark in marks:
        if mark.statement is None:
            continue
        open_marks = [other for other in open_marks if other.span.end > mark.span.start]
        taken = {lanes[other] for other in open_marks}
        same = next((lanes[other] for other in open_marks if other.span == mark.span), None)
        free = next((lane for lane in range(LANES) if lane not in taken), LANES - 1)
        lanes[mark] = free if same is None else same
        open_marks.append(mark)
    return lanes


def _pieces(text: str, kind: BlockKind, span: Span, marks: list[Mark], lanes: dict[Mark, int]) -> Iterable[Piece]:
    here = [mark for mark in marks if mark.span.overlaps(span)]
    ends = {edge for mark in here for edge in (mark.span.start, mark.span.end)}
    cuts = sorted({span.start, span.end, *(edge for edge in ends if span.start < edge < span.end)})
    for start, end in pairwise(cuts):
        over = [mark for mark in here if mark.span.contains(Span(start, end))]
        saying = {mark.statement: lanes[mark] for mark in over if mark.statement is not None}
        begun = [mark for mark in over if max(mark.span.start, span.start) == start]
        yield Piece(
            text=text[start:end],
            kind=kind,
            statements=tuple(saying),
            lanes=tuple(saying.values()),
            begins=tuple(sorted({mark.statement for mark in begun if mark.statement is not None})),
            keys=tuple(dict.fromkeys(key for mark in over for key in mark.keys)),
            opens=tuple(dict.fromkeys(key for mark in begun if mark.span.start == start for key in mark.keys)),
        )
