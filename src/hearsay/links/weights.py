"""What each level of each feature adds to a score, in bits: log2 of how much likelier it is in a pair that matches.

Data: `weights.tsv`. The file can be replaced by an estimate from one's own reports: see `estimation.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files

from hearsay.errors import ContractError
from hearsay.records.link import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`bits[feature][level]`; `prior[matcher]` is what a pair starts from before it is compared."""

    bits: Mapping[str, Mapping[str, float]]
    prior: Mapping[str, float]
    _reasons: dict[tuple[str, str], Reason] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        """The reasons without rarity, made once: millions of pairs are compared."""
        for feature, levels in self.bits.items():
            for level, weight in levels.items():
                self._reasons[feature, level] = Reason(feature=feature, level=level, weight=round(weight, 2))

    def reason(self, feature: str, level: str, rarity: float = 0.0) -> Reason:
        """The level as a reason; `rarity` (bits) is added where a rare value is agreed on.

        Raises:
            ContractError: the table has no such feature or level.
        """
        known = self._reasons.get((feature, level))
        if known is None:
            raise ContractError(f"the weights have no level {level!r} of {feature!r}; please report this")
        return replace(known, weight=round(known.weight + rarity, 2)) if rarity else known


def read_weights(text: str) -> Weights:
    """Weights from tab-separated lines `feature, level, bits`; the feature `prior` gives the starting score."""
    bits: dict[str, dict[str, float]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            feature, level, value = line.split("\t")
            bits.setdefault(feature, {})[level] = float(value)
    return Weights(prior=bits.pop("prior", {}), bits=bits)


@cache
def shipped_weights() -> Weights:
    """The weights that ship with hearsay; `weights.tsv` says where they are from."""
    return read_weights(files("hearsay.links").joinpath("weights.tsv").read_text(encoding="utf-8"))
