"""The one place where records meet JSON: a reading as an object of the format `hearsay-reading/1`, and back.

Every field is always written, null or [] when unknown. Beyond the format's core there are `notes` (of the reading
and of its document), a statement's `by`, a place's `within` and `reasons`, and a count's `others`: what reads the
format may leave those out. `reading.schema.json` beside this file says the same as a JSON Schema.
"""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from typing import Any

from hearsay.errors import InputError
from hearsay.records.actor import Actor
from hearsay.records.document import Document
from hearsay.records.incident import CountEffect, Incident, Perpetrator, Toll
from hearsay.records.place import Place
from hearsay.records.reading import Reading
from hearsay.records.rebuild import FORMAT, rebuild
from hearsay.records.references import check_references
from hearsay.records.relation import Relation
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, AboutRelation, Content, Speaker, Speech, Statement
from hearsay.records.time import Time

Wire = dict[str, Any]
"""A JSON object; no record has this type, and it does not leave the edges (files, stores, pages)."""


def to_wire(reading: Reading) -> Wire:
    """The reading as a JSON object, its fields in the order of the format."""
    return {
        "format": FORMAT,
        "document": _document(reading.document),
        "actors": [_actor(actor) for actor in reading.actors],
        "places": [_place(place) for place in reading.places],
        "times": [_time(time) for time in reading.times],
        "statements": [_statement(statement) for statement in reading.statements],
        "incidents": [_incident(incident) for incident in reading.incidents],
        "relations": [_relation(relation) for relation in reading.relations],
        "notes": list(reading.notes),
    }


def dumps(reading: Reading, *, indent: int | None = None) -> str:
    """The reading as JSON text: the same reading gives the same text, byte for byte."""
    separators = (",", ":") if indent is None else (",", ": ")
    return json.dumps(to_wire(reading), ensure_ascii=False, allow_nan=False, indent=indent, separators=separators)


def from_wire(data: object) -> Reading:
    """The reading that a JSON object holds, checked in full.

    Raises:
        InputError: a field is missing, unknown or of the wrong type, an id points nowhere, or a span lies outside
            the text; the message names its place.
    """
    reading = rebuild(data)
    for fault in check_references(reading):
        raise InputError(f"the reading of {reading.document.id}: {fault}")
    return reading


def loads(text: str | bytes) -> Reading:
    """The reading that JSON text holds, checked as by `from_wire`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(f"this is not JSON: {error}; give what `hearsay read --format json` wrote") from error
    return from_wire(data)


def validate(data: object) -> None:
    """Raises InputError when `data` is no reading: see `from_wire`."""
    from_wire(data)


@cache
def schema_text() -> str:
    """The JSON Schema (2020-12) of the format, as shipped."""
    return files("hearsay.records").joinpath("reading.schema.json").read_text(encoding="utf-8")


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]


def _document(document: Document) -> Wire:
    return {
        "id": document.id,
        "text": document.text,
        "url": document.url,
        "outlet": document.outlet,
        "agency": document.agency,
        "author": document.author,
        "published": document.published,
        "language": document.language,
        "sha256": document.sha256,
        "blocks": [{"kind": block.kind.value, "span": [block.span.start, block.span.end]} for block in document.blocks],
        "notes": list(document.notes),
    }


def _actor(actor: Actor) -> Wire:
    return {
        "id": actor.id,
        "name": actor.name,
        "kind": actor.kind.value,
        "names": list(actor.names),
        "country": actor.country,
        "registry_id": actor.registry_id,
        "mentions": _pairs(actor.mentions),
    }


def _place(place: Place) -> Wire:
    return {
        "id": place.id,
        "name": place.name,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames_id": place.geonames_id,
        "precision": place.precision.value,
        "mentions": _pairs(place.mentions),
        "within": place.within,
        "reasons": list(place.reasons),
    }


def _time(time: Time) -> Wire:
    return {
        "span": [time.span.start, time.span.end],
        "value": time.value,
        "precision": time.precision.value,
    }


def _statement(statement: Statement) -> Wire:
    return {
        "id": statement.id,
        "evidence": _pairs(statement.evidence),
        "speakers": [_speaker(speaker) for speaker in statement.speakers],
        "form": statement.form.value,
        "polarity": statement.polarity.value,
        "certainty": statement.certainty.value,
        "content": _content(statement.content),
        "by": list(statement.by),
    }


def _speaker(speaker: Speaker) -> Wire:
    return {
        "actor": speaker.actor,
        "name": speaker.name,
        "anonymity": speaker.anonymity.value,
        "role": speaker.role,
        "channel": speaker.channel,
        "addressee": speaker.addressee,
        "said": speaker.said,
    }


def _content(content: Content) -> Wire:
    match content:
        case AboutIncident(id=incident):
            return {"incident": incident}
        case AboutRelation(id=relation):
            return {"relation": relation}
        case Speech(span=span):
            return {"speech": [span.start, span.end]}


def _incident(incident: Incident) -> Wire:
    target = incident.target
    return {
        "id": incident.id,
        "kind": incident.kind,
        "time": incident.time,
        "places": list(incident.places),
        "target": None if target is None else {"what": target.what, "kind": target.kind, "actor": target.actor},
        "weapon": incident.weapon,
        "counts": _counts(incident.tolls),
        "perpetrators": [_perpetrator(entry) for entry in incident.perpetrators],
        "claims": incident.claims.value,
        "statements": list(incident.statements),
    }


def _counts(tolls: tuple[tuple[CountEffect, Toll], ...]) -> Wire:
    """One object an effect: the first figure given for it, with those that differ under `others`."""
    counts: Wire = {}
    for effect, toll in tolls:
        figure = {
            "low": toll.low,
            "high": toll.high,
            "as_reported": toll.as_reported,
            "statements": list(toll.statements),
        }
        if effect.value in counts:
            counts[effect.value]["others"].append(figure)
        else:
            counts[effect.value] = figure | {"others": []}
    return counts


def _perpetrator(entry: Perpetrator) -> Wire:
    return {
        "actor": entry.actor,
        "role": entry.role.value,
        "stance": entry.stance.value,
        "with": list(entry.partners),
        "support": entry.support,
        "statement": entry.statement,
    }


def _relation(relation: Relation) -> Wire:
    return {
        "id": relation.id,
        "kind": relation.kind.value,
        "subject": relation.subject,
        "object": relation.object,
        "time": relation.time,
        "status": relation.status.value,
        "qualifier": relation.qualifier,
        "statements": list(relation.statements),
    }
