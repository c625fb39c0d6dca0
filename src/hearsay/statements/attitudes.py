"""Attitudes: what somebody wants, plans, supports or knows, without saying it.

They are nobody's statements, so the stage leaves them out; corpora of attribution count them with speech.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from hearsay.records.analysis import Analysis
from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.statements.reporting import source_of
from hearsay.vocabulary.cues import Cue, attitudes

_LIGHT = frozenset({"make", "have", "give", "express", "voice", "issue", "take", "offer", "announce", "put"})
"""Verbs that only carry the noun: "expressed concern"."""


def attitudes_held(analysis: Analysis, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The attitudes of a report beside the attributions `found` in it, in text order."""
    tree = Tree(analysis.tokens)
    taken = {a.cue_token for a in found if a.said}
    for index, token in enumerate(tree.tokens):
        governed = attitudes().get((token.lemma.lower(), token.tag))
        if governed is None or index in taken:
            continue
        verbal = token.tag == "VERB"
        source = source_of(tree, index) if verbal else _owner(tree, index)
        content = _held(tree, index, governed) if verbal else _about(tree, index, governed)
        content -= {source} if source is not None else set()
        if content and source is not None:
            yield Attribution(
                source=source,
                cue_token=index,
                cue=Cue(lemma=token.lemma.lower(), tag=token.tag, force="hold", certainty="unclear"),
                content=frozenset(content),
                by=f"attitude:{token.lemma.lower()}",
            )


def _owner(tree: Tree, noun: int) -> int | None:
    """Whose plan or view it is: "the rebels' demand", "a demand by the rebels", "the rebels made a demand"."""
    owners = tree.children(noun, "nmod:poss")
    owners += [i for i in tree.children(noun, "nmod") if tree.case_of(i) in {"by", "from", "among"}]
    if owners:
        return owners[0]
    above = tree.tokens[noun].head
    if above is not None and tree.is_relation(noun, "obj") and tree.tokens[above].lemma in _LIGHT:
        return source_of(tree, above)
    return None


def _about(tree: Tree, noun: int, governed: frozenset[str]) -> set[int]:
    """The clause or prepositional phrase that says what it is about."""
    words: set[int] = set()
    for child in tree.children(noun):
        clause = tree.is_relation(child, "acl", "ccomp") and "clause" in governed and tree.children(child, "mark")
        if clause or (tree.is_relation(child, "nmod") and tree.case_of(child) in governed):
            words |= set(tree.subtree(child))
    return words


def _held(tree: Tree, verb: int, governed: frozenset[str]) -> set[int]:
    """The words of what is wanted, judged or known."""
    words: set[int] = set()
    for child in tree.children(verb):
        clause = tree.is_relation(child, "ccomp", "xcomp") and governed & {"clause", "object"}
        thing = tree.is_relation(child, "obj") and "object" in governed
        about = tree.is_relation(child, "obl") and tree.case_of(child) in governed
        if clause or thing or about:
            words |= set(tree.subtree(child))
    objects = tree.children(verb, "obj")
    if words and objects and min(words) > verb:
        words |= {i for child in objects for i in tree.subtree(child)}  # "wants the rebels to disarm"
    return words
