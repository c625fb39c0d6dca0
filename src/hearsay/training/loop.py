"""The training loop: seeded, in bfloat16, on a GPU where there is one, with checkpoints that survive a kill."""

from __future__ import annotations

import math
import multiprocessing
import os
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn

from hearsay.training.batches import Batch, Batcher, Variation
from hearsay.training.examples import Passage
from hearsay.training.network import Network


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """Every figure of the training."""

    epochs: int = 8
    """Passes over the training passages; as many as end within two hours on two cores."""
    teaching_epochs: int = 2
    """Passes in which each of two teachers learns tags, trees and names, before they read the texts that have none."""
    pieces: int = 3072
    """Wordpieces a step."""
    encoder_rate: float = 2.5e-4
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
    score_every: int = 5
    """Epochs between scorings on a sample of the development parts."""
    deed_epochs: int = 14
    """Passes of the last stage (`deeds.py`) over the invented reports."""
    deed_versions: int = 3
    """Ways of cutting and writing them that it learns from in turn."""
    deed_windows: int = 12
    """Windows a step of that stage."""
    workers: int = 0
    """Processes that make coming epochs' batches; 0: made when they are needed."""
    variation: Variation = field(default_factory=Variation)
    """How texts are varied."""


Progress = Callable[[str], None]
_AVERAGED = 0.98
_TOLD_EVERY = 25
_AHEAD = 6  # epochs made before they are needed, where there are workers


def say(text: str) -> None:
    """Progress goes to the error stream, so that output can be piped."""
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - the recipe is run by hand; this is its face


def fastest_device() -> torch.device:
    """The GPU where there is one."""
    return torch.device("cuda" if torch.cuda.is_available() else "cpu")


class Trainer:
    """Trains a network on passages. `checkpoint` is written often and read when it is there."""

    def __init__(
        self,
        network: Network,
        batcher: Batcher,
        recipe: Recipe,
        checkpoint: Path,
        device: torch.device | None = None,
    ) -> None:
        self._network = network
        self._batcher = batcher
        self._recipe = recipe
        self._checkpoint = checkpoint
        self._device = device or torch.device("cpu")
        network.encoder.tokens.weight.requires_grad_(False)
        self._step = 0
        self._saved = time.monotonic()

    def train(self, passages: Sequence[Passage], after_epoch: Callable[[int], None], progress: Progress = say) -> None:
        """All epochs that remain; `after_epoch` is called with the number of epochs done."""
        self._batcher.prepare(passages)
        first = self._batches(passages, 0)
        steps = len(first)
        total = steps * self._recipe.epochs
        # The other processes are started before the GPU is: what holds one cannot be forked.
        with _Ahead(self._batcher, passages, self._recipe, self._checkpoint.parent) as ahead:
            self._network.to(self._device)
            self._optimiser = torch.optim.AdamW(
                _groups(self._network, self._recipe), betas=(0.9, 0.98), fused=self._device.type == "cuda"
            )
            self._resume(progress)
            torch.manual_seed(self._recipe.seed + self._step)
            for epoch in range(self._recipe.epochs):
                if self._step >= (epoch + 1) * steps:
                    continue
                batches = first if epoch == 0 else ahead.epoch(epoch)
                # Epochs differ by a batch or so; each counts as as many steps as the first, so that a resumed run
                # knows its place.
                self._epoch(batches[:steps], epoch, (steps, total), progress)
                after_epoch(epoch + 1)

    def _batches(self, passages: Sequence[Passage], epoch: int) -> list[Batch]:
        recipe = self._recipe
        return self._batcher.epoch(passages, recipe.pieces, recipe.variation, recipe.seed + epoch)

    def _epoch(self, batches: Sequence[Batch], epoch: int, sizes: tuple[int, int], progress: Progress) -> None:
        steps, total = sizes
        self._network.train()
        started, words, told = time.monotonic(), 0, dict[str, Tensor]()
        for number, batch in enumerate(batches):
            if epoch * steps + number < self._step:
                continue
            self._step = epoch * steps + number + 1
            for name, loss in self._learn(batch, total).items():
                told[name] = _AVERAGED * told.get(name, loss) + (1.0 - _AVERAGED) * loss
            words += int((batch.sentences >= 0).sum())
            if number % _TOLD_EVERY == _TOLD_EVERY - 1:
                shown = " ".join(f"{name} {float(loss):.3f}" for name, loss in told.items())
                spent = time.monotonic() - started
                left = (total - self._step) * spent / (number + 1) / 60
                place = f"epoch {epoch + 1} step {self._step}/{total}"
                progress(f"{place} {words / spent:.0f} words/s {left:.0f} min left | {shown}")
            if time.monotonic() - self._saved > self._recipe.save_every:
                self._save()
        self._step = (epoch + 1) * steps
        self._save()

    def _learn(self, batch: Batch, total: int) -> Mapping[str, Tensor]:
        rate = schedule(self._step / total, self._recipe.warmup)
        for group in self._optimiser.param_groups:
            group["lr"] = group["peak"] * rate
        there = batch.on(self._device)
        losses = {}
        with torch.autocast(self._device.type, dtype=torch.bfloat16):
            words = self._network.words(*there.inputs)
            for name, head in self._network.by_name.items():
                if not head.weight:
                    continue
                losses[name] = head.weight * head.loss(head(words), there.targets, there.sentences)
        torch.autograd.backward(torch.stack(list(losses.values())).sum())
        nn.utils.clip_grad_norm_(self._network.parameters(), 1.0)
        self._optimiser.step()
        self._optimiser.zero_grad(set_to_none=True)
        return {name: loss.detach() for name, loss in losses.items()}

    def _save(self) -> None:
        state = {"step": self._step, "network": self._network.state_dict(), "optimiser": self._optimiser.state_dict()}
        partial = self._checkpoint.with_suffix(".partial")
        torch.save(state, partial)
        os.replace(partial, self._checkpoint)
        self._saved = time.monotonic()

    def _resume(self, progress: Progress) -> None:
        if not self._checkpoint.is_file():
            return
        state = torch.load(self._checkpoint, weights_only=True, map_location=self._device)
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._step = state["step"]
        progress(f"goes on from {self._checkpoint.name} at step {self._step}")


_making: tuple[Batcher, Sequence[Passage], Recipe] | None = None  # what a forked process makes epochs from


def _make(epoch: int, path: Path) -> Path:
    """One epoch's batches, into a file: far quicker to hand over than through a pipe."""
    if _making is None:
        raise RuntimeError("an epoch was asked for before there was anything to make it from")
    batcher, passages, recipe = _making
    torch.set_num_threads(1)
    batches = batcher.epoch(passages, recipe.pieces, recipe.variation, recipe.seed + epoch)
    torch.save([(batch.inputs, batch.sentences, dict(batch.targets)) for batch in batches], path)
    return path


class _Ahead:
    """Epochs made by other processes while this one trains."""

    def __init__(self, batcher: Batcher, passages: Sequence[Passage], recipe: Recipe, folder: Path) -> None:
        self._parts = (batcher, passages, recipe)
        self._folder = folder
        self._pool: ProcessPoolExecutor | None = None
        self._coming: dict[int, Future[Path]] = {}

    def __enter__(self) -> _Ahead:
        global _making
        _, _, recipe = self._parts
        if recipe.workers and recipe.epochs > 1:
            _making = self._parts
            self._pool = ProcessPoolExecutor(recipe.workers, mp_context=multiprocessing.get_context("fork"))
            self._ask(1)
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)

    def _ask(self, first: int) -> None:
        _, _, recipe = self._parts
        if self._pool is not None:
            for epoch in range(first, min(first + max(_AHEAD, recipe.workers), recipe.epochs)):
                if epoch not in self._coming:
                    path = self._folder / f"epoch{epoch}.batches"
                    self._coming[epoch] = self._pool.submit(_make, epoch, path)

    def epoch(self, number: int) -> list[Batch]:
        """The batches of an epoch, which is then forgotten."""
        batcher, passages, recipe = self._parts
        if self._pool is None:
            return batcher.epoch(passages, recipe.pieces, recipe.variation, recipe.seed + number)
        self._ask(number)
        path = self._coming[number].result()
        stored = torch.load(path, weights_only=True)
        path.unlink()
        return [Batch(inputs=inputs, sentences=sentences, targets=targets) for inputs, sentences, targets in stored]


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


def schedule(share: float, warmup: float) -> float:
    """Up in a line, down along half a cosine."""
    if share < warmup:
        return share / warmup
    return 0.5 * (1.0 + math.cos(math.pi * (share - warmup) / (1.0 - warmup)))
