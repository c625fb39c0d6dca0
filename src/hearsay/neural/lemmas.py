"""Lemmas as edits of the word: "+ies>y" on "bodies" gives "body", so that one small classifier covers any word.

An edit is written `KEEP+ENDING>REPLACEMENT`, where KEEP is `^` for a lemma that keeps the word's capitals ("Iraqi")
and empty for one in lower case; a lemma that no ending explains is written whole: `=be`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_TRIED = 12
_STEM = 2  # letters that must stay for an ending to be changed; shorter words are written whole


def edit_between(word: str, lemma: str) -> str:
    """The edit that turns `word` into `lemma`."""
    keep = "^" if lemma != lemma.lower() and word != word.lower() else ""
    low, target = word.lower(), lemma.lower()
    shared = 0
    while shared < min(len(low), len(target)) and low[shared] == target[shared]:
        shared += 1
    if shared < min(_STEM, len(low)) or (shared < len(low) <= _STEM):
        return f"{keep}={target}"
    return f"{keep}+{low[shared:]}>{target[shared:]}"


def apply_edit(edit: str, word: str) -> str | None:
    """The lemma that `edit` makes of `word`, or None where it does not fit."""
    keep, rest = edit.startswith("^"), edit.removeprefix("^")
    if rest.startswith("="):
        return rest[1:].capitalize() if keep else rest[1:]
    ending, _, replacement = rest[1:].partition(">")
    low = word.lower()
    if len(low) != len(word) or not low.endswith(ending) or (ending and len(low) - len(ending) < _STEM):
        return None
    stem = len(low) - len(ending)
    return (word[:stem] if keep else low[:stem]) + replacement


class LemmaDecoder:
    """Chooses, for a word, the best scored edit that fits it."""

    def __init__(self, edits: Sequence[str]) -> None:
        self._edits = tuple(edits)

    def decode(self, scores: NDArray[np.float32], words: Sequence[str]) -> list[str]:
        """One lemma a word, for `scores` of [words, edits]."""
        best = scores.argmax(axis=1)
        lemmas = []
        for index, word in enumerate(words):
            lemma = apply_edit(self._edits[best[index]], word)
            lemmas.append(self._next_best(scores[index], word) if lemma is None else lemma)
        return lemmas

    def _next_best(self, scores: NDArray[np.float32], word: str) -> str:
        for number in np.argsort(-scores)[1:_TRIED]:
            lemma = apply_edit(self._edits[number], word)
            if lemma is not None:
                return lemma
        return word.lower()
