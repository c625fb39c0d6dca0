"""Cases on a line of time, a row a kind. A stretch stays a stretch; what has no date is counted, not dropped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from hearsay.plots.base import MARKS, QUIET, RULE, Picture, legend, mark, size, text_of, without
from hearsay.records.belief import Belief
from hearsay.records.edtf import days_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROWS = 14


def timeline(beliefs: Sequence[Belief]) -> Picture:
    """The picture of cases in time."""
    dated = [(days, belief) for belief in beliefs if (days := days_of(_time(belief) or "")) is not None]
    kinds = [kind for kind, _ in Counter(_kind(belief) for _, belief in dated).most_common(ROWS - 1)]
    others = any(_kind(belief) not in kinds for _, belief in dated)
    rows = [*kinds, *(["other kinds"] if others else [])]

    def _row(belief: Belief) -> str:
        return _kind(belief) if _kind(belief) in kinds else "other kinds"

    missing = len(beliefs) - len(dated)

    def draw(axes: Axes) -> None:
        for row, kind in enumerate(rows):
            axes.axhline(row, color=RULE, linewidth=0.8, zorder=0)
            found = [
                one for one in dated if _kind(one[1]) == kind or (kind == "other kinds" and _kind(one[1]) not in kinds)
            ]
            for (first, last), belief in found:
                _case(axes, row, first, last, belief)
        axes.set_yticks(range(len(rows)), [row.capitalize() for row in rows])
        axes.set_ylim(len(rows) - 0.4, -0.6)
        axes.spines["left"].set_visible(False)
        axes.tick_params(axis="y", length=0)
        axes.tick_params(axis="x", length=3)
        if dated:
            _dates(axes, [day for (first, last), _ in dated for day in (first, last)])
            legend(axes, [mark(belief) for _, belief in dated])

    notes = [
        without(missing, len(beliefs), "without a date that can be drawn, and not on the line"),
        "The size of a mark grows with the highest toll that is given. A bar is a stretch of time, its day not known.",
    ]
    return Picture(title="Cases in time", draw=draw, notes=notes, height=2.6 + 0.34 * max(len(rows), 3), legend=0.42)


def _time(belief: Belief) -> str | None:
    field = belief.field("time")
    return field.value.text if field is not None and field.value is not None else None


def _kind(belief: Belief) -> str:
    return text_of(belief, "kind") or "kind not said"


def _case(axes: Axes, row: int, first: date, last: date, belief: Belief) -> None:
    look = MARKS[mark(belief)]
    start, end = float(first.toordinal()), float(last.toordinal())
    if last > first:
        axes.plot([start, end], [row, row], color=look.edge, linewidth=3, alpha=0.35, solid_capstyle="butt", zorder=1)
    axes.scatter(
        [(start + end) / 2], [row], s=size(belief), c=look.face, edgecolors=look.edge, linestyles=look.style,
        linewidths=1.3, alpha=0.9, zorder=2,
    )  # fmt: skip


def _dates(axes: Axes, days: Sequence[date]) -> None:
    """Ticks at whole years, months or days, as many as fit."""
    first, last = min(days), max(days)
    span = max((last - first).days, 6)
    axes.set_xlim(first.toordinal() - span * 0.04, last.toordinal() + span * 0.04)
    if span > 3 * 366:
        step = max(1, span // 365 // 8)
        ticks = [date(year, 1, 1) for year in range(first.year, last.year + 2, step)]
        words = [str(day.year) for day in ticks]
    elif span > 62:
        step = max(1, span // 30 // 9)
        months = range(first.year * 12 + first.month - 1, last.year * 12 + last.month + 1, step)
        ticks = [date(month // 12, month % 12 + 1, 1) for month in months]
        words = [f"{day:%b %Y}" for day in ticks]
    else:
        step = max(1, span // 8)
        ticks = [date.fromordinal(day) for day in range(first.toordinal(), last.toordinal() + 1, step)]
        words = [f"{day.day} {day:%b %Y}" for day in ticks]
    axes.set_xticks([day.toordinal() for day in ticks], words, fontsize=8, color=QUIET)
    axes.set_xlim(first.toordinal() - span * 0.04, last.toordinal() + span * 0.04)
