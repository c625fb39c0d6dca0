"""Who is at the other end: a signed cookie that holds a random session, a name, and whether the password was given.

Nothing is kept on the server. A cookie signed before the last start is none.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from dataclasses import dataclass, replace

from starlette.requests import HTTPConnection

from hearsay.errors import UsageError

COOKIE = "hearsay-session"
ADMITTED_FOR = 12 * 3600  # seconds that a password is good for
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True, kw_only=True)
class Visitor:
    """One browser. `name` is who reviews, as they said or as the proxy says; `until` the second (Unix time) up to
    which the password that was given counts."""

    session: str
    name: str | None = None
    until: int = 0

    @property
    def admitted(self) -> bool:
        """Whether the password was given, not too long ago."""
        return self.until > time.time()


def visitor(request: HTTPConnection) -> Visitor:
    """Who asks."""
    found = request.state.visitor
    if not isinstance(found, Visitor):
        raise TypeError("the request did not come through the guard")
    return found


def new_visitor() -> Visitor:
    """Somebody not seen before."""
    return Visitor(session=secrets.token_urlsafe(18))


def named(who: Visitor, name: str) -> Visitor:
    """The visitor under this name.

    Raises:
        UsageError: it is no name.
    """
    said = " ".join(name.split())
    if not said or len(said) > LONGEST_NAME or not said.isprintable():
        raise UsageError(f"a name has 1 to {LONGEST_NAME} printable characters")
    return replace(who, name=said)


def admitted(who: Visitor) -> Visitor:
    """The visitor, let in from now on, under a new session: one that was known before the password is worth nothing."""
    return replace(who, session=new_visitor().session, until=int(time.time()) + ADMITTED_FOR)


def token(secret: bytes, who: Visitor) -> str:
    """What a form of this session has to bring along."""
    return hmac.new(secret, b"token " + who.session.encode(), hashlib.sha256).hexdigest()


def is_token(secret: bytes, who: Visitor, given: str) -> bool:
    """Whether this is the session's token."""
    return hmac.compare_digest(token(secret, who).encode(), given.encode())


def packed(secret: bytes, who: Visitor) -> str:
    """The cookie's value."""
    said = base64.urlsafe_b64encode(json.dumps([who.session, who.name, who.until]).encode()).decode()
    return f"{said}.{_signature(secret, said)}"


def unpacked(secret: bytes, cookie: str | None) -> Visitor | None:
    """The visitor of a cookie; None when it is not ours or not of this start."""
    said, _, signature = (cookie or "").partition(".")
    if not said or not hmac.compare_digest(_signature(secret, said).encode(), signature.encode()):
        return None
    session, name, until = json.loads(base64.urlsafe_b64decode(said))  # our own: the signature says so
    return Visitor(session=session, name=name, until=until)


def _signature(secret: bytes, said: str) -> str:
    return hmac.new(secret, b"cookie " + said.encode(), hashlib.sha256).hexdigest()
