"""`latest`: what was said last."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import newest
from hearsay.records.belief import Variant


class Latest:
    """What was said last; without dates it goes by the number of origins."""

    name = "latest"

    def count(self, variants: Sequence[Variant]) -> Pick:
        return self.value(variants)

    def value(self, variants: Sequence[Variant]) -> Pick:
        picked = newest(variants)
        return Pick(variant=picked, why=f"the latest ({picked.latest})" if picked.latest else "none is dated")
