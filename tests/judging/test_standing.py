"""Whose word stands: the last of each person, an adjudication over all, nobody's where coders disagree."""

from __future__ import annotations

from tests.judging.decided import item, said
from tests.store.stories import told

from hearsay.judging.standing import judged, standing
from hearsay.records.review import Subject, Verdict

READING = told("Blast at checkpoint\nThe Herons said they did it.")
TIME = item(READING, Subject.FIELD, "time")


def test_the_last_word_of_a_person_counts() -> None:
    first, last = said(TIME, Verdict.REJECT), said(TIME)
    assert standing([last, first]) == [last]


def test_coders_who_disagree_leave_the_reading_as_it_is() -> None:
    one, other = said(TIME, author="Ada"), said(TIME, Verdict.CORRECT, "2031-05-05", author="Bo")
    found = judged([one, other])[TIME.item]
    assert found.disagreed
    assert found.standing is None


def test_who_cannot_tell_disagrees_with_nobody_and_decides_nothing() -> None:
    unsure, sure = said(TIME, Verdict.CANNOT_TELL, author="Ada"), said(TIME, Verdict.REJECT, author="Bo")
    assert standing([unsure]) == []
    assert standing([unsure, sure]) == [sure]


def test_an_adjudication_stands_over_both() -> None:
    settled = said(TIME, author="Cy", settles=True)
    later = said(TIME, Verdict.CORRECT, "2031-05-05", author="Bo")
    assert standing([said(TIME, Verdict.REJECT, author="Ada"), settled, later]) == [settled]


def test_the_same_answer_in_other_words_is_another_answer() -> None:
    one = said(TIME, Verdict.CORRECT, "2031-05-05", author="Ada")
    assert not judged([one, said(TIME, Verdict.CORRECT, "2031-05-05", author="Bo")])[TIME.item].disagreed
    assert judged([one, said(TIME, Verdict.CORRECT, "2031-05", author="Bo")])[TIME.item].disagreed
