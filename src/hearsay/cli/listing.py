"""`hearsay list`: what a book holds, chosen and in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Annotated, Any, TextIO

import typer

from hearsay.casebook import case_index
from hearsay.cli.indexing import index_cases
from hearsay.cli.materials import Mask
from hearsay.cli.output import Form, chosen_form, console, destination, put
from hearsay.errors import UsageError
from hearsay.masking.view import as_asked
from hearsay.rendering import lists
from hearsay.rendering.entries import lines
from hearsay.store.base import View
from hearsay.store.filters import (
    ActorFilter,
    CaseFilter,
    ClaimFilter,
    Cut,
    IncidentFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
)
from hearsay.store.opening import open_store

FORMS = (Form.TEXT, Form.JSON, Form.CSV)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class What(StrEnum):
    """The lists of a book."""

    INCIDENTS = "incidents"
    CASES = "cases"
    CLAIMS = "claims"
    RELATIONS = "relations"
    STATEMENTS = "statements"
    ACTORS = "actors"
    REPORTS = "reports"
    FAILURES = "failures"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    """One list: its filter, how a view gives it, and its columns."""

    filter: type[Cut]
    entries: Callable[[View, Any], Iterator[lists.Entry]]
    columns: lists.Columns


LISTINGS = {
    What.INCIDENTS: _Listing(filter=IncidentFilter, entries=lambda v, f: v.incidents(f), columns=lists.INCIDENTS),
    What.CASES: _Listing(filter=CaseFilter, entries=lambda v, f: _cases(v, f), columns=lists.CASES),
    What.CLAIMS: _Listing(filter=ClaimFilter, entries=lambda v, f: v.claims(f), columns=lists.CLAIMS),
    What.RELATIONS: _Listing(filter=RelationFilter, entries=lambda v, f: v.relations(f), columns=lists.RELATIONS),
    What.STATEMENTS: _Listing(filter=StatementFilter, entries=lambda v, f: v.statements(f), columns=lists.STATEMENTS),
    What.ACTORS: _Listing(filter=ActorFilter, entries=lambda v, f: v.actors(f), columns=lists.ACTORS),
    What.REPORTS: _Listing(filter=ReportFilter, entries=lambda v, f: v.reports(f), columns=lists.REPORTS),
    What.FAILURES: _Listing(filter=Cut, entries=lambda v, _: v.failures(), columns=lists.FAILURES),
}
WHERE = "Only those that hold: incident or relation kind, name, date ... as KEY=VALUE; may be repeated."


@app.command("list")
def list_(
    what: Annotated[What, typer.Argument(help="What to list.")],
    book: Annotated[str, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")],
    where: Annotated[list[str] | None, typer.Option(metavar="KEY=VALUE", help=WHERE)] = None,
    limit: Annotated[int | None, typer.Option(metavar="N", help="At most so many.")] = None,
    form: Annotated[
        str | None, typer.Option("--format", metavar="text|json|csv", help="Text, JSON lines, or CSV.")
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    mask: Mask = None,
) -> None:
    """List what a book holds, by date; every line says who says so.

    Incidents are those of single reports; cases bring together what several reports tell of one incident.
    Choose with --where, as in --where since=2016-10 --where country=PK --where text="police academy".
    """
    listing = LISTINGS[what]
    chosen = chosen_form(form, output, FORMS)
    wanted = _filter(what, listing.filter, where or [], limit)
    with open_store(book) as store, destination(output, [book]) as out:
        if what is What.CASES:
            index_cases(store)
        with as_asked(store, mask).view() as view:
            _write(chosen, listing, listing.entries(view, wanted), out)


def _cases(view: View, chosen: CaseFilter) -> Iterator[lists.Entry]:
    index = case_index(view)
    return iter(()) if index is None else index.cases(chosen)


def _filter(what: What, kind: type[Cut], where: list[str], limit: int | None) -> Cut:
    keys = [field.name for field in fields(kind) if field.name not in {"limit", "offset"}]
    values: dict[str, str] = {}
    for condition in where:
        key, sign, value = condition.partition("=")
        if not sign or key not in keys:
            offered = f"it takes {', '.join(f'{name}=...' for name in keys)}" if keys else "it takes none"
            raise UsageError(f"--where {condition!r} does not fit `list {what}`: {offered}")
        values[key] = value
    return kind(limit=limit, **values)  # type: ignore[arg-type]  # the keys were checked against the fields


def _write(form: Form, listing: _Listing, entries: Iterator[lists.Entry], out: TextIO) -> None:
    if form is Form.JSON:
        lists.write_json(entries, out)
    elif form is Form.CSV:
        lists.write_csv(listing.columns, entries, out)
    else:
        _write_text(entries, out)


def _write_text(entries: Iterator[lists.Entry], out: TextIO) -> None:
    screen = console(out)
    count = 0
    for entry in entries:
        count += 1
        for line in lines(entry):
            put(screen, line)
    if not count:
        screen.print("nothing to list", style="dim")
