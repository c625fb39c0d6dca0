"""`highest`: the highest figure that anybody gives."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import best_supported, highest
from hearsay.records.belief import Variant


class Highest:
    """The highest figure; other fields go by the most origins."""

    name = "highest"

    def count(self, variants: Sequence[Variant]) -> Pick:
        return Pick(variant=highest(variants), why=f"the highest of {len(variants)} figure(s)")

    def value(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)
