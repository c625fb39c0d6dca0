"""What a person decides on what was read: accepted, corrected, rejected, or that it cannot be told.

A decision is a statement of its own, with author and time, beside what the machine read and never in place of it:
what stands is computed from both, and a decision that is taken back leaves no trace. Decisions of one person on one
thing follow each other, the last counts; taking it back brings the one before it back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.ids import content_id
from hearsay.records.link import Link, LinkKind, Ref, decision
from hearsay.records.span import Span


class Subject(StrEnum):
    """What a decision is on: that a report tells of an incident at all, a field of one, who is said to have done it,
    a statement, a relation, or that words name an actor or a place."""

    INCIDENT = "incident"
    FIELD = "field"
    PERPETRATOR = "perpetrator"
    STATEMENT = "statement"
    RELATION = "relation"
    NAME = "name"


class Verdict(StrEnum):
    """What a person says of what was read."""

    ACCEPT = "accept"
    CORRECT = "correct"
    REJECT = "reject"
    CANNOT_TELL = "cannot tell"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Item:
    """One thing to decide on. `of` is the record; `key` says what of it, empty when it is the record as a whole.

    The key of a field is its name ("time"), of a figure also its words ("killed: at least 13"); of a perpetrator the
    actor and the statement that says so; of a name its place in the text ("120-131").
    """

    subject: Subject
    of: Ref
    key: str = ""

    @property
    def field(self) -> str:
        """What agreement is counted by: the field's name, or the subject where there are no fields."""
        return self.key.partition(":")[0] if self.subject is Subject.FIELD else self.subject.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's decision on one item.

    `judged` is the value that the person was shown, None when nothing was read there; `value` the one that the person
    gives and `spans` the words that say so, both only with CORRECT. `settles` marks an adjudication: the last word on
    what coders disagree on. `at` is ISO 8601.
    """

    item: Item
    verdict: Verdict
    judged: str | None
    author: str
    at: str
    value: str | None = None
    spans: tuple[Span, ...] = ()
    note: str | None = None
    settles: bool = False

    @property
    def id(self) -> str:
        """The same for the same decision by the same person at the same time."""
        item = self.item
        said = (self.verdict.value, self.value, [(span.start, span.end) for span in self.spans], self.settles)
        return content_id(
            "review", item.subject.value, item.of.report, item.of.record, item.key, self.author, self.at, *said
        )

    @property
    def parts(self) -> dict[str, str]:
        """The value of a correction in parts ("certainty=possible; speaker=police") by the names of the parts."""
        pairs = (part.partition("=") for part in (self.value or "").split(";"))
        return {name.strip(): value.strip() for name, sign, value in pairs if sign and value.strip()}

    @property
    def answer(self) -> tuple[str, str | None, tuple[Span, ...]]:
        """What two coders have to share to agree."""
        return (self.verdict.value, self.value, self.spans)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A person's word that two sets of records are one incident or actor (`holds`), or that they are not.

    It is one decision, taken back whole, and stands for a link between each of `one` and each of `other`. Of two words
    on one pair the later counts.
    """

    kind: LinkKind
    one: tuple[Ref, ...]
    other: tuple[Ref, ...]
    holds: bool
    author: str
    at: str
    note: str | None = None

    @property
    def id(self) -> str:
        """The same for the same decision by the same person at the same time, whichever side is named first."""
        sides = sorted(
            ",".join(f"{ref.report} {ref.record}" for ref in sorted(side)) for side in (self.one, self.other)
        )
        return content_id("grouping", self.kind.value, *sides, self.holds, self.author, self.at)

    def links(self) -> Iterator[Link]:
        """The links that it stands for."""
        for one in self.one:
            for other in self.other:
                yield decision(self.kind, (one, other), holds=self.holds, author=self.author, at=self.at)
