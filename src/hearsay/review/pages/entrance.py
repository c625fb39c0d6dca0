"""The way in: the first page, the password, and the name under which a visitor reviews."""

from __future__ import annotations

import time
from collections.abc import Mapping
from threading import Lock

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from hearsay.errors import UsageError
from hearsay.review.drawing import drawn
from hearsay.review.routing import changes, shows
from hearsay.review.site import Missing, Site
from hearsay.review.visitors import admitted, named, new_visitor, visitor

ONE_AT_A_TIME = Lock()
PAUSE = 1.0  # seconds that a wrong password costs everybody who tries one
PATIENCE = 0.5  # seconds that another waits for that, so that many who guess do not keep the whole site waiting


def home(request: Request, site: Site) -> Response:
    """The first page."""
    return RedirectResponse(request.app.url_path_for("incidents"), status_code=303)


def login(request: Request, site: Site) -> Response:
    """Asks for the password."""
    if site.options.password is None:
        raise Missing("this site has no password")
    return drawn(request, "login.html", wrong=False, following=inside(request.query_params.get("next")))


def log_in(request: Request, site: Site, form: Mapping[str, str]) -> Response:
    """Takes the password."""
    if site.options.password is None:
        raise Missing("this site has no password")
    following = inside(form.get("next"))
    if not ONE_AT_A_TIME.acquire(timeout=PATIENCE):
        raise HTTPException(429, "somebody else is logging in just now; try again")
    try:
        if not site.options.password.matches(form.get("password", "")):
            time.sleep(PAUSE)
            return drawn(request, "login.html", 403, wrong=True, following=following)
    finally:
        ONE_AT_A_TIME.release()
    request.state.visitor = admitted(visitor(request))
    return RedirectResponse(following, status_code=303)


def log_out(request: Request, site: Site, form: Mapping[str, str]) -> Response:
    """Forgets the visitor."""
    request.state.visitor = new_visitor()
    return RedirectResponse("/", status_code=303)


def ask_name(request: Request, site: Site) -> Response:
    """Asks under which name somebody reviews."""
    return drawn(request, "name.html", following=inside(request.query_params.get("next")))


def take_name(request: Request, site: Site, form: Mapping[str, str]) -> Response:
    """Takes the name."""
    if site.options.name_header:
        raise UsageError("the proxy in front of this site says who you are")
    request.state.visitor = named(visitor(request), form.get("name", ""))
    return RedirectResponse(inside(form.get("next")), status_code=303)


def inside(address: str | None) -> str:
    """The address if it is a path of this site, else the first page."""
    safe = address is not None and address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if address is not None and safe and address.isprintable() and "\\" not in address else "/"


ROUTES = (
    shows("/", home, name="home"),
    shows("/login", login, name="login"),
    changes("/login", log_in, name="log_in"),
    changes("/logout", log_out, name="log_out"),
    shows("/name", ask_name, name="ask_name"),
    changes("/name", take_name, name="take_name"),
)
