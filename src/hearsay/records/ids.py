"""Ids are content hashes: reading the same report twice makes the same records."""

from __future__ import annotations

import hashlib

ID_DIGITS = 16  # 64 bits: a clash among ten million records has a chance of about 3 in a million


def content_id(kind: str, *parts: object) -> str:
    """`kind` and the first 16 hexadecimal digits of the SHA-256 of its parts, as in `statement-1f0c...`."""
    text = "\x1f".join([kind, *(str(part) for part in parts)])
    return f"{kind}-{hashlib.sha256(text.encode('utf-8', 'surrogatepass')).hexdigest()[:ID_DIGITS]}"


def text_sha256(text: str) -> str:
    """SHA-256 of the text as UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def report_id(sha256: str, url: str | None, outlet: str | None) -> str:
    """The id of a report: its text and who carries it.

    The same file read twice is one report; one agency's story at two addresses, or in two outlets, is two.
    `sha256` is that of the text. Without an address the outlet tells carriers apart, without either the text alone.
    """
    return content_id("report", sha256, url or outlet or "")
