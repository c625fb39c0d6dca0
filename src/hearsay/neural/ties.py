"""How two actors stand to each other, by the words that head their mentions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.neural.softmax import softmax


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ties:
    """What the model says of any two words of a sentence: `between` of them gives the relations' probabilities.

    `relations` are re3d's or our own, "none" first; `sources` is [words, relations, size], `targets` [words, size].
    """

    relations: tuple[str, ...]
    sources: NDArray[np.float32]
    targets: NDArray[np.float32]

    def between(self, source: int, target: int) -> Mapping[str, float]:
        """By relation, how likely it holds from one word to the other; they add up to 1."""
        shares = softmax(self.sources[source] @ self.targets[target])
        return dict(zip(self.relations, shares.tolist(), strict=True))
