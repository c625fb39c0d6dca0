"""Brings a full GeoNames dump into an index of the user's own: twelve million rows, in minutes, in bounded memory.

The dump is `allCountries.txt` (or a country's file, such as `PK.txt`) of https://download.geonames.org/export/dump/,
plain, gzipped or in its zip archive; nineteen columns parted by tabs, UTF-8.
"""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from hearsay.errors import EmptyError, InputError, UnreadableError
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.index import IndexWriter

COLUMNS = 19
_TOLD_EVERY = 20_000  # rows
_TRIED = 1000  # rows: a file whose first thousand are all faulty is no dump
_LONGEST_ROW = 1 << 20  # bytes; GeoNames' longest are some ten thousand


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportProgress:
    """How far an import is: `rows` kept, `skipped` faulty ones, and bytes read of the file's `total`.

    `sorting`: all rows are read and the names are being sorted, a minute's work for the whole world.
    """

    rows: int
    skipped: int
    done: int
    total: int
    sorting: bool = False


def import_dump(
    dump: Path, target: Path, tell: Callable[[ImportProgress], None] = lambda progress: None
) -> ImportProgress:
    """Writes the index of a dump to `target`, which is replaced only when the import has come to its end.

    Faulty rows are skipped and counted. `tell` is called every 20,000 rows, before the names are sorted,
    and at the end.

    Raises:
        InputError: when the file is absent (the message names it and where dumps are had).
        UnreadableError: when it is no GeoNames dump.
        EmptyError: when it has no row.
        StoreError: when the index cannot be written.
    """
    if not dump.is_file():
        raise InputError(f"there is no file {str(dump)!r}; get allCountries.zip from download.geonames.org/export/dump")
    total = dump.stat().st_size
    rows = skipped = number = 0
    target.parent.mkdir(parents=True, exist_ok=True)
    with _opened(dump) as (lines, position), IndexWriter(target, source=f"GeoNames, {dump.name} (CC BY 4.0)") as writer:
        for number, line in enumerate(_lines(lines, dump), start=1):
            parsed = _parse(line)
            if parsed is None:
                skipped += 1
            else:
                writer.add(*parsed)
                rows += 1
            if number == _TRIED and not rows:
                raise UnreadableError(f"{str(dump)!r} is no GeoNames dump: {_fault(line)} (line {number})")
            if number % _TOLD_EVERY == 0:
                tell(ImportProgress(rows=rows, skipped=skipped, done=position(), total=total))
        if not rows:
            raise _nothing(dump, number)
        tell(ImportProgress(rows=rows, skipped=skipped, done=total, total=total, sorting=True))
    finished = ImportProgress(rows=rows, skipped=skipped, done=total, total=total)
    tell(finished)
    return finished


def _nothing(dump: Path, lines: int) -> InputError:
    if lines:
        return UnreadableError(f"{str(dump)!r} is no GeoNames dump: none of its {lines} lines has {COLUMNS} columns")
    return EmptyError(f"{str(dump)!r} is empty; get allCountries.zip from download.geonames.org/export/dump")


@contextmanager
def _opened(dump: Path) -> Iterator[tuple[IO[bytes], Callable[[], int]]]:
    """The dump's lines, and how many bytes of the file itself have been read."""
    with dump.open("rb") as file:
        if zipfile.is_zipfile(file):
            with zipfile.ZipFile(file) as archive, archive.open(_member(archive, dump)) as lines:
                yield lines, file.tell
        elif file.seek(0) == 0 and file.read(2) == b"\x1f\x8b":
            file.seek(0)
            with gzip.open(file) as unzipped:
                yield cast(IO[bytes], unzipped), file.tell
        else:
            file.seek(0)
            yield file, file.tell


def _member(archive: zipfile.ZipFile, dump: Path) -> str:
    names = [name for name in archive.namelist() if name.endswith(".txt") and "readme" not in name.lower()]
    if len(names) != 1:
        raise UnreadableError(
            f"{str(dump)!r} has {len(names)} tables, a GeoNames archive has one; unpack it and name one"
        )
    return names[0]


def _lines(lines: IO[bytes], dump: Path) -> Iterator[bytes]:
    """The lines; one that never ends is no row of a dump, and must not fill the memory."""
    try:
        while line := lines.readline(_LONGEST_ROW):
            if len(line) == _LONGEST_ROW and not line.endswith(b"\n"):
                raise UnreadableError(f"{str(dump)!r} is no GeoNames dump: a line is longer than {_LONGEST_ROW} bytes")
            yield line
    except (OSError, EOFError, zipfile.BadZipFile) as error:
        raise UnreadableError(f"{str(dump)!r} is broken ({error}); get it again") from error


def _fault(line: bytes) -> str:
    columns = line.count(b"\t") + 1
    return f"a row has {COLUMNS} columns parted by tabs, this one {columns}"


def _parse(line: bytes) -> tuple[Entry, list[str]] | None:
    """A row as a place with its other names; None for a faulty one."""
    try:
        fields = line.decode("utf-8").rstrip("\r\n").split("\t")
        if len(fields) != COLUMNS:
            return None
        entry = Entry(
            id=int(fields[0]),
            name=fields[1],
            latitude=float(fields[4]),
            longitude=float(fields[5]),
            feature=f"{fields[6]}.{fields[7]}",
            country=fields[8],
            admin1=fields[10],
            admin2=fields[11],
            population=int(fields[14] or 0),
        )
    except (UnicodeDecodeError, ValueError):
        return None
    if entry.id <= 0 or not entry.name or not (abs(entry.latitude or 0) <= 90 and abs(entry.longitude or 0) <= 180):
        return None
    return entry, [fields[2], *fields[3].split(",")] if fields[3] else [fields[2]]
