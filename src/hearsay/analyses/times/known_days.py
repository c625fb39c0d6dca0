"""Attacks that are called by their day alone, long after: "the Sept. 11 attacks", "the July 7 bombings in London"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from hearsay.analyses.times.meaning import NamedDay, Point

EVENT_WORDS = frozenset(
    "attacks bombings hijackings massacre killings atrocities terror terrorist suicide train".split()
)
"""What such a day is followed by."""


@dataclass(frozen=True, slots=True)
class KnownDay:
    """The day, and words of which the report must have one for it to be meant (none: it always is)."""

    day: NamedDay
    context: tuple[str, ...] = ()


KNOWN_DAYS = {
    (9, 11): KnownDay(NamedDay(year=2001, month=9, day=11)),
    (7, 7): KnownDay(NamedDay(year=2005, month=7, day=7), ("London",)),
    (3, 11): KnownDay(NamedDay(year=2004, month=3, day=11), ("Madrid",)),
    (11, 26): KnownDay(NamedDay(year=2008, month=11, day=26), ("Mumbai", "Bombay")),
    (11, 13): KnownDay(NamedDay(year=2015, month=11, day=13), ("Paris", "Bataclan")),
    (10, 7): KnownDay(NamedDay(year=2023, month=10, day=7), ("Israel", "Gaza", "Hamas")),
}
"""By month and day: New York 2001, London 2005, Madrid 2004, Mumbai 2008, Paris 2015, southern Israel 2023."""


def known_day(point: Point, behind: Sequence[str], text: str) -> NamedDay | None:
    """The known day that a day without a year stands for, given the words behind it and the whole report."""
    if point.year is not None or point.month is None or point.day is None or not behind:
        return None
    known = KNOWN_DAYS.get((point.month, point.day))
    if known is None or behind[0] not in EVENT_WORDS:
        return None
    named = not known.context or any(re.search(rf"\b{word}\b", text, re.IGNORECASE) for word in known.context)
    return known.day if named else None
