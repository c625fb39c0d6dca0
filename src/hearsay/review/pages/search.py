"""One search over everything: incidents by what is said about them, reports by their text, actors by their names."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from hearsay.errors import UsageError
from hearsay.review.drawing import drawn
from hearsay.review.index.filters import LONGEST, CaseFilter
from hearsay.review.pages.read import still_there
from hearsay.review.routing import shows
from hearsay.review.site import Site
from hearsay.review.taking import query, take
from hearsay.store.searching import phrases

SHOWN = 8  # of each kind; each list goes on on its own page


def search(request: Request, site: Site) -> Response:
    """What is found, the first of each kind."""
    text = request.query_params.get("text", "").strip()
    if len(text) > LONGEST or "\x00" in text:
        raise UsageError(f"text is longer than {LONGEST} characters, or holds characters of no text")
    if not text:
        return drawn(request, "search.html", text="", found=None, take=None)
    phrases(text)  # says so when there is no word in it
    cases = site.cases()
    incidents = cases.find(CaseFilter(text=text))
    actors, named = cases.actors(text, "", SHOWN, 0)
    found = cases.reports_with(text, SHOWN + 1)
    with site.store.view() as view:
        reports = list(still_there(view, found[:SHOWN]))
    fields = {"text": text}
    exports = {
        "Incidents (CSV)": query("/incidents.csv", fields),
        "Reports (CSV)": query("/reports.csv", fields),
        "Actors (CSV)": query("/actors.csv", fields),
    }
    return drawn(
        request,
        "search.html",
        text=text,
        found={
            "incidents": cases.rows(incidents.numbers[:SHOWN].tolist()),
            "reports": reports,
            "actors": actors,
        },
        totals={"incidents": len(incidents), "actors": named},
        more_reports=len(found) > SHOWN,
        leads={kind: query(f"/{kind}", fields) for kind in ("incidents", "reports", "actors")},
        take=take(request, site, f"Search for “{text}”", exports),
    )


ROUTES = (shows("/search", search, name="search"),)
