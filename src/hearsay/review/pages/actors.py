"""Actors: who they are called, what ties them to others and who says so, and what they claim and are blamed for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import UsageError
from hearsay.records.actor import ActorKind
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.rendering import phrases
from hearsay.rendering.dossiers import SECTIONS
from hearsay.rendering.phrases import one_line, when
from hearsay.review.drawing import drawn
from hearsay.review.drawn.network import HEIGHT, WIDTH, network
from hearsay.review.index.filters import FURTHEST, LONGEST
from hearsay.review.index.opening import Cases
from hearsay.review.index.rows import ActorRow, Blamed, TieRow, TieVoice
from hearsay.review.pages.incidents import plain_case
from hearsay.review.routing import shows
from hearsay.review.site import Missing, Site
from hearsay.review.taking import as_csv, as_json, as_json_lines, query, take
from hearsay.store.days import days_of

SHOWN = 50  # actors on a page
PARTS = 25  # incidents of one stance on an actor's page; the filter has them all
TIES = 400  # relations on an actor's page
ALL = 1_000_000_000
OWN = ("claimed", "denied")
OTHERS = ("accused", "suspected", "credited", "reported")

ACTORS: Mapping[str, Callable[[ActorRow], object]] = {
    "key": lambda row: row.key,
    "name": lambda row: row.name,
    "kind": lambda row: row.kind,
    "country": lambda row: row.country,
    "registry_id": lambda row: row.registry_id,
    "reports": lambda row: row.reports,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Tie:
    """A tie as several reports may tell it in the same words of ours. `date` is the time line's word for when;
    `sources` are those who say so, each with the report and the statement."""

    section: str
    date: str
    subject: int | None
    object: int | None
    subject_name: str
    object_name: str
    verb: str
    limits: str
    sources: tuple[tuple[TieRow, TieVoice], ...]


def actors(request: Request, site: Site) -> Response:
    """Everybody who has a page, those whom most reports name first."""
    text, kind, page = _asked(request)
    found, total = site.cases().actors(text, kind, SHOWN, (page - 1) * SHOWN)
    fields = {name: value for name, value in (("text", text), ("kind", kind)) if value}
    exports = {"CSV": query("/actors.csv", fields), "JSON lines": query("/actors.jsonl", fields)}
    return drawn(
        request,
        "actors.html",
        text=text,
        kind=kind,
        kinds=[one.value for one in ActorKind],
        actors=found,
        total=total,
        page=page,
        earlier=query("/actors", fields | {"page": str(page - 1)}) if page > 1 else "",
        later=query("/actors", fields | {"page": str(page + 1)}) if page * SHOWN < total else "",
        take=take(request, site, "Actors", exports),
    )


def actors_csv(request: Request, site: Site) -> Response:
    """All actors of the choice as CSV."""
    text, kind, _ = _asked(request)
    return as_csv("actors", ACTORS, site.cases().actors(text, kind, ALL, 0)[0])


def actors_json(request: Request, site: Site) -> Response:
    """All actors of the choice as JSON lines."""
    text, kind, _ = _asked(request)
    return as_json_lines("actors", map(plain_actor, site.cases().actors(text, kind, ALL, 0)[0]))


def actor(request: Request, site: Site) -> Response:
    """One actor's page."""
    cases, one = _the_one(request, site)
    rows = cases.ties([one.number], TIES)
    around = cases.ties(_neighbours(one, rows), TIES)
    drawing = network(one.number, [*rows, *(row for row in around if row not in rows)], phrases.RELATIONS)
    known = cases.actors_by_number(
        number for row in (*rows, *around) for number in (row.subject, row.object) if number is not None
    )
    ties = list(_ties(rows))
    parts = cases.parts(one, PARTS)
    address = f"/actors/{one.key}"
    return drawn(
        request,
        "actor.html",
        actor=one,
        names=cases.names(one),
        sections=[(section, [tie for tie in ties if tie.section == section]) for section in SECTIONS],
        own=_by_stance(parts, OWN),
        others=_by_stance(parts, OTHERS),
        stances=cases.stances(one),
        stance_words={stance.value: words for stance, words in phrases.STANCES.items()},
        shown=PARTS,
        more_ties=len(rows) == TIES,
        network=drawing,
        space=(WIDTH, HEIGHT),
        pages={number: f"/actors/{row.key}" for number, row in known.items() if number != one.number},
        take=take(request, site, one.name, {"CSV (ties)": f"{address}.csv", "JSON": f"{address}.json"}),
    )


def actor_json(request: Request, site: Site) -> Response:
    """One actor's page as JSON."""
    cases, one = _the_one(request, site)
    return as_json(one.key, plain_dossier(cases, one))


def actor_csv(request: Request, site: Site) -> Response:
    """One actor's ties as CSV, a row for each who says so."""
    cases, one = _the_one(request, site)
    rows = [(tie, row, voice) for tie in _ties(cases.ties([one.number], TIES)) for row, voice in tie.sources]
    columns: Mapping[str, Callable[[tuple[Tie, TieRow, TieVoice]], object]] = {
        "section": lambda said: said[0].section,
        "date": lambda said: said[0].date,
        "time": lambda said: said[1].time,
        "subject": lambda said: said[1].subject_name,
        "relation": lambda said: said[1].kind,
        "object": lambda said: said[1].object_name,
        "status": lambda said: said[1].status,
        "qualifier": lambda said: said[1].qualifier,
        "speakers": lambda said: said[2].chain,
        "certainty": lambda said: said[2].certainty,
        "polarity": lambda said: said[2].polarity,
        "published": lambda said: said[1].published,
        "outlet": lambda said: said[1].outlet,
        "report": lambda said: said[1].report,
        "statement": lambda said: said[2].statement,
    }
    return as_csv(one.key, columns, rows)


def plain_actor(row: ActorRow) -> dict[str, Any]:
    """An actor for a program."""
    known = asdict(row)
    del known["number"]
    return known


def plain_dossier(cases: Cases, one: ActorRow) -> dict[str, Any]:
    """All that an actor's page shows, for a program."""
    ties = [
        {name: value for name, value in asdict(row).items() if name not in ("subject", "object")}
        for row in cases.ties([one.number], TIES)
    ]
    return {
        **plain_actor(one),
        "names": [{"name": name, "reports": count} for name, count in cases.names(one)],
        "stances": cases.stances(one),
        "incidents": [
            {"stance": part.stance, "origins": part.origins, "incident": plain_case(part.case)}
            for part in cases.parts(one, PARTS)
        ],
        "ties": ties,
    }


def _asked(request: Request) -> tuple[str, str, int]:
    given = request.query_params
    text, kind, page = given.get("text", "").strip(), given.get("kind", ""), given.get("page", "1")
    if len(text) > LONGEST or "\x00" in text:
        raise UsageError(f"text is longer than {LONGEST} characters, or holds characters of no text")
    if kind and kind not in [one.value for one in ActorKind]:
        raise UsageError(f"kind must be one of {', '.join(ActorKind)}")
    if not page.isdecimal() or not 1 <= int(page) <= FURTHEST:
        raise UsageError(f"page must be 1 to {FURTHEST}")
    return text, kind, int(page)


def _the_one(request: Request, site: Site) -> tuple[Cases, ActorRow]:
    cases = site.cases()
    found = cases.actor(request.path_params["actor"])
    if found is None:
        raise Missing("there is no such actor in this book")
    return cases, found


def _neighbours(one: ActorRow, rows: Sequence[TieRow]) -> list[int]:
    ends = {end for row in rows for end in (row.subject, row.object) if end is not None}
    return sorted(ends - {one.number})[:24]


def _by_stance(parts: Sequence[Blamed], stances: Sequence[str]) -> list[tuple[str, list[Blamed]]]:
    found = [(stance, [part for part in parts if part.stance == stance]) for stance in stances]
    return [(stance, listed) for stance, listed in found if listed]


def _ties(rows: Sequence[TieRow]) -> Iterator[Tie]:
    """Rows that say the same put together, by section and in the order of time, undated ones last."""
    grouped: dict[tuple[object, ...], list[TieRow]] = {}
    for row in rows:
        ends = (row.subject or row.subject_name, row.object or row.object_name)
        grouped.setdefault((row.kind, *ends, row.status, row.time, row.qualifier), []).append(row)
    found = sorted(grouped.values(), key=lambda group: _order(group[0]))
    for group in found:
        first = group[0]
        verb = phrases.RELATIONS[RelationKind(first.kind)]
        if first.status == RelationStatus.FORMER.value:
            verb = verb.replace("is ", "was ", 1).replace("holds ", "held ", 1)
        limits = [first.qualifier or "", "sought" if first.status == RelationStatus.SOUGHT.value else ""]
        yield Tie(
            section=next(name for name, kinds in SECTIONS.items() if RelationKind(first.kind) in kinds),
            date=_date(first),
            subject=first.subject,
            object=first.object,
            subject_name=one_line(first.subject_name),
            object_name=one_line(first.object_name),
            verb=verb,
            limits=", ".join(filter(None, limits)),
            sources=tuple((row, voice) for row in group for voice in row.voices),
        )


def _date(row: TieRow) -> str:
    if row.time is not None:
        return when(row.time)
    return f"told {when(row.published[:10])}" if row.published else "undated"


def _order(row: TieRow) -> tuple[str, str, str]:
    days = days_of(row.time) or days_of((row.published or "")[:10])
    return (days[0] if days else "~", row.subject_name, row.object_name)


ROUTES = (
    shows("/actors.csv", actors_csv, name="actors_csv"),
    shows("/actors.jsonl", actors_json, name="actors_json"),
    shows("/actors/{actor}.json", actor_json, name="actor_json"),
    shows("/actors/{actor}.csv", actor_csv, name="actor_csv"),
    shows("/actors/{actor}", actor, name="actor"),
    shows("/actors", actors, name="actors"),
)
