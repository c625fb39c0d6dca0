"""Walking trees: children, phrases, conjuncts, prepositions, negation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.sentences_by_hand import tokens_of

from hearsay.records.analysis import Token
from hearsay.records.span import Span
from hearsay.records.tree import Tree

RAID = """
The the DET 3 det
army army NOUN 3 compound
chief chief NOUN 9 nsubj
of of ADP 5 case
Karsa Karsa PROPN 3 nmod
, , PUNCT 7 punct
Dast Dast PROPN 3 appos
, , PUNCT 7 punct
blamed blame VERB 0 root
rebels rebel NOUN 9 obj
and and CCONJ 12 cc
bandits bandit NOUN 10 conj
for for ADP 15 case
the the DET 15 det
raid raid NOUN 9 obl
according accord VERB 18 case
to to ADP 16 fixed
officials official NOUN 9 obl
. . PUNCT 9 punct
"""


def tree_of(written: str) -> tuple[Tree, str]:
    tokens = tokens_of(written)
    return Tree(tokens), " ".join(t.text for t in tokens)


def test_children_by_relation() -> None:
    tree, _ = tree_of(RAID)
    assert tree.children(8, "obj") == [9]
    assert tree.children(8, "obl") == [14, 17]
    assert tree.children(2) == [0, 1, 4, 6]
    assert tree.first(8, "nsubj") == 2
    assert tree.first(8, "ccomp") is None


def test_the_part_before_the_colon_stands_for_its_subtypes() -> None:
    tree, _ = tree_of("men man NOUN 2 nsubj:pass\ndied die VERB 0 root")
    assert tree.is_relation(0, "nsubj")
    assert not tree.is_relation(0, "obj")


def test_a_phrase_ends_where_its_apposition_begins() -> None:
    tree, text = tree_of(RAID)
    assert tree.phrase(2).of(text) == "The army chief of Karsa"
    assert tree.phrase(6).of(text) == "Dast"
    assert tree.phrase(9).of(text) == "rebels"
    assert tree.phrase(14).of(text) == "the raid"
    assert tree.phrase(17).of(text) == "officials"


def test_conjuncts_prepositions_ancestors() -> None:
    tree, _ = tree_of(RAID)
    assert tree.conjuncts(9) == [9, 11]
    assert tree.case_of(14) == "for"
    assert tree.case_of(17) == "according to"
    assert tree.case_of(9) is None
    assert list(tree.ancestors(11)) == [9, 8]
    assert tree.path_up(11, "conj") == 9


def test_subtrees_without_branches() -> None:
    tree, _ = tree_of(RAID)
    assert tree.subtree(2, frozenset({"appos", "punct"})) == [0, 1, 2, 3, 4]
    assert tree.subtree(9) == [9, 10, 11]


@pytest.mark.parametrize(
    ("written", "at", "negated"),
    [
        ("did do AUX 3 aux\nnot not PART 3 advmod\nkill kill VERB 0 root", 2, True),
        ("never never ADV 2 advmod\nkilled kill VERB 0 root", 1, True),
        ("no no DET 2 det\nattack attack NOUN 0 root", 1, True),
        ("nobody nobody PRON 2 nsubj\ndied die VERB 0 root", 1, True),
        ("No no DET 2 det\ngroup group NOUN 3 nsubj\nclaimed claim VERB 0 root", 2, True),
        ("only only ADV 2 advmod\nkilled kill VERB 0 root", 1, False),
    ],
)
def test_negation(written: str, at: int, negated: bool) -> None:
    assert tree_of(written)[0].is_negated(at) is negated


@st.composite
def any_tree(draw: st.DrawFn) -> list[Token]:
    """A tree over up to 12 words: every word hangs on one before it in some order, so there is no circle."""
    size = draw(st.integers(1, 12))
    order = draw(st.permutations(range(size)))
    heads: dict[int, int | None] = {order[0]: None}
    for position, index in enumerate(order[1:], start=1):
        heads[index] = order[draw(st.integers(0, position - 1))]
    relations = ["nsubj", "obj", "conj", "case", "punct", "appos", "acl:relcl", "nmod", "det"]
    tags = ["NOUN", "VERB", "PUNCT", "ADP", "PROPN"]
    return [
        Token(
            span=Span(2 * i, 2 * i + 1),
            text="a",
            lemma="a",
            tag=draw(st.sampled_from(tags)),
            head=heads[i],
            relation="root" if heads[i] is None else draw(st.sampled_from(relations)),
            entity=None,
        )
        for i in range(size)
    ]


@given(any_tree())
def test_laws(tokens: list[Token]) -> None:
    tree = Tree(tokens)
    for index in range(len(tokens)):
        below = tree.subtree(index)
        assert below == sorted(below)
        assert index in below
        assert all(index in [i, *tree.ancestors(i)] for i in below)
        assert tree.phrase(index).contains(tokens[index].span)
        assert set(tree.conjuncts(index)) <= set(below)
