"""Which figures the report itself calls old: "an earlier toll of nine", "police had initially put the dead at 20".

A report that corrects a figure still tells it. It stays among the values, behind the one that took its place.
"""

from __future__ import annotations

from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue

RAISING = frozenset({"bring", "raise", "take", "push", "lift"})
"""What is done to a toll where one more dies."""
SUMS = frozenset({"number", "total", "toll", "count", "figure"})

_OLD = frozenset(
    {"earlier", "early", "initial", "previous", "prior", "preliminary", "provisional", "original", "first"}
)
_BEFORE = frozenset({"earlier", "initially", "previously", "originally", "first"})
_FIGURES = frozenset({"toll", "count", "estimate", "figure", "report", "number", "tally", "total", "statement"})
_REVISED = frozenset({"revise", "correct", "raise", "lower", "update", "rise", "climb", "jump", "increase"})
_UP = 6  # steps from a word to what it is told under


def is_superseded(tree: Tree, token: int) -> bool:
    """True for a word of a toll told under an earlier figure or an earlier word of somebody's."""
    for at in [token, *tree.ancestors(token)][:_UP]:
        word = tree.tokens[at]
        figures = [at, *tree.children(at, "nsubj")]  # "an initial estimate spoke of nine dead"
        if any(tree.tokens[i].lemma.lower() in _FIGURES and _put_to(tree, i, "amod", _OLD) for i in figures):
            return True
        if at != token and cue(word.lemma, "VERB") is not None and _put_to(tree, at, "advmod", _BEFORE):
            return True
        if at != token and word.lemma in _REVISED and tree.case_of(token) == "from":
            return True
    return False


def _put_to(tree: Tree, index: int, relation: str, words: frozenset[str]) -> bool:
    return any(tree.tokens[i].text.lower() in words for i in tree.children(index, relation))


def is_added(tree: Tree, index: int) -> bool:
    """True for the one of "a guard died on Friday, raising to eight the number of people killed in that attack"."""
    below = [*tree.children(index, "advcl"), *tree.children(index, "conj")]
    raised = [i for i in below if tree.tokens[i].lemma in RAISING]
    return any(tree.tokens[at].lemma in SUMS for i in raised for at in tree.children(i, "obj"))
