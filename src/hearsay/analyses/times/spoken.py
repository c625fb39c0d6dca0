"""When something was said, from an ISO 8601 date or date-time."""

from __future__ import annotations

from datetime import date

from hearsay.analyses.times.moment import Moment, on_day
from hearsay.errors import UsageError


def spoken_on(when: str | None) -> Moment | None:
    """The day of an ISO 8601 date or date-time as a moment; None for None.

    Raises:
        UsageError: when it is not such a date.
    """
    if when is None:
        return None
    try:
        return on_day(date.fromisoformat(when[:10]))
    except ValueError as error:
        raise UsageError(
            f"cannot anchor times to {when!r}: give a date as YYYY-MM-DD, for example 2016-10-26"
        ) from error
