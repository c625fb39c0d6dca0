"""Name tags decoded: the best BIO sequence in which no name begins with an I."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_FORBIDDEN = np.float32(-1e6)


class BioDecoder:
    """Decodes scores over a fixed list of BIO labels, of which "O" is one."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        size = len(labels)
        self._allowed = np.zeros((size, size), dtype=np.float32)
        for column, label in enumerate(labels):
            if label.startswith("I-"):
                for row, before in enumerate(labels):
                    if before[2:] != label[2:]:
                        self._allowed[row, column] = _FORBIDDEN
        self._first = self._allowed[self.labels.index("O")]

    def decode(self, scores: NDArray[np.float32]) -> list[str]:
        """One label a word, for `scores` of [words, labels]."""
        if not len(scores):
            return []
        best = scores.argmax(axis=1)
        if self._first[best[0]] or self._allowed[best[:-1], best[1:]].any():
            best = self._search(scores)
        return [self.labels[number] for number in best]

    def _search(self, scores: NDArray[np.float32]) -> NDArray[np.intp]:
        shifted = scores - scores.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        total = logs[0] + self._first
        back = np.zeros((len(logs), len(self.labels)), dtype=np.intp)
        for index in range(1, len(logs)):
            paths = total[:, None] + self._allowed
            back[index] = paths.argmax(axis=0)
            total = paths.max(axis=0) + logs[index]
        path = np.zeros(len(logs), dtype=np.intp)
        path[-1] = total.argmax()
        for index in range(len(logs) - 1, 0, -1):
            path[index - 1] = back[index, path[index]]
        return path
