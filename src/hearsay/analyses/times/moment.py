"""A time that has been placed on the calendar, and how it is written in EDTF."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta

from hearsay.records.time import TimePrecision

COUNTABLE = (100, 9900)
"""Years that days are counted in: any length told in a text stays inside Python's calendar from there."""
DAYTIME = "TDT"
"""TIMEX for "by day": not written, for it says no more than the day does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A calendar time as exact as the words allow. Years are astronomical: 1 BC is 0, 2 BC is -1.

    `prefix` is a decade's or century's leading digits (`bc` says which side of the era they are on). `end` makes it a
    range, both ends included. `week` marks a range of seven days that the words call a week.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    season: int | None = None
    part: str | None = None
    clock: str | None = None
    prefix: str | None = None
    bc: bool = False
    approximate: bool = False
    week: bool = False
    end: Moment | None = None

    @property
    def grain(self) -> str:
        """The finest part told: century, decade, year, season, month, week or day."""
        if self.prefix is not None:
            return "decade" if len(self.prefix) == 3 else "century"
        if self.week:
            return "week"
        if self.day is not None:
            return "day"
        if self.month is not None:
            return "month"
        return "season" if self.season is not None else "year"

    @property
    def date(self) -> date | None:
        """The day, when it is one that can be counted from without leaving Python's calendar."""
        if self.year is None or self.month is None or self.day is None or not COUNTABLE[0] <= self.year <= COUNTABLE[1]:
            return None
        return date(self.year, self.month, self.day)

    @property
    def precision(self) -> TimePrecision:
        """How exact it is, in the words of the records."""
        if self.end is not None or self.prefix is not None or self.season is not None:
            return TimePrecision.RANGE
        if self.part or self.clock:
            return TimePrecision.PART_OF_DAY
        return {"day": TimePrecision.DAY, "month": TimePrecision.MONTH}.get(self.grain, TimePrecision.YEAR)

    def edtf(self) -> str:
        """As EDTF; parts of the day as TIMEX suffixes."""
        if self.end is not None:
            return f"{replace(self, end=None, week=False).edtf()}/{self.end.edtf()}"
        return self._body() + (self.clock or self._part()) + ("~" if self.approximate else "")

    def _part(self) -> str:
        return self.part if self.part is not None and self.part != DAYTIME else ""

    def _before_christ(self) -> str:
        """A decade or century before Christ as a range: EDTF counts its years from another end."""
        years = 10 ** (4 - len(self.prefix or ""))
        if years == 10:
            first, last = int(self.prefix or 0) * 10 + 9, int(self.prefix or 0) * 10
        else:
            first, last = (int(self.prefix or 0) + 1) * 100, int(self.prefix or 0) * 100 + 1
        return "/".join(Moment(year=1 - year).edtf() for year in (first, max(last, 1)))

    def _body(self) -> str:
        if self.prefix is not None and self.bc:
            return self._before_christ()
        if self.prefix is not None:
            return f"{self.prefix}{'X' * (4 - len(self.prefix))}"
        year = self.year or 0
        text = f"-{-year:04d}" if year < 0 else f"{year:04d}"
        if self.season is not None:
            return f"{text}-{self.season}"
        if self.month is not None:
            text += f"-{self.month:02d}"
        if self.day is not None:
            text += f"-{self.day:02d}"
        return text


def on_day(day: date) -> Moment:
    """One day."""
    return Moment(year=day.year, month=day.month, day=day.day)


def week_of(day: date) -> Moment:
    """The week, Monday to Sunday, that a day is in."""
    monday = day - timedelta(days=day.weekday())
    return replace(on_day(monday), week=True, end=on_day(monday + timedelta(days=6)))


def weekend_of(day: date) -> Moment:
    """The Saturday and Sunday of a day's week."""
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    return replace(on_day(saturday), end=on_day(saturday + timedelta(days=1)))


def exists(year: int, month: int | None, day: int | None) -> bool:
    """True when the calendar has that day. Before the year 1 the proleptic leap years are not questioned."""
    if month is None:
        return day is None
    if not 1 <= month <= 12:
        return False
    return day is None or 1 <= day <= monthrange(year if year >= 1 else 2000, month)[1]


def month_on(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month `by` months further on."""
    count = year * 12 + (month - 1) + by
    return count // 12, count % 12 + 1


def first_day(moment: Moment) -> date | None:
    """A day to count from: the day itself, or the first of the month or year."""
    if moment.year is None or not COUNTABLE[0] <= moment.year <= COUNTABLE[1]:
        return None
    return date(moment.year, moment.month or 1, moment.day or 1)
