"""What the model's word on two words of one incident is worth, beside the features of `incidents/likeness.py`.

    HEARSAY_CORPORA=/corpora python scripts/fit_sameness.py [REPORTS]

Reads so many (all, unless told) of MUC-4's 1,300 DEV reports of several incidents. A frame belongs to the incident
whose template has what the frame says was hit. Each such frame is compared with every incident told before it; a
logistic regression then weighs the sum of `weights.tsv` against `sameness.likely_same`. The row `model  unlike` of
that table is the second weight over the first, times how far below the mean an unlike pair lies. The model saw these
reports in training, so that the figure flatters it.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.documents.read import read_text
from hearsay.incidents.likeness import levels, opening_levels, standing_of, weights
from hearsay.incidents.told import Group, Lookup, Told
from hearsay.neural.sameness import likely_same
from hearsay.records.analysis import Analysis
from hearsay.records.frame import Act, Frame

_FILLERS = ("Target", "Victim")
_COMMON = frozenset("the a an of two three men man people members one".split())
_ALIKE = 0.5

Row = tuple[float, float, bool]
"""The sum of the features less that of an incident of its own, the likeliest sameness, and whether it is the one."""


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - _COMMON


def _template_of(frame: Frame, analysis: Analysis, templates: Sequence[Mapping[str, object]]) -> int | None:
    """The one template that has what the frame struck; None where none has, or several."""
    found = set()
    for filler in frame.fillers:
        head = analysis.tokens[filler.head].text.lower()
        phrase = _words(filler.span.of(analysis.document.text))
        for number, template in enumerate(templates):
            for slot in _FILLERS:
                for mention in (m for entity in template.get(slot) or [] for m in entity):  # type: ignore[attr-defined]
                    names = _words(mention[0] if isinstance(mention, list) else mention)
                    if head in names and len(names & phrase) >= min(2, len(names)):
                        found.add(number)
    return next(iter(found)) if len(found) == 1 else None


def _sum(found: Mapping[str, str]) -> float:
    return sum(weights().get(pair, 0.0) for pair in found.items() if pair[0] != "model")


def _rows(analysis: Analysis, templates: Sequence[Mapping[str, object]]) -> Iterator[Row]:
    lookup = Lookup(analysis)
    groups: dict[int, Group] = {}
    last: Group | None = None
    for frame in (f for f in analysis.frames if f.act is Act.EVENT and not f.hypothetical):
        number = _template_of(frame, analysis, templates)
        if number is None:
            continue
        told = lookup.told(frame)
        if frame.antecedent is None:
            yield from _compared(told, groups, number, last, lookup)
        last = groups.setdefault(number, Group())
        last.put(told)


def _compared(
    told: Told, groups: Mapping[int, Group], number: int, last: Group | None, lookup: Lookup
) -> Iterator[Row]:
    alone = _sum(opening_levels(told, lookup.opening))
    most = max(groups.values(), key=lambda group: len(group.frames), default=None)
    for other, group in groups.items():
        if told.vector and group.vectors:
            standing = standing_of(told, group, last, most)
            joined = _sum(levels(told, group, standing, lookup.opening))
            yield joined - alone, max(likely_same(told.vector, v) for v in group.vectors), other == number


def _fitted(rows: Sequence[Row]) -> np.ndarray:
    """The weights of the sum, of the sameness, and the constant: logistic regression by Newton's method."""
    inputs = np.array([[score, same, 1.0] for score, same, _ in rows])
    wanted = np.array([float(one) for *_, one in rows])
    found = np.zeros(3)
    for _ in range(100):
        likely = 1.0 / (1.0 + np.exp(-inputs @ found))
        curve = inputs.T @ (inputs * (likely * (1.0 - likely) + 1e-6)[:, None]) + 1e-3 * np.eye(3)
        found = found + np.linalg.solve(curve, inputs.T @ (wanted - likely))
    return found


def main() -> None:
    """Prints how many pairs there were, the weights, and what an unlike pair costs in the units of `weights.tsv`."""
    lines = (Path(os.environ["HEARSAY_CORPORA"]) / "muc4/gtt/train.json").read_text(encoding="utf-8").splitlines()
    reports = [report for report in map(json.loads, lines) if len(report["templates"]) > 1]
    analyser = ReportAnalyser()
    rows: list[Row] = []
    for report in reports[: int(sys.argv[1]) if len(sys.argv) > 1 else None]:
        rows += _rows(analyser.analyse(read_text(report["doctext"])), report["templates"])
    score, same, constant = _fitted(rows)
    unlike = [likelihood for _, likelihood, _ in rows if likelihood < _ALIKE]
    mean = float(np.mean([likelihood for _, likelihood, _ in rows]))
    cost = same / score * (float(np.mean(unlike)) - mean) if unlike else 0.0
    alike = sum(one for *_, one in rows)
    sys.stdout.write(f"{len(rows)} pairs, {alike} of one incident, {len(unlike)} unlike to the model\n")
    sys.stdout.write(f"sum {score:.2f}  sameness {same:.2f}  constant {constant:.2f}  ->  unlike: {cost:+.1f}\n")


if __name__ == "__main__":
    main()
