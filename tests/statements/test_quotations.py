"""Quotation marks of all kinds, and quotations that go on over paragraphs."""

from __future__ import annotations

import pytest

from hearsay.records.analysis import Sentence
from hearsay.records.document import BlockKind
from hearsay.records.span import Span
from hearsay.statements.quotations import is_speech, quotations


def quoted(*paragraphs: str) -> list[str]:
    text = "\n\n".join(paragraphs)
    sentences, start = [], 0
    for number, paragraph in enumerate(paragraphs):
        span = Span(start, start + len(paragraph))
        sentences.append(Sentence(span=span, first=0, last=1, block=BlockKind.BODY, paragraph=number))
        start = span.end + 2
    return [span.of(text) for span in quotations(text, sentences)]


@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»", "‘’", "''"])
def test_marks(marks: str) -> None:
    phrase = f"{marks[0]}We did it ourselves{marks[1]}"
    assert quoted(f"He said: {phrase} and left.") == [phrase]


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    assert quoted("“It was us.", "“It was them,” he said.") == ["“It was us.", "“It was them,”"]


@pytest.mark.parametrize(
    ("first", "second", "end"),
    [
        ("“It was carnage, they came at dawn.", "but many were killed,” said a man.", "but many were killed,”"),
        ("He said: “We ran to the river", "and hid among the reeds.” Then he wept.", "and hid among the reeds.”"),
        ("«Nobody helped us.", "Not one man came.» She was angry.", "Not one man came.»"),
    ],
)
def test_an_open_quotation_goes_on_to_its_close(first: str, second: str, end: str) -> None:
    assert quoted(first, second)[-1] == end


def test_a_closing_mark_may_open() -> None:
    assert quoted("”It was us and them,” he said. He left.") == ["”It was us and them,”"]


def test_apostrophes_open_nothing() -> None:
    assert quoted("The group's men said they're gone.") == []


def test_a_phrase_is_no_speech() -> None:
    text = "its “home ground” and “we are ready to work with all”"
    assert not is_speech(text, Span(4, 17))
    assert is_speech(text, Span(22, len(text)))
