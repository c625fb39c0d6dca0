"""Reports whose actors a person has marked: any text, with a JSON file of the same name beside it.

`hearsay evaluate coreference` scores those of the folder `actors` in the folder of corpora.

    {"mentions": [{"actor": "tide", "start": 0, "end": 13, "head": [4, 13]}, ...]}

`actor` is any name, the same for all mentions of one actor: names, descriptions and pronouns, those mentioned once
too. `start` and `end` count characters of the text from 0, the end not included. `head` is the word that the mention
turns on ("rebels" of "the rebels of Selwyn"); without it every word of the mention may be it, as in a name. `words`,
if given, must be the mention's words: a slip in the counting shows.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from hearsay.documents.read import read
from hearsay.errors import HearsayError, UnreadableError
from hearsay.evaluation.coreference import GoldMention, GoldReport
from hearsay.records.document import Document
from hearsay.records.span import Span


def coded_reports(folder: Path) -> Iterator[tuple[Path, GoldReport]]:
    """The texts of a folder that have a JSON file, by name, each with its mentions.

    Raises:
        UnreadableError: a text is no report, or its JSON is not of this form; the message names the file and the fault.
    """
    for path in sorted(folder.glob("*.txt")):
        coded = path.with_suffix(".json")
        if coded.is_file():
            document = _document(path)
            yield path, GoldReport(document=document, mentions=tuple(_mentions(coded, document.text)))


def _document(path: Path) -> Document:
    for one in read(path):
        if isinstance(one, Document):
            return one
        raise UnreadableError(f"{str(path)!r} cannot be read as a report ({one.message}); give a text")
    raise UnreadableError(f"{str(path)!r} holds no report; give a text")


def _mentions(path: Path, text: str) -> Iterator[GoldMention]:
    try:
        rows = json.loads(path.read_text(encoding="utf-8"))["mentions"]
        for number, row in enumerate(rows, 1):
            yield _mention(row, text, f"mention {number} of {str(path)!r}")
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(
            f"{str(path)!r} is no list of mentions ({error}); each has 'actor', 'start' and 'end'"
        ) from error


def _mention(row: dict[str, Any], text: str, name: str) -> GoldMention:
    try:
        span = Span(row["start"], row["end"])
        head = Span(*row.get("head", (row["start"], row["end"])))
        words = span.of(text)
    except HearsayError as error:
        raise UnreadableError(f"{name}: {error}; count characters of the text from 0") from error
    if row.get("words", words) != words:
        raise UnreadableError(f"{name} is {row['words']!r}, but there stands {words!r}; count characters from 0")
    if not span.contains(head):
        raise UnreadableError(f"{name} has a head that lies outside it; count characters of the text from 0")
    return GoldMention(chain=str(row["actor"]), type="organization", span=span, head=head)
