"""Passages to batches: windows of random size, word shapes sometimes withheld, targets as numbers.

A sentence is cut to pieces once. An epoch then only joins arrays, so that other processes can make the coming epochs
while a device is at work on this one.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor

from hearsay.neural.pieces import Packer
from hearsay.neural.shapes import Shape, shape_of
from hearsay.training.examples import Example, Label, Passage
from hearsay.training.heads.base import UNKNOWN
from hearsay.training.heads.built import (
    BITS,
    FIXED_LABELS,
    KINDS,
    LABELLED,
    LEVELS,
    NO_TIE,
    OTHER_LAYERS,
    POINTERS,
    RAREST,
    THINGS,
    TIE_SETS,
)
from hearsay.training.heads.kinds import as_bits
from hearsay.training.heads.levels import as_steps
from hearsay.training.parts import NO_PART, PART_LAYERS, ROLE_LAYERS

Numbers = NDArray[np.int16]


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Tensors of one step: the network's five inputs, the words' sentences (-1 on padding), targets by layer.

    The targets of the sets of ties and of "parts" are [pairs, 4] (row, word, word, relation or part), those of other
    layers [rows, words].
    """

    inputs: tuple[Tensor, Tensor, Tensor, Tensor, Tensor]
    sentences: Tensor
    targets: Mapping[str, Tensor]

    def on(self, device: torch.device) -> Batch:
        """The batch on a device, its whole numbers widened to what the network takes."""

        def moved(tensor: Tensor) -> Tensor:
            there = tensor.to(device, non_blocking=True)
            return there if there.is_floating_point() else there.long()

        pieces, shapes, mask, firsts, lasts = (moved(tensor) for tensor in self.inputs)
        return Batch(
            inputs=(pieces, shapes, mask, firsts, lasts),
            sentences=moved(self.sentences),
            targets={layer: moved(tensor) for layer, tensor in self.targets.items()},
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Variation:
    """How texts are varied: the shares of passages in capitals, in lower case, of pieces hidden; window sizes."""

    upper: float = 0.12
    lower: float = 0.12
    hidden: float = 0.04
    shortest: int = 24
    longest: int = 256
    uncased: float = 3.0
    """How much likelier capitals and lower case are for passages whose own case is not known."""


def collect_labels(passages: Sequence[Passage]) -> dict[str, list[str]]:
    """The label list of every layer, commonest first (fixed lists as they are)."""
    seen: dict[str, Counter[str]] = {}
    ties: dict[str, Counter[str]] = {name: Counter() for name in TIE_SETS}
    for passage in passages:
        for example in passage.examples:
            for layer, labels in example.layers.items():
                if layer in LABELLED:
                    seen.setdefault(layer, Counter()).update(label for label in labels if isinstance(label, str))
            ties[example.tie_set].update(relation for _, _, relation in example.ties)
    found = {
        layer: [label for label, times in counts.most_common() if times >= RAREST.get(layer, 1)]
        for layer, counts in sorted(seen.items())
    }
    return {
        **found,
        **{name: [NO_TIE, *sorted(counts)] for name, counts in ties.items()},
        **{layer: list(labels) for layer, labels in FIXED_LABELS.items()},
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class _Cut:
    """A sentence as arrays: pieces with the number of each word's, three castings of shapes, targets by layer."""

    pieces: Numbers
    lengths: Numbers
    shapes: Mapping[str, Numbers]
    layers: Mapping[str, Numbers]
    ties: Numbers
    tie_set: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """A window: sentences in order, written in one way."""

    sentences: Sequence[_Cut]
    case: str

    @property
    def length(self) -> int:
        return 1 + sum(len(sentence.pieces) + 1 for sentence in self.sentences)


class Batcher:
    """Turns passages into batches, the same ones for the same seed."""

    def __init__(self, packer: Packer, labels: Mapping[str, Sequence[str]]) -> None:
        self._packer = packer
        self._numbers = {layer: {label: i for i, label in enumerate(known)} for layer, known in labels.items()}
        self._layers = (*sorted(set(labels) - set(TIE_SETS)), *OTHER_LAYERS)
        self._hider = packer.cut("[MASK]")[0][0]
        self._start, self._end = packer.marks
        self._cut: dict[int, tuple[Passage, list[_Cut]]] = {}  # each with its passage, so that no id is given twice

    def prepare(self, passages: Sequence[Passage]) -> None:
        """Cuts all sentences now: before the work is shared with other processes, for instance."""
        for passage in passages:
            self._sentences(passage)

    def epoch(self, passages: Sequence[Passage], pieces: int, variation: Variation, seed: int) -> list[Batch]:
        """Shuffled batches of up to about `pieces` pieces each."""
        chance = random.Random(seed)  # noqa: S311 - a repeatable shuffle, no secret
        runs = [run for passage in passages for run in self._runs(passage, chance, variation)]
        keyed = sorted(((run.length + chance.random() * 24, i) for i, run in enumerate(runs)))
        batches = list(_grouped([runs[i] for _, i in keyed], pieces))
        chance.shuffle(batches)
        hiding = np.random.default_rng(seed)
        return [self._tensors(batch, hiding, variation.hidden) for batch in batches]

    def _sentences(self, passage: Passage) -> list[_Cut]:
        known = self._cut.get(id(passage))
        if known is None:
            things: dict[str, int] = {}
            known = self._cut[id(passage)] = (passage, [self._cut_up(example, things) for example in passage.examples])
        return known[1]

    def _cut_up(self, example: Example, things: dict[str, int]) -> _Cut:
        cuts = [self._packer.cut(word)[0] for word in example.words]
        layers = {}
        for layer, labels in example.layers.items():
            if layer in self._layers:
                numbers = [self._number(layer, label, things) for label in labels]
                layers[layer] = np.array(numbers, dtype=np.int16)
        return _Cut(
            pieces=np.array([piece for cut in cuts for piece in cut], dtype=np.int16),
            lengths=np.array([len(cut) for cut in cuts], dtype=np.int16),
            shapes={
                "own": _shapes(example.words),
                "upper": _shapes([word.upper() for word in example.words]),
                "lower": _shapes([word.lower() for word in example.words]),
            },
            layers=layers,
            ties=self._pairs(example),
            tie_set=example.tie_set,
        )

    def _number(self, layer: str, label: Label, things: dict[str, int]) -> int:
        if label is None:
            return UNKNOWN
        if layer in POINTERS:
            return int(label)
        if layer in BITS:
            return int(label)
        if layer in LEVELS:
            return as_steps(float(label))
        if layer in THINGS:
            return things.setdefault(f"{layer} {label}", len(things))
        if layer in KINDS:
            return as_bits(str(label), KINDS[layer])
        return self._numbers[layer].get(str(label), UNKNOWN)

    def _pairs(self, example: Example) -> Numbers:
        """[pairs, 3]: every two words of `actors` in both directions, with the relation's number."""
        known = {(first, second): relation for first, second, relation in example.ties}
        actors = example.actors or ()
        pairs = [
            (first, second, self._numbers[example.tie_set].get(known.get((first, second), NO_TIE), UNKNOWN))
            for first in actors
            for second in actors
            if first != second
        ]
        return np.array(pairs, dtype=np.int16).reshape(-1, 3)

    def _parts(self, tables: Mapping[str, Numbers]) -> Numbers:
        """[pairs, 4] of every word that tells of a deed and every mention of the same row, with the mention's part in
        that deed. The tables are [rows, words]."""
        rows, told, mentions = np.nonzero((tables["deed"] > 0)[:, :, None] & (tables["part"] != UNKNOWN)[:, None, :])
        found = np.full(len(rows), self._numbers["part"][NO_PART], dtype=np.int16)
        for part, parted in reversed(ROLE_LAYERS):
            mine = (tables["deed"][rows, told] & tables[parted][rows, mentions]) > 0
            found[mine] = tables[part][rows, mentions][mine]
        return np.stack([rows, told, mentions, found], axis=1).astype(np.int16)

    def _runs(self, passage: Passage, chance: random.Random, variation: Variation) -> Iterator[_Run]:
        """The passage in windows of random length, each in the text's own case, in capitals or in lower case."""
        run: list[_Cut] = []
        room = 0
        for sentence in self._sentences(passage):
            fitted = _fitted(sentence, variation.longest - 2)
            room -= len(fitted.pieces) + 1
            if room < 0:
                if run:
                    yield _Run(sentences=run, case=_case(passage, chance, variation))
                room = int(chance.uniform(variation.shortest, variation.longest)) - len(fitted.pieces) - 2
                run = []
            run.append(fitted)
        if run:
            yield _Run(sentences=run, case=_case(passage, chance, variation))

    def _tensors(self, runs: Sequence[_Run], hiding: np.random.Generator, hidden: float) -> Batch:
        width = max(run.length for run in runs)
        words = max(sum(len(sentence.lengths) for sentence in run.sentences) for run in runs)
        form = (len(runs), width)
        pieces, shapes = np.zeros(form, dtype=np.int16), np.zeros(form, dtype=np.int16)
        mask = np.zeros(form, dtype=np.float32)
        firsts, lasts = (np.zeros((len(runs), words), dtype=np.int16) for _ in range(2))
        sentences = np.full((len(runs), words), -1, dtype=np.int16)
        targets = {layer: np.full((len(runs), words), UNKNOWN, dtype=np.int16) for layer in self._layers}
        ties: dict[str, list[Numbers]] = {name: [np.zeros((0, 4), dtype=np.int16)] for name in TIE_SETS}
        for row, run in enumerate(runs):
            pieces[row, 0], place, word = self._start, 1, 0
            for number, sentence in enumerate(run.sentences):
                here = slice(word, word + len(sentence.lengths))
                ends = place + np.cumsum(sentence.lengths)
                stop = place + len(sentence.pieces)
                pieces[row, place:stop], pieces[row, stop] = sentence.pieces, self._end
                shapes[row, place:stop] = np.repeat(sentence.shapes[run.case], sentence.lengths)
                firsts[row, here], lasts[row, here] = ends - sentence.lengths, ends - 1
                sentences[row, here] = number
                for layer, numbers in sentence.layers.items():
                    moved = np.where(numbers == UNKNOWN, UNKNOWN, numbers + word) if layer in POINTERS else numbers
                    targets[layer][row, here] = moved
                if len(sentence.ties):
                    moved = sentence.ties + np.array([word, word, 0], dtype=np.int16)
                    ties[sentence.tie_set].append(np.insert(moved, 0, row, axis=1))
                place, word = stop + 1, here.stop
            mask[row, :place] = 1.0
        hide = (hiding.random(form) < hidden) & (shapes > 0)
        pieces[hide] = self._hider
        targets |= {name: np.concatenate(tables) for name, tables in ties.items()}
        targets["parts"] = self._parts({layer: targets.pop(layer) for layer in PART_LAYERS})
        return Batch(
            inputs=tuple(torch.from_numpy(table) for table in (pieces, shapes, mask, firsts, lasts)),
            sentences=torch.from_numpy(sentences),
            targets={layer: torch.from_numpy(table) for layer, table in targets.items()},
        )


def _shapes(words: Sequence[str]) -> Numbers:
    return np.array([int(shape_of(word)) if word else int(Shape.NONE) for word in words], dtype=np.int16)


def _case(passage: Passage, chance: random.Random, variation: Variation) -> str:
    times = 1.0 if passage.cased else variation.uncased
    drawn = chance.random()
    if drawn < times * variation.upper:
        return "upper"
    return "lower" if drawn < times * (variation.upper + variation.lower) else "own"


def _fitted(sentence: _Cut, room: int) -> _Cut:
    """The sentence, or as many of its first words as have room; what they point to beyond is unknown then."""
    if len(sentence.pieces) <= room:
        return sentence
    kept = max(1, int((np.cumsum(sentence.lengths) <= room).sum()))
    layers = {
        layer: np.where(numbers[:kept] < kept, numbers[:kept], UNKNOWN).astype(np.int16)
        if layer in POINTERS
        else numbers[:kept]
        for layer, numbers in sentence.layers.items()
    }
    return _Cut(
        pieces=sentence.pieces[: int(sentence.lengths[:kept].sum())],
        lengths=sentence.lengths[:kept],
        shapes={case: shapes[:kept] for case, shapes in sentence.shapes.items()},
        layers=layers,
        ties=sentence.ties[(sentence.ties[:, 0] < kept) & (sentence.ties[:, 1] < kept)],
        tie_set=sentence.tie_set,
    )


def _grouped(runs: Sequence[_Run], pieces: int) -> Iterator[list[_Run]]:
    group: list[_Run] = []
    longest = 0
    for run in runs:
        longest = max(longest, run.length)
        if group and longest * (len(group) + 1) > pieces:
            yield group
            group, longest = [], run.length
        group.append(run)
    if group:
        yield group
