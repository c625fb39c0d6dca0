"""Whether a name names anybody: "the gunmen" and "Second group" describe an actor, "Red Heron Brigade" names one."""

from __future__ import annotations

from functools import lru_cache

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.communities import community
from hearsay.vocabulary.countries import demonym_country
from hearsay.vocabulary.nouns import actor_noun, person_role

ATTACKERS = frozenset(
    """attacker assailant gunman bomber killer kidnapper abductor hijacker shooter perpetrator terrorist raider intruder
    criminal bandit robber arsonist culprit hostage-taker knifeman sniper assassin hitman murderer
    marauder thug gangster hoodlum miscreant""".split()
)
"""Nouns for somebody of whom the report knows what they did, and no more."""
ANYBODY = frozenset("man woman youth stranger motorcyclist".split())
"""Nouns for anybody, who may be told of as a doer: "two youths on a motorcycle"."""
PERSONS = frozenset("person people individual".split())
_IN_ANY_NUMBER = frozenset("suspect driver victim casualty two three four".split())
UNKNOWN = frozenset("unidentified unknown armed masked hooded unnamed".split())
"""What makes doers of "persons" and "individuals", who else are nobody at all."""


def one_of(lemma: str) -> str:
    """ "gunman" for "gunmen", which taggers take for a word of its own."""
    return f"{lemma[:-3]}man" if lemma.endswith("men") else lemma


def tells_of_side(word: str) -> bool:
    """True for the "separatist" of "separatist gunmen", the "Fulani" of "Fulani gunmen": more than their deed."""
    noun = actor_noun(word.lower())
    armed = noun is not None and noun.kind is ActorKind.ARMED_GROUP and not noun.doubtful
    by_deed = _singular(word) in ATTACKERS | ANYBODY or word.lower() in _IN_ANY_NUMBER
    return (armed and not by_deed) or demonym_country(word) is not None or community(word) is not None


@lru_cache(maxsize=4096)
def is_unnamed(name: str) -> bool:
    """True for "gunmen", "two hooded men on a motorbike": words for those of whom nothing is known but what they did.
    "Separatist gunmen" are described, not unnamed."""
    words = [_singular(word) for word in name.split()]
    if not is_description(name) or any(tells_of_side(word) for word in name.split()):
        return False
    return any(w in ATTACKERS | ANYBODY for w in words) or bool(PERSONS & set(words) and UNKNOWN & set(words))


@lru_cache(maxsize=4096)
def is_description(name: str) -> bool:
    """True when nothing but the first letter may be a capital and one of the words is a common noun for actors."""
    words = name.split()
    if not words or any(not word.islower() for word in words[1:]):
        return not words
    if words[0].islower():
        return True
    return any(_is_common(word) for word in (words if len(words) > 1 else words[-1:]))


def _singular(word: str) -> str:
    word = word.casefold()
    return one_of(word) if word.endswith("men") else word.removesuffix("s") if word not in ATTACKERS else word


def _is_common(word: str) -> bool:
    word = one_of(word.casefold())
    return actor_noun(word) is not None or person_role(word) is not None
