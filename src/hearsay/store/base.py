"""What every store offers: a Writer that keeps readings, and a View that shows them.

A store holds each report's reading whole, and beside it rows to search. A view is a snapshot: while it is open, what
others write does not show. Order never depends on the order of arrival: reports go by date of publication and id,
incidents and claims by their date, those without a date last.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from enum import StrEnum
from typing import Protocol

from hearsay.records.belief import Correction
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.records.link import Case, Link, Linking, Ref
from hearsay.records.reading import Reading
from hearsay.records.review import Grouping, Review
from hearsay.store.entries import (
    ActorEntry,
    CaseEntry,
    ClaimEntry,
    FailureEntry,
    IncidentEntry,
    Match,
    RelationEntry,
    ReportEntry,
    StatementEntry,
)
from hearsay.store.filters import (
    ActorFilter,
    CaseFilter,
    ClaimFilter,
    IncidentFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
)


class Added(StrEnum):
    """What adding a reading did."""

    NEW = "new"
    CHANGED = "changed"  # the report was there with another reading, which this one replaces
    KNOWN = "known"  # the same reading was there; nothing was written


class Writer(AbstractContextManager["Writer"], Protocol):
    """Writes, each call in one transaction: it is kept whole or not at all, whatever interrupts it.

    Every method raises StoreError when the store cannot be written.
    """

    def holds(self, document: Document) -> bool:
        """Whether reading this document would add nothing.

        False also when the report is there but `document` has a date of publication or an outlet that differs from
        what the stored reading knew: then it is worth reading again.
        """
        ...

    def add(self, reading: Reading) -> Added:
        """Keeps a reading; another reading of the same report takes the place of the first.

        Raises:
            ContractError: the reading's ids or spans lead nowhere; nothing is written.
        """
        ...

    def remove(self, report: str) -> None:
        """Takes a report out, as if it had never been read; persons' words on it go too.

        Raises:
            UsageError: there is no report of this id.
        """
        ...

    def decide(self, link: Link) -> None:
        """Keeps a person's word on two records; a later one on the same two takes its place.

        Raises:
            UsageError: the store has no such record.
            ContractError: it is no person's, or does not say by whom and when.
        """
        ...

    def undecide(self, link: str) -> None:
        """Takes a decision back, by its id.

        Raises:
            UsageError: there is no decision of this id.
        """
        ...

    def correct(self, correction: Correction) -> None:
        """Keeps a person's word on a field of an incident; a later one on the same field takes its place.

        Raises:
            UsageError: the store has no such incident.
        """
        ...

    def uncorrect(self, member: Ref, field: str) -> None:
        """Takes the correction of a field back.

        Raises:
            UsageError: there is none.
        """
        ...

    def keep_cases(self, linking: Linking, entries: Sequence[CaseEntry], maker: str, edition: int) -> bool:
        """Keeps what linking came to; False, and nothing done, when the store is no longer of this edition.

        `entries` are those of the linking's cases, in their order; `maker` is a stamp of what made them.
        """
        ...

    def review(self, review: Review, after: str | None = None) -> None:
        """Keeps a person's decision on what was read; `after` is the id of the last decision that the person saw on
        it: its own, or for an adjudication the last of anybody, None when there was none.

        Raises:
            UsageError: the store has no such report, or the words given lie outside it.
            ChangedError: the value or that last decision is no longer what the person saw; nothing is written.
            ContractError: it does not say by whom and when.
        """
        ...

    def unreview(self, review: str) -> None:
        """Takes a decision back, by its id; the one before it counts again.

        Raises:
            UsageError: there is none of this id.
        """
        ...

    def group(self, grouping: Grouping) -> None:
        """Keeps a person's word that two sets of records are one, or are not.

        Raises:
            UsageError: the store has no such record, or the two sides share one.
            ContractError: it does not say by whom and when.
        """
        ...

    def ungroup(self, grouping: str) -> None:
        """Takes such a word back, by its id.

        Raises:
            UsageError: there is none of this id.
        """
        ...

    def note_failure(self, failure: Failure) -> None:
        """Keeps what could not be read; the same failure noted twice is kept once, with the later time."""
        ...

    def forget_failures(self, source: str) -> None:
        """Drops the failures of a source and of what lies in it (a folder's files, a feed's entries)."""
        ...


class CaseIndex(Protocol):
    """Cases as they were last linked: found by filter or member without linking again.

    `current` is False when the store has changed since, or when another version of hearsay made it.
    """

    @property
    def current(self) -> bool:
        """Whether linking anew would come to the same."""
        ...

    def cases(self, chosen: CaseFilter = ...) -> Iterator[CaseEntry]:
        """The cases by date, those without one last."""
        ...

    def count(self, chosen: CaseFilter = ...) -> int:
        """How many cases are chosen, whatever `limit` and `offset` say."""
        ...

    def of(self, member: Ref) -> CaseEntry | None:
        """The case that an incident of a report belongs to; None for one that belongs to none (a running tally)."""
        ...

    def linking(self, case: Case | None = ...) -> Linking:
        """What linking came to; with a case only what bears on its reports, which is enough to weigh it."""
        ...


class View(AbstractContextManager["View"], Protocol):
    """Reads. Lists stream; their memory does not grow with the store.

    Methods that are given an id raise UsageError when there is nothing of this id.
    """

    def reports(self, chosen: ReportFilter = ...) -> Iterator[ReportEntry]:
        """The reports."""
        ...

    def report(self, report: str) -> ReportEntry:
        """One report by its full id."""
        ...

    def reading(self, report: str) -> Reading:
        """The whole reading of one report."""
        ...

    def readings(self) -> Iterator[Reading]:
        """The readings of all reports."""
        ...

    def wire(self, report: str) -> str:
        """The reading of one report as JSON, byte for byte what `wire.dumps` gave when it was added."""
        ...

    def incidents(self, chosen: IncidentFilter = ...) -> Iterator[IncidentEntry]:
        """Incidents of single reports; the same incident in two reports is two entries."""
        ...

    def claims(self, chosen: ClaimFilter = ...) -> Iterator[ClaimEntry]:
        """Claims of responsibility, and denials."""
        ...

    def statements(self, chosen: StatementFilter = ...) -> Iterator[StatementEntry]:
        """Statements, report by report in text order."""
        ...

    def actors(self, chosen: ActorFilter = ...) -> Iterator[ActorEntry]:
        """Actors of single reports, report by report."""
        ...

    def relations(self, chosen: RelationFilter = ...) -> Iterator[RelationEntry]:
        """How actors stand to one another, report by report."""
        ...

    def decisions(self) -> tuple[Link, ...]:
        """Persons' words on links, by time; those that groupings stand for among them."""
        ...

    def reviews(self, report: str | None = ...) -> tuple[Review, ...]:
        """Persons' decisions on what was read, in one report or all, by time."""
        ...

    def groupings(self) -> tuple[Grouping, ...]:
        """Persons' words on what belongs together, by time."""
        ...

    def corrections(self) -> tuple[Correction, ...]:
        """Persons' words on fields, by time."""
        ...

    def edition(self) -> int:
        """How often anything was changed on which links and beliefs rest."""
        ...

    def case_index(self, maker: str) -> CaseIndex | None:
        """The index that was last kept; None when there is none. One by another maker is not current."""
        ...

    def failures(self) -> Iterator[FailureEntry]:
        """What could not be read, by source."""
        ...

    def report_ids(self) -> tuple[str, ...]:
        """The ids of all reports, in the order of the reports."""
        ...

    def stamp(self) -> str:
        """A hash of all readings and of all that persons say: another one when anything in them is another."""
        ...

    def find(self, words: str, limit: int = ...) -> tuple[Match, ...]:
        """What an id, the beginning of one, an address or a name may mean, the surest first; empty when nothing."""
        ...


class Store(AbstractContextManager["Store"], Protocol):
    """An open store. Closing it (or leaving `with`) frees its file or connections."""

    @property
    def address(self) -> str:
        """Its path or address, without a password."""
        ...

    def writer(self) -> Writer:
        """A writer; use it in `with`. Several processes may write, one at a time."""
        ...

    def view(self) -> View:
        """A snapshot of what is there now; use it in `with`."""
        ...

    def close(self) -> None:
        """Frees the file or the connections."""
        ...
