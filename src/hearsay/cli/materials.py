"""What a user brings to the reading: reports, a gazetteer, actors and a model of his own, and the date. The same for
every command."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hearsay.analyses.base import AnalysisOptions
from hearsay.analyses.places.options import PlaceOptions
from hearsay.config import Config
from hearsay.documents.base import DocumentOptions
from hearsay.neural.reader import NeuralReader, ReaderOptions
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.gazetteer.gazetteer import FileGazetteer

Reports = Annotated[
    list[str],
    typer.Argument(metavar="REPORT...", help="Files, folders, addresses (http, https), or - for standard input."),
]
Output = Annotated[
    str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file, whole or not at all.")
]
Gazetteer = Annotated[
    Path | None,
    typer.Option("--gazetteer", metavar="INDEX", help="More places: an index made by `hearsay gazetteer import`."),
]
Actors = Annotated[
    Path | None,
    typer.Option("--registry", metavar="FILE", help="Actors of your own: a .csv or .json file, see docs/registry.md."),
]
Mask = Annotated[
    str | None,
    typer.Option("--mask", metavar="private", help="Write [private person 1] in place of a private person's name."),
]
Model = Annotated[
    Path | None,
    typer.Option("--model", metavar="DIR", help="A reader's model of your own, made by `hearsay train`."),
]


def reading_config(
    published: str | None, gazetteer: Path | None, registry: Path | None, model: Path | None = None
) -> Config:
    """The options of a reading. The files are tried here: a mistake in one is told once, not for every report.

    Raises:
        UsageError: the date is none, or a file is not there or is of another kind.
        InputError: a row of the actors cannot be used.
    """
    if gazetteer is not None:
        FileGazetteer(gazetteer).entry(0)
    if model is not None:
        NeuralReader.load(ReaderOptions(folder=model))
    if registry is not None:
        Registry.load(registry)
    return Config(
        documents=DocumentOptions(published=published),
        analyses=AnalysisOptions(
            registry=registry,
            places=PlaceOptions(gazetteer=gazetteer),
            reader=ReaderOptions() if model is None else ReaderOptions(folder=model),
        ),
    )
