"""Filters as conditions on the tables."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, and_, exists, or_, select

from hearsay.errors import UsageError
from hearsay.records.incident import Stance
from hearsay.store import tables
from hearsay.store.filters import (
    ActorFilter,
    ClaimFilter,
    IncidentFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
    bounds,
)
from hearsay.store.searching import matching
from hearsay.vocabulary.folding import fold

Condition = ColumnElement[bool]

REPORTS = tables.reports.c
INCIDENTS = tables.incidents.c
PERPETRATORS = tables.perpetrators.c
CLAIMED = (Stance.CLAIMED.value, Stance.DENIED.value)
"""The stances that an actor takes itself."""


def of_reports(chosen: ReportFilter, dialect: str) -> list[Condition]:
    """For queries on `reports`."""
    tests = _equal((REPORTS.outlet, chosen.outlet), (REPORTS.agency, chosen.agency))
    since, until = bounds(chosen.since, chosen.until)
    if since or until:
        tests.append(REPORTS.published.is_not(None))
    if since:
        tests.append(REPORTS.dated >= since)
    if until:
        # "2016-10-26T09:30" is still of that day: whatever follows a day sorts before "U"
        tests.append(REPORTS.dated < until + "U")
    return tests + _text(chosen.text, dialect)


def of_incidents(chosen: IncidentFilter, dialect: str) -> list[Condition]:
    """For queries on `incidents` joined with `reports`."""
    tests = _equal(
        (INCIDENTS.kind, chosen.kind),
        (INCIDENTS.claims, chosen.claims),
        (INCIDENTS.id, chosen.incident),
        (REPORTS.id, chosen.report),
    )
    tests += _days(chosen.since, chosen.until)
    if chosen.country or chosen.place:
        tests.append(_somewhere(chosen.country, chosen.place))
    if chosen.actor or chosen.stance:
        tests.append(_by_somebody(chosen))
    return tests + _text(chosen.text, dialect)


def of_claims(chosen: ClaimFilter) -> list[Condition]:
    """For queries on `perpetrators` joined with `incidents` and `reports`."""
    tests: list[Condition] = [PERPETRATORS.stance.in_(CLAIMED)]
    tests += _equal((PERPETRATORS.stance, chosen.stance), (REPORTS.id, chosen.report), (INCIDENTS.id, chosen.incident))
    tests += _days(chosen.since, chosen.until)
    if chosen.actor:
        tests.append(_is_actor(PERPETRATORS.report, PERPETRATORS.actor, chosen.actor))
    return tests


def of_statements(chosen: StatementFilter, dialect: str) -> list[Condition]:
    """For queries on `statements` joined with `reports`."""
    columns = tables.statements.c
    tests = _equal(
        (columns.form, chosen.form),
        (columns.certainty, chosen.certainty),
        (columns.id, chosen.statement),
        (REPORTS.id, chosen.report),
    )
    if chosen.about:
        tests.append(or_(columns.incident == chosen.about, columns.relation == chosen.about))
    if chosen.speaker:
        said = tables.speakers.c
        is_speaker = or_(said.folded == folded(chosen.speaker), _is_actor(said.report, said.actor, chosen.speaker))
        tests.append(exists().where(said.report == columns.report, said.statement == columns.id, is_speaker))
    return tests + _text(chosen.text, dialect)


def of_actors(chosen: ActorFilter) -> list[Condition]:
    """For queries on `actors` joined with `reports`."""
    columns = tables.actors.c
    tests = _equal(
        (columns.kind, chosen.kind),
        (columns.country, chosen.country),
        (columns.registry_id, chosen.registry_id),
        (columns.id, chosen.actor),
        (REPORTS.id, chosen.report),
    )
    if chosen.name is not None:
        names = tables.actor_names.c
        part = names.folded.contains(folded(chosen.name), autoescape=True)
        tests.append(exists().where(names.report == columns.report, names.actor == columns.id, part))
    return tests


def of_relations(chosen: RelationFilter) -> list[Condition]:
    """For queries on `relations` joined with `reports`."""
    columns = tables.relations.c
    tests = _equal((columns.kind, chosen.kind), (columns.id, chosen.relation), (REPORTS.id, chosen.report))
    if chosen.actor:
        ends = (_is_actor(columns.report, end, chosen.actor) for end in (columns.subject, columns.object))
        tests.append(or_(*ends))
    return tests


def folded(name: str) -> str:
    """The name as it is compared.

    Raises:
        UsageError: when nothing of it is left: it would match everything.
    """
    found = fold(name)
    if not found:
        raise UsageError(f"there is no letter or digit in the name {name!r}")
    return found


def _equal(*pairs: tuple[ColumnElement[Any], str | None]) -> list[Condition]:
    return [column == str(value) for column, value in pairs if value is not None]


def _text(query: str | None, dialect: str) -> list[Condition]:
    return [] if query is None else [matching(query, dialect)]


def _days(since: str | None, until: str | None) -> list[Condition]:
    first, last = bounds(since, until)
    tests: list[Condition] = []
    if first is not None:
        tests.append(INCIDENTS.last_day >= first)
    if last is not None:
        tests.append(INCIDENTS.first_day <= last)
    return tests


def _somewhere(country: str | None, place: str | None) -> Condition:
    """That the incident has a place of this country and name."""
    links, places = tables.incident_places.c, tables.places.c
    tests = _equal((places.country, country))
    if place:
        tests.append(places.folded.contains(folded(place), autoescape=True))
    return exists().where(
        links.report == INCIDENTS.report,
        links.incident == INCIDENTS.id,
        places.report == links.report,
        places.id == links.place,
        *tests,
    )


def _by_somebody(chosen: IncidentFilter) -> Condition:
    """That one entry of the incident's perpetrators has the actor and the stance asked for."""
    tests = _equal((PERPETRATORS.stance, chosen.stance))
    if chosen.actor:
        tests.append(_is_actor(PERPETRATORS.report, PERPETRATORS.actor, chosen.actor))
    return exists().where(
        PERPETRATORS.report == INCIDENTS.report, PERPETRATORS.incident == INCIDENTS.id, and_(True, *tests)
    )


def _is_actor(report: ColumnElement[int], actor: ColumnElement[Any], wanted: str) -> Condition:
    """That the actor of a report has this id, or one of its names is `wanted`."""
    names = tables.actor_names.c
    named = select(1).where(names.report == report, names.actor == actor, names.folded == folded(wanted)).exists()
    return or_(actor == wanted, named)
