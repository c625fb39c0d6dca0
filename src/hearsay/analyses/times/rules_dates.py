"""The rules for dates that name their parts: "8 March 2014", "the summer of 1998", "8 p.m. on Monday"."""

from __future__ import annotations

from dataclasses import replace

from hearsay.analyses.times.meaning import (
    Meaning,
    NamedDay,
    Nested,
    Point,
    Slashed,
    Step,
    Turn,
)
from hearsay.analyses.times.notation import Match, Rule, rule

CENTURY_TURN = 40
"""A year of two digits up to this one is in the 21st century when it stands without an apostrophe."""


def point_of(match: Match, symbol: str) -> Point | None:
    """The point that a category found, None when it found nothing or no point."""
    if not match.has(symbol):
        return None
    meaning = match.meaning(symbol)
    return meaning if isinstance(meaning, Point) else None


def _dated(match: Match) -> Meaning | None:
    """A day or month, with the year if one is told."""
    month = point_of(match, "month")
    if month is None:
        return None
    year = point_of(match, "year")
    day = match.maybe("DAY") or match.maybe("ODAY")
    if match.said("the") and match.has("DAY") and match.modifies:
        return None
    return with_year(replace(month, day=day), year)


def with_year(point: Point, year: Point | None) -> Point:
    """The point in that year."""
    if year is None:
        return point
    return replace(
        point, year=year.year, bc=year.bc, short_year=year.short_year, approximate=point.approximate or year.approximate
    )


def _short(match: Match) -> Meaning | None:
    month = point_of(match, "month")
    short = match.number("YY")
    if month is None:
        return None
    return replace(month, day=match.maybe("DAY"), year=_full_year(short), short_year=True)


def _full_year(short: int) -> int:
    return short + (2000 if short <= CENTURY_TURN else 1900)


def _slashed(match: Match) -> Meaning | None:
    written = match.string("SLASHED")
    first, second, year = (int(part) for part in written.replace("/", ".").split("."))
    if year < 100:
        year = _full_year(year)
    return Slashed(first=first, second=second, year=year, dotted="." in written)


def _iso(match: Match) -> Meaning | None:
    year, month, day = (int(part) for part in match.string("ISO").split("-"))
    return Point(year=year, month=month, day=day)


def _season(match: Match) -> Meaning | None:
    """A season; 'the' does not belong to it in "the summer offensive"."""
    if match.said("the") and match.modifies and not match.has("year"):
        return None
    return with_year(Point(season=match.number("SEASON")), point_of(match, "year"))


def _decade(match: Match) -> Meaning | None:
    digits = match.string("DECADE")
    if len(digits) == 2:
        digits = f"19{digits}"
    return Point(prefix=digits.zfill(4)[:-1], bc=match.has("BC"))


def _century(match: Match) -> Meaning | None:
    number = match.number("ORD") - 1
    return Point(prefix=f"{number:02d}", bc=match.has("BC")) if 0 <= number < 22 else None


def _weekday_of(match: Match) -> Meaning | None:
    day, weekday = point_of(match, "dayed"), point_of(match, "weekday")
    return replace(day, weekday=weekday.weekday) if day and weekday else None


def _clocked(match: Match) -> Meaning | None:
    """A clock time on a day."""
    clock = point_of(match, "clock")
    if clock is None or clock.clock is None:
        return None
    day = match.meaning("day")
    if isinstance(day, Point):
        return replace(day, clock=clock.clock, part=None)
    return Nested(inner=clock, outer=day)


def _clocked_on(match: Match, day: Meaning) -> Meaning | None:
    clock = _clock(match)
    return Nested(inner=clock, outer=day) if clock is not None else None


def _parted(match: Match) -> Meaning | None:
    """A part of a day."""
    part = match.string("PART")
    day = match.meaning("day")
    return (
        replace(day, part=part)
        if isinstance(day, Point) and day.clock is None
        else Nested(inner=Point(part=part), outer=day)
    )


def _clock(match: Match) -> Meaning | None:
    hour, minute = _hour_and_minute(match)
    if hour is None:
        return None
    half = match.string("AMPM") if match.has("AMPM") else ""
    if half and not 1 <= hour <= 12:
        return None
    if half == "pm" and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    return Point(clock=f"T{hour % 24:02d}:{minute:02d}")


def _hour_and_minute(match: Match) -> tuple[int | None, int]:
    for symbol in ("CLOCK", "FOUR", "FOURNOUGHT"):
        if match.has(symbol):
            hour, minute = match.string(symbol).split(":")
            return int(hour), int(minute)
    return match.maybe("HOUR") or match.maybe("NUM"), 0


def _day_inside(match: Match) -> Meaning | None:
    """A day or month inside a year, month or week that is told relatively."""
    inner, outer = match.meaning("inner"), match.meaning("outer")
    if not isinstance(inner, Point) or not isinstance(outer, Turn | Step):
        return None
    unit = outer.what if isinstance(outer, Turn) else outer.unit
    fits = {"year": inner.weekday is None and inner.prefix is None, "week": inner.weekday is not None}
    fits["month"] = inner.day is not None and inner.month is None
    return Nested(inner=inner, outer=outer) if fits.get(str(unit)) and inner.year is None else None


def _about(match: Match) -> Meaning | None:
    point = point_of(match, "rough")
    return None if point is None else replace(point, approximate=True)


def _weekday_part(match: Match) -> Meaning | None:
    day = point_of(match, "dayed")
    return None if day is None else replace(day, part=match.string("PART"))


def _night_between(match: Match) -> Meaning | None:
    """'the night of 14/15 May': the night that begins on the first of the two days."""
    if match.number("DAY", 1) - match.number("DAY") not in (1, -27, -28, -29, -30):
        return None
    point = point_of(match, "month")
    if point is None:
        return None
    return with_year(replace(point, day=match.number("DAY"), part="TNI"), point_of(match, "year"))


def _nine_eleven(match: Match) -> Meaning | None:
    key = (match.number("DIGITS"), match.number("DIGITS", 1))
    return NAMED_DAYS.get(key)


NAMED_DAYS = {
    (9, 11): NamedDay(year=2001, month=9, day=11),
    (7, 7): NamedDay(year=2005, month=7, day=7),
    (26, 11): NamedDay(year=2008, month=11, day=26),
}
"""Attacks that are called by their date in figures: New York 2001, London 2005, Mumbai 2008."""

DATES: tuple[Rule, ...] = (
    rule("month", "month", "MONTH", lambda m: Point(month=m.number("MONTH"))),
    rule("month abbreviated", "month", "ABBR '.'?", lambda m: Point(month=m.number("ABBR"))),
    rule("weekday", "weekday", "WEEKDAY", lambda m: Point(weekday=m.number("WEEKDAY"))),
    rule("weekday abbreviated", "weekday", "WKDABBR '.'?", lambda m: Point(weekday=m.number("WKDABBR"))),
    rule("year", "year", "YEAR", lambda m: Point(year=m.number("YEAR"))),
    rule("year before Christ", "year", "OLDYEAR BC", lambda m: Point(year=1 - m.number("OLDYEAR"), bc=True)),
    rule("year of the Lord", "year", "'ad' OLDYEAR", lambda m: Point(year=m.number("OLDYEAR"))),
    rule("year cut short", "year", "CUTYEAR", lambda m: Point(year=_full_year(m.number("CUTYEAR")), short_year=True)),
    rule("day bare", "bare", "DAY", lambda m: Point(day=m.number("DAY"))),
    rule("ordinal bare", "bare", "'the'? ODAY", lambda m: Point(day=m.number("ODAY"))),
    # a day of a month
    rule("day month year", "dayed", "'the'? DAY month ','? year", _dated),
    rule("ordinal month year", "dayed", "'the'? ODAY 'of'? month ',|of'? year", _dated),
    rule("month day year", "dayed", "month DAY ',|of'? year", _dated),
    rule("month day, year", "dayed", "month ODAY ','? year", _dated),
    rule("day month short year", "dayed", "DAY month YY", _short),
    rule("day month", "dayed", "'the'? DAY month", _dated),
    rule("day of month", "dayed", "DAY 'of' month", _dated),
    rule("ordinal month", "dayed", "'the'? ODAY 'of'? month", _dated),
    rule("month day", "dayed", "month 'the'? DAY", _dated),
    rule("month ordinal", "dayed", "month 'the'? ODAY", _dated),
    rule("iso date", "dayed", "ISO", _iso),
    rule("slashed date", "slashed", "SLASHED", _slashed),
    rule("nine eleven", "slashed", "DIGITS '/' DIGITS", _nine_eleven),
    rule("weekday, date", "dated", "weekday ','? dayed", _weekday_of),
    rule("weekday the date", "dated", "weekday ',' 'the' dayed", _weekday_of),
    rule("weekday (date)", "dated", "weekday '(' dayed ')'", _weekday_of),
    rule("dated day", "dated", "dayed", lambda m: m.meaning("dayed")),
    # longer than a day
    rule("month year", "monthed", "month ',|of|in'? year", _dated),
    rule("month alone", "monthed", "month", lambda m: m.meaning("month")),
    rule("season of year", "seasoned", "'the'? SEASON ',|of'? year", _season),
    rule("year season", "seasoned", "'the'? year '-'? SEASON", _season),
    rule("season alone", "seasoned", "'the'? SEASON", _season),
    rule("the year", "yeared", "'the' 'year|years' year", lambda m: m.meaning("year")),
    rule("year alone", "yeared", "year", lambda m: m.meaning("year")),
    rule("about", "approximate", "'about|around|approximately|circa|ca|c|roughly' '.'? rough", _about),
    rule("about: year", "rough", "yeared", lambda m: m.meaning("yeared")),
    rule("about: month", "rough", "monthed", lambda m: m.meaning("monthed")),
    rule("about: day", "rough", "dayed", lambda m: m.meaning("dayed")),
    rule("the decade", "prefixed", "'the'? DECADE BC?", _decade),
    rule("decade's", "prefixed", "'the' YEAR ''s'",
         lambda m: Point(prefix=str(m.number("YEAR"))[:3]) if m.number("YEAR") % 10 == 0 else None),
    rule("decade in words", "prefixed", "'the' DECADEWORD", lambda m: Point(prefix=f"19{m.number('DECADEWORD')}")),
    rule("the century", "prefixed", "'the'? ORD '-'? 'century' BC?", _century),
    # the clock
    rule("clock and half", "clock", "CLOCK AMPM? zone?", _clock),
    rule("clock with hours", "clock", "CLOCK zone", _clock),
    rule("hour and half", "clock", "HOUR AMPM zone?", _clock),
    rule("four digits", "clock", "FOUR zone", _clock),
    rule("four digits, elsewhere", "clock", "FOUR '(' FOUR zone ')'", _clock),
    rule("four digits at", "clock", "FOUR", lambda m: _clock(m) if "at" in m.preceding else None),
    rule("four digits of a day", "timed", "FOUR relday", lambda m: _clocked_on(m, m.meaning("relday"))),
    rule("four digits from nought", "clock", "FOURNOUGHT", _clock),
    rule("ordinal", "ordinal", "'the' ODAY", lambda m: Point(day=m.number("ODAY"))),
    rule("o'clock", "clock", "NUM 'o'clock'", _clock),
    rule("zone", "zone", "ZONE 'time'?", lambda m: Point()),
    rule("zone in brackets", "zone", "'(' ZONE 'time'? ')'", lambda m: Point()),
    # inside a day
    rule("a day: date", "day", "dated", lambda m: m.meaning("dated")),
    rule("a day: weekday", "day", "weekday", lambda m: m.meaning("weekday")),
    rule("a day: relative", "day", "relday", lambda m: m.meaning("relday")),
    rule("clock, day", "timed", "clock 'on|of|,'? day", _clocked),
    rule("clock, day, zone", "timed", "clock 'on|of|,'? day zone", _clocked),
    rule("clock here, day", "timed", "clock 'local' 'time' 'on|of|,'? day", _clocked),
    rule("day at clock", "timed", "day ','? 'at|around|about'? 'about|around|approximately'? clock", _clocked),
    rule("clock alone", "timed", "clock", lambda m: m.meaning("clock")),
    rule("weekday part", "parted", "day PART", _parted),
    rule("day at part", "parted", "day ','? 'at|around|about' PART", _parted),
    rule("weekday part of date", "parted", "weekday PART 'of|,' dayed", _weekday_part),
    rule("feast part", "parted", "holiday PART",
         lambda m: Nested(inner=Point(part=m.string("PART")), outer=m.meaning("holiday"))),
    rule("part of day", "parted", "'the'? PART 'hours'? 'of|on' 'the'? day", _parted),
    rule("part day", "parted", "PART day", _parted),
    rule("part hours of day", "parted", "'the'? 'early|late|small' PART? 'hours' 'of|on' day",
         lambda m: _early_hours(m)),
    rule("hours of the part", "parted", "'the'? 'early|late|small' 'hours' 'of' 'the'? PART 'of|on' day", _parted),
    rule("early in the part", "parted", "'early|late' 'in|on' 'the' PART 'of|on' day", _parted),
    rule("night between", "parted", "'the'? 'night' 'of' DAY '/|-|to' DAY month ','? year?", _night_between),
    rule("night between, American", "parted", "'the'? 'night' 'of' month DAY '/|-|to' DAY ','? year?", _night_between),
    # inside a longer time that is told relatively
    rule("inner day", "inner", "dayed", lambda m: m.meaning("dayed")),
    rule("inner month", "inner", "month", lambda m: m.meaning("month")),
    rule("inner season", "inner", "'the'? SEASON", _season),
    rule("inner weekday", "inner", "weekday", lambda m: m.meaning("weekday")),
    rule("inner ordinal", "inner", "'the' ODAY", lambda m: Point(day=m.number("ODAY"))),
    rule("part of a relative whole", "nested", "inner ',|of|in'? outer", _day_inside),
)  # fmt: skip


def _early_hours(match: Match) -> Meaning | None:
    day = match.meaning("day")
    if match.has("PART"):
        return _parted(match)
    part = "TNI" if match.said("late") else "TMO"
    return replace(day, part=part) if isinstance(day, Point) else Nested(inner=Point(part=part), outer=day)
