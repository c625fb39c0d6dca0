"""What persons say of links and fields, on every kind of store."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.store.stories import told

from hearsay.errors import ContractError, UsageError
from hearsay.records.belief import Correction
from hearsay.records.link import Decider, LinkKind, Ref, decision, report_ref
from hearsay.records.reading import Reading
from hearsay.records.wire import dumps
from hearsay.store.base import Added, Store

FIRST = told("Blast at checkpoint\nThe Herons said they did it.", outlet="The Lamp", published="2031-05-05")
SECOND = told("Bomb at checkpoint\nThe Herons said so.", outlet="The Oar", published="2031-05-06")


def incident(reading: Reading) -> Ref:
    return Ref(report=reading.document.id, record=reading.incidents[0].id)


ENDS = (incident(FIRST), incident(SECOND))
SAME = decision(LinkKind.SAME_INCIDENT, ENDS, holds=True, author="an editor", at="2031-06-01T10:00:00+00:00")
STORY = decision(
    LinkKind.CARRIED_COPY_OF,
    (report_ref(FIRST.document.id), report_ref(SECOND.document.id)),
    holds=False,
    author="ein Rédacteur",
    at="2031-05-31T10:00:00+00:00",
)
TOLL = Correction(member=ENDS[0], field="killed", value="14", author="an editor", at="2031-06-02", note="the list")
PLACE = Correction(member=ENDS[0], field="place", value="Harn", author="an editor", at="2031-06-01")


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writer() as writer:
        for reading in (FIRST, SECOND):
            writer.add(reading)
    return store


def test_decisions_and_corrections_come_back_by_time(filled: Store) -> None:
    with filled.writer() as writer:
        for link in (SAME, STORY):
            writer.decide(link)
        for correction in (TOLL, PLACE):
            writer.correct(correction)
    with filled.view() as view:
        assert view.decisions() == (STORY, SAME)
        assert view.corrections() == (PLACE, TOLL)


def test_the_last_word_on_a_pair_or_a_field_stands(filled: Store) -> None:
    apart = replace(SAME, holds=False, author="another", at="2031-06-03T10:00:00+00:00")
    other = replace(TOLL, value="15", at="2031-06-03")
    with filled.writer() as writer:
        for link in (SAME, apart):
            writer.decide(link)
        for correction in (TOLL, other):
            writer.correct(correction)
    with filled.view() as view:
        assert (view.decisions(), view.corrections()) == ((apart,), (other,))


def test_what_is_taken_back_is_gone_and_cannot_be_taken_back_twice(filled: Store) -> None:
    with filled.writer() as writer:
        writer.decide(SAME)
        writer.correct(TOLL)
        writer.undecide(SAME.id)
        writer.uncorrect(TOLL.member, "killed")
        with pytest.raises(UsageError, match="no decision"):
            writer.undecide(SAME.id)
        with pytest.raises(UsageError, match="nobody has corrected 'killed'"):
            writer.uncorrect(TOLL.member, "killed")
    with filled.view() as view:
        assert (view.decisions(), view.corrections()) == ((), ())


def test_a_removed_report_takes_along_what_is_said_of_it(filled: Store) -> None:
    with filled.writer() as writer:
        for link in (SAME, STORY):
            writer.decide(link)
        writer.correct(TOLL)
        writer.remove(FIRST.document.id)
    with filled.view() as view:
        assert (view.decisions(), view.corrections()) == ((), ())


def test_a_report_that_is_read_anew_keeps_what_is_said_of_it(filled: Store) -> None:
    dated = replace(FIRST, document=replace(FIRST.document, published="2031-05-04"))
    assert dumps(dated) != dumps(FIRST)
    with filled.writer() as writer:
        writer.decide(SAME)
        writer.correct(TOLL)
        assert writer.add(dated) is Added.CHANGED
    with filled.view() as view:
        assert (view.decisions(), view.corrections()) == ((SAME,), (TOLL,))


def test_what_is_not_in_the_store_cannot_be_spoken_of(filled: Store) -> None:
    nowhere = Ref(report=FIRST.document.id, record="incident-0000000000000000")
    gone = report_ref("report-0000000000000000")
    unknown = decision(LinkKind.SAME_INCIDENT, (ENDS[0], nowhere), holds=True, author="a", at="2031-06-01")
    carried = decision(LinkKind.CARRIED_COPY_OF, (report_ref(ENDS[0].report), gone), holds=True, author="a", at="2031")
    with filled.writer() as writer:
        for link, words in ((unknown, "no incident 'incident-0"), (carried, "no report 'report-0")):
            with pytest.raises(UsageError, match=words):
                writer.decide(link)
        with pytest.raises(UsageError, match="no incident"):
            writer.correct(replace(TOLL, member=nowhere))


@pytest.mark.parametrize("change", [{"author": None}, {"at": None}, {"decided_by": Decider.MACHINE}])
def test_a_decision_is_a_persons_with_author_and_time(filled: Store, change: dict[str, object]) -> None:
    with filled.writer() as writer, pytest.raises(ContractError, match="no decision of a person"):
        writer.decide(replace(SAME, **change))  # type: ignore[arg-type]
