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

_PLACES = 21  # bits for a sum: twenty traits of up to 16 bits each
_ZERO = 1 << 15  # what stands for no weight at all, as no part of a packed sum may fall below nought
_PART = (1 << _PLACES) - 1


@cache
def weights() -> Mapping[str, tuple[int, int, int]]:
    """The learned weights by trait, for each of `OUTCOMES`, in hundredths."""
    found: dict[str, tuple[int, int, int]] = {}
    with gzip.open(WEIGHTS, "rt", encoding="utf-8") as rows:
        for row in rows:
            if not row.startswith("#"):
                trait, place, context, none = row.rstrip("\n").split("\t")
                found[trait] = (int(place), int(context), int(none))
    return found


@cache
def _packed() -> Mapping[str, int]:
    """The three weights of a trait as one number, so that one addition sums all three."""
    return {
        trait: (place + _ZERO) << 2 * _PLACES | (context + _ZERO) << _PLACES | (none + _ZERO)
        for trait, (place, context, none) in weights().items()
    }


def weighed(judgements: Sequence[Judgement], lines: Sequence[Line]) -> list[Judgement]:
    """The judgements of a report that no tagger has read, with the verdict that all traits together speak for.

    Lines in capitals keep their judgements: what was learned is of names that a capital tells from other words.
    """
    report = Report(judgements, lines)
    return [
        one if lines[one.match.line].capitals else _weighed(report, index, one) for index, one in enumerate(judgements)
    ]


def _weighed(report: Report, index: int, judgement: Judgement) -> Judgement:
    known = _packed()
    total = sum([known[trait] for trait in report.traits(index) if trait in known])
    sums = (total >> 2 * _PLACES, total >> _PLACES & _PART, total & _PART)
    verdict = OUTCOMES[sums.index(max(sums))]
    return judgement if verdict is judgement.verdict else Judgement(judgement.match, verdict, REASON)
