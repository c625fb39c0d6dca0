"""How long: lengths as ISO 8601 durations, and as the part of the calendar that they cover from a moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from hearsay.analyses.times.meaning import Length
from hearsay.analyses.times.moment import Moment, month_on, on_day

DAYS_IN = {"day": 1, "night": 1, "week": 7, "fortnight": 14}
MONTHS_IN = {"month": 1, "quarter": 3}
YEARS_IN = {"year": 1, "decade": 10, "century": 100, "half-century": 50}
CODES = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "month": "{}M",
    "year": "{}Y",
}  # fmt: skip
IN_OTHER_UNITS = {
    "decade": ("year", 10), "century": ("year", 100), "half-century": ("year", 50), "quarter": ("month", 3),
    "fortnight": ("week", 2), "weekend": ("day", 2),
}  # fmt: skip


def duration(length: Length) -> str | None:
    """ISO 8601, as `P2Y`; None when the words do not count ("several years")."""
    if length.count is None:
        return None
    unit, times = IN_OTHER_UNITS.get(length.unit, (length.unit, 1))
    if unit not in CODES:
        return None
    count = length.count * times
    return "P" + CODES[unit].format(int(count) if count == int(count) else count)


def stretch_from(base: Moment, length: Length, turn: int) -> Moment | None:
    """The range of a length before (-1) or after (1) a moment, as exact as the length's unit allows."""
    if length.count is None:
        return None
    unit, times = IN_OTHER_UNITS.get(length.unit, (length.unit, 1))
    count = length.count * times
    if count != int(count):
        unit, count = ("month", count * 12) if unit == "year" else (unit, round(count))
    if base.year is None:
        return None
    far: Moment | None
    if unit == "year" and base.grain == "year":
        near, far = Moment(year=base.year), Moment(year=base.year + turn * int(count))
    elif unit in ("year", "month") and base.month is not None:
        near = Moment(year=base.year, month=base.month)
        year, month = month_on(base.year, base.month, turn * int(count) * (12 if unit == "year" else 1))
        far = Moment(year=year, month=month)
    elif base.date is not None:
        days = DAYS_IN.get(unit, 0) * int(count) or max(1, round(count / 24)) * (unit == "hour")
        near, far = on_day(base.date), on_day(base.date + timedelta(days=turn * days)) if days else None
    else:
        return None
    if far is None or far == near:
        return near if far is not None else None
    return replace(near, end=far) if turn > 0 else replace(far, end=near)
