"""Reads a thousand invented reports in one command and says how fast, and with how much memory.

    python -m benchmarks.read_many [--count 1000] [--words 500] [--workers N]

Prints: seconds to start (`hearsay --version`); seconds for one report after start, the first (which loads the model)
and the next ones; reports per second; the most memory that the main process, any worker, and all of them together held.
Memory is resident size, asked for ten times a second; shared pages count in each process. Needs Linux (/proc).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import fiction

STARTS = 5
SINGLES = 20
PAGE = os.sysconf("SC_PAGE_SIZE")
MEGABYTE = 1_000_000

ONE_PROCESS = """
import sys, time
began = time.perf_counter()
import hearsay
for path in sys.argv[1:]:
    hearsay.read(path)
    print(time.perf_counter() - began)
    began = time.perf_counter()
"""


@dataclass(kw_only=True)
class Peak:
    """The most resident memory seen, in bytes."""

    main: int = 0
    worker: int = 0
    together: int = 0
    processes: int = 0
    samples: list[tuple[float, int]] = field(default_factory=list)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--count", type=int, default=1000)
    parser.add_argument("--words", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--workers", type=int)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        paths = fiction.write(place / "reports", given.count, given.words, given.seed)
        say("cores, load", f"{os.cpu_count()}, {os.getloadavg()[0]:.1f}")
        say("reports", f"{given.count} of about {given.words} words")
        say(
            "hearsay --version",
            f"{statistics.median(start_seconds() for _ in range(STARTS)):.2f} s (median of {STARTS})",
        )
        first, rest = single_seconds(paths[:SINGLES])
        say("first report of a process", f"{first:.2f} s, imports and model included")
        say("a report after that", f"{rest:.3f} s (median of {SINGLES - 1})")
        seconds, peak = add(place, given.workers)
        say("hearsay add", f"{seconds:.1f} s, {given.count / seconds:.1f} reports/s")
        say("processes", str(peak.processes))
        say("peak memory, main", megabytes(peak.main))
        say("peak memory, largest worker", megabytes(peak.worker))
        say("peak memory, together", megabytes(peak.together))
        say("memory together, by quarter", ", ".join(megabytes(size) for size in by_quarter(peak, seconds)))
        size = sum(path.stat().st_size for path in place.glob("book.db*"))
        say("book", f"{megabytes(size)}, {size / given.count / 1000:.1f} kB a report")
        again, _ = add(place, given.workers)
        say("hearsay add, a second time", f"{again:.1f} s")


def say(what: str, figure: str) -> None:
    """One line of the table."""
    sys.stdout.write(f"{what:<30} {figure}\n")
    sys.stdout.flush()


def megabytes(size: int) -> str:
    """Bytes in MB."""
    return f"{size / MEGABYTE:.0f} MB"


def start_seconds() -> float:
    """How long `hearsay --version` takes."""
    began = time.perf_counter()
    subprocess.run([sys.executable, "-m", "hearsay", "--version"], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def single_seconds(paths: list[Path]) -> tuple[float, float]:
    """The first report of a fresh process, and the median of the next ones."""
    command = [sys.executable, "-c", ONE_PROCESS, *map(str, paths)]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - our own program
    seconds = [float(line) for line in ran.stdout.split()]
    return seconds[0], statistics.median(seconds[1:])


def add(place: Path, workers: int | None) -> tuple[float, Peak]:
    """Seconds and memory of `hearsay add` over all reports."""
    command = [sys.executable, "-m", "hearsay", "add", str(place / "reports"), "--into", str(place / "book.db")]
    if workers is not None:
        command += ["--workers", str(workers)]
    peak = Peak()
    began = time.perf_counter()
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        while process.poll() is None:
            watch(process.pid, peak, time.perf_counter() - began)
            time.sleep(0.1)
        said = process.stderr.read() if process.stderr is not None else ""
    seconds = time.perf_counter() - began
    if process.returncode != 0:
        raise SystemExit(f"hearsay add ended with {process.returncode}:\n{said}")
    return seconds, peak


def watch(main_process: int, peak: Peak, at: float) -> None:
    """Takes the memory of a process and of all that descend from it."""
    sizes = resident(main_process)
    workers = [size for process, size in sizes.items() if process != main_process]
    peak.main = max(peak.main, sizes.get(main_process, 0))
    peak.worker = max(peak.worker, *workers, 0)
    peak.together = max(peak.together, sum(sizes.values()))
    peak.processes = max(peak.processes, len(sizes))
    peak.samples.append((at, sum(sizes.values())))


def resident(root: int) -> dict[int, int]:
    """Resident bytes of a process and its descendants, by process id."""
    parents: dict[int, int] = {}
    sizes: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text(encoding="utf-8").rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        parents[int(stat.parent.name)] = int(fields[1])
        sizes[int(stat.parent.name)] = int(fields[21]) * PAGE
    family = {root}
    while grown := {process for process, parent in parents.items() if parent in family} - family:
        family |= grown
    return {process: sizes[process] for process in family if process in sizes}


def by_quarter(peak: Peak, seconds: float) -> list[int]:
    """The most memory in each quarter of the time: figures that grow would show a leak."""
    return [
        max((size for at, size in peak.samples if quarter <= 4 * at / seconds < quarter + 1), default=0)
        for quarter in range(4)
    ]


if __name__ == "__main__":
    main()
