"""Keeping readings: one contract, SQLite by default and PostgreSQL."""

from hearsay.store.base import Added, Store, View, Writer
from hearsay.store.opening import open_store

__all__ = ["Added", "Store", "View", "Writer", "open_store"]
