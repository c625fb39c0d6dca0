"""The rules that a row of the UCDP GED has to keep."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from hearsay.exports.base import Fault

_STATUS = frozenset({"Clear", "Check deaths", "Check dyad", "Check geography"})
_REGIONS = frozenset({"Africa", "Americas", "Asia", "Europe", "Middle East"})
_CODES = {
    "type_of_violence": range(1, 4),
    "where_prec": range(1, 8),
    "date_prec": range(1, 6),
    "event_clarity": range(1, 3),
}
_DAY = re.compile(r"(\d{4}-\d{2}-\d{2}) 00:00:00\.000")
_DEATHS = ("deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown")
_PART = {1: (1, 1), 2: (2, 6), 3: (7, 7), 4: (8, 31), 5: (32, 366)}
_REQUIRED = ("id", "year", "side_a", "side_b", "country", "country_id", "best", "low", "high", *_DEATHS)


def check_row(number: int, cells: Mapping[str, str], seen: set[str]) -> Iterator[Fault]:
    """The faults of one row; `seen` holds the ids of the rows before it."""
    for column, message in _faults(cells):
        yield Fault(row=number, column=column, message=message)
    if cells["id"] in seen:
        yield Fault(row=number, column="id", message=f"{cells['id']!r} is given twice")
    seen.add(cells["id"])


def _faults(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in _REQUIRED:
        if not cells[column]:
            yield column, "is empty"
    for column, allowed in _CODES.items():
        if cells[column] and (not cells[column].isdecimal() or int(cells[column]) not in allowed):
            yield column, f"{cells[column]!r} is none of {', '.join(map(str, allowed))}"
    if cells["code_status"] not in _STATUS:
        yield "code_status", f"{cells['code_status']!r} is none of {', '.join(sorted(_STATUS))}"
    if cells["region"] not in _REGIONS:
        yield "region", f"{cells['region']!r} is none of {', '.join(sorted(_REGIONS))}"
    yield from _deaths(cells)
    yield from _dates(cells)
    yield from _sides(cells)


def _deaths(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    columns = ("low", "best", "high", *_DEATHS)
    for column in columns:
        if cells[column] and not cells[column].isdecimal():
            yield column, f"{cells[column]!r} is no whole number from 0"
    if all(cells[column].isdecimal() for column in columns):
        low, best, high = (int(cells[column]) for column in columns[:3])
        if not low <= best <= high:
            yield "best", f"low {low}, best {best}, high {high} are not in order"
        if high < 1:
            yield "high", "only fatal events belong here"
        if sum(int(cells[column]) for column in _DEATHS) != best:
            yield "deaths_unknown", f"the deaths by side do not add up to best, {best}"


def _dates(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    days = []
    for column in ("date_start", "date_end"):
        match = _DAY.fullmatch(cells[column])
        try:
            days.append(date.fromisoformat(match[1] if match else ""))
        except ValueError:
            yield column, f"{cells[column]!r} is not 'YYYY-MM-DD 00:00:00.000'"
    if len(days) < 2:
        return
    first, last = days
    if last < first:
        yield "date_end", "the end lies before the beginning"
    if first.year != last.year or str(first.year) != cells["year"]:
        yield "year", "an event lies within one calendar year, the one of its dates"
    precision = cells["date_prec"]
    if precision.isdecimal() and int(precision) in _PART:
        least, most = _PART[int(precision)]
        if not least <= (last - first).days + 1 <= most:
            yield "date_prec", f"{precision} does not go with {(last - first).days + 1} day(s)"


def _sides(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if cells["type_of_violence"] == "3" and cells["side_b"] != "Civilians":
        yield "side_b", "in one-sided violence side b is Civilians"
    if cells["type_of_violence"] == "1" and not cells["side_a"].startswith("Government of "):
        yield "side_a", "in state-based violence side a is a government"
    if cells["dyad_name"] and cells["dyad_name"] != f"{cells['side_a']} - {cells['side_b']}":
        yield "dyad_name", "is not made of the two sides"
    if cells["geom_wkt"] and not re.fullmatch(r"POINT \(-?\d+(?:\.\d+)? -?\d+(?:\.\d+)?\)", cells["geom_wkt"]):
        yield "geom_wkt", f"{cells['geom_wkt']!r} is no point"
