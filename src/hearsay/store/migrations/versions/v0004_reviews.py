"""What persons decide on what was read, and on what belongs together.

Revision: 0004
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the two tables and their indexes."""
    op.create_table(
        "reviews",
        *map(_words, ("id", "subject", "report", "record", "key", "verdict")),
        *map(_maybe, ("judged", "value")),
        _words("spans"),
        _maybe("note"),
        *map(_words, ("author", "at")),
        sa.Column("settles", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_reviews_report_record"), "reviews", ["report", "record"])
    op.create_index(op.f("ix_reviews_at"), "reviews", ["at"])
    op.create_table(
        "groupings",
        *map(_words, ("id", "kind", "one", "other")),
        sa.Column("holds", sa.Boolean(), nullable=False),
        _maybe("note"),
        *map(_words, ("author", "at")),
        sa.PrimaryKeyConstraint("id"),
    )


def _words(name: str) -> sa.Column[Any]:
    return sa.Column(name, Words, nullable=False)


def _maybe(name: str) -> sa.Column[Any]:
    return sa.Column(name, Words, nullable=True)
