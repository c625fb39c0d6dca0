"""What an index gives back: rows of cases, actors and ties."""

from __future__ import annotations

import json
import sqlite3
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """An actor in a case's row: by name, stance and how many origins say so."""

    name: str
    stance: str
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """A case in a list. Where reports differ `killed` and `wounded` are ranges, and `disputed` names the fields."""

    number: int
    id: str
    kind: str
    time: str | None
    place: str | None
    within: str | None
    country: str | None
    latitude: float | None
    longitude: float | None
    killed: str | None
    killed_low: int | None
    killed_high: int | None
    wounded: str | None
    wounded_low: int | None
    wounded_high: int | None
    disputed_toll: bool
    disputed: str
    claims: str
    who: tuple[Named, ...]
    origins: int
    stories: int
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorRow:
    """An actor over all reports. `key` is its address; `reports` counts the reports that name it."""

    number: int
    key: str
    name: str
    kind: str
    country: str | None
    registry_id: str | None
    reports: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Blamed:
    """An actor's part in a case, as it is told."""

    case: CaseRow
    stance: str
    origins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TieVoice:
    """Who says that two actors are tied, in which statement, how firmly."""

    statement: str
    chain: str
    certainty: str
    polarity: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TieRow:
    """A relation of one report; `subject` and `object` are the numbers of actors that have a page."""

    report: str
    relation: str
    kind: str
    subject: int | None
    object: int | None
    subject_name: str
    object_name: str
    time: str | None
    status: str
    qualifier: str | None
    published: str | None
    outlet: str | None
    voices: tuple[TieVoice, ...]


def case_row(row: sqlite3.Row) -> CaseRow:
    """A row of `cases`."""
    known = dict(row)
    del known["first_day"], known["last_day"]
    who = tuple(Named(name=name, stance=stance, origins=origins) for name, stance, origins in json.loads(row["who"]))
    return CaseRow(**{**known, "disputed_toll": bool(row["disputed_toll"]), "who": who})


def actor_row(row: sqlite3.Row) -> ActorRow:
    """A row of `actors`."""
    known = dict(row)
    del known["folded"]
    return ActorRow(**known)


def tie_row(row: sqlite3.Row) -> TieRow:
    """A row of `ties`."""
    voices = tuple(
        TieVoice(statement=statement, chain=chain, certainty=certainty, polarity=polarity)
        for statement, chain, certainty, polarity in json.loads(row["voices"])
    )
    return TieRow(**{**dict(row), "voices": voices})
