"""The cases as columns in memory: a filter over a hundred thousand of them takes a few milliseconds.

A choice is an array of booleans, one a case; choices are combined with `&`, counted, and sorted by an order that is
worked out once. About 60 bytes a case.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.review.index.filters import CaseFilter
from hearsay.store.days import days_of
from hearsay.vocabulary.folding import fold

Whole = NDArray[np.int64]
Chosen = NDArray[np.bool_]

UNKNOWN = -1
CODED = ("kind", "country", "claims")
"""Columns of a few values, kept as numbers of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """A column of few values: `values` by code, and for each case its code, UNKNOWN where there is none."""

    values: tuple[str, ...]
    codes: Whole

    def equal(self, value: str) -> Chosen:
        """The cases of this value."""
        code = self.values.index(value) if value in self.values else UNKNOWN - 1
        return np.asarray(self.codes == code)

    def counts(self, chosen: Chosen) -> dict[str, int]:
        """How many of the chosen cases there are of each value, the most frequent first."""
        codes = self.codes[chosen]
        found = np.bincount(codes[codes >= 0], minlength=len(self.values))
        order = np.argsort(-found, kind="stable")
        return {self.values[at]: int(found[at]) for at in order if found[at]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """What filters look at. Days are ordinals of the proleptic Gregorian calendar, UNKNOWN where no day is known;
    coordinates are degrees, NaN where there is no point. `orders` give the cases' numbers sorted."""

    first: Whole
    last: Whole
    latitude: NDArray[np.float64]
    longitude: NDArray[np.float64]
    killed: Whole
    origins: Whole
    reports: Whole
    disputed: Chosen
    coded: Mapping[str, Coded]
    places: Mapping[str, Whole]
    orders: Mapping[str, Whole]

    def __len__(self) -> int:
        return len(self.first)

    def chosen(self, asked: CaseFilter) -> Chosen:
        """The cases that a filter chooses, but for its `text` and `actor`, which are looked up in the tables."""
        found = np.ones(len(self), dtype=bool)
        for name in CODED:
            value = getattr(asked, name)
            if value:
                found &= self.coded[name].equal(value.upper() if name == "country" else value)
        if asked.since:
            found &= (self.last >= _day(asked.since, 0)) & (self.first != UNKNOWN)
        if asked.until:
            found &= (self.first <= _day(asked.until, 1)) & (self.first != UNKNOWN)
        if asked.place:
            found &= self._in_place(fold(asked.place))
        if asked.origins:
            found &= self.origins >= asked.origins
        if asked.disputed:
            found &= self.disputed
        corners = asked.corners()
        if corners:
            west, south, east, north = corners
            found &= (self.longitude >= west) & (self.longitude <= east)
            found &= (self.latitude >= south) & (self.latitude <= north)
        return found

    def sorted(self, chosen: Chosen, sort: str) -> Whole:
        """The numbers of the chosen cases, in order."""
        order = self.orders[sort]
        return np.asarray(order[chosen[order]])

    def of_numbers(self, numbers: Iterable[int]) -> Chosen:
        """The cases with these numbers."""
        return self.of_array(np.fromiter(numbers, dtype=np.int64))

    def of_array(self, numbers: Whole) -> Chosen:
        """The same, of an array."""
        found = np.zeros(len(self), dtype=bool)
        found[numbers] = True
        return found

    def _in_place(self, words: str) -> Chosen:
        """The cases at a place with the words in its name."""
        named = [numbers for name, numbers in self.places.items() if words in name]
        return self.of_array(np.concatenate(named)) if named else self.of_numbers(())


def _day(value: str, end: int) -> int:
    days = days_of(value)
    return date.fromisoformat(days[end]).toordinal() if days else UNKNOWN


def load(connection: sqlite3.Connection) -> Columns:
    """The columns of an index."""
    wanted = (
        "first_day, last_day, latitude, longitude, killed_high, origins, reports, disputed_toll, kind, country, claims"
    )
    rows = connection.execute(f"SELECT {wanted} FROM cases ORDER BY number").fetchall()  # noqa: S608 - no value in it
    columns = list(zip(*rows, strict=True)) or [()] * 11
    first, killed, origins, reports = (_whole(columns[at]) for at in (0, 4, 5, 6))
    return Columns(
        first=first,
        last=_whole(columns[1]),
        latitude=_real(columns[2]),
        longitude=_real(columns[3]),
        killed=killed,
        origins=origins,
        reports=reports,
        disputed=np.array(columns[7], dtype=bool),
        coded={name: _coded(columns[8 + at]) for at, name in enumerate(CODED)},
        places=_places(connection),
        orders=_orders(first, killed, origins, reports),
    )


def _orders(first: Whole, killed: Whole, origins: Whole, reports: Whole) -> dict[str, Whole]:
    """Each order has the latest first among equals, and those without a date or figure last."""
    latest = -first
    earliest = np.where(first == UNKNOWN, np.iinfo(np.int64).max, first)
    by: dict[str, tuple[Whole, ...]] = {"time": (latest,), "-time": (earliest,)}
    by |= {name: (latest, -column) for name, column in (("killed", killed), ("origins", origins), ("reports", reports))}
    return {name: np.lexsort(keys) for name, keys in by.items()}


def _places(connection: sqlite3.Connection) -> dict[str, Whole]:
    found: dict[str, list[int]] = {}
    for number, name in connection.execute("SELECT number, folded FROM case_places ORDER BY number"):
        found.setdefault(name, []).append(number)
    return {name: np.array(numbers, dtype=np.int64) for name, numbers in found.items()}


def _whole(values: Sequence[Any]) -> Whole:
    return np.array([UNKNOWN if value is None else value for value in values], dtype=np.int64)


def _real(values: Sequence[Any]) -> NDArray[np.float64]:
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)


def _coded(values: Sequence[str | None]) -> Coded:
    known = tuple(sorted({value for value in values if value}))
    codes = {value: code for code, value in enumerate(known)}
    return Coded(values=known, codes=np.array([codes.get(value or "", UNKNOWN) for value in values], dtype=np.int64))
