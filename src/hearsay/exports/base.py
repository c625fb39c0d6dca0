"""What an export is given, what it writes, and what its check finds.

No codebook can hold what hearsay knows. So beside each file of rows stands a side file, `<file>.evidence.jsonl`, keyed
by row: which words stand behind each cell, and what had no cell.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, runtime_checkable

from hearsay.records.belief import Belief, Voice
from hearsay.records.link import Linking
from hearsay.records.reading import Reading
from hearsay.records.review import Review


@dataclass(frozen=True, slots=True, kw_only=True)
class Material:
    """All that can be written out: beliefs under one policy, the readings behind them, and the links between those.

    `beliefs` and `readings` start anew each time they are called, so that nothing has to be kept in memory. `reviews`
    are all decisions of persons on the readings, also those that do not stand; `as_read` gives the readings without
    them, None when there are none.
    """

    policy: str
    linking: Linking
    beliefs: Callable[[], Iterable[Belief]]
    readings: Callable[[], Iterator[Reading]]
    as_read: Callable[[], Iterator[Reading]] | None = None
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What an export wrote: the files, how many rows, and how many cases it left out (the side file says why)."""

    files: tuple[Path, ...]
    rows: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """What is wrong in a file: `row` counts from 1 behind the header, None for the file as a whole."""

    row: int | None
    column: str | None
    message: str

    def __str__(self) -> str:
        where = [f"row {self.row}"] if self.row is not None else []
        where += [self.column] if self.column else []
        return f"{', '.join(where)}: {self.message}" if where else self.message


@runtime_checkable
class Codebook(Protocol):
    """One form of output. To add one: a file with a class like these, and a line in `built.py` (or an entry point of
    the group `hearsay.exports`)."""

    @property
    def name(self) -> str:
        """As it is asked for on the command line."""
        ...

    @property
    def suffix(self) -> str:
        """The usual ending of its files, with the dot."""
        ...

    def write(self, material: Material, path: Path) -> Written:
        """Writes `path`, and what belongs beside it. The same material always gives the same bytes.

        Raises:
            UsageError: `path` cannot be written, or a package that this form needs is not installed.
        """
        ...

    def check(self, path: Path) -> Iterator[Fault]:
        """What is wrong in a file of this form: headers, codes and rules across fields.

        Raises:
            UsageError: there is no such file.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row before its id is known: `order` sorts rows, `cells` holds those columns that are not empty.

    `voices` are the voices behind a cell, `why` is how its value was picked; `dropped` are sentences on what the
    codebook has no cell for.
    """

    case: str
    order: tuple[str, ...]
    cells: Mapping[str, str]
    voices: Mapping[str, tuple[Voice, ...]] = field(default_factory=dict)
    why: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeftOut:
    """A case that a codebook does not take, and why."""

    case: str
    reason: str
