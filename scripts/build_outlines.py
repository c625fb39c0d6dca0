"""Makes the outlines of countries that maps are drawn on, from Natural Earth 1:110m in the npm package world-atlas.

    npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
    python scripts/build_outlines.py package/countries-110m.json src/hearsay/review/static/world.svg

Natural Earth is in the public domain. It draws borders as they are held on the ground, whoever claims them. In the file
a unit is a degree of longitude or, downwards, of latitude; its colours fit a light page and a dark one.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from html import escape
from itertools import pairwise
from pathlib import Path
from typing import Any

EXPECTED = 170  # countries; fewer means that the file is another
Point = tuple[float, float]

POLE = -89.0  # degrees of latitude below which a map only closes the outline of Antarctica
EDGE = 180.0  # degrees of longitude where the map ends
PLACES = 1  # digits behind the point: a tenth of a degree is finer than outlines of this scale are


def main() -> int:
    """Reads the topology and writes the drawing."""
    if len(sys.argv) != 3:
        sys.stderr.write(f"usage: {sys.argv[0]} countries-110m.json world.svg\n")
        return 2
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    arcs = [list(_decoded(topology, arc)) for arc in topology["arcs"]]
    countries = topology["objects"]["countries"]["geometries"]
    paths = [_country(arcs, country) for country in countries]
    if len(paths) < EXPECTED:
        sys.stderr.write(f"{sys.argv[1]} holds {len(paths)} countries, which is too few\n")
        return 1
    Path(sys.argv[2]).write_text(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="-180 -90 360 180" width="1440" height="720">\n'
        "<!-- Natural Earth 1:110m, public domain, from world-atlas: de facto borders -->\n"
        '<g fill="#8a8471" fill-opacity=".17" stroke="#8a8471" stroke-opacity=".75" stroke-width=".12" '
        'stroke-linejoin="round">\n' + "\n".join(path for path in paths if path) + "\n</g>\n</svg>\n",
        encoding="utf-8",
    )
    return 0


def _decoded(topology: Any, arc: list[list[int]]) -> Iterator[tuple[float, float]]:
    """An arc's points in degrees; the file holds each as the difference to the one before."""
    (wide, high), (left, low) = topology["transform"]["scale"], topology["transform"]["translate"]
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        yield x * wide + left, y * high + low


def _country(arcs: list[list[Point]], country: Any) -> str:
    """A country's outline, with its name and the middle of its largest part, where the name may stand."""
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    rings = [part for polygon in polygons for ring in polygon for part in _unrolled(_points(arcs, ring))]
    outline = "".join(map(_ring, rings))
    if not outline:
        return ""
    x, y = _middle(max(rings, key=_area))
    name = escape(country["properties"]["name"])
    return f'<path data-name="{name}" data-at="{x:.1f},{y:.1f}" d="{outline}"/>'


def _points(arcs: list[list[Point]], ring: list[int]) -> list[Point]:
    points: list[Point] = []
    for number in ring:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def _unrolled(ring: list[Point]) -> Iterator[list[Point]]:
    """A ring that crosses the date line, as one that goes on beyond the edge of the map, at both edges."""
    shift, points = 0.0, [ring[0]]
    for one, other in pairwise(ring):
        if abs(other[0] - one[0]) > EDGE and max(one[1], other[1]) > POLE:
            shift += 2 * EDGE if one[0] > 0 else -2 * EDGE
        points.append((other[0] + shift, other[1]))
    yield points
    if any(abs(x) > EDGE for x, _ in points):
        back = -2 * EDGE if max(x for x, _ in points) > EDGE else 2 * EDGE
        yield [(x + back, y) for x, y in points]


def _cross(ring: list[Point]) -> Iterator[tuple[Point, Point, float]]:
    for one, other in pairwise([*ring, ring[0]]):
        yield one, other, one[0] * other[1] - other[0] * one[1]


def _area(ring: list[Point]) -> float:
    return abs(sum(cross for *_, cross in _cross(ring)) / 2)


def _middle(ring: list[Point]) -> Point:
    """The centre of gravity of the area in a ring, with y downwards."""
    twice = sum(cross for *_, cross in _cross(ring))
    x = sum((one[0] + other[0]) * cross for one, other, cross in _cross(ring)) / (3 * twice)
    y = sum((one[1] + other[1]) * cross for one, other, cross in _cross(ring)) / (3 * twice)
    return x, -y


def _ring(points: list[Point]) -> str:
    said: list[str] = []
    for x, y in points:
        point = f"{round(x, PLACES):g},{round(-y, PLACES):g}"
        if not said or said[-1] != point:
            said.append(point)
    return f"M{' '.join(said)}Z" if len(said) > 3 else ""


if __name__ == "__main__":
    sys.exit(main())
