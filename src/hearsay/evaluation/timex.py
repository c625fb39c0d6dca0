"""Expressions as TIMEX values, the notation of the corpora that dates are scored on.

TIMEX2/TIMEX3 write what EDTF has no word for: `PRESENT_REF` for "now", `P3D` for a length, `XXXX-XX-XX` for "daily",
`1943-SU` for a season, `BC0480` for a year before Christ, `192` for a decade.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hearsay.analyses.times import Expression
from hearsay.analyses.times.meaning import Base, Length, Point, Portion, Reference, Repeated, Step, Stretch, Turn, Vague
from hearsay.analyses.times.moment import Moment

SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}
REFERENCES = {Reference.PRESENT: "PRESENT_REF", Reference.PAST: "PAST_REF", Reference.FUTURE: "FUTURE_REF"}
REPEATED = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XXTNI", "week": "XXXX-WXX", "month": "XXXX-XX", "year": "XXXX"}
UNITS = {
    "second": "T{}S", "minute": "T{}M", "hour": "T{}H", "day": "{}D", "night": "{}D", "week": "{}W", "month": "{}M",
    "year": "{}Y", "decade": "{}DE", "century": "{}CE", "fortnight": "{}W", "quarter": "{}Q",
}  # fmt: skip


def timex_value(expression: Expression) -> str | None:
    """The TIMEX value of an expression, None when it has none."""
    meaning = expression.meaning
    match meaning:
        case Vague(unit=str() as unit):
            return _length(Length(count=None, unit=unit))
        case Vague(reference=reference):
            return REFERENCES.get(reference)
        case Repeated(unit=str() as unit):
            return REPEATED.get(unit)
        case Repeated(unit=Point(part=part)):
            return f"XXXX-XX-XX{part}"
        case Length():
            return _length(meaning)
        case Stretch():
            return _length(meaning.length)
        case Portion(length=Length() as length):
            return _length(length)
        case Turn(turn=0, what="day", base=Base.SPEECH) if expression.moment is None:
            return "PRESENT_REF"
        case Step(unit="decade") if expression.moment is not None and expression.moment.year is not None:
            return str(expression.moment.year // 10)
        case Step(unit="week") if expression.moment is not None and expression.moment.date is not None:
            return _week(expression.moment.date)
    if expression.moment is not None:
        return _moment(expression.moment, meaning)
    if isinstance(meaning, Point):
        return _unplaced(meaning)
    return None


def _length(length: Length) -> str | None:
    if length.unit == "half-century":
        return "P.5CE"
    count, unit = length.count, length.unit
    if unit == "fortnight" and count is not None:
        count, unit = count * 2, "week"
    if unit not in UNITS:
        return None
    if count is None:
        return "P" + UNITS[unit].format("X")
    return "P" + UNITS[unit].format(int(count) if count == int(count) else count)


def _week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def _moment(moment: Moment, meaning: object) -> str:
    if isinstance(meaning, Portion) and meaning.half:
        return f"{_year(moment.year or 0)}-H{meaning.half}"
    if isinstance(meaning, Portion) and meaning.quarter:
        return f"{_year(moment.year or 0)}-Q{meaning.quarter}"
    if moment.week and moment.date is not None:
        return _week(moment.date)
    if moment.end is not None:
        return f"{_moment(replace(moment, end=None), None)}/{_moment(moment.end, None)}"
    if moment.prefix is not None:
        return f"BC{moment.prefix}" if moment.bc else moment.prefix
    text = _year(moment.year or 0)
    if moment.season is not None:
        return f"{text}-{SEASONS[moment.season]}"
    if moment.month is not None:
        text += f"-{moment.month:02d}"
    if moment.day is not None:
        text += f"-{moment.day:02d}"
    return text + (moment.clock or moment.part or "")


def _year(year: int) -> str:
    return f"{year:04d}" if year > 0 else f"BC{1 - year:04d}"


def _unplaced(point: Point) -> str | None:
    if point.season is not None:
        return f"XXXX-{SEASONS[point.season]}"
    if point.part or point.clock:
        return f"XXXX-XX-XX{point.clock or point.part}"
    return None
