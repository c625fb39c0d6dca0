"""What the coder answers about a report and about each candidate: yes or no, with how sure it is.

An answer is the sum of the weights of the features that hold, through the logistic function. The weights are learned
from the 1,300 DEV messages and their keys by `scripts/fit_muc4`; what they know is this codebook's taste in what the
reading found (which incidents count, which of their fillers, by which of its names), and no fact of the world.
"""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "weights.tsv.gz"
DIGITS = 2
START = -3.0
"""What every sum of weights starts from: most candidates fill no slot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """By question, the weight of each feature; one that is not listed weighs nothing."""

    by_feature: Mapping[str, Mapping[str, float]]

    def sums(self, features: Iterable[str]) -> dict[str, float]:
        """By question, the summed weights of what holds."""
        found: dict[str, float] = {}
        for feature in features:
            for question, weight in self.by_feature.get(feature, {}).items():
                found[question] = found.get(question, 0.0) + weight
        return found

    def write(self, path: Path) -> None:
        """One line a feature: its name, then `question=weight` for what it weighs in."""
        with gzip.GzipFile(path, "wb", mtime=0) as out:
            for feature, weights in sorted(self.by_feature.items()):
                cells = [f"{question}={weight:.{DIGITS}f}" for question, weight in sorted(weights.items())]
                out.write(("\t".join([feature, *cells]) + "\n").encode())

    @staticmethod
    def read(path: Path) -> Weights:
        """What `write` wrote."""
        found: dict[str, dict[str, float]] = {}
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                feature, *cells = line.rstrip("\n").split("\t")
                pairs = (cell.rsplit("=", 1) for cell in cells)
                found[feature] = {question: float(weight) for question, weight in pairs}
        return Weights(by_feature=found)


@lru_cache(maxsize=1)
def shipped() -> Weights:
    """The weights in the package."""
    return Weights.read(FILE)


def likely(total: float) -> float:
    """How sure a sum of weights makes, from 0 to 1."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total + START))))
