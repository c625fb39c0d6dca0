"""Ways of choosing among variants that several policies share. Ties always go by a fixed order, never by arrival."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.beliefs.base import Pick
from hearsay.records.belief import Variant


def most_origins(variants: Sequence[Variant]) -> list[Variant]:
    """Those with the most independent origins."""
    most = max(variant.origins for variant in variants)
    return [variant for variant in variants if variant.origins == most]


def newest(variants: Sequence[Variant]) -> Variant:
    """The one with the latest voice; among equals the one with more origins, then the higher figure."""
    return max(variants, key=lambda v: (v.latest, v.origins, v.number if v.number is not None else -1, v.text))


def lowest(variants: Sequence[Variant]) -> Variant:
    """The lowest figure; vague ones without a number come last."""
    return min(variants, key=lambda v: (v.number is None, v.number or 0, v.text))


def highest(variants: Sequence[Variant]) -> Variant:
    """The highest figure; vague ones without a number come last."""
    return max(variants, key=lambda v: (v.number is not None, v.number or 0, v.text))


def best_supported(variants: Sequence[Variant]) -> Pick:
    """For fields that are no figures: most origins, then the latest. What all policies but `as-reported` do."""
    most = most_origins(variants)
    if len(most) == 1:
        return Pick(variant=most[0], why=f"given by the most independent origins ({most[0].origins})")
    return Pick(variant=newest(most), why=f"the latest of {len(most)} that {most[0].origins} origin(s) give each")
