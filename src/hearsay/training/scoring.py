"""Scores of a reader on development passages: tags, lemmas, attachment, names, and the heads above them.

These tell whether a training went well. What the reader is worth is what `hearsay evaluate` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from hearsay.neural.lemmas import apply_edit
from hearsay.neural.parts import shares
from hearsay.neural.reader import NeuralReader, SentenceReading
from hearsay.neural.sameness import NEAR
from hearsay.training.corpora.spans import untag
from hearsay.training.examples import Example, Passage
from hearsay.training.heads.built import NO_TIE
from hearsay.training.parts import DOERS, NO_PART, ROLE_LAYERS

Scores = Mapping[str, float]
_LIKELY = 0.5
_F1 = ("name", "role", "kind", "incident", "entity", "ties", "stands", "trigger", "trigger kind", "part", "doer")


def score(reader: NeuralReader, passages: Sequence[Passage], *, without: frozenset[str] = frozenset()) -> Scores:
    """Per cent figures, by name, for the layers that the passages have.

    `uas` and `las` count every word, punctuation included; relations with their subtypes. `name` is exact-span F1;
    `without` leaves a type out of both sides, for corpora that do not annotate it.
    """
    counts: Counter[str] = Counter()
    levels: list[tuple[float, float]] = []
    for passage in passages:
        readings = reader.read([example.words for example in passage.examples])
        for example, reading in zip(passage.examples, readings, strict=True):
            _count_words(example, reading, counts)
            _count_names(example, reading, counts, without)
            _count_roles(example, reading, counts)
            _count_kinds(example, reading, counts)
            _count_ties(example, reading, counts)
            _count_triggers(example, reading, reader.trigger_labels, counts)
            levels.extend(_levels(example, reading))
        for layer in ("incident", "entity"):
            _count_same(passage, readings, layer, counts)
        _count_parts(passage, readings, reader.part_labels, counts)
    figures = {
        name: 100.0 * counts[name] / counts[f"{name} known"]
        for name in ("tag", "lemma", "uas", "las")
        if counts[f"{name} known"]
    }
    for layer in _F1:
        if counts[f"{layer} known"]:
            figures[layer] = 200.0 * counts[f"{layer} right"] / (counts[f"{layer} known"] + counts[f"{layer} given"])
    if len(levels) > 1:
        figures["factuality r"] = 100.0 * correlation(*zip(*levels, strict=True))
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
    counts["name known"] += len(known)
    counts["name given"] += len(given)
    counts["name right"] += len(known & given)


def _count_roles(example: Example, reading: SentenceReading, counts: Counter[str]) -> None:
    labels = example.layers.get("role")
    if labels is None or not reading.roles:
        return
    unknown = {index for index, label in enumerate(labels) if label is None}
    known = untag(labels)
    given = {span for span in untag(reading.roles) if not unknown.intersection(range(span[0], span[1]))}
    counts["role known"] += len(known)
    counts["role given"] += len(given)
    counts["role right"] += len(known & given)


def _count_kinds(example: Example, reading: SentenceReading, counts: Counter[str]) -> None:
    label = next(iter(example.layers.get("kind", ())), None)
    if not isinstance(label, str) or not reading.kinds:
        return
    known = {kind for kind in label.split("|") if kind}
    given = {kind for kind, share in reading.kinds.items() if share > _LIKELY}
    counts["kind known"] += len(known)
    counts["kind given"] += len(given)
    counts["kind right"] += len(known & given)


def _count_ties(example: Example, reading: SentenceReading, counts: Counter[str]) -> None:
    said = {"ties": reading.ties, "stands": reading.stands}.get(example.tie_set)
    if example.actors is None or said is None:
        return
    layer = example.tie_set
    for first in example.actors:
        for second in example.actors:
            if first != second:
                known = {relation for one, other, relation in example.ties if (one, other) == (first, second)}
                likely = said.between(first, second)
                given = max(likely, key=lambda relation: likely[relation])
                counts[f"{layer} known"] += bool(known)
                counts[f"{layer} given"] += given != NO_TIE
                counts[f"{layer} right"] += given in known


def _count_triggers(example: Example, reading: SentenceReading, labels: Sequence[str], counts: Counter[str]) -> None:
    """Words that tell of an incident, whatever its kind ("trigger"), and of the right kind ("trigger kind")."""
    if "trigger" not in example.layers or reading.triggers is None:
        return
    for known, row in zip(example.layers["trigger"], reading.triggers, strict=True):
        given = labels[int(row.argmax())]
        for layer, right in (("trigger", known != "O" != given), ("trigger kind", known == given != "O")):
            counts[f"{layer} known"] += known != "O"
            counts[f"{layer} given"] += given != "O"
            counts[f"{layer} right"] += right


def _count_parts(
    passage: Passage, readings: Sequence[SentenceReading], labels: Sequence[str], counts: Counter[str]
) -> None:
    """Every deed and mention of a passage, their words given: the parts of mentions in deeds, and those of doers."""
    deeds, words, known = [], [], []
    for example, reading in zip(passage.examples, readings, strict=True):
        if "part" not in example.layers or reading.parts is None:
            continue
        for i in range(len(example.words)):
            if example.layers["deed"][i]:
                deeds.append((example.layers["deed"][i], reading.parts.deeds[i]))
            if example.layers["part"][i] is not None:
                words.append(reading.parts.words[i])
                known.append([(example.layers[a][i], int(example.layers[b][i] or 0)) for a, b in ROLE_LAYERS])
    found = shares([row for _, row in deeds], words).argmax(axis=2)
    for row, (deed, _) in enumerate(deeds):
        for column, roles in enumerate(known):
            wanted = next((part for part, parted in roles if int(deed or 0) & parted), NO_PART)
            given = labels[found[row, column]]
            for layer, some in (("part", labels), ("doer", DOERS)):
                counts[f"{layer} known"] += wanted != NO_PART and wanted in some
                counts[f"{layer} given"] += given != NO_PART and given in some
                counts[f"{layer} right"] += given == wanted != NO_PART and wanted in some


def _levels(example: Example, reading: SentenceReading) -> Iterator[tuple[float, float]]:
    labels = example.layers.get("factuality", ())
    for known, given in zip(labels, reading.factuality, strict=False):
        if isinstance(known, int | float):
            yield float(known), given


def _count_same(passage: Passage, readings: Sequence[SentenceReading], layer: str, counts: Counter[str]) -> None:
    """Every two words of the passage whose things are known: are those of one thing called so, and no others?"""
    things, vectors = [], []
    for example, reading in zip(passage.examples, readings, strict=True):
        table = reading.incidents if layer == "incident" else reading.entities
        for index, thing in enumerate(example.layers.get(layer, ())):
            if thing is not None and table is not None:
                things.append(thing)
                vectors.append(table[index])
    if len(things) < 2:
        return
    names, points = np.array(things), np.array(vectors)
    same = np.triu(names[:, None] == names[None, :], 1)
    near = np.triu(((points[:, None] - points[None, :]) ** 2).sum(axis=2) < NEAR, 1)
    counts[f"{layer} known"] += int(same.sum())
    counts[f"{layer} given"] += int(near.sum())
    counts[f"{layer} right"] += int((same & near).sum())


def correlation(known: Sequence[float], given: Sequence[float]) -> float:
    """Pearson's r; 0 where one side is all the same."""
    if len(set(known)) < 2 or len(set(given)) < 2:
        return 0.0
    return float(np.corrcoef(known, given)[0, 1])
