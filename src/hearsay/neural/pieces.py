"""Windows: runs of whole sentences cut into wordpieces, as the model takes them.

A window is `[CLS] sentence [SEP] sentence [SEP] ...`. A sentence too long for one window is given to several, which
overlap; a word of very many pieces (a long address) keeps its first ones. Both are counted, so nothing is cut silently.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tokenizers import Tokenizer

from hearsay.neural.shapes import Shape, shape_of

WINDOW_PIECES = 256  # the longest that the model was trained on
LONGEST_SENTENCE = 320  # pieces; a longer sentence is read in overlapping parts
OVERLAP_PIECES = 96
PIECES_A_WORD = 16
_REMEMBERED_WORDS = 50_000


@dataclass(slots=True, kw_only=True)
class Window:
    """What the model reads at once. `pieces` and `shapes` run in parallel, one a wordpiece.

    `firsts`, `lasts`, `sentences` and `words` run in parallel, one a word: its first and last piece, the index of its
    sentence among those given, and its index within that sentence.
    """

    pieces: list[int] = field(default_factory=list)
    shapes: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    lasts: list[int] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    words: list[int] = field(default_factory=list)


class Packer:
    """Cuts words to pieces and packs sentences into windows; `cut_pieces` and `split_sentences` count what was cut."""

    def __init__(self, tokenizer: Tokenizer) -> None:
        self._tokenizer = tokenizer
        self._known: dict[str, tuple[tuple[int, ...], int]] = {}
        self._start = self._mark("[CLS]")
        self._end = self._mark("[SEP]")
        self._unknown = self._mark("[UNK]")
        self.cut_pieces = 0
        self.split_sentences = 0

    @classmethod
    def load(cls, path: Path) -> Packer:
        """A packer from a `tokenizer.json`; any truncation or padding stored there is left out."""
        tokenizer = Tokenizer.from_file(str(path))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        return cls(tokenizer)

    def _mark(self, text: str) -> int:
        number = self._tokenizer.token_to_id(text)
        if number is None:
            raise ValueError(f"the tokenizer has no {text!r}: not a BERT vocabulary")
        return int(number)

    @property
    def marks(self) -> tuple[int, int]:
        """The pieces that begin a window and end a sentence."""
        return self._start, self._end

    def cut(self, word: str) -> tuple[tuple[int, ...], int]:
        """The word's pieces, at least one and at most `PIECES_A_WORD`, and the number of its shape."""
        known = self._known.get(word)
        if known is not None:
            return known
        found = self._tokenizer.encode(word, add_special_tokens=False).ids or [self._unknown]
        self.cut_pieces += max(0, len(found) - PIECES_A_WORD)
        entry = (tuple(found[:PIECES_A_WORD]), int(shape_of(word)))
        if len(self._known) < _REMEMBERED_WORDS:
            self._known[word] = entry
        return entry

    def knows(self, word: str) -> bool:
        """Whether the word is in the vocabulary as one piece."""
        return self._tokenizer.token_to_id(word) is not None

    def rank(self, word: str) -> int | None:
        """The word's place in the vocabulary, in which the most common come first; None for what it lacks."""
        found = self._tokenizer.token_to_id(word)
        return None if found is None else int(found)

    def pack(self, sentences: Sequence[Sequence[str]], limit: int = WINDOW_PIECES) -> list[Window]:
        """Windows of whole consecutive sentences, of up to `limit` pieces where the sentences are shorter than that."""
        windows: list[Window] = []
        current: Window | None = None
        for index, sentence in enumerate(sentences):
            cuts = [self.cut(word) for word in sentence]
            length = sum(len(pieces) for pieces, _ in cuts) + 1
            if length > LONGEST_SENTENCE:
                self.split_sentences += 1
                windows.extend(self._parts(index, cuts))
                current = None
                continue
            if current is None or len(current.pieces) + length > limit:
                current = self._open()
                windows.append(current)
            self._append(current, index, cuts, 0)
        return windows

    def _open(self) -> Window:
        return Window(pieces=[self._start], shapes=[int(Shape.NONE)])

    def _append(self, window: Window, index: int, cuts: Sequence[tuple[tuple[int, ...], int]], offset: int) -> None:
        for position, (pieces, shape) in enumerate(cuts):
            window.firsts.append(len(window.pieces))
            window.pieces.extend(pieces)
            window.shapes.extend([shape] * len(pieces))
            window.lasts.append(len(window.pieces) - 1)
            window.sentences.append(index)
            window.words.append(offset + position)
        window.pieces.append(self._end)
        window.shapes.append(int(Shape.NONE))

    def _parts(self, index: int, cuts: Sequence[tuple[tuple[int, ...], int]]) -> Iterator[Window]:
        first = 0
        while first < len(cuts):
            last = _reach(cuts, first, LONGEST_SENTENCE)
            window = self._open()
            self._append(window, index, cuts[first:last], first)
            yield window
            if last == len(cuts):
                return
            back = last
            while back > first + 1 and sum(len(pieces) for pieces, _ in cuts[back:last]) < OVERLAP_PIECES:
                back -= 1
            first = back


def _reach(cuts: Sequence[tuple[tuple[int, ...], int]], first: int, limit: int) -> int:
    """The index after the last word that fits, from `first`, into `limit` pieces with the two marks."""
    total, last = 2, first
    while last < len(cuts) and total + len(cuts[last][0]) <= limit:
        total += len(cuts[last][0])
        last += 1
    return max(last, first + 1)
