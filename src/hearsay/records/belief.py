"""What is held to be so of an incident under a named policy, and all that speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.actor import ActorKind
from hearsay.records.incident import CountEffect, Part, Stance
from hearsay.records.link import Case, Ref
from hearsay.records.place import PlacePrecision
from hearsay.records.review import Review
from hearsay.records.span import Span
from hearsay.records.statement import Anonymity, Certainty


class DissentKind(StrEnum):
    """How what others say differs from the value that a policy picks.

    Growth: a later count takes the place of an earlier one. Conflict: both cannot be. Scope: another thing is counted
    (soldiers, not everybody; a year, not a day). Silence: reports of the case say nothing of it. Attribution: it is put
    down to somebody else, or by somebody else in another way.
    """

    GROWTH = "growth"
    CONFLICT = "conflict"
    SCOPE = "scope"
    SILENCE = "silence"
    ATTRIBUTION = "attribution"


class ClaimStatus(StrEnum):
    """How the claims of responsibility for an incident stand, over all its reports."""

    NONE = "none"
    SINGLE = "single"
    JOINT = "joint"
    COMPETING = "competing"
    DENIED = "denied"
    RETRACTED = "retracted"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A statement of one report behind a value, and all that is needed to tell whether two voices are one origin.

    `speaker` names the innermost speaker; `key` is the same for voices whose innermost speaker is the same, over all
    reports; `through` are the names of the outer speakers, outermost first. `story` is the story that the report
    carries. `said` is when it was said (EDTF) if the report tells, `published` the day the report came out.
    """

    report: str
    statement: str
    story: str
    speaker: str
    key: str
    anonymity: Anonymity
    through: tuple[str, ...]
    certainty: Certainty
    outlet: str | None
    published: str | None
    said: str | None
    evidence: tuple[Span, ...]
    quote: str
    channel: str | None = None

    @property
    def when(self) -> str | None:
        """The date to order by: when it was said, else when it was published; None when neither is told."""
        return self.said or (self.published[:10] if self.published else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Where:
    """A place as a value: codes and coordinates as the gazetteer has them, None where unknown.

    `town` is the one that a site lies in, when the report names it.
    """

    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    precision: PlacePrecision
    town: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Who:
    """An actor as a value; `id` is shared by the actors of several reports that are the same."""

    id: str
    name: str
    kind: ActorKind | None
    country: str | None
    registry_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One value that is given for a field, with everybody who gives it.

    `text` is the value in words (a figure as first reported). `low`/`high` bound a figure, `about` is the number that a
    vague one names ("about 70" is about 70, bounded on neither side). `origins` counts the independent origins:
    voices are one origin when the story or the innermost speaker is the same.
    """

    text: str
    voices: tuple[Voice, ...]
    origins: int
    low: int | None = None
    high: int | None = None
    about: int | None = None
    where: Where | None = None
    kind: str | None = None  # of a target

    @property
    def number(self) -> int | None:
        """The figure to compute with: the one named, else the bound that is given."""
        if self.about is not None:
            return self.about
        return self.low if self.low is not None else self.high

    @property
    def latest(self) -> str:
        """The date of its latest voice; empty when none has a date."""
        return max((voice.when or "" for voice in self.voices), default="")

    @property
    def earliest(self) -> str:
        """The date of its earliest dated voice; empty when none has a date."""
        return min((voice.when for voice in self.voices if voice.when), default="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Dissent:
    """What differs from the value held. `reports` are the ids of the reports, the only content of silence."""

    kind: DissentKind
    variant: Variant | None
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldBelief:
    """One field: the value that the policy picks (None: it picks none, or nobody gives one), and the dissent.

    `low`/`high` are the range that the policy states beside its pick (UCDP), else the variant's own; `origins` counts
    the independent origins of all its variants; `why` says in words how the policy came to it.
    """

    field: str
    value: Variant | None
    low: int | None
    high: int | None
    variants: tuple[Variant, ...]
    dissent: tuple[Dissent, ...]
    why: str
    origins: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsibility:
    """That an actor did it, in one stance, with everybody who says so. Never a fact: always somebody's word.

    `doubts` are voices that say, of a claim, that it may not be true.
    """

    who: Who
    part: Part
    stance: Stance
    partners: tuple[str, ...]
    support: str | None
    voices: tuple[Voice, ...]
    origins: int
    doubts: tuple[Voice, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A person's word on one field of a case; it is kept beside what the reports say and taken back by leaving it out.

    `member` is any incident of the case; `value` the text of a variant, or a number for counts.
    """

    member: Ref
    field: str
    value: str
    author: str
    at: str
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report of a case, as a citation needs it; `story` tells which of them carry one story."""

    report: str
    story: str
    headline: str | None
    outlet: str | None
    agency: str | None
    published: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """A case under a policy.

    `counts` has one entry for each effect that a report counts; `fields` holds kind, time, place, target and weapon.
    `dissent` is over who did it. `voices` are all voices of the case, each statement once; `origins` counts the
    independent ones among them. `sources` are its reports by date. `reviews` are the decisions of persons that stand on
    what its reports say; what they change is changed in all the rest.
    """

    case: Case
    policy: str
    fields: tuple[FieldBelief, ...]
    counts: tuple[tuple[CountEffect, FieldBelief], ...]
    responsibilities: tuple[Responsibility, ...]
    claims: ClaimStatus
    dissent: tuple[Dissent, ...]
    voices: tuple[Voice, ...]
    origins: int
    sources: tuple[Source, ...]
    corrections: tuple[Correction, ...] = ()
    reviews: tuple[Review, ...] = ()

    def field(self, name: str) -> FieldBelief | None:
        """The field of that name, None when there is no such field."""
        return next((field for field in self.fields if field.field == name), None)

    def count(self, effect: CountEffect) -> FieldBelief | None:
        """The count of that effect, None when no report counts it."""
        return next((count for known, count in self.counts if known is effect), None)
