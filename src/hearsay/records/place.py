"""Where: a place that a report names, as precisely as its words allow."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class PlacePrecision(StrEnum):
    """How much ground the words leave, from a building to a country."""

    SITE = "site"
    CITY = "city"
    ADMIN2 = "admin2"
    ADMIN1 = "admin1"
    REGION = "region"
    COUNTRY = "country"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One place of one report.

    `country` is ISO 3166-1 alpha-2; `admin1` the name of the first-level area. Coordinates are WGS84 degrees and
    None unless the gazetteer holds the place itself: no point is ever invented. `within` is the id of the place
    that it lies in, when the text says so. `reasons` say why it was resolved so, one short clause each.
    """

    id: str
    name: str
    country: str | None
    admin1: str | None
    latitude: float | None
    longitude: float | None
    geonames_id: int | None
    precision: PlacePrecision
    mentions: tuple[Span, ...]
    within: str | None = None
    reasons: tuple[str, ...] = ()
