"""Whether the records of a reading lead anywhere: ids to records, spans into the text, data to statements."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from hearsay.errors import ContractError
from hearsay.records.incident import Incident
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, AboutRelation, Speech, Statement


def check_reading(reading: Reading) -> None:
    """Raises ContractError with the first fault of a reading that hearsay itself has made."""
    for fault in check_references(reading):
        raise ContractError(f"the reading of {reading.document.id}: {fault}; please report this")


def check_references(reading: Reading) -> Iterator[str]:
    """Every fault, a sentence each: ids that clash or lead nowhere, spans outside the text, data without statements."""
    yield from _clashes(reading)
    yield from _loose_spans(reading)
    actors = {actor.id for actor in reading.actors}
    places = {place.id for place in reading.places}
    statements = {statement.id for statement in reading.statements}
    for place in reading.places:
        yield from _absent(f"{place.id} lies within", [place.within], places, "place")
    incidents = {incident.id for incident in reading.incidents}
    relations = {relation.id for relation in reading.relations}
    for statement in reading.statements:
        yield from _statement(statement, actors, incidents, relations)
    for incident in reading.incidents:
        yield from _incident(incident, actors, places, statements)
    for relation in reading.relations:
        if not relation.statements:
            yield f"{relation.id} rests on no statement"
        yield from _absent(f"{relation.id} rests on", relation.statements, statements, "statement")


def _clashes(reading: Reading) -> Iterator[str]:
    for records in (reading.actors, reading.places, reading.statements, reading.incidents, reading.relations):
        seen: set[str] = set()
        for record in records:
            if record.id in seen:
                yield f"the id {record.id!r} is given twice"
            seen.add(record.id)


def _loose_spans(reading: Reading) -> Iterator[str]:
    size = len(reading.document.text)
    for owner, span in _spans(reading):
        if span.end > size:
            yield f"{owner}: span [{span.start}, {span.end}) lies outside a text of {size} characters"


def _spans(reading: Reading) -> Iterator[tuple[str, Span]]:
    for block in reading.document.blocks:
        yield f"a block ({block.kind.value})", block.span
    for actor in reading.actors:
        yield from ((actor.id, span) for span in actor.mentions)
    for place in reading.places:
        yield from ((place.id, span) for span in place.mentions)
    for time in reading.times:
        yield f"the time {time.value!r}", time.span
    for statement in reading.statements:
        yield from ((statement.id, span) for span in statement.evidence)
        if isinstance(statement.content, Speech):
            yield statement.id, statement.content.span


def _absent(what: str, ids: Iterable[str | None], known: set[str], kind: str) -> Iterator[str]:
    for one in ids:
        if one is not None and one not in known:
            yield f"{what} {one!r}, but there is no such {kind}"


def _statement(statement: Statement, actors: set[str], incidents: set[str], relations: set[str]) -> Iterator[str]:
    if not statement.evidence:
        yield f"{statement.id} has no evidence"
    yield from _absent(f"{statement.id} is said by", (speaker.actor for speaker in statement.speakers), actors, "actor")
    match statement.content:
        case AboutIncident(id=one):
            yield from _absent(f"{statement.id} is about", [one], incidents, "incident")
        case AboutRelation(id=one):
            yield from _absent(f"{statement.id} is about", [one], relations, "relation")
        case Speech():
            pass


def _incident(incident: Incident, actors: set[str], places: set[str], statements: set[str]) -> Iterator[str]:
    if not incident.statements:
        yield f"{incident.id} rests on no statement"
    yield from _absent(f"{incident.id} rests on", incident.statements, statements, "statement")
    yield from _absent(f"{incident.id} happened in", incident.places, places, "place")
    for effect, toll in incident.tolls:
        if not toll.statements:
            yield f"{incident.id}: its count of {effect.value} rests on no statement"
        yield from _absent(f"{incident.id}: its toll rests on", toll.statements, statements, "statement")
    for entry in incident.perpetrators:
        who = [entry.actor, *entry.partners]
        yield from _absent(f"{incident.id}: a perpetrator is", who, actors, "actor")
        yield from _absent(f"{incident.id}: a perpetrator is named by", [entry.statement], statements, "statement")
