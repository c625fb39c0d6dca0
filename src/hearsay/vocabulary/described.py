"""Whether a name names anybody: "the gunmen" and "Second group" describe an actor, "Red Heron Brigade" names one."""

from __future__ import annotations

from functools import lru_cache

from hearsay.vocabulary.nouns import actor_noun, person_role


@lru_cache(maxsize=4096)
def is_description(name: str) -> bool:
    """True when nothing but the first letter may be a capital and the last word is a common noun for actors."""
    words = name.split()
    if not words or any(not word.islower() for word in words[1:]):
        return not words
    last = words[-1].casefold()
    return words[0].islower() or actor_noun(last) is not None or person_role(last) is not None
