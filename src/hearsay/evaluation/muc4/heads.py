"""The roles that the reader's model sees, as evidence for the coder: its head learned them from MUC-4's DEV too.

The labels that the model decides for are few; its odds tell more, so they are read here again, a number a word.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from hearsay.evaluation.muc4.templates import Slot
from hearsay.neural.assembly import Scores
from hearsay.neural.reader import NeuralReader
from hearsay.records.analysis import Analysis

SLOTS: Mapping[str, Slot] = {
    "PERPIND": Slot.PERP_INDIVIDUAL,
    "PERPORG": Slot.PERP_ORGANISATION,
    "TARGET": Slot.TARGET,
    "VICTIM": Slot.VICTIM_NAME,
    "WEAPON": Slot.INSTRUMENT,
}
"""The model's labels; its victims are the named ones, as GTT has them."""

RoleOdds = Mapping[Slot, NDArray[np.float32]]
"""By slot, the log odds of each token of an analysis that it stands in a filler."""

_LEAST = 1e-6  # no word is surer than this


def odds_of(analysis: Analysis) -> RoleOdds:
    """What the shipped model says of an analysis's words; empty where it has no such head."""
    reader = _reader()
    sentences = [[token.text for token in analysis.tokens[one.first : one.last]] for one in analysis.sentences]
    scores = [reading.role_scores for reading in reader.read(sentences)]
    known = [one for one in scores if one is not None]
    return odds(np.concatenate(known), reader.role_labels) if known else {}


def odds(scores: Scores, labels: tuple[str, ...]) -> RoleOdds:
    """The log odds by slot, for scores of [tokens, labels]."""
    shifted = np.exp(scores - scores.max(axis=1, keepdims=True))
    shares = shifted / shifted.sum(axis=1, keepdims=True)
    found = {}
    for name, slot in SLOTS.items():
        columns = [at for at, label in enumerate(labels) if label[2:] == name]
        share = shares[:, columns].sum(axis=1).clip(_LEAST, 1 - _LEAST)
        found[slot] = np.log(share / (1 - share)).astype(np.float32)
    return found


def seen(heads: Sequence[int], slot: Slot, said: RoleOdds) -> float:
    """The model's highest log odds at the heads of a candidate's mentions; even odds of a slot not known to it."""
    return max(float(said[slot][head]) for head in heads) if slot in said else 0.0


@lru_cache(maxsize=1)
def _reader() -> NeuralReader:
    return NeuralReader.load()
