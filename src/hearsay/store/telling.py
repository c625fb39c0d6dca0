"""The database's errors in the store's words: which store, what is wrong, and the way out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from hearsay.errors import StoreError

WAIT = 60
"""Seconds to wait while another process writes."""


@contextmanager
def told(address: str) -> Iterator[None]:
    """Turns the database's errors into a StoreError that names the store and the way out."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(f"{address}: {_reason(error)}") from error


def _reason(error: DBAPIError) -> str:
    said = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else type(error.orig).__name__
    ways_out = {
        "not a database": "this file is no hearsay store; give another path",
        "is locked": f"another program has been writing to it for {WAIT} seconds; try again when it has finished",
        "readonly database": "the file or its folder cannot be written; change its permissions or copy it",
        "unable to open": "the file cannot be opened; look at its folder and permissions",
        "disk is full": "the disk is full; make room and run the command again, it goes on where it stopped",
        "malformed": "the file is damaged; restore a copy, or read the reports again into a new store",
        "authentication failed": "the server does not take this user and password; look at both in the address",
        "no password supplied": "the server asks for a password; write postgresql://USER:PASSWORD@HOST/DATABASE",
        "permission denied": "this user may not do that; ask for a database whose user may make tables",
        "does not exist": "make it on the server first (createdb, createuser), or correct the address",
        "connection refused": "is the server running, and are host and port in the address right?",
        "No such file": "is the server running, and is the folder of its socket right?",
        "could not translate": "no server has this name; look at the host in the address",
    }
    for sign, way_out in ways_out.items():
        if sign.casefold() in said.casefold():
            return f"{said}: {way_out}"
    return said
