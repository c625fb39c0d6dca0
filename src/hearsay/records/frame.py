"""What a clause is about: something that happened, somebody's responsibility for it, or how two actors stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.incident import CountEffect
from hearsay.records.relation import RelationStatus
from hearsay.records.span import Span


class RoleName(StrEnum):
    """What a filler is to its frame."""

    PERPETRATOR = "perpetrator"
    PLANNER = "planner"
    SPONSOR = "sponsor"
    PARTNER = "partner"
    TARGET = "target"
    VICTIM = "victim"
    WEAPON = "weapon"
    PLACE = "place"
    TIME = "time"
    SUPPORT = "support"
    SUBJECT = "subject"
    OBJECT = "object"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filler:
    """The words that fill a role. `head` indexes `Analysis.tokens`; `reference` is the id of an actor or place, which
    is `doubted` where the words only take somebody for it ("gunmen believed to be rebels")."""

    role: RoleName
    span: Span
    head: int
    reference: str | None = None
    doubted: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """How many were affected, as the words say. `low`/`high` are None where the words leave that end open."""

    effect: CountEffect
    low: int | None
    high: int | None
    as_reported: str
    span: Span


class Act(StrEnum):
    """What an event frame does with its incident."""

    EVENT = "event"  # it happened
    CLAIM = "claim"  # somebody says: it was us
    DENIAL = "denial"  # somebody says: it was not us
    BLAME = "blame"  # somebody says: it was them
    CREDIT = "credit"  # somebody gives them the credit


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A trigger and its fillers.

    `kind` is an incident kind of the vocabulary for event frames, or a `RelationKind` for relation frames
    (`act` is None for those). `antecedent` is the id of an earlier frame that this one talks about ("the raid").
    `negated` and `hedge` come from the trigger's own clause; `hypothetical` frames never become incidents.
    `by` names the rule or head that found it. `token` indexes `Analysis.tokens`.
    """

    id: str
    trigger: Span
    token: int
    evidence: Span
    act: Act | None
    kind: str
    fillers: tuple[Filler, ...]
    counts: tuple[Count, ...] = ()
    time: Span | None = None
    negated: bool = False
    hedge: str | None = None
    hypothetical: bool = False
    antecedent: str | None = None
    status: RelationStatus | None = None
    qualifier: str | None = None
    by: str = ""

    @property
    def is_relation(self) -> bool:
        """True when the frame says how two actors stand, not what happened."""
        return self.act is None

    def fillers_of(self, role: RoleName) -> tuple[Filler, ...]:
        """The fillers of one role, in text order."""
        return tuple(filler for filler in self.fillers if filler.role is role)
