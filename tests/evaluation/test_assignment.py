"""The assignment, against trying every pairing."""

from __future__ import annotations

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from hearsay.evaluation.assignment import assignment

TABLES = st.integers(1, 4).flatmap(
    lambda columns: st.lists(st.lists(st.integers(0, 9), min_size=columns, max_size=columns), min_size=1, max_size=4)
)


@given(TABLES)
def test_no_pairing_is_worth_more(worth: list[list[float]]) -> None:
    found = assignment(worth)
    rows, columns = len(worth), len(worth[0])
    small, large = sorted((rows, columns))
    tried = (
        sum(worth[a][b] if rows <= columns else worth[b][a] for a, b in zip(range(small), chosen, strict=True))
        for chosen in permutations(range(large), small)
    )
    assert sum(worth[row][column] for row, column in found) == max(tried)
    assert len({row for row, _ in found}) == len({column for _, column in found}) == len(found) == small


def test_nothing_is_paired_with_nothing() -> None:
    assert assignment([]) == []
    assert assignment([[], []]) == []
