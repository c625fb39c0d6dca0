"""Folds by document: the relations of each are told by a classifier that has seen none of its document.

Forty documents are few, and each fifth of them that is held back is missed: so there are as many folds as documents.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.evaluation.muc4.fitting import ALWAYS, Answers, Fit, learn
from hearsay.evaluation.muc4.questions import Weights, likely
from hearsay.evaluation.re3d.corpus import BOTH_WAYS, Tie, Tied
from hearsay.evaluation.re3d.pairs import Pair

FEWEST = 5
"""Documents without which there is nothing to learn from."""
FIT = Fit(seen=2, passes=6, batch=64, least=0.0)
LIKELY = 0.25
"""How likely a relation must be to be told; about where finding more costs as much as it brings."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A document with the pairs of its annotated mentions, and those of our own."""

    tied: Tied
    given: Sequence[Pair]
    own: Sequence[Pair]


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The relations told of a document: between its annotated mentions, between those that are annotated as related
    somehow, and between our own mentions."""

    given: Sequence[Tie]
    related: Sequence[Tie]
    own: Sequence[Tie]


def told_in_folds(documents: Sequence[Asked], folds: int) -> list[Told]:
    """What is told of each document; documents `folds` apart are held back together."""
    questions = _questions(documents)
    found: dict[int, Told] = {}
    for fold in range(folds):
        seen = [one for at, one in enumerate(documents) if at % folds != fold]
        examples = [(pair.features, _answers(one.tied, pair, questions)) for one in seen for pair in one.given]
        weights = learn(examples, FIT)
        for at in range(fold, len(documents), folds):
            found[at] = _told(documents[at], weights)
    return [found[at] for at in range(len(documents))]


def _told(asked: Asked, weights: Weights) -> Told:
    joined = {frozenset((tie.source, tie.target)) for tie in asked.tied.ties}
    related = [pair for pair in asked.given if frozenset((pair.first.span, pair.second.span)) in joined]
    return Told(
        given=list(_ties(asked.given, weights, LIKELY)),
        related=list(_ties(related, weights, 0.0)),
        own=list(_ties(asked.own, weights, LIKELY)),
    )


def _questions(documents: Sequence[Asked]) -> dict[str, tuple[str, bool]]:
    """By question: the type of a relation, and whether it goes from the first mention in the text to the second."""
    types = sorted({tie.type for one in documents for tie in one.tied.ties})
    onward = {f"tie:{kind}": (kind, True) for kind in types}
    back = {f"tie:{kind} back": (kind, False) for kind in types if kind not in BOTH_WAYS}
    return {**onward, **back}


def _answers(tied: Tied, pair: Pair, questions: Mapping[str, tuple[str, bool]]) -> Answers:
    return {name: _tie(pair, kind, onward) in tied.ties for name, (kind, onward) in questions.items()}


def _tie(pair: Pair, kind: str, onward: bool) -> Tie:
    ends = (pair.first.span, pair.second.span) if onward else (pair.second.span, pair.first.span)
    return Tie(source=ends[0], target=ends[1], type=kind)


def _ties(pairs: Iterable[Pair], weights: Weights, least: float) -> Iterator[Tie]:
    """The likeliest relation of each pair, where it is likely enough."""
    for pair in pairs:
        sums = weights.sums({*pair.features, ALWAYS})
        best = max(sums, key=lambda name: sums[name], default=None)
        if best is not None and likely(sums[best]) > least:
            kind, _, back = best.removeprefix("tie:").partition(" ")
            yield _tie(pair, kind, not back)
