"""What Python users call: a report in, its linked reading out."""

from __future__ import annotations

from pathlib import Path

from hearsay import pipeline
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.spelled import spelled_places
from hearsay.config import Config
from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_one
from hearsay.documents.read import read_text as text_as_document
from hearsay.records.place import Place
from hearsay.views import ReadingView, view


def read(source: str | Path, *, published: str | None = None, config: Config | None = None) -> ReadingView:
    """Reads one report: a file (text, HTML, PDF), an address (http, https), or "-" for standard input.

    `published` is its date of publication, ISO 8601; without it, and without one on the page, relative dates such as
    "on Monday" stay unresolved.

    Raises:
        UsageError: there is no such file, it holds several reports, or `published` is no date.
        InputError: it cannot be read as a report; the message says why and what would help.
    """
    return view(pipeline.read(source, published=published, config=config))


def read_text(text: str, *, published: str | None = None, config: Config | None = None) -> ReadingView:
    """Reads a report that is in hand as text; see `read`."""
    return view(pipeline.read_words(text, published=published, config=config))


def places(source: str | Path, *, options: PlaceOptions | None = None) -> tuple[Place, ...]:
    """The places of one report, and nothing else of it: by spelling and the gazetteer, without the model.

    Raises:
        UsageError: there is no such file, it holds several reports, or `options.gazetteer` is no gazetteer.
        InputError: it cannot be read as a report; the message says why and what would help.
    """
    return spelled_places(read_one(source, DocumentOptions()), options or PlaceOptions())


def places_in(text: str, *, options: PlaceOptions | None = None) -> tuple[Place, ...]:
    """The places of a report that is in hand as text; see `places`."""
    return spelled_places(text_as_document(text, DocumentOptions()), options or PlaceOptions())
