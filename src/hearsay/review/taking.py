"""Taking a view along: as CSV, as JSON lines, and as a citation that says which state of the book was seen."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from hearsay.rendering.lists import inert
from hearsay.rendering.phrases import one_line, when
from hearsay.review.site import Site

PART = 500  # rows made at a time
SHOWN_STAMP = 12  # characters of the content's hash in a citation

Columns = Mapping[str, Callable[[Any], object]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """What a page offers to take along: `exports` by name of the form, and the citation in words and as BibTeX."""

    exports: Mapping[str, str]
    citation: str
    bibtex: str


def take(request: Request, site: Site, title: str, exports: Mapping[str, str]) -> Take:
    """The offer of a page with this title."""
    address, today = str(request.url), datetime.now(UTC).date().isoformat()
    stamp = site.cases().stamp[:SHOWN_STAMP]
    name, book = one_line(title), one_line(site.title)
    said = f"“{name}”. In: {book}, read with hearsay, state {stamp}. {address} (seen {when(today)})."
    fields = {"title": name, "howpublished": f"{book}, read with hearsay", "note": f"state {stamp}, seen {today}"}
    lines = [f"  {key} = {{{_braced(value)}}}," for key, value in fields.items()]
    bibtex = "\n".join(["@misc{hearsay-" + stamp + ",", *lines, f"  url = {{{address}}}", "}"])
    return Take(exports=exports, citation=said, bibtex=bibtex)


def _braced(value: str) -> str:
    return re.sub(r"([{}\\%#$&_])", r"\\\1", value)


def query(path: str, fields: Mapping[str, str]) -> str:
    """A path with its fields behind the question mark; none without fields."""
    return f"{path}?{urlencode(fields)}" if fields else path


def as_csv(name: str, columns: Columns, entries: Iterable[Any]) -> Response:
    """The entries as a CSV file; a cell that a spreadsheet would run as a formula gets an apostrophe first."""

    def parts() -> Iterator[str]:
        buffer = io.StringIO()
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        for number, entry in enumerate(entries, start=1):
            writer.writerow([_cell(value(entry)) for value in columns.values()])
            if number % PART == 0:
                yield _emptied(buffer)
        yield _emptied(buffer)

    return StreamingResponse(parts(), media_type="text/csv; charset=utf-8", headers=_named(name, "csv"))


def as_json_lines(name: str, entries: Iterable[object]) -> Response:
    """The entries as JSON, one a line."""
    parts = (json.dumps(entry, ensure_ascii=False) + "\n" for entry in entries)
    return StreamingResponse(parts, media_type="application/x-ndjson", headers=_named(name, "jsonl"))


def as_json(name: str, value: object) -> Response:
    """One value as a JSON file."""
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
    return Response(text, media_type="application/json", headers=_named(name, "json"))


def in_parts(numbers: Sequence[int], rows: Callable[[Sequence[int]], Iterable[Any]]) -> Iterator[Any]:
    """The rows of many numbers, fetched a part at a time."""
    for start in range(0, len(numbers), PART):
        yield from rows(numbers[start : start + PART])


def _cell(value: object) -> str:
    return "" if value is None else str(value) if isinstance(value, int | float) else inert(one_line(str(value)))


def _emptied(buffer: io.StringIO) -> str:
    text = buffer.getvalue()
    buffer.seek(0)
    buffer.truncate()
    return text


def _named(name: str, ending: str) -> dict[str, str]:
    plain = re.sub(r"[^A-Za-z0-9._-]+", "-", name).strip("-.")[:80] or "hearsay"
    return {"Content-Disposition": f'attachment; filename="{plain}.{ending}"'}
