"""Where results go: standard output, or a file that is there whole or not at all."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import TextIO

from rich.console import Console, RenderableType

from hearsay.errors import UsageError

STANDARD_OUTPUT = "-"
PLAIN_WIDTH = 80  # columns of a text that goes to a file or a pipe


class Form(StrEnum):
    """How a result is written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
    CSV = "csv"


SUFFIXES = {".html": Form.HTML, ".htm": Form.HTML, ".json": Form.JSON, ".jsonl": Form.JSON, ".csv": Form.CSV}


def chosen_form(asked: str | None, output: str | None, offered: Iterable[Form]) -> Form:
    """The form asked for; without one, the form that the output file's name speaks of, else text.

    Raises:
        UsageError: the form is none of those offered.
    """
    forms = list(offered)
    if asked is None:
        named = SUFFIXES.get(Path(output).suffix.lower(), Form.TEXT) if output else Form.TEXT
        return named if named in forms else Form.TEXT
    if asked not in forms:
        raise UsageError(f"--format {asked!r} is not one of {', '.join(forms)}")
    return Form(asked)


@contextmanager
def destination(output: str | None, inputs: Iterable[str] = ()) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when all is written; an error leaves what was there.

    Raises:
        UsageError: the output is a folder, lies in none, cannot be written, or is one of the inputs.
    """
    if output is None or output == STANDARD_OUTPUT:
        yield sys.stdout
        return
    path = _checked(Path(output), inputs)
    if path.exists() and not path.is_file():  # a device or a named pipe has no contents to protect
        with path.open("w", encoding="utf-8", errors="replace") as stream:
            yield stream
        return
    with _whole_file(path) as stream:
        yield stream


def _checked(path: Path, inputs: Iterable[str]) -> Path:
    if path.is_dir():
        raise UsageError(f"-o {str(path)!r} is a folder; give the name of a file in it")
    if not path.parent.is_dir():
        raise UsageError(f"-o {str(path)!r}: there is no folder {str(path.parent)!r}; make it first")
    resolved = path.resolve()
    if any(resolved == Path(source).resolve() for source in inputs if "://" not in source):
        raise UsageError(f"-o {str(path)!r} is one of the reports to read; give another name")
    return resolved


@contextmanager
def _whole_file(path: Path) -> Iterator[TextIO]:
    try:
        handle, draft = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    except OSError as error:
        raise UsageError(f"-o {str(path)!r} cannot be written: {error.strerror}; give another name") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as stream:
            yield stream
        os.chmod(draft, _mode(path))
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that any new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def console(stream: TextIO) -> Console:
    """A console that colours where the terminal does, and respects NO_COLOR and COLUMNS."""
    return Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=False)


def put(screen: Console, part: RenderableType) -> None:
    """Prints `part`; where there is no terminal, without the blanks that pad its lines."""
    if screen.is_terminal:
        screen.print(part)
        return
    with screen.capture() as capture:
        screen.print(part)
    screen.file.write("".join(f"{line.rstrip()}\n" for line in capture.get().splitlines()))
