"""A report as received: its text, where it is from, and which part of it is what."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from hearsay.records.span import Span


class BlockKind(StrEnum):
    """What a stretch of a report is. Boilerplate is never read as report."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    DATELINE = "dateline"
    CREDIT = "credit"
    BODY = "body"
    BOILERPLATE = "boilerplate"


READ_BLOCKS = frozenset({BlockKind.HEADLINE, BlockKind.STANDFIRST, BlockKind.BODY})
"""The kinds of block in which the report says something; the others say who, where and by whom."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A stretch of the text, and what it is. Blocks are in text order and do not overlap."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One report.

    `text` is as received (for HTML and PDF: the text taken out of it); all offsets are into it.
    `published` is an ISO 8601 date or date-time, or None when neither the page nor the user says it.
    `agency` is the origin when byline, dateline or text says so; `outlet` is who carries it.
    `notes` tell the user what reading it met with, one sentence each.
    """

    id: str
    text: str
    url: str | None
    outlet: str | None
    agency: str | None
    author: str | None
    published: str | None
    language: str
    sha256: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...] = ()
