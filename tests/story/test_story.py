"""Twelve reports of one bombing: one case, four origins, all the dissent, and its row in every codebook."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from tests.exports.materials import material
from tests.story.told import STORY, TOLD, readings

from hearsay.exports.base import Codebook
from hearsay.exports.built import CODEBOOKS
from hearsay.records.belief import Belief, ClaimStatus, DissentKind, FieldBelief
from hearsay.records.incident import CountEffect, Stance

READINGS = readings()


def _belief(policy: str) -> Belief:
    """The belief on the bombing, the case with the most members."""
    return max(material(READINGS, policy).beliefs(), key=lambda belief: len(belief.case.members))


def _killed(policy: str) -> FieldBelief:
    count = _belief(policy).count(CountEffect.KILLED)
    assert count is not None
    return count


def test_every_file_is_read_with_its_outlet_and_day() -> None:
    assert sorted(path.stem for path in STORY.glob("*.html")) == sorted(TOLD)
    assert all(reading.document.outlet and reading.document.published for reading in READINGS)


def test_one_case_holds_all_twelve_and_nothing_else() -> None:
    linking = material(READINGS).linking
    sizes = sorted(len(case.members) for case in linking.cases)
    assert sizes == [1, 1, 12]
    assert [excluded.member.report for excluded in linking.excluded] == [READINGS[11].document.id]


def test_three_outlets_carry_one_story() -> None:
    stories = material(READINGS).linking.stories
    assert len({stories[reading.document.id] for reading in READINGS[:3]}) == 1
    assert len(set(stories.values())) == 10


def test_four_origins() -> None:
    belief = _belief("latest")
    assert len(belief.sources) == 12
    count = belief.count(CountEffect.KILLED)
    assert count is not None
    assert count.origins == 4
    assert {variant.number: variant.origins for variant in _killed("latest").variants} == {13: 1, 40: 1, 69: 1, 70: 1}


@pytest.mark.parametrize(
    ("policy", "killed"),
    [("lowest", 13), ("highest", 70), ("latest", 70), ("gtd", 70), ("acled", 13), ("ucdp", 70), ("majority", None)],
)
def test_the_toll_under_each_policy(policy: str, killed: int | None) -> None:
    value = _killed(policy).value
    assert (value.number if value else None) == killed


def test_the_toll_grew_and_the_tally_is_no_part_of_it() -> None:
    count = _killed("latest")
    found = {one.variant.number: one.kind for one in count.dissent if one.variant}
    assert found == {13: DissentKind.GROWTH, 40: DissentKind.GROWTH, 69: DissentKind.CONFLICT}
    silent = [one.reports for one in count.dissent if one.kind is DissentKind.SILENCE]
    assert [len(reports) for reports in silent] == [3]


def test_two_rival_claims_one_accusation_and_its_denial() -> None:
    belief = _belief("gtd")
    assert belief.claims is ClaimStatus.COMPETING
    assert {(one.who.name, one.stance) for one in belief.responsibilities} == {
        ("Red Heron Brigade", Stance.CLAIMED),
        ("Dune Front", Stance.CLAIMED),
        ("Salt Road Movement", Stance.ACCUSED),
        ("Salt Road Movement", Stance.DENIED),
    }
    assert [one.kind for one in belief.dissent] == [DissentKind.ATTRIBUTION] * 3


def _row(name: str, path: Path, policy: str) -> dict[str, str]:
    codebook = CODEBOOKS.named(name)
    codebook.write(material(READINGS, policy), path)
    assert list(codebook.check(path)) == []
    with path.open(encoding="utf-8", newline="") as file:
        return next(row for row in csv.DictReader(file) if "2031-05-06" in str(row) or "20310506" in str(row))


def test_its_row_in_gtd(tmp_path: Path) -> None:
    row = _row("gtd", tmp_path / "gtd.csv", "gtd")
    assert row["eventid"] == "203105060001"
    assert (row["country_txt"], row["provstate"], row["city"], row["specificity"]) == ("Mali", "Mopti", "Mopti", "1")
    assert (row["attacktype1_txt"], row["suicide"], row["targtype1_txt"]) == ("Bombing/Explosion", "1", "Business")
    assert (row["nkill"], row["nwound"]) == ("70", "90")
    assert [row["gname"], row["gname2"], row["gname3"]] == ["Dune Front", "Red Heron Brigade", "Salt Road Movement"]
    assert [row["guncertain1"], row["guncertain2"], row["guncertain3"]] == ["0", "0", "1"]
    assert [row["claimed"], row["claim2"], row["claim3"], row["compclaim"]] == ["1", "1", "0", "1"]
    assert [row["claimmode"], row["claimmode2"]] == ["2", "7"]
    assert row["scite1"].endswith(", 2031-05-06")


def test_its_row_in_acled(tmp_path: Path) -> None:
    row = _row("acled", tmp_path / "acled.csv", "acled")
    assert (row["event_date"], row["time_precision"], row["geo_precision"]) == ("2031-05-06", "1", "1")
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Suicide bomb")
    assert row["actor1"] == "Unidentified Armed Group (Mali)"
    assert (row["civilian_targeting"], row["fatalities"]) == ("Civilian targeting", "13")
    for words in ("claims of responsibility are rival", "Salt Road Movement denied", "69", "accused"):
        assert words in row["notes"]


def test_its_row_in_ucdp(tmp_path: Path) -> None:
    row = _row("ucdp", tmp_path / "ucdp.csv", "ucdp")
    assert (row["low"], row["best"], row["high"], row["deaths_civilians"]) == ("13", "70", "70", "70")
    assert (row["side_a"], row["side_b"], row["type_of_violence"]) == ("XXX432", "Civilians", "3")
    assert (row["number_of_sources"], row["date_prec"], row["where_prec"]) == ("4", "1", "1")
    assert (row["code_status"], row["event_clarity"]) == ("Check dyad", "2")
    assert "Awa Sidibe" in row["source_original"]


def test_its_record_in_plover(tmp_path: Path) -> None:
    path = tmp_path / "plover.jsonl"
    codebook = CODEBOOKS.named("plover")
    codebook.write(material(READINGS, "latest"), path)
    assert list(codebook.check(path)) == []
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    record = next(one for one in records if one["date"] == "2031-05-06")
    assert (record["event"], record["mode"], record["quad_code"]) == (["ASSAULT"], ["suicide-attack"], 4)
    assert record["actor"][0]["sector"] == "UAF"
    assert record["size"] == {"dead": 70, "injured": 90}
    assert record["event_loc"]["country_code"] == "MLI"


@pytest.mark.parametrize(
    "codebook", [one for one in CODEBOOKS.all() if one.name != "parquet"], ids=lambda one: one.name
)
def test_every_export_of_the_story_passes_its_check(codebook: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "story"
    codebook.write(material(READINGS), path)
    assert list(codebook.check(path)) == []
