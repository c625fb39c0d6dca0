"""A document of our own in re3d's form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from hearsay.evaluation.re3d.corpus import Tied, read_re3d

TEXT = "Tide Army troops fought the Dune Front in Selwyn. Ana Mora joined the Tide Army."
_ENTITIES = (
    ("Tide Army", "Organisation"),
    ("the Dune Front", "Organisation"),
    ("Selwyn", "Location"),
    ("Ana Mora", "Person"),
)
_TIES = (("the Dune Front", "Tide Army", "FightingAgainst"), ("Ana Mora", "Tide Army", "BelongsTo"))


def tied(
    folder: Path, entities: Sequence[Mapping[str, object]] = (), relations: Sequence[Mapping[str, object]] = ()
) -> Tied:
    """The document as it is read."""
    written(folder / "A source", entities, relations)
    (document,) = read_re3d(folder)
    return document


def written(
    source: Path,
    entities: Sequence[Mapping[str, object]] = (),
    relations: Sequence[Mapping[str, object]] = (),
    documents: int = 1,
) -> None:
    """Writes a source's three files; with several documents the same one under different names."""
    source.mkdir(parents=True, exist_ok=True)
    names = ["one", *(f"another {number}" for number in range(1, documents))]
    own = [
        {
            "documentId": name,
            "begin": TEXT.index(words),
            "end": TEXT.index(words) + len(words),
            "type": kind,
            "confidence": 1,
        }
        for name in names
        for words, kind in _ENTITIES
    ]
    ties = [
        {
            "documentId": name,
            "type": kind,
            "confidence": 0.8,
            **{f"{end}Begin": TEXT.index(words) for end, words in (("source", one), ("target", other))},
            **{f"{end}End": TEXT.index(words) + len(words) for end, words in (("source", one), ("target", other))},
        }
        for name in names
        for one, other, kind in _TIES
    ]
    _lines(source / "documents.json", [{"_id": name, "text": TEXT} for name in names])
    _lines(source / "entities.json", [*own, *entities])
    _lines(source / "relations.json", [*ties, *relations])


def _lines(path: Path, rows: Sequence[Mapping[str, object]]) -> None:
    path.write_text("".join(json.dumps(one) + "\n" for one in rows), encoding="utf-8-sig")
