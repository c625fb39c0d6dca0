"""Whose an event was, by words around its noun: trees written by hand, the first word of the report among them."""

import signal
from collections.abc import Iterator

import pytest
from tests.sentences_by_hand import told

from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.whose import doers_of_the_whole

FIRST_WORD_HEADS = """
Gunfire gunfire NOUN 4 nsubj
and and CCONJ 3 cc
bombing bombing NOUN 1 conj
marked mark VERB 0 root
"""


@pytest.fixture(autouse=True)
def _no_longer_than_it_takes() -> Iterator[None]:
    def give_up(*_: object) -> None:
        raise TimeoutError("still looking for the head of the row")

    signal.signal(signal.SIGALRM, give_up)
    signal.alarm(20)
    yield
    signal.alarm(0)


def test_a_row_that_the_first_word_of_a_report_heads_has_an_end() -> None:
    analysis = told(FIRST_WORD_HEADS)
    assert doers_of_the_whole(Scene(analysis), 2) == []
