"""WARC files, compressed or not: a report a captured page. One broken record is told of, and the next is read.

The time of capture is no publication date and is not taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from typing import BinaryIO, Protocol
from urllib.parse import urlsplit

from warcio.bufferedreaders import ChunkedDataReader
from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecord, ArcWarcRecordLoader

from hearsay.documents import feed, html, pdf, text
from hearsay.documents.base import DocumentOptions, Format, Raw, failed
from hearsay.documents.expansion import PIECE, expand
from hearsay.documents.members import BrokenMemberError, Expanded, is_compressed
from hearsay.documents.receive import from_bytes, over_limit
from hearsay.errors import EmptyError, InputError, TooLargeError, UnreadableError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

_HELD = (pdf.FORMAT, feed.FORMAT, html.FORMAT, text.FORMAT)
_START = re.compile(rb"WARC/(?:0\.1[78]|1\.\d)\s*$")
_SKIPPED_TYPES = re.compile(
    r"image/|video/|audio/|font/|text/css|application/(?:x-)?(?:javascript|json|font|octet-stream|zip|vnd\.)|"
    r"text/(?:javascript|dns)",
    re.IGNORECASE,
)
_KINDS = frozenset({"response", "resource", "conversion"})


class _Stream(Protocol):
    def read(self, size: int = -1) -> bytes: ...
    def readline(self, size: int = -1) -> bytes: ...
    def tell(self) -> int: ...


class _Warc:
    """WARC 0.17 to 1.1."""

    name = "warc"

    def recognises(self, raw: Raw) -> bool:
        return raw.head.startswith(b"WARC/") or (is_compressed(raw.head) and _holds_warc(raw))

    def documents(self, raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
        try:
            opened = raw.open()
        except OSError as error:
            raise UnreadableError(
                f"{raw.source}: cannot be opened ({error.strerror}); check its permissions"
            ) from error
        found = False
        with closing(opened) as stream:
            source: _Stream = stream
            if is_compressed(raw.head):
                source = Expanded(stream, raw.source, options.max_expansion)
            for item in _records(source, raw.source, options):
                found = True
                yield item
        if not found:
            raise EmptyError(f"{raw.source}: is a WARC file without captured pages; give one that holds responses")


FORMAT: Format = _Warc()


def _holds_warc(raw: Raw) -> bool:
    try:
        with closing(raw.open()) as stream:
            return Expanded(stream, raw.source, 1000).read(5) == b"WARC/"
    except (BrokenMemberError, InputError, OSError):
        return False


def _records(stream: _Stream, source: str, options: DocumentOptions) -> Iterator[Document | Failure]:
    """The reports in the records, and a failure for each stretch that cannot be read as one."""
    loader = ArcWarcRecordLoader(verify_http=False, arc2warc=False)
    number, lost = 0, False
    while True:
        try:
            line = stream.readline(PIECE)
            if not line:
                return
            if not line.strip():
                continue
            if not _START.match(line):
                if not lost:
                    lost = True
                    yield failed(source, _broken(source, number + 1, "has no header"))
                continue
            number, lost = number + 1, False
            record = _record(loader, stream, line)
            found = list(_read_record(record, f"{source}, record {number}", options))
            try:
                _drain(record.raw_stream)
            except TooLargeError:  # a bomb: the error says what the record's own failure would say
                yield from (item for item in found if isinstance(item, Document))
                raise
            yield from found
        except ArchiveLoadFailed as error:
            yield failed(source, _broken(source, number, f"has a bad header ({_first_line(error)})"))
        except BrokenMemberError as error:
            yield failed(source, _broken(source, number + 1, str(error)))
            if isinstance(stream, Expanded):
                stream.skip()


def _record(loader: ArcWarcRecordLoader, stream: _Stream, line: bytes) -> ArcWarcRecord:
    """The record whose first line has been read.

    Raises:
        ArchiveLoadFailed: whatever warcio makes of a header that is broken.
    """
    try:
        record = loader.parse_record_stream(stream, line, "warc")
    except (BrokenMemberError, InputError, ArchiveLoadFailed):
        raise
    except Exception as error:  # AttributeError, ValueError: warcio takes for granted that every field is there
        raise ArchiveLoadFailed("a field is missing or malformed") from error
    if record.length is None or record.rec_type is None:
        raise ArchiveLoadFailed("no type or length")
    return record


def _read_record(record: ArcWarcRecord, source: str, options: DocumentOptions) -> Iterator[Document | Failure]:
    """The reports of one record; what is wrong with it alone is given, not raised."""
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    if record.rec_type not in _KINDS or not _is_wanted(record, address):
        return
    name = f"{source} ({address})" if address else source
    try:
        raw = _payload(record, name, address, options)
        kind = next(kind for kind in _HELD if kind.recognises(raw))
        yield from kind.documents(raw, options)
    except InputError as error:
        yield failed(name, error)


def _is_wanted(record: ArcWarcRecord, address: str) -> bool:
    """Whether the record can hold a report: an answer that succeeded, with text in it."""
    if _path(address).endswith("/robots.txt"):
        return False
    headers = record.http_headers
    if headers is None:
        kind = record.rec_headers.get_header("Content-Type") or ""
        return not address.startswith(("dns:", "whois:")) and not _SKIPPED_TYPES.match(kind)
    status = (headers.get_statuscode() or "").strip()
    return status == "200" and not _SKIPPED_TYPES.match(headers.get_header("Content-Type") or "")


def _path(address: str) -> str:
    """The path of an address; empty when it is malformed."""
    try:
        return urlsplit(address).path
    except ValueError:
        return ""


def _payload(record: ArcWarcRecord, source: str, address: str, options: DocumentOptions) -> Raw:
    """What was captured, without the transfer's chunks and compression.

    Raises:
        TooLargeError: over `options.max_bytes`.
        UnreadableError: when it is cut off or broken.
    """
    headers = record.http_headers
    kind = (headers.get_header("Content-Type") if headers else record.rec_headers.get_header("Content-Type")) or ""
    stream: BinaryIO = record.raw_stream
    if headers and (headers.get_header("Transfer-Encoding") or "").lower() == "chunked":
        stream = ChunkedDataReader(record.raw_stream, decomp_type=None)
    data = _all(stream, source, options.max_bytes)
    stated = record.payload_length if headers else record.length
    if stream is record.raw_stream and stated is not None and len(data) < stated:
        raise UnreadableError(f"{source}: is cut off ({len(data)} of {stated} bytes are there); fetch the file again")
    encodings = (headers.get_header("Content-Encoding") or "") if headers else ""
    if encodings:
        data = expand([data], encodings, source, options.max_bytes)
    charset = re.search(r"charset\s*=\s*[\"']?([\w.:-]+)", kind, re.IGNORECASE)
    raw = from_bytes(data, source, url=address if address.startswith("http") else None)
    if not data.strip():
        raise EmptyError(f"{source}: is an empty page")
    return replace(raw, media_type=kind.split(";")[0].strip().lower() or None, charset=charset[1] if charset else None)


def _all(stream: BinaryIO, source: str, limit: int) -> bytes:
    pieces: list[bytes] = []
    total = 0
    while piece := stream.read(PIECE):
        total += len(piece)
        if total > limit:
            raise over_limit(source, limit)
        pieces.append(piece)
    return b"".join(pieces)


def _drain(stream: BinaryIO) -> None:
    while stream.read(PIECE):
        pass


def _broken(source: str, number: int, what: str) -> UnreadableError:
    return UnreadableError(f"{source}: record {number} {what}; it is left out, fetch the file again to have it")


def _first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:120]
