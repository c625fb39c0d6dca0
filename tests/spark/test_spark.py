"""Two workers of a real Spark on this machine; skipped where pyspark or Java is not installed."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.story.told import STORY

from hearsay.cli import run
from hearsay.links.match import match
from hearsay.records.wire import dumps
from hearsay.store.opening import open_store

pytest.importorskip("pyspark", reason="pyspark is not installed: pip install 'hearsay[spark]'")
if shutil.which("java") is None and "JAVA_HOME" not in os.environ:
    pytest.skip("Spark needs Java", allow_module_level=True)

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    made = (
        SparkSession.builder.master("local[2]")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .getOrCreate()
    )
    yield made
    made.stop()


@pytest.fixture(scope="module")
def reports(session: Any, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A Parquet table of the story's pages, one that is empty, and one whose text is no report."""
    path = str(tmp_path_factory.mktemp("spark") / "reports.parquet")
    rows = [
        (bytearray(page.read_bytes()), f"https://story.example/{page.stem}") for page in sorted(STORY.glob("*.html"))
    ]
    rows += [(bytearray(b""), "https://story.example/empty")]
    session.createDataFrame(rows, "content binary, url string").repartition(3).write.parquet(path)
    return path


@pytest.fixture(scope="module")
def readings(session: Any, reports: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    from hearsay.spark.__main__ import main

    path = str(tmp_path_factory.mktemp("spark") / "readings.parquet")
    assert main(["read", reports, path]) == 0
    return path


def test_readings_are_those_of_one_machine(session: Any, readings: str, tmp_path: Path) -> None:
    rows = session.read.parquet(readings).collect()
    failed = [row for row in rows if row.wire is None]
    assert [row.source for row in failed] == ["https://story.example/empty"]
    assert "is empty" in failed[0].error
    by_id = {row.report: row.wire for row in rows if row.wire}
    assert len(by_id) == 12
    # the model's answers may hang on what is in the batch beside a sentence, so both read report by report
    from hearsay.documents.base import DocumentOptions
    from hearsay.documents.read import read_raw
    from hearsay.documents.receive import from_bytes
    from hearsay.pipeline import read_document

    page = STORY / "06-first-claim.html"
    raw = from_bytes(page.read_bytes(), "page", url=f"https://story.example/{page.stem}")
    (document,) = read_raw(raw, DocumentOptions())
    assert by_id[document.id] == dumps(read_document(document))  # type: ignore[arg-type,union-attr]


def test_links_are_those_of_one_machine(session: Any, readings: str, tmp_path: Path) -> None:
    from hearsay.spark.__main__ import main
    from hearsay.spark.linking import link

    book, cases = str(tmp_path / "book.db"), str(tmp_path / "cases.parquet")
    assert main(["keep", readings, book]) == 0
    with open_store(book) as store, store.view() as view:
        expected = match(view.readings())
        assert len(list(view.failures())) == 1
    assert link(session.read.parquet(readings)) == expected
    assert main(["link", readings, cases]) == 0
    found: dict[str, list[tuple[int, str, str]]] = {}
    for row in session.read.parquet(cases).collect():
        found.setdefault(row.id, []).append((row.position, row.report, row.incident))
    assert {key: [(one[1], one[2]) for one in sorted(members)] for key, members in found.items()} == {
        case.id: [(member.report, member.record) for member in case.members] for case in expected.cases
    }
    assert run(["list", "cases", "--from", book]) == 0


def test_a_table_without_content_is_told(session: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from hearsay.spark.__main__ import main

    path = str(tmp_path / "other.parquet")
    session.createDataFrame([("a",)], "text string").write.parquet(path)
    assert main(["read", path, str(tmp_path / "out.parquet")]) == 2
    assert "no column 'content'" in capsys.readouterr().err
