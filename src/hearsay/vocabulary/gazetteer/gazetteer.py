"""Looking names up: the shipped gazetteer, and an index of the user's own beside it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Hashable
from functools import cache, lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol

from hearsay.errors import UsageError
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.index import DEGREE, FORMAT, MOST_OF_A_NAME
from hearsay.vocabulary.gazetteer.packed import PackedGazetteer

_REMEMBERED = 50_000  # names; a report's names come again, and most words of English are asked for over and over
_COLUMNS = "id, name, country, admin1, admin2, feature, latitude, longitude, population"


class Gazetteer(Hashable, Protocol):
    """What may answer for the places of the world."""

    def named(self, key: str) -> tuple[Entry, ...]:
        """The places with this folded name (see `fold`), none when there is none; of very many the best known."""
        ...

    def entry(self, id: int) -> Entry | None:
        """The place with this GeoNames id."""
        ...

    def area(self, country: str, admin1: str, admin2: str = "") -> Entry | None:
        """The first-level area of a country, or with `admin2` the second-level one, by their codes."""
        ...


class FileGazetteer:
    """An index, opened when first asked and read in place.

    A connection belongs to the process that opened it, so a forked worker opens its own.

    Raises:
        UsageError: when the file is absent or is no gazetteer of this version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._process = 0
        self.named = lru_cache(_REMEMBERED)(self._named)
        self.entry = lru_cache(_REMEMBERED)(self._entry)
        self.area = lru_cache(_REMEMBERED)(self._area)

    def _named(self, key: str) -> tuple[Entry, ...]:
        best = "SELECT id FROM name WHERE key = ? ORDER BY rank, id LIMIT ?"
        found = self._open().execute(
            f"SELECT {_COLUMNS} FROM ({best}) JOIN place USING (id)",  # noqa: S608 - columns are our own
            (key, MOST_OF_A_NAME),
        )
        return tuple({row[0]: _entry_of(row) for row in found}.values())

    def _entry(self, id: int) -> Entry | None:
        row = self._open().execute(
            f"SELECT {_COLUMNS} FROM place WHERE id = ?",  # noqa: S608 - columns are our own
            (id,),
        )
        return next((_entry_of(found) for found in row), None)

    def _area(self, country: str, admin1: str, admin2: str = "") -> Entry | None:
        code = f"{country}.{admin1}.{admin2}" if admin2 else f"{country}.{admin1}"
        row = self._open().execute("SELECT id FROM area WHERE code = ?", (code,)).fetchone()
        return self.entry(row[0]) if row else None

    def _open(self) -> sqlite3.Connection:
        if self._connection is None or self._process != os.getpid():
            self._connection = self._connect()
            self._process = os.getpid()
        return self._connection

    def _connect(self) -> sqlite3.Connection:
        way_out = "make one with `hearsay gazetteer import FILE`"
        if not self._path.is_file():
            raise UsageError(f"there is no gazetteer at {str(self._path)!r}; {way_out}")
        connection = sqlite3.connect(
            f"{self._path.resolve().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
        try:
            row = connection.execute("SELECT value FROM meta WHERE key = 'format'").fetchone()
        except sqlite3.DatabaseError as error:
            connection.close()
            raise UsageError(f"{str(self._path)!r} is no gazetteer ({error}); {way_out}") from error
        if row is None or row[0] != FORMAT:
            connection.close()
            raise UsageError(f"{str(self._path)!r} is a gazetteer of another version; {way_out}")
        return connection


def _entry_of(row: tuple[int, str, str, str, str, str, int | None, int | None, int]) -> Entry:
    id, name, country, admin1, admin2, feature, latitude, longitude, population = row
    return Entry(
        id=id,
        name=name,
        country=country,
        admin1=admin1,
        admin2=admin2,
        feature=feature,
        latitude=None if latitude is None else latitude / DEGREE,
        longitude=None if longitude is None else longitude / DEGREE,
        population=population,
    )


class LayeredGazetteer:
    """Several gazetteers as one; of two entries with one id the earlier layer's counts."""

    def __init__(self, *layers: Gazetteer) -> None:
        self._layers = layers

    def named(self, key: str) -> tuple[Entry, ...]:
        """The places with this folded name in any layer."""
        found: dict[int, Entry] = {}
        for layer in self._layers:
            for entry in layer.named(key):
                found.setdefault(entry.id, entry)
        return tuple(found.values())

    def entry(self, id: int) -> Entry | None:
        """The place with this GeoNames id in the first layer that has it."""
        return next((found for layer in self._layers if (found := layer.entry(id))), None)

    def area(self, country: str, admin1: str, admin2: str = "") -> Entry | None:
        """The area with these codes in the first layer that has it."""
        return next((found for layer in self._layers if (found := layer.area(country, admin1, admin2))), None)


@cache
def shipped_gazetteer() -> PackedGazetteer:
    """The gazetteer of the package: places of a thousand people, seats, first- and second-level areas, regions."""
    return PackedGazetteer(Path(str(files("hearsay.vocabulary").joinpath("data", "gazetteer.pack"))))


@cache
def gazetteer_with(path: Path | None) -> Gazetteer:
    """The shipped gazetteer, with the user's own index beside it when there is one."""
    return shipped_gazetteer() if path is None else LayeredGazetteer(shipped_gazetteer(), FileGazetteer(path))
