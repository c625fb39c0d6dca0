"""The shipped gazetteer, packed: a third of the size of an index, read in place, nothing to sort or to install.

A pack holds what an index of `index.py` holds. It is one file: a mark, the length of a JSON head, the head, and the
sections that the head names. Places are columns, ordered by id; names and keys are compressed in blocks, of which a
look-up opens one, and a sieve tells most names that no place has without opening any. An index is made for imports of
any size; a pack is made from an index, once, for shipping.
"""

from __future__ import annotations

import json
import mmap
import sqlite3
import struct
import zlib
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from functools import cached_property, lru_cache
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hearsay.errors import UsageError
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.index import DEGREE

MARK = b"hearsay-gazetteer-pack/2\n"
BLOCK = 32  # names or keys compressed together
_SIEVE = 22  # so many times two bits: nine for each key, which let four names in a hundred pass that no place has
_LAST_BIT = (1 << _SIEVE) - 1
_LENGTH = struct.Struct("<I")
_NO_POINT = -(2**31)
_NO_PLACE = -1
_REMEMBERED = 50_000  # names; most words of English are asked for over and over
_BLOCKS_REMEMBERED = 1024
_WAY_OUT = "install the package again, or make one with scripts/build_gazetteer.py"


class PackedGazetteer:
    """A pack, opened when first asked. Processes share its pages.

    Raises:
        UsageError: when the file is absent or is no pack of this version.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.named = lru_cache(_REMEMBERED)(self._named)
        self.entry = lru_cache(_REMEMBERED)(self._entry)
        self.area = lru_cache(_REMEMBERED)(self._area)
        self._keys = lru_cache(_BLOCKS_REMEMBERED)(self._keys_of)
        self._names = lru_cache(_BLOCKS_REMEMBERED)(self._names_of)

    def _named(self, key: str) -> tuple[Entry, ...]:
        if not may_hold(self.sieve, key):
            return ()
        at = bisect_right(self._first_keys, key) - 1
        if at < 0:
            return ()
        keys, places = self._keys(at)
        number = bisect_left(keys, key)
        if number == len(keys) or keys[number] != key:
            return ()
        return tuple(self._place(row) for row in _rows_at(places, number, len(keys)))

    def _entry(self, id: int) -> Entry | None:
        ids = self._columns["id"]
        row = int(np.searchsorted(ids, id))
        return self._place(row) if row < len(ids) and ids.item(row) == id else None

    def _area(self, country: str, admin1: str, admin2: str = "") -> Entry | None:
        code = f"{country}.{admin1}.{admin2}"
        at = bisect_left(self._areas, code)
        if at == len(self._areas) or self._areas[at] != code:
            return None
        row = self._columns["area_place"].item(at)
        return None if row == _NO_PLACE else self._place(row)

    def entries(self) -> Iterator[Entry]:
        """All places, by id."""
        return (self._place(row) for row in range(len(self._columns["id"])))

    def _place(self, row: int) -> Entry:
        columns = self._columns
        country, admin1, admin2 = self._areas[columns["area"].item(row)].split(".", 2)
        latitude = columns["latitude"].item(row)
        placed = latitude != _NO_POINT
        return Entry(
            id=columns["id"].item(row),
            name=self._names(row // BLOCK)[row % BLOCK],
            country=country,
            admin1=admin1,
            admin2=admin2,
            feature=self._features[columns["feature"].item(row)],
            latitude=latitude / DEGREE if placed else None,
            longitude=columns["longitude"].item(row) / DEGREE if placed else None,
            population=columns["population"].item(row),
        )

    def _keys_of(self, block: int) -> tuple[list[str], bytes]:
        keys, _, places = self._unpacked("keys", block).partition(b"\0")
        return keys.decode().split("\n"), places

    def _names_of(self, block: int) -> list[str]:
        return self._unpacked("names", block).decode().split("\n")

    def _unpacked(self, section: str, number: int) -> bytes:
        start, end = (int(offset) for offset in self._columns[f"{section}_at"][number : number + 2])
        return zlib.decompress(self._section(section)[start:end])

    @cached_property
    def sieve(self) -> bytes:
        """Bits of all names, see `may_hold`."""
        return zlib.decompress(self._section("sieve"))

    @cached_property
    def _first_keys(self) -> list[str]:
        return zlib.decompress(self._section("first_keys")).decode().split("\n")

    @cached_property
    def _areas(self) -> list[str]:
        return zlib.decompress(self._section("areas")).decode().split("\n")

    @cached_property
    def _columns(self) -> dict[str, NDArray[Any]]:
        return {
            name: np.frombuffer(self._section(name), dtype=dtype)
            for name, (_, _, dtype) in self._head["sections"].items()
            if dtype
        }

    def _section(self, name: str) -> memoryview:
        start, size, _ = self._head["sections"][name]
        return memoryview(self._map)[self._start + start : self._start + start + size]

    @cached_property
    def _map(self) -> mmap.mmap:
        if not self._path.is_file():
            raise UsageError(f"there is no gazetteer at {str(self._path)!r}; {_WAY_OUT}")
        with self._path.open("rb") as file:
            if file.read(len(MARK)) != MARK:
                raise UsageError(f"{str(self._path)!r} is no packed gazetteer of this version; {_WAY_OUT}")
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @cached_property
    def _head(self) -> dict[str, Any]:
        [size] = _LENGTH.unpack_from(self._map, len(MARK))
        head: dict[str, Any] = json.loads(self._map[len(MARK) + _LENGTH.size : len(MARK) + _LENGTH.size + size])
        return head

    @cached_property
    def _features(self) -> list[str]:
        return list(self._head["features"])

    @cached_property
    def _start(self) -> int:
        [size] = _LENGTH.unpack_from(self._map, len(MARK))
        return len(MARK) + _LENGTH.size + int(size)


def _rows_at(places: bytes, number: int, keys: int) -> Sequence[int]:
    """The places of the key of this number: how many each key has, a byte a key, then their rows, four bytes each."""
    counts = np.frombuffer(places, dtype="<u2", count=keys)
    first = int(counts[:number].sum())
    rows = np.frombuffer(places, dtype="<u4", offset=2 * keys + 4 * first, count=int(counts[number]))
    return [int(row) for row in rows]


def pack(index: Path, target: Path) -> None:
    """Writes the pack of an index; reading both gives the same entries."""
    with closing(sqlite3.connect(f"{index.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        places = connection.execute(
            "SELECT id, name, country, admin1, admin2, feature, latitude, longitude, population FROM place ORDER BY id"
        ).fetchall()
        names = connection.execute("SELECT DISTINCT key, id FROM name ORDER BY key, id").fetchall()
        codes = dict(connection.execute("SELECT code, id FROM area").fetchall())
    _write(target, *_sections(places, names, codes))


def _sections(
    places: Sequence[tuple[Any, ...]], names: Sequence[tuple[str, int]], codes: dict[str, int]
) -> tuple[list[str], dict[str, tuple[bytes, str]]]:
    """The features, and each section's bytes with its type of column, empty for what is no column."""
    row_of = {place[0]: row for row, place in enumerate(places)}
    features = sorted({place[5] for place in places})
    own = {f"{code}." if code.count(".") == 1 else code: id for code, id in codes.items()}
    areas = sorted({".".join(place[2:5]) for place in places} | set(own))
    number_of = {area: number for number, area in enumerate(areas)}
    points = [_NO_POINT if place[6] is None else place[6] for place in places]
    columns: dict[str, tuple[bytes, str]] = {
        "id": _column([place[0] for place in places], "<i4"),
        "latitude": _column(points, "<i4"),
        "longitude": _column([place[7] or 0 for place in places], "<i4"),
        "population": _column([place[8] for place in places], "<u4"),
        "feature": _column([features.index(place[5]) for place in places], "<u1"),
        "area": _column(
            [number_of[".".join(place[2:5])] for place in places], "<u2" if len(areas) < 1 << 16 else "<u4"
        ),
        "area_place": _column([row_of.get(own.get(area, 0), _NO_PLACE) for area in areas], "<i4"),
        "areas": (zlib.compress("\n".join(areas).encode(), 9), ""),
    }
    keys = [(key, [row_of[id] for _, id in group]) for key, group in groupby(names, key=lambda name: name[0])]
    columns["first_keys"] = (zlib.compress("\n".join(key for key, _ in keys[::BLOCK]).encode(), 9), "")
    columns["sieve"] = (zlib.compress(_sieve_of([key for key, _ in keys]), 9), "")
    columns |= _blocks("names", ("\n".join(name for _, name, *_ in part).encode() for part in _parts(places)))
    columns |= _blocks("keys", (_key_block(part) for part in _parts(keys)))
    return features, columns


def _sieve_of(keys: Iterable[str]) -> bytes:
    """Two bits a key, set: where one is not, no place has the name, and no block need be opened to know it."""
    bits = bytearray(1 << _SIEVE - 3)
    for key in keys:
        for bit in _bits(key):
            bits[bit >> 3] |= 1 << (bit & 7)
    return bytes(bits)


def may_hold(sieve: bytes, key: str) -> bool:
    """False for a folded name that no place of the pack has; true for all that one has, and for a few others."""
    one, other = _bits(key)
    return bool(sieve[one >> 3] >> (one & 7) & sieve[other >> 3] >> (other & 7) & 1)


def _bits(key: str) -> tuple[int, int]:
    hashed = zlib.crc32(key.encode())
    return hashed & _LAST_BIT, hashed >> 32 - _SIEVE


def _parts(listed: Sequence[Any]) -> Iterator[Sequence[Any]]:
    return (listed[at : at + BLOCK] for at in range(0, len(listed), BLOCK))


def _key_block(part: Sequence[tuple[str, list[int]]]) -> bytes:
    keys = "\n".join(key for key, _ in part).encode()
    counts = np.array([len(rows) for _, rows in part], dtype="<u2").tobytes()
    return keys + b"\0" + counts + np.array([row for _, rows in part for row in rows], dtype="<u4").tobytes()


def _column(values: Sequence[int], dtype: str) -> tuple[bytes, str]:
    return np.array(values, dtype=dtype).tobytes(), dtype


def _blocks(name: str, blocks: Iterable[bytes]) -> dict[str, tuple[bytes, str]]:
    packed = [zlib.compress(block, 9) for block in blocks]
    offsets = np.cumsum([0, *map(len, packed)])
    return {name: (b"".join(packed), ""), f"{name}_at": _column(offsets.tolist(), "<u4")}


def _write(target: Path, features: list[str], sections: dict[str, tuple[bytes, str]]) -> None:
    placed: dict[str, tuple[int, int, str]] = {}
    at = 0
    for name, (content, dtype) in sections.items():
        placed[name] = (at, len(content), dtype)
        at += len(content)
    head = json.dumps({"features": features, "sections": placed}).encode()
    with target.open("wb") as file:
        file.write(MARK + _LENGTH.pack(len(head)) + head)
        for content, _ in sections.values():
            file.write(content)
