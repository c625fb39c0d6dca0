"""The dates that a page or text states about itself: "Published: October 26, 2016", "3 JAN 90", RFC 822 stamps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from email.utils import parsedate_to_datetime

from hearsay.documents.base import iso_date

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun",
            "july jul", "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip
CENTURY_PIVOT = 69
"""A year of two digits is 19xx from 69 on, 20xx below, as POSIX has it."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
MONTH_PATTERN = rf"(?:{_MONTH})\b\.?"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?!\d)"
_YEAR = r"(?:\d{4}|['’]?\d{2})(?![\d:]|\s?[ap]\.?m)"
DAY_MONTH = rf"{_DAY}[\s/-]?\s?(?:of\s)?{MONTH_PATTERN}(?:\s?,?[\s/-]\s?{_YEAR})?"
MONTH_DAY = rf"{MONTH_PATTERN}\s?{_DAY}(?:(?:\s?,\s?|\s){_YEAR})?"
DATE_PATTERN = rf"(?:{DAY_MONTH}|{MONTH_DAY})"
"""A day in words, with or without its year; to be used with IGNORECASE."""

WEEKDAY_PATTERN = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"

_PARTS = re.compile(
    rf"(?:(?P<day1>{_DAY})[\s/-]?\s?(?:of\s)?(?P<month1>{_MONTH})\b\.?(?:\s?,?[\s/-]\s?(?P<year1>{_YEAR}))?)"
    rf"|(?:(?P<month2>{_MONTH})\b\.?\s?(?P<day2>{_DAY})(?:(?:\s?,\s?|\s)(?P<year2>{_YEAR}))?)",
    re.IGNORECASE,
)
_ISO = re.compile(r"(?<!\d)\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?(?!\d)")
_SLASHED = re.compile(r"(?<![\d/])(\d{1,4})[/.](\d{1,2})[/.](\d{4}|\d{2})(?![\d/])")
_CLOCK = re.compile(
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?::\d{2})?\s*(?P<half>[ap]\.?m\b\.?)?\s*"
    r"\(?(?P<zone>GMT|UTC|Z\b|[A-Z]{2,4}T\b)?\s?(?P<offset>[+-]\d{1,2}:?\d{2})?",
    re.IGNORECASE,
)
ZONES = {
    "GMT": "+00:00", "UTC": "+00:00", "Z": "+00:00", "BST": "+01:00", "CET": "+01:00", "CEST": "+02:00",
    "EET": "+02:00", "EEST": "+03:00", "EAT": "+03:00", "MSK": "+03:00", "PKT": "+05:00", "EST": "-05:00",
    "EDT": "-04:00", "PST": "-08:00", "PDT": "-07:00", "SAST": "+02:00", "JST": "+09:00", "AEST": "+10:00",
    "WAT": "+01:00",
}  # fmt: skip
"""Offsets of zone names that mean one thing in dated pages; CST, IST and others that mean several are left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedDate:
    """A date in a text. `value` is ISO 8601, None when the text leaves out the year or the order of day and month."""

    value: str | None
    start: int
    end: int


def stated_date(text: str) -> StatedDate | None:
    """The first day that `text` states, with the time and zone that stand within a few characters behind it."""
    found = [f for f in (_iso(text), _worded(text), _slashed(text)) if f]
    return min(found, key=lambda f: f.start) if found else None


def http_date(text: str) -> str | None:
    """The ISO 8601 form of a date as feeds and headers write it: RFC 822 ("Wed, 26 Oct 2016 10:30:00 +0500") or ISO."""
    if found := iso_date(text):
        return found
    try:
        stamp = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        stated = stated_date(text)
        return stated.value if stated else None
    return stamp.isoformat()


def _iso(text: str) -> StatedDate | None:
    for match in _ISO.finditer(text):
        if value := iso_date(match.group()):
            return StatedDate(value=value, start=match.start(), end=match.end())
    return None


def _worded(text: str) -> StatedDate | None:
    match = _PARTS.search(text)
    if not match:
        return None
    year = match["year1"] or match["year2"]
    day = int(re.match(r"\d+", match["day1"] or match["day2"]).group())  # type: ignore[union-attr]
    month = MONTHS[(match["month1"] or match["month2"]).lower()]
    value, end = (_calendar(_full_year(year), month, day), match.end()) if year else (None, match.end())
    if value:
        value, end = _timed(text, value, match.start(), match.end())
    return StatedDate(value=value, start=match.start(), end=end)


def _slashed(text: str) -> StatedDate | None:
    for match in _SLASHED.finditer(text):
        first, second, third = (int(part) for part in match.groups())
        if len(match[1]) == 4:
            value = _calendar(first, second, third)
        elif len(match[1]) > 2 or len(match[3]) < 4:
            continue
        elif first > 12 >= second or first == second:
            value = _calendar(third, second, first)
        elif second > 12 >= first:
            value = _calendar(third, first, second)
        else:  # 4/3/2016: March in most of the world, April in the United States; the text does not say which
            value = None
        return StatedDate(value=value, start=match.start(), end=match.end())
    return None


def _full_year(year: str) -> int:
    digits = int(year.lstrip("'’"))
    return digits if digits > 99 else digits + (1900 if digits >= CENTURY_PIVOT else 2000)


def _calendar(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _timed(text: str, day: str, start: int, end: int) -> tuple[str, int]:
    """The day with its time, when a clock time with a known zone follows, or stands just before."""
    after = _CLOCK.search(text, end, end + 30)
    match = after or _CLOCK.search(text, max(0, start - 30), start)
    if not match or re.search(r"[.!?]\s|\n", text[end : match.start()]):
        return day, end
    hour, minute = int(match["hour"]), int(match["minute"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"][0] in "pP" else 0)
    zone = match["offset"] or ZONES.get((match["zone"] or "").upper())
    if hour > 23 or minute > 59 or zone is None:
        return day, end
    stamp = iso_date(f"{day}T{hour:02}:{minute:02}{_offset(zone)}")
    return (stamp, match.end() if after else end) if stamp else (day, end)


def _offset(zone: str) -> str:
    sign, digits = zone[0], zone[1:].replace(":", "").zfill(4)
    return f"{sign}{digits[:2]}:{digits[2:]}"
