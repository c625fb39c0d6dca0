"""`most-independent`: what the most independent origins say."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import best_supported
from hearsay.records.belief import Variant


class MostIndependent:
    """The value with the most origins; among equals the latest."""

    name = "most-independent"

    def count(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)

    def value(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)
