"""Feasts against days that almanacs give."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay.analyses.times.holidays import HOLIDAYS, easter


@pytest.mark.parametrize(
    ("year", "month", "day"), [(1818, 3, 22), (1943, 4, 25), (2000, 4, 23), (2008, 3, 23), (2016, 3, 27), (2038, 4, 25)]
)
def test_easter(year: int, month: int, day: int) -> None:
    assert easter(year) == date(year, month, day)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("eid al-fitr", date(2016, 7, 6)),
        ("eid al-fitr", date(2014, 7, 28)),
        ("eid al-fitr", date(1990, 4, 26)),
        ("eid al-adha", date(2016, 9, 12)),
        ("eid al-adha", date(2006, 1, 10)),
        ("ashura", date(2016, 10, 12)),
        ("ashura", date(2004, 3, 2)),
        ("ramadan", date(2015, 6, 18)),
        ("thanksgiving", date(2016, 11, 24)),
        ("good friday", date(2015, 4, 3)),
        ("nowruz", date(2016, 3, 20)),
    ],
)
def test_a_feast_holds_the_day_it_was_kept(name: str, kept: date) -> None:
    assert any(days.first <= kept <= days.last for days in HOLIDAYS[name].days(kept.year))


def test_a_muslim_feast_may_fall_twice_in_a_year() -> None:
    assert len(HOLIDAYS["eid al-adha"].days(2006)) == 2


def test_no_feast_fails_in_any_year() -> None:
    for feast in HOLIDAYS.values():
        for year in range(623, 2100, 13):
            assert all(days.first <= days.last for days in feast.days(year))
