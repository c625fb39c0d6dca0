"""A head that puts words on a scale, such as how firmly a text holds that something happened."""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn

from hearsay.training.heads.base import UNKNOWN, Head, masked_mean

STEPS = 1000  # targets are whole numbers: thousandths above the scale's lower end
LOWEST, HIGHEST = -3.0, 3.0


def as_steps(level: float) -> int:
    """The target of a level; levels outside the scale are put at its ends."""
    return round((min(max(level, LOWEST), HIGHEST) - LOWEST) * STEPS)


class LevelHead(Head):
    """One number a word, from -3 (certainly not) to 3 (certainly), learned by the smooth absolute error."""

    def __init__(self, layer: str, width: int, *, weight: float = 1.0) -> None:
        super().__init__()
        self.layers, self.outputs, self.weight = (layer,), (layer,), weight
        self.dropout = nn.Dropout(0.1)
        self.inner = nn.Linear(width, width // 2)
        self.level = nn.Linear(width // 2, 1)

    def forward(self, words: Tensor) -> tuple[Tensor, ...]:
        return (self.level(self.dropout(nn.functional.gelu(self.inner(self.dropout(words))))),)

    def loss(self, outputs: tuple[Tensor, ...], targets: Mapping[str, Tensor], sentences: Tensor) -> Tensor:
        steps = targets[self.layers[0]]
        given, wanted = outputs[0].squeeze(2).float(), steps.float() / STEPS + LOWEST
        losses = nn.functional.smooth_l1_loss(given, wanted, reduction="none", beta=0.5)
        return masked_mean(losses, torch.ne(steps, UNKNOWN))
