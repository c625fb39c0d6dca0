"""Incidents on a map without tiles or network: outlines of countries, and circles that stand for what lies together.

The map is drawn in degrees (plate carrée), as wide as what it shows. Outlines are coarse: they say which country, not
which side of a river.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import cache
from html import unescape
from importlib.resources import files

import numpy as np

from hearsay.review.index.columns import Chosen, Columns

CELLS = 22  # circles side by side at most
NARROWEST = 16.0  # degrees that a map shows at least
FINEST = 0.02  # degrees, the side of the smallest cell
ROWS = 1 << 20  # more than there are cells from pole to pole
SHAPE = 2.0  # a map is twice as wide as high
LARGEST, SMALLEST = 0.036, 0.008  # radius of a circle as a share of the map's width


WIDE = 120.0
"""Degrees from which a map shows the whole drawing of the world as a picture, instead of the outlines in its frame."""

_PATH = re.compile(r'<path data-name="([^"]*)" data-at="([-\d.]+),([-\d.]+)" d="([^"]*)"/>')
_POINT = re.compile(r"(-?[\d.]+),(-?[\d.]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A country: its name, the point where that may stand and the path, with y downwards as drawings have it."""

    name: str
    x: float
    y: float
    path: str
    west: float
    east: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """Incidents that lie in one cell: where (degrees), how many, the cell as a filter's box, the circle's radius, and
    the number of one of them, by which the place can be named."""

    longitude: float
    latitude: float
    count: int
    box: str
    radius: float
    example: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """What is shown: `west` and `north` are the upper left corner, all in degrees. `unplaced` of the chosen incidents
    have no point. `outlines` are the countries in the frame, none when it is so wide that a picture serves better."""

    west: float
    north: float
    width: float
    height: float
    spots: tuple[Spot, ...]
    outlines: tuple[Outline, ...]
    unplaced: int


def drawn_map(columns: Columns, chosen: Chosen) -> Map | None:
    """The chosen incidents on a map; None when none of them has a point."""
    placed = chosen & ~np.isnan(columns.latitude)
    numbers = np.flatnonzero(placed)
    if not len(numbers):
        return None
    longitude, latitude = columns.longitude[numbers], columns.latitude[numbers]
    west, north, width = _frame(longitude, latitude)
    side = max(width / CELLS, FINEST)
    across, down = np.floor(longitude / side).astype(np.int64), np.floor(latitude / side).astype(np.int64)
    # one number a cell: sorting pairs would take several times as long
    _, first, which, counts = np.unique(
        across * ROWS + down, return_index=True, return_inverse=True, return_counts=True
    )
    middles = [np.bincount(which, weights=values) / counts for values in (longitude, latitude)]
    most = int(counts.max())
    spots = [
        Spot(
            longitude=round(float(middles[0][at]), 4),
            latitude=round(float(middles[1][at]), 4),
            count=int(counts[at]),
            box=_box(float(across[first[at]]) * side, float(down[first[at]]) * side, side),
            radius=round(width * max(SMALLEST, LARGEST * math.sqrt(counts[at] / most) if most > 1 else 0.014), 4),
            example=int(numbers[first[at]]),
        )
        for at in np.argsort(-counts, kind="stable")
    ]
    return Map(
        west=west, north=north, width=width, height=width / SHAPE,
        spots=tuple(spots), outlines=_outlines(west, north, width), unplaced=int(chosen.sum()) - len(numbers),
    )  # fmt: skip


@cache
def outlines() -> tuple[Outline, ...]:
    """All countries of the drawing that ships."""
    text = files("hearsay.review").joinpath("static", "world.svg").read_text(encoding="utf-8")
    return tuple(_outline(*found) for found in _PATH.findall(text))


def _outline(name: str, x: str, y: str, path: str) -> Outline:
    points = [(float(one), float(other)) for one, other in _POINT.findall(path)]
    across, down = [one for one, _ in points], [other for _, other in points]
    return Outline(
        name=unescape(name), x=float(x), y=float(y), path=path,
        west=min(across), east=max(across), top=min(down), bottom=max(down),
    )  # fmt: skip


def _outlines(west: float, north: float, width: float) -> tuple[Outline, ...]:
    """Those that a frame shows a part of."""
    if width >= WIDE:
        return ()
    east, top, bottom = west + width, -north, -north + width / SHAPE
    return tuple(
        one for one in outlines() if one.west < east and one.east > west and one.top < bottom and one.bottom > top
    )


def _frame(
    longitude: np.typing.NDArray[np.float64], latitude: np.typing.NDArray[np.float64]
) -> tuple[float, float, float]:
    """West, north and width of a map that shows all points with some room around them."""
    tall = float(latitude.max() - latitude.min())
    wide = float(longitude.max() - longitude.min())
    width = min(360.0, max(NARROWEST, wide * 1.16, tall * 1.2 * SHAPE))
    west = (float(longitude.max()) + float(longitude.min()) - width) / 2
    north = (float(latitude.max()) + float(latitude.min()) + width / SHAPE) / 2
    west = min(max(west, -180.0), 180.0 - width)
    north = max(min(north, 90.0), width / SHAPE - 90.0)
    return round(west, 4), round(north, 4), round(width, 4)


def _box(west: float, south: float, side: float) -> str:
    """The cell as a filter takes it, a hair wider, so that points on its edge stay in it."""
    edges = (west - 1e-4, south - 1e-4, west + side + 1e-4, south + side + 1e-4)
    limits = (-180, -90, 180, 90)
    return ",".join(f"{min(max(edge, -limit), limit):.4f}" for edge, limit in zip(edges, map(abs, limits), strict=True))
