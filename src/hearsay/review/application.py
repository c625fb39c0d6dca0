"""The application: every page at its address, behind the guard, with errors that say what is wrong and nothing more."""

from __future__ import annotations

import logging
import re
import time
from pathlib import PurePosixPath

from fastapi import FastAPI
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hearsay.errors import HearsayError, StoreError, UsageError
from hearsay.review.drawing import drawn, static_text
from hearsay.review.guard import Guard
from hearsay.review.pages import ROUTES, api
from hearsay.review.routing import PATTERN, needs_token
from hearsay.review.site import Missing, NotYet, Site

log = logging.getLogger("hearsay.review")

KINDS = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}
NAME = re.compile(r"[a-z][a-z0-9_-]*\.(?:css|js|svg)")
KEPT = "public, max-age=31536000, immutable"
TITLES = {400: "That cannot be shown", 403: "Not allowed", 404: "Nothing here", 405: "Not this way", 413: "Too large"}


def application(site: Site) -> ASGIApp:
    """The site as an ASGI application. The caller closes the store."""
    # around the framework, so that its last error page is behind the guard too
    hosts = TrustedHostMiddleware(Guard(_framework(site), site), list(site.options.hosts), www_redirect=False)
    return _Logging(hosts)


def _framework(site: Site) -> FastAPI:
    """All routes, with what is answered when one of them raises."""
    app = FastAPI(title="hearsay", docs_url=None, redoc_url=None, openapi_url="/api/openapi.json")
    app.state.site = site
    app.include_router(api.router)
    app.router.routes += [Route("/static/{name}", _static, name="static"), *ROUTES]
    for route in app.router.routes:
        if isinstance(route, Route) and (route.methods or set()) - {"GET", "HEAD"} and not needs_token(route):
            raise ValueError(f"{route.path} changes something without a token; make it with routing.changes")
    app.add_exception_handler(HTTPException, _told)
    app.add_exception_handler(HearsayError, _told)
    app.add_exception_handler(Exception, _told)
    return app


async def _static(request: Request) -> Response:
    name = request.path_params["name"]
    if not NAME.fullmatch(name):
        raise HTTPException(404, "there is no such file")
    try:
        text = await run_in_threadpool(static_text, name)
    except OSError as error:
        raise HTTPException(404, "there is no such file") from error
    return Response(text, media_type=KINDS[PurePosixPath(name).suffix], headers={"Cache-Control": KEPT})


async def _told(request: Request, error: Exception) -> Response:
    """An error page, or for programs its sentence as JSON."""
    status, message, headers = _meant(error)
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": message}, status_code=status, headers=headers)
    if isinstance(error, NotYet):
        page = await run_in_threadpool(drawn, request, "not_yet.html", status, message=message, done=error.done)
        page.headers["Retry-After"] = "5"
        return page
    title = TITLES.get(status, "Something is wrong")
    page = await run_in_threadpool(drawn, request, "error.html", status, title=title, message=message)
    page.headers.update(headers)
    return page


def _meant(error: Exception) -> tuple[int, str, dict[str, str]]:
    if isinstance(error, HTTPException):
        return error.status_code, error.detail, dict(error.headers or {})
    if isinstance(error, Missing):
        return 404, str(error), {}
    if isinstance(error, UsageError):
        return 400, str(error), {}
    if isinstance(error, NotYet):
        return 503, str(error), {"Retry-After": "5"}
    if isinstance(error, StoreError):
        return 503, "the book cannot be read just now; the terminal where hearsay runs says more", {}
    return 500, "this is a bug in hearsay; the terminal where it runs says where", {}


def _note_bug(error: Exception) -> None:
    """Where a bug is goes to the log. What it says may hold words of a report, and does not."""
    place = error.__traceback__
    while place and place.tb_next:
        place = place.tb_next
    where = f"{PurePosixPath(place.tb_frame.f_code.co_filename).name}:{place.tb_lineno}" if place else "nowhere"
    log.error("%s at %s", type(error).__name__, where)


class _Logging:
    """A line a request: method, the route's pattern (no ids, no names, no query), status and milliseconds."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        begun, status = time.perf_counter(), 0

        async def noting(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting)
        except Exception as error:  # the server would print it with its message, which may be a report's words
            _note_bug(error)
        finally:
            if scope["type"] == "http":
                route = scope.get(PATTERN) or getattr(scope.get("route"), "path", "-")
                log.info("%s %s %d %.0f ms", scope["method"], route, status, (time.perf_counter() - begun) * 1000)
