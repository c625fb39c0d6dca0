"""The dependency head: biaffine arcs and relations (Dozat and Manning 2017, figures of their own size).

The graph gives arc scores for every pair; a word scored against itself is scored as the root. For relations it gives,
by dependent, one vector a relation, and by head one vector: their products, taken for the decoded tree only, are the
scores, so that the work stays linear in the words.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from hearsay.training.heads.base import UNKNOWN, Head, cross_entropy, same_sentence

_ARC = 256
_RELATION = 64


class SyntaxHead(Head):
    """Arcs and relations."""

    layers = ("head", "relation")
    outputs = ("arcs", "relation_dependents", "relation_heads")

    def __init__(self, relations: int, width: int) -> None:
        super().__init__()
        self.relations = relations
        self.dropout = nn.Dropout(0.25)
        self.arc_dependent = nn.Linear(width, _ARC)
        self.arc_head = nn.Linear(width, _ARC)
        self.arc_weights = nn.Linear(_ARC, _ARC)
        self.arc_prior = nn.Linear(_ARC, 1)
        self.label_dependent = nn.Linear(width, _RELATION)
        self.label_head = nn.Linear(width, _RELATION)
        self.label_weights = nn.Linear(_RELATION, relations * (_RELATION + 1))

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        act = nn.functional.gelu
        batch, count, _ = words.shape
        dependent = self.dropout(act(self.arc_dependent(words)))
        head = self.dropout(act(self.arc_head(words)))
        arcs = self.arc_weights(dependent) @ head.transpose(1, 2) * _ARC**-0.5 + self.arc_prior(head).transpose(1, 2)
        labels = self.label_weights(self.dropout(act(self.label_dependent(words))))
        labels = labels.reshape(batch, count, self.relations, _RELATION + 1)
        below = self.dropout(act(self.label_head(words)))
        # The last place of a head's vector is 1: it carries what the dependent alone says of the relation.
        below = torch.cat([below, torch.ones_like(below[:, :, :1])], dim=2)
        return arcs, labels, below

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        arcs, labels, below = outputs
        heads = targets["head"]
        loss = cross_entropy(arcs.float() + same_sentence(sentences), heads)
        chosen = heads.clamp(min=0)[:, :, None].expand(-1, -1, below.shape[2])
        scores = (labels * torch.gather(below, 1, chosen)[:, :, None, :]).sum(dim=3)
        return loss + cross_entropy(scores, torch.where(heads == UNKNOWN, UNKNOWN, targets["relation"]))
