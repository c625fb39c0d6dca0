"""How a gazetteer lies on the disk: one SQLite file, names folded for look-up. Written here, read by `gazetteer.py`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path
from types import TracebackType
from typing import Self

from hearsay.errors import StoreError
from hearsay.vocabulary.folding import fold_afresh
from hearsay.vocabulary.gazetteer.entry import Entry

FORMAT = "hearsay-gazetteer/2"
DEGREE = 100_000  # coordinates are kept as whole hundred-thousandths of a degree, about a metre

MOST_OF_A_NAME = 100
"""Places of one name that a look-up gives, the best known: GeoNames has thousands for a few dozen names of farms and
streams, and to read each from another part of the disk takes a second. What decides between names weighs sixty."""
_FIRST = -(2**62)  # rank

BATCH = 20_000  # places held in memory at a time
_FAST = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-131072;"
_TABLES = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL, admin1 TEXT NOT NULL,
    admin2 TEXT NOT NULL, feature TEXT NOT NULL, latitude INTEGER, longitude INTEGER, population INTEGER NOT NULL);
CREATE TABLE area (code TEXT PRIMARY KEY, id INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE gathered.pair (key TEXT NOT NULL, rank INTEGER NOT NULL, id INTEGER NOT NULL);
CREATE TABLE name (key TEXT NOT NULL, rank INTEGER NOT NULL, id INTEGER NOT NULL, PRIMARY KEY (key, rank, id))
    WITHOUT ROWID;
"""

_ADMIN_WORDS = frozenset(
    """province governorate region state oblast district prefecture voivodeship county parish borough department
    departamento departement provincia wilaya gouvernorat muhafazat division republic kray krai respublika
    oblasty agency municipality zone canton distrikt shabiyat provinsi propinsi tinh changwat ostan vilayet
    viloyati estado municipio commune muhafazah autonomous""".split()
)


def is_latin(name: str) -> bool:
    """True when every letter of the name is of the Latin script, as a report in English would print it."""
    return name.isascii() or all(c < "\u0250" or "\u1e00" <= c <= "\u1eff" or not c.isalpha() for c in name)


def stripped(name: str) -> str | None:
    """An area's name without the word for its kind: "Idlib" of "Idlib Governorate", None when there is none."""
    key = fold_afresh(name)
    words = [word for word in key.split() if word not in _ADMIN_WORDS]
    while words and words[0] in ("de", "du", "del", "des", "of", "d", "la", "do", "da"):
        words = words[1:]
    while words and words[-1] in ("of",):
        words = words[:-1]
    short = " ".join(words)
    return short if short and short != key else None


def keys_of(entry: Entry, names: Iterable[str]) -> set[str]:
    """The folded names under which an entry is found.

    Counties of the US only with the word for their kind, else every surname and town is a county as well.
    """
    listed = {entry.name, *(name for name in names if _is_useful(name))}
    keys = {fold_afresh(name) for name in listed}
    if entry.country == "US" and entry.is_admin2:
        keys = {key for key in keys if not _ADMIN_WORDS.isdisjoint(key.split())} or keys
    elif entry.feature.startswith("A.ADM"):
        keys |= {short for name in listed if (short := stripped(name))}
    return {key for key in keys if len(key) > 1 and not key.isdigit()}


def _is_useful(name: str) -> bool:
    """False for other scripts, airport codes and web addresses, which GeoNames lists among the alternate names."""
    return is_latin(name) and not (len(name) <= 4 and name.isupper()) and "/" not in name


class IndexWriter:
    """Writes a gazetteer file in bounded memory; use it as a context manager, which finishes the file at the end.

    Names are gathered in a file beside the index and sorted once, because entering millions of them one by one into a
    sorted table takes hours. On an error, and until the end, nothing stands at `path` but what stood there before.

    Raises:
        StoreError: when the file cannot be written.
    """

    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._partial = path.with_name(f"{path.name}.partial")
        self._gathered = path.with_name(f"{path.name}.names")
        self._places: list[tuple[object, ...]] = []
        self._names: list[tuple[str, int, int]] = []
        self._clear()
        try:
            self._connection = sqlite3.connect(self._partial, isolation_level=None)
            self._connection.executescript(_FAST)
            self._connection.execute("ATTACH ? AS gathered", (str(self._gathered),))
            self._connection.executescript(
                "PRAGMA gathered.journal_mode=OFF; PRAGMA gathered.synchronous=OFF;" + _TABLES
            )
        except sqlite3.Error as error:
            raise self._error(error) from error
        self._connection.execute("BEGIN")
        self._connection.executemany("INSERT INTO meta VALUES (?, ?)", [("format", FORMAT), ("source", source)])

    def __enter__(self) -> Self:
        return self

    def add(self, entry: Entry, names: Iterable[str] = ()) -> None:
        """Adds a place under its own and other names; a second place of the same id replaces the first."""
        self._places.append(place_row(entry))
        if code := area_code(entry):
            self._connection.execute("INSERT OR REPLACE INTO area VALUES (?, ?)", (code, entry.id))
        rank = rank_of(entry)
        self._names += [(key, rank, entry.id) for key in keys_of(entry, names)]
        if len(self._places) >= BATCH:
            self._flush()

    def add_names(self, id: int, names: Iterable[str]) -> None:
        """More names, taken as they are, for a place that is there already: the first that is meant by them."""
        self._names += [(fold_afresh(name), _FIRST, id) for name in names]

    def _flush(self) -> None:
        try:
            self._connection.executemany(
                "INSERT OR REPLACE INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", self._places
            )
            self._connection.executemany("INSERT INTO gathered.pair VALUES (?, ?, ?)", self._names)
        except sqlite3.Error as error:
            raise self._error(error) from error
        self._places.clear()
        self._names.clear()

    def _finish(self) -> None:
        self._flush()
        try:
            self._connection.execute(
                "INSERT INTO name SELECT DISTINCT key, rank, id FROM gathered.pair ORDER BY key, rank, id"
            )
            self._connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self._error(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._finish()
                self._connection.close()
                self._partial.replace(self._path)
        finally:
            self._connection.close()
            self._clear()

    def _clear(self) -> None:
        self._partial.unlink(missing_ok=True)
        self._gathered.unlink(missing_ok=True)

    def _error(self, error: sqlite3.Error) -> StoreError:
        return StoreError(
            f"the gazetteer {str(self._path)!r} cannot be written ({error}); free room or name another file"
        )


def rank_of(entry: Entry) -> int:
    """The place of an entry among those of its name, the least first: by people, then areas, towns, and the rest."""
    return -entry.population if entry.population else {"A": 1, "P": 2, "L": 3}.get(entry.feature[:1], 4)


def place_row(entry: Entry) -> tuple[object, ...]:
    """The columns of the `place` table."""
    return (
        entry.id,
        entry.name,
        entry.country,
        entry.admin1,
        entry.admin2,
        entry.feature,
        None if entry.latitude is None else round(entry.latitude * DEGREE),
        None if entry.longitude is None else round(entry.longitude * DEGREE),
        entry.population,
    )


def area_code(entry: Entry) -> str | None:
    """ "PK.02" for a first-level area, "PK.02.107" for a second-level one, None for everything else."""
    if entry.feature == "A.ADM1":
        return f"{entry.country}.{entry.admin1}"
    if entry.feature == "A.ADM2":
        return f"{entry.country}.{entry.admin1}.{entry.admin2}"
    return None
