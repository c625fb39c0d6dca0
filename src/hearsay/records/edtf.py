"""Dates as EDTF (ISO 8601-2) strings: which days they may mean, and whether two may mean the same.

Understood: `2016-10-24`, `2016-10`, `2016`, `198X`, seasons `2016-21`..`24`, the suffixes `~ ?` and `T...` for parts of
a day, and ranges `a/b` with an open or unknown end. An ISO duration (`P2Y`) has no days of its own.
"""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:T.*)?$")
_MONTH = re.compile(r"(\d{4})-(\d{2})$")
_YEAR = re.compile(r"(\d{4})$")
_DECADE = re.compile(r"(\d{2,3})X{1,2}$")
_PAST = re.compile(r"P(\d+)([DWMY])$")
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2)}
_DAYS_PER_UNIT = {"D": 1, "W": 7}


def days_of(value: str) -> tuple[date, date] | None:
    """The first and last day that a value may mean; None for durations, open ends and what is no date."""
    if "/" in value:
        ends = [days_of(part) for part in value.split("/", 1)]
        return (ends[0][0], ends[1][1]) if ends[0] and ends[1] and ends[0][0] <= ends[1][1] else None
    try:
        return _days_of_one(value.rstrip("~?%"))
    except ValueError:
        return None


def _days_of_one(value: str) -> tuple[date, date] | None:
    if match := _DAY.match(value):
        day = date(*map(int, match.groups()))
        return day, day
    if match := _MONTH.match(value):
        year, month = int(match[1]), int(match[2])
        if month in _SEASONS:
            first, last = _SEASONS[month]
            return date(year, first, 1), _month_end(year + (last < first), last)
        return date(year, month, 1), _month_end(year, month)
    if match := _YEAR.match(value):
        return date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)
    if match := _DECADE.match(value):
        return date(int(match[1].ljust(4, "0")), 1, 1), date(int(match[1].ljust(4, "9")), 12, 31)
    return None


def _month_end(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def compatible(one: str, other: str) -> bool:
    """True when the two may mean the same time: their days overlap, or one of them has no days to compare."""
    a, b = days_of(one), days_of(other)
    return a is None or b is None or (a[0] <= b[1] and b[0] <= a[1])


def finer(one: str, other: str) -> str:
    """The one that leaves fewer days open; the first when they leave as many, or when neither has days."""
    a, b = days_of(one), days_of(other)
    if b is None:
        return one
    if a is None or b[1] - b[0] < a[1] - a[0]:
        return other
    return one


def past_interval(duration: str, published: str) -> str | None:
    """A duration that ends at publication, as a range: `P2Y` in a report of 2016-10-26 is `2014-10/2016-10`."""
    match, end = _PAST.match(duration), days_of(published[:10])
    if match is None or end is None:
        return None
    number, unit, last = int(match[1]), match[2], end[1]
    if unit in _DAYS_PER_UNIT:
        first = last - timedelta(days=number * _DAYS_PER_UNIT[unit])
        return f"{first.isoformat()}/{last.isoformat()}"
    months = last.year * 12 + last.month - 1 - number * (12 if unit == "Y" else 1)
    return f"{months // 12:04}-{months % 12 + 1:02}/{last.year:04}-{last.month:02}"
