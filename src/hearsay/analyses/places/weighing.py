"""Which spellings are places, weighed: where no name tagger has read the report, what was learned has the last word.

The rules of `recognition.py` say what they make of a name and why; that, the words around it, what the name may be
and what else the report names are traits of it (see `traits.py`). Each trait has a weight for each of three verdicts,
in the table `weights.tsv.gz` beside this file: learned by `scripts/fit_places.py` from what the shipped reader makes of
openly licensed texts.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from hearsay.analyses.places.judgement import Judgement, Verdict
from hearsay.analyses.places.traits import Report
from hearsay.analyses.places.words import Line

OUTCOMES = (Verdict.PLACE, Verdict.CONTEXT, Verdict.NONE)
WEIGHTS = Path(__file__).parent / "weights.tsv.gz"
REASON = "its surroundings, weighed"

Weights = tuple[int, int, int]
"""For each of `OUTCOMES`, in hundredths."""


@cache
def weights() -> Mapping[str, Weights]:
    """The learned weights by trait."""
    found: dict[str, Weights] = {}
    with gzip.open(WEIGHTS, "rt", encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith("#"):
                trait, place, context, none = row.rstrip("\n").split("\t")
                found[trait] = (int(place), int(context), int(none))
    return found


def weighed(judgements: Sequence[Judgement], lines: Sequence[Line]) -> list[Judgement]:
    """The judgements of a report that no tagger has read, with the verdict that all traits together speak for.

    Lines in capitals keep their judgements: what was learned is of names that a capital tells from other words.
    """
    report = Report(judgements, lines)
    return [
        one if lines[one.match.line].capitals else _weighed(report, index, one) for index, one in enumerate(judgements)
    ]


def _weighed(report: Report, index: int, judgement: Judgement) -> Judgement:
    place = context = none = 0
    known = weights()
    for trait in report.traits(index):
        found = known.get(trait)
        if found is not None:
            place += found[0]
            context += found[1]
            none += found[2]
    sums = (place, context, none)
    verdict = OUTCOMES[sums.index(max(sums))]
    return judgement if verdict is judgement.verdict else Judgement(judgement.match, verdict, REASON)
