"""GUM (annotations CC BY 4.0): syntax, and names taken from its nested entities.

An entity is a name when its head is a proper noun; the name is the run of proper nouns around that head, without titles
("Dame", "President": relation nmod:desc) and with what links them ("University of X"). Nationalities are MISC, as in
CoNLL.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from hearsay.training.corpora.conllu import Sentence, sentences, syntax
from hearsay.training.corpora.spans import after_titles, is_title, tag_spans
from hearsay.training.examples import Example, Label, Passage

_TYPES = {"person": "PER", "organization": "ORG", "place": "LOC", "event": "MISC", "object": "MISC", "abstract": "MISC"}
_ROMAN = re.compile("[IVX]{1,5}")
_OPEN = re.compile(r"\((\d+)-([a-z]+)-")
_PARTS = re.compile(r"\(\d+-[^()]*\)?|\d+\)")
_LINKS = frozenset(("of", "the", "for", "and", "&", "-", "'s", "’s", "de", "du", "la", "del"))
_HEAD, _RELATION, _TAG, _FINE, _LEMMA = 6, 7, 3, 4, 2


def passages(corpora: Path, split: str) -> Iterator[Passage]:
    """The documents of `train`, `dev` or `test` as GUM's own splits.md lists them, of the six genres that are there."""
    root = corpora / "gum"
    listed = (root / "splits.md").read_text(encoding="utf-8").split("\n## ")
    section = next(part for part in listed if part.split("\n", 1)[0].strip() == split)
    for name in re.findall(r"\* (GUM_\w+)", section):
        path = root / "dep" / f"{name}.conllu"
        if path.is_file():
            yield Passage(source=f"gum/{name}", examples=tuple(_document(path)))


def _document(path: Path) -> Iterator[Example]:
    for sentence in sentences(path):
        layers = syntax(sentence)
        layers["name"] = _names(sentence)
        layers["entity"] = _things(sentence)
        yield Example(words=sentence.words, layers=layers)


def _things(sentence: Sentence) -> list[Label]:
    """The entity of each word that heads a mention of a person, group or place, by GUM's number in the document."""
    layer: list[Label] = [None] * len(sentence.rows)
    for start, end, kind, number in sorted(_entities(sentence), key=lambda entity: entity[0] - entity[1]):
        head = _head(sentence.rows, start, end)
        if kind in ("person", "organization", "place", "event") and head is not None:
            layer[head] = number
    return layer


def _names(sentence: Sentence) -> list[Label]:
    spans: list[tuple[int, int, str]] = []
    for start, end, kind, _ in sorted(_entities(sentence), key=lambda entity: entity[1] - entity[0]):
        label = _TYPES.get(kind)
        head = _head(sentence.rows, start, end)
        if label and head is not None and sentence.rows[head][_TAG] == "PROPN":
            first, last = _run(sentence.rows, start, end, head)
            demonym = label == "PER" and last - first == 1 and "Number=Plur" in sentence.rows[head][5]
            if label == "PER":
                first = after_titles(sentence.words, first, last)
            if not is_title(sentence.words[first:last]):
                spans.append((first, last, "MISC" if demonym else label))
    # The longest name wins over those inside it ("Bank of England").
    layer = tag_spans(len(sentence.rows), sorted(spans, key=lambda span: span[0] - span[1]))
    for index, row in enumerate(sentence.rows):
        if (
            layer[index] == "O"
            and row[_TAG] == "ADJ"
            and row[_LEMMA][:1].isupper()
            and index
            and row[_LEMMA][1:].islower()
        ):
            layer[index] = "B-MISC"
        elif layer[index] == "O" and row[_TAG] == "PROPN":
            layer[index] = _loose(row)
    return layer


def _loose(row: Sequence[str]) -> Label:
    """A proper noun in no named entity: a title, a day or a month is outside; of anything else nothing is known."""
    return "O" if row[_RELATION] == "nmod:desc" or "unmarked" in row[_RELATION] or is_title([row[1]]) else None


def _entities(sentence: Sentence) -> Iterator[tuple[int, int, str, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    for index, misc in enumerate(sentence.misc):
        field = next((part[7:] for part in misc.split("|") if part.startswith("Entity=")), "")
        for part in _PARTS.findall(field):
            match = _OPEN.match(part)
            if match:
                if part.endswith(")"):
                    yield index, index + 1, match.group(2), match.group(1)
                else:
                    opened.setdefault(match.group(1), []).append((index, match.group(2)))
            elif opened.get(part[:-1]):
                start, kind = opened[part[:-1]].pop()
                yield start, index + 1, kind, part[:-1]


def _head(rows: Sequence[Sequence[str]], start: int, end: int) -> int | None:
    for index in range(start, end):
        above = int(rows[index][_HEAD]) - 1
        if not start <= above < end and rows[index][_RELATION] != "punct":
            return index
    return None


def _run(rows: Sequence[Sequence[str]], start: int, end: int, head: int) -> tuple[int, int]:
    first = head
    while first > start and _inside(rows, first - 1, head):
        first -= 1
    while first < head and not _proper(rows[first]):
        first += 1
    last = head + 1
    while last < end and (_inside(rows, last, head) or _linked(rows, last, end)):
        last += 1
    while last > head + 1 and rows[last - 1][_TAG] != "PROPN" and not _ROMAN.fullmatch(rows[last - 1][1]):
        last -= 1
    return first, last


def _inside(rows: Sequence[Sequence[str]], index: int, head: int) -> bool:
    row = rows[index]
    if row[_RELATION] in ("nmod:desc", "appos", "conj", "list", "parataxis"):
        return False
    if _proper(row):
        return row[_RELATION] in ("flat", "compound", "amod", "goeswith", "dep") or index == head
    if (row[_TAG] in ("NUM", "ADJ") and row[1][:1].isupper()) or _ROMAN.fullmatch(row[1]):
        return True
    return row[1] in ("-", "–", "&") and index < head


def _proper(row: Sequence[str]) -> bool:
    """Proper by its fine tag too: "United" in "United States" is an adjective by the universal one."""
    return row[_TAG] == "PROPN" or row[_FINE].startswith("NNP")


def _linked(rows: Sequence[Sequence[str]], index: int, end: int) -> bool:
    """Whether the word links a name to its second half, or is in that half ("of the Americas")."""
    row = rows[index]
    if row[1].lower() in _LINKS and row[_TAG] in ("ADP", "DET", "CCONJ", "PUNCT", "PART", "SYM"):
        following = rows[index + 1] if index + 1 < end else None
        return following is not None and (following[_TAG] == "PROPN" or following[1].lower() in _LINKS)
    return row[_TAG] == "PROPN" and row[_RELATION] in ("nmod", "flat", "compound", "conj")
