"""re3d: reports and articles on the conflict in Syria and Iraq, with typed mentions and the relations between them.

Each folder is a source with its own open licence. Read are the documents that are there; relations join two mentions of
one sentence, with hardly an exception.

Everything carries a confidence from 0 to 1, which sums up what several annotators said of it. More than a quarter of
the mentions have 0: a tagger proposed them ("st Daesh" as a vehicle) and nobody stood by them, so they are no mentions.
One whose type alone is doubted is one. A relation counts when it is likelier to be right than wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hearsay.evaluation.base import plain_document
from hearsay.records.document import Document
from hearsay.records.span import Span

BOTH_WAYS = frozenset({"AlliesOf", "Apart", "CoLocated", "CommWith", "FightingAgainst", "IsSynonymOf"})
"""Relations that hold in both directions by their definition; a pair is annotated in one of them, seldom the same."""

_HOLDS = 0.5


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Named:
    """A mention: its characters and its type (Person, Organisation, Location, Weapon, ...)."""

    span: Span
    type: str


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Tie:
    """A relation from one mention to another. That of two directions goes from the first in the text to the second."""

    source: Span
    target: Span
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Tied:
    """A document with its mentions, in text order, and the relations between them."""

    document: Document
    mentions: tuple[Named, ...]
    ties: frozenset[Tie]


def files(root: Path) -> list[Path]:
    """The files of the corpus that are read."""
    names = ("documents.json", "entities.json", "relations.json")
    return [folder.parent / name for folder in sorted(root.glob("*/documents.json")) for name in names]


def read_re3d(root: Path) -> Iterator[Tied]:
    """The documents below the corpus' folder, source by source."""
    for listed in sorted(root.glob("*/documents.json")):
        entities, relations = _lines(listed.parent / "entities.json"), _lines(listed.parent / "relations.json")
        for document in _lines(listed):
            name = str(document["_id"])
            yield Tied(
                document=plain_document(name, document["text"]),
                mentions=_mentions([one for one in entities if one["documentId"] == name]),
                ties=frozenset(
                    _tie(one) for one in relations if one["documentId"] == name and one["confidence"] >= _HOLDS
                ),
            )


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8-sig").splitlines() if line.strip()]


def _mentions(entities: Sequence[dict[str, Any]]) -> tuple[Named, ...]:
    """One mention for the same characters, of the type that is surest; of several, that which is annotated first."""
    types: dict[Span, str] = {}
    for one in sorted(entities, key=lambda each: -float(each["confidence"])):
        if one["confidence"] > 0:
            types.setdefault(Span(one["begin"], one["end"]), one["type"])
    return tuple(sorted(Named(span=span, type=kind) for span, kind in types.items()))


def _tie(relation: dict[str, Any]) -> Tie:
    ends = [Span(relation[f"{end}Begin"], relation[f"{end}End"]) for end in ("source", "target")]
    first, second = sorted(ends) if relation["type"] in BOTH_WAYS else ends
    return Tie(source=first, target=second, type=relation["type"])
