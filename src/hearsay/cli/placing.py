"""`hearsay places`: only where, by spelling and the gazetteer, without the model."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.spelled import spelled_places
from hearsay.cli.materials import Gazetteer, Output, Reports
from hearsay.cli.output import Form, chosen_form, destination
from hearsay.cli.sources import Sources, cores
from hearsay.documents.base import DocumentOptions
from hearsay.records.document import Document
from hearsay.rendering.placed import PlacesOfReport, places_of_report, write_csv, write_json, write_text
from hearsay.vocabulary.gazetteer.gazetteer import FileGazetteer

FORMS = (Form.TEXT, Form.JSON, Form.CSV)
WRITERS = {Form.TEXT: write_text, Form.JSON: write_json, Form.CSV: write_csv}

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("places")
def places(
    reports: Reports,
    every_name: Annotated[
        bool,
        typer.Option(
            "--every-name", help="Places inside other names (Perth Mint) and peoples (two Kenyans) are mentions too."
        ),
    ] = False,
    form: Annotated[
        str | None,
        typer.Option("--format", metavar="text|json|csv", help="Text, JSON lines (an object a report), or CSV."),
    ] = None,
    output: Output = None,
    workers: Annotated[
        int | None, typer.Option(metavar="N", help="Processes that work on many reports; one a core without it.")
    ] = None,
    gazetteer: Gazetteer = None,
) -> None:
    """Find the places of reports, and nothing else of them: quick, for archives that no reader gets through.

    Works by spelling and the gazetteer, without the model. How right and how quick: docs/accuracy.md.
    """
    chosen = chosen_form(form, output, FORMS)
    if gazetteer is not None:
        FileGazetteer(gazetteer).entry(0)  # a mistake in it is told once, not for every report
    options = PlaceOptions(gazetteer=gazetteer, inside_names=every_name, peoples=every_name)

    run = Sources(DocumentOptions(), partial(_placed, options), cores() if workers is None else workers)
    with destination(output, reports) as out:
        WRITERS[chosen](run.each(reports), out)
        if not run.read:
            raise typer.Exit(2)
    run.sum_up()
    if run.failed:
        raise typer.Exit(1)


def _placed(options: PlaceOptions, document: Document) -> PlacesOfReport:
    return places_of_report(document, spelled_places(document, options))
