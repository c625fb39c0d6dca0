"""Words that report what somebody says, claims, denies or believes. Data: `data/cues.tsv`."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from hearsay.vocabulary.kinds import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """A reporting word. `force` and `certainty` as in the data file's head."""

    lemma: str
    tag: str
    force: str
    certainty: str


@cache
def cues() -> dict[tuple[str, str], Cue]:
    """All cues by lemma and part of speech."""
    return {
        (lemma, tag): Cue(lemma=lemma, tag=tag, force=force, certainty=certainty)
        for lemma, tag, force, certainty in rows("cues.tsv")
    }


def cue(lemma: str, tag: str) -> Cue | None:
    """The reporting word with that lemma and universal part of speech, or None."""
    return cues().get((lemma.lower(), tag))


@cache
def attitudes() -> dict[tuple[str, str], frozenset[str]]:
    """What each word of wishing, judging and knowing governs, by lemma and part of speech: `clause`, `object`, or
    prepositions."""
    return {(lemma, tag): frozenset(governed.split()) for lemma, tag, governed in rows("attitudes.tsv")}
