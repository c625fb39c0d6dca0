"""Cases on a map: a point only where a town or a place in one is known. What is known of a region alone is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from html import unescape
from importlib.resources import files
from math import cos, radians
from typing import TYPE_CHECKING

from hearsay.plots.base import MARKS, QUIET, Picture, halo, legend, mark, size, without
from hearsay.records.belief import Belief, Where
from hearsay.records.place import PlacePrecision
from hearsay.rendering.phrases import one_line

if TYPE_CHECKING:
    from matplotlib.axes import Axes

POINTS = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.ADMIN2})
NAMED = 14  # places whose names are written
LAND, BORDER = "#efece2", "#bdb7a6"
_RING = re.compile(r"M([^MZ]+)Z")
_COUNTRY = re.compile(r'data-name="([^"]+)" data-at="([-\d.]+),([-\d.]+)"')

Point = tuple[float, float]


def map_(beliefs: Sequence[Belief]) -> Picture:
    """The picture of cases in space."""
    placed = [(where, belief) for belief in beliefs if (where := _where(belief)) is not None]
    points = [(_point(where), where, belief) for where, belief in placed if where.precision in POINTS]
    drawn = [(point, where, belief) for point, where, belief in points if point is not None]
    coarse, none = len(placed) - len(drawn), len(beliefs) - len(placed)
    west, east, south, north = _frame([point for point, _, _ in drawn])

    def draw(axes: Axes) -> None:
        for ring in _outlines():
            if _meets(ring, west, east, south, north):
                axes.fill(*zip(*ring, strict=True), facecolor=LAND, edgecolor=BORDER, linewidth=0.7, zorder=0)
        for (x, y), _, belief in sorted(drawn, key=lambda one: -size(one[2])):
            look = MARKS[mark(belief)]
            axes.scatter(
                [x], [y], s=size(belief), c=look.face, edgecolors=look.edge, linestyles=look.style, linewidths=1.3,
                alpha=0.85, zorder=2,
            )  # fmt: skip
        _name(axes, drawn)
        for name, (x, y) in _countries():
            if west < x < east and south < y < north:
                axes.text(x, y, name.upper(), fontsize=7, color=BORDER, ha="center", va="center", zorder=1)
        axes.set_xlim(west, east)
        axes.set_ylim(south, north)
        axes.set_aspect(1 / max(cos(radians((south + north) / 2)), 0.2))
        axes.set_xticks([])
        axes.set_yticks([])
        for spine in axes.spines.values():
            spine.set_visible(True)
        if drawn:
            legend(axes, [mark(belief) for _, _, belief in drawn])

    notes = [
        without(none, len(beliefs), "without a place, and not on the map")
        + (f" {coarse:,} more: no more than a region or country known, or no coordinates." if coarse else ""),
        "Outlines: Natural Earth, public domain; they follow borders as they are held, whoever claims them.",
    ]
    return Picture(title="Cases in space", draw=draw, notes=notes, height=7.2, legend=0.42)


def _where(belief: Belief) -> Where | None:
    place = belief.field("place")
    return place.value.where if place is not None and place.value is not None else None


def _point(where: Where) -> Point | None:
    """Its own coordinates, else those of the town that it lies in."""
    for one in (where, where.town):
        if one is not None and one.latitude is not None and one.longitude is not None:
            return one.longitude, one.latitude
    return None


def _frame(points: Sequence[Point]) -> tuple[float, float, float, float]:
    """West, east, south and north: around the points with some room, never closer than a few degrees."""
    if not points:
        return -180.0, 180.0, -60.0, 80.0
    xs, ys = [x for x, _ in points], [y for _, y in points]
    room_x = max((max(xs) - min(xs)) * 0.18, 3.2)
    room_y = max((max(ys) - min(ys)) * 0.18, 2.2)
    return min(xs) - room_x, max(xs) + room_x, max(min(ys) - room_y, -88.0), min(max(ys) + room_y, 88.0)


def _world() -> str:
    return files("hearsay.review").joinpath("static", "world.svg").read_text(encoding="utf-8")


def _countries() -> Iterator[tuple[str, Point]]:
    """The names of countries, and where to write them."""
    for name, x, y in _COUNTRY.findall(_world()):
        yield unescape(name), (float(x), -float(y))


def _outlines() -> Iterator[list[Point]]:
    """The rings of all countries, longitude and latitude in degrees; in the file, which pages draw, south is up."""
    for ring in _RING.findall(_world()):
        pairs = (pair.split(",") for pair in ring.split())
        yield [(float(x), -float(y)) for x, y in pairs]


def _meets(ring: Sequence[Point], west: float, east: float, south: float, north: float) -> bool:
    """Whether any of a ring may lie in the frame."""
    xs, ys = [x for x, _ in ring], [y for _, y in ring]
    return min(xs) <= east and max(xs) >= west and min(ys) <= north and max(ys) >= south


def _name(axes: Axes, drawn: Sequence[tuple[Point, Where, Belief]]) -> None:
    """The names of the places with most cases, each once."""
    names = {one_line((where.town or where).name): point for point, where, _ in drawn}
    uses = Counter(one_line((where.town or where).name) for _, where, _ in drawn)
    for name, _ in uses.most_common(NAMED):
        axes.annotate(
            name, names[name], (7, 5), textcoords="offset points", fontsize=8, color=QUIET, annotation_clip=True,
            zorder=3, bbox=halo(),
        )  # fmt: skip
