"""Actors, how they are said to stand to one another, and what they claim, deny or are accused of.

An accusation is drawn as one: dashed, in another colour than a claim, and never as a tie between actor and deed alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from hearsay.errors import UsageError
from hearsay.plots.base import ACCUSED, CLAIMED, DENIED, INK, PAPER, QUIET, RULE, Picture, counted, halo, keyed, text_of
from hearsay.records.belief import Belief
from hearsay.records.incident import Stance
from hearsay.records.relation import RelationKind
from hearsay.rendering.phrases import RELATIONS, one_line, when
from hearsay.vocabulary.described import is_unnamed

if TYPE_CHECKING:
    from matplotlib.axes import Axes

MOST = 40  # nodes
SEED = 7  # of the layout, so that a book has one picture

STYLES = {
    Stance.CLAIMED: (CLAIMED, "solid", "claims it"),
    Stance.DENIED: (DENIED, "dotted", "denies it"),
    Stance.ACCUSED: (ACCUSED, "dashed", "is accused or suspected of it"),
    Stance.SUSPECTED: (ACCUSED, "dashed", "is accused or suspected of it"),
    Stance.CREDITED: (QUIET, "dashed", "is given the credit, or is said by the report to have done it"),
    Stance.REPORTED: (QUIET, "dashed", "is given the credit, or is said by the report to have done it"),
}
TIE = (INK, "solid", "how actors are said to stand to one another")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A relation between two actors, by the ids that they share over all reports; `subject` and `object` are names."""

    kind: RelationKind
    ends: tuple[str, str]
    names: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    ends: tuple[str, str]
    look: tuple[str, str, str]
    words: str = ""


def network(beliefs: Sequence[Belief], ties: Sequence[Tie]) -> Picture:
    """The picture of actors. Raises UsageError where networkx, which lays it out, is not installed."""
    names, edges = _graph(beliefs, ties)
    degree = Counter(end for edge in edges for end in set(edge.ends))
    kept = {node for node, _ in degree.most_common(MOST)}
    shown = [edge for edge in edges if set(edge.ends) <= kept]
    places = _layout(sorted(kept & {end for edge in shown for end in edge.ends}), shown)

    def draw(axes: Axes) -> None:
        beside: Counter[frozenset[str]] = Counter()
        for edge in shown:
            _edge(axes, edge, places, 0.06 + 0.16 * beside[frozenset(edge.ends)])
            beside[frozenset(edge.ends)] += 1
        for node, (x, y) in places.items():
            is_case = node.startswith("case-")
            axes.scatter(
                [x], [y], s=70 if is_case else 46, marker="s" if is_case else "o", c=PAPER if is_case else INK,
                edgecolors=QUIET if is_case else INK, linewidths=1.2, zorder=3,
            )  # fmt: skip
            axes.annotate(
                names[node], (x, y), (0, -8 if is_case else 8), textcoords="offset points", ha="center", fontsize=8,
                va="top" if is_case else "bottom", bbox=halo(),
                color=QUIET if is_case else INK, fontweight="normal" if is_case else "bold", zorder=4,
            )  # fmt: skip
        axes.axis("off")
        axes.margins(0.16)
        for colour, style, label in dict.fromkeys(edge.look for edge in shown):
            axes.plot([], [], color=colour, linestyle=style, linewidth=1.6, label=label)
        if shown:
            axes.scatter([], [], s=46, c=INK, label="actor")
            axes.scatter([], [], s=60, marker="s", c=PAPER, edgecolors=QUIET, label="case")
            keyed(axes)

    left_out = len(degree) - len(places)
    alone = sum(1 for belief in beliefs if all(is_unnamed(one.who.name) for one in belief.responsibilities))
    notes = [
        f"Left out: {left_out:,} actors and cases with fewer ties, {counted(alone, 'case')} that no actor is tied to.",
        "Every line is somebody's word. An accusation is not a fact.",
    ]
    return Picture(title="Actors, their ties, and whose word they are", draw=draw, notes=notes, height=7.8, legend=0.75)


def _graph(beliefs: Sequence[Belief], ties: Sequence[Tie]) -> tuple[dict[str, str], list[_Edge]]:
    names: dict[str, str] = {}
    edges: dict[tuple[object, ...], _Edge] = {}
    for belief in beliefs:
        for one in belief.responsibilities:
            if is_unnamed(one.who.name):
                continue  # the gunmen of one case are tied to nothing else
            names[belief.case.id] = _case_name(belief)
            names.setdefault(one.who.id, one_line(one.who.name))
            edge = _Edge(ends=(one.who.id, belief.case.id), look=STYLES[one.stance])
            edges.setdefault((*edge.ends, edge.look), edge)
    for tie in ties:
        for end, name in zip(tie.ends, tie.names, strict=True):
            names.setdefault(end, one_line(name))
        if tie.ends[0] != tie.ends[1]:
            edges.setdefault((*tie.ends, tie.kind), _Edge(ends=tie.ends, look=TIE, words=RELATIONS[tie.kind]))
    return names, list(edges.values())


def _case_name(belief: Belief) -> str:
    time = belief.field("time")
    day = when(time.value.text) if time is not None and time.value is not None else "no date"
    return f"{text_of(belief, 'kind') or 'kind not said'}, {text_of(belief, 'place') or 'no place'}\n{day}"


def _layout(nodes: Sequence[str], edges: Sequence[_Edge]) -> Mapping[str, tuple[float, float]]:
    try:
        import networkx
    except ImportError as error:
        raise UsageError(
            "pictures need matplotlib and networkx; install them with: pip install 'hearsay[plot]'"
        ) from error
    graph: networkx.Graph[str] = networkx.Graph()
    graph.add_nodes_from(nodes)
    graph.add_edges_from(edge.ends for edge in edges)
    found = networkx.spring_layout(graph, seed=SEED, k=1.9 / max(len(nodes), 1) ** 0.5, iterations=300)
    return {node: (float(found[node][0]), float(found[node][1])) for node in nodes}


def _edge(axes: Axes, edge: _Edge, places: Mapping[str, tuple[float, float]], bend: float) -> None:
    (x, y), (other_x, other_y) = (places[end] for end in edge.ends)
    colour, style, _ = edge.look
    axes.annotate(
        "", (other_x, other_y), (x, y),
        arrowprops={
            "arrowstyle": "-|>", "color": colour, "linestyle": style, "linewidth": 1.4, "shrinkA": 6, "shrinkB": 7,
            "connectionstyle": f"arc3,rad={bend:.2f}",
        },
        zorder=1,
    )  # fmt: skip
    if edge.words:
        axes.text(
            (x + other_x) / 2, (y + other_y) / 2, edge.words, fontsize=7, color=QUIET, ha="center", va="center",
            bbox={"facecolor": PAPER, "edgecolor": RULE, "linewidth": 0.4, "pad": 1.5}, zorder=2,
        )  # fmt: skip
