"""A place in a text: everything that hearsay says leads back to one of these."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from hearsay.errors import ContractError


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open `[start, end)`, in Unicode code points of a document's text.

    The one record with positional fields: it is written as a pair on the wire and everywhere else.

    Raises:
        ContractError: when `start` is negative or `end` does not lie behind it.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ContractError(f"a span needs 0 <= start < end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The words that the span points at."""
        if self.end > len(text):
            raise ContractError(f"span [{self.start}, {self.end}) lies outside a text of {len(text)} characters")
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """True when `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True when the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)


def covering(spans: Iterable[Span]) -> Span:
    """The shortest span that contains all of `spans`, of which there must be at least one."""
    listed = list(spans)
    return Span(min(s.start for s in listed), max(s.end for s in listed))
