"""Who says what, from gold trees and PropBank frames: the layers source, cue and content (BIO each).

A cue is a verb of saying or believing with its auxiliaries, or "according to". Source and content come from PropBank's
ARG0 and ARG1 where a sentence has frames, else from the gold tree: the subject, and the clause that the verb governs or
interrupts. Content keeps its quotation marks. Layers are separate, so that a source may stand inside another's content.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from hearsay.training.corpora.conllu import Sentence
from hearsay.training.corpora.spans import tag_spans
from hearsay.training.examples import Label

_SPEAKING = frozenset(
    "accuse acknowledge add admit advise allege announce answer argue ask assert assure blame charge claim comment"
    " complain concede conclude confess confirm contend cite declare deny describe disclose emphasise emphasize"
    " estimate explain hint imply indicate inform insist maintain mention note notify predict proclaim promise"
    " pledge quote recall recount reiterate remark reply report respond reveal say state stress suggest swear tell"
    " testify threaten urge vow warn write believe doubt expect fear hope suspect think".split()
)
_OTHER_SENSES = frozenset(("add.02", "add.03", "answer.01", "charge.01", "indicate.02", "maintain.01", "promise.02"))
_QUOTES = frozenset(('"', "“", "”", "''", "``", "‘", "’", "'"))
_LEMMA, _TAG, _HEAD, _RELATION = 2, 3, 6, 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One PropBank frame: the predicate's index, its sense, and its arguments as (role, start, end)."""

    predicate: int
    sense: str
    arguments: tuple[tuple[str, int, int], ...]


Frames = Mapping[str, tuple[Frame, ...]]
Said = tuple[set[int], set[int], set[int]]


def read_frames(path: Path) -> Frames:
    """PropBank frames by UD sentence id."""
    frames: dict[str, tuple[Frame, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        stored = json.loads(line)
        frames[stored["sent_id"]] = tuple(
            Frame(
                predicate=frame["pred"],
                sense=frame["roleset"],
                arguments=tuple((role, start, end) for role, start, end in frame["args"]),
            )
            for frame in stored["frames"]
        )
    return frames


def attribution(sentence: Sentence, frames: Sequence[Frame] | None) -> dict[str, list[Label]]:
    """The three layers of a sentence; without `frames` everything is taken from its tree."""
    tree = _Tree(sentence)
    marked: Said = (set(), set(), set())
    by_predicate = {frame.predicate: frame for frame in frames or ()}
    for index, row in enumerate(sentence.rows):
        if row[_LEMMA].lower() == "according" or row[1].lower() == "according":
            said = tree.according(index)
        elif row[_TAG] == "VERB" and row[_LEMMA].lower() in _SPEAKING:
            frame = by_predicate.get(index)
            said = tree.framed(index, frame) if frame else tree.governed(index) if frames is None else None
        else:
            said = None
        # Who says something that is not told here ("he said so") is no attribution.
        if said and said[2]:
            for layer, words in zip(marked, said, strict=True):
                layer.update(words)
    names = ("source", "cue", "content")
    return {name: _layer(len(sentence.rows), layer, name.upper()) for name, layer in zip(names, marked, strict=True)}


def _layer(length: int, words: set[int], kind: str) -> list[Label]:
    return tag_spans(length, ((start, end, kind) for start, end in _runs(sorted(words))))


class _Tree:
    """A gold sentence with its children at hand."""

    def __init__(self, sentence: Sentence) -> None:
        self.rows = sentence.rows
        self.children: list[list[int]] = [[] for _ in self.rows]
        for index, row in enumerate(self.rows):
            if row[_HEAD] != "0":
                self.children[int(row[_HEAD]) - 1].append(index)

    def below(self, index: int, without: int | None = None) -> set[int]:
        """The words of a subtree, perhaps without one of its branches."""
        words, waiting = set[int](), [index]
        while waiting:
            here = waiting.pop()
            if here != without:
                words.add(here)
                waiting.extend(self.children[here])
        return words

    def according(self, index: int) -> Said | None:
        """ "According to SOURCE, CONTENT"."""
        head = int(self.rows[index][_HEAD]) - 1
        clause = int(self.rows[head][_HEAD]) - 1
        if head < 0 or clause < 0 or self.rows[index][_RELATION] not in ("case", "mark"):
            return None
        cue = {index, *(child for child in self.children[index] if self.rows[child][_RELATION] == "fixed")}
        cue |= {other for other in self.children[head] if other == index + 1 and self.rows[other][1].lower() == "to"}
        source = self._trimmed(self.below(head) - cue)
        content = self._trimmed(self.below(clause, without=head))
        return source, cue, content

    def framed(self, index: int, frame: Frame) -> Said | None:
        """Source and content of a reporting verb's frame."""
        if frame.sense in _OTHER_SENSES:
            return None
        source, content = set[int](), set[int]()
        for role, start, end in frame.arguments:
            if role == "ARG0":
                source.update(range(start, end))
            elif role in ("ARG1", "C-ARG1") or (role == "ARG2" and self._is_clause(start, end)):
                content.update(range(start, end))
        source -= {word for word in source if self.rows[word][1].lower() == "by" and word == min(source)}
        if len(content) < 2 and not any(self.rows[word][_TAG] in ("VERB", "NOUN", "PROPN") for word in content):
            return None
        return self._trimmed(source), self._cue(index), self._quoted(content - source - {index})

    def governed(self, index: int) -> Said | None:
        """Source and content of a reporting verb by its place in the tree."""
        row = self.rows[index]
        relations = {self.rows[child][_RELATION]: child for child in self.children[index]}
        subject = relations.get("nsubj", relations.get("obl:agent"))
        source = self.below(subject) if subject is not None else set[int]()
        content = set[int]()
        if "ccomp" in relations:
            content = self.below(relations["ccomp"])
        elif row[_RELATION] == "parataxis" and row[_HEAD] != "0":
            content = self.below(int(row[_HEAD]) - 1, without=index)
        elif "parataxis" in relations:
            content = self.below(relations["parataxis"])
        elif "xcomp" in relations:
            content = self.below(relations["xcomp"])
        source -= {word for word in source if self.rows[word][1].lower() == "by" and word == min(source)}
        return (self._trimmed(source), self._cue(index), self._quoted(self._trimmed(content))) if content else None

    def _cue(self, index: int) -> set[int]:
        cue = {index}
        for child in self.children[index]:
            if self.rows[child][_RELATION].startswith("aux") or self.rows[child][_LEMMA] == "not":
                cue.add(child)
        return {word for word in cue if all(other in cue for other in range(word, index))}

    def _is_clause(self, start: int, end: int) -> bool:
        return any(
            self.rows[word][_RELATION] in ("ccomp", "advcl") and not start <= int(self.rows[word][_HEAD]) - 1 < end
            for word in range(start, end)
        )

    def _trimmed(self, words: set[int]) -> set[int]:
        kept = set(words)
        while kept and self.rows[min(kept)][_TAG] == "PUNCT" and self.rows[min(kept)][1] not in _QUOTES:
            kept.remove(min(kept))
        while kept and self.rows[max(kept)][_TAG] == "PUNCT" and self.rows[max(kept)][1] not in _QUOTES:
            kept.remove(max(kept))
        return kept

    def _quoted(self, words: set[int]) -> set[int]:
        """With the quotation marks around it, and the commas and marks inside."""
        kept = set(words)
        for start, end in _runs(sorted(words)):
            if start and self.rows[start - 1][1] in _QUOTES:
                kept.add(start - 1)
            for mark in range(end, min(end + 2, len(self.rows))):
                if self.rows[mark][1] in _QUOTES and (mark == end or self.rows[end][1] in (",", ".", "?", "!")):
                    kept.update(range(end, mark + 1))
                    break
        return kept


def _runs(words: Sequence[int]) -> Iterator[tuple[int, int]]:
    start = 0
    for place, word in enumerate(words):
        if place + 1 == len(words) or words[place + 1] != word + 1:
            yield words[start], word + 1
            start = place + 1
