"""`hearsay gazetteer`: an index of the user's own places."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, ProgressColumn, SpinnerColumn, Task, TaskProgressColumn, TimeRemainingColumn
from rich.progress import Progress as Bar
from rich.text import Text

from hearsay.errors import UsageError
from hearsay.vocabulary.gazetteer.gazetteer import FileGazetteer
from hearsay.vocabulary.gazetteer.importer import ImportProgress, import_dump

SUFFIX = ".gazetteer"

app = typer.Typer(name="gazetteer", rich_markup_mode=None, add_completion=False, no_args_is_help=True)


@app.callback()
def gazetteer() -> None:
    """Make an index of more places than the package ships."""


@app.command("import")
def import_(
    dump: Annotated[
        Path, typer.Argument(metavar="FILE", help="A GeoNames dump: allCountries.zip, or a country's such as PK.zip.")
    ],
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="INDEX", help="The index; FILE's name with .gazetteer without it."),
    ] = None,
) -> None:
    """Make an index of a GeoNames dump, for `hearsay read --gazetteer INDEX`.

    Dumps are had from https://download.geonames.org/export/dump/ (CC BY 4.0). The index takes its name only when all
    of the dump is in it.
    """
    target = output or Path(f"{dump.stem}{SUFFIX}")
    _check(target, dump)
    screen = Console(stderr=True, highlight=False)
    with _shown(screen) as tell:
        done = import_dump(dump, target, tell)
    skipped = f", {done.skipped:,} faulty rows left out" if done.skipped else ""
    typer.echo(
        f"{done.rows:,} places in {target}{skipped}; use it with: hearsay read --gazetteer {target} ...", err=True
    )


def _check(target: Path, dump: Path) -> None:
    """Nothing but an older index is written over."""
    if target.is_dir():
        raise UsageError(f"-o {str(target)!r} is a folder; give the name of a file in it")
    if not target.parent.is_dir():
        raise UsageError(f"-o {str(target)!r}: there is no folder {str(target.parent)!r}; make it first")
    if target.exists() and target.resolve() == dump.resolve():
        raise UsageError(f"-o {str(target)!r} is the dump itself; give another name")
    if target.exists():
        try:
            FileGazetteer(target).entry(0)
        except UsageError as error:
            raise UsageError(f"-o {str(target)!r} is there and is no gazetteer; give another name") from error


@contextmanager
def _shown(screen: Console) -> Iterator[Callable[[ImportProgress], None]]:
    """A bar with rows, rate and time left on a terminal; elsewhere nothing until the end."""
    if not screen.is_terminal:
        yield lambda _: None
        return
    columns = (SpinnerColumn(), BarColumn(bar_width=20), TaskProgressColumn(), _Rows(), TimeRemainingColumn())
    with Bar(*columns, console=screen, transient=True) as bar:
        task = bar.add_task("importing", total=None, rows=0, sorting=False)

        def tell(progress: ImportProgress) -> None:
            total = None if progress.sorting else progress.total
            bar.update(task, completed=progress.done, total=total, rows=progress.rows, sorting=progress.sorting)

        yield tell


class _Rows(ProgressColumn):
    """Rows so far and rows a second, or what is done after the last row."""

    def render(self, task: Task) -> Text:
        if task.fields["sorting"]:
            return Text("sorting names", style="dim")
        rows = task.fields["rows"]
        rate = f", {rows / task.elapsed:,.0f} rows/s" if task.elapsed and rows else ""
        return Text(f"{rows:,} rows{rate}", style="dim")
