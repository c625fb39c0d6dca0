"""Paragraphs: hard wraps joined, lines of one paragraph each kept apart."""

from __future__ import annotations

import textwrap
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.documents.reports import ALL_TEXTS, INDENTED, LINES, MONITORED

from hearsay.documents.paragraphs import paragraphs

SENTENCES = (
    "The governor said that the road to the coast would stay closed until his men had cleared all mines.",
    "Nobody has claimed the attack on the convoy, in which nine drivers were killed and two lorries burnt.",
    "The army blamed the Hill Brigade. It gave no proof of that.",
    "A spokesman for the brigade, reached by telephone, said it had nothing to do with it and mourned the dead.",
)


def told(text: str) -> list[str]:
    return [" ".join(span.of(text).split()) for span in paragraphs(text)]


@pytest.mark.parametrize("width", [40, 60, 72, 80, 100])
def test_hard_wrapped_paragraphs_are_put_together(width: int) -> None:
    text = "\n\n".join(textwrap.fill(sentence, width) for sentence in SENTENCES)
    assert told(text) == list(SENTENCES)


@pytest.mark.parametrize("width", [60, 72])
def test_an_indent_parts_paragraphs_without_a_blank_line(width: int) -> None:
    text = "\n".join(textwrap.fill(sentence, width, initial_indent="     ") for sentence in SENTENCES)
    assert told(text) == list(SENTENCES)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\n\n", "\r\n\r\n", "\u2028"])
def test_a_line_is_a_paragraph_where_lines_are_not_wrapped(end: str) -> None:
    text = end.join(2 * sentence for sentence in SENTENCES)
    assert told(text) == [2 * sentence for sentence in SENTENCES]


def test_menus_stay_apart() -> None:
    assert told("Home\nWorld\nSport\nWeather\n") == ["Home", "World", "Sport", "Weather"]


def test_the_samples() -> None:
    assert len(paragraphs(MONITORED)) == 4
    assert len(paragraphs(INDENTED)) == 4
    assert len(paragraphs(LINES)) == len(LINES.strip().splitlines())


@given(st.one_of(st.text(alphabet=st.sampled_from("ab .\n\r\t\x0c\xa0-"), max_size=300), st.sampled_from(ALL_TEXTS)))
def test_all_that_is_not_white_space_is_in_one_paragraph(text: str) -> None:
    spans = paragraphs(text)
    assert all(a.end <= b.start for a, b in pairwise(spans))
    covered = {i for span in spans for i in range(span.start, span.end)}
    assert all(i in covered for i, char in enumerate(text) if not char.isspace())
    assert all(span.of(text) == span.of(text).strip() for span in spans)
