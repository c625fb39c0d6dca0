"""The scorers against values worked out by hand, and against brute force."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hearsay.errors import ContractError
from hearsay.evaluation.clusters import score

GOLD = [{"a", "b", "c"}, {"d", "e", "f", "g"}]
FOUND = [{"a", "b"}, {"c", "d"}, {"f", "g", "e"}]


def test_by_hand() -> None:
    found = score(FOUND, GOLD)
    assert found.b_cubed.precision == pytest.approx((2 + 1 + 3) / 7)
    assert found.b_cubed.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 9 / 4) / 7)
    assert found.muc.precision == pytest.approx(3 / 4)
    assert found.muc.recall == pytest.approx(3 / 5)
    assert found.ceaf_e.recall == pytest.approx((4 / 5 + 6 / 7) / 2)
    assert found.ceaf_e.precision == pytest.approx((4 / 5 + 6 / 7) / 3)
    assert found.conll == pytest.approx((found.muc.f1 + found.b_cubed.f1 + found.ceaf_e.f1) / 3)


def test_the_same_grouping_is_perfect() -> None:
    assert score(GOLD, GOLD[::-1]).conll == 1.0


def test_groupings_of_other_items_are_refused() -> None:
    with pytest.raises(ContractError):
        score([{"a"}], [{"b"}])
    with pytest.raises(ContractError):
        score([{"a"}, {"a"}], [{"a"}])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=14))
def test_the_alignment_is_the_best_one(labels: list[tuple[int, int]]) -> None:
    def groups(side: int) -> list[set[int]]:
        kinds = sorted({label[side] for label in labels})
        return [{n for n, label in enumerate(labels) if label[side] == kind} for kind in kinds]

    found, gold = groups(0), groups(1)
    small, large = sorted((found, gold), key=len)
    best = max(
        sum(2 * len(a & b) / (len(a) + len(b)) for a, b in zip(small, chosen, strict=True))
        for chosen in itertools.permutations(large, len(small))
    )
    assert score(found, gold).ceaf_e.precision * len(found) == pytest.approx(best)
