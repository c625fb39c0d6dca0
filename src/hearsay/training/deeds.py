"""The last stage of the training: the layer and heads that the invented reports teach, over a finished network.

Everything else stays as it is. The word states are computed once for a few ways of cutting and writing the reports;
the layer then sees them again and again, one window at a time.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor, nn

from hearsay.training.batches import Batch, Batcher
from hearsay.training.examples import Passage
from hearsay.training.heads.base import Head
from hearsay.training.loop import Progress, Recipe, say, schedule
from hearsay.training.network import Network

CORPUS = "fiction"
_PAIRED = ("parts", "stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """One window: its word states [1, words, width], sentences [1, words], targets of that one row."""

    words: Tensor
    sentences: Tensor
    targets: Mapping[str, Tensor]


def teach_deeds(
    network: Network, batcher: Batcher, passages: Sequence[Passage], recipe: Recipe, progress: Progress = say
) -> None:
    """Trains `network`'s head "deeds" on the passages and nothing else of it. Seeded: the same twice on one machine."""
    head = network.by_name["deeds"]
    device = next(network.parameters()).device
    torch.manual_seed(recipe.seed)
    versions = []
    for number in range(recipe.deed_versions):
        batches = batcher.epoch(passages, recipe.pieces, recipe.variation, recipe.seed + 500 + number)
        versions.append([window for batch in batches for window in _windows(network, batch.on(device))])
        progress(f"deeds: version {number + 1} of {recipe.deed_versions}, {len(versions[-1])} windows")
    optimiser = torch.optim.AdamW(head.parameters(), betas=(0.9, 0.98), weight_decay=recipe.decay)
    steps = -(-len(versions[0]) // recipe.deed_windows)
    chance = random.Random(recipe.seed)  # noqa: S311 - a repeatable shuffle, no secret
    head.train()
    for epoch in range(recipe.deed_epochs):
        windows = list(versions[epoch % len(versions)])
        chance.shuffle(windows)
        told = 0.0
        for step in range(steps):
            some = windows[step * recipe.deed_windows : (step + 1) * recipe.deed_windows]
            if not some:
                continue
            rate = recipe.head_rate * schedule((epoch * steps + step) / (steps * recipe.deed_epochs), recipe.warmup)
            for group in optimiser.param_groups:
                group["lr"] = rate
            told += _learn(head, some) / steps
            nn.utils.clip_grad_norm_(head.parameters(), 1.0)
            optimiser.step()
            optimiser.zero_grad(set_to_none=True)
        progress(f"deeds: epoch {epoch + 1} of {recipe.deed_epochs}, loss {told:.3f}")
    head.eval()


def _learn(head: Head, windows: Sequence[_Window]) -> float:
    total = 0.0
    for window in windows:
        loss = head.loss(head(window.words), window.targets, window.sentences) / len(windows)
        torch.autograd.backward(loss)
        total += float(loss.detach())
    return total


def _windows(network: Network, batch: Batch) -> Iterator[_Window]:
    network.eval()
    with torch.no_grad():
        states = network.words(*batch.inputs)
    for row in range(len(states)):
        count = int((batch.sentences[row] >= 0).sum())
        targets = {}
        for layer, table in batch.targets.items():
            if layer in _PAIRED:
                own = table[table[:, 0] == row].clone()
                own[:, 0] = 0
                targets[layer] = own
            elif layer in ("trigger", "incident", "entity"):
                targets[layer] = table[row : row + 1, :count]
        yield _Window(
            words=states[row : row + 1, :count].clone(),
            sentences=batch.sentences[row : row + 1, :count],
            targets=targets,
        )
