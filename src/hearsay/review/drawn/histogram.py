"""Incidents over time as bars, each a stretch of time that a filter may be narrowed to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from hearsay.rendering.phrases import when
from hearsay.review.index.columns import UNKNOWN, Chosen, Columns, Whole

MOST = 48  # bars
WIDTH, HEIGHT = 640, 96  # of the drawing, in its own units
WIDEST = 40  # of a bar
YEARS = (1, 2, 5, 10, 25, 50, 100)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """The incidents of a stretch of time. `disputed` of them have a toll that is disputed. Coordinates are those of
    the drawing; `since` and `until` are EDTF, both included."""

    since: str
    until: str
    label: str
    count: int
    disputed: int
    x: float
    width: float
    height: float
    disputed_height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Histogram:
    """Bars from left to right; `undated` of the chosen incidents have no date and so no bar."""

    bars: tuple[Bar, ...]
    highest: int
    undated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bin:
    since: str
    until: str
    first: int
    last: int


def histogram(columns: Columns, chosen: Chosen) -> Histogram | None:
    """The chosen incidents over time; None when none has a date or all have the same."""
    dated = chosen & (columns.first != UNKNOWN)
    first = columns.first[dated]
    if not len(first) or first.min() == first.max():
        return None
    bins = list(_bins(int(first.min()), int(first.max())))
    edges = np.array([one.first for one in bins])
    counts = _counted(edges, first)
    disputed = _counted(edges, columns.first[dated & columns.disputed])
    highest = int(counts.max())
    wide = WIDTH / len(bins)
    bars = [
        Bar(
            since=one.since,
            until=one.until,
            label=when(one.since) if one.since == one.until else f"{when(one.since)} to {when(one.until)}",
            count=int(count),
            disputed=int(part),
            x=round(at * wide, 2),
            width=round(min(wide * 0.86, WIDEST), 2),
            height=round(HEIGHT * count / highest, 2),
            disputed_height=round(HEIGHT * part / highest, 2),
        )
        for at, (one, count, part) in enumerate(zip(bins, counts, disputed, strict=True))
    ]
    undated = int((chosen & (columns.first == UNKNOWN)).sum())
    return Histogram(bars=tuple(bars), highest=highest, undated=undated)


def _counted(edges: Whole, days: Whole) -> Whole:
    return np.bincount(np.searchsorted(edges, days, side="right") - 1, minlength=len(edges))


def _bins(first: int, last: int) -> Iterator[_Bin]:
    """Days, months or years, whichever gives no more than `MOST` bars."""
    start, end = date.fromordinal(first), date.fromordinal(last)
    if last - first < MOST:
        yield from (_day(day) for day in range(first, last + 1))
        return
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    if months <= MOST:
        yield from (
            _month(start.year + (start.month - 1 + at) // 12, (start.month - 1 + at) % 12 + 1) for at in range(months)
        )
        return
    step = next((step for step in YEARS if (end.year - start.year) // step < MOST), YEARS[-1])
    yield from (_years(year, step) for year in range(start.year - start.year % step, end.year + 1, step))


def _day(day: int) -> _Bin:
    said = date.fromordinal(day).isoformat()
    return _Bin(since=said, until=said, first=day, last=day)


def _month(year: int, month: int) -> _Bin:
    said = f"{year:04}-{month:02}"
    following = date(year + month // 12, month % 12 + 1, 1) if (year, month) < (9999, 12) else date.max
    return _Bin(since=said, until=said, first=date(year, month, 1).toordinal(), last=following.toordinal() - 1)


def _years(year: int, step: int) -> _Bin:
    begins, ends = max(year, 1), min(year + step - 1, 9999)
    first, last = date(begins, 1, 1).toordinal(), date(ends, 12, 31).toordinal()
    return _Bin(since=f"{begins:04}", until=f"{ends:04}", first=first, last=last)
