"""Persons' decisions on what was read, on every kind of store: nothing is lost, nothing is written over unseen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from tests.judging.decided import item, said
from tests.store.stories import told

from hearsay.errors import ChangedError, ContractError, UsageError
from hearsay.records.link import LinkKind, Ref
from hearsay.records.review import Grouping, Subject, Verdict
from hearsay.records.span import Span
from hearsay.store.base import Added, Store
from hearsay.store.opening import open_store

FIRST = told("Blast at checkpoint\nThe Herons said they did it.", outlet="The Lamp", published="2031-05-05")
SECOND = told("Bomb at checkpoint\nThe Herons said so.", outlet="The Oar", published="2031-05-06")
TIME = item(FIRST, Subject.FIELD, "time")
ENDS = [Ref(report=one.document.id, record=one.incidents[0].id) for one in (FIRST, SECOND)]
SAME = Grouping(
    kind=LinkKind.SAME_INCIDENT, one=(ENDS[0],), other=(ENDS[1],), holds=True, author="Ada", at="2031-06-01", note="map"
)


@pytest.fixture
def filled(store: Store) -> Store:
    with store.writer() as writer:
        for reading in (FIRST, SECOND):
            writer.add(reading)
    return store


def test_decisions_come_back_as_they_were_given(filled: Store) -> None:
    first = said(TIME, Verdict.CORRECT, "2031-05-03", author="ein Rédacteur", spans=(Span(0, 5),))
    second = replace(said(item(SECOND, Subject.STATEMENT)), note="as it stands")
    with filled.writer() as writer:
        for review in (first, second):
            writer.review(review)
        writer.group(SAME)
    with filled.view() as view:
        assert view.reviews() == (first, second)
        assert view.reviews(SECOND.document.id) == (second,)
        assert view.groupings() == (SAME,)
        assert [(link.one, link.other, link.holds) for link in view.decisions()] == [(*sorted(ENDS), True)]


def test_taking_back_the_last_word_brings_back_the_one_before(filled: Store) -> None:
    first, second = said(TIME), said(TIME, Verdict.REJECT)
    with filled.writer() as writer:
        writer.review(first)
        writer.review(second, after=first.id)
        writer.unreview(second.id)
        with pytest.raises(UsageError, match="taken back already"):
            writer.unreview(second.id)
        writer.group(SAME)
        writer.ungroup(SAME.id)
        with pytest.raises(UsageError, match="taken back already"):
            writer.ungroup(SAME.id)
    with filled.view() as view:
        assert (view.reviews(), view.groupings(), view.decisions()) == ((first,), (), ())


def test_a_value_that_changed_meanwhile_is_told_not_written_over(filled: Store) -> None:
    dated = replace(FIRST, incidents=(replace(FIRST.incidents[0], time="2031-05-02"),))
    with filled.writer() as writer:
        assert writer.add(dated) is Added.CHANGED
        with pytest.raises(ChangedError, match="'2031-05-04' when it was shown and is '2031-05-02' now"):
            writer.review(said(TIME))
        writer.add(replace(FIRST, incidents=(), statements=(), relations=()))
        with pytest.raises(ChangedError, match="any more: the report was read anew"):
            writer.review(said(TIME))
    with filled.view() as view:
        assert view.reviews() == ()


def test_a_word_given_meanwhile_is_told_not_written_over(filled: Store) -> None:
    first = said(TIME, Verdict.CORRECT, "2031-05-03")
    with filled.writer() as writer:
        writer.review(first)
        with pytest.raises(ChangedError, match=r"An Editor said 'correct' '2031-05-03' of this .* nothing was written"):
            writer.review(said(TIME, Verdict.REJECT))
        writer.review(said(TIME, Verdict.REJECT, author="Another"))  # a second coder, who does not see the first's
        settled = said(TIME, author="Cy", settles=True)
        with pytest.raises(ChangedError, match="Another said"):
            writer.review(settled, after=first.id)
        writer.unreview(first.id)
        with pytest.raises(ChangedError, match="taken back meanwhile"):
            writer.review(said(TIME), after=first.id)
    with filled.view() as view:
        assert len(view.reviews()) == 1


def test_a_removed_report_takes_along_what_is_said_of_it(filled: Store) -> None:
    third = told("Third\nThe Herons said so again.", outlet="The Keel")
    end = Ref(report=third.document.id, record=third.incidents[0].id)
    with filled.writer() as writer:
        writer.add(third)
        writer.review(said(TIME))
        writer.group(replace(SAME, other=(ENDS[1], end)))
        writer.remove(SECOND.document.id)
        with filled.view() as view:
            assert view.groupings() == (replace(SAME, other=(end,)),)
        writer.remove(FIRST.document.id)
    with filled.view() as view:
        assert (view.reviews(), view.groupings()) == ((), ())


def test_what_is_not_there_cannot_be_decided_on(filled: Store) -> None:
    nowhere = Ref(report="report-0000000000000000", record=ENDS[0].record)
    with filled.writer() as writer:
        with pytest.raises(UsageError, match="no report"):
            writer.review(replace(said(TIME), item=replace(TIME.item, of=nowhere)))
        with pytest.raises(UsageError, match="outside the report"):
            writer.review(said(TIME, Verdict.CORRECT, "2031", spans=(Span(0, 9999),)))
        with pytest.raises(UsageError, match="no incident"):
            writer.group(replace(SAME, other=(nowhere,)))
        with pytest.raises(UsageError, match="two different sides"):
            writer.group(replace(SAME, other=SAME.one))
        with pytest.raises(ContractError, match="author"):
            writer.review(said(TIME, author=" "))
        with pytest.raises(ContractError, match="two sides"):
            writer.group(replace(SAME, other=()))


def test_two_reviewers_at_once_lose_nothing(filled: Store) -> None:
    items = [item(FIRST, Subject.FIELD, field) for field in ("kind", "time", "place", "target", "weapon", "wounded")]

    def work(author: str) -> None:
        with filled.writer() as writer:
            for one in items:
                first = said(one, author=author)
                writer.review(first)
                writer.review(said(one, Verdict.REJECT, author=author), after=first.id)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, ("Ada", "Bo")))
    with filled.view() as view:
        assert len(view.reviews()) == 2 * 2 * len(items)


def test_a_killed_process_loses_no_finished_decision(tmp_path: Path) -> None:
    path = tmp_path / "book.db"
    with open_store(path, create=True) as store, store.writer() as writer:
        writer.add(FIRST)
    program = textwrap.dedent("""
        import sys
        from tests.judging.decided import item, said
        from tests.store.test_reviews import FIRST, TIME
        from hearsay.store.opening import open_store
        with open_store(sys.argv[1]) as store, store.writer() as writer:
            last = None
            while True:
                review = said(TIME)
                writer.review(review, after=last)
                last = review.id
                print(last, flush=True)
    """)
    root = Path(__file__).parents[2]
    paths = os.pathsep.join([str(root), *sys.path])
    running = subprocess.Popen(
        [sys.executable, "-c", program, str(path)],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": paths},
    )
    assert running.stdout is not None
    finished = [running.stdout.readline().strip() for _ in range(20)]
    running.send_signal(signal.SIGKILL)
    finished += [line.strip() for line in running.stdout if line.endswith("\n")]
    running.wait()
    running.stdout.close()
    assert all(finished)
    with open_store(path) as store, store.view() as view:
        kept = [review.id for review in view.reviews()]
    assert kept[: len(finished)] == finished
    assert len(kept) <= len(finished) + 1
