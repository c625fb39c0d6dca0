"""Readings of the fictional reports against their codings; the floors only rise.

`python -m tests.evaluation.test_coding` prints the scores and what is missed, and raises the floors.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from tests.reports.coded import NAMES, all_scores, coding_of, reading_of

from hearsay.errors import InputError
from hearsay.evaluation.coding import SECTIONS, STANCE_PRECISION, Tally, score, together

FLOORS = Path(__file__).with_name("floors.json")
SLACK = 0.02  # below the score at which a floor was set: a section of fewer than fifty rows may lose none


def floors() -> Mapping[str, float]:
    held = json.loads(FLOORS.read_text(encoding="utf-8"))
    assert isinstance(held, dict)
    return held


@pytest.mark.parametrize("section", [*SECTIONS, STANCE_PRECISION])
def test_scores_stay_above_their_floors(section: str) -> None:
    tally = all_scores()[section]
    missed = "\n  ".join(tally.missed)
    assert tally.share >= floors()[section], f"{section}: {tally.found} of {tally.coded}; missed:\n  {missed}"


@pytest.mark.parametrize("name", NAMES)
def test_a_reading_that_says_nothing_scores_nothing(name: str) -> None:
    reading = reading_of(name)
    empty = replace(reading, actors=(), places=(), times=(), statements=(), incidents=(), relations=())
    assert sum(tally.found for tally in score(empty, coding_of(name)).values()) == 0


def test_shares() -> None:
    assert Tally().share == 1.0
    tally = Tally()
    tally.count(True, "one")
    tally.count(False, "two")
    assert (tally.share, tally.missed) == (0.5, ["two"])
    assert together([{"actors": tally}, {"actors": tally}])["actors"].coded == 4


@pytest.mark.parametrize(
    ("coding", "what"),
    [
        ({"actors": [{"id": "x"}]}, "'name'"),
        ({"actors": "many"}, "'actors'"),
        ({"actors": [{"id": "x", "name": "X", "also": "Y"}]}, "'also'"),
        ({"statements": [{"speaker": [], "evidence": "no such words here"}]}, "no such words here"),
    ],
)
def test_a_bad_coding_is_refused(coding: Mapping[str, object], what: str) -> None:
    with pytest.raises(InputError, match=what):
        score(reading_of(NAMES[0]), coding)


def _raise_floors() -> None:
    held = floors() if FLOORS.exists() else {}
    scores = all_scores()
    for section, tally in scores.items():
        sys.stdout.write(f"{section:24} {tally.found:3}/{tally.coded:3}  {tally.share:.3f}\n")
        sys.stdout.writelines(f"    missed: {what}\n" for what in tally.missed)
    raised = {name: max(held.get(name, 0.0), round(tally.share - SLACK, 3)) for name, tally in scores.items()}
    FLOORS.write_text(json.dumps(raised, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    _raise_floors()
