"""`ftm`: FollowTheMoney entities, one a line. Only who is asserted to have done it is `involved`; every other word on
it is an UnknownLink whose role says who says so. The schema has no casualties: they stand in the summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from hearsay.exports import coding
from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.json_lines import read_lines
from hearsay.exports.tables import json_line, written_whole
from hearsay.exports.wording import disputes, speakers, summary
from hearsay.records.actor import ActorKind
from hearsay.records.belief import Belief, Responsibility, Source, Who
from hearsay.records.ids import content_id

_SCHEMAS = {ActorKind.PERSON: "Person", ActorKind.GOVERNMENT: "PublicBody", ActorKind.STATE_FORCE: "PublicBody"}
PROPERTIES = {
    "Event": frozenset(
        "name summary notes date startDate endDate location country involved keywords proof recordId".split()
    ),
    "Organization": frozenset({"name", "country", "topics"}),
    "PublicBody": frozenset({"name", "country", "topics"}),
    "Person": frozenset({"name", "country", "topics"}),
    "Article": frozenset({"title", "publishedAt", "publisher", "sourceUrl", "language"}),
    "Documentation": frozenset({"document", "entity", "role"}),
    "UnknownLink": frozenset({"subject", "object", "role", "startDate"}),
}
"""The schemata that are written, with those of their properties that are used."""
_NAMED = {"Event": "name", "Organization": "name", "PublicBody": "name", "Person": "name", "Article": "title"}
Entity = Mapping[str, object]


class Ftm:
    """Entities of FollowTheMoney, as JSON lines."""

    name = "ftm"
    suffix = ".ftm.jsonl"

    def write(self, material: Material, path: Path) -> Written:
        seen: set[str] = set()
        count = 0
        with written_whole(path) as file:
            for belief in material.beliefs():
                for entity in _entities(belief):
                    if str(entity["id"]) not in seen:
                        seen.add(str(entity["id"]))
                        file.write(json_line(entity))
                        count += 1
        return Written(files=(path,), rows=count, left_out=0)

    def check(self, path: Path) -> Iterator[Fault]:
        known, wanted = set(), []
        for number, line in read_lines(path):
            if isinstance(line, Fault):
                yield line
                continue
            known.add(line.get("id"))
            yield from _faults(number, line)
            properties = line.get("properties")
            if isinstance(properties, dict):
                ends = ("subject", "object", "document", "entity", "involved", "proof")
                wanted += [(number, end, value) for end in ends for value in properties.get(end, [])]
        for number, end, value in wanted:
            if value not in known:
                yield Fault(row=number, column=end, message=f"{value!r} is no entity of this file")


def _faults(number: int, entity: Mapping[str, object]) -> Iterator[Fault]:
    schema, properties = entity.get("schema"), entity.get("properties")
    if schema not in PROPERTIES:
        yield Fault(row=number, column="schema", message=f"{schema!r} is none that this export writes")
        return
    if not isinstance(properties, dict) or not entity.get("id"):
        yield Fault(row=number, column="properties", message="an entity has an id and properties")
        return
    for name, values in properties.items():
        if name not in PROPERTIES[str(schema)]:
            yield Fault(row=number, column=name, message=f"is no property of {schema}")
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            yield Fault(row=number, column=name, message="the values are not a list of strings")
    required = _NAMED.get(str(schema))
    if required and not properties.get(required):
        yield Fault(row=number, column=required, message=f"{schema} needs it")


def _entity(identity: str, schema: str, **properties: list[str] | str | None) -> Entity:
    filled = {name: [value] if isinstance(value, str) else value for name, value in properties.items() if value}
    return {"id": identity, "schema": schema, "properties": filled}


def _entities(belief: Belief) -> Iterator[Entity]:
    yield from (_article(source) for source in belief.sources)
    yield from (_actor(one.who) for one in belief.responsibilities)
    asserted = {actor_id(doer.word.who) for doer in coding.undisputed(belief)}
    yield _event(belief, sorted(asserted))
    for source in belief.sources:
        identity = content_id("documentation", source.report, belief.case.id)
        yield _entity(identity, "Documentation", document=source.report, entity=belief.case.id, role="tells of it")
    for one in belief.responsibilities:
        if actor_id(one.who) not in asserted or one.doubts:
            yield _link(belief, one)


def _event(belief: Belief, involved: list[str]) -> Entity:
    when, place = coding.days(belief), coding.where(belief)
    kind = coding.text_of(belief, "kind") or "incident"
    exact = when is not None and when.spread == 1
    return _entity(
        belief.case.id,
        "Event",
        name=f"{kind}, {place.name}" if place else kind,
        summary=summary(belief),
        notes=" ".join(disputes(belief)),
        date=when.first.isoformat() if when and exact else None,
        startDate=when.first.isoformat() if when and not exact else None,
        endDate=when.last.isoformat() if when and not exact else None,
        location=place.name if place else None,
        country=place.country.lower() if place and place.country else None,
        involved=involved,
        keywords=kind,
        proof=[source.report for source in belief.sources],
        recordId=belief.case.id,
    )


def _link(belief: Belief, one: Responsibility) -> Entity:
    role = f"{one.stance.value}, said by {speakers(one)}"
    identity = content_id("link", belief.case.id, one.who.id, one.stance.value, one.part.value)
    return _entity(identity, "UnknownLink", subject=actor_id(one.who), object=belief.case.id, role=role)


def actor_id(who: Who) -> str:
    """An actor's id without blanks, as the format wants it."""
    return who.id if " " not in who.id else content_id("actor", who.id)


def _actor(who: Who) -> Entity:
    schema = _SCHEMAS.get(who.kind, "Organization") if who.kind else "Organization"
    return _entity(actor_id(who), schema, name=who.name, country=who.country.lower() if who.country else None)


def _article(source: Source) -> Entity:
    return _entity(
        source.report,
        "Article",
        title=source.headline or source.report,
        publishedAt=source.published,
        publisher=coding.teller(source),
        sourceUrl=source.url,
        language="eng",
    )
