"""Labels for private persons, the same over a whole book, and records with labels in place of names.

A text with labels has other offsets: every span of a reading is moved along with its words.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import fields, is_dataclass, replace
from enum import Enum
from threading import Lock
from typing import TypeVar, cast

from hearsay.masking.names import Masker, private_persons
from hearsay.records.document import Document
from hearsay.records.reading import Reading
from hearsay.records.span import Span

R = TypeVar("R")


class Mask:
    """The labels of a book: "[private person 1]" is the one whom the first report names first, and so on."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._maskers: dict[str, Masker] = {}
        self._lock = Lock()

    @classmethod
    def of(cls, readings: Iterable[Reading]) -> Mask:
        """The labels for readings, in their order."""
        made = cls()
        for reading in readings:
            made.masker(reading)
        return made

    def masker(self, reading: Reading) -> Masker:
        """What masks the words of a report. A person who was not met before gets the next number."""
        report = reading.document.id
        with self._lock:
            if report not in self._maskers:
                persons = private_persons(reading)
                numbers = [self._numbers.setdefault(person.key, len(self._numbers) + 1) for person in persons]
                labels = (f"[private person {number}]" for number in numbers)
                self._maskers[report] = Masker(zip(persons, labels, strict=True))
            return self._maskers[report]

    def reading(self, reading: Reading) -> Reading:
        """The reading with labels in place of names, in its text and in every record."""
        masker = self.masker(reading)
        moved = _Moved(masker, reading.document.text)
        made = _masked(reading, masker, moved)
        return replace(made, document=replace(made.document, text=moved.text))


class _Moved:
    """A text with labels, and where its offsets have gone."""

    def __init__(self, masker: Masker, text: str) -> None:
        self._starts: list[int] = []
        self._runs: list[tuple[int, int, int, int]] = []
        parts, at, length = [], 0, 0
        for start, end, label in masker.runs(text):
            length += start - at
            self._starts.append(start)
            self._runs.append((start, end, length, length + len(label)))
            parts += [text[at:start], label]
            at, length = end, length + len(label)
        self.text = "".join([*parts, text[at:]])

    def span(self, span: Span) -> Span:
        """The span of the same words; one that ends inside a name takes the whole label in."""
        return Span(self._moved(span.start, last=False), self._moved(span.end, last=True))

    def _moved(self, offset: int, *, last: bool) -> int:
        at = bisect_right(self._starts, offset - 1 if last else offset) - 1
        if at < 0:
            return offset
        _, end, new_start, new_end = self._runs[at]
        if offset >= end:
            return offset - end + new_end
        return new_end if last else new_start


def _masked(value: R, masker: Masker, moved: _Moved | None = None) -> R:
    """A record with every text in it masked, and with spans moved where they are into the report's text."""
    return cast(R, _mask(value, masker, moved))


def _mask(value: object, masker: Masker, moved: _Moved | None) -> object:
    if isinstance(value, Span):
        return moved.span(value) if moved is not None else value
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        # the names of pages often spell out their headlines
        return None if "://" in value and masker.is_in_address(value) else masker.text(value)
    if isinstance(value, tuple):
        return tuple(_mask(one, masker, moved) for one in value)
    if isinstance(value, Document):
        others = {
            one.name: _mask(getattr(value, one.name), masker, moved) for one in fields(value) if one.name != "text"
        }
        return replace(value, **others)  # type: ignore[arg-type]  # the same types as before
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: _mask(getattr(value, one.name), masker, moved) for one in fields(value) if one.init}
        return replace(value, **changed)
    return value


def masked(value: R, maskers: Iterable[Masker]) -> R:
    """A record of a list, a decision or a line of the index, masked by the names of the reports that it is of."""
    for masker in maskers:
        value = _masked(value, masker)
    return value
