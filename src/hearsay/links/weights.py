"""What each level of each feature adds to a score, in bits: log2 of how much likelier it is in a pair that matches.

Data: `weights.tsv`. The file can be replaced by an estimate from one's own reports: see `estimation.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hearsay.errors import ContractError
from hearsay.records.link import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """`bits[feature][level]`; `prior[matcher]` is what a pair starts from before it is compared."""

    bits: Mapping[str, Mapping[str, float]]
    prior: Mapping[str, float]

    def reason(self, feature: str, level: str, rarity: float = 0.0) -> Reason:
        """The level as a reason; `rarity` (bits) is added where a rare value is agreed on.

        Raises:
            ContractError: the table has no such feature or level.
        """
        try:
            weight = self.bits[feature][level]
        except KeyError:
            raise ContractError(f"the weights have no level {level!r} of {feature!r}; please report this") from None
        return Reason(feature=feature, level=level, weight=round(weight + rarity, 2))


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
