"""Incidents as a table, over time and on a map, each of which narrows what the others show."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hearsay.rendering import cases as told
from hearsay.rendering import phrases
from hearsay.review.drawing import drawn
from hearsay.review.drawn.histogram import HEIGHT, WIDTH, histogram
from hearsay.review.drawn.map import Map, drawn_map
from hearsay.review.index.filters import SORTS, CaseFilter
from hearsay.review.index.opening import Cases, Found
from hearsay.review.index.rows import CaseRow
from hearsay.review.routing import shows
from hearsay.review.site import Site
from hearsay.review.taking import as_csv, as_json_lines, in_parts, query, take
from hearsay.vocabulary.countries import countries

SHOWN = 40  # incidents on a page
PLACES_NAMED = 60  # circles of a map that are called by their place


COLUMNS: Mapping[str, Callable[[CaseRow], object]] = {
    "id": lambda row: row.id,
    "time": lambda row: row.time,
    "kind": lambda row: row.kind,
    "place": lambda row: row.place,
    "within": lambda row: row.within,
    "country": lambda row: row.country,
    "latitude": lambda row: row.latitude,
    "longitude": lambda row: row.longitude,
    "killed_low": lambda row: row.killed_low,
    "killed_high": lambda row: row.killed_high,
    "wounded_low": lambda row: row.wounded_low,
    "wounded_high": lambda row: row.wounded_high,
    "toll_disputed": lambda row: "yes" if row.disputed_toll else "no",
    "disputed": lambda row: row.disputed,
    "claims": lambda row: row.claims,
    "who": lambda row: "; ".join(f"{one.name} ({one.stance})" for one in row.who),
    "origins": lambda row: row.origins,
    "stories": lambda row: row.stories,
    "reports": lambda row: row.reports,
}
"""The table as a file has it."""

CLAIMS = {status.value: words for status, words in told.CLAIMS.items()}
STANCES = {stance.value: words for stance, words in phrases.STANCES.items()}


def incidents(request: Request, site: Site) -> Response:
    """The table with its histogram, map and filters."""
    cases, asked = site.cases(), CaseFilter.of(request.query_params)
    found = cases.find(asked)
    pages = max(1, -(-len(found) // SHOWN))
    numbers = found.numbers[(asked.page - 1) * SHOWN : asked.page * SHOWN].tolist()
    shown_map = drawn_map(cases.columns, found.chosen)
    path = request.url.path

    def leads(**changed: str | int) -> str:
        return query(path, asked.but(**changed).address())

    return drawn(
        request,
        "incidents.html",
        asked=asked,
        rows=cases.rows(numbers),
        total=len(found),
        everything=len(cases),
        pages=pages,
        bars=histogram(cases.columns, found.chosen),
        bar_space=(WIDTH, HEIGHT),
        map=shown_map,
        spots=_spots(cases, shown_map),
        choices=_choices(cases, found, asked),
        chosen=_chosen(cases, asked),
        leads=leads,
        claims=CLAIMS,
        stances=STANCES,
        sorts=SORTS,
        take=take(request, site, _title(asked, len(found)), _exports(asked)),
    )


def incidents_csv(request: Request, site: Site) -> Response:
    """All incidents of the choice, in its order, as CSV."""
    return as_csv("incidents", COLUMNS, _all_rows(site.cases(), request))


def incidents_json(request: Request, site: Site) -> Response:
    """All incidents of the choice, in its order, as JSON lines."""
    return as_json_lines("incidents", map(plain_case, _all_rows(site.cases(), request)))


def plain_case(row: CaseRow) -> dict[str, Any]:
    """A case for a program."""
    known = dataclasses.asdict(row)
    del known["number"]
    return known


def _all_rows(cases: Cases, request: Request) -> Iterable[CaseRow]:
    found = cases.find(CaseFilter.of(request.query_params))
    return in_parts(found.numbers.tolist(), cases.rows)


def _exports(asked: CaseFilter) -> dict[str, str]:
    fields = {name: value for name, value in asked.address().items() if name != "page"}
    return {"CSV": query("/incidents.csv", fields), "JSON lines": query("/incidents.jsonl", fields)}


def _title(asked: CaseFilter, total: int) -> str:
    fields = ", ".join(f"{name} {value}" for name, value in asked.address().items() if name not in ("page", "sort"))
    return f"{total:,} incident{'' if total == 1 else 's'}" + (f": {fields}" if fields else "")


def _choices(cases: Cases, found: Found, asked: CaseFilter) -> dict[str, list[tuple[str, str, int]]]:
    """The values that the choice still has, with how many incidents each would leave; the chosen one among them."""
    choices: dict[str, list[tuple[str, str, int]]] = {}
    for name, words in (("kind", {}), ("country", {}), ("claims", CLAIMS)):
        counts = cases.columns.coded[name].counts(found.chosen)
        chosen = getattr(asked, name)
        if chosen and chosen not in counts:
            counts = {chosen: 0} | counts
        said = countries_said(counts) if name == "country" else words
        choices[name] = [(value, said.get(value, value), count) for value, count in counts.items()]
    return choices


def countries_said(codes: Iterable[str]) -> dict[str, str]:
    """The names of countries by their codes; a code that is none is its own name."""
    known = countries()
    return {code: known[code].name if code in known else code for code in codes}


def _chosen(cases: Cases, asked: CaseFilter) -> list[tuple[str, str]]:
    """What is chosen, in words, each with the field that it can be taken back by."""
    actor = cases.actor(asked.actor)
    words = {
        "text": f"“{asked.text}”",
        "since": f"since {phrases.when(asked.since)}",
        "until": f"until {phrases.when(asked.until)}",
        "place": f"in {asked.place}",
        "country": countries_said([asked.country.upper()])[asked.country.upper()],
        "actor": actor.name if actor else asked.actor,
        "stance": STANCES.get(asked.stance, ""),
        "kind": asked.kind,
        "claims": CLAIMS.get(asked.claims, ""),
        "origins": f"{asked.origins} or more origins",
        "disputed": "toll disputed",
        "box": "this part of the map",
    }
    if asked.since and asked.since == asked.until:
        words["since"], words["until"] = f"in {phrases.when(asked.since)}", ""
    empty = ("", 0)
    return [(name, said) for name, said in words.items() if said and getattr(asked, name) not in empty]


def _spots(cases: Cases, shown: Map | None) -> Sequence[str]:
    """What the circles of a map are called: "Mopti: 3 incidents"; the smaller ones of a crowded map by degrees."""
    if shown is None:
        return ()
    names = {row.number: row for row in cases.rows([spot.example for spot in shown.spots[:PLACES_NAMED]])}
    said = []
    for spot in shown.spots:
        row = names.get(spot.example)
        where = row.place if row and row.place else f"{spot.latitude:.1f}°, {spot.longitude:.1f}°"
        around = where if spot.count == 1 else f"around {where}"
        said.append(f"{around}: {spot.count:,} incident{'' if spot.count == 1 else 's'}")
    return said


ROUTES = (
    shows("/incidents.csv", incidents_csv, name="incidents_csv"),
    shows("/incidents.jsonl", incidents_json, name="incidents_json"),
    shows("/incidents", incidents, name="incidents"),
)
