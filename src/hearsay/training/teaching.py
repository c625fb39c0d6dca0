"""Trees, tags and names for corpora that have none: those that two readers agree on.

Most of what a reader meets is unlike the corpora with trees, reports of violence above all. Two readers trained apart
rarely make the same mistake, so what both say of such a text is taught as if it were annotated; where they differ,
nothing is known.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.neural.lemmas import edit_between
from hearsay.neural.reader import NeuralReader, SentenceReading
from hearsay.training.examples import Example, Label, Passage

_ONCE = 40  # passages read at once


def taught(training: Mapping[str, Sequence[Passage]], teachers: Sequence[NeuralReader]) -> dict[str, list[Passage]]:
    """The corpora, with the layers that their sentences lack from the teachers."""
    return {name: _corpus(passages, teachers) for name, passages in training.items()}


def _corpus(passages: Sequence[Passage], teachers: Sequence[NeuralReader]) -> list[Passage]:
    found: list[Passage] = []
    for start in range(0, len(passages), _ONCE):
        some = passages[start : start + _ONCE]
        lacking = [one for one in some if any("head" not in example.layers for example in one.examples)]
        words = [example.words for one in lacking for example in one.examples]
        readings = [iter(teacher.read(words)) for teacher in teachers] if words else []
        for one in some:
            if any("head" not in example.layers for example in one.examples):
                examples = [_example(example, [next(said) for said in readings]) for example in one.examples]
                found.append(replace(one, examples=tuple(examples)))
            else:
                found.append(one)
    return found


def _example(example: Example, said: Sequence[SentenceReading]) -> Example:
    first, *others = said
    layers: dict[str, list[Label]] = {"tag": [], "lemma": [], "head": [], "relation": [], "name": []}
    for index, word in enumerate(example.words):
        arcs = {(one.heads[index], one.relations[index]) for one in said}
        head = first.heads[index]
        layers["head"].append((index if head is None else head) if len(arcs) == 1 else None)
        layers["relation"].append(first.relations[index] if len(arcs) == 1 else None)
        same = all(one.tags[index] == first.tags[index] for one in others)
        layers["tag"].append(first.tags[index] if same else None)
        same = all(one.lemmas[index] == first.lemmas[index] for one in others)
        layers["lemma"].append(edit_between(word, first.lemmas[index]) if same else None)
        same = all(one.names[index] == first.names[index] for one in others)
        layers["name"].append(first.names[index] if same else None)
    return replace(example, layers={**layers, **example.layers})
