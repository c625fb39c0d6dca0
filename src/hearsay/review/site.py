"""What every page is given: the book, and how the site was set up."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.review.passwords import Password
from hearsay.store.base import Store


class Missing(UsageError):  # noqa: N818 - the answer to an ordinary question, as in `raise Missing(...)`
    """There is nothing at the address that was asked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """How a book is served.

    hosts: names by which browsers may ask for the site (the Host header, without the port).
    password: what visitors must know; None lets everybody in who reaches the port.
    name_header: a header in which a proxy in front tells who the visitor is; requests without it are refused.
    """

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    password: Password | None = None
    name_header: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An open book and the options it is served with. `secret` signs sessions; it is new with every start."""

    store: Store
    options: SiteOptions = SiteOptions()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    @property
    def title(self) -> str:
        """The book's name, without its folder or server."""
        return Path(self.store.address.rpartition("/")[2] or self.store.address).name
