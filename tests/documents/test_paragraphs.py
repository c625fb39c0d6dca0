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


HEADED = [
    (
        "# Bomb hits ferry",
        "The ferry was hit near the port\nby a bomb that two men had left\nin a bag below the deck, police\nsaid.",
    ),
    (
        "### By Nora Hale",
        "Raiders burned the mill at dawn\nand took with them nine rifles\nthat the guards had left in the\nyard.",
    ),
    (
        "## Two held over raid",
        "Both men are from the hill town\nof Brenna, where the raiders had\nhidden their horses for a month\nor more.",
    ),
]


@pytest.mark.parametrize(("heading", "below"), HEADED)
def test_a_heading_in_markdown_is_a_paragraph_without_its_mark(heading: str, below: str) -> None:
    text = f"{heading}\n{below}\n\n{below}"
    found = [span.of(text) for span in paragraphs(text)]
    assert found == [heading.lstrip("# "), below, below]


def test_a_headline_right_above_the_dateline_stays_apart() -> None:
    below = (
        "Luvia—The body of a banker who\nhad been kidnapped six weeks ago\nwas found last night in a car at\n"
        "the port, police said."
    )
    text = f"Raiders slay banker they held\n{below}\n\n{below}"
    assert [span.of(text) for span in paragraphs(text)] == ["Raiders slay banker they held", below, below]
