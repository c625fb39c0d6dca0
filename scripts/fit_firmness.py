"""Learns what the words around an event say of how firmly it is told to have happened.

    HEARSAY_CORPORA=... python scripts/fit_firmness.py

writes src/hearsay/neural/firmness.tsv from the train part of UDS-IH2, as the shipped model reads it: ridge regression
over features that are there or not. Run it again when the model changes: a minute. The same model gives the same file.
"""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from hearsay.evaluation.factuality import read_uds
from hearsay.neural import firmness
from hearsay.neural.reader import NeuralReader

SEEN = 8  # features of fewer predicates are left out
SHRINK = 30.0
STEPS = 200
_SMALL = 0.005  # weights that are written as 0.00 say nothing

Numbers = NDArray[np.float64]


def main() -> None:
    if "HEARSAY_CORPORA" not in os.environ:
        sys.exit("HEARSAY_CORPORA names no folder of corpora; set it to the one that holds uds/")
    path = Path(os.environ["HEARSAY_CORPORA"]) / "uds" / "ih2-splits" / "train.jsonl"
    examples, levels = _read(path)
    seen = Counter(feature for features in examples for feature in features)
    known = {feature: at for at, feature in enumerate(sorted(f for f, times in seen.items() if times >= SEEN))}
    mean = float(np.mean(levels))
    weights = ridge([[known[f] for f in one if f in known] for one in examples], np.array(levels) - mean, len(known))
    found = {feature: round(float(weights[at]), 3) for feature, at in known.items()}
    kept = {feature: weight for feature, weight in found.items() if abs(weight) >= _SMALL}
    firmness.write(firmness.Firmness(weights=kept, mean=mean), firmness.FILE)
    sys.stderr.write(f"{firmness.FILE}: {len(kept)} features of {len(levels)} predicates\n")


def _read(path: Path) -> tuple[list[frozenset[str]], list[float]]:
    reader = NeuralReader.load()
    examples, levels = [], []
    for one in read_uds(path):
        (reading,) = reader.read([one.words])
        around = firmness.Around(one.words, reading)
        for index, level in one.levels.items():
            examples.append(frozenset(around.features(index)))
            levels.append(level)
    return examples, levels


def ridge(rows: list[list[int]], wanted: Numbers, size: int) -> Numbers:
    """The weights of least squared error and size, by conjugate gradients; a row lists the features that it has."""
    flat = np.array([at for row in rows for at in row], dtype=np.int64)
    of = np.repeat(np.arange(len(rows)), [len(row) for row in rows])

    def onto(values: Numbers) -> Numbers:
        return np.bincount(flat, weights=values[of], minlength=size)

    def curved(weights: Numbers) -> Numbers:
        return onto(np.bincount(of, weights=weights[flat], minlength=len(rows))) + SHRINK * weights

    weights = np.zeros(size)
    left = onto(wanted)
    way, square = left.copy(), float(left @ left)
    for _ in range(STEPS):
        bent = curved(way)
        step = square / float(way @ bent)
        weights += step * way
        left = left - step * bent
        before, square = square, float(left @ left)
        if square < 1e-9:
            break
        way = left + square / before * way
    return weights


if __name__ == "__main__":
    main()
