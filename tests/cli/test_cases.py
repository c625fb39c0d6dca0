"""`hearsay show INCIDENT` over the story of twelve reports: origins, not articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.storybook import said, storybook
from tests.story.told import readings

Capture = pytest.CaptureFixture[str]
READINGS = readings()
BLAST = READINGS[0].incidents[0].id


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    return storybook(tmp_path_factory.mktemp("story") / "book.db")


def test_what_is_agreed_and_what_is_disputed_stand_apart(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "show", BLAST, "--from", book)
    assert out.startswith("Suicide bombing · 6 May 2031 · Mopti, ML case-")
    assert "12 reports, 10 stories, 7 origins; policy: as-reported" in out
    agreed, disputed = out.split("AGREED")[1].split("WHO DID IT")[0].split("DISPUTED")
    assert "place Mopti, ML (7 origins)" in agreed
    assert "wounded 90 (1 origin)" in agreed
    assert "killed" not in agreed
    assert disputed.startswith(" killed 13 (1 origin)")
    assert "held: none" in disputed


def test_carriers_and_repeated_words_are_one_origin(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "show", BLAST, "--from", book)
    assert "13 (1 origin) Morning Post › Police Captain Moro Dial (carried by Plains Herald, Quay Gazette)" in out
    assert "69 (1 origin) Capital Courier › Interior Minister Oumar Tall (in 2 stories) 70 (1 origin)" in out
    assert out.count("Suicide bomber kills 13 in Mopti fish market") == 1
    assert "Thirteen die as bomber strikes Mopti" not in out


def test_claims_accusation_and_denial_stand_in_their_order(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "show", BLAST, "--from", book)
    told = out.split("WHO DID IT: COMPETING CLAIMS")[1].split("REPORTS, BY STORY")[0]
    heads = (
        "Salt Road Movement – accused",
        "Dune Front – claims it",
        "Red Heron Brigade – claims it",
        "Salt Road Movement – denies it",
    )
    assert sorted(heads, key=told.index) == list(heads)


def test_any_report_of_the_case_leads_to_it(book: str, capsys: Capture) -> None:
    last = READINGS[11].incidents[1].id
    assert said(capsys, "show", last, "--from", book) == said(capsys, "show", BLAST, "--from", book)


def test_a_policy_picks_and_says_why(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "show", BLAST, "--from", book, "--policy", "latest")
    assert "40 (1 origin; a later count takes its place)" in out
    assert "held: 70 (the latest (2031-09-15))" in out
    assert "lowest" in said(capsys, "show", BLAST, "--from", book, "--policy", "guess", status=2)[1]


def test_a_case_for_programs_is_its_belief(book: str, tmp_path: Path, capsys: Capture) -> None:
    belief = json.loads(said(capsys, "show", BLAST, "--from", book, "--format", "json")[0])
    assert len(belief["case"]["members"]) == 12
    killed = dict(belief["counts"])["killed"]
    assert [one["text"] for one in killed["variants"]] == ["13", "40", "69", "70"]
    page = tmp_path / "case.html"
    said(capsys, "show", BLAST, "--from", book, "-o", str(page))
    assert page.read_text(encoding="utf-8").count("Salt Road Movement denies part in Mopti attack") >= 1


def test_a_running_tally_is_a_case_by_itself(book: str, capsys: Capture) -> None:
    tally = READINGS[11].incidents[2].id
    out, _ = said(capsys, "show", tally, "--from", book)
    assert "1 report, 1 story, 1 origin" in out
    assert "killed 140 (1 origin)" in out


def test_cases_are_listed_a_line_an_incident_however_many_reports_tell_of_it(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "list", "cases", "--from", book, "--where", "since=2031-05-06", "--where", "until=2031-05-06")
    assert out.startswith("Suicide bombing · 6 May 2031 · Mopti, Mopti, ML case-")
    assert "killed: 13 to 70" in out
    assert "Salt Road Movement – accused" in out
    assert "12 reports, 10 stories, 7 origins; first: Suicide bomber kills 13 in Mopti fish market" in out


def test_cases_are_chosen_and_written_as_other_lists_are(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "list", "cases", "--from", book, "--where", "actor=dune front", "--format", "csv")
    assert out.startswith("id,time,kind,place,toll,who,claims,reports,stories,origins,headline case-")
    assert ",competing,12,10,7," in out
    _, errors = said(capsys, "list", "cases", "--from", book, "--where", "colour=red", status=2)
    assert "it takes kind=..., since=..." in errors
