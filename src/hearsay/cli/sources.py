"""Reports one by one out of what the command names; what cannot be read is told in a line and counted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Generic, TypeVar

import typer

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read as documents_in
from hearsay.errors import ContractError, HearsayError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

Made = TypeVar("Made")


class Sources(Generic[Made]):
    """What `make` gives of each report of some sources. `read` and `failed` count as it goes."""

    def __init__(self, options: DocumentOptions, make: Callable[[Document], Made]) -> None:
        self._options = options
        self._make = make
        self.read = 0
        self.failed = 0

    def each(self, sources: list[str]) -> Iterator[Made]:
        """In the order of the sources; a report that fails is told on standard error and passed over."""
        for source in sources:
            try:
                yield from self._of(source)
            except ContractError:
                raise
            except HearsayError as error:
                self._tell(str(error))

    def _of(self, source: str) -> Iterator[Made]:
        for item in documents_in(source, self._options):
            if isinstance(item, Failure):
                self._tell(item.message)
            else:
                made = self._make(item)
                self.read += 1
                yield made

    def _tell(self, message: str) -> None:
        self.failed += 1
        typer.echo(f"hearsay: {message}", err=True)

    def sum_up(self) -> None:
        """One line on standard error, when some were passed over."""
        if self.failed:
            typer.echo(f"hearsay: {self.read} read, {self.failed} could not be read", err=True)
