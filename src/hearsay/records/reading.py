"""Everything that one report says, as records that point at one another by id."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.records.actor import Actor
from hearsay.records.document import Document
from hearsay.records.incident import Incident
from hearsay.records.place import Place
from hearsay.records.relation import Relation
from hearsay.records.statement import Statement
from hearsay.records.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one report says. `notes` are for the user: what could not be resolved, and what would help."""

    document: Document
    actors: tuple[Actor, ...]
    places: tuple[Place, ...]
    times: tuple[Time, ...]
    statements: tuple[Statement, ...]
    incidents: tuple[Incident, ...]
    relations: tuple[Relation, ...]
    notes: tuple[str, ...] = ()
