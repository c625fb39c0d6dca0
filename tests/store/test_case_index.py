"""The index of cases, on every kind of store: kept while nothing changes, thrown away whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.store.test_persons import FIRST, SAME, SECOND, TOLL, incident

from hearsay.records.belief import ClaimStatus, Where
from hearsay.records.incident import Stance
from hearsay.records.link import Case, Excluded, Link, Linking, LinkKind, Reason, Ref, report_ref
from hearsay.records.place import PlacePrecision
from hearsay.store.base import Store, Writer
from hearsay.store.entries import CaseEntry, DoerEntry
from hearsay.store.filters import CaseFilter

REASONS = (Reason(feature="time", level="same day", weight=5.0), Reason(feature="text", level="close", weight=8.0))
LINK = Link(
    id="link-1", kind=LinkKind.SAME_INCIDENT, one=incident(FIRST), other=incident(SECOND), score=6.5, reasons=REASONS
)
COPY = replace(
    LINK,
    id="link-2",
    kind=LinkKind.CARRIED_COPY_OF,
    one=report_ref(SECOND.document.id),
    other=report_ref(FIRST.document.id),
    reasons=(),
)
BOTH = Case(id="case-1aaaaaaaaaaaaaaa", members=(incident(FIRST), incident(SECOND)))
LONE = Case(id="case-2bbbbbbbbbbbbbbb", members=(Ref(report="report-9", record="incident-9"),))
LINKING = Linking(
    links=(COPY, LINK, SAME),
    cases=(BOTH, LONE),
    excluded=(Excluded(member=Ref(report="report-9", record="incident-8"), reason="a running tally"),),
    stories={FIRST.document.id: FIRST.document.id, SECOND.document.id: FIRST.document.id, "report-9": "report-9"},
    actors={Ref(report=FIRST.document.id, record="actor-1"): "shared-1"},
    refused=(SAME,),
)
TOWN = Where(
    name="Port Élan",
    country="ZZ",
    admin1="Coast",
    latitude=1.5,
    longitude=-2.25,
    geonames_id=7,
    precision=PlacePrecision.CITY,
)
ENTRIES = (
    CaseEntry(
        case=BOTH,
        kind="bombing",
        time="2031-05-04",
        where=TOWN,
        killed=(13, 70),
        wounded=None,
        doers=(DoerEntry(name="Red Heron", stance=Stance.CLAIMED), DoerEntry(name="Salt Road", stance=Stance.DENIED)),
        claims=ClaimStatus.SINGLE,
        headline="Blast",
        reports=2,
        stories=1,
        origins=2,
    ),
    CaseEntry(
        case=LONE,
        kind=None,
        time=None,
        where=None,
        killed=None,
        wounded=(0, 0),
        doers=(),
        claims=ClaimStatus.NONE,
        headline=None,
        reports=1,
        stories=1,
        origins=1,
    ),
)
MAKER = "stamp"


def keep(store: Store, maker: str = MAKER) -> bool:
    with store.view() as view:
        edition = view.edition()
    with store.writer() as writer:
        return writer.keep_cases(LINKING, ENTRIES, maker, edition)


@pytest.fixture
def kept(store: Store) -> Store:
    with store.writer() as writer:
        for reading in (FIRST, SECOND):
            writer.add(reading)
    assert keep(store)
    return store


def found(store: Store, chosen: CaseFilter) -> list[str]:
    with store.view() as view:
        index = view.case_index(MAKER)
        assert index is not None
        cases = [entry.case.id for entry in index.cases(chosen)]
        assert len(cases) == index.count(chosen)
        return cases


def test_a_new_store_has_no_index(store: Store) -> None:
    with store.view() as view:
        assert view.case_index(MAKER) is None


def test_what_is_kept_comes_back(kept: Store) -> None:
    with kept.view() as view:
        index = view.case_index(MAKER)
        assert index is not None
        assert index.current
        assert tuple(index.cases()) == ENTRIES
        assert index.linking() == LINKING
        assert index.of(incident(SECOND)) == ENTRIES[0]
        assert index.of(Ref(report="report-9", record="incident-8")) is None


def test_the_linking_of_a_case_holds_what_bears_on_its_reports(kept: Store) -> None:
    with kept.view() as view:
        index = view.case_index(MAKER)
        assert index is not None
        part = index.linking(BOTH)
    assert part.cases == (BOTH,)
    assert set(part.links) == {COPY, LINK, SAME}
    assert set(part.stories) == {FIRST.document.id, SECOND.document.id}
    assert part.actors == LINKING.actors


@pytest.mark.parametrize(
    ("chosen", "cases"),
    [
        (CaseFilter(), [BOTH.id, LONE.id]),
        (CaseFilter(kind="bombing"), [BOTH.id]),
        (CaseFilter(since="2031-05", until="2031-05-04"), [BOTH.id]),
        (CaseFilter(since="2031-05-05"), []),
        (CaseFilter(country="ZZ", place="port elan"), [BOTH.id]),
        (CaseFilter(actor="RED heron"), [BOTH.id]),
        (CaseFilter(actor="salt road", stance=Stance.CLAIMED), []),
        (CaseFilter(claims=ClaimStatus.NONE), [LONE.id]),
        (CaseFilter(case="case-2b"), [LONE.id]),
        (CaseFilter(case=BOTH.id), [BOTH.id]),
    ],
)
def test_cases_are_chosen_by_what_stands_on_their_line(kept: Store, chosen: CaseFilter, cases: list[str]) -> None:
    assert found(kept, chosen) == cases


def test_lists_of_cases_can_be_cut(kept: Store) -> None:
    with kept.view() as view:
        index = view.case_index(MAKER)
        assert index is not None
        assert [entry.case.id for entry in index.cases(CaseFilter(limit=1, offset=1))] == [LONE.id]


CHANGES: dict[str, Callable[[Writer], object]] = {
    "another reading": lambda writer: writer.add(replace(FIRST, notes=("read anew",))),
    "a decision": lambda writer: writer.decide(SAME),
    "a correction": lambda writer: writer.correct(TOLL),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_makes_it_out_of_date(kept: Store, change: str) -> None:
    with kept.writer() as writer:
        CHANGES[change](writer)
    with kept.view() as view:
        index = view.case_index(MAKER)
        assert index is not None
        assert not index.current
    assert keep(kept)
    assert current(kept)


def current(store: Store) -> bool:
    with store.view() as view:
        index = view.case_index(MAKER)
        return index is not None and index.current


def test_what_changes_nothing_leaves_it_current(kept: Store) -> None:
    with kept.writer() as writer:
        writer.add(FIRST)
        writer.forget_failures("anywhere")
    assert current(kept)


def test_one_by_another_maker_is_not_current(kept: Store) -> None:
    assert keep(kept, "another stamp")
    assert not current(kept)


def test_one_made_from_an_older_edition_is_not_kept(kept: Store) -> None:
    with kept.view() as view:
        edition = view.edition()
    with kept.writer() as writer:
        writer.decide(SAME)
        assert not writer.keep_cases(LINKING, ENTRIES, MAKER, edition)


def test_a_report_that_is_taken_out_takes_the_index_along(kept: Store) -> None:
    with kept.writer() as writer:
        writer.remove(FIRST.document.id)
    with kept.view() as view:
        assert view.case_index(MAKER) is None
