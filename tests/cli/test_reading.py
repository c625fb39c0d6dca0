"""`hearsay read`: every form of output, and every kind of input that cannot be read."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from tests.golden.harbour import EXAMPLES, TEXT

from hearsay.cli import run
from hearsay.records.wire import loads

HARBOUR = str(EXAMPLES / "harbour-blast.txt")
DATE = ("--published", "2019-03-14")


def test_text_says_who_says_what(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", HARBOUR, *DATE]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith("Rival groups claim ferry terminal blast in Port Selwyn\n")
    for section in ("INCIDENTS", "CLAIMS OF RESPONSIBILITY", "RELATIONS", "STATEMENTS"):
        assert f"\n{section}\n" in out
    assert "\x1b" not in out


def test_json_is_one_object_a_line_a_line_a_report(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", HARBOUR, HARBOUR, *DATE, "--format", "json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["format"] for line in lines] == ["hearsay-reading/1"] * 2
    assert lines[0] == lines[1]
    assert loads(lines[0]).document.text == TEXT


def test_a_page_goes_to_the_file_that_names_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    page = tmp_path / "reading.html"
    assert run(["read", HARBOUR, *DATE, "-o", str(page)]) == 0
    assert capsys.readouterr().out == ""
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")


def test_without_a_date_relative_dates_stay_open_and_it_says_how_to_give_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["read", HARBOUR, "--format", "json"]) == 0
    reading = loads(capsys.readouterr().out)
    assert reading.document.published is None
    assert {time.value for time in reading.times if time.span.of(TEXT) == "on Wednesday"} <= {None}
    assert run(["read", HARBOUR]) == 0
    assert "--published YYYY-MM-DD" in " ".join(capsys.readouterr().out.split())


def test_standard_input_is_a_report_too() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "hearsay", "read", "-", *DATE, "--format", "json"],
        input=TEXT.encode(),
        capture_output=True,
        check=True,
    )
    assert loads(done.stdout).document.text == TEXT


def test_a_reader_that_goes_away_is_no_error() -> None:
    command = [sys.executable, "-m", "hearsay", "read", *[HARBOUR] * 12, "--format", "json"]
    running = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert running.stdout is not None
    assert running.stdout.read(10) == b'{"format":'
    running.stdout.close()
    _, err = running.communicate(timeout=60)
    assert (running.returncode, err) == (141, b"")


BAD = {
    "absent.txt": None,
    "empty.txt": b"",
    "noise.bin": bytes(range(256)) * 40,
    "broken.pdf": b"%PDF-1.4\n1 0 obj << broken",
    "german.txt": (
        "Die Polizei teilte am Montag mit, dass bei dem Anschlag auf die Kaserne vier Menschen getötet "
        "wurden. Die Gruppe bekannte sich nicht zu dem Angriff, sagte ein Sprecher der Armee.\n" * 4
    ).encode(),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_is_one_line_that_names_it(name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / name
    content = BAD[name]
    if content is not None:
        path.write_bytes(content)
    assert run(["read", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert name in err
    assert "Traceback" not in err


def test_in_a_batch_the_bad_one_is_shown_and_counted_and_the_rest_goes_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(["read", str(empty), HARBOUR, str(tmp_path / "absent.txt"), *DATE, "--format", "json"]) == 1
    out, err = capsys.readouterr()
    assert len(out.splitlines()) == 1
    assert [line.split(":")[0] for line in err.splitlines()] == ["hearsay"] * 3
    assert err.endswith("hearsay: 1 read, 2 could not be read\n")


def test_when_nothing_can_be_read_the_output_file_is_left_alone(tmp_path: Path) -> None:
    out = tmp_path / "out.txt"
    out.write_text("before", encoding="utf-8")
    assert run(["read", str(tmp_path / "absent.txt"), "-o", str(out)]) == 2
    assert out.read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize("date", ["yesterday", "2019-02-30", "14/03/2019", ""])
def test_a_date_that_is_none_is_refused(date: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", HARBOUR, "--published", date]) == 2
    err = capsys.readouterr().err
    assert err.count("\n") == 1
    assert "YYYY-MM-DD" in err
