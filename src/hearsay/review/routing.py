"""How a page is put at its address: what shows, and what changes something and so needs the visitor's token."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Message, Receive, Scope, Send

from hearsay.review.site import Site
from hearsay.review.visitors import is_token, visitor

TOKEN = "token"  # noqa: S105 - the name of a form's field
TOKEN_HEADER = "X-Hearsay-Token"  # noqa: S105 - the name of a header
PATTERN = "hearsay.pattern"
"""Where the scope of a request holds the pattern of its route, for the log."""

LARGEST_FORM = 200_000  # bytes
MOST_FIELDS = 200

Show = Callable[[Request, Site], Response]
Change = Callable[[Request, Site, Mapping[str, str]], Response]


def site_of(request: Request) -> Site:
    """The site that the request came to."""
    site = request.app.state.site
    if not isinstance(site, Site):
        raise TypeError("the application has no site")
    return site


def shows(path: str, handler: Show, *, name: str) -> Route:
    """A page to be seen (GET); `name` is what `url_for` calls it."""

    async def endpoint(request: Request) -> Response:
        request.scope[PATTERN] = path
        return await run_in_threadpool(handler, request, site_of(request))

    return Route(path, endpoint, name=name, methods=["GET"])


def changes(path: str, handler: Change, *, name: str) -> Route:
    """Something to be done (POST); refused without the token. The handler is given the form's fields, last one wins."""
    return Route(path, _Changing(path, handler), name=name, methods=["POST"])


def needs_token(route: Route) -> bool:
    """Whether the route was made by `changes`."""
    return isinstance(route.endpoint, _Changing)


class _Changing:
    """The endpoint of a change: token first, then the handler."""

    def __init__(self, path: str, handler: Change) -> None:
        self._path = path
        self._handler = handler

    async def _answer(self, request: Request) -> Response:
        async with request.form(max_files=0, max_fields=MOST_FIELDS, max_part_size=LARGEST_FORM) as form:
            fields = _texts(form)
        site = site_of(request)
        given = request.headers.get(TOKEN_HEADER) or fields.pop(TOKEN, "")
        if not is_token(site.secret, visitor(request), given):
            raise HTTPException(403, "this form is from an earlier visit; go back, load the page anew and try again")
        return await run_in_threadpool(self._handler, request, site, fields)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, _counted(receive), send)
        scope[PATTERN] = self._path
        response = await self._answer(request)
        await response(scope, receive, send)


def _counted(receive: Receive) -> Receive:
    """The request's body, which ends with an error once it is larger than any form of ours."""
    size = 0

    async def receiving() -> Message:
        nonlocal size
        message = await receive()
        size += len(message.get("body", b""))
        if size > LARGEST_FORM:
            raise HTTPException(413, "the form is too large")
        return message

    return receiving


def _texts(form: FormData) -> dict[str, str]:
    return {key: value for key, value in form.items() if isinstance(value, str)}
