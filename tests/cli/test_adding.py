"""`hearsay add`: once is enough, and stopping loses nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from tests.golden.harbour import EXAMPLES, TEXT

from hearsay.batch import Progress, Summary
from hearsay.cli import adding, run
from hearsay.store.opening import open_store

HARBOUR = str(EXAMPLES / "harbour-blast.txt")


def reports(book: Path) -> int:
    with open_store(book) as store, store.view() as view:
        return sum(1 for _ in view.reports())


def test_a_second_run_adds_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    book = tmp_path / "book.db"
    assert run(["add", HARBOUR, "--into", str(book), "--published", "2019-03-14"]) == 0
    assert capsys.readouterr().err.startswith("1 added, in ")
    assert run(["add", HARBOUR, "--into", str(book), "--published", "2019-03-14"]) == 0
    assert capsys.readouterr().err.startswith("0 added, 1 already there, in ")
    assert reports(book) == 1


def test_what_cannot_be_read_is_told_counted_and_kept(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    folder.joinpath("good.txt").write_text(TEXT, encoding="utf-8")
    folder.joinpath("empty.txt").write_bytes(b"")
    book = str(tmp_path / "book.db")
    assert run(["add", str(folder), str(tmp_path / "absent"), "--into", book]) == 1
    told = capsys.readouterr().err.splitlines()
    assert sorted(line.startswith("hearsay: ") for line in told) == [False, False, True, True]
    assert told[-2] == "1 report states no date of publication: dates such as 'Monday' stay unresolved, see --published"
    assert told[-1].startswith("1 added, 2 could not be read, in ")
    assert run(["list", "failures", "--from", book]) == 0
    assert "empty.txt" in capsys.readouterr().out


def test_nothing_read_is_status_2(tmp_path: Path) -> None:
    assert run(["add", str(tmp_path / "absent"), "--into", str(tmp_path / "book.db")]) == 2


@pytest.mark.parametrize("book", [".", "no/folder/book.db"])
def test_a_book_that_cannot_be_made_is_one_line(book: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["add", HARBOUR, "--into", str(tmp_path / book)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_ctrl_c_keeps_what_was_read_and_says_how_to_go_on(tmp_path: Path) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(40):
        folder.joinpath(f"{number:02}.txt").write_text(TEXT.replace("19 people", f"{number + 20} people"))
    book = tmp_path / "book.db"
    command = [sys.executable, "-m", "hearsay", "add", str(folder), "--into", str(book), "--workers", "1"]
    running = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (book.exists() and reports(book) > 0):
        time.sleep(0.02)
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in err
    assert "the same command goes on from there" in err
    assert 0 < reports(book) < 40


def test_progress_tells_rate_time_left_and_failures() -> None:
    progress = Progress(files=3, expected=10, new=2, changed=0, known=0, failed=1, rate=4.25, left=65.0, source="a.txt")
    assert adding._facts(progress) == "4.2 reports/s, 1 min 5 s left, 1 failed"
    assert adding._facts(replace(progress, rate=0.0, left=None, failed=0)) == ""


def test_status_of_a_summary() -> None:
    def status(new: int, known: int, failed: int, *, interrupted: bool = False) -> int:
        summary = Summary(
            files=1, new=new, changed=0, known=known, failed=failed, failures=(), seconds=1.0, interrupted=interrupted
        )
        return adding._status(summary)

    assert [status(1, 0, 0), status(0, 0, 0), status(0, 1, 1), status(0, 0, 1)] == [0, 0, 1, 2]
    assert status(1, 0, 1, interrupted=True) == 130
