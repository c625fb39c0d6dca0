"""Attitudes: what somebody wants, plans, supports or knows, without saying it.

They are nobody's statements, so the stage leaves them out; corpora of attribution count them with speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Analysis, Token
from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.statements.sources import source_of
from hearsay.vocabulary.cues import Cue, attitudes


def attitudes_held(analysis: Analysis, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attitudes of a report beside the attributions `found` in it, in text order."""
    tree = Tree(analysis.tokens)
    taken = {a.cue_token for a in found if a.said}
    for index, token in enumerate(tree.tokens):
        governed = _governed(token)
        if governed is None or index in taken:
            continue
        source = source_of(tree, index)
        content = _held(tree, index, governed) - ({source} if source is not None else set())
        if content and source is not None:
            yield Attribution(
                source=source,
                cue_token=index,
                cue=Cue(lemma=token.lemma.lower(), tag=token.tag, force="hold", certainty="unclear"),
                content=frozenset(content),
                by=f"attitude:{token.lemma.lower()}",
            )


def _mark_of(tree: Tree, clause: int) -> str | None:
    """The word that opens a clause: the "for" of "called for banning it"."""
    marks = tree.children(clause, "mark")
    return tree.tokens[marks[0]].text.lower() if marks else None


def _governed(token: Token) -> frozenset[str] | None:
    """What the word governs; the lemmas of rare verbs may lack their last letter ("endors")."""
    lemma = token.lemma.lower()
    return attitudes().get((lemma, token.tag)) or attitudes().get((f"{lemma}e", token.tag))


def _held(tree: Tree, verb: int, governed: frozenset[str]) -> set[int]:
    """The words of what is wanted, judged or known."""
    words: set[int] = set()
    for child in tree.children(verb):
        clause = tree.is_relation(child, "ccomp", "xcomp") and governed & {"clause", "object"}
        thing = tree.is_relation(child, "obj") and "object" in governed
        about = tree.is_relation(child, "obl") and tree.case_of(child) in governed
        about = about or (tree.is_relation(child, "advcl") and _mark_of(tree, child) in governed)
        if clause or thing or about:
            words |= set(tree.subtree(child))
    objects = tree.children(verb, "obj")
    if words and objects and min(words) > verb:
        words |= {i for child in objects for i in tree.subtree(child)}  # "wants the rebels to disarm"
    return words
