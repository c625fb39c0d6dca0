"""Passages to batches: windows of random size, word shapes sometimes withheld, targets as numbers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import torch
from torch import Tensor

from hearsay.neural.pieces import Packer, Window
from hearsay.training.examples import Example, Label, Passage
from hearsay.training.heads.base import UNKNOWN
from hearsay.training.heads.built import FIXED_LABELS, POINTERS, RAREST


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tensors of one step: the network's five inputs, the words' sentences (-1 on padding), targets by layer."""

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    sentences: Tensor
    targets: Mapping[str, Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """How texts are varied: the shares of passages in capitals, in lower case, of pieces hidden; window sizes."""

    upper: float = 0.12
    lower: float = 0.12
    hidden: float = 0.04
    shortest: int = 64
    longest: int = 192


Labelled = tuple[Window, Mapping[str, list[int]]]


def collect_labels(passages: Sequence[Passage]) -> dict[str, list[str]]:
    """The label list of every layer, commonest first (fixed lists as they are)."""
    seen: dict[str, Counter[str]] = {}
    for passage in passages:
        for example in passage.examples:
            for layer, labels in example.layers.items():
                if layer not in POINTERS:
                    seen.setdefault(layer, Counter()).update(label for label in labels if isinstance(label, str))
    found = {
        layer: [label for label, times in counts.most_common() if times >= RAREST.get(layer, 1)]
        for layer, counts in sorted(seen.items())
    }
    return {**found, **{layer: list(labels) for layer, labels in FIXED_LABELS.items()}}


class Batcher:
    """Turns passages into batches, the same ones for the same seed."""

    def __init__(self, packer: Packer, labels: Mapping[str, Sequence[str]]) -> None:
        self._packer = packer
        self._numbers = {layer: {label: i for i, label in enumerate(known)} for layer, known in labels.items()}
        self._layers = (*sorted(labels), *sorted(POINTERS))
        self._hider = packer.cut("[MASK]")[0][0]

    def epoch(self, passages: Sequence[Passage], pieces: int, variation: Variation, seed: int) -> list[Batch]:
        """Shuffled batches of up to about `pieces` pieces each."""
        chance = random.Random(seed)  # noqa: S311 - a repeatable shuffle, no secret
        windows: list[Labelled] = []
        for passage in passages:
            for part in _spread(passage.examples, chance, variation):
                windows.extend(self._windows(part, variation.longest))
        for window, _ in windows:
            self._vary(window, chance, variation)
        windows.sort(key=lambda labelled: len(labelled[0].pieces) + chance.random() * 24)
        batches = list(_grouped(windows, pieces))
        chance.shuffle(batches)
        return [self._tensors(batch) for batch in batches]

    def _windows(self, examples: Sequence[Example], limit: int) -> Iterator[Labelled]:
        for window in self._packer.pack([example.words for example in examples], limit):
            yield window, {layer: self._targets(window, examples, layer) for layer in self._layers}

    def _targets(self, window: Window, examples: Sequence[Example], layer: str) -> list[int]:
        starts: dict[int, int] = {}
        for position, (sentence, word) in enumerate(zip(window.sentences, window.words, strict=True)):
            starts.setdefault(sentence, position - word)
        targets = []
        for sentence, word in zip(window.sentences, window.words, strict=True):
            labels = examples[sentence].layers.get(layer)
            number = self._number(layer, labels[word] if labels is not None else None, starts[sentence])
            targets.append(number if number < len(window.words) else UNKNOWN)
        return targets

    def _number(self, layer: str, label: Label, start: int) -> int:
        if label is None:
            return UNKNOWN
        if isinstance(label, int):
            return start + label if start + label >= 0 else UNKNOWN
        return self._numbers[layer].get(label, UNKNOWN)

    def _vary(self, window: Window, chance: random.Random, variation: Variation) -> None:
        for index in range(1, len(window.pieces)):
            if window.shapes[index] and chance.random() < variation.hidden:
                window.pieces[index] = self._hider

    def _tensors(self, windows: Sequence[Labelled]) -> Batch:
        width = max(len(window.pieces) for window, _ in windows)
        words = max(len(window.words) for window, _ in windows)

        def table(rows: Sequence[Sequence[int]], length: int, filler: int) -> Tensor:
            return torch.tensor([[*row, *([filler] * (length - len(row)))] for row in rows], dtype=torch.long)

        plain = [window for window, _ in windows]
        return Batch(
            inputs=(
                table([window.pieces for window in plain], width, 0),
                table([window.shapes for window in plain], width, 0),
                table([[1] * len(window.pieces) for window in plain], width, 0).float(),
                table([window.firsts for window in plain], words, 0),
                table([window.lasts for window in plain], words, 0),
            ),
            sentences=table([window.sentences for window in plain], words, -1),
            targets={layer: table([t[layer] for _, t in windows], words, UNKNOWN) for layer in self._layers},
        )


def _spread(examples: Sequence[Example], chance: random.Random, variation: Variation) -> Iterator[list[Example]]:
    """The passage in runs of random length, each sentence perhaps in capitals or in lower case."""
    room = 0
    run: list[Example] = []
    for example in examples:
        room -= len(example.words)
        if room < 0:
            if run:
                yield run
            run, room = [], int(chance.uniform(variation.shortest, variation.longest) * 0.8) - len(example.words)
            case = chance.random()
        run.append(_recased(example, case, variation))
    if run:
        yield run


def _recased(example: Example, case: float, variation: Variation) -> Example:
    if case < variation.upper:
        return replace(example, words=tuple(word.upper() for word in example.words))
    if case < variation.upper + variation.lower:
        return replace(example, words=tuple(word.lower() for word in example.words))
    return example


def _grouped(windows: Sequence[Labelled], pieces: int) -> Iterator[list[Labelled]]:
    group: list[Labelled] = []
    longest = 0
    for labelled in windows:
        longest = max(longest, len(labelled[0].pieces))
        if group and longest * (len(group) + 1) > pieces:
            yield group
            group, longest = [], len(labelled[0].pieces)
        group.append(labelled)
    if group:
        yield group
