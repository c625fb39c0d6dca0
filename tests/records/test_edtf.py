"""EDTF values: the days they may mean."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay.records.edtf import compatible, days_of, finer, past_interval


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-10-24", date(2016, 10, 24), date(2016, 10, 24)),
        ("2016-10-24TNI", date(2016, 10, 24), date(2016, 10, 24)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2016", date(2016, 1, 1), date(2016, 12, 31)),
        ("198X", date(1980, 1, 1), date(1989, 12, 31)),
        ("2014-10/2016-10", date(2014, 10, 1), date(2016, 10, 31)),
    ],
)
def test_days(value: str, first: date, last: date) -> None:
    assert days_of(value) == (first, last)


@pytest.mark.parametrize("value", ["P2Y", "2016-02-30", "soon", "2016/.."])
def test_no_days(value: str) -> None:
    assert days_of(value) is None


def test_compatible_and_finer() -> None:
    assert compatible("2016-10", "2016-10-24TNI")
    assert not compatible("2016-10-23", "2016-10-24")
    assert compatible("P2Y", "1990")
    assert finer("2016-10", "2016-10-24") == "2016-10-24"
    assert finer("2016-10-24", "P2Y") == "2016-10-24"


def test_past_interval() -> None:
    assert past_interval("P2Y", "2016-10-26") == "2014-10/2016-10"
    assert past_interval("P2W", "2016-10-26") == "2016-10-12/2016-10-26"
    assert past_interval("2016", "2016-10-26") is None
