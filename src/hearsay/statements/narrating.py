"""What the report says in its own words: it is a source like any other, and each of its clauses is its statement.

"Violence has spiralled", "the killers have not been caught", "are thought to be fighting for a state": the rule here
takes each main clause with a subject and a finite verb that nobody else is told to say. Where it turns out to tell of
an incident or of how two actors stand, what it says of them is its statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.document import BlockKind
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.vocabulary.hedges import hedge_of

_UNCLEAR = re.compile(
    r"\b(?:unclear|not (?:immediately |yet )?(?:clear|known)|uncertain|unknown|remains? to be seen|no (?:immediate )?"
    r"(?:claim|word|indication|confirmation)|could not (?:immediately |independently )?be (?:\w+ )?"
    r"(?:verified|confirmed|reached)|(?:not|im)[ -]?possible to (?:immediately |independently )?"
    r"(?:reach|contact|verify|confirm|establish|determine)|(?:no|neither|not one) (?:other )?"
    r"(?:group|organi[sz]ation|faction|one|side|party) (?:has |had |have )?(?:yet |so far |immediately )?"
    r"(?:claimed|accepted|taken|admitted) responsibility|nobody (?:has |had )?(?:yet |so far )?claimed)\b",
    re.IGNORECASE,
)
_SAYING = frozenset({BlockKind.STANDFIRST, BlockKind.BODY})  # a headline sums up what the text below it says
_FEWEST = 4  # words: less is a heading or a caption
_LONGEST = 700  # characters, of the evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrated:
    """A clause that the report says itself. `head` is its predicate; `certainty` a value of `Certainty`; `by` the
    rule."""

    head: int
    span: Span
    negative: bool
    certainty: str
    by: str


def narrated(analysis: Analysis, found: Sequence[Attribution]) -> Iterator[Narrated]:
    """The report's own clauses in text order; `found` are the attributions."""
    clauses = _Clauses(analysis, found)
    for sentence in analysis.sentences:
        if sentence.block in _SAYING and not _asks(analysis, sentence):
            yield from clauses.of(sentence)


class _Clauses:
    def __init__(self, analysis: Analysis, found: Sequence[Attribution]) -> None:
        self._analysis = analysis
        self._tree = Tree(analysis.tokens)
        self._said = frozenset(i for a in found if a.source is not None for i in a.said)
        self._cues = {a.cue_token: a for a in found if a.cue_token is not None}

    def of(self, sentence: Sentence) -> Iterator[Narrated]:
        roots = [i for i in range(sentence.first, sentence.last) if self._is_root(i, sentence)]
        heads = [head for root in roots for head in self._coordinated(root)]
        for head in heads:
            words = self._words(head, heads)
            if self._is_own(head) and len([i for i in words if self._tree.tokens[i].tag != "PUNCT"]) >= _FEWEST:
                span = self._span(words, sentence, alone=len(heads) == 1)
                if len(span) <= _LONGEST:
                    yield self._made(head, span)

    def _is_root(self, index: int, sentence: Sentence) -> bool:
        head = self._tree.tokens[index].head
        return head is None or not sentence.first <= head < sentence.last

    def _coordinated(self, head: int) -> Iterator[int]:
        """A clause and those coordinated with it that have a subject of their own."""
        yield head
        for child in self._tree.children(head, "conj", "parataxis"):
            if self._tree.children(child, "nsubj"):
                yield from self._coordinated(child)

    def _words(self, head: int, heads: Sequence[int]) -> list[int]:
        others = {i for other in heads if other > head for i in self._tree.subtree(other)}
        return [i for i in self._tree.subtree(head) if i not in others]

    def _span(self, words: Sequence[int], sentence: Sentence, *, alone: bool) -> Span:
        """The clause from its first word to its last; the whole sentence where it is all that there is."""
        if alone:
            return sentence.span
        kept = [i for i in words if self._tree.tokens[i].tag not in {"PUNCT", "CCONJ"}]
        return self._tree.span(kept or words)

    def _is_own(self, head: int) -> bool:
        """True for the predicate of a clause that nobody else says."""
        attribution = self._cues.get(head)
        reports = attribution is not None and attribution.source is not None and bool(attribution.said)
        return not reports and head not in self._said and self._is_finite(head)

    def _is_finite(self, head: int) -> bool:
        """True where a predicate has a subject: "were axed", "is a nurse", "there was panic"; not for a caption."""
        tree = self._tree
        verbal = tree.tokens[head].tag in {"VERB", "AUX"} or bool(tree.children(head, "cop", "aux"))
        return verbal and bool(tree.children(head, "nsubj", "csubj", "expl"))

    def _made(self, head: int, span: Span) -> Narrated:
        attribution = self._cues.get(head)
        guess = attribution.cue.certainty if attribution is not None and attribution.cue is not None else None
        is_open = _UNCLEAR.search(self._analysis.document.text, span.start, span.end) is not None
        return Narrated(
            head=head,
            span=span,
            negative=self._tree.is_negated(head) and not is_open,
            certainty="unclear" if is_open else (guess or hedge_of(self._tree, head) or "certain"),
            by="open-question" if is_open else "own-words",
        )


def _asks(analysis: Analysis, sentence: Sentence) -> bool:
    return sentence.span.of(analysis.document.text).rstrip().endswith("?")
