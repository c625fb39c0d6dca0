"""What tells of an incident by its phrase, whatever the verb: "clubbed to death", "dragged from his home"."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.analyses.frames.syntax import patients
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import Trigger, triggers
from hearsay.vocabulary.nouns import actor_noun, person_role

_OFF = frozenset({"drag", "take", "snatch", "pull", "haul", "seize", "grab", "bundle", "lead", "march"})
_FROM = frozenset(
    """home house bed office car bus vehicle taxi truck train room cell hospital clinic church mosque school classroom
    dormitory flat apartment street shop hotel""".split()
)
"""Where people are when they are taken away."""
_NO_KILLERS = frozenset(
    """sentence condemn doom scare frighten bore fall plunge leap jump slip drink smoke work go come amount lead put add
    contribute relate refer link connect point drown freeze starve tumble""".split()
)
"""Verbs whose "to death" tells of no killing that was done, or of an accident."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A trigger in its place: the token, its entry, and its kind after its modifiers have had their say."""

    token: int
    entry: Trigger
    kind: str
    indexes: tuple[int, ...]


def is_person(tree: Tree, index: int) -> bool:
    """True for a noun that is known for people's, and for a person's name."""
    token = tree.tokens[index]
    known = actor_noun(token.lemma) is not None or person_role(token.lemma) is not None
    return known or token.entity == "PER" or token.lemma.lower() in {"hostage", "captive", "crew", "passenger"}


def done_to_death(tree: Tree, index: int) -> Found | None:
    """ "Were bludgeoned to death", "axed a guard to death": whatever the verb, somebody was killed."""
    if tree.tokens[index].tag != "VERB" or tree.tokens[index].lemma.lower() in _NO_KILLERS:
        return None
    deaths = [i for i in tree.children(index, "obl", "nmod", "obj") if tree.tokens[i].lemma.lower() == "death"]
    done = [i for i in deaths if i > index and tree.case_of(i) == "to"]
    if not done:
        return None
    kill = next(t for t in triggers()["kill", "VERB"] if t.partner is None)
    return Found(token=index, entry=kill, kind=kill.kind, indexes=(index, done[0]))


def dragged_off(tree: Tree, index: int) -> Found | None:
    """ "Armed men dragged a man from his home": taken, wherever to."""
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _OFF:
        return None
    spots = [i for i in tree.children(index, "obl", "nmod") if tree.case_of(i) in {"from", "of"}]
    taken = patients(tree, index)
    below = [i for head in taken for i in tree.children(head, "nmod") if tree.case_of(i) == "from"]
    gone = [i for i in [*spots, *below] if tree.tokens[i].lemma.lower() in _FROM]
    if not gone or not any(is_person(tree, i) or tree.tokens[i].tag == "PRON" for i in taken):
        return None
    abduct = triggers()["abduct", "VERB"][0]
    return Found(token=index, entry=abduct, kind=abduct.kind, indexes=(index,))
