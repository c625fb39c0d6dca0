import numpy as np
import pytest

from hearsay.neural.lemmas import LemmaDecoder, apply_edit, edit_between


@pytest.mark.parametrize(
    ("word", "lemma", "edit"),
    [
        ("bodies", "body", "+ies>y"),
        ("killed", "kill", "+ed>"),
        ("Killed", "kill", "+ed>"),
        ("was", "be", "=be"),
        ("went", "go", "=go"),
        ("Iraqis", "Iraqi", "^+s>"),
        ("Baghdad", "Baghdad", "^+>"),
        ("the", "the", "+>"),
        ("'s", "be", "=be"),
        ("n't", "not", "=not"),
    ],
)
def test_an_edit_makes_the_lemma_again(word: str, lemma: str, edit: str) -> None:
    assert edit_between(word, lemma) == edit
    assert apply_edit(edit, word) == lemma


def test_an_edit_is_the_same_in_capitals() -> None:
    assert apply_edit("+ies>y", "BODIES") == "body"
    assert apply_edit("^+s>", "IRAQIS") == "IRAQI"


def test_an_edit_that_does_not_fit_gives_way_to_the_next_best() -> None:
    decoder = LemmaDecoder(["+ies>y", "+s>", "+>"])
    scores = np.array([[3.0, 2.0, 1.0], [3.0, 2.0, 1.0], [3.0, 2.0, 1.0]], dtype=np.float32)
    assert decoder.decode(scores, ["bodies", "guns", "Army"]) == ["body", "gun", "army"]
