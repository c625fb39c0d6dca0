"""The options of the links stage."""

from __future__ import annotations

from dataclasses import dataclass, field

from hearsay.links.weights import Weights, shipped_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOptions:
    """How readings are linked.

    copy_threshold: bits of evidence from which two reports are held to carry one story.
    incident_threshold: bits of evidence from which two incidents are held to be one.
    block_size: how many incidents of one block are compared each with each; in larger ones only neighbours are.
    weights: what each level of each feature adds to a score.
    """

    copy_threshold: float = 0.0
    incident_threshold: float = 0.0
    block_size: int = 24
    weights: Weights = field(default_factory=shipped_weights)
