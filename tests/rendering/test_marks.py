"""The cut text loses nothing, whatever overlaps in it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.golden.harbour import TEXT, harbour, span

from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.span import Span
from hearsay.rendering.marks import Mark, marked_paragraphs

WORDS = "Ali 🕊️ said “نحن” 👩‍👩‍👧 — the ‘Front’ denied it."


def document(text: str, *kinds: BlockKind) -> Document:
    blocks: list[Block] = []
    at = 0
    for kind, line in zip(kinds, text.split("\n"), strict=False):
        if line:
            blocks.append(Block(kind=kind, span=Span(at, at + len(line))))
        at += len(line) + 1
    return Document(
        id="d",
        text=text,
        url=None,
        outlet=None,
        agency=None,
        author=None,
        published=None,
        language="en",
        sha256="",
        blocks=tuple(blocks),
    )


@given(st.lists(st.tuples(st.integers(0, len(WORDS) - 1), st.integers(1, len(WORDS))), max_size=12))
def test_pieces_join_to_the_paragraph_and_carry_exactly_the_marks_over_them(pairs: list[tuple[int, int]]) -> None:
    marks = [
        Mark(span=Span(start, min(start + length, len(WORDS))), statement=number)
        for number, (start, length) in enumerate(pairs, start=1)
    ]
    (paragraph,) = marked_paragraphs(document(WORDS, BlockKind.BODY), marks)
    assert "".join(piece.text for piece in paragraph.pieces) == WORDS
    at = 0
    for piece in paragraph.pieces:
        here = Span(at, at + len(piece.text))
        assert set(piece.statements) == {mark.statement for mark in marks if mark.span.overlaps(here)}
        at = here.end
    assert sorted(paragraph.notes) == list(range(1, len(marks) + 1))


def test_statements_over_the_same_words_have_lines_of_their_own() -> None:
    marks = [
        Mark(span=Span(0, 30), statement=1),
        Mark(span=Span(5, 12), statement=2),
        Mark(span=Span(8, 40), statement=3),
    ]
    (paragraph,) = marked_paragraphs(document(WORDS, BlockKind.BODY), marks)
    deepest = max(paragraph.pieces, key=lambda piece: len(piece.statements))
    assert deepest.text == WORDS[8:12]
    assert sorted(deepest.lanes) == [0, 1, 2]


def test_statements_over_exactly_the_same_words_share_a_line() -> None:
    marks = [
        Mark(span=Span(0, 30), statement=1),
        Mark(span=Span(0, 30), statement=2),
        Mark(span=Span(4, 8), statement=3),
    ]
    (paragraph,) = marked_paragraphs(document(WORDS, BlockKind.BODY), marks)
    assert [piece.lanes for piece in paragraph.pieces] == [(0, 0), (0, 0, 1), (0, 0), ()]


def test_every_word_of_a_report_is_shown_also_outside_its_blocks() -> None:
    text = "Menu Home\nHeadline\nBody one."
    paragraphs = marked_paragraphs(document(text, BlockKind.BOILERPLATE, BlockKind.HEADLINE), [])
    shown = [("".join(piece.text for piece in p.pieces).strip(), p.kind) for p in paragraphs]
    assert shown == [
        ("Menu Home", BlockKind.BOILERPLATE),
        ("Headline", BlockKind.HEADLINE),
        ("Body one.", BlockKind.BOILERPLATE),
    ]


def test_a_dateline_stays_in_the_line_of_its_paragraph() -> None:
    paragraphs = marked_paragraphs(harbour().document, [])
    first = paragraphs[3]
    assert [piece.kind for piece in first.pieces] == [BlockKind.DATELINE, BlockKind.BODY]
    assert "".join(piece.text for piece in first.pieces).startswith("PORT SELWYN: A car bomb")


def test_a_statement_that_goes_on_in_the_next_paragraph_is_noted_once() -> None:
    start = span("“We do not kill ferry passengers").start
    end = span("A senior security official").end
    paragraphs = marked_paragraphs(harbour().document, [Mark(span=Span(start, end), statement=1)])
    marked = [p for p in paragraphs if any(piece.statements for piece in p.pieces)]
    assert [p.notes for p in marked] == [(1,), ()]
    assert TEXT[start:end].startswith("“We do not")
