"""WARC files: pages captured, odd records, broken ones, and bombs."""

from __future__ import annotations

import gzip
import io
import zlib
from dataclasses import replace

import brotli
import pytest
from tests.documents import reports

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_raw
from hearsay.documents.receive import from_bytes
from hearsay.errors import EmptyError, TooLargeError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

PAGE = reports.PAGE.encode()


def record(
    body: bytes, *, kind: str = "response", uri: str = "http://a.example/1", content: str | None = None
) -> bytes:
    stated = content or {"response": "application/http; msgtype=response"}.get(kind, "application/warc-fields")
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: {stated}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def http(body: bytes, *headers: str, status: str = "200 OK", kind: str = "text/html; charset=utf-8") -> bytes:
    lines = (f"HTTP/1.1 {status}", f"Content-Type: {kind}", *headers)
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body


def chunked(body: bytes, size: int = 500) -> bytes:
    pieces = [body[i : i + size] for i in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in (*pieces, b""))


def read(data: bytes, options: DocumentOptions | None = None) -> list[Document | Failure]:
    return list(read_raw(from_bytes(data, "crawl.warc"), options or DocumentOptions()))


RECORDS = (
    record(b"software: x\r\n", kind="warcinfo"),
    record(b"GET / HTTP/1.1\r\n\r\n", kind="request", content="application/http; msgtype=request"),
    record(http(PAGE)),
    record(http(gzip.compress(PAGE), "Content-Encoding: gzip")),
    record(http(chunked(PAGE), "Transfer-Encoding: chunked")),
    record(http(chunked(gzip.compress(PAGE)), "Transfer-Encoding: chunked", "Content-Encoding: gzip")),
    record(http(brotli.compress(PAGE), "Content-Encoding: br")),
    record(http(zlib.compress(PAGE), "Content-Encoding: deflate")),
    record(http(b"moved", "Location: /x", status="301 Moved")),
    record(http(b"\x89PNG...", kind="image/png")),
    record(http(b"User-agent: *", kind="text/plain"), uri="http://a.example/robots.txt"),
    record(reports.WIRE.encode(), kind="conversion", content="text/plain"),
)


@pytest.mark.parametrize("form", ["plain", "a member a record", "one member"])
def test_every_captured_page_is_read_however_it_is_packed(form: str) -> None:
    data = {
        "plain": b"".join(RECORDS),
        "a member a record": b"".join(gzip.compress(part) for part in RECORDS),
        "one member": gzip.compress(b"".join(RECORDS)),
    }[form]
    found = read(data)
    assert [type(item).__name__ for item in found] == ["Document"] * 7
    documents = [item for item in found if isinstance(item, Document)]
    assert documents[0].url == "https://www.brennacourier.example/world/rebels-free-miners"
    assert documents[-1].url == "http://a.example/1"
    assert documents[-1].published is None, "the time of capture is no date of publication"


def test_a_broken_member_is_told_and_the_next_one_read() -> None:
    good = gzip.compress(record(http(PAGE)))
    bad = bytearray(gzip.compress(record(http(PAGE))))
    bad[60:90] = b"\xff" * 30
    found = read(good + bytes(bad) + good)
    assert [type(item).__name__ for item in found].count("Document") == 2
    failures = [item for item in found if isinstance(item, Failure)]
    assert [failure.error for failure in failures] == ["UnreadableError"]
    assert "crawl.warc: record 2" in failures[0].message


def test_a_file_that_is_cut_off_gives_what_is_whole_and_says_so() -> None:
    for data in (b"".join(RECORDS[2:4]), b"".join(gzip.compress(part) for part in RECORDS[2:4])):
        found = read(data[:-200])
        assert [type(item).__name__ for item in found] == ["Document", "Failure"]
        assert isinstance(found[1], Failure)
        assert found[1].error == "UnreadableError"


def test_junk_between_records_is_told_once_and_passed_over() -> None:
    found = read(RECORDS[2] + b"this is\r\nno record\r\n\r\n" + RECORDS[2])
    assert [type(item).__name__ for item in found] == ["Document", "Failure", "Document"]


def test_bad_pages_are_failures_that_name_record_and_address() -> None:
    found = read(record(http(b"<html></html>")) + record(http(b"xx", "Content-Encoding: gzip")) + RECORDS[2])
    assert [item.error if isinstance(item, Failure) else "" for item in found] == ["EmptyError", "UnreadableError", ""]
    assert isinstance(found[0], Failure)
    assert found[0].source == "crawl.warc, record 1 (http://a.example/1)"


def test_a_bomb_in_a_body_is_stopped_and_the_rest_is_read() -> None:
    bomb = gzip.compress(b" " * 30_000_000)
    options = DocumentOptions(max_bytes=5_000_000)
    found = read(record(http(bomb, "Content-Encoding: gzip")) + RECORDS[2], options)
    assert [item.error if isinstance(item, Failure) else "" for item in found] == ["TooLargeError", ""]


def test_a_bomb_of_a_member_ends_the_file_soon() -> None:
    bomb = gzip.compress(record(http(b"A" * 60_000_000)))
    with pytest.raises(TooLargeError, match="decompression bomb"):
        read(bomb, DocumentOptions(max_expansion=10))


def test_a_warc_without_pages_is_told_as_empty() -> None:
    with pytest.raises(EmptyError, match="without captured pages"):
        read(RECORDS[0])


def test_a_large_file_is_read_as_a_stream() -> None:
    class Counting(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            Counting.largest = max(Counting.largest, size if size and size > 0 else 10**9)
            return super().read(size)

    data = b"".join(gzip.compress(RECORDS[2]) for _ in range(20))
    raw = from_bytes(data, "crawl.warc.gz")
    found = list(read_raw(replace(raw, open=lambda: Counting(data), size=None), DocumentOptions()))
    assert len(found) == 20
    assert Counting.largest <= 65_536
