"""Two thousand mutations of reports, pages, feeds, PDF and WARC files raise nothing but `InputError`."""

from __future__ import annotations

import gzip

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.documents import reports
from tests.documents.pdf_files import pdf
from tests.documents.test_feed import RSS
from tests.documents.test_warc import RECORDS

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_raw
from hearsay.documents.receive import from_bytes
from hearsay.errors import InputError
from hearsay.records.document import Document

TEXTS = [text.encode() for text in reports.ALL_TEXTS]
MARKUP = [reports.PAGE.encode(), RSS.encode()]
BINARY = [
    pdf([[(72, 700, "LUVIA (AP) - A bomb killed four men, the police said.")]]),
    b"".join(RECORDS[2:4]),
    b"".join(gzip.compress(part) for part in RECORDS[2:4]),
]
ODD = st.sampled_from(
    [
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"<",
        b">",
        b"</p>",
        b"&#x0;",
        b"<![CDATA[",
        b"(",
        b"[TEXT]",
        b"--",
        b"\r",
        b"\x85",
    ]
)
EDIT = st.tuples(st.floats(0, 1), st.integers(0, 60), st.one_of(st.binary(max_size=12), ODD))
OPTIONS = DocumentOptions(max_bytes=2_000_000, max_expansion=50)


def mutated(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    for place, cut, put in edits:
        at = int(place * len(data))
        data = data[:at] + put + data[at + cut :]
    return data


def read_all(data: bytes) -> None:
    try:
        found = list(read_raw(from_bytes(data, "mutated"), OPTIONS))
    except InputError:
        return
    for item in found:
        if isinstance(item, Document):
            assert all(block.span.end <= len(item.text) for block in item.blocks)


def checks(examples: int) -> settings:
    return settings(max_examples=examples, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@checks(800)
@given(st.sampled_from(TEXTS), st.lists(EDIT, max_size=6))
def test_mutations_of_plain_text(data: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    read_all(mutated(data, edits))


@checks(450)
@given(st.sampled_from(MARKUP), st.lists(EDIT, max_size=6))
def test_mutations_of_pages_and_feeds(data: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    read_all(mutated(data, edits))


@checks(450)
@given(st.sampled_from(BINARY), st.lists(EDIT, max_size=6))
def test_mutations_of_pdf_and_warc_files(data: bytes, edits: list[tuple[float, int, bytes]]) -> None:
    read_all(mutated(data, edits))


@checks(300)
@given(st.binary(max_size=400))
def test_any_bytes(data: bytes) -> None:
    read_all(data)
