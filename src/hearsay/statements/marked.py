"""Attributions that the model marks and no rule of syntax finds: its cue, the source and content beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Sentence
from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.vocabulary.cues import Cue, cue

_FEWEST = 3
"""A stretch of fewer words is left alone: the model marks many a stray word."""


def with_marked(tree: Tree, sentence: Sentence, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attributions of a sentence that only the model sees."""
    taken = {i for a in found for i in a.said} | {a.cue_token for a in found}
    for run in _runs(tree, sentence, "content"):
        free = [i for i in run if i not in taken and tree.tokens[i].tag != "PUNCT"]
        if len(free) < _FEWEST or 2 * len(free) < len(run):
            continue
        near = [i for i in _marked(tree, sentence, "cue") if i not in taken and i not in run]
        near = [i for i in near if _reports(tree, i)]
        if not near:
            continue
        verb = min(near, key=lambda i: min(abs(i - run[0]), abs(i - run[-1])))
        source = _source(tree, sentence, verb, set(run))
        if source is None:
            continue
        taken |= {*run, verb}
        yield Attribution(
            source=source,
            cue_token=verb,
            cue=_cue_at(tree, verb),
            content=frozenset(i for i in run if i != source),
            by="attribution:reader",
        )


def _reports(tree: Tree, index: int) -> bool:
    return tree.tokens[index].tag in {"VERB", "NOUN"}


def _cue_at(tree: Tree, index: int) -> Cue:
    token = tree.tokens[index]
    known = cue(token.lemma, token.tag)
    return known or Cue(lemma=token.lemma.lower(), tag=token.tag, force="say", certainty="certain")


def _source(tree: Tree, sentence: Sentence, verb: int, content: set[int]) -> int | None:
    """The head of the marked source nearest to the cue."""
    runs = [r for r in _runs(tree, sentence, "source") if not content.issuperset(r)]
    if not runs:
        return None
    run = min(runs, key=lambda r: min(abs(r[0] - verb), abs(r[-1] - verb)))
    return next((i for i in run if tree.tokens[i].head not in run and tree.tokens[i].tag != "PUNCT"), run[0])


def _marked(tree: Tree, sentence: Sentence, layer: str) -> list[int]:
    return [i for i in range(sentence.first, sentence.last) if layer in tree.tokens[i].marks]


def _runs(tree: Tree, sentence: Sentence, layer: str) -> list[list[int]]:
    """The unbroken stretches of tokens with the mark."""
    runs: list[list[int]] = []
    for index in _marked(tree, sentence, layer):
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    return runs
