"""The noun phrases of a report that could fill a slot, and what the reading says about each: features for the coder.

A candidate is what a report names in the same words: its mentions are the heads of noun phrases, its features what
holds at any of them. The words come in three widths, because MUC-4 wants names bare, descriptions with their
adjectives and some things with what they are of: `name` (the words that the reader takes for a name), `core` (with the
modifiers before it, no article and no number), `phrase` (with a following "of ...").
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache

from hearsay.evaluation.muc4.modern import normalised
from hearsay.records.actor import Actor
from hearsay.records.analysis import Analysis, Mention, MentionForm, Token
from hearsay.records.span import Span
from hearsay.records.tree import CLAUSAL, LOOSE, Tree
from hearsay.vocabulary.actors.registry import Registry

_NOMINAL = frozenset({"NOUN", "PROPN", "X"})
_INNER = frozenset({"compound", "flat", "goeswith"})
_BEFORE = frozenset({"compound", "amod", "flat", "advmod", "goeswith"})
_BEFORE_TAGS = frozenset({"NOUN", "PROPN", "ADJ", "X", "VERB", "NUM", "ADV"})
_WORD = re.compile(r"\w")
_CLIMB = 4  # conjuncts: "A, B, C and D were killed" are all what was killed


@dataclass(slots=True, kw_only=True)
class Candidate:
    """What a report names: its words by width, the heads of its mentions (indexes of tokens), its features."""

    key: str
    heads: list[int] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    widths: dict[str, Counter[Span]] = field(default_factory=dict)
    actor: str | None = None

    def span(self, *widths: str) -> Span | None:
        """The words in the first of these widths that it has; of several the longest that is not rarer."""
        for width in widths:
            if self.widths.get(width):
                return max(self.widths[width].items(), key=lambda one: (len(one[0]), -one[0].start))[0]
        return None


def words(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(text).split())


def candidates(analysis: Analysis) -> list[Candidate]:
    """The candidates of a report, in the order of their first mention."""
    scene = _Scene(analysis)
    found: dict[str, Candidate] = {}
    for index in range(len(analysis.tokens)):
        if scene.is_head(index):
            widths = scene.widths(index)
            named = analysis.tokens[index].entity == "PER" and "name" in widths
            key = normalised(widths["name" if named else "core"].of(analysis.document.text))
            if len(key) > 1:
                _add(found.setdefault(key, Candidate(key=key)), scene, index, widths)
            body = scene.body_before(index)
            if body is not None:
                _add_body(found, scene, index, body)
    _add_pronouns(found.values(), scene)
    _add_ranks(found.values(), scene)
    for one in found.values():
        one.features |= {f"mentions {min(len(one.heads), 4)}", f"words {len(one.key.split())}"}
    return list(found.values())


def _add(candidate: Candidate, scene: _Scene, index: int, widths: Mapping[str, Span]) -> None:
    candidate.heads.append(index)
    candidate.features.update(scene.features(index, widths["core"]))
    for width, span in widths.items():
        candidate.widths.setdefault(width, Counter())[span] += 1
    mention = scene.mentions.get(index)
    candidate.actor = candidate.actor or (mention.actor if mention else None)


def _add_body(found: dict[str, Candidate], scene: _Scene, index: int, body: Span) -> None:
    key = normalised(body.of(scene.analysis.document.text))
    candidate = found.setdefault(key, Candidate(key=key))
    candidate.heads.append(index - 1)
    candidate.features.update(scene.of_body(index))
    for width in ("core", "name"):
        candidate.widths.setdefault(width, Counter())[body] += 1
    mention = scene.mentions.get(index)
    candidate.actor = candidate.actor or (mention.actor if mention else None)


def _add_pronouns(found: Iterable[Candidate], scene: _Scene) -> None:
    """What holds of a pronoun holds of whom it means: "he was killed"."""
    by_actor = {one.actor: one for one in found if one.actor is not None}
    for at, mention in scene.mentions.items():
        candidate = by_actor.get(mention.actor)
        if mention.form is MentionForm.PRONOUN and candidate is not None and at in scene.sentence:
            candidate.features.update(scene.of_pronoun(at))


def _add_ranks(found: Iterable[Candidate], scene: _Scene) -> None:
    """How a candidate stands to the others: which of the groups or forces it is by mentions, where it comes first."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for actor in sorted(scene.actors.values(), key=lambda one: -len(one.mentions)):
        kinds[actor.kind].append(actor.id)
    for one in found:
        one.features.add(f"first {min(9, scene.sentence[one.heads[0]])}")
        known = scene.actors.get(one.actor or "")
        if known is not None:
            rank = kinds[known.kind].index(known.id)
            registered = known.registry_id is not None
            one.features |= {
                f"rank {known.kind} {min(rank, 3)}",
                f"rank {known.kind} {min(rank, 3)} of {min(len(kinds[known.kind]), 4)}",
                f"rank {known.kind} {min(rank, 3)} {registered}",
                f"mentions {known.kind} {min(len(known.mentions), 6)}",
                f"proper {known.kind} {one.widths.get('name') is not None} {registered}",
            }


def report_features(analysis: Analysis) -> set[str]:
    """What a report is about: its verbs and nouns, and the kinds of what the reading says happened."""
    found = {f"word {_lemma(token)}" for token in analysis.tokens if token.tag in ("VERB", "NOUN")}
    return found | {"always"} | {f"kind {frame.kind}" for frame in analysis.frames if frame.act is not None}


def _lemma(token: Token) -> str:
    return token.lemma.lower()


@cache
def _registry() -> Registry:
    return Registry.load()


class _Scene:
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
        self.telling: dict[int, set[str]] = defaultdict(set)
        for at, token in enumerate(self.tokens):
            if token.tag in ("VERB", "NOUN"):
                self.telling[self.sentence.get(at, -1)].add(_lemma(token))

    def is_head(self, index: int) -> bool:
        """True for a noun that heads a phrase of its own."""
        token = self.tokens[index]
        nominal = token.tag in _NOMINAL and token.relation.split(":")[0] not in _INNER
        return nominal and index in self.sentence and bool(_WORD.search(token.text))

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
        yield from ("always", "body", f"body of {_lemma(self.tokens[index])}")
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
        behind = [
            at
            for child in self.tree.children(index, "nmod")
            if child > index
            for at in self.tree.subtree(child, CLAUSAL | LOOSE)
        ]
        if behind and min(behind) > last:
            found["phrase"] = span([first, max(behind)])
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
        head = _lemma(token)
        yield "always"
        yield from (f"head {head}", f"tag {token.tag}", f"entity {token.entity}")
        first, last = self._core(index)
        yield from (f"with {_lemma(self.tokens[at])}" for at in range(first, last + 1) if at != index)
        yield from self._governed(index)
        for child in self.tree.children(index, "nmod", "acl", "appos", "amod", "nummod"):
            yield f"below {self.tokens[child].relation} {_lemma(self.tokens[child])}"
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
        governor, lemma = self.tokens[head], _lemma(self.tokens[head])
        passive = any(self.tokens[child].relation.endswith(":pass") for child in self.tree.children(head))
        yield from (f"relation {relation}", f"relation {relation} {passive} {case}", f"governor {lemma}")
        yield from (
            f"governor {relation} {case} {lemma}",
            f"governor {relation} {case} {lemma} {self.tokens[index].entity}",
        )
        if governor.head is not None:
            top = _lemma(self.tokens[governor.head])
            yield from (
                f"above {governor.relation} {top}",
                f"above {relation} {case} {governor.relation} {top}",
            )
        for child in self.tree.children(head, "nsubj", "obj", "obl"):
            if child != at:
                yield f"beside {relation} {self.tokens[child].relation.split(':')[0]} {_lemma(self.tokens[child])}"

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
