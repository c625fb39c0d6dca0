"""What a policy is, and what weighing needs to know of the reports."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from hearsay.records.belief import Variant
from hearsay.records.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """What a policy takes: a variant or none, the range that it states, and why, in words."""

    variant: Variant | None
    low: int | None = None
    high: int | None = None
    why: str


@runtime_checkable
class Policy(Protocol):
    """How one value is taken from several. To add a policy: a file with a class like these, and a line in `built.py`
    (or an entry point of the group `hearsay.policies`)."""

    @property
    def name(self) -> str:
        """As it is asked for on the command line."""
        ...

    def count(self, variants: Sequence[Variant]) -> Pick:
        """The figure to hold; `variants` count the same thing, are not empty, and go by their earliest voice."""
        ...

    def value(self, variants: Sequence[Variant]) -> Pick:
        """The value to hold of a field that is no figure; `variants` are not empty."""
        ...


class Shelf(Protocol):
    """Where readings are taken from, one by one. A store's `View` is one."""

    def reading(self, report: str) -> Reading:
        """The whole reading of one report."""
        ...
