"""How long the pages of a large book take: table, filter, dossier, actor, report and search, on a warm server.

    python -m benchmarks.pages [--incidents 100000] [--book big.db]

Makes the book first (generated fiction, about 1.4 reports an incident) unless it is there already, then its index, and
starts `hearsay serve` as a process of its own. Each address is asked for once before it is measured, then `--times`
times one after another, each time with other values. Exit status 1 when a page that has a limit is over it.
"""

from __future__ import annotations

import argparse
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from random import Random

import httpx
from sqlalchemy import Table, create_engine, insert

from benchmarks.readings import World
from hearsay.store.opening import open_store
from hearsay.store.rows import Row, child_rows, report_row
from hearsay.store.tables import reports

MEDIAN, P95 = 150, 400  # milliseconds
HEAVIEST = 500_000  # bytes, with everything that the page loads
LIMITED = ("table", "page 50", "filter", "words", "dossier", "search")
BATCH = 1000  # reports in one transaction
PORT = re.compile(r"http://127\.0\.0\.1:(\d+)/")
PATIENCE = 3600  # seconds for the index


def make(path: Path, incidents: int) -> int:
    """Makes the book; returns its number of reports.

    The rows are those that a writer would put in, many reports at a time: a transaction a report, which is what keeps
    `hearsay add` safe, would take longer than all that is measured here.
    """
    open_store(path, create=True).close()
    engine = create_engine(f"sqlite:///{path}")
    count = 0
    readings = World(incidents).readings()
    while part := list(islice(readings, BATCH)):
        rows: dict[Table, list[Row]] = {reports: []}
        for reading in part:
            count += 1
            rows[reports].append(report_row(reading) | {"number": count})
            for table, found in child_rows(reading, count):
                rows.setdefault(table, []).extend(found)
        with engine.begin() as connection:
            for table, found in rows.items():
                connection.execute(insert(table), found)
        if count % 20_000 == 0:
            sys.stderr.write(f"{count:,} reports added\n")
    engine.dispose()
    return count


@contextmanager
def served(path: Path) -> Iterator[str]:
    """The site's address, once its index is there."""
    command = [sys.executable, "-m", "hearsay", "serve", str(path), "--port", "0"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:  # noqa: S603 - our own command
        try:
            found = PORT.search(server.stderr.readline() if server.stderr else "")
            if found is None:
                raise SystemExit("the server did not start")
            address = f"http://127.0.0.1:{found[1]}"
            _await_index(address)
            yield address
        finally:
            server.terminate()


def _await_index(address: str) -> None:
    begun = time.monotonic()
    while httpx.get(f"{address}/incidents").status_code == 503:
        if time.monotonic() - begun > PATIENCE:
            raise SystemExit("the index was not done within an hour")
        time.sleep(5)
    took = time.monotonic() - begun
    sys.stdout.write(f"index of cases: {took:.0f} s\n" if took > 5 else "index of cases: there already\n")


def measure(address: str, times: int) -> bool:
    """Prints a line for each kind of page; whether all limits hold."""
    client = httpx.Client(base_url=address, timeout=60)
    chance = Random(7)  # noqa: S311 - no secret
    listed = client.get("/api/incidents", params={"sort": "reports"}).json()["entries"]
    cases = [one["id"] for one in (*listed, *client.get("/api/incidents").json()["entries"])]
    actors = [one["key"] for one in client.get("/api/actors").json()["entries"]]
    reports = [one["id"] for one in client.get("/api/reports").json()["entries"]]
    words = "police hospital shopkeeper patrol checkpoint Heron Falcon ambush critical official".split()
    asked: dict[str, Callable[[], str]] = {
        "table": lambda: "/incidents",
        "page 50": lambda: f"/incidents?page={chance.randrange(40, 60)}",
        "filter": lambda: f"/incidents?since={chance.randrange(1996, 2020)}&kind=bombing&origins=2",
        "filter, broad": lambda: f"/incidents?until={chance.randrange(2019, 2025)}&sort=killed",
        "words": lambda: f"/incidents?text={chance.choice(words)}",
        "dossier": lambda: f"/incidents/{chance.choice(cases)}",
        "search": lambda: f"/search?text={chance.choice(words)}+{chance.choice(words)}",
        "actors": lambda: f"/actors?text={chance.choice(words)}",
        "actor": lambda: f"/actors/{chance.choice(actors)}",
        "reports": lambda: f"/reports?page={chance.randrange(1, 20)}",
        "report": lambda: f"/reports/{chance.choice(reports)}",
    }
    sys.stdout.write(f"{'page':<14} {'median ms':>10} {'p95 ms':>8} {'kB with all it loads':>21}\n")
    held = [_line(client, name, address_of, times) for name, address_of in asked.items()]
    return all(held)


def _line(client: httpx.Client, name: str, address_of: Callable[[], str], times: int) -> bool:
    client.get(address_of())
    took, heaviest = [], 0
    for _ in range(times):
        begun = time.perf_counter()
        answer = client.get(address_of())
        took.append((time.perf_counter() - begun) * 1000)
        answer.raise_for_status()
        heaviest = max(heaviest, len(answer.content))
        loaded = answer.text
    heaviest += _loads(client, loaded)
    median, p95 = statistics.median(took), _p95(took)
    over = name in LIMITED and (median > MEDIAN or p95 > P95 or heaviest > HEAVIEST)
    sys.stdout.write(f"{name:<14} {median:>10.0f} {p95:>8.0f} {heaviest / 1000:>21.0f}{'  over' if over else ''}\n")
    sys.stdout.flush()
    return not over


def _p95(took: Sequence[float]) -> float:
    return sorted(took)[min(len(took) - 1, int(0.95 * len(took)))]


def _loads(client: httpx.Client, page: str) -> int:
    """Bytes of the style sheets, scripts and pictures that a page loads."""
    return sum(len(client.get(path).content) for path in sorted(set(re.findall(r'"(/static/[^"]+)"', page))))


def main() -> int:
    """Makes the book where it is not there, and measures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--incidents", type=int, default=100_000)
    parser.add_argument("--book", type=Path, default=Path("pages-benchmark.db"))
    parser.add_argument("--times", type=int, default=60)
    given = parser.parse_args()
    if not given.book.exists():
        begun = time.monotonic()
        count = make(given.book, given.incidents)
        sys.stdout.write(
            f"{count:,} reports of {given.incidents:,} incidents added in {time.monotonic() - begun:.0f} s\n"
        )
    sys.stdout.write(f"book: {os.stat(given.book).st_size / 1e6:.0f} MB\n")
    sys.stdout.flush()
    with served(given.book) as address:
        return 0 if measure(address, given.times) else 1


if __name__ == "__main__":
    sys.exit(main())
