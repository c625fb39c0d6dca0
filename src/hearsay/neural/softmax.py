"""Scores of a head to probabilities."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Probabilities over the last axis, of scores of any shape."""
    odds = np.exp(scores - scores.max(axis=-1, keepdims=True))
    result: NDArray[np.float32] = odds / odds.sum(axis=-1, keepdims=True)
    return result
