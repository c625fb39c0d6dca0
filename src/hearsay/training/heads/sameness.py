"""Whether two words are about the same thing: a vector a word, near where they are.

The logit of "the same" is a constant less the squared distance, so that vectors of different windows, even of
different texts, can be compared without the network.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from hearsay.neural.sameness import NEAR
from hearsay.training.heads.base import Head, masked_mean


class SamenessHead(Head):
    """One vector a word, learned on every two words of a window whose things are known."""

    def __init__(self, layer: str, width: int, *, size: int = 48, weight: float = 1.0) -> None:
        super().__init__()
        self.layers, self.outputs, self.weight = (layer,), (layer,), weight
        self.dropout = nn.Dropout(0.1)
        self.inner = nn.Linear(width, width // 2)
        self.vector = nn.Linear(width // 2, size)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        return (self.vector(self.dropout(nn.functional.gelu(self.inner(words)))),)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        things, vectors = targets[self.layers[0]], outputs[0].float()
        squares = (vectors * vectors).sum(dim=2)
        apart = squares[:, :, None] + squares[:, None, :] - 2.0 * vectors @ vectors.transpose(1, 2)
        wanted = (things[:, :, None] == things[:, None, :]).float()
        known = (things >= 0)[:, :, None] & (things >= 0)[:, None, :]
        known = known & torch.ones_like(known[0]).triu(1)
        losses = nn.functional.binary_cross_entropy_with_logits(NEAR - apart, wanted, reduction="none")
        return masked_mean(losses, known)
