"""One fictional text as the date reader gets it, without a tagger."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from hearsay.analyses.sentences import split_sentences
from hearsay.analyses.times import TimeOptions, find_times
from hearsay.records.analysis import Sentence
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, text_sha256
from hearsay.records.span import Span
from hearsay.records.time import Time

Found = list[tuple[str, str | None]]


def document_of(text: str, published: str | None) -> Document:
    """A document with nothing but a body."""
    return Document(
        id=content_id("document", text),
        text=text,
        url=None,
        outlet=None,
        agency=None,
        author=None,
        published=published,
        language="en",
        sha256=text_sha256(text),
        blocks=(Block(kind=BlockKind.BODY, span=Span(0, len(text))),) if text else (),
    )


def sentences_of(document: Document) -> list[Sentence]:
    """Its sentences, without tokens."""
    return [
        Sentence(span=part.span, first=0, last=0, block=part.block, paragraph=part.paragraph)
        for part in split_sentences(document)
    ]


@pytest.fixture
def find() -> Callable[..., tuple[Time, ...]]:
    """Times of a text: `find(text, published, options, anchors)`."""

    def run(
        text: str,
        published: str | None = "2016-10-26",
        options: TimeOptions | None = None,
        anchors: Sequence[tuple[Span, str]] = (),
    ) -> tuple[Time, ...]:
        document = document_of(text, published)
        return find_times(document, sentences_of(document), (), options or TimeOptions(), anchors)

    return run


@pytest.fixture
def read(find: Callable[..., tuple[Time, ...]]) -> Callable[..., Found]:
    """As `find`, but the words and the value of each."""

    def run(text: str, *args: object, **named: object) -> Found:
        return [(time.span.of(text), time.value) for time in find(text, *args, **named)]

    return run
