"""What several statements, in one report or many, are about: an incident, whose fields hold sourced values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CountEffect(StrEnum):
    """What happened to those who are counted."""

    KILLED = "killed"
    WOUNDED = "wounded"
    DETAINED = "detained"
    MISSING = "missing"
    DISPLACED = "displaced"
    ATTACKERS_KILLED = "attackers_killed"


class Stance(StrEnum):
    """Who says that an actor did it, and how: see `stance_of` in the incidents stage."""

    CLAIMED = "claimed"
    ACCUSED = "accused"
    SUSPECTED = "suspected"
    DENIED = "denied"
    CREDITED = "credited"
    REPORTED = "reported"


class Part(StrEnum):
    """What part an actor had in an incident."""

    PERPETRATOR = "perpetrator"
    PLANNER = "planner"
    SPONSOR = "sponsor"


class Claims(StrEnum):
    """How the claims of responsibility for an incident stand to one another."""

    NONE = "none"
    SINGLE = "single"
    JOINT = "joint"
    COMPETING = "competing"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toll:
    """One figure for one effect. "More than 60" is low 61, high None; "about 70" is neither, as_reported kept."""

    low: int | None
    high: int | None
    as_reported: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What was hit, in the report's words; `kind` a target kind of the vocabulary; `actor` an id or plain text."""

    what: str
    kind: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Perpetrator:
    """One statement's word on who did it. `partners` are actors said to have acted with it, `support` what the
    claim is backed with ("photographs of the attackers")."""

    actor: str
    role: Part
    stance: Stance
    partners: tuple[str, ...]
    support: str | None
    statement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """An incident of one report. `tolls` may hold several figures for one effect: they disagree, and both stay.

    `time` is EDTF or None; the publication date is never a fallback. `statements` are in text order.
    """

    id: str
    kind: str
    time: str | None
    places: tuple[str, ...]
    target: Target | None
    weapon: str | None
    tolls: tuple[tuple[CountEffect, Toll], ...]
    perpetrators: tuple[Perpetrator, ...]
    claims: Claims
    statements: tuple[str, ...]
