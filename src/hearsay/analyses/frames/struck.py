"""What the words of an event say was hit, wherever the parser hangs it."""

from __future__ import annotations

from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import obliques, patients, subjects
from hearsay.records.frame import Filler, RoleName
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds, triggers

_BLAMING = frozenset({"blame", "pin", "pinn"})  # "pinn": the lemma that "pinned" gets
_TARGETS = ("on", "against", "at", "upon", "targeting", "into", "toward", "towards")
_NEXT = 5  # tokens between a verb and what it is aimed at
_PARTS = frozenset(
    "lobby window wall roof door front facade façade entrance gate side part floor wing glass pane".split()
)


def _is_in_whose_name(tree: Tree, index: int) -> bool:
    """True for "behalf" of "claimed the attack on behalf of X", which the parser hangs on the attack."""
    return tree.tokens[index].lemma.lower() == "behalf"


def _is_blamed(tree: Tree, noun: int) -> bool:
    """True for the attack of "blamed the attack on X", who did it and was not hit."""
    head = tree.tokens[noun].head
    return head is not None and tree.is_relation(noun, "obj") and tree.tokens[head].lemma in _BLAMING


def targets_of(scene: Scene, noun: int) -> list[Filler]:
    """What an event noun hit: "attack on X", "raid against X", "attack targeting X"."""
    tree = scene.tree
    heads = [i for i in obliques(tree, noun, *_TARGETS) if not scene.is_time(i) and not _is_in_whose_name(tree, i)]
    if _is_blamed(tree, noun):
        heads = [i for i in heads if tree.case_of(i) != "on"]
    for clause in tree.children(noun, "acl"):
        if tree.tokens[clause].lemma in {"target", "hit", "strike", "attack"}:
            heads += patients(tree, clause)
    return scene.fillers(RoleName.TARGET, heads)


def aimed_at(tree: Tree, noun: int) -> list[int]:
    """ "The target was a party's office", "the police post that was the target": what it is said of."""
    head = tree.tokens[noun].head
    if head is not None and tree.is_relation(noun, "nsubj") and tree.children(head, "cop"):
        return tree.conjuncts(head)
    return subjects(tree, noun)


def planted_at(tree: Tree, weapon: int) -> list[int]:
    """The car of "the bomb, planted under a car, exploded"."""
    laid = [
        c for c in tree.children(weapon, "acl") if tree.tokens[c].lemma in {"plant", "place", "hide", "attach", "fix"}
    ]
    return [i for c in laid for i in obliques(tree, c, "under", "underneath", "beneath", "in", "inside", "on", "to")]


def whole_of(tree: Tree, index: int) -> int:
    """The office of "the windows of an office": what is damaged where a part of it is."""
    if tree.tokens[index].lemma.lower() not in _PARTS:
        return index
    return next(iter([*obliques(tree, index, "of", "in"), *tree.children(index, "nmod:poss")]), index)


def shared_aim(tree: Tree, verb: int) -> list[int]:
    """The car of "stoned and shot at a car", which parsers hang on the first of the two verbs."""
    first = tree.path_up(verb, "conj")
    if first == verb or tree.children(verb, "obj", "obl"):
        return []
    return [i for i in obliques(tree, first, "at", "on") if verb < i <= verb + _NEXT]


def was_attacked(tree: Tree, verb: int, subject: int) -> bool:
    """True for the forces of "attacks on forces that killed five": the parser hangs the clause on whom they struck."""
    event = tree.tokens[subject].head
    clause = tree.is_relation(verb, "acl") and tree.tokens[verb].head == subject and tree.is_relation(subject, "nmod")
    if not clause or event is None or tree.tokens[event + 1].text.lower() not in {"on", "against", "at"}:
        return False
    told = triggers().get((tree.tokens[event].lemma.lower(), "NOUN"), ())
    return any(kinds()[entry.kind].group != "clash" for entry in told)


def is_bare_participle(tree: Tree, verb: int) -> bool:
    """True for the "wounded" of "a guard wounded in the bombing died", wherever parsers hang it."""
    own = tree.children(verb, "obj", "nsubj", "aux", "mark", "obl:agent")
    return tree.is_relation(verb, "advcl", "acl") and tree.tokens[verb].text.lower().endswith("ed") and not own
