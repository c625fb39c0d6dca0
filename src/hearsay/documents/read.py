"""The stage's verb: a file, folder, address or standard input in; documents and failures out, one by one."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from hearsay.documents import feed, html, pdf, text, warc
from hearsay.documents.base import DocumentOptions, Format, PageFacts, Raw, failed
from hearsay.documents.compose import compose
from hearsay.documents.receive import bounded, from_bytes, from_file
from hearsay.documents.web import fetch
from hearsay.errors import EmptyError, InputError, UnreadableError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.registry import Plugins

FORMATS: Plugins[Format] = Plugins(
    group="hearsay.documents",
    meets=lambda plugin: isinstance(plugin, Format),
    shipped=(warc.FORMAT, pdf.FORMAT, feed.FORMAT, html.FORMAT, text.FORMAT),
)
STANDARD_INPUT = "-"


def read(source: Path | str, options: DocumentOptions | None = None) -> Iterator[Document | Failure]:
    """The reports in one source: a file of any kind, a folder, an address (http, https), or "-" for standard input.

    What cannot be read is given as a `Failure`, and the rest goes on.

    Raises:
        UsageError: when there is no such file or folder: the user's slip, which nothing can go on from.
    """
    options = options or DocumentOptions()
    for part in sources(source):
        try:
            yield from read_raw(_received(part, options), options)
        except InputError as error:
            yield failed(str(part), error)


def read_one(source: Path | str, options: DocumentOptions | None = None) -> Document:
    """The one report in a source.

    Raises:
        UsageError: when there is no such file, or the source holds several reports.
        InputError: when it cannot be read; the subclass says why.
    """
    found = list(islice(read(source, options), 2))
    documents = [item for item in found if isinstance(item, Document)]
    if len(found) > 1:
        raise UsageError(
            f"{str(source)!r} holds more than one report; read them with `hearsay add`, or `documents.read`"
        )
    if not documents:
        raise _error(next(item for item in found if isinstance(item, Failure)))
    return documents[0]


def read_text(words: str, options: DocumentOptions | None = None, source: str = "text") -> Document:
    """A report that is in hand as text; `source` names it in errors.

    Raises:
        InputError: when it is empty, too large or not in English.
    """
    return compose(words, source, options or DocumentOptions(), PageFacts())


def read_raw(raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
    """The reports in an input that is already in hand, by the first format that recognises it.

    Raises:
        InputError: when the input as a whole cannot be read.
    """
    if raw.size == 0:
        raise EmptyError(f"{raw.source}: is empty; give a file with the text of a report in it")
    kind = next(kind for kind in FORMATS.all() if kind.recognises(raw))
    yield from kind.documents(raw, options)


def sources(source: Path | str) -> Iterator[Path | str]:
    """What `source` is made of: the files of a folder and its subfolders, in order of name, or itself.

    Hidden files are left out; links are followed to files, never to folders, so that no loop can arise.

    Raises:
        UsageError: when there is no such file or folder.
    """
    if is_address(source) or source == STANDARD_INPUT:
        yield source
        return
    path = Path(source)
    if not path.is_dir():
        if not path.exists():
            raise UsageError(f"{str(path)!r}: there is no such file or folder; check the name")
        yield path
        return
    yield from _files_in(path)


def is_address(source: Path | str) -> bool:
    """Whether the source is written as an address: `https://...`, and `ftp://...` too, which is then refused."""
    return isinstance(source, str) and "://" in source[:20]


def _files_in(folder: Path) -> Iterator[Path]:
    """The files below a folder; a folder that cannot be listed, or an empty one, stands for itself, to be told of."""
    refused: list[Path] = []
    empty = True
    for place, folders, names in os.walk(folder, onerror=lambda error: refused.append(Path(error.filename))):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in names if not name.startswith(".")):
            empty = False
            yield Path(place) / name
    yield from refused
    if empty and not refused:
        yield folder


def _received(part: Path | str, options: DocumentOptions) -> Raw:
    if part == STANDARD_INPUT:
        return from_bytes(bounded(sys.stdin.buffer, "standard input", options.max_bytes), "standard input")
    if isinstance(part, str) and is_address(part):
        return fetch(part, options)
    path = Path(part)
    if path.is_dir():
        if not os.access(path, os.R_OK | os.X_OK):
            raise UnreadableError(f"{path}: the folder cannot be opened; check its permissions")
        raise EmptyError(f"{path}: is a folder with no file in it; give one with reports")
    return from_file(path)


def _error(failure: Failure) -> InputError:
    """The error that a failure records."""
    kinds: dict[str, type[InputError]] = {kind.__name__: kind for kind in InputError.__subclasses__()}
    return kinds.get(failure.error, InputError)(failure.message)
