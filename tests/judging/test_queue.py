"""What comes first in the queue, and what is left for a coder."""

from __future__ import annotations

import pytest
from tests.cli.storybook import storybook
from tests.judging.decided import said
from tests.story.told import readings

from hearsay.casebook import bring_up_to_date, case_index
from hearsay.judging.queue import FEATURES, ITEM_FEATURES, WEIGHTS, Task, doubts, is_asked, left, queue
from hearsay.records.items import found
from hearsay.records.review import Subject
from hearsay.store.opening import open_store


@pytest.fixture(scope="module")
def tasks(tmp_path_factory: pytest.TempPathFactory) -> list[Task]:
    with open_store(storybook(tmp_path_factory.mktemp("queue") / "book.db")) as store:
        bring_up_to_date(store)
        with store.view() as view:
            index = case_index(view)
            assert index is not None
            return queue(index.cases())


def test_a_large_and_disputed_toll_with_rival_claims_comes_first(tasks: list[Task]) -> None:
    first = tasks[0]
    assert first.case.reports == 12
    levels = {reason.level for reason in first.reasons}
    assert levels == {"10 or more dead", "figures differ", "competing claims", "somebody is accused"}
    assert first.score == sum(WEIGHTS[level] for level in levels)
    assert [task.score for task in tasks] == sorted((task.score for task in tasks), reverse=True)


def test_every_feature_says_what_it_looks_at() -> None:
    for feature in (*FEATURES.values(), *ITEM_FEATURES.values()):
        assert feature.__doc__


def test_what_a_coder_has_decided_is_not_asked_again_and_others_words_play_no_part() -> None:
    asked = [one for one in found(readings()[0]) if is_asked(one)]
    mine, theirs = said(asked[0], author="Ada"), said(asked[1], author="Bo")
    assert left(asked, [mine, theirs], "Ada") == asked[1:]
    assert left(asked, [], "Ada") == asked


def test_fields_are_asked_for_also_where_nothing_was_read() -> None:
    asked = {one.item.field: one for one in found(readings()[8]) if is_asked(one) and one.item.subject is Subject.FIELD}
    assert asked["killed"].value is None
    assert doubts(asked["killed"]) == ("nothing was read", "decides how it is counted")
