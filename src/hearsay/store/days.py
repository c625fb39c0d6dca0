"""The days that an EDTF date may mean, so that rows can be sorted and chosen by date."""

from __future__ import annotations

import re
from calendar import monthrange

FIRST, LAST = "0001-01-01", "9999-12-31"  # what an open end of a range stands for

_DATE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2})(?:-(?P<day>\d{2}))?)?(?:T[A-Z0-9:.+-]+)?[~?%]?")


def days_of(value: str | None) -> tuple[str, str] | None:
    """First and last day, as `YYYY-MM-DD`; None for what is no date on the calendar (null, a duration, 31 February).

    `2014-10/2016-10` goes from 2014-10-01 to 2016-10-31, `2016-10-24TNI` is its day, `../2016` has no first day.
    """
    if value is None:
        return None
    first, slash, last = value.partition("/")
    if not slash:
        return _single(value)
    begin = (FIRST, FIRST) if first in ("", "..") else _single(first)
    end = (LAST, LAST) if last in ("", "..") else _single(last)
    if begin is None or end is None or begin[0] > end[1]:
        return None
    return begin[0], end[1]


def _single(value: str) -> tuple[str, str] | None:
    found = _DATE.fullmatch(value)
    if found is None or found["year"] == "0000":
        return None
    year, month, day = found["year"], found["month"], found["day"]
    if month is None:
        return f"{year}-01-01", f"{year}-12-31"
    if not 1 <= int(month) <= 12:
        return None
    days = monthrange(int(year), int(month))[1]
    if day is None:
        return f"{year}-{month}-01", f"{year}-{month}-{days:02}"
    return (f"{year}-{month}-{day}",) * 2 if 1 <= int(day) <= days else None
