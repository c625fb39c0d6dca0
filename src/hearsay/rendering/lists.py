"""What a book holds, as CSV and as JSON lines: for spreadsheets and programs."""

from __future__ import annotations

import csv
import dataclasses
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any, TextIO

from hearsay.records.span import Span
from hearsay.rendering import phrases
from hearsay.rendering.phrases import one_line
from hearsay.store.entries import (
    ActorEntry,
    CaseEntry,
    ClaimEntry,
    FailureEntry,
    IncidentEntry,
    PerpetratorEntry,
    PlaceEntry,
    RelationEntry,
    ReportEntry,
    StatementEntry,
    TollEntry,
    Voice,
)
from hearsay.views import AREAS, ARROW

Columns = Mapping[str, Callable[[Any], str]]


def chain(voice: Voice) -> str:
    return ARROW.join(speaker.name for speaker in voice.speakers) or "not said by whom"


def who(said: PerpetratorEntry) -> str:
    return f"{said.name} – {phrases.stance(said.stance, said.name)} ({chain(said.voice)})"


def _toll(toll: TollEntry) -> str:
    return f"{toll.effect.replace('_', ' ')}: {toll.as_reported}"


def places(entry: IncidentEntry | ClaimEntry) -> str:
    return "; ".join(_place(place) for place in entry.places)


def _place(place: PlaceEntry) -> str:
    area = None if place.precision in AREAS else place.admin1
    return ", ".join(filter(None, (place.name, area, place.country)))


def case_place(entry: CaseEntry) -> str:
    where = entry.where
    if where is None:
        return ""
    area = None if where.precision in AREAS else where.admin1
    return ", ".join(filter(None, (where.name, area, where.country)))


def case_tolls(entry: CaseEntry) -> Iterator[str]:
    for effect, found in (("killed", entry.killed), ("wounded", entry.wounded)):
        if found is not None:
            low, high = found
            yield f"{effect}: {low:,}" if low == high else f"{effect}: {low:,} to {high:,}"


def case_doers(entry: CaseEntry) -> Iterator[str]:
    return (f"{doer.name} – {phrases.stance(doer.stance, doer.name)}" for doer in entry.doers)


def report_name(report: ReportEntry) -> str:
    return report.headline or report.url or report.id


REPORTS: Columns = {
    "id": lambda entry: entry.id,
    "published": lambda entry: entry.published or "",
    "agency": lambda entry: entry.agency or "",
    "outlet": lambda entry: entry.outlet or "",
    "headline": report_name,
    "incidents": lambda entry: str(entry.incidents),
    "statements": lambda entry: str(entry.statements),
}
INCIDENTS: Columns = {
    "id": lambda entry: entry.id,
    "time": lambda entry: entry.time or "",
    "kind": lambda entry: entry.kind,
    "place": places,
    "toll": lambda entry: "; ".join(map(_toll, entry.tolls)),
    "who": lambda entry: "; ".join(map(who, entry.perpetrators)),
    "report": lambda entry: report_name(entry.report),
}
CASES: Columns = {
    "id": lambda entry: entry.case.id,
    "time": lambda entry: entry.time or "",
    "kind": lambda entry: entry.kind or "",
    "place": case_place,
    "toll": lambda entry: "; ".join(case_tolls(entry)),
    "who": lambda entry: "; ".join(case_doers(entry)),
    "claims": lambda entry: entry.claims,
    "reports": lambda entry: str(entry.reports),
    "stories": lambda entry: str(entry.stories),
    "origins": lambda entry: str(entry.origins),
    "headline": lambda entry: entry.headline or "",
}
CLAIMS: Columns = {
    "time": lambda entry: entry.time or "",
    "kind": lambda entry: entry.kind,
    "place": places,
    "actor": lambda entry: entry.claimant.name,
    "stance": lambda entry: entry.claimant.stance,
    "speakers": lambda entry: chain(entry.claimant.voice),
    "words": lambda entry: " … ".join(quote.text for quote in entry.evidence),
    "incident": lambda entry: entry.incident,
}
STATEMENTS: Columns = {
    "id": lambda entry: entry.id,
    "speakers": lambda entry: ARROW.join(speaker.name for speaker in entry.speakers),
    "form": lambda entry: entry.form,
    "polarity": lambda entry: entry.polarity,
    "certainty": lambda entry: entry.certainty,
    "words": lambda entry: " … ".join(quote.text for quote in entry.evidence),
    "report": lambda entry: report_name(entry.report),
}
ACTORS: Columns = {
    "id": lambda entry: entry.id,
    "name": lambda entry: entry.name,
    "kind": lambda entry: entry.kind,
    "also": lambda entry: "; ".join(name for name in entry.names if name != entry.name),
    "country": lambda entry: entry.country or "",
    "report": lambda entry: report_name(entry.report),
}
RELATIONS: Columns = {
    "id": lambda entry: entry.id,
    "subject": lambda entry: entry.subject,
    "relation": lambda entry: entry.kind,
    "object": lambda entry: entry.object,
    "status": lambda entry: entry.status,
    "time": lambda entry: entry.time or "",
    "speakers": lambda entry: "; ".join(map(chain, entry.voices)),
    "report": lambda entry: report_name(entry.report),
}
FAILURES: Columns = {
    "source": lambda entry: entry.failure.source,
    "message": lambda entry: entry.failure.message,
    "at": lambda entry: entry.at,
}
Entry = (
    ReportEntry | IncidentEntry | CaseEntry | ClaimEntry | StatementEntry | ActorEntry | RelationEntry | FailureEntry
)


def write_csv(columns: Columns, entries: Iterable[Entry], out: TextIO) -> None:
    """The entries as CSV with a header; a cell that a spreadsheet would run as a formula gets an apostrophe first."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    for entry in entries:
        writer.writerow([inert(one_line(value(entry))) for value in columns.values()])


def inert(cell: str) -> str:
    """The cell, with an apostrophe first where a spreadsheet would run it as a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t")) else cell


def write_json(entries: Iterable[Entry], out: TextIO) -> None:
    """The entries as JSON lines, with everything that they hold."""
    for entry in entries:
        out.write(json.dumps(plain(entry), ensure_ascii=False) + "\n")


def plain(value: object) -> object:
    """A record as JSON knows it: spans as pairs, other records as objects."""
    if isinstance(value, Span):
        return [value.start, value.end]
    if dataclasses.is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    return [plain(item) for item in value] if isinstance(value, tuple) else value
