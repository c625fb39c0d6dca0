"""What is said to have happened, what is hedged, and what is only spoken of."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import tokens_of

from hearsay.analyses.frames.modality import is_attempted, is_bare_plural, is_hypothetical
from hearsay.records.tree import Tree
from hearsay.vocabulary.hedges import hedge_of


@pytest.mark.parametrize(
    ("written", "at", "hypothetical"),
    [
        ("rebels rebel NOUN 2 nsubj\nkilled kill VERB 0 root\nmen man NOUN 2 obj", 1, False),
        ("rebels rebel NOUN 3 nsubj\nwill will AUX 3 aux\nkill kill VERB 0 root", 2, True),
        ("rebels rebel NOUN 3 nsubj\nmight might AUX 3 aux\nkill kill VERB 0 root", 2, True),
        ("it it PRON 4 nsubj\nmay may AUX 4 aux\nhave have AUX 4 aux\nkilled kill VERB 0 root", 3, False),
        ("if if SCONJ 3 mark\nrebels rebel NOUN 3 nsubj\nattack attack VERB 4 advcl\nflee flee VERB 0 root", 2, True),
        ("they they PRON 2 nsubj\nplan plan VERB 0 root\nto to PART 4 mark\nattack attack VERB 2 xcomp", 3, True),
        ("they they PRON 2 nsubj\nthreatened threaten VERB 0 root\nattacks attack NOUN 2 obj", 2, True),
        (
            "they they PRON 2 nsubj\nprevented prevent VERB 0 root\nthem they PRON 2 obj\nfrom from SCONJ 5 mark\n"
            "attacking attack VERB 2 advcl\ntowns town NOUN 5 obj",
            4,
            True,
        ),
        ("they they PRON 3 nsubj\noften often ADV 3 advmod\nattack attack VERB 0 root\ntowns town NOUN 3 obj", 2, True),
        ("they they PRON 3 nsubj\noften often ADV 3 advmod\nattacked attack VERB 0 root", 2, False),
        ("a a DET 3 det\nfoiled foil ADJ 3 amod\nattack attack NOUN 0 root", 2, True),
        (
            "police police NOUN 2 nsubj\nfear fear VERB 0 root\nrebels rebel NOUN 4 nsubj\nkilled kill VERB 2 ccomp",
            3,
            False,
        ),
    ],
)
def test_what_has_not_happened(written: str, at: int, hypothetical: bool) -> None:
    assert is_hypothetical(Tree(tokens_of(written)), at) is hypothetical


@pytest.mark.parametrize(
    ("written", "at", "hedge"),
    [
        ("rebels rebel NOUN 2 nsubj\nkilled kill VERB 0 root", 1, None),
        ("rebels rebel NOUN 3 nsubj\nallegedly allegedly ADV 3 advmod\nkilled kill VERB 0 root", 2, "possible"),
        ("rebels rebel NOUN 3 nsubj\nreportedly reportedly ADV 3 advmod\nkilled kill VERB 0 root", 2, "probable"),
        ("it it PRON 4 nsubj\nmay may AUX 4 aux\nhave have AUX 4 aux\nkilled kill VERB 0 root", 3, "possible"),
        (
            "they they PRON 3 nsubj:pass\nare be AUX 3 aux:pass\nbelieved believe VERB 0 root\nto to PART 6 mark\n"
            "have have AUX 6 aux\nkilled kill VERB 3 xcomp",
            5,
            "probable",
        ),
        ("they they PRON 2 nsubj\nappear appear VERB 0 root\nto to PART 4 mark\nkill kill VERB 2 xcomp", 3, "probable"),
    ],
)
def test_hedges(written: str, at: int, hedge: str | None) -> None:
    assert hedge_of(Tree(tokens_of(written)), at) == hedge


def test_bare_plurals_tell_of_nothing_in_particular() -> None:
    assert is_bare_plural(Tree(tokens_of("attacks attack NOUN 0 root")), 0)
    assert not is_bare_plural(Tree(tokens_of("two two NUM 2 nummod\nattacks attack NOUN 0 root")), 1)
    assert not is_bare_plural(Tree(tokens_of("attack attack NOUN 0 root")), 0)
    spate = Tree(tokens_of("spate spate NOUN 0 root\nof of ADP 3 case\nattacks attack NOUN 1 nmod"))
    assert not is_bare_plural(spate, 2)


@pytest.mark.parametrize(
    ("written", "at", "attempted"),
    [
        ("he he PRON 2 nsubj\ntried try VERB 0 root\nto to PART 4 mark\nkill kill VERB 2 xcomp", 3, True),
        (
            "they they PRON 2 nsubj\nfailed fail VERB 0 root\nto to PART 4 mark\nstorm storm VERB 2 xcomp\n"
            "and and CCONJ 6 cc\nkill kill VERB 4 conj",
            5,
            True,
        ),
        ("an a DET 3 det\nassassination assassination NOUN 3 compound\nattempt attempt NOUN 0 root", 1, True),
        ("he he PRON 2 nsubj\nsurvived survive VERB 0 root\nan a DET 4 det\nambush ambush NOUN 2 obj", 3, True),
        ("they they PRON 2 nsubj\nmanaged manage VERB 0 root\nto to PART 4 mark\nkill kill VERB 2 xcomp", 3, False),
        (
            "he he PRON 2 nsubj\ntried try VERB 0 root\nand and CCONJ 4 cc\nkilled kill VERB 2 conj",
            3,
            False,
        ),
    ],
)
def test_what_was_only_tried_has_no_dead(written: str, at: int, attempted: bool) -> None:
    assert is_attempted(Tree(tokens_of(written)), at) is attempted
