"""A batch that is killed or interrupted, in a process of its own: nothing finished is lost, nothing is half there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from tests.batch.reports import write_reports
from tests.store.test_contract import everything

from hearsay.store.opening import open_store

ROOT = Path(__file__).parents[2]
COUNT = 30

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals are POSIX")


def start(book: Path, folder: Path, workers: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.batch.command", str(book), str(folder), str(workers)]
    environment = os.environ | {"HEARSAY_TEST_PIDS": str(book.with_suffix(".pids"))}
    return subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )


def end(process: subprocess.Popen[str]) -> tuple[dict[str, int], str]:
    """The counts that a batch printed, and what it said on standard error."""
    out, err = process.communicate(timeout=60)
    return json.loads(out or "{}"), err


def wait_until(true: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not true():
        assert time.monotonic() < deadline, "waited 30 seconds in vain"
        time.sleep(0.02)


def number_kept(book: Path) -> int:
    if not book.exists():
        return 0
    with open_store(book, create=True) as store, store.view() as view:
        return sum(1 for _ in view.reports())


def shown(book: Path) -> list[object]:
    with open_store(book) as store, store.view() as view:
        return everything(view)


def alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    # one that nobody has waited for yet is dead all the same
    state = Path(f"/proc/{pid}/stat")
    return not (state.exists() and state.read_text(encoding="utf-8").rpartition(")")[2].split()[0] == "Z")


@pytest.mark.parametrize("workers", [1, 2])
def test_killed_and_run_again_equals_a_run_in_one_go(tmp_path: Path, workers: int) -> None:
    write_reports(tmp_path / "in", COUNT)
    book, whole = tmp_path / "book.db", tmp_path / "whole.db"
    for enough in (4, 12) if workers > 1 else (4,):
        process = start(book, tmp_path / "in", workers)
        wait_until(lambda enough=enough: number_kept(book) >= enough)  # type: ignore[misc]
        process.send_signal(signal.SIGKILL)
        end(process)
        assert process.returncode == -signal.SIGKILL
        kept = number_kept(book)
        assert enough <= kept < COUNT
        # each report that is there is there in full
        reports, incidents, claims, statements, actors, _, readings = shown(book)
        sizes = [len(rows) for rows in (reports, incidents, claims, statements, actors, readings)]  # type: ignore[arg-type]
        assert sizes == [kept, kept, kept, 2 * kept, 3 * kept, kept]
        pids = {int(pid) for pid in book.with_suffix(".pids").read_text(encoding="utf-8").split()}
        wait_until(lambda pids=pids: not any(map(alive, pids)))  # type: ignore[misc]
    counts, errors = end(start(book, tmp_path / "in", workers))
    assert errors == ""
    assert (counts["new"] + counts["known"], counts["failed"]) == (COUNT, 0)
    assert counts["known"] >= enough
    end(start(whole, tmp_path / "in", 1))
    assert shown(book) == shown(whole)


@pytest.mark.parametrize("workers", [1, 2])
def test_ctrl_c_ends_quietly_and_keeps_what_was_read(tmp_path: Path, workers: int) -> None:
    many = 4 * COUNT  # so many that none but the signal can end the run meanwhile
    write_reports(tmp_path / "in", many)
    book = tmp_path / "book.db"
    process = start(book, tmp_path / "in", workers)
    wait_until(lambda: number_kept(book) >= 5)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does, to the workers too
    counts, errors = end(process)
    assert errors == ""
    assert counts["interrupted"]
    # one that was kept when the signal came, and not yet counted, is met again as known
    assert 5 <= counts["new"] + counts["known"] == number_kept(book) < many
    counts, errors = end(start(book, tmp_path / "in", workers))
    assert errors == ""
    assert counts["new"] + counts["known"] == many
