"""`gtd`: the Global Terrorism Database's way with figures that conflict.

The majority estimate; without one the most recent (both seen in the remarks of published rows).
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import best_supported, newest
from hearsay.records.belief import Variant


class Gtd:
    """GTD's rule: the majority of origins, else the most recent."""

    name = "gtd"

    def count(self, variants: Sequence[Variant]) -> Pick:
        total = sum(variant.origins for variant in variants)
        for variant in variants:
            if len(variants) > 1 and 2 * variant.origins > total:
                return Pick(variant=variant, why=f"the majority estimate: {variant.origins} of {total} origins")
        return Pick(variant=newest(variants), why="no estimate has a majority: the most recent one")

    def value(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)
