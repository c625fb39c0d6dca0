"""Streaming a sorted query in parts, so that a list of any length needs the memory of one part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, tuple_

from hearsay.store.filters import Cut

PART = 200  # rows fetched at a time: enough to hide the round trip, few enough to hold with their texts


def parts(
    connection: Connection, query: Select[Any], order: Sequence[ColumnElement[Any]], cut: Cut
) -> Iterator[list[Row[Any]]]:
    """The rows of `query`, sorted by `order`, in parts.

    The columns of `order` must not be null, and be unique together: a part begins where the last one ended.
    """
    sought = query.add_columns(*(column.label(f"key_{n}") for n, column in enumerate(order))).order_by(*order)
    left = cut.limit
    after: tuple[Any, ...] | None = None
    while left is None or left > 0:
        size = PART if left is None else min(PART, left)
        page = sought.limit(size)
        page = page.offset(cut.offset) if after is None else page.where(tuple_(*order) > after)
        rows = list(connection.execute(page))
        if rows:
            yield rows
        if len(rows) < size:
            return
        after = tuple(rows[-1]._mapping[f"key_{n}"] for n in range(len(order)))
        left = None if left is None else left - len(rows)
