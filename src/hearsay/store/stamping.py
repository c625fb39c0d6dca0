"""A stamp of what a store holds, so that what was computed from it can be told to be out of date."""

from __future__ import annotations

import hashlib

from sqlalchemy import Connection, func, select

from hearsay.store import tables

CHECKSUM = 4
"""A reading is kept in zlib's form, which ends with the checksum (Adler-32) of what it holds."""

REPORTS = tables.reports.c
PERSONS = (tables.decisions, tables.corrections, tables.reviews, tables.groupings)
"""The tables of what persons say; everything that changes how reports are linked or weighed belongs here."""


def stamp(connection: Connection) -> str:
    """The same for the same readings and the same words of persons, whatever order they came in."""
    hashed = hashlib.sha256()
    tail = func.substr(REPORTS.wire, func.length(REPORTS.wire) - CHECKSUM + 1)
    for row in connection.execute(select(REPORTS.id, tail.label("tail")).order_by(REPORTS.id)):
        hashed.update(f"{row.id} {bytes(row.tail).hex()}\n".encode())
    for table in PERSONS:
        for said in connection.execute(select(table).order_by(table.c.id)):
            hashed.update(f"{table.name} {tuple(said)!r}\n".encode())
    return hashed.hexdigest()[:16]
