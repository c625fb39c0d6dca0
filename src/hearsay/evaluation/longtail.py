"""The articles of LongTail-GVA, filed by incident, and their parting into what may be looked at and what is kept apart.

The file has one incident a line with its articles (`id`, `title`, `published`, `text`). Its text is never printed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.evaluation.base import needed

SHORTEST, LONGEST = 400, 6000  # characters of an article: less is crawl debris, more holds other stories
FILE = ("evaluation-only", "longtail-gva", "incidents.dev.jsonl")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """An article and the incident that it is filed under."""

    incident: str
    id: str
    text: str
    published: str | None


def corpus(corpora: Path | None) -> Path:
    """The file below the folder of corpora; raises UsageError when it is not there."""
    return needed(corpora, *FILE)


def articles(path: Path, split: str) -> Iterator[Article]:
    """The articles of the incidents of one part that have at least two: `dev`, to be looked at, or `test`, kept apart.

    Both are parts of the file for development, drawn by the hash of the incident's id, so that all articles on an
    incident are in one part.

    Raises:
        UsageError: there is no such file, or it has another form.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except OSError as error:
        raise UsageError(f"{str(path)!r} cannot be read: {error.strerror}") from error
    for number, line in enumerate(lines, start=1):
        try:
            record = json.loads(line)
            incident = str(record["id"])
            kept = [one for one in record["articles"] if SHORTEST < len(one["text"]) < LONGEST]
        except (ValueError, KeyError, TypeError) as error:
            raise UsageError(f"line {number} of {str(path)!r} is no incident with its articles: {error!r}") from error
        if record.get("date") and len(kept) > 1 and part_of(incident) == split:
            for one in kept:
                text = f"{one['title']}\n\n{one['text']}"
                yield Article(incident=incident, id=one["id"], text=text, published=one["published"])


def part_of(incident: str) -> str:
    """`dev` for half of the incidents, `test` for the other half."""
    # salted: the file itself was drawn by the hash of the bare id
    return "dev" if hashlib.sha256(f"half of {incident}".encode()).digest()[0] % 2 == 0 else "test"
