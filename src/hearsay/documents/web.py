"""Fetches one address, safely: public addresses only, on every hop, within a time and a size.

The name is resolved here, each of its addresses is judged, and the connection is made to the very address judged, so
that a name cannot show one address to the check and another to the connection. Proxies of the environment are not
used, since what they connect to cannot be checked.
"""

from __future__ import annotations

import re
import socket
import ssl
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from urllib.parse import urljoin, urlsplit, urlunsplit

import httpcore

from hearsay.documents.addresses import AddressPolicy, is_public
from hearsay.documents.base import DocumentOptions, Raw
from hearsay.documents.expansion import expand
from hearsay.documents.receive import from_bytes, over_limit
from hearsay.errors import FetchError, InputError

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_HEADERS = (
    (b"User-Agent", b"hearsay (reads news reports)"),
    (b"Accept", b"text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, text/plain, */*;q=0.5"),
    (b"Accept-Encoding", b"gzip, br"),
    (b"Connection", b"close"),
)
_SOCKET_OPTION = tuple[int, int, int] | tuple[int, int, bytes | bytearray] | tuple[int, int, None, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Answer:
    status: int
    headers: dict[str, str]
    body: bytes


def fetch(address: str, options: DocumentOptions, policy: AddressPolicy = is_public) -> Raw:
    """What is found at an address. `policy` says which numeric addresses may be connected to.

    Raises:
        FetchError: when it cannot or must not be fetched.
        TooLargeError: when it is larger than `options.max_bytes`.
        UnreadableError: when its compression is broken.
    """
    deadline = time.monotonic() + options.timeout
    here = address
    for _ in range(options.max_redirects + 1):
        answer = _get(_checked(here, address), address, options, deadline, policy)
        target = answer.headers.get("location")
        if answer.status in _REDIRECTS and target:
            here = _next(here, target, address)
            continue
        if answer.status != 200:
            raise FetchError(
                f"{address}: the server answered with status {answer.status}; check the address in a browser"
            )
        return _received(address, here, answer)
    raise FetchError(f"{address}: redirects more than {options.max_redirects} times; give the address it ends at")


def _next(here: str, target: str, address: str) -> str:
    """Where a redirect leads; a server may send anything for an address."""
    try:
        return urljoin(here, target)
    except ValueError as error:
        raise FetchError(f"{address}: redirects to {target!r}, which is no well-formed address; check it") from error


def _received(address: str, here: str, answer: _Answer) -> Raw:
    kind = answer.headers.get("content-type", "")
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind, re.IGNORECASE)
    raw = from_bytes(
        answer.body,
        address,
        url=here,
        media_type=kind.split(";")[0].strip().lower() or None,
        charset=charset[1] if charset else None,
    )
    return replace(raw, source=address)


def _checked(here: str, address: str) -> str:
    """The address in the form that goes over the wire, with an ASCII host and path."""
    try:
        parts = urlsplit(here.strip())
        host, port = parts.hostname, parts.port
        scheme = parts.scheme.lower()
        named = (host or "").encode("idna").decode("ascii") if host and ":" not in host else host
    except (ValueError, UnicodeError) as error:
        raise FetchError(f"{address}: is not a well-formed address ({here!r}); check it") from error
    if scheme not in ("http", "https"):
        raise FetchError(f"{address}: {here!r} is not an http or https address; only those are fetched")
    if not named:
        raise FetchError(f"{address}: {here!r} names no host; check it")
    place = f"[{named}]" if ":" in named else named
    netloc = f"{place}:{port}" if port else place
    path = "".join(c if "!" <= c <= "~" else _percent(c) for c in parts.path) or "/"
    query = "".join(c if "!" <= c <= "~" else _percent(c) for c in parts.query)
    return urlunsplit((scheme, netloc, path, query, ""))


def _percent(char: str) -> str:
    return "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))


def _get(url: str, address: str, options: DocumentOptions, deadline: float, policy: AddressPolicy) -> _Answer:
    backend = _GuardedBackend(policy, deadline, address)
    limit = options.max_bytes
    try:
        with (
            httpcore.ConnectionPool(ssl_context=ssl.create_default_context(), network_backend=backend) as pool,
            pool.stream(
                "GET", url, headers=list(_HEADERS), extensions={"timeout": _timeouts(options.timeout)}
            ) as reply,
        ):
            headers = {k.decode("latin-1").lower(): v.decode("latin-1").strip() for k, v in reply.headers}
            if reply.status in _REDIRECTS or reply.status != 200:
                return _Answer(status=reply.status, headers=headers, body=b"")
            if headers.get("content-length", "").isdecimal() and int(headers["content-length"]) > limit:
                raise over_limit(address, limit)
            pieces = _within(reply.iter_stream(), address, limit)
            body = expand(pieces, headers.get("content-encoding", ""), address, limit)
            return _Answer(status=reply.status, headers=headers, body=body)
    except InputError:
        raise
    except httpcore.TimeoutException as error:
        raise _late(address, options) from error
    except (httpcore.NetworkError, httpcore.ProtocolError, ssl.SSLError, OSError, ValueError) as error:
        raise FetchError(
            f"{address}: cannot be fetched ({_reason(error)}); check the address and the network"
        ) from error


def _within(pieces: Iterable[bytes], address: str, limit: int) -> Iterator[bytes]:
    total = 0
    for piece in pieces:
        total += len(piece)
        if total > limit:
            raise over_limit(address, limit)
        yield piece


def _timeouts(seconds: float) -> dict[str, float]:
    return {"connect": seconds, "read": seconds, "write": seconds, "pool": seconds}


def _late(address: str, options: DocumentOptions) -> FetchError:
    return FetchError(f"{address}: no full answer within {options.timeout:g} seconds; try again later")


def _reason(error: Exception) -> str:
    text = " ".join(str(error).split())
    return text[:200] or type(error).__name__


class _GuardedBackend(httpcore.NetworkBackend):
    """Resolves a name, judges what it stands for, and connects to what was judged; everything before the deadline."""

    def __init__(self, policy: AddressPolicy, deadline: float, address: str) -> None:
        self._policy = policy
        self._deadline = deadline
        self._address = address
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[_SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        numbers = self._resolved(host, port)
        for number in numbers:
            if not self._policy(number):
                named = repr(host) if host.strip("[]") == number else f"{host!r}, which is {number}"
                raise FetchError(
                    f"{self._address}: leads to {named}, an address inside a private network; "
                    "such addresses are not fetched: save the page and give the file"
                )
        failure: Exception = httpcore.ConnectError(f"{host!r} has no address")
        for number in numbers:
            try:
                stream = self._backend.connect_tcp(number, port, _left(self._deadline), local_address, socket_options)
                return _TimedStream(stream, self._deadline)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[_SOCKET_OPTION] | None = None
    ) -> httpcore.NetworkStream:
        raise FetchError(f"{self._address}: unix sockets are not fetched")

    def sleep(self, seconds: float) -> None:
        time.sleep(min(seconds, _left(self._deadline)))

    def _resolved(self, host: str, port: int) -> list[str]:
        try:
            found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError) as error:
            raise FetchError(
                f"{self._address}: the host {host!r} is not known ({_reason(error)}); check the address and the network"
            ) from error
        return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class _TimedStream(httpcore.NetworkStream):
    """A connection on which the time of all reads and writes together is bounded: a slow drip is late as well."""

    def __init__(self, stream: httpcore.NetworkStream, deadline: float) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, _left(self._deadline))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, _left(self._deadline))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, _left(self._deadline))
        return _TimedStream(stream, self._deadline)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)


def _left(deadline: float) -> float:
    """Seconds left; never 0, which would mean a connection that does not block."""
    left = deadline - time.monotonic()
    if left <= 0:
        raise httpcore.ReadTimeout("the time is over")
    return left
