"""One analysis with what the coder's features look up: which nouns head phrases, their words, what holds of each."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from hearsay.records.actor import Actor
from hearsay.records.analysis import Analysis, Mention, Token
from hearsay.records.span import Span
from hearsay.records.tree import CLAUSAL, LOOSE, Tree
from hearsay.vocabulary.actors.registry import Registry

_NOMINAL = frozenset({"NOUN", "PROPN", "X"})
_INNER = frozenset({"compound", "flat", "goeswith"})
_BEFORE = frozenset({"compound", "amod", "flat", "advmod", "goeswith"})
_BEFORE_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB", "NUM", "ADV"})
_WORD = re.compile(r"\w")
_CLIMB = 4  # conjuncts: "A, B, C and D were killed" are all what was killed
_ABOVE = 4  # words between a phrase and the word that tells of an incident


def lemma_of(token: Token) -> str:
    """A word's lemma in lower case."""
    return token.lemma.lower()


@cache
def _registry() -> Registry:
    return Registry.load()


class Scene:
    """One analysis with what the features look up."""

    def __init__(self, analysis: Analysis) -> None:
        self.analysis = analysis
        self.tokens = analysis.tokens
        self.tree = Tree(analysis.tokens)
        self.sentence = {
            at: number for number, one in enumerate(analysis.sentences) for at in range(one.first, one.last)
        }
        self.actors: dict[str, Actor] = {actor.id: actor for actor in analysis.actors}
        self.mentions: dict[int, Mention] = {mention.head: mention for mention in analysis.mentions}
        self.fillers: dict[int, set[str]] = defaultdict(set)
        self.kinds: dict[int, set[str]] = defaultdict(set)
        for frame in analysis.frames:
            if frame.act is not None:
                self.kinds[self.sentence.get(frame.token, -1)].add(frame.kind)
                for filler in frame.fillers:
                    mood = "hypothetical" if frame.hypothetical else "negated" if frame.negated else frame.act
                    self.fillers[filler.head] |= {
                        f"filler {filler.role}",
                        f"filler {filler.role} {frame.kind}",
                        f"filler {filler.role} {mood}",
                    }
        self.triggers = {frame.token: frame for frame in analysis.frames if frame.act is not None}
        self.telling: dict[int, set[str]] = defaultdict(set)
        for at, token in enumerate(self.tokens):
            if token.tag in ("VERB", "NOUN"):
                self.telling[self.sentence.get(at, -1)].add(lemma_of(token))

    def is_head(self, index: int) -> bool:
        """True for a noun that heads a phrase, or is a common noun before another: the bomb of a bomb attack."""
        token = self.tokens[index]
        inner = token.relation.split(":")[0] in _INNER
        nominal = token.tag in _NOMINAL and (not inner or self._is_common(index))
        return nominal and index in self.sentence and bool(_WORD.search(token.text))

    def _is_common(self, index: int) -> bool:
        token = self.tokens[index]
        return token.relation == "compound" and token.tag == "NOUN" and token.entity is None

    def body_before(self, index: int) -> Span | None:
        """The name of a body that the registry knows, before the noun of its people: "NT" in "NT fighters"."""
        first, _ = self._core(index)
        for begin in range(first, index):
            span = self.tree.span([begin, index - 1])
            if _registry().knows(" ".join(span.of(self.analysis.document.text).split())):
                return span
        return None

    def of_body(self, index: int) -> Iterator[str]:
        """What holds of a body named before a noun: what its people's phrase hangs on, and what they are called."""
        yield from ("always", "body", f"body of {lemma_of(self.tokens[index])}")
        yield from self._governed(index)
        yield from self.fillers[index]
        number = self.sentence[index]
        yield from (f"sentence {kind}" for kind in self.kinds[number] or {"none"})
        yield from (f"told {word}" for word in self.telling[number])
        yield f"place {min(4, number)}"

    def widths(self, index: int) -> dict[str, Span]:
        """The words of the phrase by width; `core` is always there."""
        first, last = self._core(index)
        span = self.tree.span
        found = {"core": span([first, last])}
        entity = self.tokens[index].entity
        if entity:
            begin = index
            while begin > first and self.tokens[begin - 1].entity == entity:
                begin -= 1
            found["name"] = span([begin, last])
        elif last > first or index > first:
            found["bare"] = span([index, last])
        numbers = [at for child in self.tree.children(index, "nummod") for at in self.tree.subtree(child) if at < first]
        if numbers:
            found["counted"] = span([min(numbers), last])
        owners = [
            at for child in self.tree.children(index, "nmod:poss") for at in self.tree.subtree(child) if at < first
        ]
        if owners:
            found["owned"] = span([min(owners), last])
        behind = [
            at
            for child in self.tree.children(index, "nmod")
            if child > index
            for at in self.tree.subtree(child, CLAUSAL | LOOSE)
        ]
        if behind and min(behind) > last:
            found["phrase"] = span([first, max(behind)])
            if numbers:
                found["counted phrase"] = span([min(numbers), max(behind)])
        return found

    def _core(self, index: int) -> tuple[int, int]:
        last = index
        while last + 1 < len(self.tokens) and self._goes_on(last + 1, index):
            last += 1
        first = index
        while first > 0 and self._stands_before(first - 1, first, last):
            first -= 1
        while first < index and self.tokens[first].tag == "PUNCT":
            first += 1
        return first, last

    def _goes_on(self, at: int, index: int) -> bool:
        token = self.tokens[at]
        head = token.head
        return token.relation.split(":")[0] == "flat" and head is not None and index in (head, self.tokens[head].head)

    def _stands_before(self, at: int, first: int, last: int) -> bool:
        token = self.tokens[at]
        if token.tag == "PUNCT":
            before = self.tokens[at - 1].head if at else None
            return token.text == "-" and before is not None and at <= before <= last
        relation = token.relation
        inner = relation.split(":")[0] in _BEFORE or relation in ("nmod:desc", "nmod:unmarked")
        return inner and token.tag in _BEFORE_TAGS and token.head is not None and first <= token.head <= last

    def features(self, index: int, core: Span) -> Iterator[str]:
        """What holds at one mention."""
        token = self.tokens[index]
        head = lemma_of(token)
        yield "always"
        yield from (f"head {head}", f"tag {token.tag}", f"entity {token.entity}")
        first, last = self._core(index)
        yield from (f"with {lemma_of(self.tokens[at])}" for at in range(first, last + 1) if at != index)
        yield from self._governed(index)
        for child in self.tree.children(index, "nmod", "acl", "appos", "amod", "nummod"):
            yield f"below {self.tokens[child].relation} {lemma_of(self.tokens[child])}"
        yield from self.fillers[index]
        yield from self._around(index, first, last, head)
        actor = self.actors.get(self.mentions[index].actor) if index in self.mentions else None
        if actor is not None:
            yield from (f"actor {actor.kind}", f"registered {actor.registry_id is not None}")
            yield f"actor {actor.kind} {token.relation}"

    def of_pronoun(self, index: int) -> Iterator[str]:
        """What holds at a pronoun: what it hangs on and fills, not its own words."""
        yield from self._governed(index)
        yield from self.fillers[index]

    def _governed(self, index: int) -> Iterator[str]:
        """What the phrase hangs on, seen from the first of the conjuncts that it is one of."""
        at = self._first_conjunct(index)
        relation, head = self.tokens[at].relation, self.tokens[at].head
        if at != index:
            yield "conjunct"
        if head is None:
            yield "root"
            return
        case = self.tree.case_of(index) or self.tree.case_of(at) or ""
        governor, lemma = self.tokens[head], lemma_of(self.tokens[head])
        passive = any(self.tokens[child].relation.endswith(":pass") for child in self.tree.children(head))
        yield from (f"relation {relation}", f"relation {relation} {passive} {case}", f"governor {lemma}")
        yield from (
            f"governor {relation} {case} {lemma}",
            f"governor {relation} {case} {lemma} {self.tokens[index].entity}",
        )
        if governor.head is not None:
            top = lemma_of(self.tokens[governor.head])
            yield from (
                f"above {governor.relation} {top}",
                f"above {relation} {case} {governor.relation} {top}",
            )
        if governor.level is not None:
            yield f"firmly {round(governor.level)}"
        yield from self._told_above(index)
        for child in self.tree.children(head, "nsubj", "obj", "obl"):
            if child != at:
                yield f"beside {relation} {self.tokens[child].relation.split(':')[0]} {lemma_of(self.tokens[child])}"

    def _told_above(self, index: int) -> Iterator[str]:
        """The way up to the nearest word that tells of an incident."""
        way = [self.tokens[index].relation.split(":")[0]]
        for at in list(self.tree.ancestors(index))[:_ABOVE]:
            frame = self.triggers.get(at)
            if frame is not None:
                yield f"up {'>'.join(way)} {frame.kind}"
                yield f"up {'>'.join(way)} {lemma_of(self.tokens[at])}"
                break
            way.append(self.tokens[at].relation.split(":")[0])

    def _first_conjunct(self, index: int) -> int:
        at = index
        for _ in range(_CLIMB):
            head = self.tokens[at].head
            if self.tokens[at].relation != "conj" or head is None:
                break
            at = head
        return at

    def _around(self, index: int, first: int, last: int, head: str) -> Iterator[str]:
        number = self.sentence[index]
        token = self.tokens[index]
        for kind in self.kinds[number] or {"none"}:
            yield from (
                f"sentence {kind}",
                f"sentence {kind} {head}",
                f"sentence {kind} {token.entity} {token.relation}",
            )
        yield from (f"told {word}" for word in self.telling[number])
        for step in (-2, -1, 1, 2):
            if 0 <= index + step < len(self.tokens):
                yield f"word {step} {self.tokens[index + step].text.lower()}"
        if first > 0:
            yield f"before {self.tokens[first - 1].text.lower()}"
        if last + 1 < len(self.tokens):
            yield f"behind {self.tokens[last + 1].text.lower()}"
        yield f"place {min(4, number)}"
