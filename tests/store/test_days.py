"""EDTF dates to the days that they may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.store.days import days_of


@pytest.mark.parametrize(
    ("value", "days"),
    [
        ("2016-10-24", ("2016-10-24", "2016-10-24")),
        ("2016-10-24TNI", ("2016-10-24", "2016-10-24")),
        ("2016-10-24T18:30+05:00", ("2016-10-24", "2016-10-24")),
        ("2015-02", ("2015-02-01", "2015-02-28")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2014", ("2014-01-01", "2014-12-31")),
        ("2014~", ("2014-01-01", "2014-12-31")),
        ("2014-10/2016-10", ("2014-10-01", "2016-10-31")),
        ("../2016", ("0001-01-01", "2016-12-31")),
        ("2016-05-03/..", ("2016-05-03", "9999-12-31")),
    ],
)
def test_a_date_spans_its_days(value: str, days: tuple[str, str]) -> None:
    assert days_of(value) == days


@pytest.mark.parametrize("value", [None, "", "P2Y", "2015-02-29", "2015-13", "0000", "2016/2014", "x/2016", "Monday"])
def test_what_is_no_date_has_no_days(value: str | None) -> None:
    assert days_of(value) is None


@given(st.text())
def test_no_text_breaks_it(value: str) -> None:
    days = days_of(value)
    assert days is None or days[0] <= days[1]
