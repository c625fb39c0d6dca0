"""Inputs as they come: a file, bytes in hand, standard input; their first bytes looked at, their size bounded."""

from __future__ import annotations

import io
from pathlib import Path
from typing import BinaryIO

from hearsay.documents.base import DocumentOptions, Raw
from hearsay.errors import TooLargeError, UnreadableError

HEAD = 4096


def from_bytes(
    data: bytes, source: str, *, url: str | None = None, media_type: str | None = None, charset: str | None = None
) -> Raw:
    """Bytes in hand as an input."""
    return Raw(
        source=source,
        head=data[:HEAD],
        open=lambda: io.BytesIO(data),
        size=len(data),
        url=url,
        media_type=media_type,
        charset=charset,
    )


def from_file(path: Path) -> Raw:
    """A file as an input.

    Raises:
        UnreadableError: when it is not there, cannot be opened, or is no regular file (a device might never end).
    """
    if not path.exists():
        raise UnreadableError(f"{path}: leads to no file (a broken link, or removed just now)")
    if not path.is_file():
        raise UnreadableError(f"{path}: is not a regular file (a device, pipe or socket); give a file")
    try:
        with path.open("rb") as stream:
            head = stream.read(HEAD)
        size = path.stat().st_size
    except OSError as error:
        raise UnreadableError(f"{path}: cannot be opened ({error.strerror}); check its permissions") from error
    return Raw(source=str(path), head=head, open=lambda: path.open("rb"), size=size)


def all_bytes(raw: Raw, options: DocumentOptions) -> bytes:
    """All bytes of an input.

    Raises:
        TooLargeError: when there are more than `options.max_bytes`.
        UnreadableError: when reading fails.
    """
    if raw.size is not None and raw.size > options.max_bytes:
        raise over_limit(raw.source, options.max_bytes)
    try:
        with raw.open() as stream:
            return bounded(stream, raw.source, options.max_bytes)
    except OSError as error:
        raise UnreadableError(f"{raw.source}: cannot be read ({error.strerror or error})") from error


def bounded(stream: BinaryIO, source: str, limit: int) -> bytes:
    """What is left of the stream.

    Raises:
        TooLargeError: when that is more than `limit` bytes.
    """
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise over_limit(source, limit)
    return data


def over_limit(source: str, limit: int) -> TooLargeError:
    """The error for more bytes than are read."""
    return TooLargeError(
        f"{source}: is larger than {limit / 1e6:g} MB, the limit for one report; split it into its reports"
    )
