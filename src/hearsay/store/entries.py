"""What a store shows in lists: a line each, with names in place of ids, and always its report and who says so."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.actor import ActorKind
from hearsay.records.belief import ClaimStatus, Where
from hearsay.records.failure import Failure
from hearsay.records.incident import Claims, CountEffect, Part, Stance
from hearsay.records.link import Case
from hearsay.records.place import PlacePrecision
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.records.statement import Certainty, Content, Form, Polarity, Speaker


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report without its text; `incidents` and `statements` count what was read in it."""

    id: str
    sha256: str
    url: str | None
    outlet: str | None
    agency: str | None
    author: str | None
    published: str | None
    language: str
    headline: str | None
    incidents: int
    statements: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of a report, and where they stand in its text."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A statement's id, who makes it (outermost first), and how firmly."""

    statement: str
    speakers: tuple[Speaker, ...]
    certainty: Certainty


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceEntry:
    """Where, as a line shows it; coordinates in WGS84 degrees."""

    id: str
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    precision: PlacePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class TollEntry:
    """A figure and the voices that give it."""

    effect: CountEffect
    low: int | None
    high: int | None
    as_reported: str
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PerpetratorEntry:
    """Who is said to have done it, by whom. `partners` are names."""

    actor: str
    name: str
    role: Part
    stance: Stance
    partners: tuple[str, ...]
    support: str | None
    voice: Voice


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetEntry:
    """What was hit; `actor` is a name, or the report's words."""

    what: str
    kind: str | None
    actor: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentEntry:
    """An incident of one report."""

    report: ReportEntry
    id: str
    kind: str
    time: str | None
    places: tuple[PlaceEntry, ...]
    target: TargetEntry | None
    weapon: str | None
    tolls: tuple[TollEntry, ...]
    perpetrators: tuple[PerpetratorEntry, ...]
    claims: Claims
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimEntry:
    """An actor's own word that it did, or did not do, something; `evidence` holds the words."""

    report: ReportEntry
    incident: str
    kind: str
    time: str | None
    places: tuple[PlaceEntry, ...]
    claimant: PerpetratorEntry
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementEntry:
    """A statement of one report, with its words."""

    report: ReportEntry
    id: str
    speakers: tuple[Speaker, ...]
    form: Form
    polarity: Polarity
    certainty: Certainty
    content: Content
    evidence: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor of one report."""

    report: ReportEntry
    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    country: str | None
    registry_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationEntry:
    """A relation of one report; `subject` and `object` are names, or the report's words."""

    report: ReportEntry
    id: str
    kind: RelationKind
    subject: str
    object: str
    time: str | None
    status: RelationStatus
    qualifier: str | None
    voices: tuple[Voice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureEntry:
    """What could not be read, and when that was last tried (ISO 8601, UTC)."""

    failure: Failure
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DoerEntry:
    """Who is said to have done it, over all reports of a case, and in which stance."""

    name: str
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseEntry:
    """A case on one line: what lists, maps and filters need of it. What stands behind each value is in its belief.

    `killed` and `wounded` are the lowest and the highest figure that is given for all of them, None where nobody gives
    one. `stories` counts its reports without those that only carry another, `origins` its independent voices.
    `headline` is that of its first report. A site is found by its town too, which `where` does not keep.
    """

    case: Case
    kind: str | None
    time: str | None
    where: Where | None
    killed: tuple[int, int] | None
    wounded: tuple[int, int] | None
    doers: tuple[DoerEntry, ...]
    claims: ClaimStatus
    headline: str | None
    reports: int
    stories: int
    origins: int


class MatchKind(StrEnum):
    """What a search by id or name can meet."""

    REPORT = "report"
    INCIDENT = "incident"
    ACTOR = "actor"
    PLACE = "place"
    STATEMENT = "statement"
    RELATION = "relation"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Something found by id or name: its full id, the id of its report, and a label for a person."""

    kind: MatchKind
    id: str
    report: str
    label: str
