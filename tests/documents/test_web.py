"""Fetching: real servers on the loopback interface, which the tests' own address policy lets through."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from tests.documents import reports

from hearsay.documents.addresses import is_public
from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read, read_one, read_raw
from hearsay.documents.web import fetch
from hearsay.errors import FetchError, TooLargeError, UnreadableError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

OPTIONS = DocumentOptions(timeout=2.0, max_bytes=200_000, max_redirects=3)


def loopback_too(address: str) -> bool:
    """What the tests let through: the loopback interface, where their servers are."""
    return is_public(address) or address in ("127.0.0.1", "::1")


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        name = self.path.strip("/").replace("-", "_").split("/")[0]
        getattr(self, f"_{name}", self._missing)()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is no server's log."""

    def _answer(self, body: bytes, *headers: tuple[str, str], status: int = 200) -> None:
        self.send_response(status)
        for key, value in headers or (("Content-Type", "text/html; charset=utf-8"),):
            self.send_header(key, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _missing(self) -> None:
        self._answer(b"", status=404)

    def _page(self) -> None:
        self._answer(reports.PAGE.encode())

    def _packed(self) -> None:
        self._answer(gzip.compress(reports.PAGE.encode()), ("Content-Encoding", "gzip"), ("Content-Type", "text/html"))

    def _badly_packed(self) -> None:
        self._answer(b"no gzip", ("Content-Encoding", "gzip"))

    def _bomb(self) -> None:
        self._answer(gzip.compress(b" " * 50_000_000), ("Content-Encoding", "gzip"), ("Content-Type", "text/html"))

    def _large(self) -> None:
        self._answer(b"x" * 300_000)

    def _moved(self) -> None:
        self._answer(b"", ("Location", "/page"), status=302)

    def _round(self) -> None:
        self._answer(b"", ("Location", "/round"), status=301)

    def _to_private(self) -> None:
        self._answer(b"", ("Location", "http://10.0.0.1/admin"), status=302)

    def _to_file(self) -> None:
        self._answer(b"", ("Location", "file:///etc/passwd"), status=302)

    def _to_metadata(self) -> None:
        self._answer(b"", ("Location", "http://[::ffff:169.254.169.254]/latest"), status=302)

    def _to_nowhere(self) -> None:
        self._answer(b"", ("Location", "http://[::1"), status=302)

    def _drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            return


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.mark.parametrize("path", ["page", "packed", "moved"])
def test_a_page_is_fetched_and_read(site: str, path: str) -> None:
    raw = fetch(f"{site}/{path}", OPTIONS, loopback_too)
    (found,) = read_raw(raw, OPTIONS)
    assert isinstance(found, Document)
    assert found.outlet == "The Brenna Courier"
    assert raw.source == f"{site}/{path}"


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("nowhere", "status 404"),
        ("round", "redirects more than 3 times"),
        ("to-private", r"leads to '10\.0\.0\.1', an address inside a private network"),
        ("to-metadata", "an address inside a private network"),
        ("to-nowhere", r"redirects to 'http://\[::1', which is no well-formed address"),
        ("to-file", "not an http or https address"),
    ],
)
def test_what_cannot_or_must_not_be_fetched_is_told(site: str, path: str, said: str) -> None:
    with pytest.raises(FetchError, match=said) as caught:
        fetch(f"{site}/{path}", OPTIONS, loopback_too)
    assert str(caught.value).startswith(f"{site}/{path}: ")


@pytest.mark.parametrize("path", ["large", "bomb"])
def test_a_body_over_the_limit_is_not_taken_in(site: str, path: str) -> None:
    with pytest.raises(TooLargeError, match=r"0\.2 MB"):
        fetch(f"{site}/{path}", OPTIONS, loopback_too)


def test_broken_compression_is_told(site: str) -> None:
    with pytest.raises(UnreadableError, match="does not expand"):
        fetch(f"{site}/badly-packed", OPTIONS, loopback_too)


def test_a_slow_drip_is_late(site: str) -> None:
    started = time.monotonic()
    with pytest.raises(FetchError, match=r"within 0\.5 seconds"):
        fetch(f"{site}/drip", DocumentOptions(timeout=0.5), loopback_too)
    assert time.monotonic() - started < 2.0


def test_a_server_that_never_answers_is_late() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        with pytest.raises(FetchError, match=r"within 0\.3 seconds"):
            fetch(address, DocumentOptions(timeout=0.3), loopback_too)


def test_a_closed_port_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(FetchError, match="cannot be fetched"):
        fetch(f"http://127.0.0.1:{port}/", OPTIONS, loopback_too)


def test_users_cannot_reach_inside_addresses_by_number_or_name(site: str) -> None:
    port = site.rsplit(":", 1)[1]
    for address in (f"{site}/page", f"http://localhost:{port}/page", f"http://2130706433:{port}/page", "http://[::1]/"):
        with pytest.raises(FetchError):
            read_one(address, OPTIONS)


@pytest.mark.parametrize(
    "address", ["ftp://a.example/x", "gopher://a.example/", "http:///x", "http://[::1", "http://a.example:99999/"]
)
def test_other_schemes_and_malformed_addresses_are_refused(address: str) -> None:
    (found,) = read(address, OPTIONS)
    assert isinstance(found, Failure)
    assert found.error == "FetchError"
    assert found.message.startswith(f"{address}: ")


def test_an_unknown_host_is_told() -> None:
    with pytest.raises(FetchError, match="is not known"):
        fetch("http://no-such-host.invalid/", OPTIONS)
