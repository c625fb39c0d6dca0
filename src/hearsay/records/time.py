"""When: a temporal expression and the date it stands for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class TimePrecision(StrEnum):
    """How exact a time is."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    PART_OF_DAY = "part of day"
    UNRESOLVED = "unresolved"


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A temporal expression.

    `value` is EDTF (`2016-10-24`, `2015-05`, `2014-10/2016-10`, `2016-10-24TNI`), or an ISO 8601 duration (`P2Y`)
    for a stretch of time with no place on the calendar; None when the text and the publication date do not settle it.
    """

    span: Span
    value: str | None
    precision: TimePrecision
