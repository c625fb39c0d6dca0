"""The one place where records meet JSON: a reading as an object of the format `hearsay-reading/1`, and back.

Every field is always written, null or [] when unknown. Beyond the format's core there are `notes` (of the reading
and of its document), a statement's `by`, a place's `within` and `reasons`, and a count's `others`: what reads the
format may leave those out. `reading.schema.json` beside this file says the same as a JSON Schema.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from hearsay.errors import InputError
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.fields import Fields, as_text, refuse
from hearsay.records.incident import (
    Claims,
    CountEffect,
    Incident,
    Part,
    Perpetrator,
    Stance,
    Target,
    Toll,
)
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.references import check_references
from hearsay.records.relation import Relation, RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.records.statement import (
    AboutIncident,
    AboutRelation,
    Anonymity,
    Certainty,
    Content,
    Form,
    Polarity,
    Speaker,
    Speech,
    Statement,
)
from hearsay.records.time import Time, TimePrecision

FORMAT = "hearsay-reading/1"

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


# --- records to JSON


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


# --- JSON to records


def rebuild(data: object) -> Reading:
    """As `from_wire`, without asking whether ids and spans lead somewhere: for what hearsay itself has written.

    Raises:
        InputError: a field is missing, unknown or of the wrong type.
    """
    fields = Fields(data, "")
    written = fields.value("format")
    if written != FORMAT:
        refuse("format", f"{FORMAT!r}, the only one that this version reads", written)
    reading = Reading(
        document=_read_document(fields.value("document"), "document"),
        actors=fields.items("actors", _read_actor),
        places=fields.items("places", _read_place),
        times=fields.items("times", _read_time),
        statements=fields.items("statements", _read_statement),
        incidents=fields.items("incidents", _read_incident),
        relations=fields.items("relations", _read_relation),
        notes=_texts_if_there(fields, "notes"),
    )
    fields.close()
    return reading


def _texts_if_there(fields: Fields, name: str) -> tuple[str, ...]:
    return fields.texts(name) if fields.has(name) else ()


def _read_document(value: object, where: str) -> Document:
    fields = Fields(value, where)
    document = Document(
        id=fields.text("id"),
        text=fields.text("text"),
        url=fields.text_or_none("url"),
        outlet=fields.text_or_none("outlet"),
        agency=fields.text_or_none("agency"),
        author=fields.text_or_none("author"),
        published=fields.text_or_none("published"),
        language=fields.text("language"),
        sha256=fields.text("sha256"),
        blocks=fields.items("blocks", _read_block),
        notes=_texts_if_there(fields, "notes"),
    )
    fields.close()
    return document


def _read_block(value: object, where: str) -> Block:
    fields = Fields(value, where)
    block = Block(kind=fields.choice("kind", BlockKind), span=fields.span("span"))
    fields.close()
    return block


def _read_actor(value: object, where: str) -> Actor:
    fields = Fields(value, where)
    actor = Actor(
        id=fields.text("id"),
        name=fields.text("name"),
        kind=fields.choice("kind", ActorKind),
        names=fields.texts("names"),
        country=fields.text_or_none("country"),
        registry_id=fields.text_or_none("registry_id"),
        mentions=fields.spans("mentions"),
    )
    fields.close()
    return actor


def _read_place(value: object, where: str) -> Place:
    fields = Fields(value, where)
    place = Place(
        id=fields.text("id"),
        name=fields.text("name"),
        country=fields.text_or_none("country"),
        admin1=fields.text_or_none("admin1"),
        latitude=fields.degrees_or_none("latitude", 90),
        longitude=fields.degrees_or_none("longitude", 180),
        geonames_id=fields.whole_or_none("geonames_id"),
        precision=fields.choice("precision", PlacePrecision),
        mentions=fields.spans("mentions"),
        within=fields.text_or_none("within") if fields.has("within") else None,
        reasons=_texts_if_there(fields, "reasons"),
    )
    fields.close()
    return place


def _read_time(value: object, where: str) -> Time:
    fields = Fields(value, where)
    time = Time(
        span=fields.span("span"),
        value=fields.text_or_none("value"),
        precision=fields.choice("precision", TimePrecision),
    )
    fields.close()
    return time


def _read_statement(value: object, where: str) -> Statement:
    fields = Fields(value, where)
    statement = Statement(
        id=fields.text("id"),
        evidence=fields.spans("evidence"),
        speakers=fields.items("speakers", _read_speaker),
        form=fields.choice("form", Form),
        polarity=fields.choice("polarity", Polarity),
        certainty=fields.choice("certainty", Certainty),
        content=_read_content(fields.value("content"), fields.place("content")),
        by=_texts_if_there(fields, "by"),
    )
    fields.close()
    return statement


def _read_speaker(value: object, where: str) -> Speaker:
    fields = Fields(value, where)
    speaker = Speaker(
        actor=fields.text_or_none("actor"),
        name=fields.text("name"),
        anonymity=fields.choice("anonymity", Anonymity),
        role=fields.text_or_none("role"),
        channel=fields.text_or_none("channel"),
        addressee=fields.text_or_none("addressee"),
        said=fields.text_or_none("said"),
    )
    fields.close()
    return speaker


def _read_content(value: object, where: str) -> Content:
    fields = Fields(value, where)
    content: Content
    if fields.has("incident"):
        content = AboutIncident(id=fields.text("incident"))
    elif fields.has("relation"):
        content = AboutRelation(id=fields.text("relation"))
    elif fields.has("speech"):
        content = Speech(span=fields.span("speech"))
    else:
        refuse(where, "an object with one of incident, relation, speech", value)
    fields.close()
    return content


def _read_incident(value: object, where: str) -> Incident:
    fields = Fields(value, where)
    target = fields.value("target")
    incident = Incident(
        id=fields.text("id"),
        kind=fields.text("kind"),
        time=fields.text_or_none("time"),
        places=fields.texts("places"),
        target=None if target is None else _read_target(target, fields.place("target")),
        weapon=fields.text_or_none("weapon"),
        tolls=_read_counts(fields.value("counts"), fields.place("counts")),
        perpetrators=fields.items("perpetrators", _read_perpetrator),
        claims=fields.choice("claims", Claims),
        statements=fields.texts("statements"),
    )
    fields.close()
    return incident


def _read_target(value: object, where: str) -> Target:
    fields = Fields(value, where)
    target = Target(what=fields.text("what"), kind=fields.text_or_none("kind"), actor=fields.text_or_none("actor"))
    fields.close()
    return target


def _read_counts(value: object, where: str) -> tuple[tuple[CountEffect, Toll], ...]:
    if not isinstance(value, Mapping):
        refuse(where, "an object", value)
    tolls: list[tuple[CountEffect, Toll]] = []
    for name, figures in value.items():
        place = f"{where}.{name}"
        try:
            effect = CountEffect(as_text(name, where))
        except ValueError:
            refuse(place, "one of " + ", ".join(effect.value for effect in CountEffect), name)
        fields = Fields(figures, place)
        tolls.append((effect, _read_toll(fields)))
        if fields.has("others"):
            tolls += [(effect, toll) for toll in fields.items("others", _read_other_toll)]
        fields.close()
    return tuple(tolls)


def _read_other_toll(value: object, where: str) -> Toll:
    fields = Fields(value, where)
    toll = _read_toll(fields)
    fields.close()
    return toll


def _read_toll(fields: Fields) -> Toll:
    return Toll(
        low=fields.whole_or_none("low"),
        high=fields.whole_or_none("high"),
        as_reported=fields.text("as_reported"),
        statements=fields.texts("statements"),
    )


def _read_perpetrator(value: object, where: str) -> Perpetrator:
    fields = Fields(value, where)
    entry = Perpetrator(
        actor=fields.text("actor"),
        role=fields.choice("role", Part),
        stance=fields.choice("stance", Stance),
        partners=fields.texts("with"),
        support=fields.text_or_none("support"),
        statement=fields.text("statement"),
    )
    fields.close()
    return entry


def _read_relation(value: object, where: str) -> Relation:
    fields = Fields(value, where)
    relation = Relation(
        id=fields.text("id"),
        kind=fields.choice("kind", RelationKind),
        subject=fields.text("subject"),
        object=fields.text("object"),
        time=fields.text_or_none("time"),
        status=fields.choice("status", RelationStatus),
        qualifier=fields.text_or_none("qualifier"),
        statements=fields.texts("statements"),
    )
    fields.close()
    return relation
