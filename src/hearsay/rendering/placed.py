"""The places of reports as text, CSV and JSON lines: for maps and tables."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO

from hearsay.records.document import BlockKind, Document
from hearsay.records.place import Place
from hearsay.rendering.lists import inert, plain
from hearsay.rendering.phrases import one_line

COLUMNS = (
    "report",
    "place",
    "country",
    "admin1",
    "latitude",
    "longitude",
    "geonames_id",
    "precision",
    "mentions",
    "words",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """A place with the different words that the report has for it, in the order of the text."""

    place: Place
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesOfReport:
    """The places of one report. `report` names it for a person: headline, else address, else id."""

    document: str
    url: str | None
    report: str
    places: tuple[Mentioned, ...]


def places_of_report(document: Document, places: Iterable[Place]) -> PlacesOfReport:
    """The places beside the report's own words for them."""
    headline = next((b.span.of(document.text) for b in document.blocks if b.kind is BlockKind.HEADLINE), None)
    return PlacesOfReport(
        document=document.id,
        url=document.url,
        report=one_line(headline or document.url or document.id),
        places=tuple(Mentioned(place=place, words=_words(document.text, place)) for place in places),
    )


def _words(text: str, place: Place) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one_line(span.of(text)) for span in place.mentions))


def write_text(reports: Iterable[PlacesOfReport], out: TextIO) -> None:
    """A paragraph a report: each place with where it lies, and its words where they differ from its name."""
    for number, report in enumerate(reports):
        out.write(("\n" if number else "") + report.report + "\n")
        for mentioned in report.places:
            out.write(f"    {_line(mentioned)}\n")
        if not report.places:
            out.write("    no place is named\n")


def _line(mentioned: Mentioned) -> str:
    place = mentioned.place
    area = place.admin1 if place.admin1 != place.name else None
    named = ", ".join(
        filter(None, (one_line(place.name), area, place.country if place.country != place.name else None))
    )
    point = "no point" if place.latitude is None else f"{place.latitude:.2f} {place.longitude:.2f}"
    id = f"GeoNames {place.geonames_id}" if place.geonames_id else "in no gazetteer"
    others = [f"“{words}”" for words in mentioned.words if words.casefold() != place.name.casefold()]
    said = f"; here {', '.join(others)}" if others else ""
    return f"{named}  ({place.precision.value}, {point}, {id}{said})"


def write_csv(reports: Iterable[PlacesOfReport], out: TextIO) -> None:
    """A row a place; a cell that a spreadsheet would run as a formula gets an apostrophe first."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for report in reports:
        for mentioned in report.places:
            place = mentioned.place
            names = (report.report, one_line(place.name), place.country or "", place.admin1 or "")
            figures = (place.latitude, place.longitude, place.geonames_id, place.precision.value, len(place.mentions))
            words = inert("; ".join(mentioned.words))
            writer.writerow([*map(inert, names), *("" if one is None else one for one in figures), words])


def write_json(reports: Iterable[PlacesOfReport], out: TextIO) -> None:
    """An object a report, everything in it."""
    for report in reports:
        out.write(json.dumps(plain(report), ensure_ascii=False) + "\n")
