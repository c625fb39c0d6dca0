"""Words that tell of incidents, and words that only look like it."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import tokens_of

from hearsay.analyses.frames.triggers import find_triggers
from hearsay.records.tree import Tree


def kinds_in(written: str) -> list[tuple[str, str]]:
    tree = Tree(tokens_of(written))
    return [(tree.tokens[f.token].text, f.kind) for f in find_triggers(tree, 0, len(tree.tokens))]


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("a a DET 2 det\nraid raid NOUN 0 root", [("raid", "armed assault")]),
        ("suicide suicide NOUN 2 compound\nattack attack NOUN 0 root", [("attack", "suicide bombing")]),
        ("drone drone NOUN 2 compound\nattack attack NOUN 0 root", [("attack", "drone strike")]),
        ("bomb bomb NOUN 2 compound\nattack attack NOUN 0 root", [("attack", "bombing")]),
        ("grenade grenade NOUN 2 compound\nattack attack NOUN 0 root", [("attack", "bombing")]),
        ("men man NOUN 2 nsubj\nopened open VERB 0 root\nfire fire NOUN 2 obj", [("opened", "shooting")]),
        ("men man NOUN 2 nsubj\nopened open VERB 0 root\nshops shop NOUN 2 obj", []),
        ("toll toll NOUN 2 nsubj\nhits hit VERB 0 root\n137 137 NUM 2 obj", ["toll"]),
        ("rebels rebel NOUN 2 nsubj\nhit hit VERB 0 root\ntown town NOUN 2 obj", ["hit"]),
        ("hunger hunger NOUN 2 compound\nstrike strike NOUN 0 root", []),
        ("arrest arrest NOUN 2 compound\nwarrant warrant NOUN 0 root", []),
        ("army army NOUN 2 compound\noperation operation NOUN 0 root", [("operation", "military operation")]),
        ("rescue rescue NOUN 0 root\noperation operation NOUN 1 dep", []),
        ("a a DET 2 det\nbomb bomb NOUN 3 nsubj\nkilled kill VERB 0 root\nmen man NOUN 3 obj", ["bomb", "killed"]),
        ("a a DET 2 det\nbomb bomb NOUN 3 compound\nexpert expert NOUN 0 root", []),
    ],
)
def test_triggers(written: str, expected: list[tuple[str, str]] | list[str]) -> None:
    found = kinds_in(written)
    bare = [word for word, _ in found]
    assert expected in (found, bare)
