"""Opening a JSON object field by field, so that a wrong one is told by its place: `incidents[2].counts.killed.low`.

The records' types are few, so a reader of about a hundred lines with messages of our own serves better here than a
schema library: it also builds what it checks. The JSON Schema beside `wire.py` says the same; a test holds the two
together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NoReturn, TypeVar

from hearsay.errors import ContractError, InputError
from hearsay.records.span import Span

Thing = TypeVar("Thing")
Choice = TypeVar("Choice", bound=StrEnum)

SHOWN = 60  # characters of a wrong value that a message repeats


class Fields:
    """One JSON object at `where`.

    Every method raises InputError, naming the field's place, what was expected and what was found.
    """

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, Mapping):
            refuse(where, "an object", value)
        self._values = value
        self._where = where
        self._read: set[str] = set()

    def has(self, name: str) -> bool:
        """True when the field is there. For fields that may be left out."""
        return name in self._values

    def place(self, name: str) -> str:
        """Where a field stands, from the top."""
        return f"{self._where}.{name}" if self._where else name

    def value(self, name: str) -> object:
        """The field as it is."""
        if name not in self._values:
            raise InputError(f"{self.place(name)} is missing; every field must be there, null when unknown")
        self._read.add(name)
        return self._values[name]

    def text(self, name: str) -> str:
        """A string."""
        return as_text(self.value(name), self.place(name))

    def text_or_none(self, name: str) -> str | None:
        """A string or null."""
        return None if self.value(name) is None else self.text(name)

    def whole_or_none(self, name: str) -> int | None:
        """A whole number or null."""
        value = self.value(name)
        return None if value is None else as_whole(value, self.place(name))

    def degrees_or_none(self, name: str, limit: int) -> float | None:
        """A number within `limit` of zero, or null."""
        value = self.value(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float) or not -limit <= value <= limit:
            refuse(self.place(name), f"a number from -{limit} to {limit}, or null", value)
        return float(value)

    def choice(self, name: str, kinds: type[Choice]) -> Choice:
        """One of an enumeration's values."""
        value = self.value(name)
        try:
            return kinds(as_text(value, self.place(name)))
        except ValueError:
            refuse(self.place(name), "one of " + ", ".join(kind.value for kind in kinds), value)

    def items(self, name: str, read: Callable[[object, str], Thing]) -> tuple[Thing, ...]:
        """A list, each item read by `read(item, where)`."""
        value = self.value(name)
        place = self.place(name)
        if not isinstance(value, list | tuple):
            refuse(place, "a list", value)
        return tuple(read(item, f"{place}[{index}]") for index, item in enumerate(value))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of strings."""
        return self.items(name, as_text)

    def spans(self, name: str) -> tuple[Span, ...]:
        """A list of `[start, end]` pairs."""
        return self.items(name, as_span)

    def span(self, name: str) -> Span:
        """A `[start, end]` pair."""
        return as_span(self.value(name), self.place(name))

    def close(self) -> None:
        """Refuses what nobody asked for: an unknown field would be lost without a word."""
        for name in self._values:
            if name not in self._read:
                raise InputError(f"{self.place(str(name))} is not a field of this format; take it out")


def as_text(value: object, where: str) -> str:
    """A string that can be written as UTF-8."""
    if not isinstance(value, str):
        refuse(where, "a string", value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:
            raise InputError(
                f"{where} holds half a character (a lone surrogate) at {error.start}; decode the text anew"
            ) from error
    return value


def as_whole(value: object, where: str) -> int:
    """A whole number; 3.0 is one, true is not."""
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, bool) or not isinstance(value, int):
        refuse(where, "a whole number", value)
    return value


def as_span(value: object, where: str) -> Span:
    """A pair of whole numbers, as a span."""
    if not isinstance(value, list | tuple) or len(value) != 2:
        refuse(where, "a pair [start, end]", value)
    try:
        return Span(as_whole(value[0], f"{where}[0]"), as_whole(value[1], f"{where}[1]"))
    except ContractError as error:
        raise InputError(f"{where}: {error}") from error


def refuse(where: str, expected: str, value: object) -> NoReturn:
    """Says what was expected at a place and what was found.

    Raises:
        InputError: always.
    """
    shown = repr(value)
    if len(shown) > SHOWN:
        shown = shown[:SHOWN] + "..."
    raise InputError(f"{where or 'the top'} should be {expected}, but is {shown}")
