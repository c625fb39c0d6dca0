"""`hearsay add`: reports into a book, many at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, ProgressColumn, SpinnerColumn, Task, TextColumn
from rich.progress import Progress as Bar
from rich.text import Text

from hearsay.batch import BatchOptions, Progress, Summary
from hearsay.batch import run as run_batch
from hearsay.cli.materials import Actors, Gazetteer, Model, reading_config
from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read as documents_in
from hearsay.documents.read import sources
from hearsay.errors import UsageError
from hearsay.pipeline import read_document
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.rendering.phrases import one_line
from hearsay.store.opening import open_store

STOPPED = 130
EVERY = 10.0  # seconds between two lines of progress where there is no terminal to draw a bar on

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("add")
def add(
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="INPUT...", help="Files, folders, feeds, WARC archives, or addresses (http, https)."),
    ],
    book: Annotated[str, typer.Option("--into", metavar="BOOK", help="The book; made when it is not there.")],
    published: Annotated[
        str | None, typer.Option(metavar="DATE", help="Date of publication of all of them, as in 2016-10-26.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Processes that read; one a core without it.")
    ] = None,
    gazetteer: Gazetteer = None,
    registry: Actors = None,
    model: Model = None,
) -> None:
    """Read reports into a book: a file that keeps their readings.

    A report that the book holds already is left alone, so a second run, or one after an interruption, goes on where
    the first ended.
    """
    config = reading_config(published, gazetteer, registry, model)
    options = BatchOptions(workers=workers)
    screen = Console(stderr=True, highlight=False)
    with open_store(book, create=True) as store, store.writer() as writer, _shown(screen) as show:
        documents = _Documents(config.documents)
        summary = run_batch(
            list(_files(inputs)),
            documents.of,
            partial(read_document, config=config),
            writer,
            options,
            show,
        )
    _tell(screen, summary, documents.undated)
    raise typer.Exit(_status(summary))


class _Documents:
    """The documents of a source, and how many of all of them state no date of publication."""

    def __init__(self, options: DocumentOptions) -> None:
        self._options = options
        self.undated = 0

    def of(self, source: Path | str) -> Iterator[Document | Failure]:
        for item in documents_in(source, self._options):
            self.undated += isinstance(item, Document) and item.published is None
            yield item


def _files(inputs: list[str]) -> Iterator[str]:
    """Every file by itself, so that progress and failures go by file; what is not there the batch will tell."""
    for given in inputs:
        try:
            yield from map(str, sources(given))
        except UsageError:
            yield given


def _status(summary: Summary) -> int:
    if summary.interrupted:
        return STOPPED
    if not summary.failed:
        return 0
    return 1 if summary.new + summary.changed + summary.known else 2


def _tell(screen: Console, summary: Summary, undated: int) -> None:
    """The failures, what stays open for want of a date, then one line that sums up."""
    for failure in summary.failures:
        typer.echo(f"hearsay: {one_line(failure.message)}", err=True)
    if summary.failed > len(summary.failures):
        more = summary.failed - len(summary.failures)
        typer.echo(f"hearsay: and {more} more; see: hearsay list failures", err=True)
    if undated:
        those = "1 report states" if undated == 1 else f"{undated:,} reports state"
        typer.echo(f"{those} no date of publication: dates such as 'Monday' stay unresolved, see --published", err=True)
    counts = [(summary.new, "added"), (summary.changed, "read anew"), (summary.known, "already there")]
    counts.append((summary.failed, "could not be read"))
    said = ", ".join(f"{count} {what}" for count, what in counts if count or what == "added")
    typer.echo(f"{said}, in {_duration(summary.seconds)}", err=True)
    if summary.interrupted:
        typer.echo("stopped; what was read is kept, and the same command goes on from there", err=True)


def _duration(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


@contextmanager
def _shown(screen: Console) -> Iterator[Callable[[Progress], None]]:
    """Progress as a bar on a terminal, as a line now and then elsewhere."""
    if not screen.is_terminal:
        yield _Lines()
        return
    columns = (SpinnerColumn(), BarColumn(bar_width=20), MofNCompleteColumn(), TextColumn("files"), _Facts())
    with Bar(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("reading", total=None, facts="")

        def show(progress: Progress) -> None:
            bar.update(task, completed=progress.files, total=progress.expected, facts=_facts(progress))

        yield show


class _Facts(ProgressColumn):
    """Rate, time left, failures so far."""

    def render(self, task: Task) -> Text:
        return Text(str(task.fields["facts"]), style="dim")


class _Lines:
    """A line of progress every few seconds."""

    def __init__(self) -> None:
        self._last = time.monotonic()

    def __call__(self, progress: Progress) -> None:
        if time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            of = f" of {progress.expected}" if progress.expected is not None else ""
            typer.echo(f"{progress.files}{of} files, {_facts(progress)}", err=True)


def _facts(progress: Progress) -> str:
    facts = [f"{progress.rate:.1f} reports/s" if progress.rate else ""]
    facts.append(f"{_duration(progress.left)} left" if progress.left is not None else "")
    facts.append(f"{progress.failed} failed" if progress.failed else "")
    return ", ".join(filter(None, facts))
