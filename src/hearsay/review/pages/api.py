"""The same as the pages, for programs: JSON over HTTP, described by OpenAPI at `/api/openapi.json`. It only reads."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Request
from pydantic import BaseModel, ConfigDict

from hearsay.errors import UsageError
from hearsay.exports.records import plain_fields
from hearsay.rendering.lists import plain
from hearsay.review.index.filters import FURTHEST, LONGEST, CaseFilter
from hearsay.review.pages.actors import plain_actor, plain_dossier
from hearsay.review.pages.dossier import weighed
from hearsay.review.pages.incidents import plain_case
from hearsay.review.pages.read import ReportQuery
from hearsay.review.routing import site_of
from hearsay.review.site import Missing

SHOWN = 100  # entries on a page


class Said(BaseModel):
    """Why a request was refused."""

    detail: str


class Listed(BaseModel):
    """A page of a list: `total` counts what all pages hold, None where it is not counted; `state` is the book's."""

    model_config = ConfigDict(extra="forbid")

    state: str
    total: int | None
    page: int
    entries: list[dict[str, Any]]


Text = Annotated[str, Query(max_length=LONGEST)]
Page = Annotated[int, Query(ge=1, le=FURTHEST)]
Key = Annotated[str, Path(max_length=LONGEST)]
REFUSED: dict[int | str, dict[str, Any]] = {
    400: {"model": Said, "description": "A field's value is none of its values."},
    503: {"model": Said, "description": "The book is being put together, or cannot be read just now."},
}
ABSENT: dict[int | str, dict[str, Any]] = {404: {"model": Said, "description": "There is no such thing in the book."}}

router = APIRouter(prefix="/api", responses=REFUSED)


@router.get("/incidents")
def incident_list(
    request: Request,
    text: Text = "",
    since: Text = "",
    until: Text = "",
    place: Text = "",
    country: Text = "",
    actor: Text = "",
    stance: Text = "",
    kind: Text = "",
    claims: Text = "",
    origins: Annotated[int, Query(ge=0, le=FURTHEST)] = 0,
    disputed: Text = "",
    box: Text = "",
    sort: Text = "time",
    page: Page = 1,
) -> Listed:
    """Incidents of the book; the fields are those of the page's address."""
    cases = site_of(request).cases()
    # read from the address once more, so that page and API cannot come to mean different things
    found = cases.find(CaseFilter.of(request.query_params))
    rows = cases.rows(found.numbers[(page - 1) * SHOWN : page * SHOWN].tolist())
    return Listed(state=cases.stamp, total=len(found), page=page, entries=[plain_case(row) for row in rows])


@router.get("/incidents/{incident}", responses=ABSENT)
def incident_entry(request: Request, incident: Key, policy: Text = "") -> dict[str, Any]:
    """One incident over all its reports, weighed under a policy."""
    return plain_fields(weighed(site_of(request), incident, policy)[1])


@router.get("/actors")
def actor_list(request: Request, text: Text = "", kind: Text = "", page: Page = 1) -> Listed:
    """Actors of the book, those whom most reports name first."""
    cases = site_of(request).cases()
    found, total = cases.actors(_text(text), kind, SHOWN, (page - 1) * SHOWN)
    return Listed(state=cases.stamp, total=total, page=page, entries=[plain_actor(row) for row in found])


@router.get("/actors/{actor}", responses=ABSENT)
def actor_entry(request: Request, actor: Key) -> dict[str, Any]:
    """One actor: names, ties and incidents."""
    cases = site_of(request).cases()
    found = cases.actor(actor)
    if found is None:
        raise Missing("there is no such actor in this book")
    return plain_dossier(cases, found)


@router.get("/reports")
def report_list(
    request: Request,
    text: Text = "",
    outlet: Text = "",
    agency: Text = "",
    since: Text = "",
    until: Text = "",
    page: Page = 1,
) -> Listed:
    """Reports of the book, by date, without their texts."""
    site = site_of(request)
    asked = ReportQuery.of(request.query_params)
    with site.store.view() as view:
        found = list(view.reports(replace(asked.filter(), limit=SHOWN, offset=(page - 1) * SHOWN)))
    entries = [dict(plain(entry)) for entry in found]  # type: ignore[call-overload]
    return Listed(state=site.cases().stamp, total=None, page=page, entries=entries)


def _text(text: str) -> str:
    if "\x00" in text:
        raise UsageError("text holds characters of no text")
    return text
