"""Faiths, peoples and castes by the names that the press gives them. Data: `data/communities.tsv`."""

from __future__ import annotations

from functools import cache

from hearsay.vocabulary.kinds import rows


@cache
def communities() -> dict[str, str]:
    """Each community's kind (faith, people, caste) by its name, lower case, singular."""
    return dict(row for row in map(tuple, rows("communities.tsv")) if len(row) == 2)


def is_community_name(word: str) -> bool:
    """True for a word that names a community: "Shia", "Shiites", "Tamil"."""
    lowered = word.casefold().replace("’", "'")
    return any(form in communities() for form in (lowered, lowered.removesuffix("s"), lowered.removesuffix("es")))
