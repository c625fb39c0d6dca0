"""Attacks whose verb is an everyday one: to fire on somebody, to ram a truck into something.

What tells them from a dismissal, warning shots or an accident is what is used, who does it, and where it goes.
"""

from __future__ import annotations

from hearsay.analyses.frames.syntax import obliques, subjects
from hearsay.records.tree import Tree
from hearsay.vocabulary.nouns import weapon_class
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

DRIVING = frozenset({"ram", "crash", "plow", "plough", "drive", "steer", "pump", "fly", "slam", "ramm"})
"""Verbs of bringing something into somebody or something."""
_AT = ("on", "upon", "at", "into", "toward", "towards")
_INTO = frozenset({"into", "through"})
_NO_AIMS = MONTHS_AND_DAYS | {"air", "sky", "ground"}
_SHOTS = frozenset("shot bullet round gun weapon rifle pistol volley burst gunfire".split())
_LOADED = frozenset("explosive explosives load loaded pack packed laden rig rigged fill filled".split())
_DOERS = frozenset("attacker assailant militant terrorist rebel gunman extremist insurgent hijacker".split())
_PARTS = frozenset(
    "head chest body neck face stomach back heart leg arm side front rear gate door lobby entrance".split()
)


def is_fired_at(tree: Tree, index: int) -> bool:
    """ "Fired on a car", "was fired on", "fired shots into the crowd": not "fired two clerks", "fired tear gas"."""
    shot = {tree.tokens[i].lemma.lower() for i in tree.children(index, "obj")}
    if shot and not shot & _SHOTS:
        return False
    behind = tree.children(index, "obl", "nmod")
    after = tree.tokens[index + 1].text.lower() if index + 1 < len(tree.tokens) else ""
    if tree.children(index, "nsubj:pass"):  # a clerk may be "fired at the end of May", and never "fired on from a roof"
        return after in {"on", "at", "upon"} and not any(i == index + 2 for i in behind)
    return any(tree.case_of(i) in _AT and tree.tokens[i].lemma.lower() not in _NO_AIMS for i in behind)


def driven_into(tree: Tree, index: int) -> str | None:
    """The kind of incident that it is: "rammed a truck packed with explosives into a barracks", "pumped bullets into a
    judge", "militants crashed a car into pilgrims"; None for an accident and for driving home."""
    aims = driven_at(tree, index)
    if not tree.children(index, "obj") or not aims:
        return None
    words = {token.lemma.lower() for token in tree.tokens[index + 1 : aims[0]]}
    if words & _SHOTS:
        return "shooting"
    who = {tree.tokens[at].lemma.lower() for i in subjects(tree, index) for at in tree.subtree(i)}
    if "bomber" in who or ("suicide" in who and words & _LOADED):
        return "suicide bombing" if "suicide" in who else "bombing"
    doer = bool(who & _DOERS)
    if any(weapon_class(word) is not None for word in words) or (words & _LOADED and doer):
        return "bombing"
    return "attack" if doer and tree.tokens[index].lemma != "drive" else None


def driven_at(tree: Tree, index: int) -> list[int]:
    """What something is driven into, wherever the parser hangs it; of a part of the body or building, whose it is."""
    aims = [
        i for i in tree.subtree(index) if i > index and tree.case_of(i) in _INTO and tree.is_relation(i, "obl", "nmod")
    ]
    owned = [(i, obliques(tree, i, "of")) for i in aims[:1]]
    return [at for i, whose in owned for at in (whose if whose and tree.tokens[i].lemma.lower() in _PARTS else [i])]
