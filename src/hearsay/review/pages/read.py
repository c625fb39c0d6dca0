"""Reading: the list of reports, and each report as it was, with its statements marked in it."""

from __future__ import annotations

from itertools import islice

from starlette.requests import Request
from starlette.responses import Response

from hearsay.review.drawing import drawn
from hearsay.review.routing import shows
from hearsay.review.site import Site

SHOWN = 50  # reports on a page


def reports(request: Request, site: Site) -> Response:
    """The reports of the book."""
    with site.store.view() as view:
        return drawn(request, "reports.html", reports=list(islice(view.reports(), SHOWN)))


ROUTES = (shows("/reports", reports, name="reports"),)
