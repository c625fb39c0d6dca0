"""Dates that pages and texts state."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.documents.base import iso_date
from hearsay.documents.dates import http_date, stated_date


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Published: October 26, 2016", "2016-10-26"),
        ("Oct 26, 2016 10:30 GMT", "2016-10-26T10:30:00+00:00"),
        ("26th October 2016", "2016-10-26"),
        ("3 JAN 90", "1990-01-03"),
        ("3 Jan 05", "2005-01-03"),
        ("Wed 26 Oct 2016 18.05 BST", "2016-10-26T18:05:00+01:00"),
        ("2016-10-26T18:30:00+0500", "2016-10-26T18:30:00+05:00"),
        ("26/10/2016", "2016-10-26"),
        ("10/26/2016 at 6:30 PM EST", "2016-10-26"),
        ("2016/10/26", "2016-10-26"),
        ("Updated 1:15 p.m. EDT, March 1, 2011", "2011-03-01T13:15:00-04:00"),
    ],
)
def test_a_stated_day_is_read_with_its_time_when_the_zone_is_known(text: str, value: str) -> None:
    found = stated_date(text)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("text", ["March 3", "4/3/2016", "31 February 2012", "on Monday"])
def test_a_day_that_is_not_settled_has_no_value(text: str) -> None:
    found = stated_date(text)
    assert found is None or found.value is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Wed, 26 Oct 2016 10:30:00 +0500", "2016-10-26T10:30:00+05:00"),
        ("2016-10-26T10:30:00Z", "2016-10-26T10:30:00Z"),
        ("October 26, 2016", "2016-10-26"),
        ("some day", None),
        ("", None),
    ],
)
def test_dates_of_feeds_and_meta_tags(text: str, value: str | None) -> None:
    assert http_date(text) == value


@given(st.text(max_size=60))
def test_any_text_is_a_date_or_none(text: str) -> None:
    for found in (iso_date(text), http_date(text)):
        assert found is None or iso_date(found) == found
