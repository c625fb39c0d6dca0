"""Actors and what ties them, as reports have it: a drawing around one actor, laid out the same each time."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import networkx

from hearsay.records.relation import RelationKind
from hearsay.rendering.dossiers import SECTIONS
from hearsay.review.index.rows import TieRow

WIDTH, HEIGHT = 640, 380
MARGIN_X, MARGIN_Y = 90, 34
MOST = 24  # actors beside the one in the middle
ONE_RING = 10  # actors; more stand in two rings
LONGEST = 26  # characters of a name

LINES = {
    "parents and factions": "double",
    "allies and backers": "solid",
    "rivals and enemies": "dashed",
    "leaders, members and offices": "dotted",
}
"""How a tie is drawn, by the section of the time line that it belongs to; others are not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """An actor. `number` is that of its page, None when it has none; `middle` marks the one whose page this is."""

    number: int | None
    name: str
    short: str
    x: float
    y: float
    middle: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """All ties of one kind between two actors: where the line goes, how it is drawn, and what it says."""

    x1: float
    y1: float
    x2: float
    y2: float
    line: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """The drawing; `left_out` actors with fewer ties did not fit."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    left_out: int


_End = tuple[int | None, str]


def network(middle: int, ties: Sequence[TieRow], verbs: Mapping[RelationKind, str]) -> Network | None:
    """What surrounds the actor with the number `middle`; None when nobody is tied to it."""
    between: Counter[tuple[_End, _End, str, str]] = Counter()
    names: dict[_End, str] = {}
    for tie in ties:
        line = LINES.get(_section(tie.kind))
        if line is None:
            continue
        ends = [_end(tie.subject, tie.subject_name), _end(tie.object, tie.object_name)]
        names |= zip(ends, (tie.subject_name, tie.object_name), strict=True)
        if ends[0] != ends[1]:
            verb = verbs[RelationKind(tie.kind)]
            between[ends[0], ends[1], line, f"{tie.subject_name} {verb} {tie.object_name}"] += 1
    kept, left_out = _kept((middle, ""), between)
    edges = {key: count for key, count in between.items() if key[0] in kept and key[1] in kept}
    if not edges:
        return None
    spots = _laid_out((middle, ""), kept, ((one, other) for one, other, *_ in edges))
    return Network(
        nodes=tuple(_node(end, names.get(end, ""), spots[end], end == (middle, "")) for end in kept),
        edges=tuple(
            _edge(spots[one], spots[other], line, label) for one, other, line, label in sorted(edges, key=repr)
        ),
        left_out=left_out,
    )


def _section(kind: str) -> str:
    return next((name for name, kinds in SECTIONS.items() if kind in {one.value for one in kinds}), "")


def _end(number: int | None, name: str) -> _End:
    return (number, "") if number is not None else (None, name)


def _kept(middle: _End, between: Mapping[tuple[_End, _End, str, str], int]) -> tuple[list[_End], int]:
    """The actor and those that most reports tie to it."""
    weights: Counter[_End] = Counter()
    for (one, other, *_), count in between.items():
        if middle in (one, other):
            weights[other if one == middle else one] += count
    ranked = sorted(weights, key=lambda end: (-weights[end], repr(end)))
    return [middle, *ranked[:MOST]], max(0, len(ranked) - MOST)


def _laid_out(
    middle: _End, ends: Sequence[_End], pairs: Iterable[tuple[_End, _End]]
) -> dict[_End, tuple[float, float]]:
    """The middle, and the others around it in one ring or two, those that are tied to one another side by side."""
    graph: networkx.Graph[_End] = networkx.Graph()
    graph.add_nodes_from(ends)
    graph.add_edges_from(sorted(set(pairs), key=repr))
    others = _side_by_side(graph.subgraph(ends[1:]), ends[1:])
    rings = [others[::2], others[1::2]] if len(others) > ONE_RING else [others]
    found = networkx.shell_layout(graph, [[middle], *rings], rotate=math.pi / 7)
    widest = max(1e-6, *(abs(float(x)) for x, _ in found.values()))
    highest = max(1e-6, *(abs(float(y)) for _, y in found.values()))
    half = (WIDTH / 2 - MARGIN_X, HEIGHT / 2 - MARGIN_Y)
    return {
        end: (round(WIDTH / 2 + float(x) / widest * half[0], 1), round(HEIGHT / 2 + float(y) / highest * half[1], 1))
        for end, (x, y) in found.items()
    }


def _side_by_side(graph: networkx.Graph[_End], ends: Sequence[_End]) -> list[_End]:
    """Each behind one that it is tied to, as far as that goes."""
    ordered: list[_End] = []
    for end in ends:
        if end not in ordered:
            ordered += [one for one in networkx.dfs_preorder_nodes(graph, end) if one not in ordered]
    return ordered


def _node(end: _End, name: str, spot: tuple[float, float], middle: bool) -> Node:
    short = name if len(name) <= LONGEST else name[: LONGEST - 1].rstrip() + "…"
    return Node(number=end[0], name=name, short=short, x=spot[0], y=spot[1], middle=middle)


def _edge(one: tuple[float, float], other: tuple[float, float], line: str, label: str) -> Edge:
    return Edge(x1=one[0], y1=one[1], x2=other[0], y2=other[1], line=line, label=label)
