"""The stages on Spark from the command line; without `--master URL` on this machine, with all its cores.

    python -m hearsay.spark read REPORTS.parquet READINGS.parquet
    python -m hearsay.spark link READINGS.parquet CASES.parquet
    python -m hearsay.spark keep READINGS.parquet BOOK

`keep` puts the readings into a book (a file, or a postgresql:// address), from which all else can be had.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence

from pyspark.sql import DataFrame, SparkSession

from hearsay.errors import HearsayError
from hearsay.records.failure import Failure
from hearsay.records.rebuild import rebuild
from hearsay.spark.linking import cases
from hearsay.spark.reading import read_reports
from hearsay.store.opening import open_store


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one stage; 2 when it is asked for what cannot be done."""
    parser = argparse.ArgumentParser(
        prog="python -m hearsay.spark", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("stage", choices=("read", "link", "keep"))
    parser.add_argument("source", help="the table to read")
    parser.add_argument("target", help="the table to write, or the book")
    parser.add_argument(
        "--partitions", type=int, default=None, help="parts to spread the table over; as stored without it"
    )
    parser.add_argument("--master", metavar="URL", default=None, help="of the cluster, as in spark://HOST:7077")
    chosen = parser.parse_args(arguments)
    builder = SparkSession.builder.appName(f"hearsay {chosen.stage}")
    session = (builder.master(chosen.master) if chosen.master else builder).getOrCreate()
    try:
        table = session.read.parquet(chosen.source)
        if chosen.partitions:
            table = table.repartition(chosen.partitions)
        if chosen.stage == "keep":
            sys.stderr.write(f"{_keep(table, chosen.target):,} readings in {chosen.target.rpartition('@')[2]}\n")
        else:
            made = read_reports(table) if chosen.stage == "read" else cases(table)
            made.write.mode("errorifexists").parquet(chosen.target)
    except HearsayError as error:
        sys.stderr.write(f"hearsay: {error}\n")
        return 2
    return 0


def _keep(readings: DataFrame, book: str) -> int:
    """Every reading into a book, one writer in the driver; those that could not be read as failures."""
    count = 0
    with open_store(book, create=True) as store, store.writer() as writer:
        for row in readings.toLocalIterator(prefetchPartitions=True):
            if row["wire"] is None:
                writer.note_failure(Failure(source=row["source"], error="InputError", message=row["error"]))
            else:
                writer.add(rebuild(json.loads(row["wire"])))
                count += 1
    return count


if __name__ == "__main__":
    sys.exit(main())
