from itertools import pairwise

import pytest

from hearsay.neural.pieces import LONGEST_SENTENCE, PIECES_A_WORD, WINDOW_PIECES, Packer
from hearsay.neural.reader import MODEL_FOLDER, TOKENIZER_FILE
from hearsay.neural.shapes import Shape


@pytest.fixture
def packer() -> Packer:
    return Packer.load(MODEL_FOLDER / TOKENIZER_FILE)


def test_a_window_holds_whole_consecutive_sentences(packer: Packer) -> None:
    sentences = [["The", "army", "said", "so", "."] * 8] * 9
    windows = packer.pack(sentences)
    assert [index for window in windows for index in sorted(set(window.sentences))] == list(range(9))
    assert all(len(window.pieces) <= WINDOW_PIECES for window in windows)
    assert sum(len(window.words) for window in windows) == 9 * 40
    assert packer.cut_pieces == packer.split_sentences == 0


def test_every_word_has_its_first_and_last_piece(packer: Packer) -> None:
    (window,) = packer.pack([["Lashkar", "-", "e", "-", "Jhangvi"]])
    assert window.firsts[0] == 1
    assert all(first <= last for first, last in zip(window.firsts, window.lasts, strict=True))
    assert [first - 1 for first in window.firsts[1:]] == window.lasts[:-1]
    assert window.lasts[-1] == len(window.pieces) - 2
    assert window.shapes[0] == window.shapes[-1] == Shape.NONE
    assert window.shapes[1] == Shape.TITLE


def test_capitals_change_the_shapes_only(packer: Packer) -> None:
    (lower,), (upper,) = (packer.pack([words]) for words in (["rebels", "fled"], ["REBELS", "FLED"]))
    assert lower.pieces == upper.pieces
    assert lower.shapes != upper.shapes


def test_a_sentence_too_long_is_read_in_overlapping_parts_and_counted(packer: Packer) -> None:
    words = ["attack"] * (3 * LONGEST_SENTENCE)
    windows = packer.pack([["Before", "."], words, ["After", "."]])
    assert packer.split_sentences == 1
    long = [window for window in windows if window.sentences[0] == 1]
    assert all(len(window.pieces) <= LONGEST_SENTENCE for window in long)
    assert sorted({word for window in long for word in window.words}) == list(range(len(words)))
    assert all(after.words[0] < before.words[-1] for before, after in pairwise(long))
    assert [window.sentences for window in (windows[0], windows[-1])] == [[0, 0], [2, 2]]


def test_a_word_of_very_many_pieces_keeps_the_first_and_the_rest_is_counted(packer: Packer) -> None:
    address = "https://example.org/" + "x9q7-" * 40
    (window,) = packer.pack([["see", address]])
    assert window.lasts[1] - window.firsts[1] == PIECES_A_WORD - 1
    assert packer.cut_pieces > 0


@pytest.mark.parametrize("word", ["\u200b", "\u00ad", "\ufeff", "𓀀"])
def test_a_word_without_pieces_is_unknown_rather_than_lost(packer: Packer, word: str) -> None:
    (window,) = packer.pack([["a", word, "b"]])
    assert len(window.words) == 3


def test_no_sentences_make_no_windows(packer: Packer) -> None:
    assert packer.pack([]) == []
