"""One place of a gazetteer."""

from __future__ import annotations

from dataclasses import dataclass


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

    @property
    def is_country(self) -> bool:
        """True for countries and dependencies."""
        return self.feature.startswith("A.PCL") or self.feature == "A.TERR"

    @property
    def is_admin1(self) -> bool:
        """True for first-level areas, present or former."""
        return self.feature.startswith("A.ADM1")

    @property
    def is_admin2(self) -> bool:
        """True for second-level areas, present or former."""
        return self.feature.startswith("A.ADM2")

    @property
    def is_populated(self) -> bool:
        """True for cities, towns, villages and their parts."""
        return self.feature.startswith("P.")

    @property
    def is_capital(self) -> bool:
        """True for a country's capital."""
        return self.feature == "P.PPLC"

    @property
    def is_seat(self) -> bool:
        """True for the seat of an administrative area of any level."""
        return self.feature.startswith(("P.PPLA", "P.PPLC", "P.PPLG"))
