"""A reading as rows of the tables: what is searched, made anew from the reading whenever it is added."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Table

from hearsay.records import wire
from hearsay.records.document import BlockKind, Document
from hearsay.records.incident import Incident
from hearsay.records.reading import Reading
from hearsay.records.statement import AboutIncident, AboutRelation, Speech, Statement
from hearsay.store import tables
from hearsay.store.days import days_of
from hearsay.vocabulary.folding import fold

Row = dict[str, Any]
"""One row by column names, on its way into a table."""

LARGEST = 2**63 - 1  # what an integer column holds; the reading itself keeps larger figures


def packed(text: str) -> bytes:
    """JSON text as it is kept."""
    return zlib.compress(text.encode())


def unpacked(kept: bytes) -> str:
    """What `packed` was given."""
    return zlib.decompress(kept).decode()


def storable(text: str) -> str:
    """The text without NUL, which PostgreSQL cannot hold; as long as before, so that spans still fit."""
    return text.replace("\x00", "\ufffd") if "\x00" in text else text


def report_row(reading: Reading) -> Row:
    """The row of `reports`, without its number."""
    document = reading.document
    return _stored(
        id=document.id,
        sha256=document.sha256,
        url=document.url,
        outlet=document.outlet,
        agency=document.agency,
        author=document.author,
        published=document.published,
        dated=document.published or tables.UNDATED,
        language=document.language,
        headline=_headline(document),
        text=document.text,
    ) | {"wire": packed(wire.dumps(reading))}


def child_rows(reading: Reading, report: int) -> Iterator[tuple[Table, list[Row]]]:
    """The rows of every other table, all with the report's number; tables without rows are left out."""
    rows: dict[Table, list[Row]] = {}
    for table, row in _rows(reading):
        rows.setdefault(table, []).append({"report": report} | row)
    yield from rows.items()


def _stored(**values: Any) -> Row:
    return {name: storable(value) if isinstance(value, str) else value for name, value in values.items()}


def _headline(document: Document) -> str | None:
    for block in document.blocks:
        if block.kind is BlockKind.HEADLINE:
            return " ".join(block.span.of(document.text).split())
    return None


def _rows(reading: Reading) -> Iterator[tuple[Table, Row]]:
    for position, time in enumerate(reading.times):
        span = {"span_start": time.span.start, "span_end": time.span.end}
        yield tables.times, _stored(position=position, value=time.value, precision=time.precision.value) | span
    yield from _who_and_where(reading)
    for position, statement in enumerate(reading.statements):
        yield from _statement(position, statement)
    for position, incident in enumerate(reading.incidents):
        yield from _incident(position, incident)
    for position, relation in enumerate(reading.relations):
        yield (
            tables.relations,
            _stored(
                position=position,
                id=relation.id,
                kind=relation.kind.value,
                subject=relation.subject,
                object=relation.object,
                time=relation.time,
                status=relation.status.value,
                qualifier=relation.qualifier,
            ),
        )
        yield from _supports(relation.id, relation.statements)


def _supports(record: str, statements: tuple[str, ...]) -> Iterator[tuple[Table, Row]]:
    for position, statement in enumerate(statements):
        yield tables.supports, _stored(record=record, position=position, statement=statement)


def _who_and_where(reading: Reading) -> Iterator[tuple[Table, Row]]:
    for position, actor in enumerate(reading.actors):
        yield (
            tables.actors,
            _stored(
                position=position,
                id=actor.id,
                name=actor.name,
                kind=actor.kind.value,
                country=actor.country,
                registry_id=actor.registry_id,
            ),
        )
        for nth, name in enumerate(dict.fromkeys((actor.name, *actor.names))):
            yield tables.actor_names, _stored(actor=actor.id, position=nth, name=name, folded=fold(name))
    for position, place in enumerate(reading.places):
        yield (
            tables.places,
            _stored(
                position=position,
                id=place.id,
                name=place.name,
                folded=fold(place.name),
                country=place.country,
                admin1=place.admin1,
                latitude=place.latitude,
                longitude=place.longitude,
                geonames_id=_held(place.geonames_id),
                precision=place.precision.value,
                within=place.within,
            ),
        )


def _statement(position: int, statement: Statement) -> Iterator[tuple[Table, Row]]:
    content = statement.content
    speech = content.span if isinstance(content, Speech) else None
    yield (
        tables.statements,
        _stored(
            position=position,
            id=statement.id,
            form=statement.form.value,
            polarity=statement.polarity.value,
            certainty=statement.certainty.value,
            incident=content.id if isinstance(content, AboutIncident) else None,
            relation=content.id if isinstance(content, AboutRelation) else None,
            speech_start=None if speech is None else speech.start,
            speech_end=None if speech is None else speech.end,
        ),
    )
    for nth, speaker in enumerate(statement.speakers):
        yield (
            tables.speakers,
            _stored(
                statement=statement.id,
                position=nth,
                actor=speaker.actor,
                name=speaker.name,
                folded=fold(speaker.name),
                anonymity=speaker.anonymity.value,
                role=speaker.role,
                channel=speaker.channel,
                addressee=speaker.addressee,
                said=speaker.said,
            ),
        )
    for nth, span in enumerate(statement.evidence):
        row = _stored(statement=statement.id, position=nth, span_start=span.start, span_end=span.end)
        yield tables.evidence, row


def _incident(position: int, incident: Incident) -> Iterator[tuple[Table, Row]]:
    days = days_of(incident.time)
    target = incident.target
    yield (
        tables.incidents,
        _stored(
            position=position,
            id=incident.id,
            kind=incident.kind,
            time=incident.time,
            dated=tables.UNDATED if days is None else days[0],
            first_day=None if days is None else days[0],
            last_day=None if days is None else days[1],
            target=None if target is None else target.what,
            target_kind=None if target is None else target.kind,
            target_actor=None if target is None else target.actor,
            weapon=incident.weapon,
            claims=incident.claims.value,
        ),
    )
    for nth, place in enumerate(incident.places):
        yield tables.incident_places, _stored(incident=incident.id, position=nth, place=place)
    yield from _tolls(incident)
    yield from _perpetrators(incident)
    yield from _supports(incident.id, incident.statements)


def _tolls(incident: Incident) -> Iterator[tuple[Table, Row]]:
    for nth, (effect, toll) in enumerate(incident.tolls):
        yield (
            tables.tolls,
            _stored(
                incident=incident.id,
                position=nth,
                effect=effect.value,
                low=_held(toll.low),
                high=_held(toll.high),
                as_reported=toll.as_reported,
            ),
        )
        for place, one in enumerate(toll.statements):
            yield tables.toll_statements, _stored(incident=incident.id, toll=nth, position=place, statement=one)


def _perpetrators(incident: Incident) -> Iterator[tuple[Table, Row]]:
    for nth, entry in enumerate(incident.perpetrators):
        yield (
            tables.perpetrators,
            _stored(
                incident=incident.id,
                position=nth,
                actor=entry.actor,
                role=entry.role.value,
                stance=entry.stance.value,
                support=entry.support,
                statement=entry.statement,
            ),
        )
        for place, actor in enumerate(entry.partners):
            row = _stored(incident=incident.id, perpetrator=nth, position=place, actor=actor)
            yield tables.partners, row


def _held(value: int | None) -> int | None:
    return None if value is None else max(-LARGEST, min(LARGEST, value))
