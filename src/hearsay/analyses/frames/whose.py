"""Whose an event was where its noun leaves the doer to the words around it."""

from __future__ import annotations

from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import obliques
from hearsay.records.actor import ActorKind
from hearsay.vocabulary.kinds import triggers

_INCLUDING = frozenset({"including", "like", "notably"})


def doers_of_the_whole(scene: Scene, noun: int) -> list[int]:
    """Whose the bombings of "attacks by the X, including bombings in Gao and a raid on Mopti" were."""
    tree = scene.tree
    at = noun
    while tree.is_relation(at, "conj") and (above := tree.tokens[at].head) is not None:
        at = above
    whole = tree.tokens[at].head
    part = any(tree.tokens[i].text.lower() in _INCLUDING for i in tree.children(at, "case", "mark"))
    while part and whole is not None and (tree.tokens[whole].lemma.lower(), "NOUN") not in triggers():
        whole = tree.tokens[whole].head  # parsers hang "including" on the words between
    if whole is None or not part:
        return []
    before = [i for i in tree.children(whole, "compound", "amod") if i < whole and scene.is_armed_actor(i)]
    return obliques(tree, whole, "by") or before


def sides_of(scene: Scene, noun: int) -> list[int]:
    """Who fought one another in "clashes between the army and the X"."""
    return [i for i in obliques(scene.tree, noun, "between") if scene.is_rebel(i) or scene.is_force(i)]


def by_the_warded_off(scene: Scene, noun: int) -> list[int]:
    """Whose the attack was that "troops repelled" and "by the X" behind it tells: X did not repel it."""
    tree = scene.tree
    verb = tree.tokens[noun].head
    if verb is None or not tree.is_relation(noun, "obj") or tree.children(verb, "aux:pass", "nsubj:pass"):
        return []
    behind = [i for i in tree.children(verb, "obl") if i > noun and tree.case_of(i) == "by"]
    return [i for i in behind if (a := scene.actor_at(i)) is not None and a.kind is not ActorKind.PERSON][:1]


def by_its_rank(scene: Scene, noun: int) -> list[int]:
    """Whose the attack was that "was the biggest by the rebels", "was the third by the X this year"."""
    tree = scene.tree
    rank = tree.tokens[noun].head
    if rank is None or not tree.is_relation(noun, "nsubj") or tree.tokens[rank].tag not in {"ADJ", "NUM"}:
        return []
    return [i for i in obliques(tree, rank, "by") if scene.can_act(i)] if tree.children(rank, "det") else []
