"""`hearsay link` and `hearsay correct` on the story of twelve reports: said, shown with a name, and taken back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.cli.storybook import said, storybook
from tests.story.told import readings

Capture = pytest.CaptureFixture[str]
READINGS = readings()
BLAST, FUNERALS = READINGS[0].incidents[0].id, READINGS[8].incidents[0].id
ARREST = READINGS[10].incidents[1].id
PERSON = ("--by", "An Editor")


@pytest.fixture
def book(tmp_path: Path) -> str:
    return storybook(tmp_path / "book.db")


def members(book: str, incident: str, capsys: Capture) -> set[str]:
    out, _ = said(capsys, "show", incident, "--from", book, "--format", "json")
    return {member["record"] for member in json.loads(out)["case"]["members"]}


def records(book: str, capsys: Capture) -> str:
    path = Path(f"{book}.records")
    said(capsys, "export", "records", "--from", book, "-o", str(path))
    return path.read_text(encoding="utf-8")


def test_a_persons_word_parts_and_joins_and_is_taken_back(book: str, capsys: Capture) -> None:
    before = records(book, capsys)
    _, told = said(capsys, "link", "different", BLAST, FUNERALS, "--from", book, *PERSON)
    assert told.split(" ", 1)[1].startswith("An Editor: incident-")
    assert told.endswith("are different")
    assert FUNERALS not in members(book, BLAST, capsys)
    assert said(capsys, "link", "list", "--from", book)[0] == told
    said(capsys, "link", "undo", FUNERALS, BLAST, "--from", book)
    assert FUNERALS in members(book, BLAST, capsys)
    said(capsys, "link", "same", BLAST, READINGS[11].incidents[0].id, "--from", book, *PERSON)
    assert READINGS[11].incidents[0].id in members(book, BLAST, capsys)
    said(capsys, "link", "undo", BLAST, READINGS[11].incidents[0].id, "--from", book)
    assert records(book, capsys) == before


def test_a_word_against_others_is_refused_and_not_kept(book: str, capsys: Capture) -> None:
    said(capsys, "link", "different", BLAST, ARREST, "--from", book, *PERSON)
    said(capsys, "link", "same", BLAST, FUNERALS, "--from", book, *PERSON)
    told = said(capsys, "link", "same", FUNERALS, ARREST, "--from", book, *PERSON, status=2)[1]
    assert "take one of those decisions back first" in told
    assert said(capsys, "link", "list", "--from", book)[0].count("An Editor") == 2


def test_a_story_may_be_parted(book: str, capsys: Capture) -> None:
    reports = [reading.document.id for reading in READINGS[:3]]
    assert "12 reports, 10 stories" in said(capsys, "show", BLAST, "--from", book)[0]
    for other in reports[:2]:
        said(capsys, "link", "different", reports[2], other, "--from", book, *PERSON)
    assert "12 reports, 11 stories" in said(capsys, "show", BLAST, "--from", book)[0]


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (("same", BLAST, BLAST, *PERSON), "one and the same record; give two"),
        (("same", BLAST, READINGS[0].document.id, *PERSON), "give two of one sort"),
        (("same", BLAST, "incident-00000000", *PERSON), "has no incident, actor or report"),
        (("same", BLAST, FUNERALS, "--by", " "), "needs the name"),
        (("same", BLAST, FUNERALS), "Missing option '--by'"),
        (("undo", BLAST, FUNERALS), "see: hearsay link list --from"),
    ],
)
def test_what_cannot_be_linked_is_told(book: str, arguments: tuple[str, ...], way_out: str, capsys: Capture) -> None:
    assert way_out in said(capsys, "link", *arguments, "--from", book, status=2)[1]


def test_a_correction_stands_with_its_author_and_is_taken_back(book: str, capsys: Capture) -> None:
    before = records(book, capsys)
    case = json.loads(said(capsys, "show", BLAST, "--from", book, "--format", "json")[0])["case"]["id"]
    said(capsys, "correct", case, "killed", "71", "--from", book, *PERSON, "--why", "the town's register")
    said(capsys, "correct", FUNERALS, "killed", "72", "--from", book, *PERSON, "--why", "the register, read again")
    out, _ = said(capsys, "show", case, "--from", book)
    assert "held: 72 (corrected by An Editor on " in out
    assert "killed: 72, by An Editor on " in out
    assert "the register, read again" in out
    assert "71" not in out
    assert "13 (1 origin)" in out
    path = Path(f"{book}.csv")
    said(capsys, "export", "gtd", "--from", book, "-o", str(path))
    assert ",72," in path.read_text(encoding="utf-8")
    assert "taken back" in said(capsys, "correct", BLAST, "killed", "--undo", "--from", book)[1]
    assert records(book, capsys) == before


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        ((BLAST, "killed", "72"), "add: --by NAME"),
        ((BLAST, "killed", *PERSON), "--undo to take a correction back"),
        ((BLAST, "killed", "many", *PERSON), "give a number"),
        ((BLAST, "mood", "bad", *PERSON), "fields are: kind, time"),
        ((BLAST, "time", "Tuesday", *PERSON), "write it as 2031-05-06"),
        ((BLAST, "kind", "party", *PERSON), "there are: attack"),
        ((BLAST, "killed", "--undo"), "there is nothing to take back"),
        (("case-0000", "killed", "2", *PERSON), "no case or incident 'case-0000'"),
    ],
)
def test_what_cannot_be_corrected_is_told(book: str, arguments: tuple[str, ...], way_out: str, capsys: Capture) -> None:
    assert way_out in said(capsys, "correct", *arguments, "--from", book, status=2)[1]
