"""What an expression means before it is anchored: the grammar builds these, `resolution` works them out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Base(StrEnum):
    """What a relative expression is counted from."""

    SPEECH = "speech"  # when it was said: "yesterday", "last month"
    STORY = "story"  # the date told last: "the next day", "two weeks earlier"
    NEAR = "near"  # the date told last if there is one, else when it was said: "the end of the year"
    EVENT = "event"  # something that happened, which the words name: "a day after the attack"


class Reference(StrEnum):
    """Where a vague word points."""

    PRESENT = "present"
    PAST = "past"
    FUTURE = "future"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A date with the parts that the words give. Years before Christ are negative as EDTF counts them (1 BC is 0).

    `prefix` is a decade (199) or century (19) told by its leading digits.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: int | None = None
    part: str | None = None
    clock: str | None = None
    prefix: str | None = None
    bc: bool = False
    short_year: bool = False
    approximate: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Slashed:
    """Three numbers whose order depends on the country: 03/04/2014."""

    first: int
    second: int
    year: int
    dotted: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """`count` units before (negative) or after the base; None when the words do not say how many."""

    count: int | None
    unit: str
    base: Base
    part: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """The last (-1), this (0) or next (+1) unit, month, weekday or season, from the base."""

    turn: int
    what: str | Point
    base: Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Nested:
    """A part inside a whole: "October" in "last year"."""

    inner: Meaning
    outer: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Portion:
    """Some of a whole: its "early", "mid", "late" part, its first or last `length`, a half or quarter by number."""

    of: Meaning
    part: str | None = None
    half: int | None = None
    quarter: int | None = None
    length: Length | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One of several expressions in one, with its lexemes `[first, last)`."""

    first: int
    last: int
    meaning: Meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """From one date to another."""

    start: Piece
    end: Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """Dates that share words: "3, 5 and 8 May"."""

    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """How long, not when. `count` is None for "several"."""

    count: float | None
    unit: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A length that ends (-1) or begins (+1) at the base: "the past two years"."""

    turn: int
    length: Length
    base: Base


@dataclass(frozen=True, slots=True, kw_only=True)
class Holiday:
    """A feast by its name in `holidays`; `shift` is -1 for its eve."""

    name: str
    year: Meaning | None = None
    shift: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """A day that is known by its date alone, like 9/11."""

    year: int
    month: int
    day: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeated:
    """Every so often."""

    unit: str | Point


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A time that cannot be placed: "early years", "recently"; `listed` when it still says when."""

    reference: Reference
    listed: bool
    unit: str | None = None


Meaning = (
    Point | Slashed | Step | Turn | Nested | Portion | Range | Several | Length | Stretch | Holiday | NamedDay
    | Repeated | Vague
)  # fmt: skip
