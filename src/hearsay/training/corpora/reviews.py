"""Decisions of persons, as `hearsay export reviews` writes them or a book holds them: the layers name and source.

Only what a decision says is known: the words of a name that was accepted, or that are no name, and who is said to be
speaking. Every other word is left unknown. Decisions that coders disagree on teach nothing until they are settled.
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

_FOLLOWED = ("accept", "correct")
_BEGIN_OF_STORE = b"SQLite format 3\x00"


def read(source: str) -> list[Passage]:
    """The passages of a file of decisions, or of a book.

    Raises:
        UsageError: it is neither, or nothing in it can be learned from.
    """
    found = list(passages(_lines(source)))
    if not found:
        raise UsageError(
            f"{source!r} holds no decision on a name or a statement that stands; accept or correct some: hearsay serve"
        )
    return found


def _lines(source: str) -> list[Line]:
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
        raise UsageError(
            f"{str(path)!r} cannot be read: {error.strerror}; give a file of decisions, or a book"
        ) from error


def passages(decisions: Iterable[Line]) -> Iterator[Passage]:
    """A passage for each stretch of a report on which a decision stands that the reader can learn from."""
    by_text: dict[tuple[str, str], list[Line]] = {}
    for line in _standing(decisions):
        if line["subject"] in ("name", "statement") and line["spans"]:
            by_text.setdefault((line["report"], line["text"]), []).append(line)
    for (report, text), said in by_text.items():
        examples = tuple(_examples(text, said))
        if examples:
            yield Passage(source=f"reviews/{report}", examples=examples)


def _standing(decisions: Iterable[Line]) -> Iterator[Line]:
    """The decision that stands on each item: the adjudication, else the last of each coder where they agree."""
    last: dict[tuple[str, str, str], dict[str, Line]] = {}
    for line in sorted(decisions, key=lambda line: line["at"]):
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
    names, sources = _Labels(), _Labels()
    for line in said:
        _label(text, line, names, sources)
    for offsets in plain_sentences(text):
        layers = {"name": names.of(offsets), "source": sources.of(offsets)}
        known = {name: labels for name, labels in layers.items() if any(label is not None for label in labels)}
        if known:
            yield Example(words=tuple(text[start:end] for start, end in offsets), layers=known)


class _Labels:
    """One layer: labelled stretches of a text."""

    def __init__(self) -> None:
        self._known: list[tuple[int, int, str | None]] = []

    def add(self, start: int, end: int, label: str | None) -> None:
        """Labels a stretch; None says that it is outside whatever the layer labels."""
        self._known.append((start, end, label))

    def of(self, offsets: Sequence[tuple[int, int]]) -> list[Label]:
        """A label a word, None where nothing is known."""
        found: list[Label] = [None] * len(offsets)
        for start, end, label in self._known:
            inside = [at for at, (first, last) in enumerate(offsets) if first >= start and last <= end]
            for number, at in enumerate(inside):
                found[at] = "O" if label is None else f"{'I' if number else 'B'}-{label}"
        return found


def _label(text: str, line: Line, names: _Labels, sources: _Labels) -> None:
    followed = line["verdict"] in _FOLLOWED
    if line["subject"] == "name":
        start, end = line["spans"][0]
        names.add(start, end, line["label"] if followed else None)
    elif followed and line["speaker"]:
        for start, end in line["spans"]:
            at = text.find(line["speaker"], start, end)
            if at >= 0:
                sources.add(at, at + len(line["speaker"]), "SOURCE")
                return
