"""`hearsay evaluate`: how well the shipped reader does on annotated corpora, beside what is published."""

from __future__ import annotations

import shlex
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hearsay.cli.output import destination
from hearsay.errors import UsageError
from hearsay.evaluation.report import as_json, markdown, text
from hearsay.evaluation.yardsticks import YARDSTICKS, evaluate

CORPORA = "HEARSAY_CORPORA"

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class Shape(StrEnum):
    """How a result is written."""

    TEXT = "text"
    MARKDOWN = "markdown"
    JSON = "json"


WRITERS = {Shape.TEXT: text, Shape.MARKDOWN: markdown, Shape.JSON: as_json}
NAMES = "; ".join(f"{yardstick.name}: {yardstick.about}" for yardstick in YARDSTICKS.values())


@app.command("evaluate")
def evaluate_(
    context: typer.Context,
    name: Annotated[str, typer.Argument(metavar="NAME", help=f"{NAMES}.")],
    split: Annotated[str, typer.Option(metavar="dev|test", help="The part of the corpus.")] = "dev",
    corpora: Annotated[
        Path | None, typer.Option(metavar="DIR", envvar=CORPORA, help="The folder of the corpora.")
    ] = None,
    form: Annotated[Shape, typer.Option("--format", help="How to write the figures.")] = Shape.TEXT,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
) -> None:
    """Measure the reader on a corpus and print the figures, beside what is published.

    Every figure has an interval: 95 % of the values that come of drawing as many documents again, with replacement.
    """
    if corpora is not None and not corpora.is_dir():
        raise UsageError(f"there is no folder {str(corpora)!r}; name that of the corpora with --corpora DIR")
    named = context.get_parameter_source("corpora")
    command = ["hearsay", "evaluate", name, "--split", split]
    if corpora is not None and named is not None and named.name == "COMMANDLINE":
        command += ["--corpora", str(corpora)]
    with destination(output) as out:
        out.write(WRITERS[form](evaluate(name, corpora, split), shlex.join(command)))
