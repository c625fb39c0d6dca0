"""Linking what Spark has read, by the same code as on one machine.

Distributed is the unpacking: each partition draws the sketches of its readings (fingerprints, words, names: a few
kilobytes a report). Comparing and grouping them is done in the driver, in one process, because groups may not depend on
the order of arrival; one machine links some hundred thousand reports in minutes (docs/linking.md). The driver's memory,
a few kilobytes a report, is what bounds it.
"""

from __future__ import annotations

import json
import pickle
from collections.abc import Iterable, Iterator

import pyarrow as pa
from pyspark.sql import DataFrame

from hearsay.links.match import Sketch, match_sketches, sketch
from hearsay.records.link import Linking
from hearsay.records.rebuild import rebuild
from hearsay.spark.tables import CASES, SKETCHED, SKETCHES


def link(readings: DataFrame) -> Linking:
    """The links and cases over a table of readings (`tables.READINGS`); rows of one report count once."""
    whole = readings.where("wire is not null").select("report", "wire").dropDuplicates(["report"])
    return match_sketches(_received(whole.mapInArrow(_drawn, SKETCHED)))


def cases(readings: DataFrame) -> DataFrame:
    """A table of the cases (`tables.CASES`)."""
    linking = link(readings)
    rows = [
        (case.id, position, member.report, member.record, linking.stories[member.report])
        for case in linking.cases
        for position, member in enumerate(case.members)
    ]
    return readings.sparkSession.createDataFrame(rows, CASES)


def _drawn(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        drawn = [
            {"report": row["report"], "sketch": pickle.dumps(sketch(rebuild(json.loads(row["wire"]))))}
            for row in batch.to_pylist()
        ]
        yield pa.RecordBatch.from_pylist(drawn, schema=SKETCHES)


def _received(sketches: DataFrame) -> Iterator[Sketch]:
    for row in sketches.toLocalIterator(prefetchPartitions=True):
        found: Sketch = pickle.loads(row["sketch"])  # noqa: S301 (pickled by this very job)
        yield found
