"""Words that say how two actors stand to one another. Data: `data/relation_words.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.vocabulary.kinds import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWord:
    """One word and its relation. `slots` and `backward` as in the data file's head."""

    tag: str
    lemma: str
    partner: str | None
    kind: RelationKind
    slots: tuple[str, ...]
    backward: bool
    status: RelationStatus | None


@cache
def relation_words() -> dict[tuple[str, str], tuple[RelationWord, ...]]:
    """Relation words by lemma and part of speech; those that need a partner word first."""
    found: dict[tuple[str, str], list[RelationWord]] = {}
    for tag, word, kind, slots, direction, status in rows("relation_words.tsv"):
        lemma, _, partner = word.partition("|")
        found.setdefault((lemma, tag), []).append(
            RelationWord(
                tag=tag,
                lemma=lemma,
                partner=partner or None,
                kind=RelationKind(kind),
                slots=tuple(slots.split("/")),
                backward=direction == "back",
                status=None if status == "-" else RelationStatus(status),
            )
        )
    return {key: tuple(sorted(listed, key=lambda w: w.partner is None)) for key, listed in found.items()}
