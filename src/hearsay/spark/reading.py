"""Reading reports in every partition: Arrow batches in, Arrow batches out, one model a Python worker.

The driver ships functions and options only. Each worker process loads the model with its first report and keeps it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import pyarrow as pa
from pyspark.sql import DataFrame

from hearsay.config import Config
from hearsay.documents.base import DocumentOptions, PageFacts, failed
from hearsay.documents.compose import compose
from hearsay.documents.read import read_raw
from hearsay.documents.receive import from_bytes
from hearsay.errors import HearsayError, InputError, UsageError
from hearsay.pipeline import read_document
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.records.wire import dumps
from hearsay.spark.tables import COLUMNS, READINGS, REPORTS

BATCH = 64  # readings of a batch on its way back


def read_reports(reports: DataFrame, config: Config | None = None) -> DataFrame:
    """The readings of a table of reports (`tables.REPORTS`), one row each (`tables.READINGS`).

    A report that cannot be read becomes a row with its error; the job goes on.

    Raises:
        UsageError: the table has no column `content`.
    """
    if "content" not in reports.columns:
        raise UsageError(f"the table of reports has no column 'content'; it has: {', '.join(reports.columns)}")
    chosen = reports.select(*(name for name in REPORTS if name in reports.columns))
    return chosen.mapInArrow(_reader(config or Config()), COLUMNS)


def _reader(config: Config) -> Callable[[Iterable[pa.RecordBatch]], Iterator[pa.RecordBatch]]:
    def read(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        waiting: list[Mapping[str, str | None]] = []
        for batch in batches:
            for report in batch.to_pylist():
                waiting += _rows(report, config)
                if len(waiting) >= BATCH:
                    yield pa.RecordBatch.from_pylist(waiting, schema=READINGS)
                    waiting = []
        yield pa.RecordBatch.from_pylist(waiting, schema=READINGS)

    return read


def _rows(report: Mapping[str, Any], config: Config) -> Iterator[Mapping[str, str | None]]:
    source = report.get("url") or "a report without an address"
    options = replace(
        config.documents,
        outlet=report.get("outlet") or config.documents.outlet,
        published=report.get("published") or config.documents.published,
    )
    for found in _documents(report, str(source), options):
        if isinstance(found, Failure):
            yield {"source": found.source, "error": found.message}
            continue
        try:
            reading = read_document(found, config)
        except HearsayError as error:
            yield {"source": str(source), "error": str(error)}
            continue
        document = reading.document
        yield {
            "report": document.id,
            "published": document.published,
            "outlet": document.outlet,
            "wire": dumps(reading),
            "source": str(source),
        }


def _documents(report: Mapping[str, Any], source: str, options: DocumentOptions) -> Iterator[Document | Failure]:
    content, url = report["content"], report.get("url")
    try:
        if isinstance(content, bytes):
            yield from read_raw(from_bytes(content, source, url=url), options)
        else:
            yield compose(content or "", source, options, PageFacts(url=url))
    except InputError as error:
        yield failed(source, error)
