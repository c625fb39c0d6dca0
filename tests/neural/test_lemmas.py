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


def decode(word: str, scores: list[float], known: str = "") -> str:
    lexicon = {"VERB": {"was": "be", "were": "be"}}
    decoder = LemmaDecoder(["+ies>y", "+s>", "+>", "+d>", "=be"], lexicon, known.split().__contains__)
    return decoder.decode(np.array([scores], dtype=np.float32), [word], ["VERB"])[0]


def test_an_edit_that_does_not_fit_gives_way_to_the_next_best() -> None:
    scores = [3.0, 2.0, 1.0, 0.0, 0.0]
    assert decode("bodies", scores) == "body"
    assert decode("guns", scores) == "gun"
    assert decode("Army", scores) == "army"


def test_a_word_of_the_lexicon_has_its_lemma_from_there() -> None:
    assert decode("WERE", [0, 0, 9.0, 0, 0]) == "be"


def test_a_whole_lemma_is_not_given_to_other_words() -> None:
    assert decode("gunmen", [0, 0, 1.0, 0, 9.0]) == "gunmen"


def test_of_edits_nearly_as_good_the_one_that_makes_a_word_is_taken() -> None:
    assert decode("moved", [0, 0, 1.0, 9.0, 0]) == "move"
    assert decode("fled", [0, 0, 8.0, 9.0, 0], known="fled") == "fled"
    assert decode("fled", [0, 0, 1.0, 9.0, 0], known="fled") == "fle"
