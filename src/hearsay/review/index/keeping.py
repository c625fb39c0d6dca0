"""Keeps the index fitting to the book: looks whether the book has changed, and makes the index anew when it has.

A small book's index is made while the visitor waits, so that what somebody decides shows at once. A large book's is
made by a process of its own, and the last one answers until it is done; reports that are gone are hidden meanwhile.
"""

from __future__ import annotations

import hashlib
import logging
import multiprocessing
import os
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.process import BaseProcess
from pathlib import Path
from threading import Lock, Thread
from typing import Any

from hearsay.casebook import bring_up_to_date
from hearsay.errors import HearsayError, StoreError
from hearsay.masking.view import PRIVATE, MaskedStore, as_asked, unmasked
from hearsay.review.index.building import LINKED, Progress, build, current_stamp
from hearsay.review.index.opening import Cases
from hearsay.store.base import Store
from hearsay.store.opening import open_store

log = logging.getLogger("hearsay.review")

ENDING = ".cases"
SMALL = 400  # reports that are linked and weighed while somebody waits: about a second
PERIOD = 10.0  # seconds between looks at a database server, whose changes no file tells of
PATIENCE = 60.0  # seconds before a run that failed is tried again
LOWER = 10  # how much a run in the background gives way to others


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """The index as it stands: None for `cases` while the first one is made. `done` is the share of a run that goes on,
    None when none does."""

    cases: Cases | None
    done: float | None = None


class Keeper:
    """The index of one book, kept in the file `path`; `address` is the book's as `open_store` takes it. Books of up to
    `small` reports are indexed while somebody waits."""

    def __init__(self, store: Store, address: str, path: Path, small: int = SMALL) -> None:
        self._small = small
        self._store = store
        self._address = address
        self._path = path
        self._book = None if "://" in address else Path(address).expanduser()
        self._lock = Lock()
        self._seen: object = None
        self._cases = _kept(path)
        self._thread: Thread | None = None
        self._process: BaseProcess | None = None
        self._share: Any = None
        self._failed = 0.0
        self._closed = False

    def standing(self) -> Standing:
        """The index, made anew first where that is quick, set going where it is not."""
        mark = self._mark()
        if mark != self._seen:
            with self._lock:
                if self._thread is None and mark != self._seen and time.monotonic() - self._failed > PATIENCE:
                    self._look(mark)
        going = self._thread is not None
        return Standing(
            cases=self._cases, done=float(self._share.value) if going and self._share else 0.0 if going else None
        )

    def close(self) -> None:
        """Ends a run that goes on; what it has done is lost."""
        with self._lock:
            self._closed = True
            if self._process is not None and self._process.is_alive():
                self._process.terminate()
        if self._thread is not None:
            self._thread.join()
        if self._cases is not None:
            self._cases.close()

    def _mark(self) -> object:
        """Something that is another when the book may be another; it costs next to nothing."""
        if self._book is None:
            return int(time.monotonic() / PERIOD)
        marks = []
        for path in (self._book, self._book.with_name(self._book.name + "-wal")):
            with suppress(OSError):
                known = path.stat()
                marks.append((known.st_mtime_ns, known.st_size, known.st_ino))
        return tuple(marks)

    def _look(self, mark: object) -> None:
        """Takes up a change of the book; called with the lock held."""
        with self._store.view() as view:
            if len(view.report_ids()) <= self._small:
                if self._cases is None or self._cases.stamp != current_stamp(view):
                    try:
                        self._cases = _made(self._store, self._path, self._book)
                    except (sqlite3.Error, OSError) as error:
                        raise StoreError(f"the index {str(self._path)!r} cannot be written: {error}") from error
                self._seen = mark
                return
        self._thread = Thread(target=self._renew, args=(mark,), name="hearsay-index", daemon=True)
        self._thread.start()

    def _renew(self, mark: object) -> None:
        """A large book: hides what is gone, then has the index made by a process of its own."""
        try:
            with self._store.view() as view:
                fits = self._cases is not None and self._cases.stamp == current_stamp(view)
                if self._cases is not None and not fits:
                    self._cases.hide(self._cases.without(frozenset(view.report_ids())))
            if not fits:
                self._build_apart()
                self._cases = Cases(self._path)
            self._seen = mark
        except (HearsayError, sqlite3.Error, OSError) as error:
            self._failed = time.monotonic()
            if not self._closed:
                log.error("the index of cases cannot be made (%s); it is tried again in a minute", type(error).__name__)
        finally:
            self._thread = self._process = None

    def _build_apart(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._share = context.Value("d", 0.0)
        mask = PRIVATE if isinstance(self._store, MaskedStore) else None
        arguments = (self._address, self._path, self._book, self._share, mask)
        process = context.Process(target=_build, args=arguments, name="hearsay-index", daemon=True)
        with self._lock:
            if self._closed:
                raise StoreError("the site is being closed")
            self._process = process
            process.start()
        process.join()
        if process.exitcode:
            raise StoreError(f"the process that makes the index ended with {process.exitcode}")


def index_path(address: str, folder: Path) -> Path:
    """Where the index of a book is kept: beside its file; in `folder`, which is made, when it has none or that cannot
    be written to."""
    if "://" not in address:
        book = Path(address).expanduser()
        if os.access(book.parent, os.W_OK):
            return book.with_name(book.name + ENDING)
        address = str(book.resolve())
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return folder / f"{hashlib.sha256(address.encode()).hexdigest()[:16]}{ENDING}"


def masked_path(path: Path) -> Path:
    """Where the index of the book with its private persons' names masked is kept."""
    return path.with_name(f"{path.name}.masked")


def forget(address: str) -> None:
    """Deletes the indexes beside a book, also the masked one; they are made anew when they are needed."""
    if "://" not in address:
        book = Path(address).expanduser()
        path = book.with_name(book.name + ENDING)
        for one in (path, masked_path(path)):
            one.unlink(missing_ok=True)


def _kept(path: Path) -> Cases | None:
    """The index in the file, if there is one that this version can read."""
    if not path.exists():
        return None
    try:
        return Cases(path)
    except sqlite3.Error:
        return None


def end_with_parent() -> None:
    """Ends a process whose parent is no more: a server that was killed leaves nothing that goes on for half an hour."""
    parent = multiprocessing.parent_process()
    if parent is not None and not parent.is_alive():
        raise SystemExit(1)


def _build(address: str, path: Path, beside: Path | None, share: Any, mask: str | None) -> None:
    """What the process of its own does."""
    os.nice(LOWER)

    def told(done: float) -> None:
        end_with_parent()
        share.value = done

    with open_store(address) as store:
        _made(as_asked(store, mask), path, beside, told).close()


def _made(store: Store, path: Path, beside: Path | None, progress: Progress = lambda _: None) -> Cases:
    """The book's own index of its links, which commands use too, brought up to date, and then this one."""
    reports = 0

    def step(what: str, count: int) -> None:
        nonlocal reports
        if count % 500 == 0 and reports:
            progress(LINKED * (0.5 if what == "weighing" else 0.0) + LINKED * 0.5 * min(1.0, count / reports))

    with store.view() as view:
        reports = len(view.report_ids())
    with suppress(StoreError):  # a book that only may be read is linked without keeping what comes of it
        bring_up_to_date(unmasked(store), step)
    with store.view() as view:
        build(view, path, beside=beside, progress=progress)
    return Cases(path)
