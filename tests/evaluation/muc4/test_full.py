"""The scorer of 1992 on a key of our own, with sums done by hand."""

from __future__ import annotations

from tests.evaluation.muc4.fiction import answer, key

from hearsay.evaluation.muc4.full import Tally, View, score_message
from hearsay.evaluation.muc4.matching import Judgement
from hearsay.evaluation.muc4.templates import Slot

KEY = key()["OWN-MUC4-0001"]
BLAST = answer(
    DATE=["12 JAN 90"],
    LOCATION=["PERU"],
    TYPE=["BOMBING"],
    STAGE=["ACCOMPLISHED"],
    TARGET=['"THE HARBOUR HOTEL"', '"BAKERY"'],
    TARGET_TYPE=['COMMERCIAL: "THE HARBOUR HOTEL"'],
    VICTIM_NAME=['"ONSLOW"'],
    VICTIM_EFFECT=['DEATH: "ONSLOW"'],
)


def test_each_slot_of_a_matched_template() -> None:
    matched = score_message(KEY, [BLAST], Judgement()).matched
    assert matched[Slot.DATE] == Tally(partial=1)
    assert matched[Slot.LOCATION] == Tally(partial=1)
    assert matched[Slot.STAGE] == Tally(correct=1)
    assert matched[Slot.TARGET] == Tally(correct=1, spurious=1)
    assert matched[Slot.VICTIM_NAME] == Tally(partial=1)
    assert matched[Slot.VICTIM_EFFECT] == Tally(partial=1, missing=1)
    assert matched[Slot.VICTIM_DESCRIPTION] == Tally(missing=2)


def test_what_is_optional_counts_only_when_it_is_found() -> None:
    found = answer(TYPE=["BOMBING"], TARGET=['"HARBOUR HOTEL"', '"KIOSK"'])
    assert score_message(KEY, [found], Judgement()).matched[Slot.TARGET] == Tally(correct=2)
    patrol = answer(TYPE=["ATTACK"], VICTIM_DESCRIPTION=['"PATROL"'])
    score = score_message(KEY[1:], [patrol], Judgement())
    assert score.of(View.ALL).correct == 2
    assert score_message(KEY[1:], [], Judgement()).of(View.ALL) == Tally()


def test_the_four_views() -> None:
    stray = answer("2", TYPE=["KIDNAPPING"], VICTIM_DESCRIPTION=['"FERRYMAN"'])
    only = score_message(KEY[:1], [answer(TYPE=["BOMBING"], VICTIM_NAME=['"MARA ONSLOW"'])], Judgement())
    score = score_message(KEY[:1], [stray], Judgement())
    assert only.of(View.MATCHED_ONLY) == only.of(View.ALL)
    assert score.of(View.MATCHED_ONLY) == Tally()
    assert score.of(View.MATCHED_SPURIOUS) == Tally(spurious=2)
    assert score.of(View.MATCHED_MISSING).missing == score.of(View.ALL).missing == only.of(View.ALL).possible
    assert score.of(View.ALL).actual == 2


def test_a_type_alone_maps_no_templates() -> None:
    assert score_message(KEY, [answer(TYPE=["BOMBING"], DATE=["12 JAN 90"])], Judgement()).pairs == ()


def test_the_wrong_type_maps_none_either() -> None:
    wrong = answer(TYPE=["KIDNAPPING"], VICTIM_NAME=['"MARA ONSLOW"'])
    assert score_message(KEY, [wrong], Judgement()).pairs == ()
