"""`hearsay list` and `hearsay show` on a book with the example in it."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.golden.harbour import harbour

from hearsay.cli import run
from hearsay.pipeline import read_words
from hearsay.records.wire import loads
from hearsay.store.opening import open_store

LIST = ("list", "actors", "--where", "name=government", "--format", "json")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The example, and beside it the same report as another outlet carried it."""
    path = tmp_path_factory.mktemp("books") / "book.db"
    first = harbour()
    second = replace(
        first, document=replace(first.document, id="document-copy", sha256="0" * 64, outlet="The Selwyn Echo", url=None)
    )
    with open_store(path, create=True) as store, store.writer() as writer:
        writer.add(first)
        writer.add(second)
    return str(path)


def out_of(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> str:
    assert run(arguments) == status
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return captured.out if status == 0 else captured.err


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("incidents", "Bombing · 12 March 2019, evening · Port Selwyn"),
        ("claims", "Free Coast Army claims the bombing, 12 March 2019, evening"),
        ("relations", "Northern Tide is a faction of Coastal Liberation Front"),
        ("statements", "“We do not kill ferry passengers,”"),
        ("actors", "Northern Tide (armed group)"),
        ("reports", "Rival groups claim ferry terminal blast in Port Selwyn"),
        ("failures", "nothing to list"),
    ],
)
def test_lists_for_people(book: str, what: str, words: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = out_of(capsys, "list", what, "--from", book)
    assert words in " ".join(text.split())
    assert [line for line in text.splitlines() if line != line.rstrip()] == []


@pytest.mark.parametrize("what", ["incidents", "claims", "relations", "statements", "actors", "reports"])
def test_lists_for_programs_hold_the_same_things(book: str, what: str, capsys: pytest.CaptureFixture[str]) -> None:
    objects = [
        json.loads(line) for line in out_of(capsys, "list", what, "--from", book, "--format", "json").splitlines()
    ]
    rows = list(csv.DictReader(io.StringIO(out_of(capsys, "list", what, "--from", book, "--format", "csv"))))
    assert len(objects) == len(rows) > 1
    assert [row["id"] for row in rows if "id" in row] == [each["id"] for each in objects if "id" in rows[0]]


def test_a_list_is_chosen_and_cut(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    chosen = ["list", "incidents", "--from", book, "--format", "json"]
    every = out_of(capsys, *chosen).splitlines()
    recent = out_of(capsys, *chosen, "--where", "since=2019").splitlines()
    assert len(every) == 4
    assert len(recent) == 2
    assert {json.loads(line)["kind"] for line in recent} == {"bombing"}
    assert len(out_of(capsys, *chosen, "--limit", "1").splitlines()) == 1


def test_a_condition_that_does_not_fit_says_which_do(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = out_of(capsys, "list", "actors", "--from", book, "--where", "since=2019", status=2)
    assert "does not fit `list actors`: it takes name=..., kind=..." in said
    assert "must be a date" in out_of(capsys, "list", "incidents", "--from", book, "--where", "since=May", status=2)


def test_an_actor_is_shown_across_reports(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = " ".join(out_of(capsys, "show", "free coast army", "--from", book).split())
    assert "Free Coast Army claims the bombing" in text
    assert "Free Coast Army trained the bombers" in text
    said = json.loads(out_of(capsys, "show", "Northern Tide", "--from", book, "--format", "json"))
    assert [len(said[key]) for key in ("named_in", "incidents", "claims")] == [2, 2, 2]
    said = json.loads(out_of(capsys, "show", "Meridian", "--from", book, "--format", "json"))
    assert {entry["name"] for entry in said["named_in"]} == {"Meridian News Agency"}


def test_an_actors_ties_stand_in_the_order_of_time_with_who_says_so(
    book: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = out_of(capsys, "show", "Coastal Liberation Front", "--from", book)
    sections = [line for line in text.splitlines() if line and line == line.upper()]
    assert [one for one in sections if one != "DESCRIBED AS"][:3] == [
        "NAMES", "PARENTS AND FACTIONS", "LEADERS, MEMBERS AND OFFICES",
    ]  # fmt: skip
    words = " ".join(text.split())
    assert "“Coastal Liberation Front”: 2 reports" in words
    assert "2014 · Northern Tide split from Coastal Liberation Front" in words
    assert "told 14 March 2019 · Coastal Liberation Front is led by Maren Oduya" in words
    told = json.loads(out_of(capsys, "show", "Coastal Liberation Front", "--from", book, "--format", "json"))
    assert len(told["relations"]) == 2 * len(told["time_line"])  # what two reports say alike is one line
    assert all(len(tie["relations"]) == len(tie["sources"]) == 2 for tie in told["time_line"])


def test_other_names_of_the_same_row_are_brought_together(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book.db"
    with open_store(book, create=True) as store, store.writer() as writer:
        for number, name in enumerate(("Northern Tide", "Tide of the North")):
            first = harbour()
            actors = tuple(
                replace(actor, name=name, names=(name,), registry_id="tide") if actor.name == "Northern Tide" else actor
                for actor in first.actors
            )
            document = replace(first.document, id=f"report-{number}", sha256=str(number) * 64)
            writer.add(replace(first, actors=actors, document=document))
    for name in ("Tide of the North", "northern tide"):
        told = json.loads(out_of(capsys, "show", name, "--from", str(book), "--format", "json"))
        assert {entry["name"] for entry in told["named_in"]} == {"Northern Tide", "Tide of the North"}
        assert len({entry["report"]["id"] for entry in told["incidents"]}) == 2
        assert len(told["claims"]) == 2


@pytest.fixture
def read_book(tmp_path: Path) -> str:
    """Two reports, read: both name Boko Haram and a government."""
    path = tmp_path / "book.db"
    with open_store(path, create=True) as store, store.writer() as writer:
        for town in ("Selwyn", "Orlo"):
            writer.add(read_words(f"Boko Haram shot two men in {town}. The government said Boko Haram had fled."))
    return str(path)


def test_the_government_of_each_report_is_its_own(read_book: str, capsys: pytest.CaptureFixture[str]) -> None:
    error = out_of(capsys, "show", "government", "--from", read_book, status=2)
    assert "may mean several things; give the id of one" in " ".join(error.split())
    [one, _] = json.loads(f"[{','.join(out_of(capsys, *LIST, '--from', read_book).splitlines())}]")
    shown = out_of(capsys, "show", one["id"], "--from", read_book)
    assert "government (1 report)" in shown
    assert "DESCRIBED AS" in shown


def test_an_actor_that_a_person_parted_is_left_out(read_book: str, capsys: pytest.CaptureFixture[str]) -> None:
    told = json.loads(out_of(capsys, "show", "Boko Haram", "--from", read_book, "--format", "json"))
    one, other = (entry["id"] for entry in told["named_in"])
    shown = out_of(capsys, "show", one, "--from", read_book)
    assert "“Boko Haram”: 2 reports" in shown
    assert "by the registry: boko-haram (own:" in shown
    out_of(capsys, "link", "different", one, other, "--from", read_book, "--by", "us")
    assert "“Boko Haram”: 1 report" in out_of(capsys, "show", one, "--from", read_book)
    out_of(capsys, "link", "undo", one, other, "--from", read_book)
    assert "“Boko Haram”: 2 reports" in out_of(capsys, "show", one, "--from", read_book)


def test_a_report_is_shown_as_it_was_read(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = out_of(capsys, "show", "document-harbour", "--from", book, "--format", "json")
    assert loads(text) == harbour()
    assert "Armed assault" in out_of(capsys, "show", "document-harbour", "--from", book)


def test_an_incident_is_shown_alone(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    text = out_of(capsys, "show", "i-raid", "--from", book)
    assert "Armed assault · March 2018" in text
    assert "Bombing" not in text
    assert "In March last year a raid" in text
    assert "hospital officials" not in text


def test_what_is_not_there_is_said(book: str, capsys: pytest.CaptureFixture[str]) -> None:
    said = out_of(capsys, "show", "Nobody At All", "--from", book, status=2)
    assert "has no incident, actor or report 'Nobody At All'" in said
    assert "it is the name or id of places only" in out_of(capsys, "show", "Port Selwyn", "--from", book, status=2)


def test_a_page_is_written_to_a_file(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "page.html"
    out_of(capsys, "show", "document-harbour", "--from", book, "-o", str(page))
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "an actor has no page yet" in out_of(
        capsys, "show", "Maren Oduya", "--from", book, "-o", str(tmp_path / "actor.html"), status=2
    )
    assert not (tmp_path / "actor.html").exists()


def test_a_book_that_is_not_there_is_said_with_the_way_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = out_of(capsys, "list", "reports", "--from", str(tmp_path / "none.db"), status=2)
    assert "make one with: hearsay add" in said
    assert said.count("\n") == 1


def test_a_long_dossier_is_cut_on_a_terminal_and_whole_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "book.db"
    first = harbour()
    with open_store(path, create=True) as store, store.writer() as writer:
        for number in range(23):
            document = replace(first.document, id=f"report-{number}", sha256=f"{number:064}")
            writer.add(replace(first, document=document))
    text = out_of(capsys, "show", "Northern Tide", "--from", str(path))
    assert text.count("and 3 more, see --format json") >= 2
    told = json.loads(out_of(capsys, "show", "Northern Tide", "--from", str(path), "--format", "json"))
    assert len(told["named_in"]) == 23
