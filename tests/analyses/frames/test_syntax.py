"""Who does what to whom: passives, relative clauses, shared and controlled subjects."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import tokens_of

from hearsay.analyses.frames.syntax import agents, is_passive, obliques, patients, referent, subjects
from hearsay.records.tree import Tree

PASSIVE = """
Ten ten NUM 2 nummod
men man NOUN 4 nsubj:pass
were be AUX 4 aux:pass
killed kill VERB 0 root
by by ADP 6 case
rebels rebel NOUN 4 obl
and and CCONJ 8 cc
bandits bandit NOUN 6 conj
"""
RELATIVE = """
rebels rebel NOUN 5 nsubj
who who PRON 3 nsubj
killed kill VERB 1 acl:relcl
men man NOUN 3 obj
fled flee VERB 0 root
"""
OBJECT_RELATIVE = """
men man NOUN 5 nsubj
that that PRON 4 obj
rebels rebel NOUN 4 nsubj
killed kill VERB 1 acl:relcl
were be VERB 0 root
"""
SHARED = """
rebels rebel NOUN 2 nsubj
kidnapped kidnap VERB 0 root
and and CCONJ 4 cc
killed kill VERB 2 conj
engineers engineer NOUN 4 obj
"""
ACCUSED = """
officials official NOUN 2 nsubj
accused accuse VERB 0 root
generals general NOUN 2 obj
of of SCONJ 5 mark
ordering order VERB 2 advcl
raids raid NOUN 5 obj
"""
TOLD_TO = """
generals general NOUN 2 nsubj
told tell VERB 0 root
troops troop NOUN 2 obj
to to PART 5 mark
attack attack VERB 2 xcomp
villages village NOUN 5 obj
"""
VOWED = """
rebels rebel NOUN 2 nsubj
vowed vow VERB 0 root
to to PART 4 mark
attack attack VERB 2 xcomp
"""
BARE = """
people people NOUN 0 root
killed kill VERB 1 acl
in in ADP 4 case
raids raid NOUN 2 obl
"""


def words(written: str, indexes: list[int]) -> list[str]:
    tokens = tokens_of(written)
    return [tokens[i].text for i in indexes]


@pytest.mark.parametrize(
    ("written", "verb", "doers", "struck"),
    [
        (PASSIVE, 3, ["rebels", "bandits"], ["men"]),
        (RELATIVE, 2, ["rebels"], ["men"]),
        (OBJECT_RELATIVE, 3, ["rebels"], ["men"]),
        (SHARED, 3, ["rebels"], ["engineers"]),
        (SHARED, 1, ["rebels"], ["engineers"]),
        (ACCUSED, 4, ["generals"], ["raids"]),
        (ACCUSED, 1, ["officials"], ["generals"]),
        (TOLD_TO, 4, ["troops"], ["villages"]),
        (VOWED, 3, ["rebels"], []),
        (BARE, 1, [], ["people"]),
    ],
)
def test_agents_and_patients(written: str, verb: int, doers: list[str], struck: list[str]) -> None:
    tree = Tree(tokens_of(written))
    assert words(written, agents(tree, verb)) == doers
    assert words(written, patients(tree, verb)) == struck


def test_passives() -> None:
    assert is_passive(Tree(tokens_of(PASSIVE)), 3)
    assert is_passive(Tree(tokens_of(BARE)), 1)
    assert not is_passive(Tree(tokens_of(RELATIVE)), 2)
    assert not is_passive(Tree(tokens_of(ACCUSED)), 1)


def test_a_relative_pronoun_stands_for_its_noun() -> None:
    tree = Tree(tokens_of(RELATIVE))
    assert referent(tree, 1) == 0
    assert referent(tree, 3) == 3


DESCRIBED = """
Ivo Ivo PROPN 8 nsubj PER
, , PUNCT 5 punct
an a DET 5 det
{adjective} {adjective} ADJ 5 amod
{noun} {noun} {tag} 1 appos
who who PRON 7 nsubj
fled flee VERB 5 acl:relcl
returned return VERB 0 root
"""


@pytest.mark.parametrize(
    ("adjective", "noun", "tag"),
    [("ethnic", "Karsan", "PROPN"), ("retired", "teacher", "NOUN"), ("local", "trader", "NOUN")],
)
def test_what_is_told_of_a_description_is_told_of_whom_it_describes(adjective: str, noun: str, tag: str) -> None:
    tree = Tree(tokens_of(DESCRIBED.format(adjective=adjective, noun=noun, tag=tag)))
    assert [tree.tokens[i].text for i in agents(tree, 6)] == ["Ivo"]


def test_of_two_subjects_the_nearer_is_the_verbs_own() -> None:
    tree = Tree(tokens_of("a a NOUN 4 nsubj\nb b NOUN 4 dep\nc c NOUN 4 nsubj\nran run VERB 0 root"))
    assert subjects(tree, 3) == [2]


def test_a_verb_with_one_object_has_it_by_either_name() -> None:
    written = ACCUSED.replace("obj", "iobj", 1)
    assert "iobj" in written
    assert words(written, patients(Tree(tokens_of(written)), 1)) == ["generals"]


def test_obliques_by_preposition() -> None:
    tree = Tree(tokens_of(PASSIVE))
    assert obliques(tree, 3, "by") == [5, 7]
    assert obliques(tree, 3, "in") == []
