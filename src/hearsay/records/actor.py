"""Who: a person, group, force, government, agency or outlet that a report names or describes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class ActorKind(StrEnum):
    """What an actor is."""

    ARMED_GROUP = "armed group"
    STATE_FORCE = "state force"
    GOVERNMENT = "government"
    PARTY = "party"
    NEWS_AGENCY = "news agency"
    OUTLET = "outlet"
    PERSON = "person"
    CIVILIANS = "civilians"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of one report, under all the names that the report gives it.

    `names` holds every distinct wording that refers to it, the longest proper name first in `name`.
    `country` is ISO 3166-1 alpha-2. `registry_id` is set when it resolves to a row of the actor registry.
    `mentions` are in text order.
    """

    id: str
    name: str
    kind: ActorKind
    names: tuple[str, ...]
    country: str | None
    registry_id: str | None
    mentions: tuple[Span, ...]
