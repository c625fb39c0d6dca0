"""Krippendorff's alpha against the figures published for it, and agreement field by field."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.judging.decided import item, said
from tests.store.stories import told

from hearsay.judging.agreement import agreements, interval, krippendorff_alpha, nominal, ratio
from hearsay.judging.standing import judged
from hearsay.records.review import Review, Subject, Verdict

# Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": examples A, B and C, a row an observer, "." missing
BINARY = ("0100000010", "1110010000")
LETTERS = ("aabbdcccedda", "babbbcccedddd"[:12])
MISSING = ("123321412...", "12332241252.3"[:10] + ".3", ".3332342251.", "12332441251.")


def units(rows: tuple[str, ...]) -> list[list[float | str]]:
    columns = zip(*rows, strict=True)
    return [[float(one) if one.isdigit() else one for one in column if one != "."] for column in columns]


@pytest.mark.parametrize(
    ("rows", "difference", "alpha"),
    [
        (BINARY, nominal, 0.095),
        (LETTERS, nominal, 0.692),
        (MISSING, nominal, 0.743),
        (MISSING, interval, 0.849),
        (MISSING, ratio, 0.797),
    ],
)
def test_alpha_is_as_published(
    rows: tuple[str, ...], difference: Callable[[float | str, float | str], float], alpha: float
) -> None:
    assert krippendorff_alpha(units(rows), difference) == pytest.approx(alpha, abs=0.0006)


def test_alpha_is_not_defined_without_anything_to_disagree_on() -> None:
    assert krippendorff_alpha([], nominal) is None
    assert krippendorff_alpha([["a"], ["b"]], nominal) is None
    assert krippendorff_alpha([["a", "a"], ["a", "a"]], nominal) is None
    assert krippendorff_alpha([["a", "a"], ["b", "b"]], nominal) == 1.0


READINGS = [told(f"Blast {number}\nThe Herons said they did it.") for number in range(4)]


def test_agreement_is_counted_field_by_field() -> None:
    reviews: list[Review] = []
    for number, reading in enumerate(READINGS):
        time, killed = item(reading, Subject.FIELD, "time"), item(reading, Subject.FIELD, "killed")
        reviews += [said(time, author="Ada"), said(time, author="Bo")]
        reviews += [said(killed, Verdict.CORRECT, str(number), author="Ada")]
        reviews += [said(killed, Verdict.CORRECT, "9" if number == 3 else str(number), author="Bo")]
        reviews += [said(killed, Verdict.CORRECT, "7", author="Cy", settles=True)]
    tolls, dates = agreements(judged(reviews).values())
    assert (dates.field, dates.items, dates.same, dates.alpha) == ("time", 4, 4, None)
    assert (tolls.field, tolls.items, tolls.same) == ("killed", 4, 3)
    assert tolls.alpha == pytest.approx(1 - 7 * 0.5 / 30.7287, abs=0.0001)  # worked out by hand


def test_what_one_coder_saw_or_could_not_tell_is_not_compared() -> None:
    time = item(READINGS[0], Subject.FIELD, "time")
    assert agreements(judged([said(time, author="Ada"), said(time, Verdict.CANNOT_TELL, author="Bo")]).values()) == ()


def test_accepting_a_value_and_giving_the_same_is_one_answer() -> None:
    time = item(READINGS[0], Subject.FIELD, "time")
    both = [said(time, author="Ada"), said(time, Verdict.CORRECT, time.value, author="Bo")]
    assert agreements(judged(both).values())[0].same == 1
