"""The index fits its book: after every change, for small books at once, for large ones as soon as it can."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from time import monotonic, sleep

import pytest
from tests.review.browsing import Browser
from tests.store.stories import told
from tests.story.told import readings

from hearsay.cli import run
from hearsay.review.index.filters import CaseFilter
from hearsay.review.index.keeping import Keeper, index_path
from hearsay.review.index.opening import Cases
from hearsay.review.site import Site
from hearsay.store.opening import open_store

PATIENCE = 120.0  # seconds for a process of its own


@pytest.fixture
def book(story: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(story, tmp_path))


@pytest.fixture
def large(book: Path) -> Iterator[Site]:
    """A site that takes the story for a large book."""
    with open_store(book) as store, closing(Keeper(store, str(book), index_path(str(book), book), small=0)) as keeper:
        yield Site(store=store, keeper=keeper)


def settled(site: Site) -> Cases:
    """The index, once nothing is being done."""
    begun = monotonic()
    while site.keeper.standing().done is not None or site.keeper.standing().cases is None:
        assert monotonic() - begun < PATIENCE
        sleep(0.1)
    return site.cases()


def test_a_large_book_says_not_yet_and_then_is_there(large: Site) -> None:
    browser = Browser(large)
    page = browser.get("/incidents", status=503)
    assert page.headers["retry-after"]
    assert "put together" in page.text
    assert "Mopti" in browser.get("/reports").text
    browser.get(f"/reports/{readings()[0].document.id}")
    settled(large)
    assert "case-" in browser.get("/incidents").text


def test_a_large_book_hides_a_report_at_once_and_makes_its_index_anew(large: Site) -> None:
    before = settled(large)
    (numbers,) = (before.find(CaseFilter(disputed="yes")).numbers,)
    (case,) = before.rows(numbers.tolist())
    gone = readings()[3].document.id
    assert before.cases_of_report(gone)
    with large.store.writer() as writer:
        writer.remove(gone)
    begun = monotonic()
    while len(before.find(CaseFilter(disputed="yes"))) and large.keeper.standing().cases is before:
        assert monotonic() - begun < PATIENCE
        sleep(0.01)
    assert gone not in Browser(large).get(f"/incidents/{case.id}").text
    after = settled(large)
    assert after is not before
    assert after.cases_of_report(gone) == []
    assert len(after.find(CaseFilter(disputed="yes"))) == 1


def test_a_small_book_is_right_at_once(site: Site) -> None:
    before = site.cases()
    assert site.cases() is before
    with site.store.writer() as writer:
        writer.add(told("A blast\nA blast in Sévaré", published="2031-08-01"))
    assert len(site.cases()) == len(before) + 1


def test_an_index_is_used_again_by_the_next_server(book: Path, tmp_path: Path) -> None:
    path = index_path(str(book), tmp_path)
    files = set()
    for _ in range(2):
        with open_store(book) as store, closing(Keeper(store, str(book), path)) as keeper:
            assert keeper.standing().cases is not None
        files.add(path.stat().st_ino)
    assert len(files) == 1


def test_an_index_of_another_version_or_of_another_book_is_none(book: Path, tmp_path: Path) -> None:
    path = index_path(str(book), tmp_path)
    for broken in (b"", b"noise", b"SQLite format 3\x00" + bytes(100)):
        path.write_bytes(broken)
        with open_store(book) as store, closing(Keeper(store, str(book), path)) as keeper:
            cases = keeper.standing().cases
            assert cases is not None
            assert len(cases) > 1
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE meta SET value = '0' WHERE name = 'version'")
    with open_store(book) as store, closing(Keeper(store, str(book), path)) as keeper:
        assert keeper.standing().cases is not None


def test_an_index_may_be_read_by_nobody_who_may_not_read_the_book(book: Path, tmp_path: Path) -> None:
    book.chmod(0o600)
    path = index_path(str(book), tmp_path)
    with open_store(book) as store, closing(Keeper(store, str(book), path)) as keeper:
        keeper.standing()
    assert path.stat().st_mode & 0o777 == 0o600


def test_the_command_that_removes_a_report_leaves_no_index_behind(book: Path, tmp_path: Path) -> None:
    path = index_path(str(book), tmp_path)
    with open_store(book) as store, closing(Keeper(store, str(book), path)) as keeper:
        keeper.standing()
    assert path.exists()
    assert run(["remove", readings()[3].document.id, "--from", str(book)]) == 0
    assert not path.exists()


ORPHAN = """
import multiprocessing, sys, time
from hearsay.review.index.keeping import end_with_parent

def work():
    while True:
        end_with_parent()
        time.sleep(0.05)

if __name__ == "__main__":
    child = multiprocessing.get_context("spawn").Process(target=work)
    child.start()
    print(child.pid, flush=True)
    time.sleep(600)
"""


def test_what_makes_an_index_ends_with_a_server_that_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "server.py"
    script.write_text(ORPHAN)
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout
        child = int(server.stdout.readline())
        server.kill()
    begun = monotonic()
    while _runs(child):
        assert monotonic() - begun < PATIENCE
        sleep(0.1)


def _runs(pid: int) -> bool:
    """Whether a process is there and no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False
