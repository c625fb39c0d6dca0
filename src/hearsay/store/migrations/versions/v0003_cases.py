"""The index of cases, and the count of changes that tells whether it is current.

Revision: 0003
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INDEXES = """
cases id
cases dated position
cases kind
cases country
case_members report record
case_doers folded
shared_actors shared
kept_links one_report one_record
kept_links other_report other_record
"""
"""A table and the columns of one of its indexes, a line each."""


def upgrade() -> None:
    """Makes the tables and their indexes."""
    editions = op.create_table("editions", sa.Column("key", sa.Integer(), primary_key=True), _whole("number"))
    op.bulk_insert(editions, [{"key": 1, "number": 0}])
    op.create_table("indexes", sa.Column("key", sa.Integer(), primary_key=True), _whole("edition"), _known("maker"))
    op.create_table(
        "cases",
        sa.Column("position", sa.Integer(), primary_key=True),
        _known("id"),
        *map(_words, ("kind", "time")),
        _known("dated"),
        *map(_words, ("first_day", "last_day", "place", "folded", "precision", "country", "admin1")),
        sa.Column("latitude", sa.Float(53)),
        sa.Column("longitude", sa.Float(53)),
        *map(_figure, ("geonames_id", "killed_low", "killed_high", "wounded_low", "wounded_high")),
        _known("claims"),
        _words("headline"),
        *map(_whole, ("reports", "stories", "origins")),
    )
    ends = ("one_report", "one_record", "other_report", "other_record")
    _table("case_members", ("owner", "position"), *map(_whole, ("owner", "position")), *_refs())
    _table(
        "case_doers",
        ("owner", "position"),
        *map(_whole, ("owner", "position")),
        *map(_known, ("name", "folded", "stance")),
    )
    _table("report_stories", ("report",), *map(_known, ("report", "story")))
    _table("shared_actors", ("report", "record"), *_refs(), _known("shared"))
    _table(
        "kept_links",
        ("position",),
        _whole("position"),
        *map(_known, ("id", "kind", *ends)),
        sa.Column("score", sa.Float(53)),
        sa.Column("reasons", sa.Text(), nullable=False),
        _known("decided_by"),
        sa.Column("holds", sa.Boolean(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        *map(_words, ("author", "at")),
    )
    _table("case_exclusions", ("report", "record"), *_refs(), _known("reason"))
    for line in INDEXES.split("\n")[1:-1]:
        table, *columns = line.split()
        op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)


def _table(name: str, key: tuple[str, ...], *columns: sa.Column[Any]) -> None:
    op.create_table(name, *columns, sa.PrimaryKeyConstraint(*key), sqlite_with_rowid=False)


def _refs() -> tuple[sa.Column[Any], sa.Column[Any]]:
    return _known("report"), _known("record")


def _known(name: str) -> sa.Column[Any]:
    return sa.Column(name, Words, nullable=False)


def _words(name: str) -> sa.Column[Any]:
    return sa.Column(name, Words, nullable=True)


def _whole(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), nullable=False)


def _figure(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.BigInteger(), nullable=True)
