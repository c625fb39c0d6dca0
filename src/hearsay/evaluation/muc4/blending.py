"""How much the coder's own weights and the reader's model count, slot by slot, and how sure the two together make.

The weights are learned from DEV, which the model's head was trained on as well: there it is too sure. So what it
counts is fitted on TST1 and TST2, the development set: three numbers a slot, by logistic regression, in
`scripts/fit_muc4`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.evaluation.muc4.templates import Slot

FILE = Path(__file__).parent / "blend.tsv"
_DIGITS = 3
_STEPS = 25
_DRAWN = 1.0  # how strongly the numbers are drawn to `Blend()`, in examples


@dataclass(frozen=True, slots=True, kw_only=True)
class Blend:
    """The log odds of a candidate for a slot: `own` times the weights' sum, `model` times the model's odds, `start`."""

    own: float = 1.0
    model: float = 0.0
    start: float = 0.0

    def sure(self, own: float, model: float) -> float:
        """How likely a candidate fills the slot, by the two log odds."""
        total = self.own * own + self.model * model + self.start
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def fit_blend(own: Sequence[float], model: Sequence[float], filled: Sequence[bool]) -> Blend:
    """The likeliest blend for candidates of which the key says whether they fill a slot; by Newton's method."""
    columns = np.stack([np.asarray(own), np.asarray(model), np.ones(len(own))], axis=1)
    wanted = np.asarray(filled, dtype=np.float64)
    prior = np.array([1.0, 0.0, 0.0])
    found: NDArray[np.float64] = prior.copy()
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-np.clip(columns @ found, -30, 30)))
        slope = columns.T @ (expected - wanted) + _DRAWN * (found - prior)
        bend = columns.T @ (columns * (expected * (1 - expected))[:, None]) + _DRAWN * np.eye(3)
        found = found - np.linalg.solve(bend, slope)
    return Blend(own=float(found[0]), model=float(found[1]), start=float(found[2]))


def write_blends(blends: Mapping[Slot, Blend], path: Path) -> None:
    """One line a slot: its name, then the three numbers."""
    rows = [
        "\t".join([slot.name, *(f"{number:.{_DIGITS}f}" for number in (one.own, one.model, one.start))])
        for slot, one in blends.items()
    ]
    path.write_text("\n".join([*rows, ""]), encoding="utf-8")


def read_blends(path: Path) -> dict[Slot, Blend]:
    """What `write_blends` wrote."""
    rows = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return {
        Slot[name]: Blend(own=float(own), model=float(model), start=float(start)) for name, own, model, start in rows
    }


@lru_cache(maxsize=1)
def shipped_blends() -> Mapping[Slot, Blend]:
    """The blends in the package."""
    return read_blends(FILE)
