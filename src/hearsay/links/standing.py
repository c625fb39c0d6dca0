"""Standing text: what outlets put under one story after another, learned from the reports at hand.

A paragraph on the paper itself, an appeal, the history of a conflict in the same words every week: two stories that
share it are no copies of one another. Nothing is known of it beforehand. It shows itself by coming back: one outlet
prints it on several days, or it turns up time and again over months, wherever; a carried story does neither.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from hearsay.links.fingerprints import Fingerprint
from hearsay.links.prints import Print

RETURNS = 4  # different days (of one outlet) or fortnights (of all) on which a stretch of words has to turn up
FORTNIGHT = 14
RUN = 3  # numbers in a row that come back: some ten words
_PARTS = 8  # numbers are counted in so many portions, for the sake of memory
_NOTHING: Fingerprint = np.empty(0, dtype=np.uint32)


def without_standing(prints: Sequence[Print]) -> list[Print]:
    """The prints without the numbers of standing text, in their order; reports without a date teach nothing."""
    dated = [one for one in prints if one.day is not None]
    everywhere = _returning(dated, FORTNIGHT)
    by_outlet: dict[str, list[Print]] = {}
    for one in dated:
        if one.outlet is not None:
            by_outlet.setdefault(one.outlet, []).append(one)
    theirs = {outlet: _returning(group, 1) for outlet, group in by_outlet.items()}
    return [_without(one, everywhere, theirs.get(one.outlet or "", _NOTHING)) for one in prints]


def _without(one: Print, everywhere: Fingerprint, theirs: Fingerprint) -> Print:
    """Only runs are taken out: a phrase that everybody uses comes back as well, but stands among other words."""
    returning = _among(one.sequence, everywhere) | _among(one.sequence, theirs)
    edges = np.diff(returning.astype(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    long = ends - starts >= RUN
    if not long.any():
        return one
    kept = np.ones(len(returning), dtype=bool)
    for start, end in zip(starts[long], ends[long], strict=True):
        kept[start:end] = False
    return replace(one, numbers=np.unique(one.sequence[kept]))


def _among(numbers: Fingerprint, known: Fingerprint) -> npt.NDArray[np.bool_]:
    """Which of the numbers are known. `known` is sorted, so that asking costs no pass over all of it."""
    if not len(known):
        return np.zeros(len(numbers), dtype=bool)
    at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    return np.asarray(known[at] == numbers, dtype=bool)


def _returning(prints: Sequence[Print], days: int) -> Fingerprint:
    """The numbers that are printed in at least `RETURNS` different stretches of so many days, sorted."""
    if len(prints) < RETURNS:
        return _NOTHING
    numbers = np.concatenate([one.numbers for one in prints])
    stretches = np.array([one.day.toordinal() // days if one.day else 0 for one in prints], dtype=np.uint64)
    when = np.repeat(stretches, [len(one.numbers) for one in prints])
    found: list[npt.NDArray[np.uint32]] = []
    for part in range(_PARTS):
        chosen = (numbers >> np.uint32(29)) == part
        printed = np.unique((numbers[chosen].astype(np.uint64) << np.uint64(32)) | when[chosen])
        known, times = np.unique((printed >> np.uint64(32)).astype(np.uint32), return_counts=True)
        found.append(known[times >= RETURNS])
    return np.concatenate(found)
