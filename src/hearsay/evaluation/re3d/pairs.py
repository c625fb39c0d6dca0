"""Pairs of mentions of one sentence, and what may tell how they stand to each other.

The features are of the words, the types and our trees alone, and none is of the encoder's states: the shipped model has
learned from most of re3d's relations, so its states would bring their answers into every fold.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from hearsay.evaluation.re3d.corpus import Named
from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.tree import Tree

_FAR = (0, 1, 2, 3, 5, 8, 12, 18, 26)
_LONGEST_BETWEEN = 4
_CONTENT = frozenset({"VERB", "NOUN", "ADJ", "ADP", "PROPN"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """A mention in its sentence: its tokens, and the one that heads them."""

    named: Named
    first: int
    last: int
    head: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two mentions of a sentence in text order, and the features of the pair."""

    first: Named
    second: Named
    features: frozenset[str]


def pairs(analysis: Analysis, mentions: Sequence[Named]) -> Iterator[Pair]:
    """Every two mentions that a sentence holds."""
    tree = Tree(analysis.tokens)
    for sentence in analysis.sentences:
        ended = ended_in(analysis, sentence, mentions)
        for at, first in enumerate(ended):
            for second in ended[at + 1 :]:
                found = frozenset(_features(tree, sentence, first, second, ended))
                yield Pair(first=first.named, second=second.named, features=found)


def ended_in(analysis: Analysis, sentence: Sentence, mentions: Sequence[Named]) -> list[Ended]:
    """The mentions that lie within a sentence, with their tokens."""
    tree = Tree(analysis.tokens)
    return [one for named in mentions if (one := _ended(tree, sentence, named)) is not None]


def _ended(tree: Tree, sentence: Sentence, named: Named) -> Ended | None:
    if not sentence.span.contains(named.span):
        return None
    inside = [i for i in range(sentence.first, sentence.last) if tree.tokens[i].span.overlaps(named.span)]
    if not inside:
        return None
    held = set(inside)
    tops = [i for i in inside if tree.tokens[i].head not in held and tree.tokens[i].tag != "PUNCT"]
    return Ended(named=named, first=inside[0], last=inside[-1], head=(tops or inside)[0])


def _features(tree: Tree, sentence: Sentence, a: Ended, b: Ended, others: Sequence[Ended]) -> Iterator[str]:
    types = f"{a.named.type}>{b.named.type}"
    yield f"types {types}"
    for told in (*_apart(tree, a, b, others), *_ways(tree, a, b), *_words(tree, sentence, a, b)):
        yield told
        yield f"{types} {told}"


def _apart(tree: Tree, a: Ended, b: Ended, others: Sequence[Ended]) -> Iterator[str]:
    gap = b.first - a.last - 1
    yield "inside" if gap < 0 else f"gap {sum(gap >= far for far in _FAR)}"
    between = [one for one in others if one.first > a.last and one.last < b.first]
    yield f"between {min(len(between), 4)}"
    if gap < 0:
        return
    words = [tree.tokens[i].lemma.lower() for i in range(a.last + 1, b.first)]
    if len(words) <= _LONGEST_BETWEEN:
        yield f"words {' '.join(words)}"
    else:
        yield f"opens {' '.join(words[:2])}"
        yield f"closes {' '.join(words[-2:])}"
    for word in {tree.tokens[i].lemma.lower() for i in range(a.last + 1, b.first) if tree.tokens[i].tag in _CONTENT}:
        yield f"amid {word}"


def _ways(tree: Tree, a: Ended, b: Ended) -> Iterator[str]:
    """The way through the tree from one head to the other."""
    up, top, down = _way(tree, a.head, b.head)
    rising = [tree.tokens[i].relation.split(":")[0] for i in up]
    falling = [tree.tokens[i].relation.split(":")[0] for i in down]
    if len(up) + len(down) <= 6:
        yield f"way {'^'.join(rising)}|{'v'.join(falling)}"
    yield f"way of {min(len(up) + len(down), 7)}"
    if top is not None:
        yield f"top {tree.tokens[top].lemma.lower()}"
        yield f"top {tree.tokens[top].lemma.lower()} {rising[-1:]}{falling[:1]}"
        yield f"ends at {rising[-1:]}{falling[:1]}"
    for at in (*up[1:], *down[:-1]):
        yield f"by way of {tree.tokens[at].lemma.lower()}"
    for name, end in (("a", a.head), ("b", b.head)):
        yield f"case of {name} {tree.case_of(end)}"


def _way(tree: Tree, a: int, b: int) -> tuple[list[int], int | None, list[int]]:
    """The tokens up from `a` below their common head, that head, the tokens from there down to `b`."""
    above_a, above_b = [a, *tree.ancestors(a)], [b, *tree.ancestors(b)]
    shared = next((i for i in above_a if i in above_b), None)
    if shared is None:
        return above_a, None, above_b[::-1]
    return above_a[: above_a.index(shared)], shared, above_b[: above_b.index(shared)][::-1]


def _words(tree: Tree, sentence: Sentence, a: Ended, b: Ended) -> Iterator[str]:
    for name, end in (("a", a), ("b", b)):
        yield f"{name} is {tree.tokens[end.head].lemma.lower()}"
        yield f"{name} {tree.tokens[end.head].tag}"
        yield f"{name} under {tree.tokens[end.head].relation}"
    if a.first > sentence.first:
        yield f"before {tree.tokens[a.first - 1].lemma.lower()}"
    if b.last + 1 < sentence.last:
        yield f"behind {tree.tokens[b.last + 1].lemma.lower()}"
    yield f"alike {_alike(tree, a, b)}"


def _alike(tree: Tree, a: Ended, b: Ended) -> str:
    """Whether one mention shortens, or spells, the other."""
    one, other = (
        [tree.tokens[i].text.lower() for i in range(end.first, end.last + 1) if tree.tokens[i].text[:1].isalnum()]
        for end in (a, b)
    )
    letters = "".join(word[0] for word in one)
    if other and "".join(other) in (letters, letters + "s"):
        return "letters"
    return "shared" if set(one[-1:]) & set(other[-1:]) else "no"
