"""Pairs of things that share several of their numbers (hashes of words or of stretches of words).

Each number pairs a thing only with the first that has it and with the one before, so that forty things with one number
cost eighty pairs, not eight hundred. Things that share much share many numbers, and so are found all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[np.uint32]
_PARTS = 8  # numbers are counted in so many portions, for the sake of memory


def sharing(things: Sequence[Numbers], least: int) -> Iterator[tuple[int, int]]:
    """Pairs of places in `things` that share at least `least` numbers, the lower place first, in order."""
    if len(things) < 2:
        return
    numbers = np.concatenate(things)
    owners = np.repeat(np.arange(len(things), dtype=np.uint32), [len(one) for one in things])
    counted: list[tuple[npt.NDArray[np.uint64], npt.NDArray[np.int64]]] = []
    for part in range(_PARTS):
        chosen = (numbers >> np.uint32(29)) == part
        counted.append(np.unique(_pairs(numbers[chosen], owners[chosen]), return_counts=True))
    codes, places = np.unique(np.concatenate([pairs for pairs, _ in counted]), return_inverse=True)
    totals = np.bincount(places, weights=np.concatenate([counts for _, counts in counted]), minlength=len(codes))
    for code in codes[totals >= least]:
        yield int(code) >> 32, int(code) & 0xFFFFFFFF


def _pairs(numbers: Numbers, owners: Numbers) -> npt.NDArray[np.uint64]:
    """For each number: its owners with the first of them and with the one before, as `first << 32 | second`."""
    order = np.lexsort((owners, numbers))
    numbers, wide = numbers[order], owners[order].astype(np.uint64)
    if len(numbers) < 2:
        return np.empty(0, dtype=np.uint64)
    follows = np.concatenate([[False], numbers[1:] == numbers[:-1]])
    starts = np.maximum.accumulate(np.where(follows, 0, np.arange(len(numbers))))
    here = np.flatnonzero(follows)
    before = (wide[here - 1] << np.uint64(32)) | wide[here]
    third = here[starts[here] != here - 1]
    first = (wide[starts[third]] << np.uint64(32)) | wide[third]
    return np.concatenate([before, first])
