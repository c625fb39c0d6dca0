"""Where the reports of a batch are read: in this process, or in a pool of others.

Both give each document with what came of it. Until the next is asked for, the last one counts as unfinished business:
after an interruption `finished()` gives it once more, with all that was read and not yet taken.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import traceback
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from hearsay.errors import HearsayError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.records.reading import Reading

ReadReport = Callable[[Document], Reading]
Outcome = Reading | Failure

GRACE = 10.0  # seconds that reports in work get to end after an interruption
AHEAD = 2  # documents in work or waiting, per worker: enough to keep all busy, few enough to hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A document, and the source that it came from, by which its failure is named."""

    source: str
    document: Document


class Reader(Protocol):
    """Reads tasks."""

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """What came of each task, in the order in which they end."""
        ...

    def finished(self) -> Iterator[tuple[Task, Outcome]]:
        """After an interruption: what has been read and was not taken."""
        ...

    def close(self) -> None:
        """Ends the workers."""
        ...


def attempt(read_report: ReadReport, task: Task) -> Outcome:
    """The reading, or what went wrong: nothing that one report does may end the batch.

    Raises:
        UsageError: nothing at all can be read as asked (the model is not there, an option makes no sense).
    """
    try:
        return read_report(task.document)
    except UsageError:
        raise
    except HearsayError as error:
        return Failure(source=task.source, error=type(error).__name__, message=str(error))
    except Exception as error:
        place = traceback.extract_tb(error.__traceback__)[-1]
        return Failure(
            source=task.source,
            error=type(error).__name__,
            message=f"{task.source}: a fault of hearsay while reading it: {type(error).__name__}: {error} "
            f"({Path(place.filename).name}, line {place.lineno}); please report this with the text",
        )


class Here:
    """Reads in this process."""

    def __init__(self, read_report: ReadReport) -> None:
        self._read_report = read_report
        self._last: tuple[Task, Outcome] | None = None

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """See `Reader`."""
        for task in tasks:
            self._last = (task, attempt(self._read_report, task))
            yield self._last
            self._last = None

    def finished(self) -> Iterator[tuple[Task, Outcome]]:
        """See `Reader`."""
        if self._last is not None:
            yield self._last

    def close(self) -> None:
        """Nothing to end."""


class Pool:
    """Reads in `workers` processes, each of which is given `read_report` once.

    A worker that dies, or a report that no worker ends within `patience` seconds, breaks the pool; then the reports in
    work are read one by one in new ones, so that the guilty one is found and recorded as a failure.
    """

    def __init__(self, read_report: ReadReport, workers: int, patience: float) -> None:
        self._read_report = read_report
        self._workers = workers
        self._patience = patience
        self._pending: dict[Future[Outcome], Task] = {}
        self._start()

    def _start(self) -> None:
        self._others = set(multiprocessing.active_children())
        self._pool = ProcessPoolExecutor(
            self._workers,
            # the same on every system, and nothing half-open is inherited
            mp_context=multiprocessing.get_context("spawn"),
            initializer=_prepare,
            initargs=(self._read_report,),
        )

    def outcomes(self, tasks: Iterable[Task]) -> Iterator[tuple[Task, Outcome]]:
        """See `Reader`."""
        for task in tasks:
            self._submit(task)
            while len(self._pending) >= AHEAD * self._workers:
                yield from self._next()
        while self._pending:
            yield from self._next()

    def finished(self) -> Iterator[tuple[Task, Outcome]]:
        """See `Reader`. Reports in work get a few seconds to end."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        wait(self._pending, timeout=GRACE)
        for future, task in self._pending.items():
            if future.done() and not future.cancelled() and future.exception() is None:
                yield task, future.result()

    def close(self) -> None:
        """Ends the workers, at once where they still work."""
        if self._pending:
            self._kill()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _submit(self, task: Task) -> None:
        with _deaf_to_interrupts():
            try:
                self._pending[self._pool.submit(_read, task)] = task
            except BrokenProcessPool:
                # it broke since the last report came back: a future that says so is dealt with like the others
                broken: Future[Outcome] = Future()
                broken.set_exception(BrokenProcessPool())
                self._pending[broken] = task

    def _next(self) -> Iterator[tuple[Task, Outcome]]:
        """At least one outcome, when any is pending."""
        done, _ = wait(self._pending, timeout=self._patience, return_when=FIRST_COMPLETED)
        whole = bool(done)
        for future in done:
            if isinstance(future.exception(), BrokenProcessPool):
                whole = False
                continue
            yield self._pending[future], future.result()
            del self._pending[future]
        if not whole:
            yield from self._one_by_one()

    def _one_by_one(self) -> Iterator[tuple[Task, Outcome]]:
        """The pending reports, each alone in a pool that may break."""
        tasks = list(self._pending.values())
        self._restart()
        for task in tasks:
            self._submit(task)
            (future,) = self._pending
            wait(self._pending, timeout=self._patience)
            if not future.done():
                yield task, _gave_up(task, f"was not read within {self._patience:g} seconds and was given up")
                self._restart()
            elif isinstance(future.exception(), BrokenProcessPool):
                yield task, _gave_up(task, "ended the process that read it, perhaps for want of memory")
                self._restart()
            else:
                yield task, future.result()
                del self._pending[future]

    def _restart(self) -> None:
        self._kill()
        self._pool.shutdown(wait=True, cancel_futures=True)
        self._pending.clear()
        self._start()

    def _kill(self) -> None:
        for process in set(multiprocessing.active_children()) - self._others:
            process.kill()


def _gave_up(task: Task, what: str) -> Failure:
    return Failure(source=task.source, error="WorkerError", message=f"{task.source}: {what}; the others were read")


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """Workers started here never hear Ctrl-C, not even while they start: it is this process that stops them."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


_worker: list[ReadReport] = []
"""In a worker: the function that it was given, with the model that it loads."""


def _prepare(read_report: ReadReport) -> None:
    threading.Thread(target=_leave_with_parent, daemon=True).start()
    _worker[:] = [read_report]


def _leave_with_parent() -> None:
    """A worker whose batch was killed would wait for work forever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _read(task: Task) -> Outcome:
    return attempt(_worker[0], task)
