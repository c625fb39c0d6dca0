"""`records`: everything, as JSON lines: the records of each reading as on the wire, then decisions of persons, links,
cases and beliefs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import StrEnum
from pathlib import Path

from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.json_lines import read_lines
from hearsay.exports.tables import json_line, written_whole
from hearsay.records import wire
from hearsay.records.reading import Reading
from hearsay.records.span import Span

_LISTS = {
    "actors": "actor",
    "places": "place",
    "times": "time",
    "statements": "statement",
    "incidents": "incident",
    "relations": "relation",
}
NAMES = frozenset({"document", *_LISTS.values(), "review", "link", "case", "excluded", "belief"})


class Records:
    """Everything: the records of each reading, links, cases and beliefs, as JSON lines.

    Each line has `record`, its kind, and the records of a reading have `report`, its id.
    """

    name = "records"
    suffix = ".jsonl"

    def write(self, material: Material, path: Path) -> Written:
        count = 0
        with written_whole(path) as file:
            for line in _lines(material):
                file.write(json_line(line))
                count += 1
        return Written(files=(path,), rows=count, left_out=0)

    def check(self, path: Path) -> Iterator[Fault]:
        reports: set[object] = set()
        for number, line in read_lines(path):
            if isinstance(line, Fault):
                yield line
                continue
            kind = line.get("record")
            if kind not in NAMES:
                yield Fault(row=number, column="record", message=f"{kind!r} is none of {', '.join(sorted(NAMES))}")
            elif kind == "document":
                reports.add(line.get("id"))
            elif kind in _LISTS.values() and line.get("report") not in reports:
                yield Fault(row=number, column="report", message=f"{line.get('report')!r} is no document above")


def _lines(material: Material) -> Iterator[Mapping[str, object]]:
    for reading in material.readings():
        yield from _of_reading(reading)
    for review in material.reviews:
        yield {"record": "review", "id": review.id, **plain_fields(review)}
    for link in material.linking.links:
        yield {"record": "link", **plain_fields(link)}
    for case in material.linking.cases:
        yield {"record": "case", **plain_fields(case)}
    for excluded in material.linking.excluded:
        yield {"record": "excluded", **plain_fields(excluded)}
    for belief in material.beliefs():
        yield {"record": "belief", **plain_fields(belief)}


def _of_reading(reading: Reading) -> Iterator[Mapping[str, object]]:
    data = json.loads(wire.dumps(reading))
    yield {"record": "document", **data["document"]}
    for name, kind in _LISTS.items():
        for record in data[name]:
            yield {"record": kind, "report": reading.document.id, **record}


def plain_fields(record: object) -> dict[str, object]:
    """A record's fields as JSON values; spans as pairs, empty fields as null."""
    if not is_dataclass(record):
        return {}
    return {field.name: _plain(getattr(record, field.name)) for field in fields(record)}


def _plain(value: object) -> object:
    if isinstance(value, Span):
        return [value.start, value.end]
    if isinstance(value, StrEnum):
        return value.value
    if is_dataclass(value):
        return plain_fields(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value
