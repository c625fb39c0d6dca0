"""`hearsay serve`: a book's pages in the browser, on this machine unless the user says otherwise."""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
import sys
from pathlib import Path
from typing import Annotated

import typer
import uvicorn

from hearsay.cli.materials import Mask
from hearsay.errors import UsageError
from hearsay.review.application import application
from hearsay.review.passwords import Password, new_password, read_password
from hearsay.review.site import Site, SiteOptions, open_site

PORT = 8765
PASSWORD = "HEARSAY_PASSWORD"  # noqa: S105 - the name of a variable of the environment
LOCAL = SiteOptions().hosts

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("serve")
def serve(
    book: Annotated[str | None, typer.Argument(metavar="BOOK", help="The book: a file made by `hearsay add`.")] = None,
    port: Annotated[int, typer.Option(metavar="PORT", min=0, max=65535, help="The port; 0 takes a free one.")] = PORT,
    bind: Annotated[
        str, typer.Option(metavar="ADDRESS", help="The address to listen at. Others than this machine need a login.")
    ] = "127.0.0.1",
    host: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="A further name by which browsers call this site.")
    ] = None,
    password_file: Annotated[
        Path | None, typer.Option(metavar="FILE", help="A file with the line that --hash-password printed.")
    ] = None,
    proxy_header: Annotated[
        str | None,
        typer.Option(
            metavar="HEADER",
            help="A proxy in front checks who visits and says so in this header. Whoever reaches the port past the "
            "proxy can write the header too.",
        ),
    ] = None,
    mask: Mask = None,
    hash_password: Annotated[
        bool, typer.Option("--hash-password", help="Ask for a password, print its hash for --password-file, and stop.")
    ] = False,
) -> None:
    """Serve a book's pages: read its reports, explore its incidents and actors, review them.

    By default only this machine can reach them. To let others in, give --bind, and a password: in the environment as
    HEARSAY_PASSWORD, or as a hash in a file; or name the header in which a proxy tells who is logged in. There is no
    encryption: over a network, put a proxy with HTTPS in front.
    """
    if hash_password:
        typer.echo(str(new_password(typer.prompt("Password", hide_input=True, confirmation_prompt=True))))
        return
    if book is None:
        raise UsageError("serve which book? say: hearsay serve BOOK")
    password = _password(password_file)
    if not _is_local(bind) and password is None and proxy_header is None:
        raise UsageError(
            f"at {bind!r} others can reach the book: set {PASSWORD} or give --password-file, or name with "
            "--proxy-header the header in which a proxy tells who is logged in"
        )
    hosts = (*LOCAL, *(host or ()), *(() if _is_local(bind) or _is_any(bind) else (bind,)))
    options = SiteOptions(hosts=hosts, password=password, name_header=proxy_header, mask=mask)
    if "*" in hosts:
        raise UsageError("--host takes names, not *: a page of any site could ask for the book under a name of its own")
    with _listening(bind, port) as listening, open_site(book, _cache(), options) as site:
        _run(site, listening)


def _cache() -> Path:
    """Where what was computed from a book is kept when it cannot be kept beside it."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "hearsay"


def _password(path: Path | None) -> Password | None:
    """The password of the file, else that of the environment, else none."""
    if path is None:
        given = os.environ.get(PASSWORD)
        return new_password(given) if given else None
    try:
        return read_password(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"the password file {str(path)!r} cannot be read") from error


def _is_local(bind: str) -> bool:
    try:
        return ipaddress.ip_address(bind).is_loopback
    except ValueError:
        return bind == "localhost"


def _is_any(bind: str) -> bool:
    try:
        return ipaddress.ip_address(bind).is_unspecified
    except ValueError:
        return False


def _listening(bind: str, port: int) -> socket.socket:
    """The socket to listen at, taken before anything else is done.

    Raises:
        UsageError: the address is not this machine's, or the port is taken.
    """
    try:
        return socket.create_server((bind, port), family=socket.AF_INET6 if ":" in bind else socket.AF_INET)
    except OSError as error:
        raise UsageError(f"cannot listen at {bind} port {port} ({error.strerror}); give another --port") from error


def _run(site: Site, listening: socket.socket) -> None:
    logging.basicConfig(stream=sys.stderr, format="%(message)s", level=logging.INFO)
    # uvicorn's own lines hold whole addresses, and so what was searched for
    config = uvicorn.Config(
        application(site), access_log=False, log_config=None, log_level="warning", server_header=False,
        proxy_headers=False,
    )  # fmt: skip
    name, port = listening.getsockname()[:2]
    _Announcing(config, f"http://{f'[{name}]' if ':' in name else name}:{port}/").run(sockets=[listening])


class _Announcing(uvicorn.Server):
    """Says where the site is once it can be reached."""

    def __init__(self, config: uvicorn.Config, address: str) -> None:
        super().__init__(config)
        self._address = address

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        typer.echo(f"hearsay: {self._address} (Ctrl-C stops it)", err=True)
