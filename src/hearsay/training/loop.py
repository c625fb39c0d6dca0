"""The training loop: seeded, in bfloat16 where the machine has it, with checkpoints that survive a kill."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import nn

from hearsay.training.batches import Batch, Batcher, Variation
from hearsay.training.examples import Passage
from hearsay.training.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every figure of the training."""

    epochs: int = 10
    """Passes over the training passages."""
    pieces: int = 2048
    """Wordpieces a step."""
    encoder_rate: float = 2e-4
    """Peak learning rate of the encoder; its token table stays as it is, so that unseen words keep their neighbours."""
    head_rate: float = 1e-3
    """Peak learning rate of the heads, the join and the shape table."""
    warmup: float = 0.06
    """Share of the steps in which the rates rise."""
    decay: float = 0.01
    """Weight decay."""
    seed: int = 20261123
    """Seed of the order, the variation, the new weights and the dropout."""
    save_every: float = 120.0
    """Seconds between checkpoints."""
    variation: Variation = field(default_factory=Variation)
    """How texts are varied."""


Progress = Callable[[str], None]


def say(text: str) -> None:
    """Progress goes to the error stream, so that output can be piped."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - the recipe is run by hand; this is its face


class Trainer:
    """Trains a network on passages. `checkpoint` is written often and read when it is there."""

    def __init__(self, network: Network, batcher: Batcher, recipe: Recipe, checkpoint: Path) -> None:
        self._network = network
        self._batcher = batcher
        self._recipe = recipe
        self._checkpoint = checkpoint
        network.encoder.tokens.weight.requires_grad_(False)
        self._optimiser = torch.optim.AdamW(_groups(network, recipe), betas=(0.9, 0.98))
        self._step = 0
        self._saved = time.monotonic()

    def train(self, passages: Sequence[Passage], after_epoch: Callable[[int], None], progress: Progress = say) -> None:
        """All epochs that remain; `after_epoch` is called with the number of epochs done."""
        self._resume(progress)
        torch.manual_seed(self._recipe.seed + self._step)
        steps = len(self._batches(passages, 0))
        total = steps * self._recipe.epochs
        for epoch in range(self._recipe.epochs):
            if self._step >= round((epoch + 1) * steps):
                continue
            self._epoch(passages, epoch, (steps, total), progress)
            after_epoch(epoch + 1)

    def _batches(self, passages: Sequence[Passage], epoch: int) -> list[Batch]:
        recipe = self._recipe
        return self._batcher.epoch(passages, recipe.pieces, recipe.variation, recipe.seed + epoch)

    def _epoch(self, passages: Sequence[Passage], epoch: int, sizes: tuple[int, int], progress: Progress) -> None:
        steps, total = sizes
        self._network.train()
        started, words, losses = time.monotonic(), 0, dict[str, float]()
        # Epochs differ by a batch or so; each counts as as many steps as the first, so that a resumed run knows its
        # place.
        batches = self._batches(passages, epoch)[:steps]
        for number, batch in enumerate(batches):
            if epoch * steps + number < self._step:
                continue
            self._step = epoch * steps + number + 1
            for name, loss in self._learn(batch, total).items():
                losses[name] = 0.98 * losses.get(name, loss) + 0.02 * loss
            words += int((batch.sentences >= 0).sum())
            if number % 25 == 24:
                spent = time.monotonic() - started
                shown = " ".join(f"{name} {loss:.3f}" for name, loss in losses.items())
                left = (total - self._step) * spent / (number + 1) / 60
                place = f"epoch {epoch + 1} step {self._step}/{total}"
                progress(f"{place} {words / spent:.0f} words/s {left:.0f} min left | {shown}")
            if time.monotonic() - self._saved > self._recipe.save_every:
                self._save()
        self._step = (epoch + 1) * steps
        self._save()

    def _learn(self, batch: Batch, total: int) -> Mapping[str, float]:
        rate = _schedule(self._step / total, self._recipe.warmup)
        for group in self._optimiser.param_groups:
            group["lr"] = group["peak"] * rate
        losses = {}
        with torch.autocast("cpu", dtype=torch.bfloat16):
            words = self._network.words(*batch.inputs)
            for name, head in self._network.heads.items():
                losses[name] = head.weight * head.loss(head(words), batch.targets, batch.sentences)
        torch.stack(list(losses.values())).sum().backward()
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        return {name: float(loss.detach()) for name, loss in losses.items()}

    def _save(self) -> None:
        state = {"step": self._step, "network": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}
        partial = self._checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        os.replace(partial, self._checkpoint)
        self._saved = time.monotonic()

    def _resume(self, progress: Progress) -> None:
        if not self._checkpoint.is_file():
            return
        state = torch.load(self._checkpoint, weights_only=True)
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._step = state["step"]
        progress(f"goes on from {self._checkpoint.name} at step {self._step}")


def _groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    old: list[nn.Parameter] = []
    new: list[nn.Parameter] = []
    for name, parameter in network.named_parameters():
        if parameter.requires_grad:
            (old if name.startswith("encoder.") and "shapes" not in name else new).append(parameter)
    return [
        {"params": old, "peak": recipe.encoder_rate, "weight_decay": recipe.decay},
        {"params": new, "peak": recipe.head_rate, "weight_decay": recipe.decay},
    ]


def _schedule(share: float, warmup: float) -> float:
    """Up in a line, down along half a cosine."""
    if share < warmup:
        return share / warmup
    return 0.5 * (1.0 + math.cos(math.pi * (share - warmup) / (1.0 - warmup)))


def repeated(passages: Sequence[Passage], times: int) -> Iterator[Passage]:
    """The passages as often as an epoch shows them."""
    for _ in range(times):
        yield from passages
