"""Words that say how two actors stand to one another. Data: `data/relation_words.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.vocabulary.kinds import rows

_VERBS = frozenset({"VERB", "AIM", "PRACTICE", "SIDES"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationWord:
    """One word and its relation; `construction`, `slots`, `backward` and `other` as in the data file's head."""

    construction: str
    lemma: str
    partner: str | None
    kind: RelationKind
    slots: tuple[str, ...]
    backward: bool
    status: RelationStatus | None
    other: str

    @property
    def tag(self) -> str:
        """The part of speech that the word has in its construction."""
        return "VERB" if self.construction in _VERBS else "ADJ" if self.construction == "ADJ" else "NOUN"


@cache
def relation_words() -> dict[tuple[str, str], tuple[RelationWord, ...]]:
    """Relation words by lemma and part of speech; those that need a partner word first."""
    found: dict[tuple[str, str], list[RelationWord]] = {}
    for construction, word, kind, slots, direction, status, other in rows("relation_words.tsv"):
        lemma, _, partner = word.partition("|")
        entry = RelationWord(
            construction=construction,
            lemma=lemma,
            partner=partner or None,
            kind=RelationKind(kind),
            slots=tuple(slots.split("/")),
            backward=direction == "back",
            status=None if status == "-" else RelationStatus(status),
            other=other,
        )
        found.setdefault((lemma, entry.tag), []).append(entry)
    return {key: tuple(sorted(listed, key=lambda w: w.partner is None)) for key, listed in found.items()}
