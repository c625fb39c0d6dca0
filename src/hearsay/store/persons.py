"""What persons say of links and of fields: kept with author and time, taken back whole."""

from __future__ import annotations

from sqlalchemy import Connection, Table, and_, delete, insert, or_, select

from hearsay.errors import ContractError, UsageError
from hearsay.records.belief import Correction
from hearsay.records.ids import content_id
from hearsay.records.link import Decider, Link, LinkKind, Ref
from hearsay.store import tables
from hearsay.store.rows import storable

DECISIONS = tables.decisions.c
CORRECTIONS = tables.corrections.c
ENDS = {LinkKind.SAME_INCIDENT: tables.incidents, LinkKind.SAME_ACTOR: tables.actors}


def put_decision(connection: Connection, link: Link) -> None:
    """Writes a decision over an older one on the same two records.

    Raises:
        UsageError: one of the two is not in the store.
        ContractError: it is no person's, or does not say by whom and when.
    """
    if link.decided_by is not Decider.PERSON or not link.author or not link.at:
        raise ContractError(f"{link.id} is no decision of a person with author and time; see records.link.decision")
    for end in (link.one, link.other):
        check_end(connection, end, ENDS.get(link.kind))
    connection.execute(delete(tables.decisions).where(DECISIONS.id == link.id))
    row = {
        "id": link.id,
        "kind": link.kind.value,
        "one_report": link.one.report,
        "one_record": link.one.record,
        "other_report": link.other.report,
        "other_record": link.other.record,
        "holds": link.holds,
        "author": storable(link.author),
        "at": link.at,
    }
    connection.execute(insert(tables.decisions), row)


def drop_decision(connection: Connection, link: str) -> bool:
    """Takes a decision back; False when there is none."""
    return connection.execute(delete(tables.decisions).where(DECISIONS.id == link)).rowcount > 0


def put_correction(connection: Connection, correction: Correction) -> None:
    """Writes a correction over an older one of the same field.

    Raises:
        UsageError: the incident is not in the store.
    """
    check_end(connection, correction.member, tables.incidents)
    drop_correction(connection, correction.member, correction.field)
    row = {
        "id": _correction_id(correction.member, correction.field),
        "report": correction.member.report,
        "incident": correction.member.record,
        "field": correction.field,
        "value": storable(correction.value),
        "author": storable(correction.author),
        "at": correction.at,
        "note": None if correction.note is None else storable(correction.note),
    }
    connection.execute(insert(tables.corrections), row)


def drop_correction(connection: Connection, member: Ref, field: str) -> bool:
    """Takes a correction back; False when there is none."""
    chosen = CORRECTIONS.id == _correction_id(member, field)
    return connection.execute(delete(tables.corrections).where(chosen)).rowcount > 0


def drop_on(connection: Connection, report: str) -> None:
    """Takes back everything that is said of a report."""
    ends = or_(DECISIONS.one_report == report, DECISIONS.other_report == report)
    connection.execute(delete(tables.decisions).where(ends))
    connection.execute(delete(tables.corrections).where(CORRECTIONS.report == report))


def decisions(connection: Connection) -> tuple[Link, ...]:
    """All decisions, by time."""
    rows = connection.execute(select(tables.decisions).order_by(DECISIONS.at, DECISIONS.id))
    return tuple(
        Link(
            id=row.id,
            kind=LinkKind(row.kind),
            one=Ref(report=row.one_report, record=row.one_record),
            other=Ref(report=row.other_report, record=row.other_record),
            score=None,
            reasons=(),
            decided_by=Decider.PERSON,
            holds=row.holds,
            author=row.author,
            at=row.at,
        )
        for row in rows
    )


def corrections(connection: Connection) -> tuple[Correction, ...]:
    """All corrections, by time."""
    rows = connection.execute(select(tables.corrections).order_by(CORRECTIONS.at, CORRECTIONS.id))
    return tuple(
        Correction(
            member=Ref(report=row.report, record=row.incident),
            field=row.field,
            value=row.value,
            author=row.author,
            at=row.at,
            note=row.note,
        )
        for row in rows
    )


def _correction_id(member: Ref, field: str) -> str:
    return content_id("correction", member.report, member.record, field)


def check_end(connection: Connection, end: Ref, table: Table | None) -> None:
    """That a record is there; None for `table` when the record is the report itself."""
    query = select(tables.reports.c.number).where(tables.reports.c.id == end.report)
    if table is not None:
        query = query.join(table, and_(table.c.report == tables.reports.c.number, table.c.id == end.record))
    if connection.execute(query.limit(1)).first() is None:
        what = f"report {end.report!r}" if table is None else f"{table.name.rstrip('s')} {end.record!r} of a report"
        raise UsageError(f"the store has no {what} {'' if table is None else repr(end.report)}".rstrip())
