"""A window's outputs shared out to its sentences; a sentence read in overlapping parts is put together again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from hearsay.neural.pieces import Window

Scores = NDArray[np.float32]
_APART = np.float32(-1e4)  # two words that no window showed together
PAIRED = "arcs"  # the one output whose last axis is words too


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one window says of one sentence: `first` is the index in the sentence of the part's first word."""

    sentence: int
    first: int
    outputs: Mapping[str, Scores]

    @property
    def length(self) -> int:
        return len(next(iter(self.outputs.values())))


def parts_of(window: Window, outputs: Mapping[str, Scores]) -> list[Part]:
    """The window's outputs by sentence. `outputs` are [words, ...], padding included or not."""
    parts = []
    begin, count = 0, len(window.words)
    while begin < count:
        end = begin
        while end < count and window.sentences[end] == window.sentences[begin]:
            end += 1
        own = {
            name: scores[begin:end, begin:end] if name == PAIRED else scores[begin:end]
            for name, scores in outputs.items()
        }
        parts.append(Part(sentence=window.sentences[begin], first=window.words[begin], outputs=own))
        begin = end
    return parts


def join_parts(parts: Sequence[Part], length: int) -> Mapping[str, Scores]:
    """The outputs of a whole sentence of `length` words: each word's from the part that shows most around it."""
    if len(parts) == 1:
        return parts[0].outputs
    margin = np.full((len(parts), length), -1, dtype=np.int64)
    for row, part in enumerate(parts):
        here = np.arange(part.length)
        margin[row, part.first : part.first + part.length] = np.minimum(here, part.length - 1 - here)
    owner = margin.argmax(axis=0)
    joined: dict[str, Scores] = {}
    for name, sample in parts[0].outputs.items():
        shape = (length, length) if name == PAIRED else (length, *sample.shape[1:])
        joined[name] = np.full(shape, _APART if name == PAIRED else 0.0, dtype=np.float32)
        for row, part in enumerate(parts):
            mine = np.flatnonzero(owner == row)
            found = part.outputs[name][mine - part.first]
            if name == PAIRED:
                # Rows of different windows meet in one tree, so each is put on the scale of probabilities.
                joined[name][mine, part.first : part.first + part.length] = _log_softmax(found)
            else:
                joined[name][mine] = found
    return joined


def _log_softmax(scores: Scores) -> Scores:
    shifted = scores - scores.max(axis=1, keepdims=True)
    result: Scores = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return result
