"""Reading: the list of reports, and each report as it was, with its statements marked in it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.errors import UsageError
from hearsay.records.reading import Reading
from hearsay.rendering import phrases
from hearsay.rendering.lists import REPORTS as REPORT_COLUMNS
from hearsay.rendering.lists import plain
from hearsay.rendering.page import page_reading
from hearsay.review.drawing import drawn, environment
from hearsay.review.index.filters import FURTHEST, LONGEST
from hearsay.review.routing import shows
from hearsay.review.site import Missing, NotYet, Site
from hearsay.review.taking import Columns, as_csv, as_json_lines, query, take
from hearsay.store.base import View
from hearsay.store.entries import ReportEntry
from hearsay.store.filters import ReportFilter
from hearsay.views import ARROW, StatementView, view

SHOWN = 40  # reports on a page
KEY = "r1"
"""How the anchors of a report's page begin, as those of a page of its own do."""

STATEMENTS: Mapping[str, Callable[[StatementView], object]] = {
    "id": lambda one: one.id,
    "speakers": lambda one: ARROW.join(one.speaker_names),
    "form": lambda one: one.form.value,
    "polarity": lambda one: one.polarity.value,
    "certainty": lambda one: one.certainty.value,
    "start": lambda one: one.evidence[0].span.start,
    "end": lambda one: one.evidence[-1].span.end,
    "words": lambda one: " … ".join(words.text for words in one.evidence),
}
EXPORTED: Columns = {**REPORT_COLUMNS, "url": lambda entry: entry.url}


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportQuery:
    """Which reports, and which page of them; fields as in `ReportFilter`."""

    text: str = ""
    outlet: str = ""
    agency: str = ""
    since: str = ""
    until: str = ""
    page: int = 1

    @classmethod
    def of(cls, given: Mapping[str, str]) -> ReportQuery:
        """The fields of an address.

        Raises:
            UsageError: one of them is none.
        """
        names = ("text", "outlet", "agency", "since", "until")
        known = {name: given.get(name, "").strip() for name in names}
        if any(len(value) > LONGEST or "\x00" in value for value in known.values()):
            raise UsageError(f"a field is longer than {LONGEST} characters, or holds characters of no text")
        page = given.get("page", "1")
        if not page.isdecimal() or not 1 <= int(page) <= FURTHEST:
            raise UsageError(f"page must be 1 to {FURTHEST}")
        return cls(**known, page=int(page))

    def filter(self) -> ReportFilter:
        """As a store takes it, of all pages."""
        return ReportFilter(
            text=self.text or None,
            outlet=self.outlet or None,
            agency=self.agency or None,
            since=self.since or None,
            until=self.until or None,
        )

    def address(self, page: int | None = None) -> dict[str, str]:
        """The fields that say something."""
        fields = {name: getattr(self, name) for name in ("text", "outlet", "agency", "since", "until")}
        number = self.page if page is None else page
        return {name: value for name, value in fields.items() if value} | ({"page": str(number)} if number > 1 else {})


def reports(request: Request, site: Site) -> Response:
    """The reports of the book, by date."""
    asked = ReportQuery.of(request.query_params)
    found = _page(site, asked)
    exports = {
        "CSV": query("/reports.csv", asked.address(1)),
        "JSON lines": query("/reports.jsonl", asked.address(1)),
    }
    return drawn(
        request,
        "reports.html",
        asked=asked,
        reports=found[:SHOWN],
        earlier=query("/reports", asked.address(asked.page - 1)) if asked.page > 1 else "",
        later=query("/reports", asked.address(asked.page + 1)) if len(found) > SHOWN else "",
        take=_take(request, site, "Reports", exports),
    )


def _page(site: Site, asked: ReportQuery) -> list[ReportEntry]:
    """The reports of a page, and one more where there is one.

    Words alone are looked up in the index, which has its reports by date: a book of a hundred thousand reports that
    all have the word would have to be sorted first.
    """
    before = (asked.page - 1) * SHOWN
    if asked == ReportQuery(text=asked.text, page=asked.page) and asked.text:
        with suppress(NotYet):
            chosen = site.cases().reports_with(asked.text, before + SHOWN + 1)[before:]
            with site.store.view() as shelf:
                return list(still_there(shelf, chosen))
    with site.store.view() as shelf:
        return list(shelf.reports(replace(asked.filter(), limit=SHOWN + 1, offset=before)))


def still_there(shelf: View, reports: Iterable[str]) -> Iterator[ReportEntry]:
    """Those that have not been taken out since the index was made."""
    for report in reports:
        with suppress(UsageError):
            yield shelf.report(report)


def reports_csv(request: Request, site: Site) -> Response:
    """All reports of the choice as CSV."""
    return as_csv("reports", EXPORTED, _entries(request, site))


def reports_json(request: Request, site: Site) -> Response:
    """All reports of the choice as JSON lines."""
    return as_json_lines("reports", map(plain, _entries(request, site)))


def report(request: Request, site: Site) -> Response:
    """One report with its marks."""
    reading = _reading(request, site)
    try:
        cases = site.cases()
        pages = {record: f"/actors/{key}" for record, key in cases.keys_of(reading.document.id).items()}
        told = cases.cases_of_report(reading.document.id)
    except NotYet:  # a report can be read before the book is linked
        pages, told = {}, []
    address = f"/reports/{reading.document.id}"
    exports = {"CSV (statements)": f"{address}.csv", "JSON (the whole reading)": f"{address}.json"}
    offer = _take(request, site, phrases.headline(view(reading)), exports)
    one = page_reading(view(reading), KEY)
    more = environment().get_template("report_more.html").render(told=told, take=offer, report=reading.document)
    return drawn(request, "report.html", one=one, pages=pages, more=Markup(more))  # noqa: S704 - our own template's


def report_json(request: Request, site: Site) -> Response:
    """The whole reading, as it was added."""
    identity = _identity(request)
    with site.store.view() as shelf:
        try:
            text = shelf.wire(identity)
        except UsageError as error:
            raise Missing("there is no such report in this book") from error
    return Response(
        text,
        media_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{identity}.json"'},
    )


def report_csv(request: Request, site: Site) -> Response:
    """The statements of one report as CSV."""
    reading = view(_reading(request, site))
    return as_csv(reading.document.id, STATEMENTS, reading.statements)


def statement(request: Request, site: Site) -> Response:
    """To where a statement stands in its report."""
    wanted = request.path_params["statement"]
    reading = _reading(request, site)
    numbers = {one.id: number for number, one in enumerate(reading.statements, start=1)}
    if wanted not in numbers:
        raise Missing("there is no such statement in this report")
    return RedirectResponse(f"/reports/{reading.document.id}#{KEY}-s{numbers[wanted]}", status_code=303)


def _entries(request: Request, site: Site) -> Iterator[ReportEntry]:
    asked = ReportQuery.of(request.query_params).filter()
    with site.store.view() as shelf:
        yield from shelf.reports(asked)


def _identity(request: Request) -> str:
    return str(request.path_params["report"])


def _reading(request: Request, site: Site) -> Reading:
    identity = _identity(request)
    with site.store.view() as shelf:
        try:
            return shelf.reading(identity)
        except UsageError as error:
            raise Missing("there is no such report in this book") from error


def _take(request: Request, site: Site, title: str, exports: Mapping[str, str]) -> Any:
    """The offer; None while the book is being linked, since its state has no stamp yet."""
    try:
        return take(request, site, title, exports)
    except NotYet:
        return None


ROUTES = (
    shows("/reports.csv", reports_csv, name="reports_csv"),
    shows("/reports.jsonl", reports_json, name="reports_json"),
    shows("/reports/{report}.json", report_json, name="report_json"),
    shows("/reports/{report}.csv", report_csv, name="report_csv"),
    shows("/reports/{report}/{statement}", statement, name="statement"),
    shows("/reports/{report}", report, name="report"),
    shows("/reports", reports, name="reports"),
)
