"""Words cut at the ends of lines, in fiction set in narrow columns."""

from __future__ import annotations

from functools import cache

import pytest
from tests.sentences_by_hand import document_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.joining import CUT, joined, plain
from hearsay.neural.reader import NeuralReader

WITHOUT_HYPHENS = """The govern
ment of Kamara said on Sunday that terr
orists had stopped the ship
ping on the river. Pri
me Minister Ivo Ber
lazzi said that the mini
sters had met. The sol
diers left, police re
ported."""
"""A column of a scanned page that has lost its hyphens."""

WHOLE = """The government of Kamara
said on Sunday that a
lone gunman had stopped a
round of talks. The men
acted in form, and all
owing him money were out.
"""


@cache
def reader() -> NeuralReader:
    return NeuralReader.load()


@pytest.mark.parametrize("word", ["government", "terrorists", "Prime", "soldiers", "reported", "shipping", "ministers"])
def test_a_text_that_lost_its_hyphens_has_its_words_back(word: str) -> None:
    assert word in plain(joined(WITHOUT_HYPHENS, reader().rank)).replace(".", "").split()


def test_a_name_that_no_vocabulary_has_is_whole_again() -> None:
    assert "Berlazzi" in plain(joined(WITHOUT_HYPHENS, reader().rank))


def test_every_offset_stays_what_it_was() -> None:
    text = joined(WITHOUT_HYPHENS, reader().rank)
    assert len(text) == len(WITHOUT_HYPHENS)
    assert all(a == b or (a == "\n" and b == CUT) for a, b in zip(WITHOUT_HYPHENS, text, strict=True))


def test_words_that_are_whole_are_left_alone() -> None:
    assert joined(WHOLE, reader().rank) == WHOLE


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("The rebels bombed the minis-\ntry on Sunday.", "ministry"),
        ("The talks with Khor-\nramov ended on Sunday.", "Khorramov"),
        ("The com-\n  mander fled on Sunday.", "commander"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_goes(text: str, word: str) -> None:
    assert word in plain(joined(text, reader().rank))


@pytest.mark.parametrize(
    "text", ["The car-\nbomb went off.", "A Velmar-\nbacked militia.", "The anti-\ngovernment rally."]
)
def test_a_hyphen_between_two_words_stays(text: str) -> None:
    assert joined(text, reader().rank) == text


def test_a_speaker_cut_in_two_has_the_whole_name() -> None:
    found = ReportAnalyser().analyse(document_of(WITHOUT_HYPHENS))
    assert "Ivo Berlazzi" in {actor.name for actor in found.actors}
    assert "reported" in {token.text for token in found.tokens}
