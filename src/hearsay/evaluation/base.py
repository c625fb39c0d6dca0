"""What an evaluation is made of: counts a document, measures over their sums, and how far chance may have moved them.

A scorer gives counts for each document. A measure is a function of the summed counts, so the interval of any measure
comes from the same draws: documents are drawn with replacement, their counts are summed, the measure is taken anew.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.errors import UsageError
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.span import Span

Counts = Mapping[str, float]
"""Counts of one document, or their sums over several, by name."""

DRAWS = 1000
SEED = 1
COVERED = 95  # per cent of the draws that lie inside the interval
_FEWEST = 5  # documents: drawn from fewer, the interval shows how few they are and nothing else


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A figure's name and how it comes from summed counts: a share from 0 to 1, NaN where nothing was to be scored."""

    name: str
    of: Callable[[Counts], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A measure's value, and the ends of its 95 % bootstrap interval; these are None for fewer than five documents."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """Figures of others (None where they give none), in the order of the measures, and where they stand."""

    name: str
    figures: tuple[float | None, ...]
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The figures on one set: its documents, what is annotated in them, an estimate a measure, and others' figures."""

    name: str
    documents: int
    items: int
    estimates: tuple[Estimate, ...]
    published: tuple[Published, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What `hearsay evaluate` prints. `items` says what is counted; `files` are the data, below `root`."""

    title: str
    items: str
    measures: tuple[str, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...]
    root: Path
    files: tuple[Path, ...]

    @property
    def data_hash(self) -> str:
        """SHA-256 over the files' names below `root` and their contents, in the order of the names."""
        found = hashlib.sha256()
        for path in sorted(self.files):
            content = hashlib.sha256(path.read_bytes()).hexdigest()
            found.update(f"{content}  {path.relative_to(self.root).as_posix()}\n".encode())
        return found.hexdigest()


def row(name: str, documents: Sequence[Counts], measures: Iterable[Measure], items: str) -> Row:
    """The figures on a set: `documents` holds the counts of each, `items` is the count of what is annotated."""
    names = sorted({key for counts in documents for key in counts})
    table = np.array([[counts.get(key, 0.0) for key in names] for counts in documents], dtype=float)
    sums = dict(zip(names, table.sum(axis=0).tolist(), strict=True))
    drawn = _drawn(table, names)
    return Row(
        name=name,
        documents=len(documents),
        items=round(sums[items]),
        estimates=tuple(_estimate(measure, sums, drawn) for measure in measures),
    )


def _drawn(table: NDArray[np.float64], names: Sequence[str]) -> list[Counts]:
    """The summed counts of each draw of as many documents as there are."""
    size = len(table)
    if size < _FEWEST:
        return []
    times = np.random.default_rng(SEED).multinomial(size, [1 / size] * size, size=DRAWS)
    return [dict(zip(names, sums, strict=True)) for sums in (times @ table).tolist()]


def _estimate(measure: Measure, sums: Counts, drawn: Sequence[Counts]) -> Estimate:
    values = [value for counts in drawn if not math.isnan(value := measure.of(counts))]
    if not values:
        return Estimate(value=measure.of(sums))
    outside = (100 - COVERED) / 2
    low, high = np.percentile(values, [outside, 100 - outside]).tolist()
    return Estimate(value=measure.of(sums), low=low, high=high)


def share(part: str, *whole: str) -> Callable[[Counts], float]:
    """The measure that is one count over the sum of others."""
    return lambda counts: ratio(counts[part], sum(counts[name] for name in whole))


def f1(right: str, given: str, known: str) -> Callable[[Counts], float]:
    """The measure that is F1 of `right` ones among `given` and `known` ones."""
    return lambda counts: ratio(2 * counts[right], counts[given] + counts[known])


def ratio(part: float, whole: float) -> float:
    """Their quotient, NaN when there is no whole."""
    return part / whole if whole else math.nan


def needed(corpora: Path | None, *below: str) -> Path:
    """The path below the folder of corpora.

    Raises:
        UsageError: no folder was named, or the path is not there.
    """
    if corpora is None:
        raise UsageError(f"this needs {'/'.join(below)!r} of the corpora; name their folder with --corpora DIR")
    path = corpora.joinpath(*below)
    if not path.exists():
        raise UsageError(f"there is no {str(path)!r}; name the folder of corpora that has it with --corpora DIR")
    return path


def only_dev(name: str, split: str) -> None:
    """Raises UsageError for a split that this yardstick does not have."""
    if split != "dev":
        raise UsageError(f"{name!r} is scored on the split 'dev' only, not on {split!r}")


def plain_document(name: str, text: str) -> Document:
    """A text of a corpus as a document of one block: who published it, and when, is not known."""
    return Document(
        id=name,
        text=text,
        url=None,
        outlet=None,
        agency=None,
        author=None,
        published=None,
        language="en",
        sha256="",
        blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),),
    )
