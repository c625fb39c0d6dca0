"""One place of a gazetteer."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

_KINDS = ("is_country", "is_admin1", "is_admin2", "is_populated")


@cache
def _kinds_of(feature: str) -> tuple[bool, bool, bool, bool]:
    return (
        feature.startswith("A.PCL") or feature == "A.TERR",
        feature.startswith("A.ADM1"),
        feature.startswith("A.ADM2"),
        feature.startswith("P."),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A place as GeoNames has it.

    `id` is the GeoNames id; ids below zero are rows of hearsay's own table that GeoNames has no known id for.
    `country` is alpha-2, empty for what lies in several or none; `admin1` and `admin2` are GeoNames' codes within it,
    empty when unknown. `feature` is class and code ("P.PPLA", "A.ADM1", "L.RGN"). `latitude` and `longitude` are WGS84
    degrees, None when the source gives none. `population` is 0 when unknown, which is often.
    """

    id: int
    name: str
    country: str
    admin1: str
    admin2: str
    feature: str
    latitude: float | None
    longitude: float | None
    population: int

    is_country: bool = field(init=False, repr=False, compare=False)
    """True for countries and dependencies. With the next three asked for so often that they are worked out once."""
    is_admin1: bool = field(init=False, repr=False, compare=False)
    """True for first-level areas, present or former."""
    is_admin2: bool = field(init=False, repr=False, compare=False)
    """True for second-level areas, present or former."""
    is_populated: bool = field(init=False, repr=False, compare=False)
    """True for cities, towns, villages and their parts."""

    def __post_init__(self) -> None:
        for name, value in zip(_KINDS, _kinds_of(self.feature), strict=True):
            object.__setattr__(self, name, value)

    @property
    def is_capital(self) -> bool:
        """True for a country's capital."""
        return self.feature == "P.PPLC"

    @property
    def is_seat(self) -> bool:
        """True for the seat of an administrative area of any level."""
        return self.feature.startswith(("P.PPLA", "P.PPLC", "P.PPLG"))
