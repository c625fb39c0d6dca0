"""The commands on a PostgreSQL database: what they write is what a book in a file gives, and no password is told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import make_url
from tests.cli.storybook import said
from tests.store.conftest import NO_POSTGRES, POSTGRES, change_schemas, postgres_schema

Capture = pytest.CaptureFixture[str]
REPORT = "examples/harbour-blast.txt"

pytestmark = pytest.mark.skipif(POSTGRES is None, reason=NO_POSTGRES)


@pytest.fixture
def address() -> Iterator[str]:
    name = f"hearsay_test_{os.getpid()}_commands"
    yield make_url(postgres_schema(name)).set(password="hunter2").render_as_string(hide_password=False)  # noqa: S106
    change_schemas(f"DROP SCHEMA {name} CASCADE")


def test_a_database_does_what_a_file_does(address: str, tmp_path: Path, capsys: Capture) -> None:
    book, written = str(tmp_path / "book.db"), []
    for at, store in enumerate((book, address)):
        _, told = said(capsys, "add", REPORT, "--published", "2019-03-14", "--into", store, "--workers", "1")
        assert told.startswith("1 added")
        cases, _ = said(capsys, "list", "cases", "--from", store)
        rows = tmp_path / f"{at}.jsonl"
        said(capsys, "export", "records", "--from", store, "-o", str(rows))
        written.append((cases, rows.read_bytes()))
    assert written[0] == written[1]
    _, told = said(capsys, "remove", "report", "--from", address, status=2)
    assert "hunter2" not in told


def test_what_is_not_there_is_told_without_the_password(address: str, capsys: Capture) -> None:
    for command in (("show", "nothing"), ("remove", "nothing"), ("link", "same", "nothing", "none", "--by", "me")):
        _, told = said(capsys, *command, "--from", address, status=2)
        assert "nothing" in told
        assert "***" in told
        assert "hunter2" not in told
