"""Reads invented reports with Spark on this machine, and links them: reports a second with one worker and with more.

    python -m benchmarks.spark [--count 1000] [--words 500] [--workers 1 2]

Needs `hearsay[spark]` and Java 17. Seconds are of the clock and begin with the session's first job, whose workers load
the model; the start of the session itself is printed apart.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks import fiction

PYTHON = "PYSPARK_PYTHON"


def main() -> None:
    """Measures each number of workers in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--alone", action="store_true", help="measure one number of workers in this process")
    chosen = parser.parse_args()
    if chosen.alone:
        measure(chosen.workers[0], chosen.count, chosen.words)
        return
    sys.stdout.write(f"{'workers':>8} {'start s':>8} {'read s':>8} {'reports/s':>10} {'link s':>8} {'cases':>7}\n")
    sys.stdout.flush()
    for workers in chosen.workers:
        command = [sys.executable, "-m", "benchmarks.spark", "--alone", "--workers", str(workers)]
        command += ["--count", str(chosen.count), "--words", str(chosen.words)]
        subprocess.run(command, check=True, env={**os.environ, PYTHON: sys.executable})  # noqa: S603 (this very file)


def measure(workers: int, count: int, words: int) -> None:
    """Reads and links with so many workers and prints one line."""
    from pyspark.sql import SparkSession

    from hearsay.spark.linking import link
    from hearsay.spark.reading import read_reports

    begun = time.perf_counter()
    session = SparkSession.builder.master(f"local[{workers}]").config("spark.ui.enabled", "false").getOrCreate()
    started = time.perf_counter() - begun
    rows = [(one.text, one.published) for one in fiction.reports(count, words)]
    reports = session.createDataFrame(rows, "content string, published string").repartition(4 * workers)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "readings.parquet")
        begun = time.perf_counter()
        read_reports(reports).write.parquet(path)
        read = time.perf_counter() - begun
        begun = time.perf_counter()
        found = link(session.read.parquet(path))
        linked = time.perf_counter() - begun
    figures = f"{workers:>8} {started:>8.1f} {read:>8.1f} {count / read:>10.1f} {linked:>8.1f} {len(found.cases):>7}"
    sys.stdout.write(figures + "\n")
    session.stop()


if __name__ == "__main__":
    main()
