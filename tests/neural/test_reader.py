"""The shipped model on sentences of our own."""

import json
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from hearsay.errors import ContractError, UsageError
from hearsay.neural.pieces import LONGEST_SENTENCE, WINDOW_PIECES
from hearsay.neural.reader import CARD_FILE, GRAPH_FILE, MODEL_FOLDER, NeuralReader, ReaderOptions, SentenceReading
from hearsay.neural.sameness import likely_same
from hearsay.neural.words import word_spans

PASSIVE = "Seven police recruits were killed by unidentified gunmen near the town of Marawa on Tuesday."
DENIAL = "A spokesman for the Free Valley Front denied that its fighters had carried out the attack."


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.fixture(scope="module")
def reader() -> NeuralReader:
    return NeuralReader.load()


def is_tree(heads: Sequence[int | None]) -> bool:
    def depth(word: int | None, left: int) -> bool:
        return word is None or (left > 0 and depth(heads[word], left - 1))

    return heads.count(None) == 1 and all(depth(word, len(heads)) for word in range(len(heads)))


def facts(words: Sequence[str], reading: SentenceReading) -> set[tuple[str, str, str]]:
    return {
        (words[index], relation, "" if head is None else words[head])
        for index, (head, relation) in enumerate(zip(reading.heads, reading.relations, strict=True))
    }


def test_who_did_what_to_whom_is_in_the_tree(reader: NeuralReader) -> None:
    words = cut(PASSIVE)
    (reading,) = reader.read([words])
    assert {
        ("killed", "root", ""),
        ("recruits", "nsubj:pass", "killed"),
        ("gunmen", "obl:agent", "killed"),
        ("Marawa", "nmod", "town"),
    } <= facts(words, reading)
    assert reading.tags[words.index("Marawa")] == "PROPN"
    assert reading.lemmas[words.index("killed")] == "kill"
    assert reading.names[words.index("Marawa")] == "B-LOC"


def test_who_denies_what_is_in_the_tree(reader: NeuralReader) -> None:
    words = cut(DENIAL)
    (reading,) = reader.read([words])
    assert ("spokesman", "nsubj", "denied") in facts(words, reading)
    assert ("carried", "ccomp", "denied") in facts(words, reading)
    assert [words[i] for i, label in enumerate(reading.names) if label.endswith("ORG")] == ["Free", "Valley", "Front"]


def test_what_happened_is_told_from_what_did_not(reader: NeuralReader) -> None:
    texts = (
        "Gunmen killed two farmers.",
        "Gunmen did not kill the farmers.",
        "Gunmen may kill the farmers.",
        "If gunmen kill the farmers, the army will respond.",
    )
    words = [cut(text) for text in texts]
    told, *others = (
        reading.factuality[next(i for i, word in enumerate(one) if word.startswith("kill"))]
        for one, reading in zip(words, reader.read(words), strict=True)
    )
    assert told > 2.5
    assert all(other < 1.5 for other in others)


def test_parts_in_an_incident_and_its_kind_are_named(reader: NeuralReader) -> None:
    words = cut("A car bomb exploded at the Ridge Bank in Lima, killing a guard. Rain fell on Tuesday in the hills.")
    end = words.index(".") + 1
    told, other = reader.read([words[:end], words[end:]])
    assert told.roles[words.index("bomb")].endswith("-WEAPON")
    assert told.roles[words.index("Bank")].endswith("-TARGET")
    assert told.kinds["bombing"] > 0.5 > max(other.kinds.values())


def test_words_of_one_incident_are_nearer_than_those_of_two(reader: NeuralReader) -> None:
    texts = (
        "A car bomb exploded at a police station in Marawa on Monday.",
        "The blast in Marawa wounded four policemen.",
        "In another town, rebels kidnapped the mayor of Old Selm on Friday.",
    )
    words = [cut(text) for text in texts]
    readings = reader.read(words)
    vectors = []
    for word, one, reading in zip(("exploded", "blast", "kidnapped"), words, readings, strict=True):
        assert reading.incidents is not None
        vectors.append(reading.incidents[one.index(word)].tolist())
    assert likely_same(vectors[0], vectors[1]) > likely_same(vectors[0], vectors[2])


def test_ties_between_two_actors_add_up(reader: NeuralReader) -> None:
    words = cut("Government forces fought militants of the Blue Ridge Front near the city of Marawa.")
    (reading,) = reader.read([words])
    assert reading.ties is not None
    shares = reading.ties.between(words.index("militants"), words.index("city"))
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares, key=lambda relation: shares[relation]) == "CoLocated"


def test_capitals_are_read_as_well(reader: NeuralReader) -> None:
    words = cut(PASSIVE.upper())
    (reading,) = reader.read([words])
    assert {("RECRUITS", "nsubj:pass", "KILLED"), ("GUNMEN", "obl:agent", "KILLED")} <= facts(words, reading)
    assert reading.names[words.index("MARAWA")] == "B-LOC"
    assert reading.lemmas[words.index("RECRUITS")] == "recruit"


def test_any_words_give_a_tree_a_sentence(reader: NeuralReader) -> None:
    sentences = [cut(PASSIVE), [], ["."], ["\u200b"], ["killed"] * 40, cut(DENIAL), ["(", "—", "12", "%", "@x", "大阪"]]
    readings = reader.read(sentences)
    for words, reading in zip(sentences, readings, strict=True):
        fields = (
            reading.tags,
            reading.lemmas,
            reading.heads,
            reading.relations,
            reading.names,
            reading.roles,
            reading.factuality,
        )
        assert {len(field) for field in fields} == {len(words)}
        assert not words or is_tree(reading.heads)
        assert all(
            (relation == "root") == (head is None)
            for head, relation in zip(reading.heads, reading.relations, strict=True)
        )
        assert all(reading.lemmas)


def test_a_very_long_sentence_is_read_whole_and_counted() -> None:
    reader = NeuralReader.load()
    words = [word for _ in range(40) for word in cut(DENIAL)[:-1]]
    (reading,) = reader.read([words])
    assert len(words) > LONGEST_SENTENCE
    assert is_tree(reading.heads)
    assert len(reading.tags) == len(words)
    assert reader.split_sentences == 1


def test_reading_is_repeatable(reader: NeuralReader) -> None:
    sentences = [cut(PASSIVE), cut(DENIAL)]
    assert reader.read(sentences) == reader.read(sentences)


def test_what_stands_in_another_window_changes_nothing(reader: NeuralReader) -> None:
    window = [cut(DENIAL)] * 12  # the next one would not fit in with them
    assert len(cut(DENIAL)) * 12 < WINDOW_PIECES < len(cut(DENIAL)) * 16
    alone = reader.read(window)
    filled = [*window, ["killed"] * 200, cut(PASSIVE.upper())]
    assert reader.read(filled)[: len(window)] == alone


def test_threads_change_nothing(reader: NeuralReader) -> None:
    sentences = [cut(PASSIVE), [], cut(DENIAL), ["killed"] * 500] * 9
    assert NeuralReader.load(ReaderOptions(threads=1)).read(sentences) == reader.read(sentences)


def test_a_report_is_read_in_a_moment(reader: NeuralReader) -> None:
    sentences = [cut(PASSIVE), cut(DENIAL)] * 22
    started = time.process_time()
    reader.read(sentences)
    # Processor seconds, so that a busy machine does not fail it; a report of 700 words takes about 0.3.
    assert time.process_time() - started < 4.0


def test_the_model_says_what_it_was_made_of() -> None:
    card = json.loads((MODEL_FOLDER / CARD_FILE).read_text(encoding="utf-8"))
    assert {"base", "trained_on", "recipe", "labels", "scores_int8"} <= card.keys()
    assert "polnear" not in card["trained_on"]
    assert (MODEL_FOLDER / GRAPH_FILE).stat().st_size < 30e6


def test_an_empty_word_is_our_bug(reader: NeuralReader) -> None:
    with pytest.raises(ContractError, match="sentence 0 has an empty word"):
        reader.read([["a", ""]])


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"reader\.onnx"):
        NeuralReader.load(ReaderOptions(folder=tmp_path))


def test_a_broken_model_is_named(tmp_path: Path) -> None:
    for path in MODEL_FOLDER.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes() if path.name != GRAPH_FILE else b"noise")
    with pytest.raises(UsageError, match="cannot be loaded"):
        NeuralReader.load(ReaderOptions(folder=tmp_path))
