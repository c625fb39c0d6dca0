"""Persons' decisions in the tables: each kept as it was taken, checked against what is there now, taken back whole."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, delete, insert, select

from hearsay.errors import ChangedError, ContractError, UsageError
from hearsay.records.items import found
from hearsay.records.link import LinkKind, Ref
from hearsay.records.rebuild import rebuild
from hearsay.records.review import Grouping, Item, Review, Subject, Verdict
from hearsay.records.span import Span
from hearsay.store import tables
from hearsay.store.persons import ENDS, check_end
from hearsay.store.rows import storable, unpacked

REVIEWS = tables.reviews.c
GROUPINGS = tables.groupings.c


def put_review(connection: Connection, review: Review, after: str | None) -> bool:
    """Writes a decision, see `Writer.review`; whether it may change what stands. Accepting what was read does not,
    unless somebody else has said otherwise.

    Raises:
        UsageError: the store has no such report or item.
        ChangedError: the value, or what was said of it, is no longer what the person was shown.
        ContractError: it does not say by whom and when.
    """
    if not review.author.strip() or not review.at:
        raise ContractError(f"{review.id} is no decision of a person with author and time")
    _check_value(connection, review)
    before = [one for one in reviews(connection, review.item.of.report) if one.item == review.item]
    known = [one for one in before if review.settles or (one.author == review.author and not one.settles)]
    last = known[-1] if known else None
    if (last.id if last else None) != after:
        raise ChangedError(_told(last))
    if last and review.at <= last.at:
        raise ChangedError(f"a decision of {last.at} on this is there already; look again and decide anew")
    connection.execute(insert(tables.reviews), _review_row(review))
    return any(one.verdict in (Verdict.CORRECT, Verdict.REJECT) for one in (*before, review))


def _check_value(connection: Connection, review: Review) -> None:
    item = review.item
    # held until the decision is written, so that no other on this report comes between the look and the writing
    chosen = select(tables.reports.c.wire).where(tables.reports.c.id == item.of.report).with_for_update()
    wire = connection.execute(chosen).scalar()
    if wire is None:
        raise UsageError(f"the store has no report {item.of.report!r}; see: hearsay list reports")
    reading = rebuild(json.loads(unpacked(wire)))
    meant = next((one for one in found(reading) if one.item == item), None)
    if meant is None:
        raise ChangedError(
            f"there is no {item.field} of {item.of.record!r} any more: the report was read anew meanwhile"
        )
    if meant.value != review.judged:
        raise ChangedError(
            f"{item.field} was {review.judged!r} when it was shown and is {meant.value!r} now: the report was read "
            "anew meanwhile; look again and decide anew"
        )
    if any(span.end > len(reading.document.text) for span in review.spans):
        raise UsageError(f"the words given for {item.field} lie outside the report")


def _told(last: Review | None) -> str:
    if last is None:
        return "a decision that was shown has been taken back meanwhile; look again and decide anew"
    value = f" {last.value!r}" if last.value else ""
    return (
        f"{last.author} said {last.verdict.value!r}{value} of this at {last.at}, after it was shown; nothing was "
        "written over it: look again and decide anew"
    )


def drop_review(connection: Connection, review: str) -> bool:
    """Takes a decision back; False when there is none."""
    return connection.execute(delete(tables.reviews).where(REVIEWS.id == review)).rowcount > 0


def put_grouping(connection: Connection, grouping: Grouping) -> None:
    """Writes a word on what belongs together.

    Raises:
        UsageError: one of the records is not in the store, or the two sides share one.
        ContractError: it does not say by whom and when, or has an empty side.
    """
    if not grouping.author.strip() or not grouping.at or not grouping.one or not grouping.other:
        raise ContractError(f"{grouping.id} is no decision of a person with author, time and two sides")
    if set(grouping.one) & set(grouping.other):
        raise UsageError("a record cannot be joined with or parted from itself; give two different sides")
    for end in (*grouping.one, *grouping.other):
        check_end(connection, end, ENDS.get(grouping.kind))
    connection.execute(delete(tables.groupings).where(GROUPINGS.id == grouping.id))
    connection.execute(insert(tables.groupings), _grouping_row(grouping))


def drop_grouping(connection: Connection, grouping: str) -> bool:
    """Takes a word on what belongs together back; False when there is none."""
    return connection.execute(delete(tables.groupings).where(GROUPINGS.id == grouping)).rowcount > 0


def drop_reviews_of(connection: Connection, report: str) -> None:
    """Takes back what is said of a report; of a grouping what is said of other reports stays."""
    connection.execute(delete(tables.reviews).where(REVIEWS.report == report))
    for row in connection.execute(select(tables.groupings)).all():
        sides = [[pair for pair in json.loads(side) if pair[0] != report] for side in (row.one, row.other)]
        if json.dumps(sides[0]) != row.one or json.dumps(sides[1]) != row.other:
            here = GROUPINGS.id == row.id
            connection.execute(delete(tables.groupings).where(here))
            if all(sides):
                connection.execute(insert(tables.groupings), _grouping_row(_grouping(row, sides)))


def reviews(connection: Connection, report: str | None = None) -> tuple[Review, ...]:
    """The decisions, of one report or all, by time."""
    query = select(tables.reviews).order_by(REVIEWS.at, REVIEWS.id)
    if report is not None:
        query = query.where(REVIEWS.report == report)
    return tuple(
        Review(
            item=Item(subject=Subject(row.subject), of=Ref(report=row.report, record=row.record), key=row.key),
            verdict=Verdict(row.verdict),
            judged=row.judged,
            value=row.value,
            spans=tuple(Span(start, end) for start, end in json.loads(row.spans)),
            note=row.note,
            author=row.author,
            at=row.at,
            settles=row.settles,
        )
        for row in connection.execute(query)
    )


def groupings(connection: Connection) -> tuple[Grouping, ...]:
    """The words on what belongs together, by time."""
    rows = connection.execute(select(tables.groupings).order_by(GROUPINGS.at, GROUPINGS.id))
    return tuple(_grouping(row, [json.loads(row.one), json.loads(row.other)]) for row in rows)


def _grouping(row: object, sides: Sequence[Iterable[Sequence[str]]]) -> Grouping:
    one, other = (tuple(Ref(report=report, record=record) for report, record in side) for side in sides)
    kept = row._mapping  # type: ignore[attr-defined]  # a Row of `groupings`
    return Grouping(
        kind=LinkKind(kept["kind"]),
        one=one,
        other=other,
        holds=kept["holds"],
        author=kept["author"],
        at=kept["at"],
        note=kept["note"],
    )


def _review_row(review: Review) -> dict[str, object]:
    item = review.item
    return {
        "id": review.id,
        "subject": item.subject.value,
        "report": item.of.report,
        "record": item.of.record,
        "key": storable(item.key),
        "verdict": review.verdict.value,
        "judged": None if review.judged is None else storable(review.judged),
        "value": None if review.value is None else storable(review.value),
        "spans": json.dumps([[span.start, span.end] for span in review.spans]),
        "note": None if review.note is None else storable(review.note),
        "author": storable(review.author),
        "at": review.at,
        "settles": review.settles,
    }


def _grouping_row(grouping: Grouping) -> dict[str, object]:
    sides = [json.dumps([[ref.report, ref.record] for ref in side]) for side in (grouping.one, grouping.other)]
    return {
        "id": grouping.id,
        "kind": grouping.kind.value,
        "one": sides[0],
        "other": sides[1],
        "holds": grouping.holds,
        "note": None if grouping.note is None else storable(grouping.note),
        "author": storable(grouping.author),
        "at": grouping.at,
    }
