"""The fields of a reading as rows, each with the statements that say it and the words of the report that it stands on.

A page jumps from a row to its words and back; a row whose words cannot be found leads to its statements only.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from hearsay.records.document import Document
from hearsay.records.incident import CountEffect, Stance
from hearsay.records.span import Span
from hearsay.rendering import phrases
from hearsay.rendering.phrases import one_line
from hearsay.views import ActorView, IncidentView, ReadingView, RelationView, ResponsibilityView, StatementView


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One value of an incident or relation. `key` is its anchor on the page; `words` None when they are not found.

    `stance` is set where the field says who did it. `detail` is what qualifies the value.
    """

    key: str
    label: str
    value: str
    detail: str = ""
    stance: Stance | None = None
    words: Span | None = None
    statements: tuple[StatementView, ...] = ()


def incident_fields(reading: ReadingView, incident: IncidentView, key: str) -> tuple[Field, ...]:
    """The rows of an incident's card, in the order of the card. Keys begin with `key`."""
    fields = enumerate(_fields(reading, incident), start=1)
    return tuple(replace(field, key=f"{key}-{number}") for number, field in fields)


def _fields(reading: ReadingView, incident: IncidentView) -> Iterator[Field]:
    evidence = tuple(words.span for statement in incident.statements for words in statement.evidence)
    yield Field(key="", label="when", value=phrases.when(incident.time), words=_time(reading, incident.time, evidence))
    for place in phrases.innermost(incident.places):
        words = _nearest((mention.span for mention in place.mentions), evidence)
        yield Field(key="", label="where", value=one_line(str(place)), words=words)
    if incident.target:
        kind = incident.target.kind or ""
        words = find(reading, incident.target.what, evidence)
        yield Field(key="", label="target", value=one_line(incident.target.what), detail=one_line(kind), words=words)
    if incident.weapon:
        words = find(reading, incident.weapon, evidence)
        yield Field(key="", label="weapon", value=one_line(incident.weapon), words=words)
    effects = list(CountEffect)
    for toll in sorted(incident.tolls, key=lambda each: effects.index(each.effect)):
        spans = (words.span for statement in toll.statements for words in statement.evidence)
        words = find(reading, toll.as_reported, (*spans, *evidence))
        label = toll.effect.replace("_", " ")
        yield Field(key="", label=label, value=phrases.figure(toll), words=words, statements=toll.statements)
    yield from map(_responsibility, incident.perpetrators)


def _responsibility(said: ResponsibilityView) -> Field:
    details = [phrases.stance(said.stance, str(said.actor))]
    if said.role != "perpetrator":
        details.append(f"as {said.role}")
    if said.partners:
        details.append(f"with {', '.join(str(partner) for partner in said.partners)}")
    if said.support:
        details.append(f"backed with {said.support}")
    spans = [words.span for words in said.statement.evidence]
    mentions = (mention.span for mention in said.actor.mentions) if isinstance(said.actor, ActorView) else ()
    return Field(
        key="",
        label="by",
        value=one_line(str(said.actor)),
        detail=one_line(", ".join(details)),
        stance=said.stance,
        words=_inside(mentions, spans) or next(iter(spans), None),
        statements=(said.statement,),
    )


def relation_field(relation: RelationView, key: str) -> Field:
    """A relation as one row: "Northern Tide is a faction of Coastal Liberation Front"."""
    spans = [words.span for statement in relation.statements for words in statement.evidence]
    return Field(
        key=key,
        label=relation.kind.replace("_", " "),
        value=one_line(f"{relation.subject} {phrases.relation_verb(relation)} {relation.object}"),
        detail=", ".join(phrases.relation_traits(relation)),
        words=spans[0] if spans else None,
        statements=relation.statements,
    )


def find(reading: ReadingView, words: str, within: Iterable[Span]) -> Span | None:
    """Where `words` stand inside one of the spans, else in the paragraph around one; None when they do not."""
    text = reading.document.text
    spans = tuple(within)
    for span in chain(spans, (_block(reading.document, span) for span in spans)):
        start = text.find(words, span.start, span.end) if words else -1
        if start >= 0:
            return Span(start, start + len(words))
    return None


def _block(document: Document, span: Span) -> Span:
    """The block in which the span begins; without one the span itself."""
    after = bisect_right(document.blocks, span.start, key=lambda block: block.span.start)
    return document.blocks[after - 1].span if after else span


def _time(reading: ReadingView, value: str | None, evidence: tuple[Span, ...]) -> Span | None:
    return None if value is None else _nearest((time.span for time in reading.times if time.value == value), evidence)


def _inside(spans: Iterable[Span], outer: Iterable[Span]) -> Span | None:
    around = tuple(outer)
    return next((span for span in spans if any(one.contains(span) for one in around)), None)


def _nearest(spans: Iterable[Span], evidence: tuple[Span, ...]) -> Span | None:
    """The first span inside the evidence; without one, the first after the evidence begins; else the first."""
    listed = sorted(spans)
    begins = min((span.start for span in evidence), default=0)
    later = [span for span in listed if span.start >= begins]
    return _inside(listed, evidence) or next(iter(later or listed), None)
