"""The table of parts, from answers written by hand."""

import pytest

pytest.importorskip("torch", reason="the labels stand beside the heads, which need torch (pip install hearsay[train])")

from hearsay.training.measuring import table


def test_a_word_on_a_doer_is_found_whatever_it_says() -> None:
    shown = table(
        [
            ("claimed", "did", 0.9),
            ("did", "did", 0.6),
            ("accused", "accused", 0.2),
            ("none", "did", 0.7),
            ("target", "target", 0.0),
            ("target", "none", 0.0),
        ]
    ).splitlines()
    assert shown[0].split() == ["who", "did", "it", "P", "66.7", "R", "66.7", "of", "3"]
    assert shown[1].split()[3] == "50.0"
    assert shown[2].split() == ["target", "P", "100.0", "R", "50.0", "of", "2"]
