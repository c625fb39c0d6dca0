"""A store that shows no name of a private person: what commands and pages are given when names are to be masked.

It can be read only. What is linked and weighed from it is what is linked and weighed from the store behind it, but for
the names.
"""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.errors import UsageError
from hearsay.judging.applied import Reviewed
from hearsay.masking.mask import Mask, masked
from hearsay.masking.names import Masker
from hearsay.records.belief import Correction
from hearsay.records.link import Case, Link, Linking, Ref
from hearsay.records.reading import Reading
from hearsay.records.review import Grouping, Review
from hearsay.records.wire import dumps
from hearsay.store.base import CaseIndex, Store, View, Writer
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

ALL_REPORTS = ReportFilter()
ALL_INCIDENTS = IncidentFilter()
ALL_CLAIMS = ClaimFilter()
ALL_STATEMENTS = StatementFilter()
ALL_ACTORS = ActorFilter()
ALL_RELATIONS = RelationFilter()
ALL_CASES = CaseFilter()

PRIVATE = "private"
"""What `--mask` takes."""


def as_asked(store: Store, asked: str | None) -> Store:
    """The store, masked if `--mask private` was given.

    Raises:
        UsageError: `--mask` was given something that nothing can be masked by.
    """
    if asked not in (None, PRIVATE):
        raise UsageError(f"--mask takes {PRIVATE!r}: the names of private persons; {asked!r} is nothing that it knows")
    return store if asked is None else MaskedStore(store)


class MaskedStore:
    """A Store whose views are masked. `behind` is the store as it is."""

    def __init__(self, behind: Store) -> None:
        self.behind = behind
        with behind.view() as view:
            self._mask = Mask.of(view.readings())

    @property
    def address(self) -> str:
        return self.behind.address

    def writer(self) -> Writer:
        """There is none.

        Raises:
            UsageError: always: what somebody decides on has to be seen as it is.
        """
        raise UsageError("names are masked here, so that nothing can be decided on; open the book without --mask")

    def view(self) -> View:
        """A snapshot without names of private persons; use it in `with`."""
        return MaskedView(self.behind.view(), self._mask)

    def close(self) -> None:
        """Closes the store behind it."""
        self.behind.close()

    def __enter__(self) -> MaskedStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def unmasked(store: Store) -> Store:
    """The store as it is, for what is kept in it and shown to nobody."""
    return store.behind if isinstance(store, MaskedStore) else store


class MaskedView:
    """A View without names of private persons; see `View`."""

    def __init__(self, behind: View, mask: Mask) -> None:
        self._behind = behind
        self._mask = mask
        self._maskers: dict[str, Masker] = {}

    def __enter__(self) -> MaskedView:
        return self

    def __exit__(self, *_: object) -> None:
        self._behind.__exit__(None, None, None)

    def reviewed(self) -> Reviewed:
        """The readings as decided, masked after that: decisions speak of words where they stand in the report."""
        return Reviewed(self._behind, self._behind.reviews(), self._mask.reading, self._review)

    def reports(self, chosen: ReportFilter = ALL_REPORTS) -> Iterator[ReportEntry]:
        for entry in self._behind.reports(chosen):
            yield self._report(entry)

    def report(self, report: str) -> ReportEntry:
        return self._report(self._behind.report(report))

    def reading(self, report: str) -> Reading:
        return self._mask.reading(self._behind.reading(report))

    def readings(self) -> Iterator[Reading]:
        return (self._mask.reading(reading) for reading in self._behind.readings())

    def wire(self, report: str) -> str:
        return dumps(self.reading(report))

    def incidents(self, chosen: IncidentFilter = ALL_INCIDENTS) -> Iterator[IncidentEntry]:
        for entry in self._behind.incidents(chosen):
            yield masked(entry, [self._masker(entry.report.id)])

    def claims(self, chosen: ClaimFilter = ALL_CLAIMS) -> Iterator[ClaimEntry]:
        for entry in self._behind.claims(chosen):
            yield masked(entry, [self._masker(entry.report.id)])

    def statements(self, chosen: StatementFilter = ALL_STATEMENTS) -> Iterator[StatementEntry]:
        for entry in self._behind.statements(chosen):
            yield masked(entry, [self._masker(entry.report.id)])

    def actors(self, chosen: ActorFilter = ALL_ACTORS) -> Iterator[ActorEntry]:
        for entry in self._behind.actors(chosen):
            yield masked(entry, [self._masker(entry.report.id)])

    def relations(self, chosen: RelationFilter = ALL_RELATIONS) -> Iterator[RelationEntry]:
        for entry in self._behind.relations(chosen):
            yield masked(entry, [self._masker(entry.report.id)])

    def decisions(self) -> tuple[Link, ...]:
        return self._behind.decisions()

    def reviews(self, report: str | None = None) -> tuple[Review, ...]:
        return tuple(self._review(one) for one in self._behind.reviews(report))

    def groupings(self) -> tuple[Grouping, ...]:
        reports = [sorted({ref.report for ref in (*one.one, *one.other)}) for one in self._behind.groupings()]
        return tuple(
            masked(one, map(self._masker, named)) for one, named in zip(self._behind.groupings(), reports, strict=True)
        )

    def corrections(self) -> tuple[Correction, ...]:
        return tuple(masked(one, [self._masker(one.member.report)]) for one in self._behind.corrections())

    def edition(self) -> int:
        return self._behind.edition()

    def case_index(self, maker: str) -> CaseIndex | None:
        index = self._behind.case_index(maker)
        return None if index is None else _MaskedIndex(index, self)

    def failures(self) -> Iterator[FailureEntry]:
        return self._behind.failures()

    def report_ids(self) -> tuple[str, ...]:
        return self._behind.report_ids()

    def stamp(self) -> str:
        return f"{self._behind.stamp()}-masked"

    def find(self, words: str, limit: int = 50) -> tuple[Match, ...]:
        return tuple(masked(one, [self._masker(one.report)]) for one in self._behind.find(words, limit))

    def entry(self, entry: CaseEntry) -> CaseEntry:
        """A line of the index, by the names of all its reports."""
        return masked(entry, map(self._masker, sorted({member.report for member in entry.case.members})))

    def _report(self, entry: ReportEntry) -> ReportEntry:
        return masked(entry, [self._masker(entry.id)])

    def _review(self, review: Review) -> Review:
        return masked(review, [self._masker(review.item.of.report)])

    def _masker(self, report: str) -> Masker:
        if report not in self._maskers:
            try:
                self._maskers[report] = self._mask.masker(self._behind.reading(report))
            except UsageError:  # a decision on a report that is gone
                self._maskers[report] = Masker(())
        return self._maskers[report]


class _MaskedIndex:
    """A CaseIndex without names of private persons; see `CaseIndex`."""

    def __init__(self, behind: CaseIndex, view: MaskedView) -> None:
        self._behind = behind
        self._view = view

    @property
    def current(self) -> bool:
        return self._behind.current

    def cases(self, chosen: CaseFilter = ALL_CASES) -> Iterator[CaseEntry]:
        return map(self._view.entry, self._behind.cases(chosen))

    def count(self, chosen: CaseFilter = ALL_CASES) -> int:
        return self._behind.count(chosen)

    def of(self, member: Ref) -> CaseEntry | None:
        entry = self._behind.of(member)
        return None if entry is None else self._view.entry(entry)

    def linking(self, case: Case | None = None) -> Linking:
        return self._behind.linking(case)
