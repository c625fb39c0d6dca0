"""Reading the index of cases: lists by filter, the case of an incident, the linking whole or for one case."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Row, Table, exists, func, or_, select

from hearsay.records.belief import ClaimStatus, Where
from hearsay.records.incident import Stance
from hearsay.records.link import Case, Decider, Excluded, Link, Linking, LinkKind, Reason, Ref
from hearsay.records.place import PlacePrecision
from hearsay.store import case_tables as tables
from hearsay.store.choosing import Condition, folded
from hearsay.store.entries import CaseEntry, DoerEntry
from hearsay.store.filters import CaseFilter, bounds
from hearsay.store.paging import PART, parts
from hearsay.store.telling import told

CASES = tables.cases.c
MEMBERS = tables.case_members.c
ALL_CASES = CaseFilter()


class SqlCaseIndex:
    """A CaseIndex on a view's connection; see `CaseIndex`."""

    def __init__(self, connection: Connection, address: str, *, current: bool) -> None:
        self._connection = connection
        self._address = address
        self.current = current

    def cases(self, chosen: CaseFilter = ALL_CASES) -> Iterator[CaseEntry]:
        """The cases by date, those without one last; see `CaseIndex`."""
        query = select(tables.cases).where(*_of_cases(chosen))
        with told(self._address):
            for rows in parts(self._connection, query, (CASES.dated, CASES.position), chosen):
                yield from self._entries(rows)

    def count(self, chosen: CaseFilter = ALL_CASES) -> int:
        """How many cases there are, whatever `limit` and `offset` say."""
        with told(self._address):
            query = select(func.count()).select_from(tables.cases).where(*_of_cases(chosen))
            return self._connection.execute(query).scalar_one()

    def of(self, member: Ref) -> CaseEntry | None:
        """The case that an incident of a report belongs to; None for one that belongs to none (a running tally)."""
        query = select(tables.cases).join(tables.case_members, MEMBERS.owner == CASES.position)
        query = query.where(MEMBERS.report == member.report, MEMBERS.record == member.record)
        with told(self._address):
            return next(self._entries(list(self._connection.execute(query))), None)

    def linking(self, case: Case | None = None) -> Linking:
        """What linking came to; with a case only what bears on its reports."""
        with told(self._address):
            if case is None:
                return self._whole()
            reports = sorted({member.report for member in case.members})
            return Linking(
                links=tuple(self._links_of(case)),
                cases=(case,),
                excluded=(),
                stories={row.report: row.story for row in self._chosen(tables.report_stories, reports)},
                actors={_ref(row): row.shared for row in self._chosen(tables.shared_actors, reports)},
            )

    def _whole(self) -> Linking:
        kept = tables.kept_links
        rows = self._connection.execute(select(kept).order_by(kept.c.position))
        found = [(_link(row), row.refused) for row in rows]
        excluded = tables.case_exclusions
        left_out = self._connection.execute(select(excluded).order_by(excluded.c.report, excluded.c.record))
        return Linking(
            links=tuple(link for link, _ in found),
            cases=tuple(self._cases()),
            excluded=tuple(Excluded(member=_ref(row), reason=row.reason) for row in left_out),
            stories={row.report: row.story for row in self._connection.execute(select(tables.report_stories))},
            actors={_ref(row): row.shared for row in self._connection.execute(select(tables.shared_actors))},
            refused=tuple(link for link, refused in found if refused),
        )

    def _cases(self) -> Iterator[Case]:
        members: dict[int, list[Ref]] = {}
        for row in self._connection.execute(select(tables.case_members).order_by(MEMBERS.owner, MEMBERS.position)):
            members.setdefault(row.owner, []).append(_ref(row))
        for row in self._connection.execute(select(CASES.position, CASES.id).order_by(CASES.position)):
            yield Case(id=row.id, members=tuple(members[row.position]))

    def _entries(self, rows: Sequence[Row[Any]]) -> Iterator[CaseEntry]:
        owners = [row.position for row in rows]
        members = self._owned(tables.case_members, owners)
        doers = self._owned(tables.case_doers, owners)
        for row in rows:
            who = (DoerEntry(name=one.name, stance=Stance(one.stance)) for one in doers.get(row.position, ()))
            yield _entry(row, tuple(map(_ref, members[row.position])), tuple(who))

    def _owned(self, table: Table, owners: Sequence[int]) -> dict[int, list[Row[Any]]]:
        columns = table.c
        query = select(table).where(columns.owner.in_(owners)).order_by(columns.owner, columns.position)
        found: dict[int, list[Row[Any]]] = {}
        for row in self._connection.execute(query):
            found.setdefault(row.owner, []).append(row)
        return found

    def _chosen(self, table: Table, reports: Sequence[str]) -> Iterator[Row[Any]]:
        for start in range(0, len(reports), PART):
            yield from self._connection.execute(select(table).where(table.c.report.in_(reports[start : start + PART])))

    def _links_of(self, case: Case) -> Iterator[Link]:
        """The links between its members, and between its reports as carriers of one story."""
        kept = tables.kept_links.c
        known = {*case.members, *(Ref(report=one.report, record=one.report) for one in case.members)}
        reports = sorted({member.report for member in case.members})
        for start in range(0, len(reports), PART):
            query = select(tables.kept_links).where(kept.one_report.in_(reports[start : start + PART]))
            for row in self._connection.execute(query.order_by(kept.position)):
                link = _link(row)
                if link.one in known and link.other in known:
                    yield link


def _of_cases(chosen: CaseFilter) -> list[Condition]:
    pairs = ((CASES.kind, chosen.kind), (CASES.country, chosen.country), (CASES.claims, chosen.claims))
    tests: list[Condition] = [column == str(value) for column, value in pairs if value is not None]
    first, last = bounds(chosen.since, chosen.until)
    if first is not None:
        tests.append(CASES.last_day >= first)
    if last is not None:
        tests.append(CASES.first_day <= last)
    if chosen.place:
        tests.append(CASES.folded.contains(folded(chosen.place), autoescape=True))
    if chosen.case:
        # a range, because LIKE could not use the index
        tests.append(or_(CASES.id == chosen.case, (CASES.id > chosen.case) & (CASES.id < chosen.case + "g")))
    if chosen.actor or chosen.stance:
        doers = tables.case_doers.c
        wanted = [doers.owner == CASES.position]
        wanted += [doers.folded == folded(chosen.actor)] if chosen.actor else []
        wanted += [doers.stance == str(chosen.stance)] if chosen.stance else []
        tests.append(exists().where(*wanted))
    return tests


def _ref(row: Row[Any]) -> Ref:
    return Ref(report=row.report, record=row.record)


def _entry(row: Row[Any], members: tuple[Ref, ...], doers: tuple[DoerEntry, ...]) -> CaseEntry:
    return CaseEntry(
        case=Case(id=row.id, members=members),
        kind=row.kind,
        time=row.time,
        where=_where(row),
        killed=None if row.killed_low is None else (row.killed_low, row.killed_high),
        wounded=None if row.wounded_low is None else (row.wounded_low, row.wounded_high),
        doers=doers,
        claims=ClaimStatus(row.claims),
        headline=row.headline,
        reports=row.reports,
        stories=row.stories,
        origins=row.origins,
    )


def _where(row: Row[Any]) -> Where | None:
    if row.place is None:
        return None
    return Where(
        name=row.place,
        country=row.country,
        admin1=row.admin1,
        latitude=row.latitude,
        longitude=row.longitude,
        geonames_id=row.geonames_id,
        precision=PlacePrecision(row.precision),
    )


def _link(row: Row[Any]) -> Link:
    return Link(
        id=row.id,
        kind=LinkKind(row.kind),
        one=Ref(report=row.one_report, record=row.one_record),
        other=Ref(report=row.other_report, record=row.other_record),
        score=row.score,
        reasons=_reasons(row.reasons),
        decided_by=Decider(row.decided_by),
        holds=row.holds,
        author=row.author,
        at=row.at,
    )


@lru_cache(maxsize=1 << 14)
def _reasons(text: str) -> tuple[Reason, ...]:
    found: Iterable[tuple[str, str, float]] = json.loads(text)
    return tuple(Reason(feature=feature, level=level, weight=weight) for feature, level, weight in found)
