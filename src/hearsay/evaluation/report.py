"""Results as text, as Markdown and as JSON: per cent, others' figures beside ours, the data and the command below."""

from __future__ import annotations

import json
import math
import textwrap
from collections.abc import Iterator, Sequence

from hearsay.evaluation.base import Estimate, Result, Row

NONE = "–"
WIDTH = 80


def text(result: Result, command: str) -> str:
    """A table a set, for a terminal."""
    lines = [result.title]
    for row in result.rows:
        lines += ["", _named(row, result), *_aligned(_cells(row, result))]
    foot = [part for line in _foot(result, command) for part in _wrapped(line)]
    return "\n".join([*lines, "", *foot, ""])


def _wrapped(line: str) -> list[str]:
    return textwrap.wrap(line, WIDTH, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False)


def markdown(result: Result, command: str) -> str:
    """The same for a page of the documentation."""
    lines = [f"## {result.title}"]
    for row in result.rows:
        head, *cells = _cells(row, result)
        lines += ["", f"**{_named(row, result)}**", ""]
        lines += [f"| {' | '.join(head)} |", f"| --- {'| ---: ' * (len(head) - 1)}|"]
        lines += [f"| {' | '.join(cell)} |" for cell in cells]
    return "\n".join([*lines, "", *(f"- {line}" for line in _foot(result, command)), ""])


def as_json(result: Result, command: str) -> str:
    """The same for a program: shares from 0 to 1, null where there is no figure."""
    rows = [
        {
            "name": row.name,
            "documents": row.documents,
            "items": row.items,
            "measures": {name: _plain(one) for name, one in zip(result.measures, row.estimates, strict=True)},
            "published": [
                {"name": p.name, "source": p.source, "figures": dict(zip(result.measures, p.figures, strict=True))}
                for p in row.published
            ],
        }
        for row in result.rows
    ]
    whole = {"title": result.title, "items": result.items, "rows": rows, "notes": result.notes}
    return json.dumps({**whole, "data_sha256": result.data_hash, "command": command}, ensure_ascii=False) + "\n"


def _plain(estimate: Estimate) -> dict[str, float | None]:
    values = {"value": estimate.value, "low": estimate.low, "high": estimate.high}
    return {key: None if value is None or math.isnan(value) else value for key, value in values.items()}


def _named(row: Row, result: Result) -> str:
    return f"{row.name}: {row.documents:,} documents, {row.items:,} {result.items}"


def _cells(row: Row, result: Result) -> list[tuple[str, ...]]:
    """A head and a line a measure; the columns of others' figures only where there are any."""
    cells = [("", "hearsay", "95 % interval", *(one.name for one in row.published))]
    for number, (name, estimate) in enumerate(zip(result.measures, row.estimates, strict=True)):
        others = (_percent(one.figures[number]) for one in row.published)
        cells.append((name, _percent(estimate.value), _interval(estimate), *others))
    return cells


def _percent(value: float | None) -> str:
    return NONE if value is None or math.isnan(value) else f"{100 * value:.1f}"


def _interval(estimate: Estimate) -> str:
    return NONE if estimate.low is None else f"{_percent(estimate.low)} to {_percent(estimate.high)}"


def _aligned(cells: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    for first, *others in cells:
        numbers = (cell.rjust(width) for cell, width in zip(others, widths[1:], strict=True))
        yield "  ".join(["", first.ljust(widths[0]), *numbers]).rstrip()


def _foot(result: Result, command: str) -> list[str]:
    sources = dict.fromkeys((one.name, one.source) for row in result.rows for one in row.published)
    return [
        *result.notes,
        *(f"{name}: {source}." for name, source in sources),
        f"Data: {len(result.files)} {'file' if len(result.files) == 1 else 'files'}, SHA-256 {result.data_hash}",
        f"Command: {command}",
    ]
