"""Places and actors of the user's own: made, used, and told when they are no such thing."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.cli import run
from hearsay.records.wire import loads
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.actors.rows import FIELDS

REPORT = "Gunmen of the Zorab Lions killed four people in Zorabad Kalan on 3 May 2014, police said.\n"
PLACE = [
    "99999999", "Zorabad Kalan", "Zorabad Kalan", "", "30.5", "66.25", "P", "PPL", "PK", "", "02", "", "", "",
    "900", "", "1", "Asia/Karachi", "2024-01-01",
]  # fmt: skip
ACTORS = "id,name,kind,countries,aliases\nzorab-lions,Zorab Lions,armed group,PK,Lions of Zorab\n"


@pytest.fixture
def report(tmp_path: Path) -> str:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return str(path)


@pytest.fixture
def index(tmp_path: Path) -> str:
    dump, made = tmp_path / "PK.txt", tmp_path / "made.gazetteer"
    dump.write_text("\t".join(PLACE) + "\n", encoding="utf-8")
    assert run(["gazetteer", "import", str(dump), "-o", str(made)]) == 0
    return str(made)


def test_an_index_is_made_and_its_use_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    dump = tmp_path / "PK.txt"
    dump.write_text("\t".join(PLACE) + "\nfaulty\n", encoding="utf-8")
    for _ in range(2):  # an older index is replaced
        assert run(["gazetteer", "import", str(dump)]) == 0
        out, err = capsys.readouterr()
        assert out == ""
        assert err == (
            "1 places in PK.gazetteer, 1 faulty rows left out; use it with: hearsay read --gazetteer PK.gazetteer ...\n"
        )


def test_places_of_ones_own_are_found(report: str, index: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    found = []
    for options in ([], ["--gazetteer", index]):
        assert run(["read", report, "--format", "json", *options]) == 0
        found.append([place.geonames_id for place in loads(capsys.readouterr().out).places])
    assert 99999999 not in found[0]
    assert 99999999 in found[1]


def test_actors_of_ones_own_are_known(tmp_path: Path, report: str, capsys: pytest.CaptureFixture[str]) -> None:
    actors = tmp_path / "actors.csv"
    actors.write_text(ACTORS, encoding="utf-8")
    assert run(["read", report, "--format", "json", "--registry", str(actors)]) == 0
    assert "zorab-lions" in {actor.registry_id for actor in loads(capsys.readouterr().out).actors}


def test_a_book_is_made_with_them_too(
    tmp_path: Path, report: str, index: str, capsys: pytest.CaptureFixture[str]
) -> None:
    actors, book = tmp_path / "actors.csv", str(tmp_path / "book.db")
    actors.write_text(ACTORS, encoding="utf-8")
    assert run(["add", report, "--into", book, "--gazetteer", index, "--registry", str(actors)]) == 0
    assert run(["list", "incidents", "--from", book]) == 0
    assert "Zorabad Kalan, Balochistan, PK" in capsys.readouterr().out
    assert run(["list", "actors", "--from", book, "--where", "registry_id=zorab-lions"]) == 0
    assert "Zorab Lions" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["read", "add"])
@pytest.mark.parametrize(
    ("option", "file", "said"),
    [
        ("--gazetteer", "absent", "there is no gazetteer at"),
        ("--gazetteer", "report.txt", "is no gazetteer"),
        ("--registry", "absent.csv", "no actor file at"),
        ("--registry", "report.txt", "is neither .csv nor .json"),
        ("--registry", "bad.csv", "unknown kind 'lions'"),
    ],
)
def test_what_is_no_such_thing_is_told_once_before_any_report_is_read(
    command: str, option: str, file: str, said: str, tmp_path: Path, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "bad.csv").write_text("id,name,kind\nx,X,lions\n", encoding="utf-8")
    book = tmp_path / "book.db"
    into = ["--into", str(book)] if command == "add" else []
    assert run([command, report, report, *into, option, str(tmp_path / file)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert said in err
    assert not book.exists()


@pytest.mark.parametrize(
    ("output", "said"),
    [
        ("report.txt", "is there and is no gazetteer; give another name"),
        (".", "is a folder"),
        ("absent/x.gazetteer", "there is no folder"),
        ("PK.txt", "is the dump itself"),
    ],
)
def test_nothing_but_an_older_index_is_written_over(
    output: str, said: str, tmp_path: Path, report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = tmp_path / "PK.txt"
    dump.write_text("\t".join(PLACE) + "\n", encoding="utf-8")
    assert run(["gazetteer", "import", str(dump), "-o", str(tmp_path / output)]) == 2
    assert said in capsys.readouterr().err
    assert Path(report).read_text(encoding="utf-8") == REPORT


@pytest.mark.parametrize(
    ("content", "said"), [(None, "there is no file"), ("", "is empty"), (REPORT, "is no GeoNames")]
)
def test_a_dump_that_is_none_is_one_line(
    content: str | None, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dump = tmp_path / "dump.txt"
    if content is not None:
        dump.write_text(content, encoding="utf-8")
    assert run(["gazetteer", "import", str(dump), "-o", str(tmp_path / "x")]) == 2
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert not (tmp_path / "x").exists()


def test_the_example_of_the_documentation_holds(tmp_path: Path) -> None:
    page = (Path(__file__).resolve().parents[2] / "docs" / "registry.md").read_text(encoding="utf-8")
    actors = tmp_path / "actors.csv"
    actors.write_text(page.split("```csv\n")[1].split("```")[0], encoding="utf-8")
    registry = Registry.load(actors)
    tide = registry.get("northern-tide")
    assert tide is not None
    assert (tide.parent, tide.aliases, tide.short_forms) == (
        "coastal-liberation-front", ("Tide of the North", "NT"), ("the Tide",)
    )  # fmt: skip
    assert all(f"`{field}`" in page for field in FIELDS)
