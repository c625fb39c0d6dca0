"""Learning the coder's weights: logistic regression over features that are there or not, by AdaGrad in small batches.

Written out in numpy because it is twenty lines: scikit-learn would be the package's largest dependency for them.
Same examples, same order, same seed: the same weights.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from hearsay.evaluation.muc4.questions import START, Weights

ALWAYS = "always"
"""The feature that every example has: its weight is how common a yes is."""

Answers = Mapping[str, bool]
"""By question, what the key says; a question that is not asked of an example is not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """How the weights are learned."""

    seen: int = 3
    """Features of fewer examples are left out."""
    passes: int = 5
    batch: int = 256
    rate: float = 0.05
    shrink: float = 1e-4
    """How strongly weights are drawn to nothing (L2, on the sums)."""
    least: float = 0.05
    """Weights that are smaller at the end are dropped."""
    seed: int = 1


@dataclass(slots=True)
class _Table:
    """Weights of one set of questions that are asked together, a row a feature; AdaGrad's sums beside them."""

    weights: NDArray[np.float32]
    squares: NDArray[np.float32] = field(init=False)

    def __post_init__(self) -> None:
        self.squares = np.full_like(self.weights, 1e-8)

    def step(self, rows: NDArray[np.int64], slopes: NDArray[np.float32], rate: float) -> None:
        unique, where = np.unique(rows, return_inverse=True)
        columns = [np.bincount(where, column, len(unique)) for column in slopes.T]
        summed = np.stack(columns, axis=1).astype(np.float32)
        self.squares[unique] += summed**2
        self.weights[unique] -= rate * summed / np.sqrt(self.squares[unique])


def learn(examples: Sequence[tuple[Collection[str], Answers]], fit: Fit | None = None) -> Weights:
    """The weights that answer best. Questions are learned in groups that are asked of the same examples."""
    fit = fit or Fit()
    seen = Counter(feature for features, _ in examples for feature in features)
    known = {feature: at for at, feature in enumerate(sorted(f for f, count in seen.items() if count >= fit.seen))}
    known.setdefault(ALWAYS, len(known))
    rows = [
        np.array(sorted({known[ALWAYS], *(known[f] for f in features if f in known)}), dtype=np.int64)
        for features, _ in examples
    ]
    groups: dict[tuple[str, ...], list[int]] = {}
    for at, (_, answers) in enumerate(examples):
        for group in _groups(answers):
            groups.setdefault(group, []).append(at)
    found: dict[str, dict[str, float]] = {}
    for questions, listed in sorted(groups.items()):
        wanted = np.array([[examples[at][1][q] for q in questions] for at in listed], dtype=np.float32)
        table = _learned([rows[at] for at in listed], wanted, len(known), fit)
        for feature, at in known.items():
            for question, weight in zip(questions, table[at].tolist(), strict=True):
                if abs(weight) >= fit.least:
                    found.setdefault(feature, {})[question] = weight
    return Weights(by_feature=found)


def _groups(answers: Answers) -> list[tuple[str, ...]]:
    """The questions by what they are about, the word before their colon."""
    groups: dict[str, list[str]] = {}
    for question in sorted(answers):
        groups.setdefault(question.split(":")[0], []).append(question)
    return [tuple(group) for group in groups.values()]


def _learned(
    rows: Sequence[NDArray[np.int64]], wanted: NDArray[np.float32], size: int, fit: Fit
) -> NDArray[np.float32]:
    table = _Table(np.zeros((size, wanted.shape[1]), dtype=np.float32))
    chance = np.random.default_rng(fit.seed)
    for _ in range(fit.passes):
        order = chance.permutation(len(rows))
        for first in range(0, len(order), fit.batch):
            chosen = order[first : first + fit.batch]
            listed = [rows[at] for at in chosen]
            flat = np.concatenate(listed)
            lengths = np.array([len(one) for one in listed])
            of = np.repeat(np.arange(len(listed)), lengths)
            sums = np.add.reduceat(table.weights[flat], np.cumsum(lengths) - lengths, axis=0)
            expected = 1 / (1 + np.exp(-(sums + START)))
            slopes = ((expected - wanted[chosen] + 2 * fit.shrink * sums) / len(listed)).astype(np.float32)
            table.step(flat, slopes[of], fit.rate)
    return table.weights
