"""Imports a dump of as many rows as GeoNames has, in GeoNames' own format, and looks names up in the index.

    python -m benchmarks.gazetteer [--rows 1000000] [--seed 1] [--folder DIR]

The rows are made up: nineteen columns, about 135 bytes a row as in allCountries.txt, classes of features in the shares
that it has, names that come again as real ones do (a few thousand times for the commonest), alternate names in several
scripts. Prints: the dump's size; the time and the most resident memory of `hearsay gazetteer import`, which runs as a
user runs it; the size of the index; and how long a look-up takes that was not asked for before, for names that are
there, for names that are not, and for the entry of an id. The whole world is `--rows 12000000`, and takes 4 GB in DIR.
Needs Unix (`resource`).
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.gazetteer import FileGazetteer

Asked = TypeVar("Asked")
LOOKUPS = 20_000
CLASSES = {
    "P.PPL": 40, "P.PPLA4": 1, "H.STM": 13, "H.LK": 5, "S.SCH": 6, "S.HTL": 4, "S.FRM": 5, "T.HLL": 6, "T.MT": 6,
    "L.LCTY": 4, "A.ADM4": 3, "A.ADM3": 2, "A.ADM2": 1, "V.FRST": 1,
}  # fmt: skip
COUNTRIES = "US CN IN NO MX ID RU IR TH FI SE TR BR CA PK AU DE NP MA PH NG CO UA ZA LK SD ML SY IQ AF".split()
SYLLABLES = """ka ra mo san del qu ber ta no vi lo shi gar el ma du an tor ul bek pur abad holm stad dorf ville wa zi ke
lu ham ton ford grad sk burg nai chu po ri so ne ya hu xi lang""".split()
SCRIPTS = ("деревня", "كفر", "村", "хутор", "ده", "里")
OPENERS = ("", "", "", "", "San ", "New ", "Upper ", "Kafr ", "Bukit ", "Lac ", "Río ", "Nižní ")
ENDINGS = ("", "", "", "", "", " Creek", " School", " Hill", " District", " Farm")


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--folder", type=Path, help="where to put the files; a temporary folder without it")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=given.folder) as folder:
        dump, index = Path(folder) / "allCountries.txt", Path(folder) / "world.gazetteer"
        write(dump, given.rows, given.seed)
        say("cores, load", f"{os.cpu_count()}, {os.getloadavg()[0]:.1f}")
        say("rows", f"{given.rows:,}")
        say("dump", f"{dump.stat().st_size / 1e6:,.0f} MB, {dump.stat().st_size / given.rows:.0f} bytes a row")
        seconds, peak = imported(dump, index)
        say("hearsay gazetteer import", f"{seconds:,.0f} s, {given.rows / seconds:,.0f} rows/s")
        say("its peak memory", f"{peak / 1e6:,.0f} MB")
        say("index", f"{index.stat().st_size / 1e6:,.0f} MB")
        look_up(index, given.rows, given.seed)


def write(dump: Path, count: int, seed: int) -> None:
    """A dump of `count` rows, the same for the same seed."""
    with dump.open("w", encoding="utf-8") as file:
        file.writelines(f"{row}\n" for row in rows(count, seed))


def rows(count: int, seed: int) -> Iterator[str]:
    """Rows in the order of their ids, as GeoNames has them nearly."""
    chance = random.Random(seed)  # noqa: S311 - no secret hangs on it
    stems = stems_of(chance, max(1000, count // 40))
    kinds = [kind.split(".") for kind, weight in CLASSES.items() for _ in range(weight)]
    for id in range(1, count + 1):
        name = name_of(chance, stems)
        feature, code = kinds[int(chance.random() * len(kinds))]
        people = int(chance.paretovariate(0.8) * 50) % 20_000_000 if feature == "P" and chance.random() < 0.1 else 0
        country = COUNTRIES[int(chance.random() * len(COUNTRIES))]
        others = others_of(chance, stems, name)
        point = f"{chance.uniform(-60, 75):.5f}\t{chance.uniform(-180, 180):.5f}"
        yield (
            f"{id}\t{name}\t{name}\t{others}\t{point}\t{feature}\t{code}\t"
            f"{country}\t\t{id % 30:02}\t{id % 3000:04}\t\t\t{people}\t\t{id % 2900}\tEtc/UTC\t2026-01-01"
        )


def stems_of(chance: random.Random, count: int) -> list[str]:
    """Words that names are made of."""
    return ["".join(chance.choices(SYLLABLES, k=chance.choice((2, 3, 3, 4)))).capitalize() for _ in range(count)]


def name_of(chance: random.Random, stems: Sequence[str]) -> str:
    """A name: common ones come again and again, since stems near the front are drawn more often."""
    stem = stems[int(len(stems) * chance.random() ** 1.8)]
    return OPENERS[int(chance.random() * len(OPENERS))] + stem + ENDINGS[int(chance.random() * len(ENDINGS))]


def others_of(chance: random.Random, stems: Sequence[str], name: str) -> str:
    """Alternate names: none for half of the places, then some, of which some in another script."""
    count = int(chance.random() * 7) - 3
    names = [name_of(chance, stems) for _ in range(count)]
    return ",".join([*names, f"{chance.choice(SCRIPTS)} {len(name)}"]) if names else ""


def imported(dump: Path, index: Path) -> tuple[float, int]:
    """Seconds and peak resident bytes of `hearsay gazetteer import`."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "hearsay", "gazetteer", "import", str(dump), "-o", str(index)]
    subprocess.run(command, check=True)  # noqa: S603 - our own program
    return time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024


def look_up(index: Path, count: int, seed: int) -> None:
    """Times look-ups that come for the first time."""
    names = [row.split("\t", 2)[1] for row in rows(min(count, LOOKUPS), seed)]
    there = list(dict.fromkeys(fold(name) for name in names))
    absent = [f"{key} nowhere" for key in there]
    chance = random.Random(seed + 1)  # noqa: S311 - no secret hangs on it
    ids = chance.sample(range(1, count + 1), min(count, LOOKUPS))
    began = time.perf_counter()
    gazetteer = FileGazetteer(index)
    gazetteer.entry(0)
    say("opening the index", f"{(time.perf_counter() - began) * 1e3:.1f} ms")
    say("a name that is there", timed(lambda key: len(gazetteer.named(key)), there))
    say("a name that is not", timed(lambda key: len(gazetteer.named(key)), absent))
    say("an id", timed(gazetteer.entry, ids))
    say("places of one name, most", f"{max(len(gazetteer.named(key)) for key in there):,}")


def timed(ask: Callable[[Asked], object], questions: Sequence[Asked]) -> str:
    """Median, 99th percentile and longest time of a question."""
    taken = []
    for question in questions:
        began = time.perf_counter()
        ask(question)
        taken.append(time.perf_counter() - began)
    taken.sort()
    points = (taken[len(taken) // 2], taken[len(taken) * 99 // 100], taken[-1])
    return "median {:,.0f} us, 99 % below {:,.0f} us, longest {:,.0f} us".format(*(point * 1e6 for point in points))


def say(what: str, figure: str) -> None:
    """One line of the table."""
    sys.stdout.write(f"{what:<30} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
