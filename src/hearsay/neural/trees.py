"""Trees from arc scores: one root, no cycle, the best total; greedy where greedy already gives one."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
_NEVER = np.float32(-1e6)
_ROOTS_TRIED = 3


def decode_tree(scores: Scores) -> list[int | None]:
    """The head of each of n words, None for the root.

    `scores` is [n, n]: row a word, column its head; the diagonal scores the word as the sentence's root.
    """
    size = len(scores)
    if not size:
        return []
    greedy = scores.argmax(axis=1)
    roots = np.flatnonzero(greedy == np.arange(size))
    if len(roots) == 1 and not _cycle(greedy, int(roots[0])):
        return [None if head == word else int(head) for word, head in enumerate(greedy)]
    return _best_tree(scores)


def _best_tree(scores: Scores) -> list[int | None]:
    size = len(scores)
    diagonal = scores.diagonal()
    # Against each word's best other head: what it costs to make this word the root.
    others = scores.copy()
    np.fill_diagonal(others, _NEVER)
    gain = diagonal - others.max(axis=1) if size > 1 else diagonal
    best: tuple[float, list[int | None]] | None = None
    for root in np.argsort(-gain)[:_ROOTS_TRIED]:
        heads = _arborescence(others, int(root))
        total = float(diagonal[root]) + sum(float(scores[w, h]) for w, h in enumerate(heads) if w != root)
        if best is None or total > best[0]:
            best = (total, [None if word == root else head for word, head in enumerate(heads)])
    if best is None:
        raise ValueError("no root in a sentence of no words")
    return best[1]


def _cycle(heads: NDArray[np.intp], root: int) -> list[int]:
    """The words of one cycle, or nothing. The root's own head is not followed."""
    state = np.zeros(len(heads), dtype=np.int8)
    state[root] = 2
    for start in range(len(heads)):
        path: list[int] = []
        word = start
        while state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word])
        if state[word] == 1:
            return path[path.index(word) :]
        state[path] = 2
    return []


def _arborescence(scores: Scores, root: int) -> list[int]:
    """Chu-Liu and Edmonds: the heads of the best tree under `root`; the root's own entry is itself."""
    heads = scores.argmax(axis=1)
    heads[root] = root
    cycle = _cycle(heads, root)
    if not cycle:
        return [int(head) for head in heads]
    inside = np.zeros(len(scores), dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    small, enter, leave = _contract(scores, heads, np.array(cycle), outside)
    solved = _arborescence(small, int(np.flatnonzero(outside == root)[0]))
    merged = len(outside)
    result = [int(head) for head in heads]
    for position, word in enumerate(outside):
        if solved[position] == merged:
            result[word] = int(leave[position])
        elif word != root:
            result[word] = int(outside[solved[position]])
    broken = int(enter[solved[merged]])
    result[broken] = int(outside[solved[merged]])
    result[root] = root
    return result


def _contract(
    scores: Scores, heads: NDArray[np.intp], cycle: NDArray[np.intp], outside: NDArray[np.intp]
) -> tuple[Scores, NDArray[np.intp], NDArray[np.intp]]:
    """Scores with the cycle as one last word; by outside word, where it enters the cycle and what it would hang on."""
    size = len(outside) + 1
    small = np.full((size, size), _NEVER, dtype=scores.dtype)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    entering = scores[np.ix_(cycle, outside)] - scores[cycle, heads[cycle]][:, None]
    small[-1, :-1] = entering.max(axis=0)
    leaving = scores[np.ix_(outside, cycle)]
    small[:-1, -1] = leaving.max(axis=1)
    return small, cycle[entering.argmax(axis=0)], cycle[leaving.argmax(axis=1)]
