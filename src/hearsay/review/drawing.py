"""From a template to a page. Report text is hostile: every value is escaped, and shown without control characters."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from hearsay.rendering.page import FILTERS, GLOBALS
from hearsay.review.routing import TOKEN, site_of
from hearsay.review.visitors import token, visitor

STATIC = {"page.css": "hearsay.rendering", "page.js": "hearsay.rendering"}
"""Files of other packages that are served beside our own."""


NAVIGATION = (("incidents", "Incidents"), ("actors", "Actors"), ("reports", "Reports"), ("review", "Review"))
"""Where every page leads: the name of a route, and what the link says."""


def drawn(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page from a template of `templates/`, with the request, the site and the visitor at hand."""
    site = site_of(request)
    known = {
        "request": request,
        "site": site,
        "visitor": visitor(request),
        "token": token(site.secret, visitor(request)),
    }
    page = (
        environment()
        .get_template(template)
        .render(**known, address=_addresses(request), navigation=NAVIGATION, **values)
    )
    return HTMLResponse(page, status_code=status)


@cache
def environment() -> Environment:
    """The templates' surroundings: escaping on, unknown names an error."""
    made = Environment(
        loader=ChoiceLoader([PackageLoader("hearsay.review"), PackageLoader("hearsay.rendering")]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.loopcontrols"],
    )
    made.filters |= FILTERS
    made.filters["sentence"] = sentence
    made.globals |= GLOBALS | {"static": static_address, "token_field": token_field}
    return made


def sentence(message: str) -> str:
    """A message with a capital letter and a full stop."""
    return message[:1].upper() + message[1:] + ("" if message.endswith((".", "?", "!")) else ".")


def token_field(value: str) -> Markup:
    """The hidden field that every form with method="post" needs: `{{ token_field(token) }}`."""
    return Markup('<input type="hidden" name="{}" value="{}">').format(TOKEN, escape(value))


def static_text(name: str) -> str:
    """A file of `static/`, or one that another package lends us."""
    package = STATIC.get(name)
    where = files(package).joinpath("templates") if package else files("hearsay.review").joinpath("static")
    return where.joinpath(name).read_text(encoding="utf-8")


@cache
def static_address(name: str) -> str:
    """Where browsers find a static file; the address changes with its content, so that it may be kept for ever."""
    return f"/static/{name}?v={hashlib.sha256(static_text(name).encode()).hexdigest()[:12]}"


def _addresses(request: Request) -> Any:
    """`address('dossier', case='case-1')`: the path of a page by the name of its route."""

    def address(name: str, /, **values: Any) -> str:
        return str(request.app.url_path_for(name, **values))

    return address
