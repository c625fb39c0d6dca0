"""A temporal expression as found: its words, what they mean, and the moment that they stand for."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.analyses.times.lengths import duration
from hearsay.analyses.times.meaning import Base, Length, Meaning, Point, Reference, Repeated, Stretch, Vague
from hearsay.analyses.times.moment import Moment
from hearsay.records.span import Span
from hearsay.records.time import TimePrecision


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """A temporal expression, the name of the rule that read it, and its moment when that is known."""

    span: Span
    meaning: Meaning
    rule: str
    moment: Moment | None

    @property
    def is_calendar(self) -> bool:
        """True when it says when something was, be it known or not."""
        match self.meaning:
            case Vague(listed=listed):
                return listed
            case Length() | Repeated():
                return False
            case Point(year=None, month=None, day=None, weekday=None, season=None, prefix=None, clock=None):
                return False
            case _:
                return True

    @property
    def duration(self) -> str | None:
        """ISO 8601, as `P2Y`, for a length or a stretch that the words count; else None."""
        match self.meaning:
            case Stretch(length=length):
                return duration(length)
            case Length():
                return duration(self.meaning)
            case _:
                return None

    @property
    def reference(self) -> Reference | None:
        """Where a vague word points."""
        return self.meaning.reference if isinstance(self.meaning, Vague) else None

    @property
    def value(self) -> str | None:
        """EDTF, or a duration for a stretch up to the time of speech; None when unresolved."""
        if isinstance(self.meaning, Stretch) and self.meaning.turn < 0 and self.meaning.base is Base.SPEECH:
            return self.duration
        return None if self.moment is None else self.moment.edtf()

    @property
    def precision(self) -> TimePrecision:
        """How exact the value is."""
        if self.value is None:
            return TimePrecision.UNRESOLVED
        if isinstance(self.meaning, Stretch) or self.moment is None:
            return TimePrecision.RANGE
        return self.moment.precision
