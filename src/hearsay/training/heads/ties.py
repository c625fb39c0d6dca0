"""How two actors stand to each other: a biaffine score a relation, of the words that head their mentions.

As with the tree's relations, the graph gives one vector a relation for the first word and one for the second; their
product is taken only for the pairs that are asked for. Few texts are annotated with how actors stand, so the head also
learns the facts of an encyclopedia (who is a member of what, ...) on the same vectors; these are not exported.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from hearsay.training.heads.base import Head, cross_entropy

_SIZE = 32


class TieHead(Head):
    """The relations between actors. Relation 0 is none."""

    layers = ("ties", "facts")
    outputs = ("tie_sources", "tie_targets")

    def __init__(self, relations: int, facts: int, width: int, *, weight: float = 1.0) -> None:
        super().__init__()
        self.weight, self.relations, self.facts = weight, relations, facts
        self.dropout = nn.Dropout(0.25)
        self.source = nn.Linear(width, 2 * _SIZE)
        self.source_weights = nn.Linear(2 * _SIZE, relations * (_SIZE + 1))
        self.fact_weights = nn.Linear(2 * _SIZE, facts * (_SIZE + 1))
        self.target = nn.Linear(width, _SIZE)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        act = nn.functional.gelu
        batch, count, _ = words.shape
        hidden = self.dropout(act(self.source(self.dropout(words))))
        sources = self.source_weights(hidden).reshape(batch, count, self.relations, _SIZE + 1)
        targets = self.dropout(act(self.target(self.dropout(words))))
        targets = torch.cat([targets, torch.ones_like(targets[:, :, :1])], dim=2)
        return (sources, targets, hidden) if self.training else (sources, targets)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        """The targets of "ties" and of "facts" are [pairs, 4]: the row, the two words and the relation."""
        sources, ends, hidden = outputs
        row, first, second, relation = targets["ties"].unbind(1)
        scores = (sources[row, first] * ends[row, second][:, None, :]).sum(dim=2)
        loss = cross_entropy(scores, relation)
        row, first, second, relation = targets["facts"].unbind(1)
        known = self.fact_weights(hidden[row, first]).reshape(len(row), self.facts, _SIZE + 1)
        return loss + cross_entropy((known * ends[row, second][:, None, :]).sum(dim=2), relation)
