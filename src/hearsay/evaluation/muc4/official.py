"""The score reports of 1992: for each site the official counts of what its answers found.

A row reads `ALL TEMPLATES  1584 1380|573 154 106| ...`: possible and actual fills, then correct, partially correct and
incorrect ones. One report (SRI, TST4) has a row of noughts before the row that counts; the last one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UnreadableError

_ROW = re.compile(r"^ALL TEMPLATES\s+(\d+)\s+(\d+)\|\s*(\d+)\s+(\d+)\s+(\d+)\|", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """The official row of one site: fills possible and actual, correct and partially correct."""

    possible: int
    actual: int
    correct: int
    partial: int

    @property
    def figures(self) -> tuple[float, float, float]:
        """Recall, precision and their F, as shares."""
        right = self.correct + self.partial / 2
        recall, precision = right / self.possible, right / self.actual
        return recall, precision, 2 * recall * precision / (recall + precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """One site's archived answers on one test set, and the report of its scores."""

    test: str
    name: str
    answers: Path
    report: Path


def read_official(path: Path) -> Official:
    """The "all templates" row of a report.

    Raises:
        UnreadableError: it has none.
    """
    rows = [tuple(map(int, found)) for found in _ROW.findall(path.read_text(encoding="latin-1"))]
    counted = [row for row in rows if row[0]]
    if not counted:
        raise UnreadableError(f"{path.name} has no row ALL TEMPLATES with counts; give the score report of 1992")
    possible, actual, correct, partial, _ = counted[-1]
    return Official(possible=possible, actual=actual, correct=correct, partial=partial)


def sites(results: Path) -> Iterator[Site]:
    """The sites of TST3, then of TST4, by name; `results` is the release's folder of that name."""
    for test in ("TST3", "TST4"):
        for report in sorted((results / test / "scores").glob("*.total.txt")):
            name = report.name.removesuffix(".total.txt")
            folder = results / test / "responses"
            answers = folder / name / "response.tst3" if test == "TST3" else folder / f"{name}-response.tst4"
            yield Site(test=test, name=name, answers=answers, report=report)
