"""What one word is to another, of any two words of a window: a biaffine score a label.

The graph gives one vector a label for the first word and one vector for the second; their product is taken only for
the pairs that are asked for, and the two may stand in different sentences.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from hearsay.training.heads.base import Head, cross_entropy

_SIZE = 32


class PairHead(Head):
    """The labels of pairs of words, learned from the pairs of the layer of that name. Label 0 is none."""

    def __init__(self, layer: str, labels: int, width: int, outputs: tuple[str, str]) -> None:
        super().__init__()
        self.layers, self.outputs, self.labels = (layer,), outputs, labels
        self.dropout = nn.Dropout(0.2)
        self.first = nn.Linear(width, 3 * _SIZE)
        self.first_weights = nn.Linear(3 * _SIZE, labels * (_SIZE + 1))
        self.second = nn.Linear(width, 3 * _SIZE)
        self.vector = nn.Linear(3 * _SIZE, _SIZE)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        act = nn.functional.gelu
        batch, count, _ = words.shape
        hidden = self.dropout(act(self.first(self.dropout(words))))
        firsts = self.first_weights(hidden).reshape(batch, count, self.labels, _SIZE + 1)
        vectors = self.vector(self.dropout(act(self.second(self.dropout(words)))))
        return firsts, torch.cat([vectors, torch.ones_like(vectors[:, :, :1])], dim=2)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        """The targets are [pairs, 4]: the row, the two words and the label."""
        firsts, seconds = outputs
        row, first, second, label = targets[self.layers[0]].unbind(1)
        return cross_entropy((firsts[row, first] * seconds[row, second][:, None, :]).sum(dim=2), label)
