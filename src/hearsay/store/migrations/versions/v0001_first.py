"""The first shape of a store.

Revision: 0001
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

INDEXES = """
reports dated id
reports sha256
reports url
actor_names folded
actors id
actors registry_id
incidents claims
incidents dated
incidents id
incidents kind
perpetrators stance
places country
places folded
places id
relations id
relations kind
speakers folded
statements id
statements incident
statements relation
failures source
"""
"""A table and the columns of one of its indexes, a line each."""

FTS5 = (
    "CREATE VIRTUAL TABLE report_search USING fts5("
    """text, content="reports", content_rowid="number", tokenize="unicode61 remove_diacritics 2")""",
    "CREATE TRIGGER report_search_insert AFTER INSERT ON reports BEGIN"
    " INSERT INTO report_search (rowid, text) VALUES (new.number, new.text); END",
    "CREATE TRIGGER report_search_delete AFTER DELETE ON reports BEGIN"
    " INSERT INTO report_search (report_search, rowid, text) VALUES ('delete', old.number, old.text); END",
)

TSVECTOR = (
    "CREATE TABLE report_words (report integer PRIMARY KEY REFERENCES reports (number) ON DELETE CASCADE,"
    " words tsvector NOT NULL)",
    "CREATE INDEX ix_report_words_words ON report_words USING gin (words)",
)

Words = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the tables, their indexes and the full-text search of the database at hand."""
    _reports_and_failures()
    _who_where_when()
    _what_is_said()
    _what_happened()
    for line in INDEXES.split("\n"):
        if line:
            table, *columns = line.split()
            op.create_index(op.f(f"ix_{table}_{'_'.join(columns)}"), table, columns)
    search = TSVECTOR if op.get_bind().dialect.name == "postgresql" else FTS5
    for step in search:
        op.execute(step)


def _reports_and_failures() -> None:
    op.create_table(
        "reports",
        sa.Column("number", sa.Integer, nullable=False),
        _words("id", known=True),
        _words("sha256", known=True),
        _words("url"),
        _words("outlet"),
        _words("agency"),
        _words("author"),
        _words("published"),
        _words("dated", known=True),
        _words("language", known=True),
        _words("headline"),
        _words("text", known=True),
        sa.Column("wire", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("number"),
        sa.UniqueConstraint("id"),
    )
    op.create_table(
        "failures",
        _words("id", known=True),
        _words("source", known=True),
        _words("error", known=True),
        _words("message", known=True),
        _words("at", known=True),
        sa.PrimaryKeyConstraint("id"),
    )


def _who_where_when() -> None:
    _child(
        "actors",
        _whole("position", known=True),
        _words("id", known=True),
        _words("name", known=True),
        _words("kind", known=True),
        _words("country"),
        _words("registry_id"),
        key=("position",),
    )
    _child(
        "actor_names",
        _words("actor", known=True),
        _whole("position", known=True),
        _words("name", known=True),
        _words("folded", known=True),
        key=("actor", "position"),
    )
    _child(
        "places",
        _whole("position", known=True),
        _words("id", known=True),
        _words("name", known=True),
        _words("folded", known=True),
        _words("country"),
        _words("admin1"),
        sa.Column("latitude", sa.Float(53), nullable=True),
        sa.Column("longitude", sa.Float(53), nullable=True),
        sa.Column("geonames_id", sa.BigInteger(), nullable=True),
        _words("precision", known=True),
        _words("within"),
        key=("position",),
    )
    _child(
        "times",
        _whole("position", known=True),
        _whole("span_start", known=True),
        _whole("span_end", known=True),
        _words("value"),
        _words("precision", known=True),
        key=("position",),
    )


def _what_is_said() -> None:
    _child(
        "statements",
        _whole("position", known=True),
        _words("id", known=True),
        _words("form", known=True),
        _words("polarity", known=True),
        _words("certainty", known=True),
        _words("incident"),
        _words("relation"),
        _whole("speech_start"),
        _whole("speech_end"),
        key=("position",),
    )
    _child(
        "speakers",
        _words("statement", known=True),
        _whole("position", known=True),
        _words("actor"),
        _words("name", known=True),
        _words("folded", known=True),
        _words("anonymity", known=True),
        _words("role"),
        _words("channel"),
        _words("addressee"),
        _words("said"),
        key=("statement", "position"),
    )
    _child(
        "evidence",
        _words("statement", known=True),
        _whole("position", known=True),
        _whole("span_start", known=True),
        _whole("span_end", known=True),
        key=("statement", "position"),
    )
    _child(
        "relations",
        _whole("position", known=True),
        _words("id", known=True),
        _words("kind", known=True),
        _words("subject", known=True),
        _words("object", known=True),
        _words("time"),
        _words("status", known=True),
        _words("qualifier"),
        key=("position",),
    )
    _child(
        "supports",
        _words("record", known=True),
        _whole("position", known=True),
        _words("statement", known=True),
        key=("record", "position"),
    )


def _what_happened() -> None:
    _child(
        "incidents",
        _whole("position", known=True),
        _words("id", known=True),
        _words("kind", known=True),
        _words("time"),
        _words("dated", known=True),
        _words("first_day"),
        _words("last_day"),
        _words("target"),
        _words("target_kind"),
        _words("target_actor"),
        _words("weapon"),
        _words("claims", known=True),
        key=("position",),
    )
    _child(
        "incident_places",
        _words("incident", known=True),
        _whole("position", known=True),
        _words("place", known=True),
        key=("incident", "position"),
    )
    _child(
        "tolls",
        _words("incident", known=True),
        _whole("position", known=True),
        _words("effect", known=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        _words("as_reported", known=True),
        key=("incident", "position"),
    )
    _child(
        "toll_statements",
        _words("incident", known=True),
        _whole("toll", known=True),
        _whole("position", known=True),
        _words("statement", known=True),
        key=("incident", "toll", "position"),
    )
    _child(
        "perpetrators",
        _words("incident", known=True),
        _whole("position", known=True),
        _words("actor", known=True),
        _words("role", known=True),
        _words("stance", known=True),
        _words("support"),
        _words("statement", known=True),
        key=("incident", "position"),
    )
    _child(
        "partners",
        _words("incident", known=True),
        _whole("perpetrator", known=True),
        _whole("position", known=True),
        _words("actor", known=True),
        key=("incident", "perpetrator", "position"),
    )


def _words(name: str, *, known: bool = False) -> sa.Column[str]:
    return sa.Column(name, Words, nullable=not known)


def _whole(name: str, *, known: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, nullable=not known)


def _child(name: str, *columns: sa.Column[Any], key: tuple[str, ...]) -> None:
    op.create_table(
        name,
        sa.Column("report", sa.Integer, sa.ForeignKey("reports.number", ondelete="CASCADE"), nullable=False),
        *columns,
        sa.PrimaryKeyConstraint("report", *key),
        sqlite_with_rowid=False,
    )
