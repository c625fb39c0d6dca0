"""How firmly something is told: what the words around an event add to the model's level."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from hearsay.neural.firmness import Around, Firmness, shipped, write
from hearsay.neural.reader import NeuralReader, SentenceReading


@pytest.fixture(scope="module")
def reader() -> NeuralReader:
    return NeuralReader.load()


def told(reader: NeuralReader, text: str, event: str) -> float:
    words = text.split()
    (reading,) = reader.read([words])
    at = words.index(event)
    return shipped().levels(words, reading, [at])[at]


@pytest.mark.parametrize(
    ("firmer", "looser", "event"),
    [
        ("Gunmen shelled the harbour of Tessa .", "Gunmen may have shelled the harbour of Tessa .", "shelled"),
        ("The envoy left on Monday .", "The envoy would have left on Monday .", "left"),
        ("Rebels burned the mill .", "Rebels never burned the mill .", "burned"),
        ("The governor resigned in March .", "The governor denied that anybody resigned in March .", "resigned"),
    ],
)
def test_what_is_told_outright_is_firmer(reader: NeuralReader, firmer: str, looser: str, event: str) -> None:
    assert told(reader, firmer, event) > 1.5
    assert told(reader, firmer, event) > told(reader, looser, event) + 0.4


SAID = SentenceReading(
    tags=("PRON", "AUX", "PART", "VERB", "CCONJ", "VERB"),
    lemmas=("they", "do", "not", "shoot", "or", "burn"),
    heads=(3, 3, 3, None, 5, 3),
    relations=("nsubj", "aux", "advmod", "root", "cc", "conj"),
    names=("O",) * 6,
    factuality=(0.0, 0.0, 0.0, -1.0, 0.0, 3.0),
)
WORDS = ("They", "did", "not", "shoot", "or", "burn")


def test_a_word_that_is_joined_to_another_shares_what_stands_around_that() -> None:
    around = Around(WORDS, SAID)
    assert {"own is shoot", "own negated", "own verb did", "own nsubj they", "ends burn"} <= set(around.features(3))
    assert {"own is burn", "first is shoot", "first negated"} <= set(around.features(5))


def test_levels_stay_on_their_scale() -> None:
    weights = Firmness(weights={"own negated": -2.0, "own is burn": 9.0}, mean=1.0)
    levels = weights.levels(WORDS, SAID, [3, 5])
    assert levels[3] == pytest.approx(1.0 + 1.15 * (0.8 * -1.0 + 0.2 * -1.0 - 1.0))
    assert levels[5] == 3.0


def test_a_model_without_the_head_says_nothing() -> None:
    assert shipped().levels(WORDS, replace(SAID, factuality=()), [3]) == {}


def test_what_is_written_is_read_line_by_line(tmp_path: Path) -> None:
    write(Firmness(weights={"own negated": -0.5, "above say ccomp": 0.25}, mean=0.75), tmp_path / "weights.tsv")
    lines = (tmp_path / "weights.tsv").read_text(encoding="utf-8").splitlines()
    assert lines == ["the mean\t0.750", "above say ccomp\t0.250", "own negated\t-0.500"]
