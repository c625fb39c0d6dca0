"""RSS and Atom feeds: a report an entry, with the feed's word on date, author and outlet.

An entry that carries only a summary is read as that, and says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import feedparser

from hearsay.documents.base import DocumentOptions, Format, PageFacts, Raw, failed
from hearsay.documents.compose import compose
from hearsay.documents.dates import http_date
from hearsay.documents.html import page_text, parsed
from hearsay.documents.receive import all_bytes
from hearsay.errors import EmptyError, InputError, UnreadableError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

_ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)\b[^>]*(?:>|$)", re.IGNORECASE)
_SUMMARY_ONLY = "The feed gives only a summary of this report; read its address for the whole."
_SHORT_SUMMARY = 80  # words


class _Feed:
    """RSS 0.9x to 2.0, RDF and Atom."""

    name = "feed"

    def recognises(self, raw: Raw) -> bool:
        head = raw.head.replace(b"\0", b"")
        return _ROOT.search(head) is not None and b"<html" not in head.lower()

    def documents(self, raw: Raw, options: DocumentOptions) -> Iterator[Document | Failure]:
        parsed_feed = _parsed(all_bytes(raw, options), raw)
        entries = parsed_feed.get("entries") or []
        if not entries:
            raise EmptyError(f"{raw.source}: is a feed without entries; try again when it has some")
        outlet = _words(parsed_feed.get("feed", {}).get("title"))
        for number, entry in enumerate(entries, start=1):
            source = str(entry.get("link") or f"{raw.source}, entry {number}")
            try:
                yield _document(entry, source, outlet, options)
            except InputError as error:
                yield failed(source, error)


FORMAT: Format = _Feed()


def _parsed(data: bytes, raw: Raw) -> dict[str, Any]:
    """The feed as feedparser has it; what it calls ill-formed is read all the same, as most feeds are."""
    headers = {"content-location": raw.url or "", "content-type": f"application/xml; charset={raw.charset}"}
    try:
        result: dict[str, Any] = feedparser.parse(
            data, response_headers=headers if raw.charset else {"content-location": raw.url or ""}
        )
    except Exception as error:  # feedparser lets through what its parsers raise on broken markup
        raise UnreadableError(f"{raw.source}: is a broken feed ({error}); fetch it again") from error
    return result


def _document(entry: dict[str, Any], source: str, outlet: str | None, options: DocumentOptions) -> Document:
    contents = [str(part.get("value") or "") for part in entry.get("content") or []]
    summary = str(entry.get("summary") or "")
    body = max((_plain(markup) for markup in (*contents, summary)), key=len)
    title = _words(entry.get("title"))
    if not body.strip():
        raise EmptyError(f"{source}: the feed's entry has no text, only a title; read its address instead")
    short = not contents and len(body.split()) < _SHORT_SUMMARY
    facts = PageFacts(
        title=title,
        author=_words(entry.get("author")),
        outlet=_words((entry.get("source") or {}).get("title")) or outlet,
        published=_date(entry),
        url=str(entry["link"]) if entry.get("link") else None,
        notes=(_SUMMARY_ONLY,) if short else (),
    )
    text = f"{title}\n\n{body}" if title and not body.startswith(title) else body
    return compose(text, source, options, facts, taken_out=True)


def _plain(markup: str) -> str:
    """The text of an entry's markup, a blank line between its blocks."""
    if "<" not in markup:
        return unescape(markup).strip()
    tree = parsed(f"<div>{markup}</div>")
    return page_text(tree) if tree is not None else ""


def _words(value: object) -> str | None:
    """A title's or name's words; some feeds escape them twice."""
    words = " ".join(unescape(re.sub(r"<[^>]+>", "", str(value or ""))).split())
    return words or None


def _date(entry: dict[str, Any]) -> str | None:
    """The date of publication, with the zone of the raw string; that of an update only when there is no other.

    `dict.get`, since feedparser's own gives the date of publication for that of an update, with a warning.
    """
    for name in ("published", "created", "updated"):
        if (raw := dict.get(entry, name)) and (date := http_date(str(raw))):
            return date
    return None
