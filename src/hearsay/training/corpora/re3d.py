"""re3d (per-source open licences): the Syria and Iraq conflict, with people, organisations, places and nationalities.

Its spans are whole noun phrases of any kind ("the northern part of the country"), so a name is the run of capitalised
words at a span's core; a capitalised word that this leaves over is unknown, not outside. Its relations hold
between two mentions in a sentence.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from hearsay.training.corpora.plain import plain_sentences
from hearsay.training.corpora.spans import after_titles, tag_spans
from hearsay.training.examples import Example, Label, Passage

_TYPES = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}
_DEV_EVERY = 8
_NO_NAMES = frozenset("i he she we you they it his her our their its us the a an this that in on at our from".split())
_ADDING = frozenset("of in on at from for to with who which that , ( known called based including against".split())
_ARABIC = frozenset("al el abu bin ibn".split())


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """The documents present; every eighth is `dev`, the others `train`."""
    number = 0
    for folder in sorted((corpora / "re3d").iterdir()):
        if not (folder / "documents.json").is_file():
            continue
        entities = _lines(folder / "entities.json")
        relations = _lines(folder / "relations.json")
        for document in _lines(folder / "documents.json"):
            number += 1
            if (number % _DEV_EVERY == 0) == (split == "dev"):
                mine = [entity for entity in entities if entity["documentId"] == document["_id"]]
                ties = [relation for relation in relations if relation["documentId"] == document["_id"]]
                yield Passage(source=f"re3d/{number}", examples=tuple(_examples(document["text"], mine, ties)))


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def _examples(text: str, entities: Sequence[dict[str, Any]], ties: Sequence[dict[str, Any]]) -> Iterator[Example]:
    for offsets in plain_sentences(text):
        words = tuple(text[first:last] for first, last in offsets)
        heads = {
            (one["begin"], one["end"]): _mention_head(words, offsets, one["begin"], one["end"]) for one in entities
        }
        actors = sorted({head for head in heads.values() if head is not None})
        yield Example(
            words=words,
            layers={"name": _layer(words, offsets, entities)},
            actors=tuple(actors),
            ties=tuple(_ties(words, offsets, ties)),
        )


def _ties(
    words: Sequence[str], offsets: Sequence[tuple[int, int]], ties: Sequence[dict[str, Any]]
) -> Iterator[tuple[int, int, str]]:
    for tie in ties:
        source = _mention_head(words, offsets, tie["sourceBegin"], tie["sourceEnd"])
        target = _mention_head(words, offsets, tie["targetBegin"], tie["targetEnd"])
        if source is not None and target is not None and source != target:
            yield source, target, tie["type"]


def _mention_head(words: Sequence[str], offsets: Sequence[tuple[int, int]], begin: int, end: int) -> int | None:
    """The last word before what only adds to the mention ("forces of X", "the group, known as Y")."""
    inside = [index for index, (first, last) in enumerate(offsets) if first >= begin and last <= end]
    for place, index in enumerate(inside):
        if place and words[index].lower() in _ADDING:
            return inside[place - 1]
    return inside[-1] if inside else None


def _layer(words: Sequence[str], offsets: Sequence[tuple[int, int]], entities: Sequence[dict[str, Any]]) -> list[Label]:
    spans = []
    for entity in entities:
        kind = _TYPES.get(entity["type"])
        inside = [i for i, (a, b) in enumerate(offsets) if a >= entity["begin"] and b <= entity["end"]]
        named = [i for i in inside if words[i][:1].isupper() and words[i].lower() not in _NO_NAMES]
        if not kind or not named or (kind == "PER" and not _is_person(words, inside)):
            continue
        first, last = named[0], named[-1] + 1
        if kind == "PER":
            first = after_titles(words, first, last)
        if kind == "LOC" and "," in words[first:last]:
            last = words.index(",", first)
        if first > 1 and words[first - 1] == "-" and words[first - 2].lower() in _ARABIC:
            first -= 2
        lower = [
            i
            for i in range(first, last)
            if words[i].islower() and words[i] not in ("of", "the", "for", "and", "al", "in", "bin", "abu")
        ]
        if not lower and (last == inside[-1] + 1 or kind in ("PER", "MISC")):
            spans.append((first, last, kind))
    layer = tag_spans(len(words), sorted(set(spans), key=lambda span: span[0] - span[1]))
    for index, word in enumerate(words):
        if layer[index] == "O" and word[:1].isupper() and word.lower() not in _NO_NAMES:
            layer[index] = None
    return layer


def _is_person(words: Sequence[str], inside: Sequence[int]) -> bool:
    return all(words[i][:1].isupper() or words[i] in _ARABIC or words[i] in "-." for i in inside)
