"""Whether two words are about the same incident or the same actor, from the vectors that the model gives them."""

from __future__ import annotations

import math
from collections.abc import Sequence

NEAR = 4.0  # the logit at no distance: 0.98; at a squared distance of 4 it is as likely as not


def likely_same(one: Sequence[float], other: Sequence[float]) -> float:
    """How likely, from 0 to 1, two words with these vectors are about the same thing."""
    apart = sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
    return 1.0 / (1.0 + math.exp(min(apart - NEAR, 50.0)))
