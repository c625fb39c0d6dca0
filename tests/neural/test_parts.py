"""Shares of parts, from vectors written by hand."""

import numpy as np
import pytest

from hearsay.neural.parts import shares


def test_the_label_whose_product_is_greatest_is_likeliest() -> None:
    deed = np.array([[0.0, 0.0], [4.0, 0.0], [0.0, 4.0]], dtype=np.float32)  # none, and two parts
    words = [np.array(one, dtype=np.float32) for one in ([1.0, 0.0], [0.0, 1.0], [-1.0, -1.0])]
    found = shares([deed], words)
    assert found.shape == (1, 3, 3)
    assert found.argmax(axis=2).tolist() == [[1, 2, 0]]
    assert found.sum(axis=2) == pytest.approx(np.ones((1, 3)))


def test_nothing_compared_has_no_shares() -> None:
    assert shares([], []).size == 0
