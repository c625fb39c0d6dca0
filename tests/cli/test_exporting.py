"""`hearsay export` and `hearsay remove` on the story of twelve reports."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from tests.cli.storybook import said, storybook
from tests.story.told import readings

from hearsay.beliefs.policies.built import POLICIES
from hearsay.exports.built import CODEBOOKS
from hearsay.store.opening import open_store

Capture = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> str:
    return storybook(tmp_path_factory.mktemp("story") / "book.db")


@pytest.mark.parametrize("codebook", [one.name for one in CODEBOOKS.shipped])
def test_every_codebook_is_written_and_passes_its_check(
    book: str, codebook: str, tmp_path: Path, capsys: Capture
) -> None:
    file = str(tmp_path / "cases")
    _, told = said(capsys, "export", codebook, "--from", book, "-o", file)
    assert f"in {file}" in told
    assert said(capsys, "export", "--check", file, "--as", codebook)[1] == f"{file}: no fault as {codebook}"


@pytest.mark.parametrize(("options", "killed"), [((), "70"), (("--policy", "lowest"), "13")])
def test_the_policy_is_the_codebooks_own_unless_another_is_asked_for(
    book: str, options: tuple[str, ...], killed: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / "gtd.csv"
    said(capsys, "export", "gtd", "--from", book, "-o", str(path), *options)
    with path.open(encoding="utf-8", newline="") as file:
        assert [row["nkill"] for row in csv.DictReader(file) if row["eventid"] == "203105060001"] == [killed]


def test_the_help_says_what_each_codebook_and_policy_is(capsys: Capture) -> None:
    out, _ = said(capsys, "export", "--help")
    assert "acled A table in the form of the Armed Conflict Location & Event Data" in out
    assert "majority What more than half of the origins say, else nothing." in out
    assert all(f" {codebook.name} " in out for codebook in CODEBOOKS.shipped)
    assert all(f" {policy.name} " in out for policy in POLICIES.shipped)


def test_faults_are_listed_and_counted(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "wrong.csv"
    path.write_text("eventid,iyear\n1,2\n", encoding="utf-8")
    out, err = said(capsys, "export", "--check", str(path), "--as", "gtd", status=1)
    assert "imonth: the column is missing" in out
    assert err.endswith("133 faults as gtd")


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        ((), "name one of gtd, acled"),
        (("gdelt",), "no codebook 'gdelt'; there are: gtd, acled"),
        (("gtd",), "hearsay export gtd --from BOOK -o FILE"),
        (("gtd", "--from", "{book}"), "add: -o book.csv"),
        (("gtd", "--from", "{book}", "-o", "{book}"), "is the book itself; give another name"),
        (("gtd", "--from", "{book}", "-o", "{folder}"), "is a folder; give the name of a file in it"),
        (("gtd", "--from", "{book}", "-o", "x.csv", "--policy", "best"), "no policy 'best'; there are: as-reported"),
        (("--check", "x.csv"), "add: --as CODEBOOK"),
        (("--check", "{folder}/x.csv", "--as", "gtd"), "cannot be read as a table"),
        (("--check", "x.csv", "--as", "gtd", "-o", "y.csv"), "leave out --policy, --from and -o"),
        (("--as", "gtd"), "--as goes with --check FILE"),
    ],
)
def test_mistakes_are_told_in_one_line_with_the_way_out(
    book: str, arguments: tuple[str, ...], way_out: str, capsys: Capture
) -> None:
    folder = str(Path(book).parent)
    given = [one.format(book=book, folder=folder) for one in arguments]
    assert way_out in said(capsys, "export", *given, status=2)[1]


def test_a_removed_report_leaves_no_trace_in_any_export(tmp_path: Path, capsys: Capture) -> None:
    one, other = storybook(tmp_path / "one.db"), str(tmp_path / "other.db")
    with open_store(other, create=True) as store, store.writer() as writer:
        for reading in readings()[1:]:
            writer.add(reading)
    gone = readings()[0].document.id
    assert said(capsys, "remove", gone[:14], "--from", one)[1].startswith(f"removed {gone} (Suicide bomber kills")
    for codebook in (each.name for each in CODEBOOKS.shipped):
        for book in (one, other):
            said(capsys, "export", codebook, "--from", book, "-o", f"{book}.{codebook}")
        assert Path(f"{one}.{codebook}").read_bytes() == Path(f"{other}.{codebook}").read_bytes()


@pytest.mark.parametrize(
    ("words", "way_out"),
    [("nothing", "has no report 'nothing'; see: hearsay list reports"), ("market", "give the id of one")],
)
def test_a_report_that_is_not_clear_is_not_removed(book: str, words: str, way_out: str, capsys: Capture) -> None:
    assert way_out in said(capsys, "remove", words, "--from", book, status=2)[1]
    assert len(said(capsys, "list", "reports", "--from", book, "--format", "json")[0].split('"published"')) == 13
