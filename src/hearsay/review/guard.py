"""What stands before every page: who is let in, from where a change may come, and what a browser may do with an answer.

Pages load nothing but our own style sheet and script, and no page of another site may frame them or read them.
"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from hearsay.errors import UsageError
from hearsay.review.site import Site
from hearsay.review.visitors import COOKIE, Visitor, named, new_visitor, packed, unpacked

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # with no-referrer browsers would send forms with "Origin: null", and the guard could not tell where they come from
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "X-Robots-Tag": "noindex, nofollow",
}
SAFE = {"GET", "HEAD", "OPTIONS"}
OPEN = ("/login", "/static/")
"""Addresses that need no password."""


class Guard:
    """ASGI middleware around the whole application."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self._app = app
        self._site = site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request = Request(scope)
        answering = _Answering(send, self._site, request)
        refused = self._refused(request)
        await (refused or self._app)(scope, receive, answering)

    def _refused(self, request: Request) -> Response | None:
        """Why the request goes no further; None when it does, with its visitor known."""
        options = self._site.options
        who = unpacked(self._site.secret, request.cookies.get(COOKIE)) or new_visitor()
        if options.name_header:
            try:
                who = named(who, request.headers.get(options.name_header, ""))
            except UsageError:
                return PlainTextResponse("the proxy in front of this site names no visitor", 401)
        request.state.visitor = who
        if request.method not in SAFE and not _is_from_here(request.headers):
            return PlainTextResponse("changes are taken from this site's own pages only", 403)
        if options.password and not who.admitted and not request.url.path.startswith(OPEN):
            return _asked_in(request)
        return None


def _is_from_here(headers: Headers) -> bool:
    """Whether a form was sent from a page of ours, as far as the browser tells."""
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    origin = headers.get("origin")
    return origin is None or urlsplit(origin).netloc == headers.get("host")


def _asked_in(request: Request) -> Response:
    if request.method not in SAFE or request.url.path.startswith("/api/"):
        return PlainTextResponse("log in first, at /login", 401)
    wanted = request.url.path + (f"?{request.url.query}" if request.url.query else "")
    return RedirectResponse(f"/login?next={quote(wanted)}", status_code=303)


class _Answering:
    """Sends on, with our headers, and the visitor's cookie where it is new or has changed."""

    def __init__(self, send: Send, site: Site, request: Request) -> None:
        self._send = send
        self._site = site
        self._request = request

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if "Cache-Control" not in headers:
                headers["Cache-Control"] = "private, no-cache"
            who = getattr(self._request.state, "visitor", None)
            if isinstance(who, Visitor) and not self._request.url.path.startswith("/static/"):
                self._keep(headers, who)
        await self._send(message)

    def _keep(self, headers: MutableHeaders, who: Visitor) -> None:
        cookie = packed(self._site.secret, who)
        if self._request.cookies.get(COOKIE) != cookie:
            secure = "; Secure" if self._request.url.scheme == "https" else ""
            headers.append("Set-Cookie", f"{COOKIE}={cookie}; Path=/; HttpOnly; SameSite=Lax{secure}")
