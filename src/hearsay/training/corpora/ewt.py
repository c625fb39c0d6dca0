"""UD English-EWT (CC BY-SA 4.0): syntax of web English, PropBank's reports on it, what its tags say of names.

EWT has no name layer of its own here, but its tags tell where a name cannot be: only a proper noun, an adjective
written with a capital, or a word between two of them can be inside one. Those stay unknown; the rest is known to be
outside.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from hearsay.training.corpora.attribution import Frames, attribution, read_frames
from hearsay.training.corpora.conllu import Sentence, sentences, syntax
from hearsay.training.examples import Example, Label, Passage

_CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
    " september october november december jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thurs"
    " fri sat sun".split()
)
_REACH = 4
_LINKING = frozenset(("IN", "DT", "CC", "HYPH", "POS", "TO", ":", ",", "AFX", "SYM", "NFP", "``", "''"))


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """EWT's documents of a split, by its file lists."""
    root = corpora / "ud-ewt"
    frames = read_frames(corpora / "propbank-ewt" / f"{split}.jsonl")
    for line in (root / "file-lists" / f"files.{split}").read_text(encoding="utf-8").split():
        examples = tuple(_example(sentence, frames) for sentence in sentences(root / "sources" / line))
        yield Passage(source=f"ewt/{line}", examples=examples)


def _example(sentence: Sentence, frames: Frames) -> Example:
    layers = syntax(sentence)
    known = frames.get(sentence.comments.get("sent_id", ""))
    if known is not None:
        layers |= attribution(sentence, known)
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
