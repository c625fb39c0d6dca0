import numpy as np

from hearsay.neural.assembly import Part, join_parts, parts_of
from hearsay.neural.pieces import Window


def test_a_window_is_shared_out_by_sentence() -> None:
    window = Window(sentences=[4, 4, 5], words=[0, 1, 0])
    arcs = np.arange(9, dtype=np.float32).reshape(3, 3)
    parts = parts_of(window, {"arcs": arcs, "tag": np.arange(6, dtype=np.float32).reshape(3, 2)})
    assert [(part.sentence, part.first, part.length) for part in parts] == [(4, 0, 2), (5, 0, 1)]
    assert parts[0].outputs["arcs"].tolist() == [[0, 1], [3, 4]]
    assert parts[1].outputs["arcs"].tolist() == [[8]]
    assert parts[1].outputs["tag"].tolist() == [[4, 5]]


def test_each_word_of_a_long_sentence_comes_from_the_part_that_shows_most_around_it() -> None:
    parts = [
        Part(sentence=0, first=0, outputs={"tag": np.zeros((6, 1), np.float32), "arcs": np.zeros((6, 6), np.float32)}),
        Part(sentence=0, first=4, outputs={"tag": np.ones((6, 1), np.float32), "arcs": np.zeros((6, 6), np.float32)}),
    ]
    joined = join_parts(parts, 10)
    assert joined["tag"][:, 0].tolist() == [0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
    assert joined["arcs"].shape == (10, 10)
    assert joined["arcs"][0, 9] < joined["arcs"][0, 5] < 0
    np.testing.assert_allclose(np.exp(joined["arcs"][9, 4:]).sum(), 1.0, rtol=1e-5)
