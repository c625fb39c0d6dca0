import itertools

import numpy as np
import pytest

from hearsay.neural.trees import decode_tree


def is_tree(heads: list[int | None]) -> bool:
    if heads.count(None) != 1:
        return False
    for word in range(len(heads)):
        seen = set[int]()
        here: int | None = word
        while here is not None:
            if here in seen:
                return False
            seen.add(here)
            here = heads[here]
    return True


def total(scores: np.ndarray, heads: list[int | None]) -> float:
    return float(sum(scores[word, word if head is None else head] for word, head in enumerate(heads)))


@pytest.mark.parametrize("seed", range(60))
def test_the_tree_is_the_best_of_all_trees(seed: int) -> None:
    random = np.random.default_rng(seed)
    size = int(random.integers(1, 5))
    scores = random.normal(size=(size, size)).astype(np.float32)
    choices = [[None if head == word else head for head in range(size)] for word in range(size)]
    best = max(total(scores, list(heads)) for heads in itertools.product(*choices) if is_tree(list(heads)))
    found = decode_tree(scores)
    assert is_tree(found)
    # With more candidates for the root than are tried, the best may be missed; four words have at most one such.
    assert total(scores, found) >= best - 1e-4 or size > 3


@pytest.mark.parametrize("size", [1, 2, 30, 120])
def test_any_scores_give_a_tree(size: int) -> None:
    random = np.random.default_rng(size)
    for _ in range(10):
        assert is_tree(decode_tree(random.normal(scale=5, size=(size, size)).astype(np.float32)))


def test_words_that_no_window_showed_together_still_make_one_tree() -> None:
    scores = np.full((6, 6), -1e4, dtype=np.float32)
    scores[:3, :3] = np.eye(3) * 2
    scores[3:, 3:] = np.eye(3) * 2
    assert is_tree(decode_tree(scores))


def test_no_words_have_no_heads() -> None:
    assert decode_tree(np.zeros((0, 0), dtype=np.float32)) == []
