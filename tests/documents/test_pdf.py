"""PDF files: paragraphs from lines, running heads left out, what cannot be read told."""

from __future__ import annotations

import textwrap

import pytest
from tests.documents import reports
from tests.documents.pdf_files import LOCKED, Line, pdf

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_raw
from hearsay.documents.receive import from_bytes
from hearsay.errors import EmptyError, UnreadableError
from hearsay.records.document import BlockKind, Document

PARAGRAPHS = reports.WIRE.strip().split("\n\n")


def read(data: bytes) -> Document:
    (found,) = read_raw(from_bytes(data, "report.pdf"), DocumentOptions())
    assert isinstance(found, Document)
    return found


def set_in_lines(paragraphs: list[str], *, gap: int = 10) -> list[Line]:
    lines: list[Line] = []
    y = 740
    for paragraph in paragraphs:
        for words in textwrap.wrap(paragraph, 70):
            lines.append((72, y, words))
            y -= 14
        y -= gap
    return lines


def test_lines_become_paragraphs_again() -> None:
    found = read(pdf([set_in_lines(PARAGRAPHS)]))
    assert found.text.split("\n\n") == PARAGRAPHS
    assert found.agency == "Reuters"
    assert found.blocks[0].kind is BlockKind.DATELINE


def test_running_heads_and_page_numbers_are_left_out_and_a_paragraph_goes_on_over_the_page() -> None:
    words = textwrap.wrap(" ".join(PARAGRAPHS[1:3] * 6), 80)
    pages: list[list[Line]] = []
    for number, start in enumerate(range(0, 12, 4), start=1):
        lines: list[Line] = [(72, 770, f"THE BRENNA COURIER  {number}"), (72, 40, f"Page {number} of 3")]
        lines[1:1] = [(72, 740 - 14 * i, line) for i, line in enumerate(words[start : start + 4])]
        pages.append(lines)
    text = read(pdf(pages)).text
    assert "COURIER" not in text
    assert "Page" not in text
    assert " ".join(words[2:6]) in " ".join(text.split())


def test_a_word_broken_at_the_lines_end_is_whole_again() -> None:
    lines: list[Line] = [
        (72, 700, "The army said that it had found the wea-"),
        (72, 686, "pons in the house of the mayor."),
    ]
    assert "found the weapons in the house" in read(pdf([lines])).text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"%PDF-1.4\nnothing of a PDF behind the mark", "is a broken PDF"),
        (pdf([set_in_lines(PARAGRAPHS)])[:120], "is a broken PDF"),
        (pdf([set_in_lines(PARAGRAPHS)], LOCKED), "locked with a password"),
    ],
)
def test_broken_and_locked_files_are_told(data: bytes, said: str) -> None:
    with pytest.raises(UnreadableError, match=said):
        read(data)


def test_a_pdf_of_pictures_is_told_as_empty_with_the_way_out() -> None:
    with pytest.raises(EmptyError, match="OCR"):
        read(pdf([[]]))
