"""Bodies of states, which need no row each: "the Pakistani army", "Colombia's police", "the government of Mali"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from typing import TypeVar

from anyascii import anyascii

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.actors.rows import ActorRow
from hearsay.vocabulary.actors.spelling import key_of
from hearsay.vocabulary.countries import countries

_BODIES = {
    ActorKind.STATE_FORCE: """army; military; armed forces; troops; soldiers; navy; air force; police; national police;
        federal police; civil police; police force; security forces; government forces; special forces; coast guard;
        border guards; border police; national guard; republican guard; presidential guard; gendarmerie; marines;
        intelligence service; intelligence agency; secret police; paramilitary police; peacekeepers; forces; commandos;
        rangers; paratroopers; state security; border security force; riot police; military police; warplanes""",
    ActorKind.GOVERNMENT: """government; authorities; foreign ministry; interior ministry; defense ministry;
        health ministry; justice ministry; information ministry; ministry of foreign affairs; ministry of defense;
        ministry of the interior; parliament; national assembly; senate; embassy; consulate;
        supreme court; judiciary; regime; administration; cabinet; presidency""",
}
_SAME = {
    "armed force": "armed forces", "armed forces": "armed forces", "ministry of foreign affairs": "foreign ministry",
    "ministry of defense": "defense ministry", "ministry of interior": "interior ministry",
    "soldier": "army", "soldiers": "army", "troop": "army", "troops": "army", "military": "armed forces",
    "force": "armed forces", "forces": "armed forces", "police force": "police", "authorities": "government",
    "regime": "government", "administration": "government",
    "government force": "armed forces", "government forces": "armed forces", "security force": "security forces",
    "warplanes": "air force", "paratroopers": "army", "rangers": "rangers", "commandos": "special forces",
    "commando": "special forces", "special force": "special forces",
}  # fmt: skip
LONGEST_NOUN = 4  # words
LONGEST_COUNTRY = 5  # words
T = TypeVar("T")


@cache
def _nouns() -> Mapping[str, tuple[str, ActorKind]]:
    """Look-up key of each body noun, with the body it stands for and its kind."""
    found: dict[str, tuple[str, ActorKind]] = {}
    for kind, listed in _BODIES.items():
        for noun in (part.strip() for part in re.sub(r"\s+", " ", listed).split(";")):
            key = key_of(noun)
            found[key] = (_SAME.get(key, _SAME.get(noun, noun)), kind)
    return found


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", anyascii(text).lower()).strip("-")


@cache
def _places() -> Mapping[str, tuple[str, str]]:
    """The alpha-2 code and name of each country by its slug."""
    return {_slug(country.name): (country.alpha2, country.name) for country in countries().values()}


@cache
def _bodies() -> Mapping[str, tuple[str, ActorKind]]:
    """Each body and its kind by its slug."""
    return {_slug(body): (body, kind) for body, kind in _nouns().values()}


def body_row(actor: str) -> ActorRow | None:
    """The row of a state body by its id, such as `pakistan-army`; None when it is the id of none."""
    for cut in (place for place, letter in enumerate(actor) if letter == "-"):
        place, body = _places().get(actor[:cut]), _bodies().get(actor[cut + 1 :])
        if place is not None and body is not None:
            return ActorRow(
                id=actor,
                name=f"{body[0].capitalize()} of {place[1]}",
                kind=body[1],
                countries=(place[0],),
                source=("by pattern",),
            )
    return None


@cache
def country_keys() -> Mapping[str, tuple[str, ...]]:
    """The slugs of the countries that each key of a country's name or demonym may mean."""
    found: dict[str, list[str]] = {}
    for country in countries().values():
        slug = _slug(country.name)
        for form in (country.name, *country.other_names, *country.demonyms):
            slugs = found.setdefault(key_of(form), [])
            if slug not in slugs:
                slugs.append(slug)
    return {key: tuple(slugs) for key, slugs in found.items()}


def body_in(spelt: Sequence[str], start: int) -> tuple[int, str] | None:
    """The state body named by the words from `start` on: how many words it takes and its id; None where there is none.

    `spelt` are words in their one spelling, "|" where punctuation parts them.
    """
    noun = _longest(spelt, start, _nouns(), LONGEST_NOUN)
    if noun is not None:
        after = start + noun[0]
        if after < len(spelt) and spelt[after] == "of":
            country = _longest(spelt, after + 1, country_keys(), LONGEST_COUNTRY)
            if country is not None:
                return _named(noun[0] + 1 + country[0], country[1], noun[1][0])
    country = _longest(spelt, start, country_keys(), LONGEST_COUNTRY)
    if country is not None:
        noun = _longest(spelt, start + country[0], _nouns(), LONGEST_NOUN)
        if noun is not None:
            return _named(country[0] + noun[0], country[1], noun[1][0])
    return None


def _named(size: int, slugs: tuple[str, ...], body: str) -> tuple[int, str] | None:
    return (size, f"{slugs[0]}-{_slug(body)}") if len(slugs) == 1 else None


def _longest(spelt: Sequence[str], start: int, table: Mapping[str, T], most: int) -> tuple[int, T] | None:
    for size in range(min(most, len(spelt) - start), 0, -1):
        found = table.get(" ".join(spelt[start : start + size]))
        if found is not None:
            return size, found
    return None


def body_of(name: str) -> ActorRow | None:
    """The state body that a name stands for, or None: "Pakistani troops" is the row `pakistan-army`.

    The country's name or demonym must have its capital.
    """
    if not any(letter.isupper() for letter in name):
        return None
    spelt = key_of(name).split()
    found = body_in(spelt, 0)
    return body_row(found[1]) if found is not None and found[0] == len(spelt) else None
