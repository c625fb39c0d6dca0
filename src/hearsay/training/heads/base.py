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
    total = nn.functional.cross_entropy(flat, wanted, ignore_index=UNKNOWN, reduction="sum")
    return total / (wanted != UNKNOWN).sum().clamp(min=1)


def masked_mean(losses: Tensor, known: Tensor) -> Tensor:
    """The mean of `losses` where `known`, 0 where nothing is. Nothing here waits for the device."""
    return (losses * known).sum() / known.sum().clamp(min=1)


class Labeller(Head):
    """A head that gives each word one label of one layer; `hidden` puts a layer of that width before the scores."""

    def __init__(self, layer: str, classes: int, width: int, *, weight: float = 1.0, hidden: int = 0) -> None:
        super().__init__()
        self.layers, self.outputs, self.weight = (layer,), (layer,), weight
        self.dropout = nn.Dropout(0.2)
        self.inner: nn.Module = nn.Sequential(nn.Linear(width, hidden), nn.GELU()) if hidden else nn.Identity()
        self.scores = nn.Linear(hidden or width, classes)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        return (self.scores(self.dropout(self.inner(words))),)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        return cross_entropy(outputs[0], targets[self.layers[0]])


def same_sentence(sentences: Tensor) -> Tensor:
    """[batch, words, words]: 0 where two words share a sentence, very negative elsewhere."""
    apart = sentences[:, :, None] != sentences[:, None, :]
    return torch.where(apart, -1e4, 0.0)
