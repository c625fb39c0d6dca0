"""Standing text: what outlets put under one story after another, learned from the reports at hand.

A paragraph on the paper itself, an appeal, the history of a conflict in the same words every week: two stories that
share it are no copies of one another. Nothing is known of it beforehand. It shows itself by coming back: one outlet
prints it on several days, or it turns up time and again over months, wherever; a carried story does neither.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from hearsay.links.fingerprints import Fingerprint
from hearsay.links.prints import Print

RETURNS = 4  # different days (of one outlet) or fortnights (of all) on which a stretch of words has to turn up
FORTNIGHT = 14
_PARTS = 8  # numbers are counted in so many portions, for the sake of memory
_NOTHING: Fingerprint = np.empty(0, dtype=np.uint32)


def own_numbers(prints: Sequence[Print]) -> list[Fingerprint]:
    """For each print its numbers without those of standing text; reports without a date teach nothing.

    A phrase that everybody uses counts as standing too, so that what is left may be less than a report's own words:
    it says whether two reports share anything else, not how much.
    """
    dated = [one for one in prints if one.day is not None]
    everywhere = _returning(dated, FORTNIGHT)
    by_outlet: dict[str, list[Print]] = {}
    for one in dated:
        if one.outlet is not None:
            by_outlet.setdefault(one.outlet, []).append(one)
    theirs = {outlet: _returning(group, 1) for outlet, group in by_outlet.items()}
    return [_without(one, everywhere, theirs) for one in prints]


def _without(one: Print, everywhere: Fingerprint, theirs: Mapping[str, Fingerprint]) -> Fingerprint:
    own = one.numbers
    for standing in (everywhere, theirs.get(one.outlet or "", _NOTHING)):
        own = own[~np.isin(own, standing, assume_unique=True)] if len(standing) else own
    return own


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
