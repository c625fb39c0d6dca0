"""Weights estimated from one's own reports without marked pairs: Fellegi and Sunter's model, expectation-maximisation.

A level's bits are log2(m / u): how likely it is in pairs that match, and in pairs that do not. Both are found by EM
over the pairs that are candidates (Winkler, 1988), starting from the weights that ship. Features are taken to be
independent of one another given a match, which they are not quite: so estimated weights are for looking at, and for
those whose reports differ much from ours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from math import log2

from hearsay.errors import UsageError
from hearsay.links.base import LinkOptions
from hearsay.links.blocking import candidates
from hearsay.links.copies import copies, stories
from hearsay.links.incidents import Comparison
from hearsay.links.prints import printed
from hearsay.links.standing import without_standing
from hearsay.links.traits import traits_of
from hearsay.links.weights import Weights
from hearsay.records.link import Reason
from hearsay.records.reading import Reading

ROUNDS = 25
FEWEST = 50  # candidate pairs below which nothing can be estimated
MOST_BITS = 12.0  # no level is worth more than this either way
_SMALLEST = 1e-4  # the probability of a level that was not seen
Pattern = tuple[tuple[str, str], ...]


def estimate(readings: Iterable[Reading], options: LinkOptions | None = None) -> Weights:
    """Weights for incidents estimated from readings; those for copies and actors stay as they ship.

    Raises:
        UsageError: the readings give too few pairs to compare.
    """
    options = options or LinkOptions()
    prints, traits = [], []
    for reading in readings:
        prints.append(printed(reading.document))
        traits += traits_of(reading)[0]
    prints = without_standing(prints)
    told = stories(prints, copies(prints, options.weights, options.copy_threshold))
    traits.sort(key=lambda trait: trait.order)
    comparison = Comparison(traits, told, options)
    rare = [comparison.rarity.rarest(trait) for trait in traits]
    pairs = list(candidates(traits, told, rare, options.block_size))
    if len(pairs) < FEWEST:
        raise UsageError(f"{len(pairs)} pairs are too few to estimate weights from; at least {FEWEST} are needed")
    seen = _counted(comparison.reasons(traits[a], traits[b]) for a, b in pairs)
    return _maximised(seen, options.weights)


def _counted(compared: Iterable[Sequence[Reason]]) -> dict[Pattern, int]:
    counts: dict[Pattern, int] = {}
    for reasons in compared:
        pattern = tuple((reason.feature, reason.level) for reason in reasons)
        counts[pattern] = counts.get(pattern, 0) + 1
    return counts


def _shares(counts: Mapping[Pattern, float]) -> dict[tuple[str, str], float]:
    """The share of each level among all pairs."""
    total = sum(counts.values()) or 1.0
    shares: dict[tuple[str, str], float] = {}
    for pattern, count in counts.items():
        for level in pattern:
            shares[level] = shares.get(level, 0.0) + count / total
    return shares


def _maximised(seen: Mapping[Pattern, int], start: Weights) -> Weights:
    """The weights to which EM comes; the prior becomes that of a candidate pair."""
    bits = {feature: dict(levels) for feature, levels in start.bits.items()}
    prior, total = start.prior["incidents"], sum(seen.values())
    known = {level for pattern in seen for level in pattern}
    for _ in range(ROUNDS):
        matching = {pattern: count * _chance(pattern, bits, prior) for pattern, count in seen.items()}
        together = _shares(matching)
        apart = _shares({pattern: count - matching[pattern] for pattern, count in seen.items()})
        for level in known:
            m, u = (max(_SMALLEST, shares.get(level, 0.0)) for shares in (together, apart))
            bits[level[0]][level[1]] = max(-MOST_BITS, min(MOST_BITS, log2(m / u)))
        share = min(1 - 1e-6, max(1e-6, sum(matching.values()) / total))
        prior = log2(share / (1 - share))
    rounded = {feature: {level: round(value, 2) for level, value in levels.items()} for feature, levels in bits.items()}
    return Weights(bits=rounded, prior={**start.prior, "incidents": round(prior, 2)})


def _chance(pattern: Pattern, bits: Mapping[str, Mapping[str, float]], prior: float) -> float:
    """How likely a pair with these levels is a match."""
    score = prior + sum(bits[feature][level] for feature, level in pattern)
    return 1 / (1 + 2 ** -max(-60.0, min(60.0, score)))
