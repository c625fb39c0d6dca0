"""What a head is: outputs over the word states, a loss against its layers, and the label lists it needs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import torch
from torch import Tensor, nn

UNKNOWN = -100  # the target of a word whose label is not known; losses leave it out


class Head(nn.Module):
    """Base of the heads.

    `layers` names the label layers it learns, `outputs` the tensors it adds to the exported graph, in the order that
    `forward` returns them. `weight` scales its loss.
    """

    layers: Sequence[str] = ()
    outputs: Sequence[str] = ()
    weight: float = 1.0

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        """The outputs, from word states [batch, words, width]."""
        raise NotImplementedError

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        """The mean loss over known words. `targets` and `sentences` are [batch, words]; sentences is -1 on padding."""
        raise NotImplementedError


def cross_entropy(scores: Tensor, targets: Tensor) -> Tensor:
    """Mean cross-entropy over known targets, 0 where there are none. `scores` is [..., classes]."""
    flat, wanted = scores.reshape(-1, scores.shape[-1]).float(), targets.reshape(-1)
    known = wanted != UNKNOWN
    if not bool(known.any()):
        return flat.sum() * 0.0
    return nn.functional.cross_entropy(flat[known], wanted[known])


class Labeller(Head):
    """A head that gives each word one label of one layer."""

    def __init__(self, layer: str, classes: int, width: int, *, weight: float = 1.0) -> None:
        super().__init__()
        self.layers, self.outputs, self.weight = (layer,), (layer,), weight
        self.dropout = nn.Dropout(0.2)
        self.scores = nn.Linear(width, classes)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        return (self.scores(self.dropout(words)),)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        return cross_entropy(outputs[0], targets[self.layers[0]])


def same_sentence(sentences: Tensor) -> Tensor:
    """[batch, words, words]: 0 where two words share a sentence, very negative elsewhere."""
    apart = sentences[:, :, None] != sentences[:, None, :]
    return torch.where(apart, -1e4, 0.0)
