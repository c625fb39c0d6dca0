"""The figures that are given for the dead of each case, side by side: a disagreement is a line with two ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from hearsay.plots.base import ACCUSED, INK, QUIET, RULE, Picture, killed, text_of, without
from hearsay.records.belief import Belief, Variant
from hearsay.records.incident import CountEffect
from hearsay.rendering.phrases import when

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 25
BY_PERSON = "corrected by a person"
LABEL = 46  # characters of a case's name


def tolls(beliefs: Sequence[Belief]) -> Picture:
    """The picture of the deadliest cases and what is said of their dead."""
    with_dead = sorted((one for one in beliefs if killed(one)), key=lambda one: (-max(killed(one)), one.case.id))
    shown, none = with_dead[:MOST], len(beliefs) - len(with_dead)

    def draw(axes: Axes) -> None:
        for row, belief in enumerate(shown):
            _case(axes, row, belief)
        axes.set_yticks(range(len(shown)), [_name(belief) for belief in shown])
        axes.set_ylim(len(shown) - 0.3, -0.7)
        axes.tick_params(axis="y", length=0)
        axes.spines["left"].set_visible(False)
        axes.grid(axis="x", color=RULE, linewidth=0.8)
        axes.set_axisbelow(True)
        axes.set_xlabel("dead, as reported", loc="left", fontsize=8)
        if shown:
            axes.set_xlim(0, max(max(killed(one)) for one in shown) * 1.12 + 1)
            for name, face, form in (
                ("what reports say, larger for more origins", INK, "o"),
                (BY_PERSON, ACCUSED, "D"),
            ):
                axes.scatter([], [], s=46, c=face, marker=form, label=name)
            axes.legend(loc="lower right", frameon=False, fontsize=8)

    more = len(with_dead) - len(shown)
    notes = [
        without(none, len(beliefs), "without a figure for the dead, and not drawn")
        + (f" {more:,} with fewer dead are left out." if more else ""),
        "An arrow says that the figure is a least: more may have died. A line joins figures that differ.",
    ]
    return Picture(title="Tolls and who differs", draw=draw, notes=notes, height=2.3 + 0.3 * max(len(shown), 3))


def _name(belief: Belief) -> str:
    time = belief.field("time")
    day = when(time.value.text) if time is not None and time.value is not None else "no date"
    name = (
        f"{(text_of(belief, 'kind') or 'kind not said').capitalize()}, {text_of(belief, 'place') or 'no place'}, {day}"
    )
    return name if len(name) <= LABEL else name[:LABEL].rsplit(" ", 1)[0] + " …"


def _case(axes: Axes, row: int, belief: Belief) -> None:
    figures = killed(belief)
    if figures[0] != figures[-1]:
        axes.plot(figures[:1] + figures[-1:], [row, row], color=QUIET, linewidth=1.6, zorder=1)
    count = belief.count(CountEffect.KILLED)
    for one in count.variants if count is not None else ():
        if one.number in figures:
            _figure(axes, row, one)
    value = count.value if count is not None else None
    if value is not None and not value.voices and value.number is not None:
        axes.scatter([value.number], [row], s=60, c=ACCUSED, marker="D", zorder=3)


def _figure(axes: Axes, row: int, one: Variant) -> None:
    number = float(one.number or 0)
    axes.scatter([number], [row], s=24 + 22 * min(one.origins, 8), c=INK, zorder=2)
    if one.high is None and one.low is not None:
        axes.annotate("", (number, row), (number, row), annotation_clip=False)
        axes.plot([number], [row], marker=">", markersize=5, color=INK, zorder=2, transform=_right_of(axes, 9))


def _right_of(axes: Axes, points: float) -> object:
    from matplotlib.transforms import ScaledTranslation

    figure = axes.figure
    return axes.transData + ScaledTranslation(points / 72, 0, figure.dpi_scale_trans)
