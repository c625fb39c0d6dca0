"""`lowest`: the lowest figure that anybody gives."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import best_supported, lowest
from hearsay.records.belief import Variant


class Lowest:
    """The lowest figure; other fields go by the most origins."""

    name = "lowest"

    def count(self, variants: Sequence[Variant]) -> Pick:
        return Pick(variant=lowest(variants), why=f"the lowest of {len(variants)} figure(s)")

    def value(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)
