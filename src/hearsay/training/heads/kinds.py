"""The kinds of incident that a sentence tells: scores a word, taken together by sentence.

A sentence's score of a kind is the log of the sum of its words' exponentials, so that a few words (a trigger) suffice,
and the words' own scores show which they were.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

from hearsay.training.heads.base import UNKNOWN, Head, masked_mean, same_sentence

_RARE = -5.0  # a word's score to begin with: most words tell of no incident


def as_bits(label: str, kinds: Sequence[str]) -> int:
    """The target of a sentence: one bit a kind, from kinds joined by `|`."""
    return sum(1 << kinds.index(kind) for kind in label.split("|") if kind)


class KindHead(Head):
    """Scores a kind and word; the loss is on the sentences' scores."""

    def __init__(self, layer: str, kinds: int, width: int, *, weight: float = 1.0) -> None:
        super().__init__()
        self.layers, self.outputs, self.weight = (layer,), (layer,), weight
        self.kinds = kinds
        self.dropout = nn.Dropout(0.2)
        self.inner = nn.Linear(width, width // 2)
        self.scores = nn.Linear(width // 2, kinds)
        nn.init.constant_(self.scores.bias, _RARE)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        return (self.scores(self.dropout(nn.functional.gelu(self.inner(words)))),)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        bits = targets[self.layers[0]]
        pooled = torch.logsumexp(outputs[0].float()[:, None] + same_sentence(sentences)[..., None], dim=2)
        known = bits != UNKNOWN
        wanted = (bits.clamp(min=0)[..., None] >> torch.arange(self.kinds, device=bits.device)) & 1
        losses = nn.functional.binary_cross_entropy_with_logits(pooled, wanted.float(), reduction="none")
        return masked_mean(losses.mean(dim=2), known)
