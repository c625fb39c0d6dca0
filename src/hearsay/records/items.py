"""What of a reading can be decided on, each with its value as it was read: the unit of review, agreement and training.

A value is one line of plain words, the same for the same reading: a decision says which value it judged, so that one on
a value that has changed since is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.incident import CountEffect, Incident, Perpetrator, Toll
from hearsay.records.link import Ref
from hearsay.records.place import Place
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation
from hearsay.records.review import Item, Subject
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, Certainty, Statement

FIELDS = ("kind", "time", "place", "target", "weapon")
"""The fields of an incident that are no figures."""

ALWAYS_ASKED = (*FIELDS, CountEffect.KILLED.value, CountEffect.WOUNDED.value)
"""What a coder is asked for also where nothing was read."""

_SMALL = frozenset("of for and the in al el bin ibn de da del di la e i wal u'l".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An item of a reading as it was read: `value` in words (None: nothing was read), `spans` the words that say so.

    `incident` is the id of the incident that it is about, None for what is about none. `certainty` is the weakest of
    the statements behind it.
    """

    item: Item
    value: str | None
    spans: tuple[Span, ...]
    incident: str | None
    certainty: Certainty = Certainty.CERTAIN


def found(reading: Reading) -> Iterator[Found]:
    """Every item of a reading: incident by incident with its fields, doers and statements; then relations and names."""
    statements = {statement.id: statement for statement in reading.statements}
    for incident in reading.incidents:
        yield from _of_incident(reading, incident, statements)
    for statement in reading.statements:
        about = statement.content.id if isinstance(statement.content, AboutIncident) else None
        yield Found(
            item=_item(reading, Subject.STATEMENT, statement.id),
            value=statement_value(statement),
            spans=statement.evidence,
            incident=about,
            certainty=statement.certainty,
        )
    for relation in reading.relations:
        yield _of_relation(reading, relation, statements)
    for actor in reading.actors:
        yield from _names(reading, actor)
    for place in reading.places:
        yield from _names(reading, place)


def value_of(reading: Reading, item: Item) -> str | None:
    """What was read for an item; None when nothing was, or there is no such item."""
    return next((one.value for one in found(reading) if one.item == item), None)


def toll_key(effect: CountEffect, toll: Toll | None) -> str:
    """The key of a figure's item; without a figure that of the missing one."""
    return effect.value if toll is None else f"{effect.value}: {toll.as_reported}"


def perpetrator_key(entry: Perpetrator) -> str:
    """The key of the item on an entry of who did it."""
    return f"{entry.actor} {entry.role.value} {entry.statement}"


def name_key(span: Span) -> str:
    """The key of the item on a name."""
    return f"{span.start}-{span.end}"


def toll_value(toll: Toll) -> str:
    """A figure with its bounds: "at least 13 (13 or more)"."""
    if toll.low is None and toll.high is None:
        return toll.as_reported
    low = "" if toll.low is None else str(toll.low)
    high = "" if toll.high is None else str(toll.high)
    bounds = low if low == high else f"{low}-{high}" if low and high else f"{low}+" if low else f"up to {high}"
    return toll.as_reported if bounds == toll.as_reported else f"{toll.as_reported} ({bounds})"


def statement_value(statement: Statement) -> str:
    """Who says it and how firmly: "police: positive, certain"."""
    chain = " › ".join(speaker.name for speaker in statement.speakers) or "the report"
    return f"{chain}: {statement.polarity.value}, {statement.certainty.value}"


def _of_incident(reading: Reading, incident: Incident, statements: dict[str, Statement]) -> Iterator[Found]:
    said = tuple(statements[one] for one in incident.statements if one in statements)
    spans = tuple(span for statement in said for span in statement.evidence)
    firm = weakest(said)
    yield Found(
        item=_item(reading, Subject.INCIDENT, incident.id),
        value=incident.kind,
        spans=spans,
        incident=incident.id,
        certainty=firm,
    )
    for field in FIELDS:
        yield Found(
            item=_item(reading, Subject.FIELD, incident.id, field),
            value=_field(reading, incident, field),
            spans=_field_spans(reading, incident, field) or spans,
            incident=incident.id,
            certainty=firm,
        )
    yield from _figures(reading, incident, statements)
    for entry in incident.perpetrators:
        told = (statements[entry.statement],) if entry.statement in statements else ()
        yield Found(
            item=_item(reading, Subject.PERPETRATOR, incident.id, perpetrator_key(entry)),
            value=f"{_actor_name(reading, entry.actor)}: {entry.stance.value}",
            spans=tuple(span for statement in told for span in statement.evidence),
            incident=incident.id,
            certainty=weakest(told),
        )


def _figures(reading: Reading, incident: Incident, statements: dict[str, Statement]) -> Iterator[Found]:
    for effect in CountEffect:
        given = [toll for known, toll in incident.tolls if known is effect]
        for toll in given:
            told = tuple(statements[one] for one in toll.statements if one in statements)
            yield Found(
                item=_item(reading, Subject.FIELD, incident.id, toll_key(effect, toll)),
                value=toll_value(toll),
                spans=tuple(span for statement in told for span in statement.evidence),
                incident=incident.id,
                certainty=weakest(told),
            )
        if not given and effect.value in ALWAYS_ASKED:
            item = _item(reading, Subject.FIELD, incident.id, toll_key(effect, None))
            yield Found(item=item, value=None, spans=(), incident=incident.id)


def _of_relation(reading: Reading, relation: Relation, statements: dict[str, Statement]) -> Found:
    told = tuple(statements[one] for one in relation.statements if one in statements)
    ends = [_actor_name(reading, end) for end in (relation.subject, relation.object)]
    return Found(
        item=_item(reading, Subject.RELATION, relation.id),
        value=f"{ends[0]} {relation.kind.value} {ends[1]}",
        spans=tuple(span for statement in told for span in statement.evidence),
        incident=None,
        certainty=weakest(told),
    )


def _names(reading: Reading, named: Actor | Place) -> Iterator[Found]:
    """The mentions that are names: a pronoun or a description names nobody."""
    kind = named.kind.value if isinstance(named, Actor) else "place"
    if isinstance(named, Actor) and named.kind is ActorKind.CIVILIANS:
        return
    for span in named.mentions:
        words = span.of(reading.document.text)
        if _is_name(words):
            key = name_key(span)
            yield Found(item=_item(reading, Subject.NAME, named.id, key), value=kind, spans=(span,), incident=None)


def _is_name(words: str) -> bool:
    """Whether words are written as a name: all with a capital, but for an article before and small words between."""
    parts = words.split()
    named = parts[1:] if parts and parts[0] in ("The", "the", "A", "An") else parts
    return (
        len("".join(named)) > 1
        and all(part[:1].isupper() or part in _SMALL for part in named)
        and named[0] not in _SMALL
    )


def _field(reading: Reading, incident: Incident, field: str) -> str | None:
    if field == "place":
        names = {place.id: place.name for place in reading.places}
        return "; ".join(names[one] for one in incident.places if one in names) or None
    if field == "target":
        return incident.target.what if incident.target else None
    return {"kind": incident.kind, "time": incident.time, "weapon": incident.weapon}[field]


def _field_spans(reading: Reading, incident: Incident, field: str) -> tuple[Span, ...]:
    """The words of the field itself, where the reading keeps them."""
    if field == "place":
        return tuple(place.mentions[0] for place in reading.places if place.id in incident.places and place.mentions)
    if field == "time":
        return tuple(time.span for time in reading.times if time.value is not None and time.value == incident.time)
    words = (
        incident.weapon if field == "weapon" else incident.target.what if field == "target" and incident.target else ""
    )
    start = reading.document.text.find(words) if words else -1
    return (Span(start, start + len(words or "")),) if start >= 0 else ()


def _actor_name(reading: Reading, identity: str) -> str:
    return next((actor.name for actor in reading.actors if actor.id == identity), identity)


def weakest(statements: tuple[Statement, ...]) -> Certainty:
    """The least firm of some statements; certain when there are none."""
    order = list(Certainty)
    return max((statement.certainty for statement in statements), key=order.index, default=Certainty.CERTAIN)


def _item(reading: Reading, subject: Subject, record: str, key: str = "") -> Item:
    return Item(subject=subject, of=Ref(report=reading.document.id, record=record), key=key)
