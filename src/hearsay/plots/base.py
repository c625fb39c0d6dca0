"""What all pictures share: their look, what is left out said under them, and the same bytes for the same book."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import sqrt
from pathlib import Path
from typing import TYPE_CHECKING

from hearsay.errors import UsageError
from hearsay.records.belief import Belief, ClaimStatus, FieldBelief
from hearsay.records.incident import CountEffect, Stance
from hearsay.rendering.phrases import one_line
from hearsay.vocabulary.described import is_unnamed

if TYPE_CHECKING:  # a picture is drawn only where matplotlib is installed
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, QUIET, RULE, PAPER = "#1f1e1b", "#625f57", "#d9d5c9", "#fbfaf6"
CLAIMED, ACCUSED, DENIED = "#7a5200", "#9c2f1f", "#1d5f63"
LOOK: dict[str, object] = {
    "figure.facecolor": PAPER,
    "savefig.facecolor": PAPER,
    "axes.facecolor": PAPER,
    "axes.edgecolor": RULE,
    "axes.labelcolor": QUIET,
    "text.color": INK,
    "xtick.color": QUIET,
    "ytick.color": INK,
    "font.family": ["DejaVu Sans"],
    "font.size": 9,
    "svg.fonttype": "none",
    "svg.hashsalt": "hearsay",
    "text.parse_math": False,  # a report's dollar signs are no formula
}
MISSING = "pictures need matplotlib and networkx; install them with: pip install 'hearsay[plot]'"
NOTES = 0.62  # inches under a picture
SUFFIXES = (".svg", ".png")
DOTS = 160  # pixels an inch of a PNG


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture to draw: `height` in inches may depend on how much there is; `notes` say what is left out, and why."""

    title: str
    draw: Callable[[Axes], None]
    notes: Sequence[str]
    width: float = 9.6
    height: float = 5.6
    legend: float = 0.0  # inches that it takes


@contextmanager
def _drawn(picture: Picture) -> Iterator[Figure]:
    try:
        from matplotlib import rc_context
        from matplotlib.figure import Figure as NewFigure
    except ImportError as error:
        raise UsageError(
            "pictures need matplotlib and networkx; install them with: pip install 'hearsay[plot]'"
        ) from error
    below = (NOTES + picture.legend) / picture.height
    with rc_context(LOOK):  # type: ignore[arg-type]  # a plain mapping of its options
        figure = NewFigure(figsize=(picture.width, picture.height), layout="constrained")
        figure.get_layout_engine().set(rect=(0.01, below, 0.98, 0.99 - below))  # type: ignore[union-attr, call-arg]
        axes = figure.add_subplot()
        axes.set_title(picture.title, loc="left", fontfamily="DejaVu Serif", fontsize=13, fontweight="bold", pad=12)
        for side in ("top", "right"):
            axes.spines[side].set_visible(False)
        picture.draw(axes)
        figure.text(
            0.015, 0.1 / picture.height, "\n".join(picture.notes), fontsize=8, color=QUIET, va="bottom", linespacing=1.5
        )
        yield figure


def save(picture: Picture, path: Path) -> None:
    """Writes a picture as SVG or PNG, by the ending of the name; the same picture always gives the same bytes.

    Raises:
        UsageError: the ending is another one, the file cannot be written, or matplotlib is not installed.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise UsageError(f"-o {str(path)!r} names no picture; end it with {' or '.join(SUFFIXES)}")
    svg = path.suffix.lower() == ".svg"
    metadata = {"Date": None, "Creator": "hearsay"} if svg else {"Software": "hearsay"}
    part = path.with_name(path.name + ".part")
    with _drawn(picture) as figure:
        try:
            figure.savefig(part, format="svg" if svg else "png", dpi=DOTS, metadata=metadata)
            part.replace(path)
        except OSError as error:
            raise UsageError(f"-o {str(path)!r} cannot be written: {error.strerror}; give another path") from error
        finally:
            part.unlink(missing_ok=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """How a case is marked: by who says that they did it, never by who is accused as if that were known."""

    label: str
    face: str
    edge: str
    style: str


MARKS = {
    "claimed": Mark(label="claimed by one, or by several together", face=CLAIMED, edge=CLAIMED, style="solid"),
    "contested": Mark(label="claims compete, are denied or taken back", face=PAPER, edge=CLAIMED, style="solid"),
    "accused": Mark(label="somebody is accused, nobody claims it", face=PAPER, edge=ACCUSED, style="dashed"),
    "nobody": Mark(label="nobody is said to have done it", face="#a9a492", edge="#8a8471", style="solid"),
}


def mark(belief: Belief) -> str:
    """Which of `MARKS` a case gets."""
    if belief.claims in (ClaimStatus.SINGLE, ClaimStatus.JOINT):
        return "claimed"
    if belief.claims is not ClaimStatus.NONE:
        return "contested"
    named = [one for one in belief.responsibilities if not is_unnamed(one.who.name)]
    return "accused" if any(one.stance is not Stance.DENIED for one in named) else "nobody"


def legend(axes: Axes, used: Sequence[str]) -> None:
    """A legend of the marks that are on the picture, and of what their size means."""
    for name, one in MARKS.items():
        if name in used:
            axes.scatter(
                [], [], s=60, c=one.face, edgecolors=one.edge, linestyles=one.style, linewidths=1.4, label=one.label
            )
    keyed(axes)


def keyed(axes: Axes) -> None:
    """The legend, between the picture and the notes."""
    figure = axes.get_figure(root=True)
    if figure is None:
        return
    figure.legend(
        *axes.get_legend_handles_labels(),
        loc="lower left",
        bbox_to_anchor=(0.006, NOTES / float(figure.get_figheight())),
        ncols=2,
        frameon=False,
        fontsize=8,
        handletextpad=0.4,
        borderaxespad=0.0,
    )


def halo() -> dict[str, object]:
    """What keeps a label legible over a line. (Outlined letters would be drawn as shapes, and be no text any more.)"""
    return {"facecolor": PAPER, "edgecolor": "none", "alpha": 0.75, "pad": 0.6}


def without(missing: int, everything: int, what: str) -> str:
    """How many cases lack something: "2 cases of 30 without a date are not on the line", or that none does."""
    if not everything:
        return "The book holds no case."
    if not missing:
        return f"Of {counted(everything, 'case')} none is {what}."
    return f"{counted(missing, 'case')} of {everything:,} {'is' if missing == 1 else 'are'} {what}."


def size(belief: Belief) -> float:
    """The area of a case's mark, in points squared: it grows with the highest toll, slower than the toll itself."""
    figures = killed(belief)
    return 26.0 + 22.0 * sqrt(max(figures, default=0))


def killed(belief: Belief) -> list[int]:
    """The figures that are given for the dead, as numbers; those that count something else are not among them."""
    count = belief.count(CountEffect.KILLED)
    return [] if count is None else numbers(count)


def numbers(field: FieldBelief) -> list[int]:
    """The figures of a count as numbers, a person's word too."""
    scopes = [one.variant for one in field.dissent if one.kind.value == "scope"]
    found = [one.number for one in field.variants if one not in scopes and one.number is not None]
    if field.value is not None and field.value.number is not None:
        found.append(field.value.number)
    return sorted(set(found))


def text_of(belief: Belief, name: str) -> str | None:
    """The value of a field in words; where nobody's is picked, all of them."""
    field = belief.field(name)
    if field is None:
        return None
    words = [field.value.text] if field.value else [one.text for one in field.variants]
    return one_line(" / ".join(dict.fromkeys(words))) or None


def counted(count: int, what: str) -> str:
    """ "1 case", "3 cases"."""
    return f"{count:,} {what}{'' if count == 1 else 's'}"
