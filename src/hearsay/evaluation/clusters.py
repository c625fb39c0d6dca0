"""How well one grouping matches another: B-cubed, MUC, entity CEAF, and CoNLL F1, their mean.

Sources: Bagga and Baldwin (1998) for B-cubed, Vilain et al. (1995) for MUC, Luo (2005) for CEAF-e with its phi-4, and
the CoNLL-2012 shared task for the mean. Both groupings are of the same items.
"""

from __future__ import annotations

from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.errors import ContractError
from hearsay.evaluation.assignment import assignment

Groups = Sequence[Collection[Hashable]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision and recall, from 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Their harmonic mean, 0 when both are."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterScores:
    """The three scores and their mean F1."""

    muc: Score
    b_cubed: Score
    ceaf_e: Score

    @property
    def conll(self) -> float:
        """The mean of the three F1."""
        return (self.muc.f1 + self.b_cubed.f1 + self.ceaf_e.f1) / 3


def score(found: Groups, gold: Groups) -> ClusterScores:
    """Scores of `found` against `gold`.

    Raises:
        ContractError: the two are not of the same items, or an item is in two groups.
    """
    mine, theirs = _owners(found), _owners(gold)
    if mine.keys() != theirs.keys():
        raise ContractError(f"{len(mine.keys() ^ theirs.keys())} items are in one grouping only")
    return ClusterScores(
        muc=_muc(found, gold, mine, theirs),
        b_cubed=_b_cubed(found, gold, mine, theirs),
        ceaf_e=_ceaf(found, gold),
    )


def _owners(groups: Groups) -> Mapping[Hashable, int]:
    owners = {item: number for number, group in enumerate(groups) for item in group}
    if len(owners) != sum(len(group) for group in groups):
        raise ContractError("an item is in two groups of one grouping")
    return owners


def _b_cubed(found: Groups, gold: Groups, mine: Mapping[Hashable, int], theirs: Mapping[Hashable, int]) -> Score:
    def mean(groups: Groups, owners: Mapping[Hashable, int]) -> float:
        total, items = 0.0, 0
        for group in groups:
            shares = _shares(group, owners)
            total += sum(share * share for share in shares) / len(group) if group else 0.0
            items += len(group)
        return total / items if items else 0.0

    return Score(precision=mean(found, theirs), recall=mean(gold, mine))


def _muc(found: Groups, gold: Groups, mine: Mapping[Hashable, int], theirs: Mapping[Hashable, int]) -> Score:
    def links(groups: Groups, owners: Mapping[Hashable, int]) -> float:
        kept = sum(len(group) - len(_shares(group, owners)) for group in groups)
        there = sum(len(group) - 1 for group in groups if group)
        return kept / there if there else 0.0

    return Score(precision=links(found, theirs), recall=links(gold, mine))


def _shares(group: Collection[Hashable], owners: Mapping[Hashable, int]) -> list[int]:
    """How many of the group's items are in each group of the other grouping."""
    counts: dict[int, int] = {}
    for item in group:
        counts[owners[item]] = counts.get(owners[item], 0) + 1
    return list(counts.values())


def _ceaf(found: Groups, gold: Groups) -> Score:
    """Entity CEAF: the best one-to-one alignment of groups, each pair worth 2 * common / (both sizes)."""
    total = sum(aligned(found, gold))
    return Score(precision=total / len(found) if found else 0.0, recall=total / len(gold) if gold else 0.0)


def aligned(found: Groups, gold: Groups) -> list[float]:
    """What each gold group is worth in the best one-to-one alignment, 0 where it is aligned with none."""
    owners = {item: number for number, group in enumerate(gold) for item in group}
    likeness: dict[tuple[int, int], float] = {}
    for number, group in enumerate(found):
        counts: dict[int, int] = {}
        for item in group:
            counts[owners[item]] = counts.get(owners[item], 0) + 1
        for other, common in counts.items():
            likeness[number, other] = 2 * common / (len(group) + len(gold[other]))
    worth = [0.0] * len(gold)
    for part in _parts(likeness):
        for pair in _best(part):
            worth[pair[1]] = part.get(pair, 0.0)
    return worth


def _parts(likeness: Mapping[tuple[int, int], float]) -> list[dict[tuple[int, int], float]]:
    """The pairs, parted into sets that share no group: each can be aligned by itself."""
    by_end: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for pair in likeness:
        by_end.setdefault(("found", pair[0]), []).append(pair)
        by_end.setdefault(("gold", pair[1]), []).append(pair)
    seen: set[tuple[int, int]] = set()
    parts = []
    for pair in likeness:
        if pair in seen:
            continue
        part, waiting = {}, [pair]
        seen.add(pair)
        while waiting:
            at = waiting.pop()
            part[at] = likeness[at]
            for near in (*by_end["found", at[0]], *by_end["gold", at[1]]):
                if near not in seen:
                    seen.add(near)
                    waiting.append(near)
        parts.append(part)
    return parts


def _best(likeness: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """The pairs of the best alignment."""
    rows = sorted({pair[0] for pair in likeness})
    columns = sorted({pair[1] for pair in likeness})
    worth = [[likeness.get((row, column), 0.0) for column in columns] for row in rows]
    return [(rows[place], columns[at]) for place, at in assignment(worth)]
