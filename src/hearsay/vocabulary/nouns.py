"""Common nouns of the field: who acts ("the gunmen"), who speaks ("a witness"), weapons, and what is attacked.

Data: `data/actor_nouns.tsv`, `data/person_roles.tsv`, `data/weapons.tsv`, `data/weapon_classes.tsv`,
`data/targets.tsv`, `data/target_kinds.tsv`. Look-ups take a lemma or a compound ("coast guard"); plurals are
brought to their singular when the word itself is not listed, so a wrong lemma does little harm.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.kinds import rows

T = TypeVar("T")

LONGEST_TERM = 5  # words of the longest weapon term that is looked for inside a phrase

IRREGULAR = {
    "children": "child",
    "schoolchildren": "schoolchild",
    "people": "person",
    "personnel": "personnel",
    "wives": "wife",
    "knives": "knife",
    "clergy": "cleric",
    "mujahedeen": "mujahid",
    "police": "police",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorNoun:
    """What a head noun says of the actor that it describes.

    `collective`: the singular names a body ("army", "group"), not a person. `doubtful`: of this kind only when the
    context says so ("the group", "a fighter", "a suspect").
    """

    lemma: str
    kind: ActorKind
    collective: bool
    doubtful: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRole:
    """A person who can be quoted by what they are.

    `side` is the kind of actor that the person speaks for or belongs to, None when the noun leaves it open
    ("spokesman"). `office`: holds a post, so that it makes a speaker's role. `unnamed`: usually quoted without a
    name ("a witness", "an official").
    """

    lemma: str
    side: ActorKind | None
    office: bool
    unnamed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeaponClass:
    """A class of weapons, with the numbers of its GTD weapon type and subtype (None where GTD has no subtype)."""

    name: str
    gtd_type: int
    gtd_subtype: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetKind:
    """A kind of target, with the number of its GTD target type."""

    name: str
    gtd_type: int


@cache
def actor_nouns() -> dict[str, ActorNoun]:
    """All head nouns of actors by lemma."""
    return {
        lemma: ActorNoun(lemma=lemma, kind=ActorKind(kind), collective=form == "collective", doubtful=context == "yes")
        for lemma, kind, form, context in rows("actor_nouns.tsv")
    }


@cache
def person_roles() -> dict[str, PersonRole]:
    """All speaker-capable person nouns by lemma."""
    return {
        lemma: PersonRole(
            lemma=lemma,
            side=None if side == "-" else ActorKind(side),
            office=office == "yes",
            unnamed=unnamed == "yes",
        )
        for lemma, side, office, unnamed in rows("person_roles.tsv")
    }


@cache
def weapon_classes() -> dict[str, WeaponClass]:
    """All weapon classes by name."""
    return {
        name: WeaponClass(name=name, gtd_type=int(kind), gtd_subtype=None if subtype == "-" else int(subtype))
        for name, kind, subtype in rows("weapon_classes.tsv")
    }


@cache
def weapon_terms() -> dict[str, WeaponClass]:
    """Weapon classes by every term that names one."""
    return {term: weapon_classes()[name] for term, name in rows("weapons.tsv")}


@cache
def target_kinds() -> dict[str, TargetKind]:
    """All target kinds by name."""
    return {name: TargetKind(name=name, gtd_type=int(number)) for name, number in rows("target_kinds.tsv")}


@cache
def target_nouns() -> dict[str, TargetKind]:
    """Target kinds by every noun that names one."""
    return {noun: target_kinds()[kind] for noun, kind in rows("targets.tsv")}


def actor_noun(lemma: str) -> ActorNoun | None:
    """What the noun says of an actor, or None when it is no noun for actors."""
    return _look_up(actor_nouns(), lemma)


def is_collective(lemma: str) -> bool:
    """True for nouns whose singular is a body of people ("army", "group", "government"), False for all others."""
    noun = actor_noun(lemma)
    return noun is not None and noun.collective


def person_role(lemma: str) -> PersonRole | None:
    """What the noun says of a person who may be quoted, or None when it names no such person."""
    return _look_up(person_roles(), lemma)


def weapon_class(text: str) -> WeaponClass | None:
    """The class of the weapon that a phrase names: of the longest term in it, of the last among equals.

    "an explosives-laden truck bomb" is a vehicle bomb, "the officers" None.
    """
    words = _words(text)
    for size in range(min(LONGEST_TERM, len(words)), 0, -1):
        for start in range(len(words) - size, -1, -1):
            found = _look_up(weapon_terms(), " ".join(words[start : start + size]))
            if found:
                return found
    return None


def target_kind(lemma: str) -> TargetKind | None:
    """The kind of target that a noun or compound names; of a longer compound its listed tail decides.

    "government-run girls' school" is educational. None when no tail is listed.
    """
    words = _words(lemma)
    tails = (" ".join(words[start:]) for start in range(len(words)))
    return next((kind for tail in tails if (kind := _look_up(target_nouns(), tail))), None)


def _look_up(table: Mapping[str, T], word: str) -> T | None:
    key = " ".join(_words(word))
    return next((table[form] for form in _singulars(key) if form in table), None)


def _words(text: str) -> list[str]:
    return text.casefold().replace("’", "'").replace("–", "-").split()


def _singulars(text: str) -> Iterator[str]:
    """The text itself, then what its last word may be the plural of."""
    yield text
    head, space, last = text.rpartition(" ")
    before = head + space
    if last in IRREGULAR:
        yield before + IRREGULAR[last]
    for ending, single in (("men", "man"), ("ies", "y"), ("ves", "fe"), ("es", ""), ("s", "")):
        if last.endswith(ending) and len(last) > len(ending) + 1:
            yield before + last.removesuffix(ending) + single
