"""What the rows of one part of a list point at: reports, names, places, voices and words, fetched together.

Each kind is fetched once, when it is first asked for, for all reports of the part: a query a kind, not a query a row.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Row, Table, func, select

from hearsay.records.incident import CountEffect, Part, Stance
from hearsay.records.place import PlacePrecision
from hearsay.records.span import Span
from hearsay.records.statement import Anonymity, Certainty, Speaker
from hearsay.store import tables
from hearsay.store.entries import PerpetratorEntry, PlaceEntry, Quote, ReportEntry, TollEntry, Voice

REPORTS = tables.reports.c

Key = tuple[Any, ...]
"""A report's number, then what tells a row apart within it."""


class Context:
    """Everything about the reports of these numbers that lists show."""

    def __init__(self, connection: Connection, numbers: Iterable[int]) -> None:
        self._connection = connection
        self._numbers = sorted(set(numbers))

    def report(self, number: int) -> ReportEntry:
        """The report of this number."""
        return self._reports[number]

    def name(self, report: int, reference: str) -> str:
        """The name of an actor; what is no actor's id is text and stays as it is."""
        return self._names.get((report, reference), reference)

    def names(self, report: int, actor: str) -> tuple[str, ...]:
        """All names of an actor."""
        return tuple(row.name for row in self._all_names.get((report, actor), ()))

    def voice(self, report: int, statement: str) -> Voice:
        """Who makes a statement."""
        return Voice(
            statement=statement,
            speakers=tuple(_speaker(row) for row in self._speakers.get((report, statement), ())),
            certainty=Certainty(self._certainties[report, statement]),
        )

    def voices(self, report: int, record: str) -> tuple[Voice, ...]:
        """Who makes the statements that an incident or a relation rests on."""
        return tuple(self.voice(report, row.statement) for row in self._supports.get((report, record), ()))

    def places(self, report: int, incident: str) -> tuple[PlaceEntry, ...]:
        """Where an incident happened."""
        return tuple(self._places[report, row.place] for row in self._incident_places.get((report, incident), ()))

    def tolls(self, report: int, incident: str) -> tuple[TollEntry, ...]:
        """The figures of an incident."""
        return tuple(
            TollEntry(
                effect=CountEffect(row.effect),
                low=row.low,
                high=row.high,
                as_reported=row.as_reported,
                voices=tuple(
                    self.voice(report, one.statement)
                    for one in self._toll_statements.get((report, incident, row.position), ())
                ),
            )
            for row in self._tolls.get((report, incident), ())
        )

    def perpetrators(self, report: int, incident: str) -> tuple[PerpetratorEntry, ...]:
        """Who is said to have done it."""
        return tuple(self.perpetrator(row) for row in self._perpetrators.get((report, incident), ()))

    def perpetrator(self, row: Row[Any]) -> PerpetratorEntry:
        """A row of `perpetrators` with its names and its voice."""
        key = (row.report, row.incident, row.position)
        return PerpetratorEntry(
            actor=row.actor,
            name=self.name(row.report, row.actor),
            role=Part(row.role),
            stance=Stance(row.stance),
            partners=tuple(self.name(row.report, one.actor) for one in self._partners.get(key, ())),
            support=row.support,
            voice=self.voice(row.report, row.statement),
        )

    def quotes(self, report: int, statement: str) -> tuple[Quote, ...]:
        """The words that are a statement's evidence."""
        return tuple(
            Quote(span=Span(row.span_start, row.span_end), text=row.words)
            for row in self._evidence.get((report, statement), ())
        )

    @cached_property
    def _reports(self) -> Mapping[int, ReportEntry]:
        left_out = {"text", "wire", "dated"}
        columns = [column for column in REPORTS if column.name not in left_out]
        rows = self._connection.execute(select(*columns).where(REPORTS.number.in_(self._numbers)))
        incidents, statements = self._count(tables.incidents), self._count(tables.statements)
        return {
            row.number: ReportEntry(
                **{column.name: row._mapping[column] for column in columns if column.name != "number"},
                incidents=incidents.get(row.number, 0),
                statements=statements.get(row.number, 0),
            )
            for row in rows
        }

    def _count(self, table: Table) -> dict[int, int]:
        report = table.c.report
        query = select(report, func.count()).where(report.in_(self._numbers)).group_by(report)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    @cached_property
    def _names(self) -> dict[Key, str]:
        columns = tables.actors.c
        query = select(columns.report, columns.id, columns.name).where(columns.report.in_(self._numbers))
        return {(row.report, row.id): row.name for row in self._connection.execute(query)}

    @cached_property
    def _all_names(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.actor_names, "actor")

    @cached_property
    def _speakers(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.speakers, "statement")

    @cached_property
    def _certainties(self) -> dict[Key, str]:
        columns = tables.statements.c
        query = select(columns.report, columns.id, columns.certainty).where(columns.report.in_(self._numbers))
        return {(row.report, row.id): row.certainty for row in self._connection.execute(query)}

    @cached_property
    def _supports(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.supports, "record")

    @cached_property
    def _places(self) -> dict[Key, PlaceEntry]:
        columns = tables.places.c
        rows = self._connection.execute(select(tables.places).where(columns.report.in_(self._numbers)))
        return {(row.report, row.id): _place(row) for row in rows}

    @cached_property
    def _incident_places(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.incident_places, "incident")

    @cached_property
    def _tolls(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.tolls, "incident")

    @cached_property
    def _toll_statements(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.toll_statements, "incident", "toll")

    @cached_property
    def _perpetrators(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.perpetrators, "incident")

    @cached_property
    def _partners(self) -> dict[Key, list[Row[Any]]]:
        return self._grouped(tables.partners, "incident", "perpetrator")

    @cached_property
    def _evidence(self) -> dict[Key, list[Row[Any]]]:
        columns = tables.evidence.c
        length = columns.span_end - columns.span_start
        words = func.substr(REPORTS.text, columns.span_start + 1, length).label("words")
        query = (
            select(tables.evidence, words)
            .join(tables.reports, columns.report == REPORTS.number)
            .where(columns.report.in_(self._numbers))
            .order_by(columns.report, columns.statement, columns.position)
        )
        return _group(self._connection.execute(query), "report", "statement")

    def _grouped(self, table: Table, *names: str) -> dict[Key, list[Row[Any]]]:
        """The rows of a table by report and the columns `names`, each group in its order."""
        report = table.c.report
        query = select(table).where(report.in_(self._numbers)).order_by(report, table.c.position)
        return _group(self._connection.execute(query), "report", *names)


def _group(rows: Iterable[Row[Any]], *names: str) -> dict[Key, list[Row[Any]]]:
    groups: dict[Key, list[Row[Any]]] = {}
    for row in rows:
        groups.setdefault(tuple(row._mapping[name] for name in names), []).append(row)
    return groups


def _place(row: Row[Any]) -> PlaceEntry:
    return PlaceEntry(
        id=row.id,
        name=row.name,
        country=row.country,
        admin1=row.admin1,
        latitude=row.latitude,
        longitude=row.longitude,
        geonames_id=row.geonames_id,
        precision=PlacePrecision(row.precision),
    )


def _speaker(row: Row[Any]) -> Speaker:
    return Speaker(
        actor=row.actor,
        name=row.name,
        anonymity=Anonymity(row.anonymity),
        role=row.role,
        channel=row.channel,
        addressee=row.addressee,
        said=row.said,
    )
