"""Opening: what is made, what is refused, and that the steps lead to the tables that the code knows."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine
from tests.store.stories import told

from hearsay.errors import StoreError, UsageError
from hearsay.store.case_tables import INDEX, cases
from hearsay.store.opening import open_store
from hearsay.store.tables import REVISIONS


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A store with one report."""
    path = tmp_path / "book.db"
    with open_store(path, create=True) as store, store.writer() as writer:
        writer.add(told("A blast."))
    return path


def test_nothing_is_made_unasked(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"no store at .*book\.db.*hearsay add"):
        open_store(tmp_path / "book.db")
    assert list(tmp_path.iterdir()) == []


def test_paths_that_cannot_be_stores_are_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="is a folder"):
        open_store(tmp_path, create=True)
    with pytest.raises(UsageError, match="no folder"):
        open_store(tmp_path / "absent" / "book.db", create=True)


def test_an_unknown_kind_of_address_is_refused() -> None:
    for address in ("mysql://host/x", "nonsense://x"):
        with pytest.raises(UsageError, match="postgresql://"):
            open_store(address)


def test_a_password_is_never_repeated() -> None:
    with pytest.raises(StoreError) as caught:
        open_store("postgresql://reader:hunter2@127.0.0.1:1/reports")
    assert "hunter2" not in str(caught.value)
    assert "reader" in str(caught.value)
    assert "is the server running" in str(caught.value)


def test_what_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Gunmen attacked a checkpoint.\n" * 100, encoding="utf-8")
    before = path.read_bytes()
    with pytest.raises(StoreError, match=r"report\.txt: file is not a database.*give another path"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE reports (x)")
    connection.close()
    before = path.read_bytes()
    with pytest.raises(StoreError, match="no hearsay store"):
        open_store(path, create=True)
    assert path.read_bytes() == before


def test_a_newer_store_is_refused(book: Path) -> None:
    with sqlite3.connect(book) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9042'")
    connection.close()
    with pytest.raises(StoreError, match=r"newer hearsay .*'9042'.* upgrade hearsay"):
        open_store(book)


def test_a_damaged_store_is_told_not_read(book: Path) -> None:
    whole = book.read_bytes()
    book.write_bytes(whole[:4096] + b"\x00" * (len(whole) - 4096))
    with pytest.raises(StoreError, match=r"book\.db"), open_store(book) as store, store.view() as view:
        list(view.reports())


def test_sqlite_is_set_up_for_readers_beside_a_writer(book: Path) -> None:
    connection = sqlite3.connect(book)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_opening_again_changes_nothing(book: Path) -> None:
    before = book.read_bytes()
    with open_store(book) as store, store.view() as view:
        assert len(list(view.reports())) == 1
    assert book.read_bytes() == before


def test_many_may_open_a_new_store_at_once(tmp_path: Path) -> None:
    path = tmp_path / "book.db"

    def add(number: int) -> None:
        with open_store(path, create=True) as store, store.writer() as writer:
            writer.add(told(f"Report {number}"))

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(add, range(12)))
    with open_store(path) as store, store.view() as view:
        assert len(list(view.reports())) == 12


def test_the_steps_lead_to_the_tables(book: Path) -> None:
    engine = create_engine(f"sqlite:///{book}")
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": of_ours, "compare_type": True})
        assert compare_metadata(context, cases.metadata) == []
    engine.dispose()


REVIEWS = ("reviews", "groupings")
CASES = ("editions", *(table.name for table in INDEX))
NEWER = {
    "0001": (*REVIEWS, *CASES, "decisions", "corrections"),
    "0002": (*REVIEWS, *CASES),
    "0003": REVIEWS,
}
"""The tables that a store of each older revision has not."""


@pytest.mark.parametrize("revision", NEWER)
def test_a_store_of_an_older_version_is_brought_up_to_date_with_what_is_in_it(book: Path, revision: str) -> None:
    with sqlite3.connect(book) as connection:
        for table in NEWER[revision]:
            connection.execute(f"DROP TABLE {table}")
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    connection.close()
    with open_store(book) as store, store.view() as view:
        assert len(list(view.reports())) == 1
        assert (view.decisions(), view.corrections(), view.reviews(), view.groupings()) == ((), (), (), ())


def of_ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or not str(name).startswith("report_search")


def test_the_known_revisions_are_the_steps_that_ship() -> None:
    config = Config()
    config.set_main_option("script_location", "hearsay.store:migrations")
    config.set_main_option("path_separator", "os")
    steps = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(reversed([step.revision for step in steps])) == REVISIONS
