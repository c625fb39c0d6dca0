"""`ucdp`: the Uppsala Conflict Data Program's three figures: low, best, high.

Low and high are the lowest and highest figure among independent origins; best is the one with the most origins, among
equals the latest (UCDP leaves "best" to its coders: "the most reliable").
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import best_supported, most_origins, newest
from hearsay.records.belief import Variant


class Ucdp:
    """UCDP's rule: low, best and high, best being the figure with the most origins."""

    name = "ucdp"

    def count(self, variants: Sequence[Variant]) -> Pick:
        numbers = [variant.number for variant in variants if variant.number is not None]
        if not numbers:
            return Pick(variant=None, why="no figure is given as a number")
        picked = newest(most_origins([variant for variant in variants if variant.number is not None]))
        ends = numbers + [variant.high for variant in variants if variant.high is not None]
        return Pick(
            variant=picked,
            low=min(numbers),
            high=max(ends),
            why="best: most independent origins, then the latest; low and high: the lowest and highest figure",
        )

    def value(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)
