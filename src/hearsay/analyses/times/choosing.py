"""Which year a month is of, which week a weekday is of, when the words do not say."""

from __future__ import annotations

from datetime import date, timedelta

from hearsay.analyses.times.meaning import Point
from hearsay.analyses.times.moment import Moment, exists, on_day
from hearsay.analyses.times.setting import Setting

SEASON_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}
"""The month that a season begins in (north of the equator, as the wires that write English count)."""
LATE, EARLY = 11, 2
"""After a date in these months or later, a month up to that is the next year's."""
AHEAD = timedelta(days=31)
"""A day this near ahead is meant when nothing says which way the clause looks."""
CURRENT = timedelta(days=10)
"""A day this near before publication is news, whatever year the passage was about."""


def choose_month(month: int, day: int | None, setting: Setting) -> int | None:
    """The year of a month, or of a day of it."""
    if setting.narrative:
        return _in_story(month, setting.story)
    now = setting.speech.date if setting.speech else None
    if now is None:
        return _in_story(month, setting.focus or setting.story)
    year = _nearest_year(month, day, now, setting.direction)
    if setting.focus is not None:
        first = _safe(year, month, day or 1)
        current = day is not None and timedelta(0) <= now - first <= CURRENT
        return year if current else _in_story(month, setting.focus)
    return year


def _in_story(month: int, story: Moment | None) -> int | None:
    """The year of the date told last; a story that has come to its last months goes on in the next year."""
    if story is None or story.year is None:
        return None
    last = story.end or story
    over = last.month is not None and last.month >= LATE and month <= EARLY
    return story.year + 1 if over else story.year


def _safe(year: int, month: int, day: int) -> date:
    return date(year, month, day) if exists(year, month, day) else date(year, month, 28)


def _nearest_year(month: int, day: int | None, now: date, direction: int) -> int:
    this = _safe(now.year, month, day or 1)
    if day is None:
        this_month = date(now.year, now.month, 1)
        if direction > 0:
            return now.year if this >= this_month else now.year + 1
        return now.year if this <= this_month else now.year - 1
    if direction > 0:
        return now.year if this >= now else now.year + 1
    if this <= now:
        soon = _safe(now.year + 1, month, day) - now <= AHEAD
        return now.year + 1 if direction == 0 and soon else now.year
    if direction == 0 and this - now <= AHEAD:
        return now.year
    return now.year - 1


def choose_season(season: int, setting: Setting) -> int | None:
    """The year of a season: the one that has begun last, or the next."""
    if setting.narrative or setting.speech is None:
        story = setting.story if setting.narrative else (setting.focus or setting.story)
        return None if story is None else story.year
    now = setting.speech.date
    if setting.focus is not None:
        return setting.focus.year
    if now is None:
        return setting.speech.year
    begun = date(now.year, SEASON_MONTH[season], 1) <= now
    if setting.direction > 0:
        return now.year + 1 if begun and now.month >= SEASON_MONTH[season] + 3 else now.year
    return now.year if begun else now.year - 1


def choose_weekday(weekday: int, setting: Setting) -> date | None:
    """The day that a weekday's name means: the last one, today included, unless the clause looks ahead."""
    base = setting.now
    now = base.date if base else None
    if now is None:
        return None
    back = (now.weekday() - weekday) % 7
    if setting.narrative or setting.direction > 0:
        return now + timedelta(days=-back % 7)
    return now - timedelta(days=back)


def turned_point(point: Point, turn: int, base: Moment, setting: Setting) -> Moment | None:
    """'last May', 'next Friday', 'this summer', from a base."""
    if point.weekday is not None:
        day = base.date
        return None if day is None else on_day(_turned_weekday(point.weekday, turn, day, setting))
    if base.year is None:
        return None
    if point.month is not None and point.day is not None:
        return _turned_day(point.month, point.day, turn, base.date)
    begins = point.month or SEASON_MONTH[point.season or 21]
    year = base.year
    at = base.month or (7 if turn == 0 else 1 if turn < 0 else 12)
    if base.month is None and turn != 0:
        year += turn
    elif turn < 0:
        ended = begins < at if point.month else begins + 2 < at
        year -= 0 if ended else 1
    elif turn > 0:
        year += 0 if begins > at else 1
    elif point.season == 24 and at <= 2:
        year -= 1
    return Moment(year=year, month=point.month, season=point.season)


def _turned_day(month: int, day: int, turn: int, base: date | None) -> Moment | None:
    """The latest or next day of that name; None when the base is no day, or the day does not exist."""
    if base is None:
        return None
    year = base.year
    if turn < 0:
        year -= (month, day) >= (base.month, base.day)
    elif turn > 0:
        year += (month, day) <= (base.month, base.day)
    return Moment(year=year, month=month, day=day) if exists(year, month, day) else None


def _turned_weekday(weekday: int, turn: int, day: date, setting: Setting) -> date:
    back = (day.weekday() - weekday) % 7
    if turn < 0:
        return day - timedelta(days=back or 7)
    if turn > 0:
        return day + timedelta(days=(-back % 7) or 7)
    if setting.direction < 0:
        return day - timedelta(days=back)
    return day + timedelta(days=-back % 7)
