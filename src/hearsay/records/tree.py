"""Walking the dependency trees of an analysis: what stands below a word, and which words a phrase is made of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Token
from hearsay.records.span import Span

CLAUSAL = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "ccomp", "csubj", "advcl:relcl"})
"""Relations that open a clause of their own: a noun phrase ends where one of these begins."""
LOOSE = frozenset({"appos", "punct", "dep", "discourse", "conj", "cc", "list", "vocative"})
"""Relations that hang beside a phrase and are not part of its name."""
PREDICATE = frozenset({"nsubj", "cop", "aux", "mark", "expl", "orphan"})
"""Relations of a noun as the predicate of a clause: they are the clause's, not the noun's."""


class Tree:
    """The trees of all sentences of one analysis; indexes are those of `Analysis.tokens`."""

    __slots__ = ("_children", "tokens")

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        children: list[list[int]] = [[] for _ in tokens]
        for index, token in enumerate(tokens):
            if token.head is not None:
                children[token.head].append(index)
        self._children = children

    def children(self, index: int, *relations: str) -> list[int]:
        """Dependents in text order; with `relations`, those whose relation (or its part before `:`) is listed."""
        below = self._children[index]
        if not relations:
            return list(below)
        return [i for i in below if self.is_relation(i, *relations)]

    def is_relation(self, index: int, *relations: str) -> bool:
        """True when the token's relation, or its universal part, is one of `relations`."""
        relation = self.tokens[index].relation
        return relation in relations or relation.split(":")[0] in relations

    def first(self, index: int, *relations: str) -> int | None:
        """The first dependent with one of the relations."""
        return next(iter(self.children(index, *relations)), None)

    def subtree(self, index: int, without: frozenset[str] = frozenset()) -> list[int]:
        """The token and all below it in text order, leaving out branches whose relation is in `without`."""
        found: list[int] = []
        stack = [index]
        while stack:
            at = stack.pop()
            found.append(at)
            stack.extend(
                i
                for i in self._children[at]
                if self.tokens[i].relation not in without and self.tokens[i].relation.split(":")[0] not in without
            )
        return sorted(found)

    def ancestors(self, index: int) -> Iterator[int]:
        """The heads above a token, nearest first."""
        head = self.tokens[index].head
        while head is not None:
            yield head
            head = self.tokens[head].head

    def path_up(self, index: int, *relations: str) -> int:
        """Climbs from a token while its relation is one of `relations`; the last token reached."""
        at = index
        while self.is_relation(at, *relations):
            head = self.tokens[at].head
            if head is None:
                break
            at = head
        return at

    def conjuncts(self, index: int) -> list[int]:
        """The token and those coordinated below it: "A, B and C" gives all three from A."""
        return [index, *(i for child in self.children(index, "conj") for i in self.conjuncts(child))]

    def phrase(self, index: int) -> Span:
        """The noun phrase of a head: its tokens around it without gaps, up to the first clause or apposition."""
        keep = set(self.subtree(index, CLAUSAL | LOOSE | PREDICATE)) | {index}
        first, last = index, index
        while first - 1 in keep or self._bridges(first - 1, keep, -1):
            first -= 1
        while last + 1 in keep or self._bridges(last + 1, keep, 1):
            last += 1
        while first < index and self._opens(first, index):
            first += 1
        while last > index and self.tokens[last].tag in {"PUNCT", "ADP", "CCONJ"} and self.tokens[last].text != "'s":
            last -= 1
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def _opens(self, first: int, index: int) -> bool:
        """True for the preposition (all of "according to"), conjunction or mark that a phrase hangs on by."""
        own = self.tokens[first].head == index and self.is_relation(first, "case", "cc", "punct", "mark")
        return own or self.tokens[first].relation == "fixed"

    def _bridges(self, index: int, keep: set[int], step: int) -> bool:
        """True for a hyphen, quote or comma inside a phrase, with the phrase going on right behind it."""
        inside = 0 <= index < len(self.tokens) and self.tokens[index].tag == "PUNCT"
        return inside and index + step in keep and self.tokens[index].text not in {".", ";", ":", ","}

    def span(self, indexes: Sequence[int]) -> Span:
        """From the first to the last of the tokens."""
        return Span(self.tokens[min(indexes)].span.start, self.tokens[max(indexes)].span.end)

    def case_of(self, index: int) -> str | None:
        """The preposition of a nominal ("in", "according to"), lower case, or None."""
        marks = self.children(index, "case")
        if not marks:
            return None
        words = [marks[0], *self.children(marks[0], "fixed")]
        return " ".join(self.tokens[i].text.lower() for i in words)

    def is_negated(self, index: int) -> bool:
        """True when the token's own clause says no: not, n't, never, no, neither, nobody."""
        for child in self._children[index]:
            token = self.tokens[child]
            if token.lemma in {"not", "n't", "never", "no", "neither", "nor"} and token.relation in {
                "advmod",
                "det",
                "cc",
                "cc:preconj",
                "advmod:neg",
            }:
                return True
            if self.is_relation(child, "nsubj", "obj") and (
                token.lemma in {"nobody", "none", "nothing"}
                or any(self.tokens[c].lemma.lower() in {"no", "neither"} for c in self._children[child])
            ):
                return True
        return False

    def is_denied(self, verb: int) -> bool:
        """True for a negated verb, and for one that shares another's negation: "did not confirm or deny"."""
        if self.is_negated(verb):
            return True
        head = self.tokens[verb].head
        if head is None or self.tokens[verb].relation != "conj" or self.children(verb, "nsubj"):
            return False
        linked = {self.tokens[i].lemma.lower() for i in self.children(verb, "cc")}
        before = {self.tokens[i].lemma.lower() for i in self.children(head, "cc:preconj", "cc", "advmod", "det")}
        return bool(linked & {"or", "nor"}) and (self.is_negated(head) or "neither" in before)
