"""Countries: their codes, the names that the press has for them, and their demonyms.

Data: `data/countries.tsv`, which says its sources.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.kinds import rows

_LONGEST_ACRONYM = 5  # letters: "USSR" is a country, "ussr" hardly; "US" is one and "us" is not

_REMEMBERED = 50_000  # words; every capitalised one of a report is asked for, over and over


@dataclass(frozen=True, slots=True, kw_only=True)
class Country:
    """A country, or one that is no more: then `until` is its last year and its codes are those of ISO 3166-3.

    `alpha2`, `alpha3` and `numeric` are ISO 3166-1 (XK, in common use for Kosovo, has no number). `population` is the
    GeoNames figure, 0 where there is none; `neighbours` are alpha-2 codes.
    """

    alpha2: str
    alpha3: str
    numeric: str | None
    geonames_id: int | None
    until: int | None
    name: str
    other_names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str | None
    population: int
    neighbours: tuple[str, ...]


def _several(field: str) -> tuple[str, ...]:
    return () if field == "-" else tuple(field.split(";"))


def _number(field: str) -> int | None:
    return None if field == "-" else int(field)


@cache
def countries() -> Mapping[str, Country]:
    """Every country of the table by its alpha-2 code."""
    return {
        row[0]: Country(
            alpha2=row[0],
            alpha3=row[1],
            numeric=None if row[2] == "-" else row[2],
            geonames_id=_number(row[3]),
            until=_number(row[4]),
            name=row[5],
            other_names=_several(row[6]),
            demonyms=_several(row[7]),
            capital=None if row[8] == "-" else row[8],
            population=_number(row[9]) or 0,
            neighbours=_several(row[10]),
        )
        for row in rows("countries.tsv")
    }


def _is_acronym(name: str) -> bool:
    letters = name.replace(".", "")
    return letters.isupper() and len(letters) <= _LONGEST_ACRONYM


def _index(pairs: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, code in pairs:
        codes = found.setdefault(name.replace(".", "") if _is_acronym(name) else fold(name), [])
        if code not in codes:
            codes.append(code)
    return {name: tuple(codes) for name, codes in found.items()}


@cache
def _by_name() -> Mapping[str, tuple[str, ...]]:
    return _index((name, c.alpha2) for c in countries().values() for name in (c.name, *c.other_names))


@cache
def _by_demonym() -> Mapping[str, tuple[str, ...]]:
    return _index((name, c.alpha2) for c in countries().values() for name in c.demonyms)


@cache
def demonym_openers() -> frozenset[str]:
    """The first words of all demonyms, singular and plural, in small letters."""
    firsts = {name.split()[0].lower() for country in countries().values() for name in country.demonyms}
    return frozenset(firsts | {f"{first}s" for first in firsts})


@lru_cache(_REMEMBERED)
def countries_of(name: str) -> tuple[str, ...]:
    """The alpha-2 codes of the countries that a name may mean: two for "Congo", none for what is no country's name.

    Accents, case and a leading "the" do not matter, except that acronyms stay in capitals ("US", "U.S.").
    """
    if name.isupper() and _is_acronym(name) and (acronym := _by_name().get(name.replace(".", ""))):
        return acronym
    key = fold(name)
    return _by_name().get(key) or _by_name().get(key.removeprefix("the ")) or ()


def country_of(name: str) -> str | None:
    """The alpha-2 code of the country with this name; None when there is none, or more than one ("Congo")."""
    codes = countries_of(name)
    return codes[0] if len(codes) == 1 else None


@lru_cache(_REMEMBERED)
def demonym_countries(word: str) -> tuple[str, ...]:
    """The alpha-2 codes of the countries whose people, or things, are called so: `("PK",)` for "Pakistanis".

    A demonym is written with a capital; "polish" is none. Words for two states at once ("Korean") give both.
    """
    if not word[:1].isupper():
        return ()
    key = fold(word.removesuffix("'s").removesuffix("’s"))
    return _by_demonym().get(key) or (_by_demonym().get(key.removesuffix("s"), ()) if key.endswith("s") else ())


def demonym_country(word: str) -> str | None:
    """The one country of a demonym as alpha-2, or None: "Pakistani" is "PK", "Korean" is None."""
    codes = demonym_countries(word)
    return codes[0] if len(codes) == 1 else None
