"""From what an expression means to its place on the calendar, in a setting. What the setting leaves open is None."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hearsay.analyses.times.choosing import choose_month, choose_season, choose_weekday, turned_point
from hearsay.analyses.times.holidays import HOLIDAYS, Days
from hearsay.analyses.times.lengths import DAYS_IN, MONTHS_IN, YEARS_IN, stretch_from
from hearsay.analyses.times.meaning import (
    Base,
    Holiday,
    Length,
    Meaning,
    NamedDay,
    Nested,
    Piece,
    Point,
    Portion,
    Range,
    Slashed,
    Step,
    Stretch,
    Turn,
)
from hearsay.analyses.times.moment import Moment, exists, first_day, month_on, on_day, week_of, weekend_of
from hearsay.analyses.times.setting import Setting

FEAST_REACH = timedelta(days=45)  # how far from the day of speech a feast with a shared name can be meant


def place(meaning: Meaning, setting: Setting) -> Moment | None:
    """The moment that a meaning stands for, or None."""
    match meaning:
        case Point():
            return _point(meaning, setting)
        case Turn():
            return _turn(meaning, setting)
        case Step():
            return _step(meaning, setting)
        case Nested():
            return _nested(meaning, setting)
        case Portion():
            return _portion(meaning, setting)
        case Range():
            return _range(meaning.start, meaning.end, setting)
        case Holiday():
            return _holiday(meaning, setting)
        case NamedDay():
            return _named_day(meaning, setting)
        case Slashed():
            return _slashed(meaning, setting.day_first)
        case Stretch():
            return _stretch(meaning, setting)
        case _:
            return None


def _point(point: Point, setting: Setting) -> Moment | None:
    if point.prefix is not None:
        return Moment(prefix=point.prefix, bc=point.bc)
    if point.year is not None:
        year = _century_of(point.year, setting) if point.short_year else point.year
        return _made(point, year) if exists(year, point.month, point.day) else None
    if point.season is not None:
        began = choose_season(point.season, setting)
        return None if began is None else _made(point, began)
    if point.month is not None:
        if not exists(2000, point.month, point.day):
            return None
        chosen = choose_month(point.month, point.day, setting)
        return _made(point, chosen) if chosen is not None and exists(chosen, point.month, point.day) else None
    if point.weekday is not None:
        day = choose_weekday(point.weekday, setting)
        return None if day is None else replace(on_day(day), part=point.part, clock=point.clock)
    if point.day is not None:
        return _day_of_month(point.day, setting)
    story = setting.story
    if story is not None and story.grain == "day" and (point.part or point.clock):
        return replace(story, part=point.part, clock=point.clock, end=None)
    return None


def _century_of(year: int, setting: Setting) -> int:
    """A year told by its last two digits is the last such one before the text's own time, or a few years ahead."""
    short = year % 100
    base = setting.now or setting.speech
    if base is None or base.year is None or base.year < 1000:
        return year
    latest = base.year + 5
    return latest - (latest - short) % 100


def _made(point: Point, year: int) -> Moment:
    return Moment(
        year=year,
        month=point.month,
        day=point.day,
        season=point.season,
        part=point.part,
        clock=point.clock,
        approximate=point.approximate,
    )


def _day_of_month(day: int, setting: Setting) -> Moment | None:
    """'the 15th': of the month told last, else of the last month that has had one."""
    story = setting.story
    if story is not None and story.year is not None and story.month is not None:
        return Moment(year=story.year, month=story.month, day=day) if exists(story.year, story.month, day) else None
    now = setting.speech.date if setting.speech and not setting.narrative else None
    if now is None:
        return None
    year, month = month_on(now.year, now.month, -1 if day > now.day and setting.direction <= 0 else 0)
    return Moment(year=year, month=month, day=day) if exists(year, month, day) else None


def _base(base: Base, setting: Setting) -> Moment | None:
    if base is Base.EVENT:
        return None
    if base is Base.NEAR:
        return setting.story or setting.now
    return setting.now if base is Base.SPEECH else setting.story


def _turn(turn: Turn, setting: Setting) -> Moment | None:
    if setting.narrative and turn.what == "day" and turn.base is Base.SPEECH:
        return None  # "today" in a history is the reader's day
    base = _base(turn.base, setting)
    if base is None:
        return None
    if isinstance(turn.what, Point):
        if turn.what.part:
            day = base.date
            return None if day is None else replace(on_day(day + timedelta(days=turn.turn)), part=turn.what.part)
        return turned_point(turn.what, turn.turn, base, setting)
    return _turned_unit(turn.what, turn.turn, base, setting)


def _turned_unit(unit: str, turn: int, base: Moment, setting: Setting) -> Moment | None:
    day = base.date
    if unit in ("decade", "century") and base.prefix is not None:
        same = (unit == "decade") == (len(base.prefix) == 3)
        return replace(base, prefix=str(int(base.prefix) + turn)) if same else None
    if base.year is None:
        return None
    if unit == "year":
        return Moment(year=base.year + turn)
    if unit in ("decade", "century") and base.year > 0:
        return Moment(prefix=str(base.year // (10 if unit == "decade" else 100) + turn))
    if unit == "month" and base.month is not None:
        year, month = month_on(base.year, base.month, turn)
        return Moment(year=year, month=month)
    if unit == "quarter" and base.month is not None:
        year, month = month_on(base.year, (base.month - 1) // 3 * 3 + 1, 3 * turn)
        return _quarter(year, (month + 2) // 3)
    if day is None:
        return None
    if unit == "day":
        return on_day(day + timedelta(days=turn))
    if unit == "week":
        return week_of(day + timedelta(days=7 * turn))
    if unit == "weekend":
        return _weekend(day, turn, setting)
    return None


def _weekend(day: date, turn: int, setting: Setting) -> Moment:
    this = weekend_of(day)
    begun = day.weekday() >= 5
    if turn == 0:
        back = not begun and setting.direction <= 0
        return weekend_of(day - timedelta(days=7)) if back else this
    if turn < 0:
        return weekend_of(day - timedelta(days=7))
    return weekend_of(day + timedelta(days=7)) if begun else this


def _quarter(year: int, quarter: int) -> Moment:
    return Moment(year=year, month=quarter * 3 - 2, end=Moment(year=year, month=quarter * 3))


def _step(step: Step, setting: Setting) -> Moment | None:
    base = _base(step.base, setting)
    if base is None or step.count is None or base.prefix is not None or base.year is None:
        return None
    if step.base is Base.STORY and base.end is not None:
        base = base.end if step.count > 0 else replace(base, end=None, week=False)
    if step.unit in DAYS_IN:
        day = base.date
        if day is None:
            return None
        try:
            moved = on_day(day + timedelta(days=DAYS_IN[step.unit] * step.count))
        except OverflowError:
            return None
        rough = step.unit in ("week", "fortnight")
        return replace(moved, part=step.part, approximate=rough)
    if step.unit in MONTHS_IN:
        if base.month is None or base.year is None:
            return None
        year, month = month_on(base.year, base.month, MONTHS_IN[step.unit] * step.count)
        return Moment(year=year, month=month)
    if step.unit in YEARS_IN:
        year = (base.year or 0) + YEARS_IN[step.unit] * step.count
        return Moment(year=year, approximate=step.unit != "year") if -9999 < year < 9999 else None
    if step.unit == "hour" and step.count % 24 == 0 and base.date is not None:
        return replace(on_day(base.date + timedelta(days=step.count // 24)), approximate=True)
    hours_fit = step.unit == "hour" and abs(step.count) <= 12 and base.date is not None and step.base is Base.SPEECH
    return replace(base, part=None, clock=None, approximate=True) if hours_fit else None


def _nested(nested: Nested, setting: Setting) -> Moment | None:
    outer = place(nested.outer, setting)
    inner = nested.inner
    if outer is None or not isinstance(inner, Point):
        return None
    if inner.part or inner.clock:
        if outer.grain != "day":
            return None
        return replace(outer, part=inner.part, clock=inner.clock)
    if inner.weekday is not None and inner.month is None:
        return on_day(outer.date + timedelta(days=inner.weekday)) if outer.week and outer.date else None
    if inner.month is None and inner.day is not None:
        if outer.month is None or outer.year is None or not exists(outer.year, outer.month, inner.day):
            return None
        return Moment(year=outer.year, month=outer.month, day=inner.day)
    if outer.year is None or not exists(outer.year, inner.month, inner.day):
        return None
    return _made(inner, outer.year)


def _portion(portion: Portion, setting: Setting) -> Moment | None:
    whole = place(portion.of, setting)
    if whole is None:
        return None
    if portion.half is not None and whole.grain == "year" and whole.year is not None:
        first = 1 if portion.half == 1 else 7
        return Moment(year=whole.year, month=first, end=Moment(year=whole.year, month=first + 5))
    if portion.quarter is not None:
        return _quarter(whole.year, portion.quarter) if whole.grain == "year" and whole.year is not None else None
    if portion.length is not None:
        return _part_of(whole, portion.length, portion.part == "last")
    return whole


def _part_of(whole: Moment, length: Length, at_end: bool) -> Moment | None:
    """The first or last so many months of a year, weeks or days of a month."""
    if length.count is None or whole.year is None or whole.end is not None:
        return whole
    count = int(length.count)
    if length.unit == "month" and whole.grain == "year" and 1 <= count < 12:
        first = 13 - count if at_end else 1
        start = Moment(year=whole.year, month=first)
        return start if count == 1 else replace(start, end=Moment(year=whole.year, month=first + count - 1))
    if length.unit in DAYS_IN and whole.grain in ("month", "year") and whole.year > 0:
        days = timedelta(days=DAYS_IN[length.unit] * count - 1)
        start_day = first_day(whole)
        if start_day is None:
            return whole
        after = month_on(whole.year, whole.month or 1, 1 if whole.month else 12)
        last_day = date(after[0], after[1], 1) - timedelta(days=1)
        if start_day + days > last_day:
            return whole
        first_, last_ = (last_day - days, last_day) if at_end else (start_day, start_day + days)
        return on_day(first_) if first_ == last_ else replace(on_day(first_), end=on_day(last_))
    return whole


def _range(start: Piece, end: Piece, setting: Setting) -> Moment | None:
    last = place(end.meaning, setting)
    if last is None:
        return None
    first = place(start.meaning, setting)
    if first is None:
        return None
    if _is_after(first, last):
        told = isinstance(start.meaning, Point) and start.meaning.year is not None
        if told or first.year is None or first.month is None:
            return None
        first = replace(first, year=first.year - 1)
        if _is_after(first, last):
            return None
    return replace(first, end=replace(last, end=None, week=False) if last.end is None else last.end)


def _is_after(first: Moment, last: Moment) -> bool:
    one = (first.year or 0, first.month or 0, first.day or 0)
    other = (last.year or 0, last.month or 99, last.day or 99)
    return first.year is not None and last.year is not None and one > other


def _holiday(feast: Holiday, setting: Setting) -> Moment | None:
    days_in = HOLIDAYS[feast.name].days
    found: Days | None = None
    if feast.year is not None:
        year = place(feast.year, setting)
        listed = days_in(year.year) if year and year.year and 622 < year.year < 9000 else []
        found = listed[0] if len(listed) == 1 else None
    else:
        base = setting.now
        if base is None or base.year is None or not 700 < base.year < 9000:
            return None
        around = [days for year in range(base.year - 1, base.year + 2) for days in days_in(year)]
        day = base.date
        if day is None:
            listed = days_in(base.year)
            found = listed[0] if len(listed) == 1 else None
        elif feast.name == "eid":
            near = [days for days in around if abs(days.first - day) <= FEAST_REACH]
            found = near[0] if len(near) == 1 else None
        else:
            found = _nearest(around, day, setting.direction)
    if found is None:
        return None
    shift = timedelta(days=feast.shift)
    first, last = on_day(found.first + shift), on_day(found.last + shift)
    return first if first == last else replace(first, end=last)


def _nearest(around: list[Days], day: date, direction: int) -> Days | None:
    past = [days for days in around if days.first <= day]
    ahead = [days for days in around if days.last >= day]
    if direction > 0:
        return ahead[0] if ahead else None
    if direction == 0 and ahead and ahead[0].first - day <= timedelta(days=31):
        return ahead[0]
    return past[-1] if past else None


def _named_day(named: NamedDay, setting: Setting) -> Moment | None:
    day = date(named.year, named.month, named.day)
    said = setting.speech.date if setting.speech else None
    return None if said is not None and said < day else on_day(day)


def _slashed(written: Slashed, day_first: bool | None) -> Moment | None:
    one, two, year = written.first, written.second, written.year
    if day_first is None and written.dotted:
        day_first = True
    if day_first is None and (one > 12 or two > 12 or one == two):
        day_first = one > 12
    if day_first is None:
        return Moment(year=year)
    day, month = (one, two) if day_first else (two, one)
    return Moment(year=year, month=month, day=day) if exists(year, month, day) else None


def _stretch(stretch: Stretch, setting: Setting) -> Moment | None:
    """A length that ends or begins at a base, as a range on the calendar."""
    base = _base(stretch.base, setting)
    if base is None or stretch.length.count is None:
        return None
    return stretch_from(base, stretch.length, stretch.turn)
