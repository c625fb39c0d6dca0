"""The tables, for SQLite and PostgreSQL alike.

`reports.wire` holds the whole reading (JSON, zlib); the other tables hold what is searched, and are made from it.
Every row hangs on its report's number and goes when the report goes, but for what persons say (`decisions`,
`corrections`, `reviews`, `groupings`). Ids are unique within a report only, so that keys begin with the report. Text
that is sorted compares by code point on both databases.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

REVISIONS = ("0001", "0002", "0003", "0004")
"""The revisions in `migrations/versions`, oldest first; opening a store brings it to the last."""

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

UNDATED = "~"
"""What `dated` holds, the column that lists are sorted by, where no date is known: it sorts behind every date."""

Words = Text().with_variant(Text(collation="C"), "postgresql")


def _words(name: str, *, known: bool = False) -> Column[str]:
    return Column(name, Words, nullable=not known)


def _whole(name: str, *, known: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=not known)


def _table(name: str, *parts: Column[Any] | Index, key: tuple[str, ...]) -> Table:
    """A table whose rows hang on a report; `key` names, after the report, the columns that tell its rows apart."""
    return Table(
        name,
        metadata,
        Column("report", ForeignKey("reports.number", ondelete="CASCADE"), nullable=False),
        *parts,
        PrimaryKeyConstraint("report", *key),
        sqlite_with_rowid=False,
    )


reports = Table(
    "reports",
    metadata,
    Column("number", Integer, primary_key=True),
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
    Column("wire", LargeBinary, nullable=False),
    UniqueConstraint("id"),
    Index(None, "sha256"),
    Index(None, "url"),
    Index(None, "dated", "id"),
)

actors = _table(
    "actors",
    _whole("position", known=True),
    _words("id", known=True),
    _words("name", known=True),
    _words("kind", known=True),
    _words("country"),
    _words("registry_id"),
    Index(None, "id"),
    Index(None, "registry_id"),
    key=("position",),
)

actor_names = _table(
    "actor_names",
    _words("actor", known=True),
    _whole("position", known=True),
    _words("name", known=True),
    _words("folded", known=True),
    Index(None, "folded"),
    key=("actor", "position"),
)

places = _table(
    "places",
    _whole("position", known=True),
    _words("id", known=True),
    _words("name", known=True),
    _words("folded", known=True),
    _words("country"),
    _words("admin1"),
    Column("latitude", Float(53)),
    Column("longitude", Float(53)),
    Column("geonames_id", BigInteger),
    _words("precision", known=True),
    _words("within"),
    Index(None, "id"),
    Index(None, "folded"),
    Index(None, "country"),
    key=("position",),
)

times = _table(
    "times",
    _whole("position", known=True),
    _whole("span_start", known=True),
    _whole("span_end", known=True),
    _words("value"),
    _words("precision", known=True),
    key=("position",),
)

statements = _table(
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
    Index(None, "id"),
    Index(None, "incident"),
    Index(None, "relation"),
    key=("position",),
)

speakers = _table(
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
    Index(None, "folded"),
    key=("statement", "position"),
)

evidence = _table(
    "evidence",
    _words("statement", known=True),
    _whole("position", known=True),
    _whole("span_start", known=True),
    _whole("span_end", known=True),
    key=("statement", "position"),
)

incidents = _table(
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
    Index(None, "id"),
    Index(None, "kind"),
    Index(None, "dated"),
    Index(None, "claims"),
    key=("position",),
)

incident_places = _table(
    "incident_places",
    _words("incident", known=True),
    _whole("position", known=True),
    _words("place", known=True),
    key=("incident", "position"),
)

tolls = _table(
    "tolls",
    _words("incident", known=True),
    _whole("position", known=True),
    _words("effect", known=True),
    Column("low", BigInteger),
    Column("high", BigInteger),
    _words("as_reported", known=True),
    key=("incident", "position"),
)

toll_statements = _table(
    "toll_statements",
    _words("incident", known=True),
    _whole("toll", known=True),
    _whole("position", known=True),
    _words("statement", known=True),
    key=("incident", "toll", "position"),
)

perpetrators = _table(
    "perpetrators",
    _words("incident", known=True),
    _whole("position", known=True),
    _words("actor", known=True),
    _words("role", known=True),
    _words("stance", known=True),
    _words("support"),
    _words("statement", known=True),
    Index(None, "stance"),
    key=("incident", "position"),
)

partners = _table(
    "partners",
    _words("incident", known=True),
    _whole("perpetrator", known=True),
    _whole("position", known=True),
    _words("actor", known=True),
    key=("incident", "perpetrator", "position"),
)

relations = _table(
    "relations",
    _whole("position", known=True),
    _words("id", known=True),
    _words("kind", known=True),
    _words("subject", known=True),
    _words("object", known=True),
    _words("time"),
    _words("status", known=True),
    _words("qualifier"),
    Index(None, "id"),
    Index(None, "kind"),
    key=("position",),
)

supports = _table(
    "supports",
    _words("record", known=True),
    _whole("position", known=True),
    _words("statement", known=True),
    key=("record", "position"),
)
"""Which statements an incident or a relation rests on; `record` is the id of either."""

failures = Table(
    "failures",
    metadata,
    Column("id", Words, primary_key=True),
    _words("source", known=True),
    _words("error", known=True),
    _words("message", known=True),
    _words("at", known=True),
    Index(None, "source"),
)

decisions = Table(
    "decisions",
    metadata,
    Column("id", Words, primary_key=True),
    _words("kind", known=True),
    _words("one_report", known=True),
    _words("one_record", known=True),
    _words("other_report", known=True),
    _words("other_record", known=True),
    Column("holds", Boolean, nullable=False),
    _words("author", known=True),
    _words("at", known=True),
    Index(None, "one_report"),
    Index(None, "other_report"),
)
"""Persons' words on links, the last one on each pair. They name records by their ids, so that they outlive a reading
anew; a report that is removed takes those on it along."""

corrections = Table(
    "corrections",
    metadata,
    Column("id", Words, primary_key=True),
    _words("report", known=True),
    _words("incident", known=True),
    _words("field", known=True),
    _words("value", known=True),
    _words("author", known=True),
    _words("at", known=True),
    _words("note"),
    Index(None, "report"),
)
"""Persons' words on fields of incidents, the last one on each field."""

reviews = Table(
    "reviews",
    metadata,
    Column("id", Words, primary_key=True),
    _words("subject", known=True),
    _words("report", known=True),
    _words("record", known=True),
    _words("key", known=True),
    _words("verdict", known=True),
    _words("judged"),
    _words("value"),
    _words("spans", known=True),
    _words("note"),
    _words("author", known=True),
    _words("at", known=True),
    Column("settles", Boolean, nullable=False),
    Index(None, "report", "record"),
    Index(None, "at"),
)
"""Persons' decisions on what was read, every one of them: the last of a person on an item counts. `spans` is JSON."""

groupings = Table(
    "groupings",
    metadata,
    Column("id", Words, primary_key=True),
    _words("kind", known=True),
    _words("one", known=True),
    _words("other", known=True),
    Column("holds", Boolean, nullable=False),
    _words("note"),
    _words("author", known=True),
    _words("at", known=True),
)
"""Persons' words that two sets of records are one, or not. `one` and `other` are JSON: pairs of report and record."""
