"""Which sentence a token stands in and which tokens a span holds, found without walking the whole report."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from hearsay.records.analysis import Sentence, Token
from hearsay.records.span import Span


class Positions:
    """Looks up sentences and tokens of one analysis, both of which are in text order."""

    __slots__ = ("_ends", "_firsts", "_sentence_ends", "_starts", "sentences")

    def __init__(self, tokens: Sequence[Token], sentences: Sequence[Sentence]) -> None:
        self.sentences = sentences
        self._firsts = [s.first for s in sentences]
        self._sentence_ends = [s.span.end for s in sentences]
        self._starts = [t.span.start for t in tokens]
        self._ends = [t.span.end for t in tokens]

    def number_of(self, index: int) -> int:
        """Which sentence, counted from 0, the token stands in."""
        return bisect_right(self._firsts, index) - 1

    def sentence_of(self, index: int) -> Sentence:
        """The sentence that the token stands in."""
        return self.sentences[self.number_of(index)]

    def tokens_in(self, span: Span) -> range:
        """The tokens, wholly or in part inside the span, of the first sentence that it touches."""
        number = bisect_right(self._sentence_ends, span.start)
        if number == len(self.sentences) or not self.sentences[number].span.overlaps(span):
            return range(0)
        sentence = self.sentences[number]
        first = bisect_right(self._ends, span.start, sentence.first, sentence.last)
        last = bisect_left(self._starts, span.end, sentence.first, sentence.last)
        return range(first, max(first, last))
