"""From JSON to records: the half of `wire.py` that reads."""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.fields import Fields, as_text, refuse
from hearsay.records.incident import Claims, CountEffect, Incident, Part, Perpetrator, Stance, Target, Toll
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation, RelationKind, RelationStatus
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
