"""A site on a port of its own, for browsers that are no test client, and the browser itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from time import monotonic, sleep

import uvicorn

from hearsay.review.application import application
from hearsay.review.site import Site

CHROMIUM = shutil.which("chromium") or ""
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PATIENCE = 30.0  # seconds for a server to start


def why_not() -> str:
    """Why no browser can be driven here; empty when one can."""
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        return "playwright is not installed"
    return "" if CHROMIUM else "Debian's chromium is not installed"


@contextmanager
def served(site: Site) -> Iterator[str]:
    """The site's address for as long as it is needed."""
    config = uvicorn.Config(application(site), host="127.0.0.1", port=0, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = Thread(target=server.run, daemon=True)
    thread.start()
    begun = monotonic()
    while not server.started:
        assert monotonic() - begun < PATIENCE
        sleep(0.02)
    try:
        port = server.servers[0].sockets[0].getsockname()[1]
        yield f"http://127.0.0.1:{port}"
    finally:
        server.should_exit = True
        thread.join()
