"""Carried copies: the ways in which copies differ, and the reports that are none."""

from __future__ import annotations

import random

import pytest
from tests.links.prose import AGENCY_ONE, AGENCY_TWO, paragraphs
from tests.links.tellings import document

from hearsay.links.copies import copies, stories
from hearsay.links.prints import printed
from hearsay.links.weights import shipped_weights
from hearsay.records.document import Document
from hearsay.records.link import Decider, Link, LinkKind, decision, report_ref

ORIGINAL = document(AGENCY_ONE, published="2031-05-06", outlet="Coastal Wire", agency="Coastal Wire")


def _carried(body: list[str], headline: str = "Dawn blast in the south", outlet: str = "Plains Herald") -> Document:
    return document("\n".join([headline, *body]), published="2031-05-07", outlet=outlet)


def _linked(*documents: Document) -> list[Link]:
    return copies([printed(one) for one in documents], shipped_weights(), 0.0)


def _reworded(body: list[str]) -> list[str]:
    changed = {"exploded on Tuesday in": "went off Tuesday at", "killing at least 13": "leaving dead no fewer than 13"}
    for old, new in changed.items():
        body = [line.replace(old, new) for line in body]
    return body[:2] + body[3:6]


BODY = paragraphs(AGENCY_ONE)
LOCAL = "The market's traders are mostly from our own district, and the mayor has asked for prayers in every parish."
COPIES = {
    "a new headline": BODY,
    "cut after two paragraphs": BODY[:2],
    "other order": [BODY[0], *reversed(BODY[1:])],
    "local additions": [BODY[0], LOCAL, *BODY[1:4], LOCAL.replace("mayor", "bishop")],
    "changed numbers": [line.replace("13", "17").replace("60,000", "58,000") for line in BODY],
    "partly rewritten": _reworded(BODY),
}


@pytest.mark.parametrize("way", COPIES)
def test_a_carried_copy_is_found(way: str) -> None:
    (link,) = _linked(ORIGINAL, _carried(COPIES[way]))
    assert link.kind is LinkKind.CARRIED_COPY_OF
    assert link.other == report_ref(ORIGINAL.id)
    assert link.score == pytest.approx(sum(reason.weight for reason in link.reasons) - 4, abs=0.01)


def test_two_agencies_on_one_incident_stay_apart() -> None:
    other = document(AGENCY_TWO, published="2031-05-06", outlet="Inland News", agency="Inland News")
    unnamed = document(AGENCY_TWO, published="2031-05-06", outlet="Harbour Post")
    assert _linked(ORIGINAL, other) == []
    assert _linked(_carried(BODY), unnamed) == []


def test_forty_carriers_tell_one_story_in_any_order() -> None:
    chance = random.Random(5)  # noqa: S311 (no secret hangs on it)  # noqa: S311 (not for secrets)
    documents = [ORIGINAL]
    for number in range(40):
        kept = [line for line in BODY[1:] if chance.random() < 0.7]
        documents.append(_carried([BODY[0], *kept], outlet=f"Outlet {number}"))
    prints = [printed(one) for one in documents]
    links = copies(prints, shipped_weights(), 0.0)
    told = stories(prints, links)
    assert set(told.values()) == {ORIGINAL.id}
    chance.shuffle(prints)
    assert copies(prints, shipped_weights(), 0.0) == links
    assert stories(prints, links) == told


def test_a_round_up_joins_neither_of_the_stories_that_it_holds() -> None:
    second = document(AGENCY_TWO.replace("Tessaro", "Harn"), published="2031-05-06", outlet="Inland News")
    round_up = _carried([*BODY, *paragraphs(AGENCY_TWO.replace("Tessaro", "Harn"))], "The week in brief")
    prints = [printed(one) for one in (ORIGINAL, second, round_up)]
    links = copies(prints, shipped_weights(), 0.0)
    assert len(links) == 2
    assert len(set(stories(prints, links).values())) == 3


def test_a_person_outranks_the_text() -> None:
    carried = _carried(BODY)
    prints = [printed(one) for one in (ORIGINAL, carried)]
    ends = (report_ref(ORIGINAL.id), report_ref(carried.id))
    parted = decision(LinkKind.CARRIED_COPY_OF, ends, holds=False, author="an editor", at="2031-06-01")
    assert parted.decided_by is Decider.PERSON
    links = [*copies(prints, shipped_weights(), 0.0), parted]
    assert len(set(stories(prints, links).values())) == 2


def test_empty_and_tiny_reports_have_no_copies() -> None:
    tiny = [document(f"Headline {n}\nNo news.", published=None, outlet=str(n)) for n in range(3)]
    assert _linked(*tiny) == []
    assert _linked() == []
