"""Reports one by one out of what the command names; what cannot be read is told in a line and counted."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Generic, TypeVar

import typer

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read as documents_in
from hearsay.errors import ContractError, HearsayError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

Made = TypeVar("Made")

HANDFUL = 32  # documents that go to a process at once; fewer than two such are made in this one
AHEAD = 3  # handfuls in work or waiting, per process


class Sources(Generic[Made]):
    """What `make` gives of each report of some sources. `read` and `failed` count as it goes.

    `workers` processes make it side by side where there are many; `make` has to be picklable then. One works in this
    process. Raises `UsageError` when it is not positive.
    """

    def __init__(self, options: DocumentOptions, make: Callable[[Document], Made], workers: int = 1) -> None:
        if workers < 1:
            raise UsageError(f"--workers must be above 0, got {workers}")
        self._options = options
        self._make = make
        self._workers = workers
        self.read = 0
        self.failed = 0

    def each(self, sources: list[str]) -> Iterator[Made]:
        """In the order of the sources; a report that fails is told on standard error and passed over."""
        documents = self._documents(sources)
        first = list(islice(documents, 2 * HANDFUL)) if self._workers > 1 else []
        if len(first) == 2 * HANDFUL:
            yield from self._side_by_side(first, documents)
            return
        for document in first:
            yield from self._made(_attempt(self._make, document))
        for document in documents:
            yield from self._made(_attempt(self._make, document))

    def _documents(self, sources: list[str]) -> Iterator[Document]:
        for source in sources:
            try:
                for item in documents_in(source, self._options):
                    if isinstance(item, Failure):
                        self._tell(item.message)
                    else:
                        yield item
            except ContractError:
                raise
            except HearsayError as error:
                self._tell(str(error))

    def _side_by_side(self, first: list[Document], documents: Iterator[Document]) -> Iterator[Made]:
        pending: deque[Future[list[Made | HearsayError]]] = deque()
        pool = ProcessPoolExecutor(self._workers, mp_context=get_context("spawn"))
        try:
            handful = first
            while handful:
                pending.append(pool.submit(_attempts, self._make, handful))
                if len(pending) >= AHEAD * self._workers:
                    yield from self._all_made(pending.popleft())
                handful = list(islice(documents, HANDFUL))
            while pending:
                yield from self._all_made(pending.popleft())
        finally:
            pool.shutdown(wait=False, cancel_futures=True)

    def _all_made(self, work: Future[list[Made | HearsayError]]) -> Iterator[Made]:
        for outcome in work.result():
            yield from self._made(outcome)

    def _made(self, outcome: Made | HearsayError) -> Iterator[Made]:
        if isinstance(outcome, HearsayError):
            self._tell(str(outcome))
        else:
            self.read += 1
            yield outcome

    def _tell(self, message: str) -> None:
        self.failed += 1
        typer.echo(f"hearsay: {message}", err=True)

    def sum_up(self) -> None:
        """One line on standard error, when some were passed over."""
        if self.failed:
            typer.echo(f"hearsay: {self.read} read, {self.failed} could not be read", err=True)


def cores() -> int:
    """Processors of this machine."""
    return os.cpu_count() or 1


def _attempt(make: Callable[[Document], Made], document: Document) -> Made | HearsayError:
    try:
        return make(document)
    except ContractError:
        raise
    except HearsayError as error:
        return error


def _attempts(make: Callable[[Document], Made], documents: list[Document]) -> list[Made | HearsayError]:
    return [_attempt(make, document) for document in documents]
