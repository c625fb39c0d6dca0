"""The twelve reports of the story as hearsay itself reads them: one case, four origins of its toll, all of the dissent.

`test_story.py` tries linking, weighing and exporting on readings made by hand; here the whole way from page to row.
"""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.story.told import STORY

from hearsay.casebook import bring_up_to_date, case_index, case_of, material
from hearsay.cli import run
from hearsay.exports.built import CODEBOOKS
from hearsay.records.belief import Belief, ClaimStatus, DissentKind
from hearsay.records.incident import CountEffect, Stance
from hearsay.store.opening import open_store


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("story") / "book.db"
    assert run(["add", str(STORY), "--into", str(path), "--workers", "1"]) == 0
    with open_store(path) as store:
        bring_up_to_date(store)
    return str(path)


@pytest.fixture(scope="module")
def belief(book: str) -> Belief:
    """The belief on the bombing, under the policy that takes the latest."""
    with open_store(book) as store, store.view() as view:
        index = case_index(view)
        assert index is not None
        bombing = max(index.cases(), key=lambda entry: entry.reports)
        return case_of(view, bombing.case.members[0], "latest")


def test_one_case_holds_all_twelve_and_the_arrest_and_the_grenade_stand_by_themselves(book: str) -> None:
    with open_store(book) as store, store.view() as view:
        index = case_index(view)
        assert index is not None
        found = {(entry.kind, str(entry.time)[:10], entry.reports, entry.stories) for entry in index.cases()}
    assert found == {
        ("suicide bombing", "2031-05-06", 12, 10),
        ("arrest", "2031-06-01", 1, 1),
        ("bombing", "2031-09-14", 1, 1),
    }


def test_the_agency_story_is_one(belief: Belief) -> None:
    stories = {source.headline: source.story for source in belief.sources}
    carried = ("Suicide bomber kills 13 in Mopti fish market", "Thirteen die as bomber strikes Mopti")
    assert stories[carried[0]] == stories[carried[1]] == stories["Delta market bombed"]
    assert len(set(stories.values())) == len(stories) - 2


def test_four_origins_of_four_tolls_and_the_years_tally_is_none_of_them(belief: Belief) -> None:
    count = belief.count(CountEffect.KILLED)
    assert count is not None
    assert count.origins == 4
    assert {variant.number: variant.origins for variant in count.variants} == {13: 1, 40: 1, 69: 1, 70: 1}
    assert count.value is not None
    assert count.value.number == 70
    differing = {one.variant.number: one.kind for one in count.dissent if one.variant}
    assert differing == {13: DissentKind.GROWTH, 40: DissentKind.GROWTH, 69: DissentKind.CONFLICT}


@pytest.mark.parametrize(
    ("toll", "speaker"), [(13, "police"), (40, "Hospital officials in Mopti"), (69, "Oumar Tall"), (70, "Awa Sidibe")]
)
def test_every_toll_has_its_speaker(belief: Belief, toll: int, speaker: str) -> None:
    count = belief.count(CountEffect.KILLED)
    assert count is not None
    (variant,) = [one for one in count.variants if one.number == toll]
    assert speaker in {voice.speaker for voice in variant.voices}


def test_two_rival_claims_one_accusation_and_its_denial(belief: Belief) -> None:
    assert belief.claims is ClaimStatus.COMPETING
    assert {(one.who.name, one.stance, one.voices[0].speaker) for one in belief.responsibilities} == {
        ("Red Heron Brigade", Stance.CLAIMED, "Red Heron Brigade"),
        ("Dune Front", Stance.CLAIMED, "Dune Front"),
        ("Salt Road Movement", Stance.ACCUSED, "Oumar Tall"),
        ("Salt Road Movement", Stance.DENIED, "Salt Road Movement"),
    }
    assert [one.kind for one in belief.dissent] == [DissentKind.ATTRIBUTION] * 3


def _rows(book: str, name: str, policy: str, folder: Path) -> list[dict[str, str]]:
    path = folder / name
    with open_store(book) as store, store.view() as view:
        CODEBOOKS.named(name).write(material(view, policy), path)
    assert list(CODEBOOKS.named(name).check(path)) == []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_its_row_in_gtd(book: str, tmp_path: Path) -> None:
    (row,) = [row for row in _rows(book, "gtd", "gtd", tmp_path) if row["eventid"] == "203105060001"]
    assert (row["country_txt"], row["provstate"], row["city"]) == ("Mali", "Mopti", "Mopti")
    assert (row["attacktype1_txt"], row["suicide"], row["targtype1_txt"]) == ("Bombing/Explosion", "1", "Business")
    assert (row["nkill"], row["nwound"]) == ("70", "90")
    assert [row["gname"], row["gname2"], row["gname3"]] == ["Dune Front", "Red Heron Brigade", "Salt Road Movement"]
    assert [row["guncertain1"], row["guncertain2"], row["guncertain3"]] == ["0", "0", "1"]
    assert [row["claimed"], row["claim2"], row["claim3"], row["compclaim"]] == ["1", "1", "0", "1"]


def test_its_row_in_acled(book: str, tmp_path: Path) -> None:
    (row,) = [row for row in _rows(book, "acled", "acled", tmp_path) if row["sub_event_type"] == "Suicide bomb"]
    assert (row["event_date"], row["country"], row["location"]) == ("2031-05-06", "Mali", "Mopti")
    assert (row["actor1"], row["civilian_targeting"]) == ("Unidentified Armed Group (Mali)", "Civilian targeting")
    assert row["fatalities"] == "13"
    for words in (
        "claims of responsibility are rival",
        "Salt Road Movement denied",
        "69",
        "accused of it by Oumar Tall",
    ):
        assert words in row["notes"]


def test_its_row_in_ucdp(book: str, tmp_path: Path) -> None:
    (row,) = [row for row in _rows(book, "ucdp", "ucdp", tmp_path) if row["date_start"].startswith("2031-05-06")]
    assert (row["low"], row["best"], row["high"], row["deaths_civilians"]) == ("13", "70", "70", "70")
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("XXX432", "Civilians", "3")
    assert (row["number_of_sources"], row["code_status"], row["event_clarity"]) == ("4", "Check dyad", "2")
    assert "Awa Sidibe" in row["source_original"]


def test_its_record_in_plover(book: str, tmp_path: Path) -> None:
    path = tmp_path / "plover.jsonl"
    with open_store(book) as store, store.view() as view:
        CODEBOOKS.named("plover").write(material(view, "latest"), path)
    assert list(CODEBOOKS.named("plover").check(path)) == []
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    (record,) = [one for one in records if one["date"] == "2031-05-06"]
    assert (record["event"], record["mode"]) == (["ASSAULT"], ["suicide-attack"])
    assert record["actor"][0]["sector"] == "UAF"
    assert record["size"] == {"dead": 70, "injured": 90}
