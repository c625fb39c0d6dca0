"""What persons say of links and of fields.

Revision: 0002
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the two tables and their indexes."""
    ends = ("one_report", "one_record", "other_report", "other_record")
    op.create_table(
        "decisions",
        *map(_words, ("id", "kind", *ends)),
        sa.Column("holds", sa.Boolean(), nullable=False),
        *map(_words, ("author", "at")),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_table(
        "corrections",
        *map(_words, ("id", "report", "incident", "field", "value", "author", "at")),
        sa.Column("note", Words, nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    for table, column in (("decisions", "one_report"), ("decisions", "other_report"), ("corrections", "report")):
        op.create_index(op.f(f"ix_{table}_{column}"), table, [column])


def _words(name: str) -> sa.Column[Any]:
    return sa.Column(name, Words, nullable=False)
