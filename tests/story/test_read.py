"""The twelve reports of the story as hearsay itself reads them: what has to hold however the reader fares in detail.

`test_story.py` tries linking, weighing and exporting on readings made by hand; here the mistakes of the reader count.
"""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.story.told import STORY

from hearsay.casebook import case_of, material
from hearsay.cli import run
from hearsay.exports.built import CODEBOOKS
from hearsay.records.belief import Belief, ClaimStatus
from hearsay.records.incident import CountEffect, Stance
from hearsay.records.link import Ref
from hearsay.store.opening import open_store


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("story") / "book.db"
    assert run(["add", str(STORY), "--into", str(path), "--workers", "1"]) == 0
    return str(path)


@pytest.fixture(scope="module")
def belief(book: str) -> Belief:
    """The belief on the case that the most reports tell of."""
    with open_store(book) as store, store.view() as view:
        case = max(material(view, "latest").linking.cases, key=lambda case: len(case.members))
        first = case.members[0]
        return case_of(view, Ref(report=first.report, record=first.record), "latest")


def test_nearly_all_reports_are_of_one_case(belief: Belief) -> None:
    assert len(belief.sources) >= 10


def test_the_agency_story_is_one(belief: Belief) -> None:
    stories = {source.headline: source.story for source in belief.sources}
    carried = ("Suicide bomber kills 13 in Mopti fish market", "Thirteen die as bomber strikes Mopti")
    assert stories[carried[0]] == stories[carried[1]] == stories["Delta market bombed"]
    assert len(set(stories.values())) == len(stories) - 2


def test_every_toll_is_kept_and_the_years_tally_is_none_of_them(belief: Belief) -> None:
    count = belief.count(CountEffect.KILLED)
    assert count is not None
    assert {13, 40, 69, 70} <= {variant.number for variant in count.variants}
    assert 140 not in {variant.number for variant in count.variants}
    assert count.value is not None
    assert count.value.number == 70


def test_the_claims_are_rival(belief: Belief) -> None:
    assert belief.claims is ClaimStatus.COMPETING
    assert {"Red Heron Brigade", "Dune Front"} <= {
        one.who.name for one in belief.responsibilities if one.stance is Stance.CLAIMED
    }


def test_neither_the_accused_nor_a_rival_claimant_is_named_as_a_fact(book: str, tmp_path: Path) -> None:
    with open_store(book) as store, store.view() as view:
        for name in ("acled", "ucdp", "plover"):
            path = tmp_path / name
            CODEBOOKS.named(name).write(material(view, "latest"), path)
            assert list(CODEBOOKS.named(name).check(path)) == []
    with (tmp_path / "acled").open(encoding="utf-8", newline="") as file:
        blasts = [row for row in csv.DictReader(file) if row["sub_event_type"] == "Suicide bomb"]
    assert blasts
    assert {row["actor1"] for row in blasts} == {"Unidentified Armed Group (Mali)"}
