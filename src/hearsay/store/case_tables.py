"""The tables of the index of cases: what linking and weighing came to, kept so that it need not be done again.

All of it can be thrown away and made anew from the readings and from what persons say. `editions` counts the changes of
the store; the index is current as long as the edition that it was made from is the store's.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, PrimaryKeyConstraint, Table, Text

from hearsay.store.tables import Words, metadata


def _words(name: str, *, known: bool = False) -> Column[str]:
    return Column(name, Words, nullable=not known)


def _whole(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


def _figure(name: str) -> Column[int]:
    return Column(name, BigInteger, nullable=True)


def _table(name: str, *parts: Column[Any] | Index, key: tuple[str, ...]) -> Table:
    return Table(name, metadata, *parts, PrimaryKeyConstraint(*key), sqlite_with_rowid=False)


editions = Table("editions", metadata, Column("key", Integer, primary_key=True), _whole("number"))
"""One row: how often what links and beliefs are made of was changed."""

indexes = Table(
    "indexes",
    metadata,
    Column("key", Integer, primary_key=True),
    _whole("edition"),
    _words("maker", known=True),
)
"""One row, when there is an index: the edition that it was made from, and the stamp of what made it."""

cases = Table(
    "cases",
    metadata,
    Column("position", Integer, primary_key=True),
    _words("id", known=True),
    _words("kind"),
    _words("time"),
    _words("dated", known=True),
    _words("first_day"),
    _words("last_day"),
    _words("place"),
    _words("folded"),
    _words("precision"),
    _words("country"),
    _words("admin1"),
    Column("latitude", Float(53)),
    Column("longitude", Float(53)),
    Column("geonames_id", BigInteger),
    _figure("killed_low"),
    _figure("killed_high"),
    _figure("wounded_low"),
    _figure("wounded_high"),
    _words("claims", known=True),
    _words("headline"),
    _whole("reports"),
    _whole("stories"),
    _whole("origins"),
    Index(None, "id"),
    Index(None, "dated", "position"),
    Index(None, "kind"),
    Index(None, "country"),
)

case_members = _table(
    "case_members",
    _whole("owner"),
    _whole("position"),
    _words("report", known=True),
    _words("record", known=True),
    Index(None, "report", "record"),
    key=("owner", "position"),
)

case_doers = _table(
    "case_doers",
    _whole("owner"),
    _whole("position"),
    _words("name", known=True),
    _words("folded", known=True),
    _words("stance", known=True),
    Index(None, "folded"),
    key=("owner", "position"),
)

report_stories = _table(
    "report_stories",
    _words("report", known=True),
    _words("story", known=True),
    key=("report",),
)

shared_actors = _table(
    "shared_actors",
    _words("report", known=True),
    _words("record", known=True),
    _words("shared", known=True),
    Index(None, "shared"),
    key=("report", "record"),
)

kept_links = _table(
    "kept_links",
    _whole("position"),
    _words("id", known=True),
    _words("kind", known=True),
    _words("one_report", known=True),
    _words("one_record", known=True),
    _words("other_report", known=True),
    _words("other_record", known=True),
    Column("score", Float(53)),
    Column("reasons", Text, nullable=False),
    _words("decided_by", known=True),
    Column("holds", Boolean, nullable=False),
    Column("refused", Boolean, nullable=False),
    _words("author"),
    _words("at"),
    Index(None, "one_report", "one_record"),
    Index(None, "other_report", "other_record"),
    key=("position",),
)
"""`reasons` is JSON: a list of [feature, level, bits]."""

case_exclusions = _table(
    "case_exclusions",
    _words("report", known=True),
    _words("record", known=True),
    _words("reason", known=True),
    key=("report", "record"),
)

INDEX = (
    indexes,
    cases,
    case_members,
    case_doers,
    report_stories,
    shared_actors,
    kept_links,
    case_exclusions,
)
"""Everything that is thrown away together."""
