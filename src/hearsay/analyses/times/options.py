"""How temporal expressions are read."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Listing(StrEnum):
    """Which expressions are listed."""

    CALENDAR = "calendar"
    """Those that say when something was: a point or stretch of the calendar, known or not."""

    EVERYTHING = "everything"
    """Also lengths ("a five-hour siege"), repetitions ("every day") and words like "now" and "former"; the ends
    of a range each on their own. This is what the TIMEX schemes mark, and what they are scored on."""


class Anchoring(StrEnum):
    """What a date without a year hangs on."""

    PUBLICATION = "publication"
    """The day of publication, as in news; only "two days earlier" and its like hang on the date told last."""

    NARRATIVE = "narrative"
    """The date told last, as in histories."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeOptions:
    """How temporal expressions are read.

    anchoring: what a date without a year hangs on.
    listing: which expressions are listed.
    day_first: True reads 03/04/2014 as 3 April, False as March 4, None as some day of 2014.
    """

    anchoring: Anchoring = Anchoring.PUBLICATION
    listing: Listing = Listing.CALENDAR
    day_first: bool | None = None
