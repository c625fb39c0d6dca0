"""What reading a report needs to know, what it is given, and what a kind of input has to offer."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import BinaryIO, Protocol, runtime_checkable

from hearsay.errors import InputError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

MEGABYTE = 1_000_000
DATE_FORM = "YYYY-MM-DD, as in 2016-10-26, or with a time, as in 2016-10-26T18:30+05:00"


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentOptions:
    """How reports are read.

    Raises:
        UsageError: when `published` is no date, or a limit is not positive.
    """

    published: str | None = None
    """Publication date of every report read, ISO 8601 date or date-time; outranks what a page says."""
    outlet: str | None = None
    """Who carries the reports; outranks what a page says."""
    max_characters: int = 1_000_000
    """A report with more text than this, a book of 500 pages, is refused: it is several reports in one file."""
    max_bytes: int = 50 * MEGABYTE
    """A file, page or archived record that is, or expands to, more than this is refused; not a whole WARC file."""
    max_expansion: int = 100
    """A compressed WARC file may expand to this many times its size (and 50 MB more)."""
    timeout: float = 20.0
    """Seconds in which an address must have answered in full."""
    max_redirects: int = 5
    """Redirects that are followed, each checked like the first address."""

    def __post_init__(self) -> None:
        if self.published is not None:
            check_date(self.published, "the publication date")
        for name in ("max_characters", "max_bytes", "max_expansion", "timeout"):
            if getattr(self, name) <= 0:
                raise UsageError(f"{name} must be above 0, got {getattr(self, name)!r}")
        if self.max_redirects < 0:
            raise UsageError(f"max_redirects must be 0 or more, got {self.max_redirects!r}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Raw:
    """One input as it came.

    `source` names it for the user; `url` is its address, when it has one; `media_type` and `charset` are what a server
    or archive said, not what is true. `head` holds the first bytes, `open` gives all of them, from the start.
    `size` is in bytes, None when not known beforehand.
    """

    source: str
    head: bytes
    open: Callable[[], BinaryIO]
    size: int | None = None
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None


@runtime_checkable
class Format(Protocol):
    """A kind of input. A new one is one file with one of these, and one line in `read.py` or an entry point."""

    @property
    def name(self) -> str:
        """A word for it, as in "pdf"."""
        ...

    def recognises(self, raw: Raw) -> bool:
        """Whether these bytes are of this kind; the bytes count for more than the name and the server's word."""
        ...

    def documents(self, raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
        """The reports in it. Errors of the input as a whole are raised, those of one report in many are given."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFacts:
    """What the page, feed or archive around a text says about it; None or empty where it says nothing."""

    title: str | None = None
    standfirst: str | None = None
    author: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()


_ISO_DATE = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)


def iso_date(text: str) -> str | None:
    """The ISO 8601 date or date-time that `text` is, in one form (`2016-10-26T18:30:00+05:00`), or None."""
    match = _ISO_DATE.fullmatch(text.strip())
    if not match:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    try:
        if hour is None:
            return date(int(year), int(month), int(day)).isoformat()
        stamp = datetime.fromisoformat(f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}")
    except ValueError:
        return None
    if zone and zone != "Z":
        zone = f"{zone[:3]}:{zone[-2:]}"
        if int(zone[1:3]) > 14 or int(zone[4:]) > 59:
            return None
    return stamp.isoformat() + (zone or "")


def check_date(text: str, what: str) -> str:
    """`text` as an ISO 8601 date.

    Raises:
        UsageError: when it is none; the message gives the form.
    """
    found = iso_date(text)
    if found is None:
        raise UsageError(f"{what} {text!r} is not a date; write it as {DATE_FORM}")
    return found


def failed(source: str, error: InputError) -> Failure:
    """The record of an input that could not be read."""
    return Failure(source=source, error=type(error).__name__, message=str(error))
