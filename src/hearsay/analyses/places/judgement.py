"""What a name may be taken for, and how well known its places are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hearsay.analyses.places.names import Match
from hearsay.analyses.places.words import Line
from hearsay.vocabulary.place_words import DIRECTIONS, ambiguous_words

WELL_KNOWN = 100_000  # people: named without further ado
KNOWN = 15_000
FAMOUS = 1_000_000
IN_ORGANISATION = "part of an organisation's name"


class Verdict(Enum):
    """What a name is taken for."""

    PLACE = "place"
    UNSURE = "unsure"  # a place if the same name is one elsewhere in the report
    CONTEXT = "context"  # part of another name, which it still locates: "Karachi Stock Exchange"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict on a match, with its ground."""

    match: Match
    verdict: Verdict
    reason: str

    def of(self, match: Match) -> Judgement:
        """The same verdict on another match."""
        return Judgement(match, self.verdict, self.reason)


def is_area(match: Match) -> bool:
    return any(
        entry.is_country or (entry.is_admin1 and entry.population >= WELL_KNOWN) or entry.feature == "L.CONT"
        for entry in match.entries
    )


def is_odd(match: Match) -> bool:
    """True for names that are mostly something else."""
    return ambiguous_words().get(match.key) in ("never", "word")


def is_known(match: Match, population: int) -> bool:
    return any(
        entry.population >= population or entry.is_country or entry.is_admin1 or entry.is_capital or entry.id < 0
        for entry in match.entries
    )


def word_before(line: Line, match: Match) -> str:
    at = match.first - 1
    while at >= 0 and (line.words[at].lower in DIRECTIONS or line.words[at].lower in ("the", "nearby", "downtown")):
        at -= 1
    return line.words[at].lower if at >= 0 else ""
