"""Bringing a book's index of cases up to date before it is used; where that takes long, it says how far it is."""

from __future__ import annotations

import time

from rich.console import Console
from rich.status import Status

from hearsay.casebook import bring_up_to_date
from hearsay.errors import StoreError
from hearsay.store.base import Store

PATIENCE = 2.0  # seconds before anything is said
EVERY = 0.2  # seconds between two updates of what is said


def index_cases(store: Store) -> None:
    """Links what is new in the book and keeps the outcome.

    Raises:
        StoreError: it cannot be kept.
    """
    screen = Console(stderr=True, highlight=False)
    with Status("", console=screen) as status:
        status.stop()
        bring_up_to_date(store, _Told(status))


def try_to_index(store: Store) -> None:
    """The same for a book that may not be writable: then it is linked anew for this once, in memory."""
    try:
        index_cases(store)
    except StoreError:
        return


class _Told:
    """Tells how far it is, on a terminal only, and only once it has taken a while."""

    def __init__(self, status: Status) -> None:
        self._status = status
        self._next = time.monotonic() + PATIENCE

    def __call__(self, doing: str, number: int) -> None:
        now = time.monotonic()
        if now >= self._next:
            self._next = now + EVERY
            what = "reports" if doing == "linking" else "cases"
            self._status.update(f"{doing} {number:,} {what}; done once, until the book changes")
            if self._status.console.is_terminal:
                self._status.start()
