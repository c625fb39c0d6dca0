"""Words around the names of places: kinds of facility, of area and of direction, and what makes a name no place.

Data: `data/place_words.tsv`, `data/ambiguous_words.tsv`, `data/place_abbreviations.tsv`, which say their sources.
All words are lower case.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from hearsay.vocabulary.kinds import rows


def _sets() -> Mapping[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for name, words in rows("place_words.tsv"):
        listed = (word.replace("_", " ") for word in words.split(" "))
        found[name] = found.get(name, frozenset()) | frozenset(listed)
    return found


_SETS = _sets()

FACILITIES = _SETS["facilities"]
"""Head nouns of a building or site. Plurals are not here: "hotels in Kabul" are no one site."""
WEAK_FACILITIES = _SETS["weak_facilities"]
"""Facilities that also name an organisation or a town: a site only where something is at, in or on it."""
DIRECTIONS = _SETS["directions"]
"""Parts of a country or area: "northern Mali"."""
ADMIN1_WORDS = _SETS["admin1_words"]
ADMIN2_WORDS = _SETS["admin2_words"]
CITY_WORDS = _SETS["city_words"]
"""Words by a name that say at which level it is meant: "Aleppo province", "the town of Idlib"."""
LEVELS = ADMIN1_WORDS | ADMIN2_WORDS | CITY_WORDS
REGION_NOUNS = _SETS["region_nouns"]
REGION_ADJECTIVES = _SETS["region_adjectives"]
"""What describes a region that has no name: "border tribal regions"."""
WATER_AND_LAND = _SETS["water_and_land"]
"""A name that ends so is a feature of the land, whatever its first word is: "Jordan Valley"."""
LAND_BEFORE = _SETS["land_before"]
"""A name that begins so is a feature of the land: "Lake Chad"."""
PLACE_BEFORE = _SETS["place_before"]
"""Words before a place. Weak ones, such as "of", are not here."""
TITLES_BEFORE = _SETS["titles_before"]
"""A capitalised name behind one of these is a person's."""
RESIDENTS = _SETS["residents"]
"""Nouns of those who live or serve in a place, behind its name: "a Mosul man", "Kabul police"."""
TITLES_BEHIND = _SETS["titles_behind"]
"""A place stands before one of these: "Kabul Mayor", "Iraq President"."""
ORGANISATION_WORDS = _SETS["organisation_words"]
"""Behind a place's name in capitals these make it another name, or a street: "Boston Scientific"."""
ORGANISATION_HEADS = _SETS["organisation_heads"]
"""Before "of" and a place these make an organisation: "University of Karachi"."""
FUNCTION_WORDS = _SETS["function_words"]
"""Words that a sentence opens with, and that are no part of the name behind them."""
MONTHS_AND_DAYS = _SETS["months_and_days"]
CONNECTORS = _SETS["connectors"]
"""Small words inside a place's name: "Rio de Janeiro", "Deir ez-Zor"."""
ARTICLES = _SETS["articles"]
"""Forms of the Arabic article, which may open a name and be written small."""

ORGANISATION_PHRASES = (
    "al qaeda in",
    "al qaida in",
    "islamic state of",
    "islamic state in iraq and",
    "front for the liberation of",
    "emirate of",
    "jihad in",
    "qaeda in the",
)
"""Words right before a place that make it part of an armed group's or party's name."""


@cache
def ambiguous_words() -> Mapping[str, str]:
    """What a word that the gazetteer knows mostly is: `word`, `person`, `other`, or `never` a place by itself."""
    listed = {row[0]: row[1] for row in rows("ambiguous_words.tsv")}
    return listed | dict.fromkeys(
        _SETS["never_alone"] | MONTHS_AND_DAYS | ADMIN1_WORDS, "never"
    )  # "the Islamic Republic"


@cache
def area_abbreviations() -> Mapping[str, tuple[str, str]]:
    """Country and first-level code by the abbreviation without its full stops: "Calif", "NY", and "DC" for "D.C."."""
    found: dict[str, tuple[str, str]] = {}
    for code, forms in rows("place_abbreviations.tsv"):
        country, _, admin1 = code.partition(".")
        for form in forms.split(";"):
            found[form.replace(".", "").replace(" ", "")] = (country, admin1)
    return found
