"""The batch: documents stream in, are read where they are not known yet, and each reading is kept at once."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sized
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from hearsay.batch.progress import Progress, Summary, Tally
from hearsay.batch.readers import Here, Outcome, Pool, Reader, ReadReport, Task
from hearsay.errors import ContractError, HearsayError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.store.base import Added, Writer

Source = Path | str
ReadDocuments = Callable[[Source], Iterable[Document | Failure]]

MOST_WORKERS = 8  # one process writes; beyond this many readers it is the one that they wait for


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchOptions:
    """How a batch is run.

    Raises:
        UsageError: when a number is not positive.
    """

    workers: int | None = None
    """Processes that read; None: one a core, at most eight."""
    few: int = 4
    """Up to this many reports are read in this process: starting others would take longer."""
    patience: float = 300.0
    """Seconds without any report ending after which those in work are tried one by one, and given up after as many."""
    expected: int | None = None
    """How many sources there are, for the time left, where they are no list."""

    def __post_init__(self) -> None:
        for name in ("workers", "patience"):
            value = getattr(self, name)
            if value is not None and value <= 0:
                raise UsageError(f"{name} must be above 0, got {value!r}")


def run(
    sources: Iterable[Source],
    read_documents: ReadDocuments,
    read_report: ReadReport,
    writer: Writer,
    options: BatchOptions | None = None,
    progress: Callable[[Progress], None] | None = None,
) -> Summary:
    """Reads the reports of all sources into a store, and says what came of them.

    Give files one by one, not their folder, to have failures named and progress counted by file. Reports that the
    store holds are left alone before they are read, so that a second run goes on where the first ended. What cannot be
    read is noted in the store; the failures of an earlier run are forgotten source by source. `read_report` is sent to
    other processes: it must be a function of a module, or a `functools.partial` of one.

    On Ctrl-C what has been read is kept, and the summary says `interrupted`; a second Ctrl-C is raised.

    Raises:
        StoreError: the store cannot be written; what was kept before stays.
        UsageError: `read_report` says that nothing can be read as asked.
    """
    options = options or BatchOptions()
    expected = options.expected
    if expected is None and isinstance(sources, Sized):
        expected = len(sources)
    return _Batch(read_documents, writer, Tally(expected), progress).run(sources, read_report, options)


class _Batch:
    """One run's parts."""

    def __init__(
        self,
        read_documents: ReadDocuments,
        writer: Writer,
        tally: Tally,
        progress: Callable[[Progress], None] | None,
    ) -> None:
        self._read_documents = read_documents
        self._writer = writer
        self._tally = tally
        self._progress = progress

    def run(self, sources: Iterable[Source], read_report: ReadReport, options: BatchOptions) -> Summary:
        tasks = self._tasks(sources)
        reader: Reader = Here(read_report)
        interrupted = False
        try:
            first = list(islice(tasks, options.few + 1))
            workers = options.workers or min(os.cpu_count() or 1, MOST_WORKERS)
            if workers > 1 and len(first) > options.few:
                reader = Pool(read_report, workers, options.patience)
            for task, outcome in reader.outcomes(chain(first, tasks)):
                self._keep(task, outcome)
        except KeyboardInterrupt:
            interrupted = True
            for task, outcome in reader.finished():
                self._keep(task, outcome)
        finally:
            reader.close()
        return self._tally.summary(interrupted=interrupted)

    def _tasks(self, sources: Iterable[Source]) -> Iterator[Task]:
        """The documents that have to be read; failures and known reports are dealt with on the way."""
        for source in sources:
            name = str(source)
            self._writer.forget_failures(name)
            for item in self._documents(source):
                if isinstance(item, Failure):
                    self._fail(item)
                elif self._writer.holds(item):
                    self._tally.known += 1
                    self._show(name)
                else:
                    yield Task(source=_named(name, item), document=item)
            self._tally.files += 1
            self._show(name)

    def _documents(self, source: Source) -> Iterator[Document | Failure]:
        try:
            yield from self._read_documents(source)
        except HearsayError as error:
            yield Failure(source=str(source), error=type(error).__name__, message=str(error))
        except Exception as error:
            what = f"{source}: a fault of hearsay while opening it: {type(error).__name__}: {error}; please report this"
            yield Failure(source=str(source), error=type(error).__name__, message=what)

    def _keep(self, task: Task, outcome: Outcome) -> None:
        if isinstance(outcome, Failure):
            self._fail(outcome)
            return
        try:
            added = self._writer.add(outcome)
        except ContractError as error:
            self._fail(Failure(source=task.source, error=type(error).__name__, message=f"{task.source}: {error}"))
            return
        if added is Added.NEW:
            self._tally.new += 1
        elif added is Added.CHANGED:
            self._tally.changed += 1
        else:
            self._tally.known += 1
        self._show(task.source)

    def _fail(self, failure: Failure) -> None:
        self._writer.note_failure(failure)
        self._tally.fail(failure)
        self._show(failure.source)

    def _show(self, source: str) -> None:
        if self._progress is not None:
            self._progress(self._tally.progress(source))


def _named(source: str, document: Document) -> str:
    """The source, with the address of the report in it where it holds many (a feed, an archive)."""
    return source if document.url in (None, source) else f"{source}#{document.url}"
