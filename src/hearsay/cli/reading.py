"""`hearsay read`: reports in, their readings out."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Annotated, TextIO

import typer
from rich.rule import Rule

from hearsay.cli.materials import Actors, Gazetteer, Model, Output, Reports, reading_config
from hearsay.cli.output import PLAIN_WIDTH, Form, chosen_form, console, destination
from hearsay.cli.sources import Sources
from hearsay.pipeline import read_document
from hearsay.records.reading import Reading
from hearsay.records.wire import dumps
from hearsay.rendering.page import page
from hearsay.rendering.terminal import TerminalReading, plain_text
from hearsay.views import view

FORMS = (Form.TEXT, Form.JSON, Form.HTML)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("read")
def read(
    reports: Reports,
    published: Annotated[
        str | None,
        typer.Option(metavar="DATE", help="Date of publication, as in 2016-10-26; dates such as 'Monday' need it."),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="text|json|html", help="Text, JSON lines (one object a report), or a page."),
    ] = None,
    output: Output = None,
    gazetteer: Gazetteer = None,
    registry: Actors = None,
    model: Model = None,
) -> None:
    """Read reports and print what they say, and who says it.

    Without --format the name of the output file decides (.json, .html), else it is text.
    """
    chosen = chosen_form(form, output, FORMS)
    config = reading_config(published, gazetteer, registry, model)
    run = Sources(config.documents, lambda document: read_document(document, config))
    with destination(output, reports) as out:
        WRITERS[chosen](run.each(reports), out)
        if not run.read:
            raise typer.Exit(2)
    run.sum_up()
    if run.failed:
        raise typer.Exit(1)


def _write_text(readings: Iterator[Reading], out: TextIO) -> None:
    screen = console(out)
    for number, reading in enumerate(readings):
        if screen.is_terminal:
            if number:
                screen.print(Rule(style="dim"))
            screen.print(TerminalReading(view(reading)))
        else:
            out.write(f"\n{'─' * PLAIN_WIDTH}\n\n" if number else "")
            out.write(plain_text(view(reading), width=screen.width if out is sys.stdout else PLAIN_WIDTH))


def _write_json(readings: Iterator[Reading], out: TextIO) -> None:
    for reading in readings:
        out.write(dumps(reading) + "\n")


def _write_html(readings: Iterator[Reading], out: TextIO) -> None:
    views = [view(reading) for reading in readings]
    if views:
        out.write(page(views))


WRITERS = {Form.TEXT: _write_text, Form.JSON: _write_json, Form.HTML: _write_html}
