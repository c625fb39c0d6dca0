"""Feasts that reports date things by, and the days they fell on.

Christian movable feasts follow the Gregorian computus (Meeus, Jones and Butcher). Muslim ones follow the tabular
calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29), which may be a day off what was kept in a
country, so they are given as the three days around it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

_ISLAMIC_EPOCH = date(622, 7, 19)  # 1 Muharram 1 AH, proleptic Gregorian (civil reckoning)
_MONTH_STARTS = (0, 30, 59, 89, 118, 148, 177, 207, 236, 266, 295, 325)
_LEAP_YEARS = frozenset({2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29})


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that a feast may have been on."""

    first: date
    last: date


def easter(year: int) -> date:
    """Easter Sunday of a Gregorian year."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def islamic_day(year: int, month: int, day: int) -> date:
    """The Gregorian day of a date of the tabular Islamic calendar."""
    cycles, place = divmod(year - 1, 30)
    days = cycles * 10631 + place * 354 + sum(1 for leap in _LEAP_YEARS if leap <= place)
    return _ISLAMIC_EPOCH + timedelta(days=days + _MONTH_STARTS[month - 1] + day - 1)


def _fixed(month: int, day: int) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        return [Days(date(year, month, day), date(year, month, day))]

    return days


def _from_easter(offset: int) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        when = easter(year) + timedelta(days=offset)
        return [Days(when, when)]

    return days


def _islamic(month: int, day: int, length: int = 1) -> Callable[[int], list[Days]]:
    def days(year: int) -> list[Days]:
        near = (year - 622) * 33 // 32
        found = []
        for islamic_year in range(near - 1, near + 4):
            if islamic_year < 1:
                continue
            first = islamic_day(islamic_year, month, day)
            if first.year == year:
                margin = timedelta(days=1)
                found.append(Days(first - margin, first + timedelta(days=length - 1) + margin))
        return found

    return days


def _thanksgiving(year: int) -> list[Days]:
    first = date(year, 11, 1)
    fourth = first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    return [Days(fourth, fourth)]


def _either_eid(year: int) -> list[Days]:
    return HOLIDAYS["eid al-fitr"].days(year) + HOLIDAYS["eid al-adha"].days(year)


def _unknown(year: int) -> list[Days]:
    return []


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast: how it is written (in the notation of the grammar), and its days in a year (none: not known)."""

    pattern: str
    days: Callable[[int], list[Days]]


HOLIDAYS: dict[str, Feast] = {
    "christmas": Feast("'christmas' 'day'?", _fixed(12, 25)),
    "christmas eve": Feast("'christmas' 'eve'", _fixed(12, 24)),
    "boxing day": Feast("'boxing' 'day'", _fixed(12, 26)),
    "new year's eve": Feast("'new' 'year' ''s' 'eve'", _fixed(12, 31)),
    "new year's day": Feast("'new' 'year' ''s' 'day'", _fixed(1, 1)),
    "may day": Feast("'may' 'day'", _fixed(5, 1)),
    "bastille day": Feast("'bastille' 'day'", _fixed(7, 14)),
    "armistice day": Feast("'armistice' 'day'", _fixed(11, 11)),
    "halloween": Feast("'halloween'", _fixed(10, 31)),
    "easter": Feast("'easter' 'sunday|day'?", _from_easter(0)),
    "easter monday": Feast("'easter' 'monday'", _from_easter(1)),
    "good friday": Feast("'good' 'friday'", _from_easter(-2)),
    "palm sunday": Feast("'palm' 'sunday'", _from_easter(-7)),
    "ash wednesday": Feast("'ash' 'wednesday'", _from_easter(-46)),
    "thanksgiving": Feast("'thanksgiving' 'day'?", _thanksgiving),
    "ramadan": Feast("'ramadan|ramazan|ramzan'", _islamic(9, 1, 30)),
    "eid al-fitr": Feast("'eid|id|idul' 'al|ul|el|ud'? '-'? 'fitr'", _islamic(10, 1)),
    "eid al-adha": Feast("'eid|id|idul' 'al|ul|el|ud'? '-'? 'adha|azha|zuha'", _islamic(12, 10)),
    "eid": Feast("'eid'", _either_eid),
    "ashura": Feast("'ashura|ashoura|ashura'", _islamic(1, 10)),
    "arbaeen": Feast("'arbaeen|arbain'", _islamic(2, 20)),
    "the prophet's birthday": Feast("'eid' '-'? 'milad' '-'? 'un|ul|an' '-'? 'nabi'", _islamic(3, 12)),
    "mawlid": Feast("'mawlid|maulid|mouloud'", _islamic(3, 12)),
    "diwali": Feast("'diwali|deepavali'", _unknown),
    "nowruz": Feast("'nowruz|newroz|norooz'", lambda year: [Days(date(year, 3, 20), date(year, 3, 21))]),
    "passover": Feast("'passover'", _unknown),
    "yom kippur": Feast("'yom' 'kippur'", _unknown),
    "independence day": Feast("'independence|republic|victory|election|polling|national' 'day'", _unknown),
}
"""By name. A feast whose days depend on the country or are not computed here stays unknown."""
