"""Constructions that only a place stands in, whatever the name tagger took the name for.

"the Quetta-based group", "D-Ohio", "Ann Marr of Sligo", "a Mosul man", "Kabul police", "GOMA, Congo (AP) —".
"""

from __future__ import annotations

from hearsay.analyses.places.names import Match
from hearsay.analyses.places.words import Line
from hearsay.vocabulary.place_words import (
    LEVELS,
    RESIDENTS,
    TITLES_BEFORE,
    TITLES_BEHIND,
    ambiguous_words,
    area_abbreviations,
)

HYPHENS = ("-", "‐", "‑")
_SEATED = frozenset("based born bound area region wide".split())
_PARTIES = frozenset(("D", "R", "I", "DFL", "Lab", "Con", "LD"))
_DASHES = ("—", "–", "-", "--", "---", "(")
_LONGEST_OPENER = 5  # words from the start of a line to a dateline's dash


def stands_as_place(match: Match, line: Line) -> str | None:
    """Why the words around a name make it a place; None when they do not.

    Lines in capitals say nothing by their capitals, so nothing is read there.
    """
    if line.capitals or ambiguous_words().get(match.key) in ("never", "word"):
        return None
    for rule in (_opens_dateline, _by_hyphen, _behind_of, _behind_comma, _before_resident, _before_office, _named_area):
        reason = rule(match, line)
        if reason is not None:
            return reason
    return None


def _opens_dateline(match: Match, line: Line) -> str | None:
    """ "COLUMBUS — A man ...": in capitals, at the start of a line that is not, and before a dash or bracket."""
    if match.first != 0 or not match.text.isupper() or match.last >= len(line.words) or len(match.text) < 3:
        return None
    for word in line.words[match.last : _LONGEST_OPENER]:
        if word.gap.strip(' ,.”"') in _DASHES:
            return "opens a dateline"
        if not word.capital:
            return None
    return None


def _by_hyphen(match: Match, line: Line) -> str | None:
    """ "Sligo-based", and the seat of a politician: "R-Ocilla"."""
    right = line.words[match.last] if match.last < len(line.words) else None
    if right is not None and right.gap in HYPHENS and right.lower in _SEATED:
        return f"before {'-' + right.text!r}"
    left = line.words[match.first - 1] if match.first else None
    if left is not None and line.words[match.first].gap in HYPHENS and left.text in _PARTIES:
        return "where a politician sits"
    return None


def _behind_of(match: Match, line: Line) -> str | None:
    """ "Ann Marr of Sligo", "Ann Marr, 34, of Sligo", "the mayor of Sligo"; not "the Bank of Sligo"."""
    at = match.first - 1
    if at < 1 or line.words[at].lower != "of" or not line.words[match.first].joined:
        return None
    right = line.words[match.last] if match.last < len(line.words) else None
    if right is not None and right.capital and right.joined:
        return None
    before = line.words[at - 1]
    aged = line.words[at].gap.strip() == "," and before.text.isdigit()
    person = before.entity == "PER" or (before.lower in TITLES_BEFORE and not before.entity)
    return "of somebody who is named by it" if aged or person else None


def _behind_comma(match: Match, line: Line) -> str | None:
    """ "Fowlerville, Mich.": an abbreviated area."""
    letters = match.text.replace(".", "").replace(" ", "")
    if letters in area_abbreviations() and line.words[match.first].gap.strip() == ",":
        return "an abbreviated area behind a comma"
    return None


def _before_resident(match: Match, line: Line) -> str | None:
    """ "a Mosul man", "Kabul police": before a noun of those who live or serve there, and no part of a longer name."""
    right = line.words[match.last] if match.last < len(line.words) else None
    if right is None or right.capital or not right.joined or right.gap != " " or right.lower not in RESIDENTS:
        return None
    left = line.words[match.first - 1] if match.first else None
    alone = left is None or not left.capital or not line.words[match.first].joined or match.first == 1
    titled = left is not None and left.lower in TITLES_BEFORE
    return f"before {right.text!r}" if alone and not titled else None


def _before_office(match: Match, line: Line) -> str | None:
    """ "Lewisburg Mayor John Marr"."""
    right = line.words[match.last] if match.last < len(line.words) else None
    if right is None or not right.capital or not right.joined or right.lower not in TITLES_BEHIND:
        return None
    left = line.words[match.first - 1] if match.first else None
    longer = left is not None and left.capital and line.words[match.first].joined and match.first > 1
    return None if longer or right.lower in ("king", "queen", "prime") else "before a title"


def _named_area(match: Match, line: Line) -> str | None:
    """ "Laurel County", which no person is called."""
    if match.words < 2 or line.words[match.last - 1].lower not in LEVELS:
        return None
    right = line.words[match.last] if match.last < len(line.words) else None
    if right is not None and right.capital and right.joined:
        return None
    left = line.words[match.first - 1] if match.first else None
    return None if left is not None and left.capital and line.words[match.first].joined else "named as an area"
