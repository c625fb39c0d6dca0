"""How places are found and resolved."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceOptions:
    """What a user can set about places.

    gazetteer: an index made by `hearsay gazetteer import`, used beside the shipped one; None for the shipped one alone.
    inside_names: places inside other names ("Karachi Stock Exchange", "Perth Mint") are listed too, as collections of
    place names count them. Without it they only help to tell where the report is set.
    peoples: peoples and adjectives ("two Kenyans", "the Kenyan army") are mentions of their country too, which such
    collections also count. Without it they only say which country the report speaks of.
    """

    gazetteer: Path | None = None
    inside_names: bool = False
    peoples: bool = False
