"""Scores of a reader on development passages: tags, lemmas, attachment, names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from hearsay.neural.lemmas import apply_edit
from hearsay.neural.reader import NeuralReader, SentenceReading
from hearsay.training.corpora.spans import untag
from hearsay.training.examples import Example, Passage

Scores = Mapping[str, float]
_SAID = {"source": "sources", "cue": "cues", "content": "contents"}


def score(reader: NeuralReader, passages: Sequence[Passage], *, without: frozenset[str] = frozenset()) -> Scores:
    """Per cent figures, by name, for the layers that the passages have.

    `uas` and `las` count every word, punctuation included; relations with their subtypes. `name` is exact-span F1;
    `without` leaves a type out of both sides, for corpora that do not annotate it.
    """
    counts: Counter[str] = Counter()
    for passage in passages:
        readings = reader.read([example.words for example in passage.examples])
        for example, reading in zip(passage.examples, readings, strict=True):
            _count_words(example, reading, counts)
            _count_names(example, reading, counts, without)
            _count_said(example, reading, counts)
    figures = {
        name: 100.0 * counts[name] / counts[f"{name} known"]
        for name in ("tag", "lemma", "uas", "las")
        if counts[f"{name} known"]
    }
    if counts["names known"]:
        figures["name"] = 200.0 * counts["names right"] / (counts["names known"] + counts["names given"])
    for layer in _SAID:
        if counts[f"{layer} known"]:
            figures[layer] = 200.0 * counts[f"{layer} right"] / (counts[f"{layer} known"] + counts[f"{layer} given"])
    return figures


def _count_words(example: Example, reading: SentenceReading, counts: Counter[str]) -> None:
    layers = example.layers
    for index, word in enumerate(example.words):
        if "tag" in layers:
            counts["tag known"] += 1
            counts["tag"] += reading.tags[index] == layers["tag"][index]
        edit = layers["lemma"][index] if "lemma" in layers else None
        if isinstance(edit, str):
            counts["lemma known"] += 1
            counts["lemma"] += reading.lemmas[index] == apply_edit(edit, word)
        if "head" in layers:
            head = reading.heads[index]
            attached = (index if head is None else head) == layers["head"][index]
            counts["uas known"] += 1
            counts["las known"] += 1
            counts["uas"] += attached
            counts["las"] += attached and reading.relations[index] == layers["relation"][index]


def _count_names(example: Example, reading: SentenceReading, counts: Counter[str], without: frozenset[str]) -> None:
    labels = example.layers.get("name")
    if labels is None or (None in labels and all(label in (None, "O") for label in labels)):
        return
    unknown = {index for index, label in enumerate(labels) if label is None}
    known = {span for span in untag(labels) if span[2] not in without}
    given = {
        span
        for span in untag(reading.names)
        if span[2] not in without and not unknown.intersection(range(span[0], span[1]))
    }
    counts["names known"] += len(known)
    counts["names given"] += len(given)
    counts["names right"] += len(known & given)


def _count_said(example: Example, reading: SentenceReading, counts: Counter[str]) -> None:
    for layer, field in _SAID.items():
        for known, given in zip(example.layers.get(layer, ()), getattr(reading, field), strict=False):
            if known is not None:
                counts[f"{layer} known"] += known != "O"
                counts[f"{layer} given"] += given != "O"
                counts[f"{layer} right"] += known != "O" and given != "O"
