"""What the event stage asks of values: their days, whether two may be one, the finer, the stretch covered."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay.analyses.times import as_bound, as_interval, compatible, finer, interval_of
from hearsay.records.span import Span
from hearsay.records.time import Time, TimePrecision


def time_of(value: str | None, span: Span | None = None) -> Time:
    return Time(span=span or Span(0, 1), value=value, precision=TimePrecision.RANGE)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016-10-24", (2016, 10, 24), (2016, 10, 24)),
        ("2016-10-24TNI", (2016, 10, 24), (2016, 10, 24)),
        ("2016-10-24T20:30", (2016, 10, 24), (2016, 10, 24)),
        ("2016-02", (2016, 2, 1), (2016, 2, 29)),
        ("2015", (2015, 1, 1), (2015, 12, 31)),
        ("199X", (1990, 1, 1), (1999, 12, 31)),
        ("18XX", (1800, 1, 1), (1899, 12, 31)),
        ("2014-22", (2014, 6, 1), (2014, 9, 23)),
        ("2014-24", (2013, 12, 1), (2015, 3, 21)),
        ("2014-10/2016-10", (2014, 10, 1), (2016, 10, 31)),
        ("2009/..", (2009, 1, 1), (9999, 12, 31)),
        ("../2015-05", (1, 1, 1), (2015, 5, 31)),
        ("2016-10-05~", (2016, 10, 2), (2016, 10, 8)),
        ("2006~", (2005, 1, 1), (2007, 12, 31)),
    ],
)
def test_interval_of(value: str, first: tuple[int, int, int], last: tuple[int, int, int]) -> None:
    assert interval_of(value) == (date(*first), date(*last))


@pytest.mark.parametrize(
    "value", [None, "", "P2Y", "-0489", "2016-02-30", "2016-13-01", "some day", "2016/2015", "2014-99"]
)
def test_interval_of_what_has_no_days(value: str | None) -> None:
    assert interval_of(value) is None


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("2015-05", "2015-05-13", True),
        ("2015-05", "2015-06", False),
        ("2016-10-24TNI", "2016-10-25TMO", True),
        ("2016-10-24TMO", "2016-10-25", False),
        ("2014-10/2016-10", "2015", True),
        ("2016-10-05~", "2016-10-07", True),
        (None, "2015", True),
        ("P2Y", "2015", True),
    ],
)
def test_compatible(one: str | None, other: str | None, together: bool) -> None:
    assert compatible(one, other) is together
    assert compatible(other, one) is together


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("2015-05", "2015-05-13", "2015-05-13"),
        ("2015-05-13", "2015", "2015-05-13"),
        ("2016-10-24", "2016-10-24TNI", "2016-10-24TNI"),
        (None, "2015", "2015"),
        ("2015", None, "2015"),
        (None, None, None),
        ("P2Y", None, "P2Y"),
    ],
)
def test_finer(one: str | None, other: str | None, expected: str | None) -> None:
    assert finer(one, other) == expected


@pytest.mark.parametrize(
    ("value", "published", "expected"),
    [
        ("P2Y", "2016-10-26", "2014-10/2016-10"),
        ("P1W", "2016-10-26", "2016-10-19/2016-10-26"),
        ("P18M", "2016-10-26", "2015-04/2016-10"),
        ("PT24H", "2016-10-26", "2016-10-25/2016-10-26"),
        ("P10Y", "2016-10-26T10:00:00Z", "2006-10/2016-10"),
        ("P2Y", None, None),
        ("P2Y", "2016-10", None),
        ("2015-05", None, "2015-05"),
        (None, "2016-10-26", None),
    ],
)
def test_as_interval(value: str | None, published: str | None, expected: str | None) -> None:
    assert as_interval(time_of(value), published) == expected


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("It fought since 2009 there.", "2009", "2009/.."),
        ("It fought until about 2009 there.", "2009", "../2009"),
        ("It fought in 2009 there.", "2009", "2009"),
        ("It fought from 2009 there.", "2009", "2009"),
        ("It fought since 2009 there.", None, None),
        ("It fought since 2009 there.", "2009/2011", "2009/2011"),
    ],
)
def test_as_bound(text: str, value: str | None, expected: str | None) -> None:
    start = text.index("2009")
    assert as_bound(time_of(value, Span(start, start + 4)), text) == expected
