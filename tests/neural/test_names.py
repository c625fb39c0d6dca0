import numpy as np

from hearsay.neural.names import BioDecoder

LABELS = ["O", "B-PER", "I-PER", "B-ORG", "I-ORG"]


def decode(*rows: list[float]) -> list[str]:
    return BioDecoder(LABELS).decode(np.array(rows, dtype=np.float32).reshape(-1, len(LABELS)))


def test_the_best_labels_stand_where_they_are_a_sequence() -> None:
    assert decode([0, 9, 0, 0, 0], [0, 0, 9, 0, 0], [9, 0, 0, 0, 0]) == ["B-PER", "I-PER", "O"]


def test_an_inside_without_its_beginning_is_mended_by_the_whole_sequence() -> None:
    assert decode([5, 4, 0, 0, 0], [0, 0, 9, 0, 0]) == ["B-PER", "I-PER"]
    assert decode([9, 0, 0, 0, 0], [0, 2, 3, 0, 0]) == ["O", "B-PER"]


def test_a_name_keeps_one_type() -> None:
    labels = decode([0, 0, 0, 6, 0], [0, 0, 5, 0, 4])
    assert labels == ["B-ORG", "I-ORG"]


def test_no_words_have_no_labels() -> None:
    assert decode() == []
