"""From what a person types to what it may mean: a full id, the beginning of one, an address, a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, Table, and_, func, or_, select

from hearsay.store import tables
from hearsay.store.entries import Match, MatchKind
from hearsay.vocabulary.folding import fold

REPORTS = tables.reports.c
NAMES = tables.actor_names.c

KINDS = {
    MatchKind.REPORT: tables.reports,
    MatchKind.INCIDENT: tables.incidents,
    MatchKind.ACTOR: tables.actors,
    MatchKind.PLACE: tables.places,
    MatchKind.STATEMENT: tables.statements,
    MatchKind.RELATION: tables.relations,
}

_BEGINNING = re.compile(r"(?:([a-z]+)-)?([0-9a-f]{4,16})")
_SHOWN = 80  # characters of a report's text in a label


def matches(connection: Connection, words: str, limit: int) -> tuple[Match, ...]:
    """Matches, surest first; parts of names count only where nothing surer is found."""
    found: dict[tuple[MatchKind, str, str], Match] = {}
    for steps in (_sure(words), _unsure(words)):
        for kind, test in steps:
            for row in connection.execute(_selecting(kind).where(test).limit(limit)):
                match = Match(kind=kind, id=row.id, report=row.report_id, label=_label(kind, row))
                found.setdefault((kind, match.report, match.id), match)
        if found:
            break
    return tuple(islice(found.values(), limit))


def _sure(words: str) -> Iterator[tuple[MatchKind, ColumnElement[bool]]]:
    for kind, table in KINDS.items():
        yield kind, table.c.id == words
    yield MatchKind.REPORT, REPORTS.url == words
    beginning = _BEGINNING.fullmatch(words)
    if beginning is not None:
        for kind, table in KINDS.items():
            if beginning[1] in (None, kind.value):
                first = f"{kind.value}-{beginning[2]}"
                # a range, because LIKE could not use the index
                yield kind, and_(table.c.id >= first, table.c.id < first + "g")
    name = fold(words)
    if name:
        yield MatchKind.ACTOR, _named(NAMES.folded == name)
        yield MatchKind.PLACE, tables.places.c.folded == name


def _unsure(words: str) -> Iterator[tuple[MatchKind, ColumnElement[bool]]]:
    name = fold(words)
    if name:
        yield MatchKind.ACTOR, _named(NAMES.folded.contains(name, autoescape=True))
        yield MatchKind.PLACE, tables.places.c.folded.contains(name, autoescape=True)
        yield (
            MatchKind.REPORT,
            or_(*(column.icontains(words, autoescape=True) for column in (REPORTS.headline, REPORTS.url))),
        )


def _named(test: ColumnElement[bool]) -> ColumnElement[bool]:
    actors = tables.actors.c
    return select(1).where(NAMES.report == actors.report, NAMES.actor == actors.id, test).exists()


def _selecting(kind: MatchKind) -> Select[Any]:
    table: Table = KINDS[kind]
    report = REPORTS.id.label("report_id")
    if kind is MatchKind.REPORT:
        opening = func.substr(REPORTS.text, 1, _SHOWN).label("opening")
        return select(REPORTS.id, report, REPORTS.headline, opening).order_by(REPORTS.dated, REPORTS.id)
    query = select(table, report).join(tables.reports, table.c.report == REPORTS.number)
    if kind is MatchKind.STATEMENT:
        evidence = tables.evidence.c
        is_first = and_(evidence.report == table.c.report, evidence.statement == table.c.id, evidence.position == 0)
        words = func.substr(REPORTS.text, evidence.span_start + 1, evidence.span_end - evidence.span_start)
        query = query.add_columns(words.label("words")).join(tables.evidence, is_first)
    return query.order_by(REPORTS.dated, REPORTS.id, table.c.position)


def _label(kind: MatchKind, row: Any) -> str:
    match kind:
        case MatchKind.REPORT:
            return " ".join((row.headline or row.opening).split())
        case MatchKind.INCIDENT:
            return row.kind if row.time is None else f"{row.kind}, {row.time}"
        case MatchKind.ACTOR | MatchKind.PLACE:
            return str(row.name)
        case MatchKind.STATEMENT:
            return " ".join(row.words.split())
        case MatchKind.RELATION:
            return str(row.kind)
