"""What the words around a name say of where it lies: "X, Y", "X in Y", "Y's X", "the Y city of X", "X province"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from hearsay.analyses.places.names import Match, listed_level
from hearsay.analyses.places.words import Line, Word
from hearsay.vocabulary.countries import demonym_countries
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.place_words import ADMIN1_WORDS, ADMIN2_WORDS, CITY_WORDS, DIRECTIONS

STANDS_BEFORE = "stands before"
_MUCH = 20  # times the population
_LARGE = 500_000  # people
_NEAR = 6  # words: "X, a town in the restive southern Y province" still says where X is
_BRIDGES = (
    DIRECTIONS
    | CITY_WORDS
    | ADMIN1_WORDS
    | ADMIN2_WORDS
    | {"the", "a", "an", "its", "restive", "remote", "nearby", "near"}
)


class Level(Enum):
    """The level at which the words mean a name."""

    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    CITY = "city"


@dataclass(frozen=True, slots=True)
class Hint:
    """Somewhere that a name is said to lie in: any of `areas`, or the country `country` of a demonym.

    `source` is the index of the match that names the area. `sure` when the words leave no doubt.
    """

    areas: tuple[Entry, ...]
    countries: tuple[str, ...]
    source: int | None
    sure: bool
    reason: str


def contains(area: Entry, place: Entry) -> bool:
    """True when the codes say that `place` lies in `area`."""
    if not area.country or area.country != place.country or area.id == place.id or place.is_country:
        return False
    if area.is_country:
        return True
    if area.is_admin1:
        return area.admin1 == place.admin1 and not place.is_admin1
    if area.is_admin2:
        return (area.admin1, area.admin2) == (place.admin1, place.admin2) and place.is_populated
    return area.feature.startswith("L.") and not area.admin1


def supports(hint: Hint, place: Entry) -> bool:
    """True when `place` lies where the hint says."""
    return place.country in hint.countries or any(contains(area, place) for area in hint.areas)


def hints_of(matches: Sequence[Match], lines: Sequence[Line]) -> list[list[Hint]]:
    """The hints for each match, by its index; those that fit none of its entries are left out."""
    found: list[list[Hint]] = []
    for index, match in enumerate(matches):
        line = lines[match.line]
        hints = [*_behind(index, matches, line), *_before(index, matches, line), *_demonym(match, line)]
        fitting = [hint for hint in hints if any(supports(hint, entry) for entry in match.entries)]
        found.append([_doubted(hint, match) for hint in fitting])
    return found


def contained(hints: Sequence[Sequence[Hint]]) -> frozenset[int]:
    """The indexes of the matches that stand before the country or area that they lie in."""
    return frozenset(
        index
        for index, found in enumerate(hints)
        if any(hint.sure and hint.reason.startswith(STANDS_BEFORE) for hint in found)
    )


def _doubted(hint: Hint, match: Match) -> Hint:
    """In "China, Japan" and "Boston, New York" a list is as likely as a town within an area: no sure hint."""
    if not hint.sure or hint.source is None or not hint.reason.startswith(STANDS_BEFORE):
        return hint
    fitting = max((entry.population for entry in match.entries if supports(hint, entry)), default=0)
    rivals = [entry for entry in match.entries if not supports(hint, entry)]
    listed = any(entry.is_country for entry in rivals) and any(area.is_country for area in hint.areas)
    listed = listed or any(entry.is_admin1 and entry.population > _MUCH * fitting for entry in rivals)
    also_town = any(area.is_populated and area.population > _LARGE for area in hint.areas)
    if listed or (also_town and any(entry.population > _MUCH * max(fitting, 1) for entry in rivals)):
        return replace(hint, areas=(), countries=(), sure=False) if listed else replace(hint, sure=False)
    return hint


def _behind(index: int, matches: Sequence[Match], line: Line) -> list[Hint]:
    """ "X, Y", "X (Y)", "X in Y", "X, a town in Y" and the chain "X, Y, Z"."""
    hints: list[Hint] = []
    match = matches[index]
    at = match.last
    for number in range(index + 1, min(index + 4, len(matches))):
        other = matches[number]
        if other.line != match.line or other.first - at > _NEAR:
            break
        between = line.words[at : other.first]
        gap = line.words[other.first].gap
        if not between and (gap.strip() in (",", "(") or (number == index + 1 and gap == " ")):
            sure = gap.strip() != ""
            hints.append(Hint(other.entries, (), number, sure, f"{STANDS_BEFORE} {other.text!r}"))
            at = other.last
        elif between and _leads(between) and not _stops(between, gap):
            hints.append(Hint(other.entries, (), number, False, f"in {other.text!r}"))
            break
        else:
            break
    return hints


def _leads(between: Sequence[Word]) -> bool:
    """True when the words end in "in" or "of", apart from articles and directions."""
    rest = [word.lower for word in between if word.lower not in _BRIDGES and not demonym_countries(word.text)]
    return bool(rest) and rest[-1] in ("in", "of")


def _stops(between: Sequence[Word], gap: str) -> bool:
    return any(mark in word.gap for word in between for mark in (";", ".", ":", '"', "”")) or gap.strip() not in (
        "",
        ",",
    )


def _before(index: int, matches: Sequence[Match], line: Line) -> list[Hint]:
    """ "Y's X", "Y's city of X", "in the Y city of X", "Y province's X"."""
    if index == 0 or matches[index - 1].line != matches[index].line:
        return []
    match, other = matches[index], matches[index - 1]
    between = line.words[other.last : match.first]
    if len(between) > _NEAR or _stops(between, ""):
        return []
    lowered = [word.lower if word.text == word.lower or word.lower in DIRECTIONS else word.text for word in between]
    owner = line.words[other.last - 1].possessive or any(word.possessive for word in between)
    if owner and all(word in _BRIDGES or word == "of" for word in lowered):
        return [Hint(other.entries, (), index - 1, True, f"of {other.text!r}")]
    if len(lowered) >= 2 and lowered[-1] == "of" and all(word in _BRIDGES for word in lowered[:-1]):
        return [Hint(other.entries, (), index - 1, True, f"of {other.text!r}")]
    return []


def _demonym(match: Match, line: Line) -> list[Hint]:
    """ "the Pakistani city of X", "Syrian town X", "Iraqi X"."""
    for word in reversed(line.words[max(0, match.first - _NEAR) : match.first]):
        if codes := demonym_countries(word.text):
            return [Hint((), codes, None, True, f"behind {word.text!r}")]
        if word.lower not in _BRIDGES and word.lower != "of":
            break
    return []


def level_of(match: Match, line: Line) -> Level | None:
    """What a word right behind or before the name says of its level; None when none does, and for countries."""
    if any(entry.is_country for entry in match.entries):
        return None
    own = line.words[match.last - 1].lower
    if match.words > 1 and own in ADMIN1_WORDS | ADMIN2_WORDS and own not in match.key.split():
        return _level(own)
    if match.last < len(line.words) and line.words[match.last].joined:
        level = _level(line.words[match.last].lower)
        if level is not None:
            return None if _names_body(line.words, match.last) else level
    listed = listed_level(line.words, match.last)
    if listed is not None:
        return _level(listed)
    before = [word.lower for word in line.words[max(0, match.first - 2) : match.first]]
    if len(before) == 2 and before[1] == "of":
        return _level(before[0])
    return _level(before[-1]) if before and before[-1] in CITY_WORDS and line.words[match.first].joined else None


def _names_body(words: Sequence[Word], at: int) -> bool:
    """True for the "District" of "Ramsey District Court", which says nothing of Ramsey."""
    behind = words[at + 1] if at + 1 < len(words) else None
    return words[at].capital and behind is not None and behind.capital and behind.joined


def _level(word: str) -> Level | None:
    if word in CITY_WORDS:
        return Level.CITY
    if word in ADMIN1_WORDS:
        return Level.ADMIN1
    return Level.ADMIN2 if word in ADMIN2_WORDS else None
