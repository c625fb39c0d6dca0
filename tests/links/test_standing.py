"""Standing text: an outlet's own lines under every story make no copies of them, and a carried story is none of it."""

from __future__ import annotations

from random import Random

import pytest
from tests.links.prose import AGENCY_ONE, AGENCY_TWO, paragraphs
from tests.links.tellings import document

from hearsay.links.copies import copies, stories
from hearsay.links.prints import printed
from hearsay.links.standing import RETURNS, without_standing
from hearsay.links.weights import shipped_weights
from hearsay.records.document import Document

APPEAL = " ".join(paragraphs(AGENCY_TWO)[:5]).replace("“", "").replace("”", "")
"""As long as many a story."""


def _story(number: int, *, day: int, outlet: str, ending: str = "", words: int = 120) -> Document:
    """A story in words of its own."""
    chance = Random(number)  # noqa: S311 (no secret hangs on it)
    body = " ".join("".join(chance.choices("abdegilmnorstuv", k=chance.randint(3, 9))) for _ in range(words))
    return document(f"Story {number}\n{body}\n{ending}", published=f"2031-05-{day:02}", outlet=outlet)


def _told(documents: list[Document]) -> dict[str, str]:
    prints = without_standing([printed(one) for one in documents])
    return stories(prints, copies(prints, shipped_weights(), 0.0))


def test_what_an_outlet_puts_under_every_story_links_none_of_them() -> None:
    documents = [_story(n, day=1 + n, outlet="Plains Herald", ending=APPEAL) for n in range(8)]
    assert len(set(_told(documents[: RETURNS - 1]).values())) == 1  # as long as it cannot be known for what it is
    assert len(set(_told(documents).values())) == 8


def test_it_is_learned_in_any_order() -> None:
    documents = [_story(n, day=1 + n, outlet="Plains Herald", ending=APPEAL) for n in range(8)]
    told = _told(documents)
    Random(4).shuffle(documents)  # noqa: S311 (no secret hangs on it)
    assert _told(documents) == told


def test_standing_text_does_not_hide_a_carried_story() -> None:
    documents = [_story(n, day=1 + n, outlet="Plains Herald", ending=APPEAL) for n in range(8)]
    carried = _story(3, day=4, outlet="Quay Gazette")
    told = _told([*documents, carried])
    assert told[carried.id] == told[documents[3].id]
    assert len(set(told.values())) == 8


@pytest.mark.parametrize("outlets", [1, 40])
def test_a_story_that_is_printed_often_within_days_stays_whole(outlets: int) -> None:
    body = paragraphs(AGENCY_ONE)
    documents = [
        document(
            "\n".join([f"Headline {n}", *body]), published=f"2031-05-{6 + n % 3:02}", outlet=f"Outlet {n % outlets}"
        )
        for n in range(40)
    ]
    assert len(set(_told(documents).values())) == 1


def test_words_that_come_back_for_months_are_standing_wherever_they_stand() -> None:
    months = [
        document(f"Story\n{_body(n)}\n{APPEAL}", published=f"2031-{1 + n:02}-10", outlet=f"Outlet {n}")
        for n in range(6)
    ]
    prints = [printed(one) for one in months]
    assert all(0 < left.size < one.size for left, one in zip(without_standing(prints), prints, strict=True))


def _body(number: int) -> str:
    return _story(number, day=1, outlet="").text.split("\n")[1]


def test_reports_without_dates_teach_nothing() -> None:
    texts = [f"Story\n{_body(n)}\n{APPEAL}" for n in range(8)]
    undated = [printed(document(text, published=None, outlet="Plains Herald")) for text in texts]
    assert [one.size for one in without_standing(undated)] == [one.size for one in undated]


def test_a_phrase_that_everybody_uses_stays() -> None:
    phrase = "was taken to the nearest hospital"
    texts = [f"Story\n{_body(n)} {phrase} {_body(n + 20)}" for n in range(8)]
    told = [printed(document(text, published=f"2031-{1 + n:02}-10", outlet="Oar")) for n, text in enumerate(texts)]
    assert [one.size for one in without_standing(told)] == [one.size for one in told]
