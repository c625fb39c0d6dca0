"""Functions that stand for the stages around a batch; other processes import them from here."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

from tests.store.stories import document, reading

from hearsay.errors import EmptyError, LanguageError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure
from hearsay.records.reading import Reading


def read_documents(source: Path | str) -> Iterator[Document | Failure]:
    """The parts of a file, parted by `---`; an empty part is a failure."""
    path = Path(source)
    if not path.exists():
        raise UsageError(f"{str(path)!r}: there is no such file")
    for number, part in enumerate(path.read_text(encoding="utf-8").split("---\n")):
        if part.strip():
            yield document(part, published="2031-05-05")
        else:
            name = f"{path}#{number}"
            yield Failure(source=name, error=EmptyError.__name__, message=f"{name}: is empty")


def read_report(one: Document) -> Reading:
    """A reading, unless the text asks for trouble."""
    if "SWAHILI" in one.text:
        raise LanguageError("not in English; give an English report")
    if "NO MODEL" in one.text:
        raise UsageError("there is no model in this folder")
    if "BUG" in one.text:
        raise ValueError("unforeseen")
    if "POISON" in one.text:
        os._exit(3)
    if "HANG" in one.text:
        time.sleep(600)
    return reading(one)


def read_slowly(one: Document) -> Reading:
    """A reading after a moment; leaves the reader's process id in HEARSAY_TEST_PIDS when that names a file."""
    trail = os.environ.get("HEARSAY_TEST_PIDS")
    if trail:
        with Path(trail).open("a", encoding="utf-8") as file:
            file.write(f"{os.getpid()}\n")
    time.sleep(0.03)
    return read_report(one)


def write_reports(folder: Path, count: int) -> list[Path]:
    """Files with a report each."""
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number:03}.txt" for number in range(count)]
    for number, path in enumerate(paths):
        path.write_text(f"Blast {number}\nThe Herons said they did it, {number} times.\n", encoding="utf-8")
    return paths
