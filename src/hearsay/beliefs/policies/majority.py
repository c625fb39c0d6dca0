"""`majority`: what more than half of the independent origins say."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.records.belief import Variant


class Majority:
    """What more than half of the origins say, else nothing."""

    name = "majority"

    def count(self, variants: Sequence[Variant]) -> Pick:
        return self.value(variants)

    def value(self, variants: Sequence[Variant]) -> Pick:
        total = sum(variant.origins for variant in variants)
        for variant in variants:
            if 2 * variant.origins > total:
                return Pick(variant=variant, why=f"given by {variant.origins} of {total} origins")
        return Pick(variant=None, why=f"no value is given by more than half of {total} origins")
