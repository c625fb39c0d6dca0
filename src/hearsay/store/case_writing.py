"""Keeping what linking came to, so that it is not done again while nothing has changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from hearsay.records.belief import Where
from hearsay.records.link import Link, Linking
from hearsay.store import case_tables as tables
from hearsay.store.days import days_of
from hearsay.store.entries import CaseEntry
from hearsay.store.rows import LARGEST, Row, storable
from hearsay.store.tables import UNDATED
from hearsay.vocabulary.folding import fold

BATCH = 5000  # rows sent at a time
ONLY = 1  # the key of tables that have one row


def edition(connection: Connection) -> int:
    """How often the store was changed."""
    number: int = connection.execute(select(tables.editions.c.number)).scalar_one()
    return number


def count_change(connection: Connection) -> None:
    """Says that something was changed on which links or beliefs rest; the index is out of date from now on."""
    connection.execute(update(tables.editions).values(number=tables.editions.c.number + 1))


def drop_index(connection: Connection) -> None:
    """Throws the index away: a report that is taken out may not live on in it."""
    for table in tables.INDEX:
        connection.execute(delete(table))


def keep_index(
    connection: Connection, linking: Linking, entries: Sequence[CaseEntry], maker: str, made_from: int
) -> None:
    """Puts an index in the place of the one before; `entries` are those of the linking's cases, in their order."""
    drop_index(connection)
    _insert(connection, tables.cases, (_case(at, entry) for at, entry in enumerate(entries)))
    _insert(connection, tables.case_members, _members(entries))
    _insert(connection, tables.case_doers, _doers(entries))
    told = ({"report": report, "story": story} for report, story in linking.stories.items())
    _insert(connection, tables.report_stories, told)
    shared = linking.actors.items()
    _insert(
        connection,
        tables.shared_actors,
        ({"report": ref.report, "record": ref.record, "shared": one} for ref, one in shared),
    )
    refused = {link.id for link in linking.refused}
    _insert(connection, tables.kept_links, (_link(at, one, refused) for at, one in enumerate(linking.links)))
    left_out = (
        {"report": one.member.report, "record": one.member.record, "reason": one.reason} for one in linking.excluded
    )
    _insert(connection, tables.case_exclusions, left_out)
    connection.execute(insert(tables.indexes), {"key": ONLY, "edition": made_from, "maker": maker})


def _insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    left = iter(rows)
    while batch := list(islice(left, BATCH)):
        connection.execute(insert(table), batch)


def _case(position: int, entry: CaseEntry) -> Row:
    days = days_of(entry.time)
    return {
        "position": position,
        "id": entry.case.id,
        "kind": entry.kind,
        "time": entry.time,
        "dated": days[0] if days else UNDATED,
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        **_where(entry.where),
        **_range("killed", entry.killed),
        **_range("wounded", entry.wounded),
        "claims": entry.claims.value,
        "headline": None if entry.headline is None else storable(entry.headline),
        "reports": entry.reports,
        "stories": entry.stories,
        "origins": entry.origins,
    }


def _where(where: Where | None) -> dict[str, Any]:
    return {
        "place": storable(where.name) if where else None,
        "folded": fold(" ".join((where.name, where.town.name if where.town else ""))) if where else None,
        "precision": where.precision.value if where else None,
        "country": where.country if where else None,
        "admin1": where.admin1 if where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "geonames_id": where.geonames_id if where else None,
    }


def _range(name: str, found: tuple[int, int] | None) -> dict[str, int | None]:
    low, high = found or (None, None)
    return {f"{name}_{end}": None if at is None else min(at, LARGEST) for end, at in (("low", low), ("high", high))}


def _members(entries: Sequence[CaseEntry]) -> Iterator[Row]:
    for at, entry in enumerate(entries):
        for position, member in enumerate(entry.case.members):
            yield {"owner": at, "position": position, "report": member.report, "record": member.record}


def _doers(entries: Sequence[CaseEntry]) -> Iterator[Row]:
    for at, entry in enumerate(entries):
        for position, doer in enumerate(entry.doers):
            name = storable(doer.name)
            yield {"owner": at, "position": position, "name": name, "folded": fold(name), "stance": doer.stance.value}


def _link(position: int, link: Link, refused: set[str]) -> Row:
    return {
        "position": position,
        "id": link.id,
        "kind": link.kind.value,
        "one_report": link.one.report,
        "one_record": link.one.record,
        "other_report": link.other.report,
        "other_record": link.other.record,
        "score": link.score,
        "reasons": json.dumps([[one.feature, one.level, one.weight] for one in link.reasons], separators=(",", ":")),
        "decided_by": link.decided_by.value,
        "holds": link.holds,
        "refused": link.id in refused,
        "author": link.author,
        "at": link.at,
    }
