"""`hearsay train`: the reader's model from the corpora, and from decisions of persons. It runs in a process of its own:
training needs torch, and nothing else in hearsay may."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.exports.tables import json_line
from hearsay.training.corpora.reviews import FOLDER, decisions

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
    if reviews and corpora is None:
        raise UsageError("decisions are learned from together with the corpora; add: --corpora DIR")
    with _beside(corpora, reviews or []) as folder:
        given = [
            part for name, value in (("--corpora", folder), ("-o", output)) if value for part in (name, str(value))
        ]
        command = [sys.executable, "-m", "hearsay.training", *given, *context.args]
        raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own program


@contextmanager
def _beside(corpora: Path | None, sources: Sequence[str]) -> Iterator[Path | None]:
    """The folder of the corpora; with decisions one that links to what is in it, and holds them beside it.

    Raises:
        UsageError: there is no such folder, or a source holds no decisions.
    """
    if corpora is None or not sources:
        yield corpora
        return
    if not corpora.is_dir():
        raise UsageError(f"no folder {str(corpora)!r}: --corpora names the folder that holds ud-ewt, gum, ner ...")
    found = [decisions(source) for source in sources]
    with TemporaryDirectory(prefix="hearsay-corpora-") as made:
        for one in corpora.resolve().iterdir():
            if one.name != FOLDER:
                Path(made, one.name).symlink_to(one)
        Path(made, FOLDER).mkdir()
        for path in sorted((corpora.resolve() / FOLDER).glob("*.jsonl")):
            Path(made, FOLDER, path.name).symlink_to(path)
        for number, lines in enumerate(found):
            text = "".join(json_line(line) for line in lines)
            Path(made, FOLDER, f"given-{number}.jsonl").write_text(text, encoding="utf-8")
        typer.echo(f"{sum(map(len, found)):,} decisions from {', '.join(sources)}", err=True)
        yield Path(made)
