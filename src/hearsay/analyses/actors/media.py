"""The names of news agencies, newspapers and stations in a report's text, which speak as others do.

A listed name counts where it speaks, is spoken to, or is called what it is; "Dawn" and "Time" are words too. A name
that no list has counts where a word for a medium stands beside it: "Ecclesia radio", "the newspaper Liberation".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Sentence
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.outlets import outlet_named

MEDIA_NOUNS = frozenset(
    """newspaper daily weekly magazine radio television tv station broadcaster channel agency newswire website paper
    tabloid""".split()
)
_OWN_WORDS = frozenset({"Radio", "Televisión", "Television", "TV"})
"""What a station's own name begins with."""
_PEOPLE = frozenset("correspondent reporter journalist photographer cameraman editor tally".split())
_SPOKEN_TO = frozenset("tell inform speak talk phone telephone call contact".split())
_LONGEST = 5  # words of a name


class Media:
    """Finds the names of media of one analysis."""

    def __init__(self, text: str, tree: Tree) -> None:
        self._text = text
        self._tree = tree

    def names(self, sentences: Sequence[Sentence]) -> Iterator[Span]:
        """The spans of the names, in text order; a word for the medium right behind a name that no list has is part of
        it."""
        for sentence in sentences:
            index = sentence.first
            while index < sentence.last:
                last = self._from(index, sentence)
                if last is not None:
                    yield self._tree.span([index, last])
                index = index + 1 if last is None else last + 1

    def _from(self, first: int, sentence: Sentence) -> int | None:
        """The last token of the name that begins at a token."""
        tokens = self._tree.tokens
        if not tokens[first].text[:1].isupper():
            return None
        for last in range(min(first + _LONGEST, sentence.last) - 1, first - 1, -1):
            listed = outlet_named(self._tree.span([first, last]).of(self._text)) is not None
            if listed and tokens[last].tag != "PUNCT" and self._counts(first, last, sentence):
                return last
        return self._unlisted(first, sentence)

    def _unlisted(self, first: int, sentence: Sentence) -> int | None:
        tokens = self._tree.tokens
        last = first
        while last + 1 < sentence.last and self._is_named(last + 1):
            last += 1
        named = self._is_named(first)
        if named and tokens[first].text in _OWN_WORDS and last > first:
            return last
        if not named or last - first >= _LONGEST or first == sentence.first == last:
            return None
        if last + 1 < sentence.last and tokens[last + 1].text in {"radio", "television", "newspaper"}:
            behind = tokens[last + 2].text if last + 2 < sentence.last else "."
            return last + 1 if behind not in {"station", "stations", "reporter", "reporters"} else None
        before = tokens[first - 1].text if first > sentence.first else ""
        return last if before in {"newspaper", "magazine", "broadcaster"} else None

    def _is_named(self, index: int) -> bool:
        token = self._tree.tokens[index]
        return token.tag == "PROPN" and token.text[:1].isupper() and token.entity != "LOC"

    def _counts(self, first: int, last: int, sentence: Sentence) -> bool:
        """True where the words are used as a medium's name."""
        tree, tokens = self._tree, self._tree.tokens
        if last + 1 < sentence.last and tree.is_relation(last + 1, "flat") and tokens[last + 1].tag == "PROPN":
            return False  # the "P.L." of "P.L. Gupta"
        beside = [i for i in (first - 1, first - 2, last + 1, last + 2) if sentence.first <= i < sentence.last]
        if any(tokens[i].lemma.lower() in MEDIA_NOUNS | _PEOPLE for i in beside):
            return True
        head = next((i for i in range(first, last + 1) if not first <= (tokens[i].head or -1) <= last), None)
        if head is None:
            return False
        above = tokens[head].head
        case = tree.case_of(head) or ""
        if case.startswith("according") or (above is not None and tokens[above].text.lower() == "according"):
            return True
        if above is None:
            return False
        if tree.is_relation(head, "nsubj"):
            return cue(tokens[above].lemma, tokens[above].tag) is not None
        if tree.is_relation(head, "obj", "iobj", "obl"):
            return tokens[above].lemma in _SPOKEN_TO or (
                case in {"by", "to"} and cue(tokens[above].lemma, tokens[above].tag) is not None
            )
        return False


def without_medium(name: str) -> str:
    """ "Ecclesia" of "Ecclesia radio"; the name itself where no word for a medium ends it."""
    rest, _, last = name.rpartition(" ")
    return rest if rest and last in MEDIA_NOUNS else name
