"""Showing what a store holds: a snapshot, its lists in an order that does not depend on arrival."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Engine, Row, Select, and_, select

from hearsay.errors import UsageError
from hearsay.records.belief import Correction
from hearsay.records.failure import Failure
from hearsay.records.link import Link
from hearsay.records.reading import Reading
from hearsay.records.rebuild import rebuild
from hearsay.records.review import Grouping, Review
from hearsay.store import case_tables, choosing, lines, persons, reviewing, stamping, tables
from hearsay.store.base import CaseIndex
from hearsay.store.case_reading import SqlCaseIndex
from hearsay.store.case_writing import edition
from hearsay.store.context import Context
from hearsay.store.entries import (
    ActorEntry,
    ClaimEntry,
    FailureEntry,
    IncidentEntry,
    Match,
    RelationEntry,
    ReportEntry,
    StatementEntry,
)
from hearsay.store.filters import (
    ActorFilter,
    ClaimFilter,
    Cut,
    IncidentFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
)
from hearsay.store.finding import matches
from hearsay.store.paging import parts
from hearsay.store.rows import unpacked
from hearsay.store.telling import told

ALL_REPORTS = ReportFilter()
ALL_INCIDENTS = IncidentFilter()
ALL_CLAIMS = ClaimFilter()
ALL_STATEMENTS = StatementFilter()
ALL_ACTORS = ActorFilter()
ALL_RELATIONS = RelationFilter()

REPORTS = tables.reports.c
INCIDENTS = tables.incidents.c
PERPETRATORS = tables.perpetrators.c
BY_REPORT = (REPORTS.dated, REPORTS.id)
BY_INCIDENT = (INCIDENTS.dated, REPORTS.id, INCIDENTS.position)


class SqlView:
    """A View on one connection in one transaction."""

    def __init__(self, engine: Engine, address: str) -> None:
        self._address = address
        with told(address):
            self._connection = engine.connect()
            self._connection.begin()
        self._dialect = engine.dialect.name

    def __enter__(self) -> SqlView:
        return self

    def __exit__(self, *_: object) -> None:
        self._connection.close()

    def reports(self, chosen: ReportFilter = ALL_REPORTS) -> Iterator[ReportEntry]:
        """The reports; see `View`."""
        query = select(REPORTS.number.label("report")).where(*choosing.of_reports(chosen, self._dialect))
        for row, context in self._rows(query, BY_REPORT, chosen):
            yield context.report(row.report)

    def report(self, report: str) -> ReportEntry:
        """One report by its full id."""
        with told(self._address):
            number = self._connection.execute(select(REPORTS.number).where(REPORTS.id == report)).scalar_one_or_none()
            if number is None:
                raise self._absent(report)
            return Context(self._connection, [number]).report(number)

    def reading(self, report: str) -> Reading:
        """The whole reading of one report."""
        return rebuild(json.loads(self.wire(report)))

    def readings(self) -> Iterator[Reading]:
        """The readings of all reports."""
        with told(self._address):
            for rows in parts(self._connection, select(REPORTS.wire), BY_REPORT, Cut()):
                yield from (rebuild(json.loads(unpacked(row.wire))) for row in rows)

    def wire(self, report: str) -> str:
        """The reading of one report as JSON, byte for byte as it was added."""
        with told(self._address):
            kept = self._connection.execute(select(REPORTS.wire).where(REPORTS.id == report)).scalar_one_or_none()
        if kept is None:
            raise self._absent(report)
        return unpacked(kept)

    def incidents(self, chosen: IncidentFilter = ALL_INCIDENTS) -> Iterator[IncidentEntry]:
        """Incidents of single reports; see `View`."""
        query = select(tables.incidents).join(tables.reports, INCIDENTS.report == REPORTS.number)
        query = query.where(*choosing.of_incidents(chosen, self._dialect))
        for row, context in self._rows(query, BY_INCIDENT, chosen):
            yield lines.incident(row, context)

    def claims(self, chosen: ClaimFilter = ALL_CLAIMS) -> Iterator[ClaimEntry]:
        """Claims of responsibility, and denials; see `View`."""
        is_about = and_(PERPETRATORS.report == INCIDENTS.report, PERPETRATORS.incident == INCIDENTS.id)
        query = select(tables.perpetrators, INCIDENTS.kind.label("kind"), INCIDENTS.time.label("time"))
        query = query.join(tables.incidents, is_about).join(tables.reports, INCIDENTS.report == REPORTS.number)
        query = query.where(*choosing.of_claims(chosen))
        for row, context in self._rows(query, (*BY_INCIDENT, PERPETRATORS.position), chosen):
            yield lines.claim(row, context)

    def statements(self, chosen: StatementFilter = ALL_STATEMENTS) -> Iterator[StatementEntry]:
        """Statements; see `View`."""
        columns = tables.statements.c
        query = select(tables.statements).join(tables.reports, columns.report == REPORTS.number)
        query = query.where(*choosing.of_statements(chosen, self._dialect))
        for row, context in self._rows(query, (*BY_REPORT, columns.position), chosen):
            yield lines.statement(row, context)

    def actors(self, chosen: ActorFilter = ALL_ACTORS) -> Iterator[ActorEntry]:
        """Actors of single reports; see `View`."""
        columns = tables.actors.c
        query = select(tables.actors).join(tables.reports, columns.report == REPORTS.number)
        query = query.where(*choosing.of_actors(chosen))
        for row, context in self._rows(query, (*BY_REPORT, columns.position), chosen):
            yield lines.actor(row, context)

    def relations(self, chosen: RelationFilter = ALL_RELATIONS) -> Iterator[RelationEntry]:
        """How actors stand to one another; see `View`."""
        columns = tables.relations.c
        query = select(tables.relations).join(tables.reports, columns.report == REPORTS.number)
        query = query.where(*choosing.of_relations(chosen))
        for row, context in self._rows(query, (*BY_REPORT, columns.position), chosen):
            yield lines.relation(row, context)

    def decisions(self) -> tuple[Link, ...]:
        """Persons' words on links, by time; see `View`."""
        with told(self._address):
            grouped = [link for grouping in reviewing.groupings(self._connection) for link in grouping.links()]
            single = persons.decisions(self._connection)
        return tuple(sorted((*single, *grouped), key=lambda link: (link.at or "", link.id)))

    def reviews(self, report: str | None = None) -> tuple[Review, ...]:
        """Persons' decisions on what was read, by time."""
        with told(self._address):
            return reviewing.reviews(self._connection, report)

    def groupings(self) -> tuple[Grouping, ...]:
        """Persons' words on what belongs together, by time."""
        with told(self._address):
            return reviewing.groupings(self._connection)

    def corrections(self) -> tuple[Correction, ...]:
        """Persons' words on fields, by time."""
        with told(self._address):
            return persons.corrections(self._connection)

    def edition(self) -> int:
        """How often anything was changed on which links and beliefs rest."""
        with told(self._address):
            return edition(self._connection)

    def case_index(self, maker: str) -> CaseIndex | None:
        """The index that was last kept; see `View`."""
        with told(self._address):
            made = self._connection.execute(select(case_tables.indexes)).one_or_none()
        if made is None:
            return None
        current = (made.maker, made.edition) == (maker, self.edition())
        return SqlCaseIndex(self._connection, self._address, current=current)

    def failures(self) -> Iterator[FailureEntry]:
        """What could not be read; see `View`."""
        columns = tables.failures.c
        with told(self._address):
            for rows in parts(self._connection, select(tables.failures), (columns.source, columns.id), Cut()):
                for row in rows:
                    failure = Failure(source=row.source, error=row.error, message=row.message)
                    yield FailureEntry(failure=failure, at=row.at)

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports; see `View`."""
        with told(self._address):
            return tuple(self._connection.execute(select(REPORTS.id).order_by(*BY_REPORT)).scalars())

    def stamp(self) -> str:
        """A hash of the content; see `View`."""
        with told(self._address):
            return stamping.stamp(self._connection)

    def find(self, words: str, limit: int = 50) -> tuple[Match, ...]:
        """What an id, the beginning of one, an address or a name may mean; see `View`."""
        with told(self._address):
            return matches(self._connection, words, limit)

    def _rows(
        self, query: Select[Any], order: Sequence[ColumnElement[Any]], cut: Cut
    ) -> Iterator[tuple[Row[Any], Context]]:
        """The rows of a list, each with what it points at; the query must have a column `report`."""
        with told(self._address):
            for rows in parts(self._connection, query, order, cut):
                context = Context(self._connection, (row.report for row in rows))
                yield from ((row, context) for row in rows)

    def _absent(self, report: str) -> UsageError:
        return UsageError(f"there is no report {report!r} in {self._address}; see: hearsay list reports")
