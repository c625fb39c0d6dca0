"""Decisions of persons, as `hearsay export reviews` writes them or a book holds them: the layer name.

Only what a decision says is known: that words name a person, group or place, or that they do not. Every other word is
left unknown. Decisions that coders disagree on teach nothing until they are settled.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from hearsay.errors import UsageError
from hearsay.exports.base import Fault
from hearsay.exports.json_lines import read_lines
from hearsay.exports.reviews import FORMAT, Reviews, lines
from hearsay.store.opening import open_store
from hearsay.training.corpora.plain import plain_sentences
from hearsay.training.examples import Example, Label, Passage

Line = Mapping[str, Any]

FOLDER = "reviews"
"""The folder of the corpora that holds files of decisions."""

_FOLLOWED = ("accept", "correct")
_BEGIN_OF_STORE = b"SQLite format 3\x00"


def corpus(corpora: Path, split: str) -> Iterator[Passage]:
    """The passages of all files of decisions in the folder of the corpora; there may be none. All are to train on."""
    if split == "train":
        for path in sorted((corpora / FOLDER).glob("*.jsonl")):
            yield from passages(decisions(str(path)))


def decisions(source: str) -> list[Line]:
    """The decisions in a file, or in a book.

    Raises:
        UsageError: it is neither, or there is none in it that can be learned from.
    """
    found = _decisions(source)
    if next(passages(found), None) is None:
        raise UsageError(f"{source!r} holds no decision on a name that stands; accept or correct some: hearsay serve")
    return found


def _decisions(source: str) -> list[Line]:
    if "://" in source or _is_store(Path(source)):
        with open_store(source) as store, store.view() as view:
            return list(lines(view.readings(), view.reviews()))
    for fault in Reviews().check(Path(source)):
        raise UsageError(f"{source!r}: {fault}; give a file of `hearsay export reviews`, or a book")
    return [line for _, line in read_lines(Path(source)) if not isinstance(line, Fault) and line["format"] == FORMAT]


def _is_store(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            return file.read(len(_BEGIN_OF_STORE)) == _BEGIN_OF_STORE
    except OSError as error:
        way_out = "give a file of decisions, or a book"
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror}; {way_out}") from error


def passages(found: Iterable[Line]) -> Iterator[Passage]:
    """A passage for each stretch of a report on which a decision stands that the reader can learn from."""
    by_text: dict[tuple[str, str], list[Line]] = {}
    for line in _standing(found):
        if line["subject"] == "name" and line["spans"]:
            by_text.setdefault((line["report"], line["text"]), []).append(line)
    for (report, text), said in by_text.items():
        examples = tuple(_examples(text, said))
        if examples:
            yield Passage(source=f"reviews/{report}", examples=examples)


def _standing(found: Iterable[Line]) -> Iterator[Line]:
    """The decision that stands on each item: the adjudication, else the last of each coder where they agree."""
    last: dict[tuple[str, str, str], dict[str, Line]] = {}
    for line in sorted(found, key=lambda line: line["at"]):
        coder = "" if line["settles"] else line["author"]
        last.setdefault((line["report"], line["record"], line["key"]), {})[coder] = line
    for said in last.values():
        if "" in said:
            yield said[""]
            continue
        telling = [line for line in said.values() if line["verdict"] != "cannot tell"]
        if telling and len({json.dumps([line["verdict"], line["value"], line["spans"]]) for line in telling}) == 1:
            yield telling[0]


def _examples(text: str, said: Sequence[Line]) -> Iterator[Example]:
    """The sentences of a passage about which anything is known."""
    for offsets in plain_sentences(text):
        labels: list[Label] = [None] * len(offsets)
        for line in said:
            start, end = line["spans"][0]
            label = line["label"] if line["verdict"] in _FOLLOWED else None
            inside = [at for at, (first, last) in enumerate(offsets) if first >= start and last <= end]
            for number, at in enumerate(inside):
                labels[at] = "O" if label is None else f"{'I' if number else 'B'}-{label}"
        if any(label is not None for label in labels):
            yield Example(words=tuple(text[start:end] for start, end in offsets), layers={"name": labels})
