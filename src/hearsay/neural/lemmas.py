"""Lemmas as edits of the word: "+ies>y" on "bodies" gives "body", so that one small classifier covers any word.

An edit is written `KEEP+ENDING>REPLACEMENT`, where KEEP is `^` for a lemma that keeps the word's capitals ("Iraqi")
and empty for one in lower case; a lemma that no ending explains is written whole: `=be`. Such an edit is for the words
that it was seen with.

Words seen in training have their lemma in a lexicon, by tag; the edits are for all others.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Lexicon = Mapping[str, Mapping[str, str]]

_TRIED = 12
_NEARLY = 5.0  # in logits: an edit of at least 1/150 of the best one's probability
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


def is_whole(edit: str) -> bool:
    """Whether the edit is a lemma written whole."""
    return edit.removeprefix("^").startswith("=")


def apply_edit(edit: str, word: str) -> str | None:
    """The lemma that `edit` makes of `word`, or None where it does not fit."""
    keep, rest = edit.startswith("^"), edit.removeprefix("^")
    if is_whole(edit):
        return rest[1:].capitalize() if keep else rest[1:]
    ending, _, replacement = rest[1:].partition(">")
    low = word.lower()
    if len(low) != len(word) or not low.endswith(ending) or (ending and len(low) - len(ending) < _STEM):
        return None
    stem = len(low) - len(ending)
    return (word[:stem] if keep else low[:stem]) + replacement


class LemmaDecoder:
    """Gives a word its lemma: the lexicon's, else that of the best scored edit that fits it.

    `lexicon` gives lemmas by tag and word in lower case. `known` says whether a string is a word: an edit that makes
    none gives way to one of nearly its score that does ("deni", "deny"). An edit that writes a lemma whole is never
    applied to a word that the lexicon lacks.
    """

    def __init__(self, edits: Sequence[str], lexicon: Lexicon, known: Callable[[str], bool]) -> None:
        self._edits = tuple(edits)
        self._lexicon = lexicon
        self._known = known

    def decode(self, scores: NDArray[np.float32], words: Sequence[str], tags: Sequence[str]) -> list[str]:
        """One lemma a word, for `scores` of [words, edits]."""
        best = scores.argmax(axis=1)
        lemmas = []
        for index, (word, tag) in enumerate(zip(words, tags, strict=True)):
            lemma = self._lexicon.get(tag, {}).get(word.lower())
            lemmas.append(lemma or self._choose(int(best[index]), scores[index], word))
        return lemmas

    def _choose(self, best: int, scores: NDArray[np.float32], word: str) -> str:
        lemma = self._apply(best, word)
        if lemma is not None and (lemma == word.lower() or self._edits[best].startswith("^") or self._known(lemma)):
            return lemma
        fallback = lemma
        for number in np.argsort(-scores)[:_TRIED]:
            other = self._apply(int(number), word)
            if other is None:
                continue
            if fallback is None:
                fallback = other
            if scores[best] - scores[number] < _NEARLY and self._known(other):
                return other
        return word.lower() if fallback is None else fallback

    def _apply(self, number: int, word: str) -> str | None:
        edit = self._edits[number]
        return None if is_whole(edit) else apply_edit(edit, word)
