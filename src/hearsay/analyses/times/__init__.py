"""When: every temporal expression of a report, with the date it stands for."""

from __future__ import annotations

from hearsay.analyses.times.edtf import as_bound, as_interval, compatible, finer, interval_of
from hearsay.analyses.times.expression import Expression
from hearsay.analyses.times.finding import find_expressions, find_times
from hearsay.analyses.times.options import Anchoring, Listing, TimeOptions

__all__ = [
    "Anchoring",
    "Expression",
    "Listing",
    "TimeOptions",
    "as_bound",
    "as_interval",
    "compatible",
    "find_expressions",
    "find_times",
    "finer",
    "interval_of",
]
