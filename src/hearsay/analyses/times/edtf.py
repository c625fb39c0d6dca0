"""Reading the values that this package gives times: their days, whether two may be one, which is the finer."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from hearsay.analyses.times.lengths import stretch_from
from hearsay.analyses.times.meaning import Length
from hearsay.analyses.times.moment import on_day
from hearsay.records.time import Time

Days = tuple[date, date]

_VALUE = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(T(?:MO|AF|EV|NI|\d{2}:\d{2}(?::\d{2})?))?([~?%]?)")
_PREFIX = re.compile(r"(\d{2,3})X{1,2}")
_DURATION = re.compile(r"PT?(\d+(?:\.\d+)?)([SHDWMY])")
_SEASONS = {21: ((3, 1), (6, 21)), 22: ((6, 1), (9, 23)), 23: ((9, 1), (12, 21))}
_ROUGH = {"day": 3, "month": 31, "year": 365}  # days either side that "about" may mean
_OPEN = ("..", "")


def interval_of(value: str | None) -> Days | None:
    """The first and last day of an EDTF value.

    None for None, a duration, a time before the year 1, and what is not EDTF as hearsay writes it. An open end is the
    first or last day that Python knows. `~` widens by 3 days, a month or a year, after what is told.
    """
    if value is None or not value:
        return None
    if "/" in value:
        return _between(value)
    prefix = _PREFIX.fullmatch(value)
    if prefix:
        years = 10 ** (4 - len(prefix[1]))
        first = int(prefix[1]) * years
        return (date(first, 1, 1), date(first + years - 1, 12, 31)) if first else None
    match = _VALUE.fullmatch(value)
    return _told(match) if match else None


def _between(value: str) -> Days | None:
    start, _, end = value.partition("/")
    first = (date.min, date.min) if start in _OPEN else interval_of(start)
    last = (date.max, date.max) if end in _OPEN else interval_of(end)
    return (first[0], last[1]) if first and last and first[0] <= last[1] else None


def _told(match: re.Match[str]) -> Days | None:
    year = int(match[1])
    month, day = (int(match[k]) if match[k] else None for k in (2, 3))
    if not 1 <= year <= 9998:
        return None
    if month is not None and month > 12:
        return _season(year, month)
    try:
        first = date(year, month or 1, day or 1)
    except ValueError:
        return None
    grain = "day" if day else "month" if month else "year"
    last = {
        "day": first,
        "month": date(year, first.month, monthrange(year, first.month)[1]),
        "year": date(year, 12, 31),
    }[grain]
    if match[5]:
        margin = timedelta(days=_ROUGH[grain])
        first, last = max(first, date.min + margin) - margin, min(last, date.max - margin) + margin
    return first, last


def _season(year: int, season: int) -> Days | None:
    if season == 24:  # "the winter of 1991" may be the one that it began or ended with
        return date(year - 1 or 1, 12, 1), date(year + 1, 3, 21)
    if season not in _SEASONS:
        return None
    first, last = _SEASONS[season]
    return date(year, *first), date(year, *last)


def _night_over(value: str, days: Days) -> Days:
    """The night of a day runs into the next morning."""
    return (days[0], min(days[1], date.max - timedelta(days=1)) + timedelta(days=1)) if "TNI" in value else days


def compatible(one: str | None, other: str | None) -> bool:
    """True when the two may be the same time: what is not known may be any."""
    if one == other:
        return True
    mine, yours = interval_of(one), interval_of(other)
    if one is None or other is None or mine is None or yours is None:
        return True
    mine, yours = _night_over(one, mine), _night_over(other, yours)
    return mine[0] <= yours[1] and yours[0] <= mine[1]


def finer(one: str | None, other: str | None) -> str | None:
    """The one that says more exactly when; the first when they are equally exact, None when both are unknown."""
    mine, yours = interval_of(one), interval_of(other)
    if mine is None or yours is None:
        return one if mine is not None or (yours is None and one is not None) else other
    lengths = (mine[1] - mine[0]).days, (yours[1] - yours[0]).days
    if lengths[0] == lengths[1]:
        return other if "T" in (other or "") and "T" not in (one or "") else one
    return one if lengths[0] < lengths[1] else other


def as_interval(time: Time, published: str | None) -> str | None:
    """The stretch of the calendar that a time's value covers, as EDTF.

    "In the past two years" (`P2Y`), published 2016-10-26, is `2014-10/2016-10`; a value that is a date already comes
    back as it is. None when the time is unresolved, or when a duration has no publication date to end at.
    """
    match = _DURATION.fullmatch(time.value or "")
    if match is None:
        return time.value
    days = interval_of((published or "")[:10])
    if days is None or len((published or "")[:10]) < 10:
        return None
    units = {"S": "second", "H": "hour", "D": "day", "W": "week", "M": "month", "Y": "year"}
    unit = "minute" if match[2] == "M" and (time.value or "").startswith("PT") else units[match[2]]
    found = stretch_from(on_day(days[0]), Length(count=float(match[1]), unit=unit), -1)
    return None if found is None else found.edtf()


def as_bound(time: Time, text: str) -> str | None:
    """The time's value as the word before it bounds it: "since 2009" is `2009/..`, "until May 2015" is `../2015-05`.

    The value itself when no such word stands before it; None when the time is unresolved.
    """
    if time.value is None or "/" in time.value or time.value.startswith("P"):
        return time.value
    match = re.search(
        r"\b(since|from|after|until|till|before)\s+(?:about\s+|around\s+|at\s+least\s+)?$",
        text[max(0, time.span.start - 30) : time.span.start],
        re.IGNORECASE,
    )
    if match is None or match[1].lower() == "from":
        return time.value
    return f"{time.value}/.." if match[1].lower() in ("since", "after") else f"../{time.value}"
