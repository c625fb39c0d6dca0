"""How two actors stand to one another, as somebody says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class RelationKind(StrEnum):
    """Kinds of relation, read as `subject kind object`: "Jhangvi Al-Alami faction_of Lashkar-e-Jhangvi"."""

    ALIAS_OF = "alias_of"
    FACTION_OF = "faction_of"
    AFFILIATED_WITH = "affiliated_with"
    ALLIED_WITH = "allied_with"
    ALLY_OF = "ally_of"
    RIVAL_OF = "rival_of"
    HOSTILE_TO = "hostile_to"
    FUNDED = "funded"
    ARMED = "armed"
    TRAINED = "trained"
    COOPERATED_WITH = "cooperated_with"
    LED_BY = "led_by"
    FOUNDED = "founded"
    MEMBER_OF = "member_of"
    SPOKESPERSON_OF = "spokesperson_of"
    HELD_OFFICE = "held_office"
    KIN_OF = "kin_of"
    ETHNICITY = "ethnicity"
    BASED_IN = "based_in"
    PRESENT_IN = "present_in"
    SEEKS_LINK_WITH = "seeks_link_with"
    SPLIT_FROM = "split_from"
    MERGED_INTO = "merged_into"


class RelationStatus(StrEnum):
    """Whether the relation is said to hold now."""

    CURRENT = "current"
    FORMER = "former"
    SOUGHT = "sought"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """A relation of one report. `subject` and `object` are actor ids, or plain text when the thing is no actor.

    `time` is EDTF for when it held, None when not said; `qualifier` is the report's own limiting word ("formally").
    """

    id: str
    kind: RelationKind
    subject: str
    object: str
    time: str | None
    status: RelationStatus
    qualifier: str | None
    statements: tuple[str, ...]
