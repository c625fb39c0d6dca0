"""What one word says of responsibility, and what the rules that find such words ask of a sentence's tree.

The rules themselves stand in `claims.py` (what the actors say of themselves), `blame.py` (whom others name) and
`doings.py` (whose doing it was, in anybody's words).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.analyses.frames.events import LIGHT_VERBS
from hearsay.analyses.frames.modality import SERIES
from hearsay.analyses.frames.syntax import obliques
from hearsay.records.frame import Act
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import triggers

IT = frozenset({"it", "this", "that", "these", "those"})
ANSWERING = "answering-"
"""What a frame's rule begins with where it answers an accusation that it does not repeat."""
_OTHERS = frozenset({"other", "rest", "remainder"})
PART = frozenset(
    {"responsibility", "involvement", "role", "link", "part", "connection", "hand", "complicity", "participation"}
)
"""What somebody has in a deed, or denies having."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What one verb, noun or adjective says of responsibility: `speakers` say it, `perpetrators` did `events`; all
    are heads of phrases. `joint` words say that several did it together; `mutual` ones that each of the speakers names
    the others; an `answer` stands only where somebody named the speaker."""

    verb: int
    act: Act
    speakers: Sequence[int]
    perpetrators: Sequence[int]
    events: Sequence[int]
    partners: Sequence[int] = ()
    negated: bool = False
    hedge: str | None = None
    joint: bool = False
    mutual: bool = False
    answer: bool = False


def below(tree: Tree, heads: Sequence[int]) -> list[int]:
    """The heads and, behind nouns such as "role" or "series", what they are of."""
    return [i for head in heads for i in (head, *obliques(tree, head, "of", "for", "in", "behind"))]


def events_of(tree: Tree, index: int, *cases: str) -> list[int]:
    """What a verb or noun of responsibility is about: "for the attack", "in the bombing", "of killing ten"."""
    clauses = list(tree.children(index, "advcl", "acl", "xcomp", "ccomp"))
    return [*obliques(tree, index, *cases), *clauses]


def is_event(tree: Tree, index: int) -> bool:
    """True for a word that tells of an incident, and for a "series" of such."""
    token = tree.tokens[index]
    if token.lemma.lower() in SERIES:
        return any(is_event(tree, i) for i in obliques(tree, index, "of"))
    return any((token.lemma.lower(), tag) in triggers() for tag in ("NOUN", token.tag))


def is_told(tree: Tree, index: int) -> bool:
    """True for an event, or for "it" and "this", which mean one told before."""
    return is_event(tree, index) or tree.tokens[index].lemma.lower() in IT or _is_another(tree, index)


def _is_another(tree: Tree, index: int) -> bool:
    """True for "the others" behind an event: "claimed two of the murders and is thought to have done the others"."""
    token = tree.tokens[index]
    if token.lemma.lower() not in _OTHERS or not tree.children(index, "det"):
        return False
    above = [token.head] if token.head is not None else []
    tops = [*above, *(h for i in above if (h := tree.tokens[i].head) is not None)]
    before = [i for top in tops for i in tree.subtree(top) if i < index]  # the two told of before
    return any(is_event(tree, i) for i in before)


def carries_out(tree: Tree, index: int) -> bool:
    """True for a clause that tells of an event: "killing ten", "carrying out the attack", "being behind it"."""
    return is_event(tree, index) or tree.tokens[index].lemma in LIGHT_VERBS


def is_nobody(tree: Tree, index: int) -> bool:
    """ "No group", "nobody", "no one": a claim by them is no claim."""
    words = {tree.tokens[index].lemma.lower(), *(tree.tokens[i].lemma.lower() for i in tree.children(index, "det"))}
    return bool(words & {"no", "nobody", "none", "no-one"})
