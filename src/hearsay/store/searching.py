"""Full-text search over the reports: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL.

A query is its words, all of which must occur; words in double quotes must stand in that order. Case and accents do
not count. No operators: what a user types cannot be a broken query.
"""

from __future__ import annotations

import re
import unicodedata

from sqlalchemy import ColumnElement, Connection, text

from hearsay.errors import UsageError
from hearsay.store import tables

INDEXED = 300_000
"""PostgreSQL indexes this many characters of a report: a tsvector may not be larger than 1 MB."""

_PHRASE = re.compile(r'"([^"]*)"|(\S+)')


def phrases(query: str) -> tuple[str, ...]:
    """The words and quoted phrases of a query.

    Raises:
        UsageError: when it holds no word.
    """
    parts = tuple((quoted or word).replace('"', " ").strip() for quoted, word in _PHRASE.findall(query))
    found = tuple(part for part in parts if any(letter.isalnum() for letter in part))
    if not found:
        raise UsageError(f"there is no word to search for in {query!r}")
    return found


def plain(words: str) -> str:
    """Lower case without accents."""
    parts = unicodedata.normalize("NFKD", words)
    return "".join(letter for letter in parts if not unicodedata.combining(letter)).lower()


def matching(query: str, dialect: str) -> ColumnElement[bool]:
    """The condition that a report's text matches `query`; for statements that select from `reports`."""
    wanted = phrases(query)
    if dialect == "postgresql":
        tests = " AND ".join(f"words @@ phraseto_tsquery('simple', :phrase_{n})" for n in range(len(wanted)))
        values = {f"phrase_{n}": plain(phrase) for n, phrase in enumerate(wanted)}
        chosen = text(f"SELECT report FROM report_words WHERE {tests}").bindparams(**values)  # noqa: S608 - no value in it
    else:
        match = " ".join(f'"{phrase}"' for phrase in wanted)
        chosen = text("SELECT rowid FROM report_search WHERE report_search MATCH :match").bindparams(match=match)
    return tables.reports.c.number.in_(chosen)


def index_text(connection: Connection, report: int, words: str) -> None:
    """Makes a report's text findable. On SQLite triggers do it."""
    if connection.dialect.name == "postgresql":
        connection.execute(
            text("INSERT INTO report_words (report, words) VALUES (:report, to_tsvector('simple', :words))"),
            {"report": report, "words": plain(words[:INDEXED])},
        )
