"""`hearsay train`: the reader's model from the corpora, and from decisions of persons. It runs in a process of its own:
training needs torch, and nothing else in hearsay may."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from typing import Annotated

import typer

from hearsay.errors import UsageError

NEEDED = {"torch": "torch", "onnx": "onnx", "safetensors": "safetensors"}

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("train", context_settings={"allow_extra_args": True, "ignore_unknown_options": True})
def train(
    context: typer.Context,
    corpora: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The folder of the corpora; docs/review.md says which.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="DIR", help="Where the model goes.")] = None,
    reviews: Annotated[
        list[str] | None,
        typer.Option(
            "--with-reviews",
            metavar="FILE|BOOK",
            help="Decisions to learn from as well: a file of `hearsay export reviews`, or a book. May be repeated.",
        ),
    ] = None,
) -> None:
    """Train the reader's model, also on decisions of persons: what was accepted or corrected in review.

    Further options go to the training itself; see: python -m hearsay.training --help. Read with the new model by:
    hearsay read --model DIR.
    """
    absent = [package for module, package in NEEDED.items() if importlib.util.find_spec(module) is None]
    if absent:
        raise UsageError(f"training needs {', '.join(absent)}; install them with: pip install 'hearsay[train]'")
    given = [part for name, value in (("--corpora", corpora), ("-o", output)) if value for part in (name, str(value))]
    given += [part for source in reviews or () for part in ("--with-reviews", source)]
    command = [sys.executable, "-m", "hearsay.training", *given, *context.args]
    raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own program
