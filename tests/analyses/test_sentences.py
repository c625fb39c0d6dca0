"""Sentences end where they end: ranks, initials and quotations do not break them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sentences_by_hand import document_of

from hearsay.analyses.sentences import split_sentences


def split(text: str) -> list[str]:
    document = document_of(text)
    return [stretch.span.of(text) for stretch in split_sentences(document)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lt. Col. J. R. Arden of the U.S. Army came. He left.", 2),
        ("It was on Jan. 3 that 5.4 tons went. Nobody said so.", 2),
        ("“We did it. We did!” he said. Then he left.", 3),
        ('"Go." he said.', 1),
        ("It happened in the U.S. The man fled.", 2),
        ("Police said so ... and then left. More came", 2),
        ("No stop here\n\nAnother paragraph", 2),
        ("THE ARMY SAID GEN. LOPEZ DIED. THE REBELS DENIED IT.", 2),
        ("Was it them? Nobody knew! Nobody.", 3),
    ],
)
def test_number_of_sentences(text: str, expected: int) -> None:
    assert len(split(text)) == expected, split(text)


def test_paragraphs_are_counted() -> None:
    document = document_of("One. Two.\n\nThree.")
    assert [stretch.paragraph for stretch in split_sentences(document)] == [0, 0, 1]


@given(st.text(min_size=1, max_size=200))
def test_nothing_but_white_space_is_lost(text: str) -> None:
    kept = "".join(split(text))
    assert "".join(kept.split()) == "".join(text.split())
