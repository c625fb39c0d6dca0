"""UD English-EWT (CC BY-SA 4.0): syntax of web English, and what UDS and its own tags add.

EWT has no name layer of its own here, but its tags tell where a name cannot be: only a proper noun, an adjective
written with a capital, or a word between two of them can be inside one. Those stay unknown; the rest is known to be
outside. UDS-IH2 (CC BY-SA 4.0) says of its predicates how surely they happened; its sentences are
found by their letters.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from pathlib import Path

from hearsay.training.corpora.conllu import Sentence, sentences, syntax
from hearsay.training.examples import Example, Label, Passage

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs"
    " fri sat sun".split()
)
_REACH = 4
Levels = Mapping[str, Mapping[int, float]]
_LINKING = frozenset(("IN", "DT", "CC", "HYPH", "POS", "TO", ":", ",", "AFX", "SYM", "NFP", "``", "''"))


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """EWT's documents of a split, by its file lists."""
    root = corpora / "ud-ewt"
    levels = read_levels(corpora / "uds" / "ih2-splits" / f"{split}.jsonl")
    for line in (root / "file-lists" / f"files.{split}").read_text(encoding="utf-8").split():
        examples = tuple(_example(sentence, levels) for sentence in sentences(root / "sources" / line))
        yield Passage(source=f"ewt/{line}", examples=examples)


def read_levels(path: Path) -> Levels:
    """By sentence without spaces: the level of the predicate whose first letter has this index; none without a file."""
    levels: dict[str, dict[int, float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines() if path.is_file() else ():
        stored = json.loads(line)
        words = stored["text"].split(" ")
        here = levels.setdefault("".join(words), {})
        for target in stored["targets"]:
            here[len("".join(words[: target["span1"][0]]))] = target["label"]
    return levels


def _example(sentence: Sentence, levels: Levels) -> Example:
    layers = syntax(sentence)
    found = levels.get("".join(sentence.words))
    if found is not None:
        starts = accumulate((len(word) for word in sentence.words), initial=0)
        layers["factuality"] = [found.get(start) for start, _ in zip(starts, sentence.words, strict=False)]
    layers["name"] = outside_names(sentence.words, [row[4] for row in sentence.rows], [row[2] for row in sentence.rows])
    return Example(words=sentence.words, layers=layers)


def outside_names(words: Sequence[str], tags: Sequence[str], lemmas: Sequence[str]) -> list[Label]:
    """O for the words that cannot be inside a name by their Penn tags, None for the others."""
    possible = [_can_be_named(word, tag, lemma) for word, tag, lemma in zip(words, tags, lemmas, strict=True)]
    spread = list(possible)
    for index, here in enumerate(possible):
        if here:
            for other in range(index + 1, min(index + 1 + _REACH, len(words))):
                if possible[other] and all(tag in _LINKING for tag in tags[index + 1 : other]):
                    spread[index:other] = [True] * (other - index)
    return [None if maybe else "O" for maybe in spread]


def _can_be_named(word: str, tag: str, lemma: str) -> bool:
    if word.lower().rstrip(".") in _CALENDAR:
        return False
    if tag in ("NNP", "NNPS", "FW", "GW", "XX", "ADD"):
        return True
    return tag[:2] in ("JJ", "NN", "CD") and any(character.isupper() for character in lemma)
