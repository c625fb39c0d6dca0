"""Reading files of one JSON object a line, for the checks of the exports that write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.exports.base import Fault


def read_lines(path: Path) -> Iterator[tuple[int, dict[str, object] | Fault]]:
    """Each line's number and object, or the fault of a line that holds none.

    Raises:
        UsageError: there is no such file, or it is no text.
    """
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, start=1):
                yield number, _object(number, line)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error}; give a file that was exported") from error


def _object(number: int, line: str) -> dict[str, object] | Fault:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return Fault(row=number, column=None, message="the line is no JSON")
    return found if isinstance(found, dict) else Fault(row=number, column=None, message="the line is no object")
