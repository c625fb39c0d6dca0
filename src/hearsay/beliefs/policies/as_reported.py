"""`as-reported`: a value only where all who give one agree; else none is picked and every one is shown."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.records.belief import Variant


class AsReported:
    """The value that nobody contradicts; none where reports differ."""

    name = "as-reported"

    def count(self, variants: Sequence[Variant]) -> Pick:
        return self.value(variants)

    def value(self, variants: Sequence[Variant]) -> Pick:
        if len(variants) == 1:
            return Pick(variant=variants[0], why="the only value that is given")
        return Pick(variant=None, why=f"{len(variants)} values are given; this policy picks none of them")
