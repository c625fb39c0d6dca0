"""Files of rows with a header, and the side file beside them: written whole or not at all, and read back for checks."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.exports.base import Fault, LeftOut, Row, Written
from hearsay.records.belief import Voice

SIDE = ".evidence.jsonl"


def side_path(path: Path) -> Path:
    """Where the side file of `path` is."""
    return path.with_name(path.name + SIDE)


@contextmanager
def written_whole(path: Path) -> Iterator[TextIOWrapper]:
    """A text file that takes its name only when all of it has been written.

    Raises:
        UsageError: the folder is absent or cannot be written to.
    """
    passing = path.with_name(path.name + ".part")
    try:
        file = passing.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be written: {error.strerror}; give another path") from error
    try:
        with file:
            yield file
        os.replace(passing, path)
    finally:
        passing.unlink(missing_ok=True)


def write_table(
    path: Path,
    header: Sequence[str],
    rows: Iterable[tuple[str, Row]],
    left_out: Iterable[LeftOut],
    delimiter: str = ",",
) -> Written:
    """Rows with their ids, in their order, and the side file. Columns that a row does not name are empty."""
    count = 0
    with written_whole(path) as table, written_whole(side_path(path)) as side:
        writer = csv.DictWriter(table, header, restval="", delimiter=delimiter, lineterminator="\n")
        writer.writeheader()
        for identity, row in rows:
            writer.writerow(row.cells)
            side.write(json_line(_evidence(identity, row)))
            count += 1
        absent = sorted(left_out, key=lambda one: one.case)
        for one in absent:
            side.write(json_line({"row": None, "case": one.case, "left_out": one.reason}))
    return Written(files=(path, side_path(path)), rows=count, left_out=len(absent))


def write_coded(
    path: Path,
    header: Sequence[str],
    coded: Iterable[Row | LeftOut],
    numbered: Callable[[Iterable[Row]], Iterable[tuple[str, Row]]],
) -> Written:
    """A codebook's table: the cases as it codes them, `numbered` by its rule; those that it leaves out are told of."""
    rows: list[Row] = []
    left_out: list[LeftOut] = []
    for one in coded:
        rows.append(one) if isinstance(one, Row) else left_out.append(one)
    return write_table(path, header, numbered(rows), left_out)


def _evidence(identity: str, row: Row) -> dict[str, object]:
    columns = [column for column in row.cells if column in row.voices or column in row.why]
    return {
        "row": identity,
        "case": row.case,
        "cells": {
            column: {"why": row.why.get(column), "voices": [voice_json(one) for one in row.voices.get(column, ())]}
            for column in columns
        },
        "dropped": list(row.dropped),
    }


def voice_json(voice: Voice) -> dict[str, object]:
    """A voice as JSON: who says it, through whom, where, and the words."""
    return {
        "report": voice.report,
        "statement": voice.statement,
        "story": voice.story,
        "speaker": voice.speaker,
        "anonymity": voice.anonymity.value,
        "through": list(voice.through),
        "certainty": voice.certainty.value,
        "said": voice.said,
        "published": voice.published,
        "outlet": voice.outlet,
        "spans": [[span.start, span.end] for span in voice.evidence],
        "quote": voice.quote,
    }


def json_line(value: Mapping[str, object]) -> str:
    """One line of JSON, the same for the same value."""
    return json.dumps(value, ensure_ascii=False) + "\n"


def read_table(path: Path, delimiter: str = ",") -> tuple[list[str], Iterator[dict[str, str | None]]]:
    """The header and the rows of a file.

    Raises:
        UsageError: there is no such file, or it is no text.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{str(path)!r} cannot be read as a table: {error}; give a file that was exported") from error
    rows = csv.reader(text.splitlines(keepends=True), delimiter=delimiter)
    header = next(rows, [])
    return header, (dict(_padded(header, row)) for row in rows)


def _padded(header: Sequence[str], row: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    for at, column in enumerate(header):
        yield column, row[at] if at < len(row) else None
    if len(row) > len(header):
        yield "", row[len(header)]


def check_header(found: Sequence[str], expected: Sequence[str]) -> Iterator[Fault]:
    """Columns that lack, are too many, or stand elsewhere."""
    for column in expected:
        if column not in found:
            yield Fault(row=None, column=column, message="the column is missing")
    for column in found:
        if column not in expected:
            yield Fault(row=None, column=column, message="no such column in this codebook")
    if sorted(found) == sorted(expected) and list(found) != list(expected):
        first = next(column for column, other in zip(found, expected, strict=True) if column != other)
        yield Fault(row=None, column=first, message="the columns are not in the codebook's order")


def check_coded(
    path: Path,
    expected: Sequence[str],
    check_row: Callable[[int, Mapping[str, str], set[str]], Iterator[Fault]],
) -> Iterator[Fault]:
    """The faults of a codebook's table: its header, then each row that is whole, by the codebook's rules.

    Raises:
        UsageError: there is no such file, or it is no text.
    """
    header, rows = read_table(path)
    yield from check_header(header, expected)
    if set(header) == set(expected):
        seen: set[str] = set()
        for number, cells in enumerate(rows, start=1):
            faults = list(check_widths(number, cells))
            yield from faults or check_row(number, {key: cell or "" for key, cell in cells.items()}, seen)


def check_widths(row: int, cells: Mapping[str, str | None]) -> Iterator[Fault]:
    """Rows with fewer or more cells than the header."""
    if "" in cells:
        yield Fault(row=row, column=None, message="more cells than columns")
    for column, cell in cells.items():
        if cell is None:
            yield Fault(row=row, column=column, message="the row ends before this column")
