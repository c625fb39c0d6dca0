"""What every page is given: the book, and how the site was set up."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from hearsay.errors import HearsayError, UsageError
from hearsay.masking.view import as_asked
from hearsay.review.index.keeping import Keeper, index_path, masked_path
from hearsay.review.index.opening import Cases
from hearsay.review.passwords import Password
from hearsay.store.base import Store
from hearsay.store.opening import open_store


class Missing(UsageError):  # noqa: N818 - the answer to an ordinary question, as in `raise Missing(...)`
    """There is nothing at the address that was asked for."""


class NotYet(HearsayError):  # noqa: N818 - as above
    """What was asked for is still being computed; `done` is the share of the work that is done."""

    def __init__(self, done: float) -> None:
        super().__init__("the cases of this book are being put together; this page shows them when that is done")
        self.done = done


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteOptions:
    """How a book is served.

    hosts: names by which browsers may ask for the site (the Host header, without the port).
    password: what visitors must know; None lets everybody in who reaches the port.
    name_header: a header in which a proxy in front tells who the visitor is; requests without it are refused.
    mask: "private" to mask the names of private persons; then nothing can be decided on.
    """

    hosts: tuple[str, ...] = ("127.0.0.1", "localhost", "[::1]")
    password: Password | None = None
    name_header: str | None = None
    mask: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """An open book and the options it is served with. `secret` signs sessions; it is new with every start."""

    store: Store
    keeper: Keeper
    options: SiteOptions = SiteOptions()
    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def cases(self) -> Cases:
        """The index of cases, as new as can be had without a long wait.

        Raises:
            NotYet: the first one is still being made.
        """
        standing = self.keeper.standing()
        if standing.cases is None:
            raise NotYet(standing.done or 0.0)
        return standing.cases

    @property
    def title(self) -> str:
        """The book's name, without its folder or server."""
        return Path(self.store.address.rpartition("/")[2] or self.store.address).name


@contextmanager
def open_site(book: str, folder: Path, options: SiteOptions | None = None) -> Iterator[Site]:
    """The site of a book; the index of a book on a database server is kept in `folder`.

    Raises:
        UsageError: there is no such book.
        StoreError: it cannot be opened.
    """
    chosen = options or SiteOptions()
    path = index_path(book, folder)
    with open_store(book) as opened:
        store = as_asked(opened, chosen.mask)
        if chosen.mask is not None:
            path = masked_path(path)
        with closing(Keeper(store, book, path)) as keeper:
            yield Site(store=store, keeper=keeper, options=chosen)
