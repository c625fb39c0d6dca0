"""CoNLL-U: the syntax layers of a Universal Dependencies file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.neural.lemmas import edit_between
from hearsay.training.examples import Label

_FORM, _LEMMA, _TAG, _FEATURES, _HEAD, _RELATION, _MISC = 1, 2, 3, 5, 6, 7, 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence of a file: its comments as a mapping, and its words' ten columns (no ranges, no empty nodes)."""

    comments: dict[str, str]
    rows: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(row[_FORM] for row in self.rows)

    @property
    def misc(self) -> tuple[str, ...]:
        return tuple(row[_MISC] for row in self.rows)


def sentences(path: Path) -> Iterator[Sentence]:
    """The sentences of a CoNLL-U file, in order."""
    comments: dict[str, str] = {}
    rows: list[tuple[str, ...]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith("#"):
            name, _, value = line[1:].partition("=")
            comments[name.strip()] = value.strip()
        elif not line.strip():
            if rows:
                yield Sentence(comments=comments, rows=tuple(rows))
            comments, rows = {}, []
        else:
            columns = tuple(line.split("\t"))
            if columns[0].isdigit():
                rows.append(columns)


def syntax(sentence: Sentence) -> dict[str, list[Label]]:
    """The layers tag, lemma (as an edit), head (own index for the root) and relation."""
    layers: dict[str, list[Label]] = {"tag": [], "lemma": [], "head": [], "relation": []}
    for index, row in enumerate(sentence.rows):
        layers["tag"].append(row[_TAG])
        layers["lemma"].append(None if "Typo=Yes" in row[_FEATURES] else edit_between(row[_FORM], row[_LEMMA]))
        layers["head"].append(int(row[_HEAD]) - 1 if row[_HEAD] != "0" else index)
        layers["relation"].append(row[_RELATION])
    return layers
