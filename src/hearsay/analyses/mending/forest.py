"""The trees of a report while they are mended: words whose heads and relations may still change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.analysis import Sentence, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})


class Forest:
    """The tokens of all sentences, which rules hang elsewhere; indexes are those of `Analysis.tokens`."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)

    def children(self, index: int, sentence: Sentence, *relations: str) -> list[int]:
        """Dependents inside the sentence, in text order; with `relations`, those whose universal part is listed."""
        inside = range(sentence.first, sentence.last)
        below = [i for i in inside if self.tokens[i].head == index]
        return below if not relations else [i for i in below if self.tokens[i].relation.split(":")[0] in relations]

    def attach(self, index: int, head: int | None, relation: str) -> None:
        """Hangs a token elsewhere; where that would close a ring, the tree stays as the parser made it."""
        if head is not None and self.hangs_below(head, index):
            return
        self.tokens[index] = replace(self.tokens[index], head=head, relation=relation)

    def hangs_below(self, index: int, above: int) -> bool:
        """True for a token below another one, or the same."""
        at: int | None = index
        while at is not None:
            if at == above:
                return True
            at = self.tokens[at].head
        return False

    def top(self, index: int, sentence: Sentence) -> int:
        """The head of the noun phrase that ends with a token."""
        at = index
        while self.tokens[at].relation.split(":")[0] in {"flat", "compound", "case", "fixed"}:
            head = self.tokens[at].head
            if head is None or not sentence.first <= head < sentence.last:
                break
            at = head
        return at

    def start(self, head: int, sentence: Sentence) -> int:
        """The first token of a head's own phrase: its determiners, adjectives, possessors and names before it."""
        before = [head]
        stack = [head]
        while stack:
            at = stack.pop()
            for child in self.children(at, sentence, "det", "amod", "compound", "nmod", "flat", "nummod", "case"):
                if child < head and child not in before:
                    before.append(child)
                    stack.append(child)
        first = head
        while first - 1 in before:
            first -= 1
        return first
