"""Rows as the lines of lists."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row

from hearsay.records.actor import ActorKind
from hearsay.records.incident import Claims
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, AboutRelation, Certainty, Content, Form, Polarity, Speech
from hearsay.store.context import Context
from hearsay.store.entries import (
    ActorEntry,
    ClaimEntry,
    IncidentEntry,
    RelationEntry,
    StatementEntry,
    TargetEntry,
)


def incident(row: Row[Any], context: Context) -> IncidentEntry:
    """A row of `incidents`."""
    return IncidentEntry(
        report=context.report(row.report),
        id=row.id,
        kind=row.kind,
        time=row.time,
        places=context.places(row.report, row.id),
        target=_target(row, context),
        weapon=row.weapon,
        tolls=context.tolls(row.report, row.id),
        perpetrators=context.perpetrators(row.report, row.id),
        claims=Claims(row.claims),
        voices=context.voices(row.report, row.id),
    )


def _target(row: Row[Any], context: Context) -> TargetEntry | None:
    if row.target is None:
        return None
    actor = None if row.target_actor is None else context.name(row.report, row.target_actor)
    return TargetEntry(what=row.target, kind=row.target_kind, actor=actor)


def claim(row: Row[Any], context: Context) -> ClaimEntry:
    """A row of `perpetrators` with the incident's kind and time."""
    return ClaimEntry(
        report=context.report(row.report),
        incident=row.incident,
        kind=row.kind,
        time=row.time,
        places=context.places(row.report, row.incident),
        claimant=context.perpetrator(row),
        evidence=context.quotes(row.report, row.statement),
    )


def statement(row: Row[Any], context: Context) -> StatementEntry:
    """A row of `statements`."""
    return StatementEntry(
        report=context.report(row.report),
        id=row.id,
        speakers=context.voice(row.report, row.id).speakers,
        form=Form(row.form),
        polarity=Polarity(row.polarity),
        certainty=Certainty(row.certainty),
        content=_content(row),
        evidence=context.quotes(row.report, row.id),
    )


def _content(row: Row[Any]) -> Content:
    if row.incident is not None:
        return AboutIncident(id=row.incident)
    if row.relation is not None:
        return AboutRelation(id=row.relation)
    return Speech(span=Span(row.speech_start, row.speech_end))


def actor(row: Row[Any], context: Context) -> ActorEntry:
    """A row of `actors`."""
    return ActorEntry(
        report=context.report(row.report),
        id=row.id,
        name=row.name,
        kind=ActorKind(row.kind),
        names=context.names(row.report, row.id),
        country=row.country,
        registry_id=row.registry_id,
    )


def relation(row: Row[Any], context: Context) -> RelationEntry:
    """A row of `relations`."""
    return RelationEntry(
        report=context.report(row.report),
        id=row.id,
        kind=RelationKind(row.kind),
        subject=context.name(row.report, row.subject),
        object=context.name(row.report, row.object),
        time=row.time,
        status=RelationStatus(row.status),
        qualifier=row.qualifier,
        voices=context.voices(row.report, row.id),
    )
