"""`acled`: the Armed Conflict Location & Event Data project's way with figures that differ: the lowest.

"Until a better one comes" (ACLED codebook, fatalities): an early figure that its own giver has raised since is no
longer in the running. Vague words have fixed numbers: several, many or few 3 (10 where an attack was large), tens 10,
dozens 12, hundreds 100.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hearsay.beliefs.base import Pick
from hearsay.beliefs.policies.choosing import best_supported, lowest
from hearsay.records.belief import Variant

_VAGUE = (
    (re.compile(r"\bhundreds\b", re.IGNORECASE), 100),
    (re.compile(r"\bdozens\b|\bscores\b", re.IGNORECASE), 12),
    (re.compile(r"\btens\b", re.IGNORECASE), 10),
    (re.compile(r"\b(?:several|many|few|some|a number of)\b", re.IGNORECASE), 3),
)


class Acled:
    """ACLED's rule: the lowest figure that still stands."""

    name = "acled"

    def count(self, variants: Sequence[Variant]) -> Pick:
        numbered = [_numbered(variant) for variant in variants]
        standing = [variant for variant in numbered if not _outgrown(variant, numbered)]
        picked = lowest(standing)
        return Pick(variant=picked, why=f"the lowest of {len(standing)} figure(s) that still stand")

    def value(self, variants: Sequence[Variant]) -> Pick:
        return best_supported(variants)


def _numbered(variant: Variant) -> Variant:
    if variant.number is not None:
        return variant
    about = next((number for pattern, number in _VAGUE if pattern.search(variant.text)), None)
    return variant if about is None else replace(variant, about=about)


def _outgrown(variant: Variant, others: Sequence[Variant]) -> bool:
    """True when all who gave it have given a later figure."""
    return all(
        any(
            voice.key == later.key and (voice.when or "") < (later.when or "")
            for other in others
            if other is not variant
            for later in other.voices
        )
        for voice in variant.voices
    )
