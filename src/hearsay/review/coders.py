"""Handlers that need to know who decides: whoever has not said so is asked first, and sent on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.review.routing import Change, Show
from hearsay.review.site import Site
from hearsay.review.visitors import visitor


def for_coder(handler: Callable[[Request, Site, str], Response]) -> Show:
    """A page that is given the visitor's name."""

    def show(request: Request, site: Site) -> Response:
        name = visitor(request).name
        back = request.url.path + (f"?{request.url.query}" if request.url.query else "")
        return handler(request, site, name) if name is not None else _asked(request, back)

    return show


def by_coder(handler: Callable[[Request, Site, str, Mapping[str, str]], Response]) -> Change:
    """A change that is given the name of whoever makes it."""

    def change(request: Request, site: Site, form: Mapping[str, str]) -> Response:
        name = visitor(request).name
        return handler(request, site, name, form) if name is not None else _asked(request, "/review")

    return change


def _asked(request: Request, back: str) -> Response:
    return RedirectResponse(f"{request.app.url_path_for('ask_name')}?next={quote(back)}", status_code=303)
