"""That two records of different reports are the same incident or actor, or that one report carries another's story.

A link is an edge that can be taken back, never a rewrite: the reports stay as they were read. What follows from the
links (which incidents of which reports make one case, which reports tell one story) is computed from them anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.ids import content_id


class LinkKind(StrEnum):
    """What a link says of its two ends."""

    SAME_INCIDENT = "same_incident"
    SAME_ACTOR = "same_actor"
    CARRIED_COPY_OF = "carried_copy_of"


class Decider(StrEnum):
    """Who decided a link. A person's word outranks the machine's."""

    MACHINE = "machine"
    PERSON = "person"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Ref:
    """A record of a report: ids are unique within a report only. For the report itself the two are the same."""

    report: str
    record: str


def report_ref(report: str) -> Ref:
    """The report itself, as an end of a link."""
    return Ref(report=report, record=report)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """A named feature of two records, how they compare in it, and the bits that this adds to the score."""

    feature: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Two records and what they are to each other.

    `one` sorts before `other`, except that of a carried copy `one` is the copy and `other` the report that it is
    nearest to. `holds` is False when a person has said that the two are *not* the same. `score` is in bits of evidence
    (the sum of the reasons' weights and the prior), None for a person's decision; `author` and `at` (ISO 8601) say
    which person, when.
    """

    id: str
    kind: LinkKind
    one: Ref
    other: Ref
    score: float | None
    reasons: tuple[Reason, ...]
    decided_by: Decider = Decider.MACHINE
    holds: bool = True
    author: str | None = None
    at: str | None = None


def link_id(kind: LinkKind, one: Ref, other: Ref, by: Decider) -> str:
    """The same for the same kind, ends and decider, whichever end is named first."""
    first, second = sorted((one, other))
    return content_id("link", kind.value, first.report, first.record, second.report, second.record, by.value)


def decision(kind: LinkKind, ends: tuple[Ref, Ref], *, holds: bool, author: str, at: str) -> Link:
    """A person's word on two records: the same, or not. Taking it back is leaving it out."""
    one, other = sorted(ends)
    return Link(
        id=link_id(kind, one, other, Decider.PERSON),
        kind=kind,
        one=one,
        other=other,
        score=None,
        reasons=(),
        decided_by=Decider.PERSON,
        holds=holds,
        author=author,
        at=at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One incident of the world, as far as the links tell: the incidents of single reports that are about it.

    `members` are sorted by their report's date of publication, then by id. The id is that of the first member's report
    and incident, so that it does not change while later reports come in.
    """

    id: str
    members: tuple[Ref, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """An incident that stays out of every case, and why: a running tally, a round-up's sum."""

    member: Ref
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Linking:
    """What linking a store comes to.

    `stories` gives for each report the id of the story that it carries: that of the earliest report of the story.
    `actors` gives for each actor that is linked to one of another report the id that they share.
    `refused` are decisions of persons that contradict each other through others; the later of them stand here.
    """

    links: tuple[Link, ...]
    cases: tuple[Case, ...]
    excluded: tuple[Excluded, ...]
    stories: Mapping[str, str]
    actors: Mapping[Ref, str]
    refused: tuple[Link, ...] = ()
