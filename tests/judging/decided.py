"""Decisions on readings, for the tests of what persons decide."""

from __future__ import annotations

from itertools import count

from hearsay.records.items import Found, found
from hearsay.records.reading import Reading
from hearsay.records.review import Item, Review, Subject, Verdict
from hearsay.records.span import Span

_TICK = count()


def item(reading: Reading, subject: Subject, key: str = "", number: int = 0) -> Found:
    """The `number`th item of a reading with this subject and a key that begins so."""
    return [one for one in found(reading) if one.item.subject is subject and one.item.key.startswith(key)][number]


def said(
    on: Found,
    verdict: Verdict = Verdict.ACCEPT,
    value: str | None = None,
    *,
    author: str = "An Editor",
    spans: tuple[Span, ...] = (),
    settles: bool = False,
) -> Review:
    """A decision, later than all those before it."""
    at = f"2031-07-01T10:00:00.{next(_TICK):06}+00:00"
    return Review(
        item=on.item,
        verdict=verdict,
        judged=on.value,
        author=author,
        at=at,
        value=value,
        spans=spans,
        settles=settles,
    )


def items(reviews: list[Review]) -> list[Item]:
    return [one.item for one in reviews]
