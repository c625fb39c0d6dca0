"""Which names are places here: "Jackson said" and "Boston Scientific" are none, "in Jackson" is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hearsay.analyses.places.constructions import HYPHENS, stands_as_place
from hearsay.analyses.places.judgement import (
    FAMOUS,
    IN_ORGANISATION,
    KNOWN,
    WELL_KNOWN,
    Judgement,
    Verdict,
    is_area,
    is_known,
    is_odd,
    word_before,
)
from hearsay.analyses.places.names import Match
from hearsay.analyses.places.tagging import by_tagger
from hearsay.analyses.places.words import Line, Word
from hearsay.vocabulary.countries import demonym_countries
from hearsay.vocabulary.place_words import (
    ARTICLES,
    CITY_WORDS,
    DIRECTIONS,
    FACILITIES,
    FUNCTION_WORDS,
    LAND_BEFORE,
    LEVELS,
    MONTHS_AND_DAYS,
    ORGANISATION_HEADS,
    ORGANISATION_PHRASES,
    ORGANISATION_WORDS,
    PLACE_BEFORE,
    TITLES_BEFORE,
    TITLES_BEHIND,
    WATER_AND_LAND,
    ambiguous_words,
)

_ALSO_WORDS = frozenset(("reunion", "turkey", "jersey"))  # in capitals they may be no countries
_STREETS = frozenset("street st road rd avenue ave boulevard blvd drive dr lane highway parkway way terrace".split())


def judge_all(matches: Sequence[Match], lines: Sequence[Line], contained: frozenset[int]) -> list[Judgement]:
    """The verdicts on all names. `contained`: indexes of matches that stand before the country or area they lie in."""
    first: list[Judgement] = []
    for index, match in enumerate(matches):
        line = lines[match.line]
        joined = bool(first) and _goes_on(first[-1], match, line)
        first.append(first[-1].of(match) if joined else _judge(match, line, index in contained))
    first = _listed(first, lines)
    sure = {judgement.match.key for judgement in first if judgement.verdict is Verdict.PLACE}
    people = _surnames(matches, lines)
    return [_second_look(judgement, lines[judgement.match.line], sure, people) for judgement in first]


def _listed(judgements: list[Judgement], lines: Sequence[Line]) -> list[Judgement]:
    """Names that stand in a row with places are places: "in Parkes, Berry and Wyong"."""
    found = list(judgements)
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        for at in order:
            beside = found[at - 1] if order.step > 0 else found[at + 1]
            if found[at].verdict is Verdict.UNSURE and beside.verdict is Verdict.PLACE and beside.match.words < 4:
                one, other = sorted((found[at].match, beside.match), key=lambda match: match.span)
                if _in_a_row(one, other, lines):
                    found[at] = Judgement(found[at].match, Verdict.PLACE, "in a row with places")
    return found


def _in_a_row(one: Match, other: Match, lines: Sequence[Line]) -> bool:
    if one.line != other.line or lines[one.line].titled or one.first == 0:
        return False
    if lines[one.line].capitals and not (is_known(one, KNOWN) and is_known(other, KNOWN)):
        return False  # lists of surnames look like lists of towns there
    between = lines[one.line].words[one.last : other.first + 1]
    small = [word.lower for word in between[:-1]]
    return (small in ([], ["and"], ["or"])) and between[0].gap.strip() in (("",) if small else (",",))


def _goes_on(last: Judgement, match: Match, line: Line) -> bool:
    """True for the second place in an organisation's name: "Islamic State of Iraq and the Levant"."""
    if last.reason != IN_ORGANISATION or last.match.line != match.line:
        return False
    between = [word.lower for word in line.words[last.match.last : match.first]]
    return between in (["and"], ["and", "the"]) and line.words[last.match.first - 1].lower in ("of", "in")


def _second_look(judgement: Judgement, line: Line, sure: set[str], people: frozenset[str]) -> Judgement:
    match = judgement.match
    if judgement.verdict is Verdict.UNSURE:
        if match.key in sure and match.key not in people:
            return Judgement(match, Verdict.PLACE, "a place elsewhere in the report")
        return Judgement(match, Verdict.NONE, judgement.reason)
    if judgement.verdict is Verdict.CONTEXT and not locates(match, line, sure):
        return Judgement(match, Verdict.NONE, judgement.reason)
    if (
        judgement.verdict is Verdict.PLACE
        and match.key in people
        and not is_area(match)
        and word_before(line, match) not in PLACE_BEFORE
    ):
        return Judgement(match, Verdict.NONE, "a person's name elsewhere in the report")
    return judgement


def locates(match: Match, line: Line, sure: set[str]) -> bool:
    """True for "Karachi" of "Karachi Stock Exchange".

    The "Liberation" of a front's name and the "Lincoln" of a street's say nothing of where it is.
    """
    at = match.last
    while at < len(line.words) and line.words[at].joined and line.words[at].capital:
        if line.words[at].lower in _STREETS:
            return False
        at += 1
    if match.key in LAND_BEFORE or match.key in WATER_AND_LAND:
        return False  # "Lake" of "Lake Orvin" is no town of that name
    if match.key in sure:
        return True
    levelled = match.words > 1 and line.words[match.last - 1].lower in LEVELS
    return ambiguous_words().get(match.key) is None and (levelled or is_known(match, KNOWN))


def _judge(match: Match, line: Line, contained: bool) -> Judgement:
    reason = stands_as_place(match, line)
    if reason is not None:
        return Judgement(match, Verdict.PLACE, reason)
    for rule in (by_tagger, _by_left, _by_right):
        found = rule(match, line)
        if found is not None and not (contained and found.verdict is not Verdict.PLACE):
            return found
    if contained:
        return Judgement(match, Verdict.PLACE, "stands before the country or area that it lies in")
    return _by_itself(match, line)


def _levelled(match: Match, line: Line) -> bool:
    """True before a word that says what place it is of: "the Quetta police", "the Jenin camp"."""
    right = line.words[match.last] if match.last < len(line.words) else None
    return right is not None and right.joined and right.lower.isalpha() and not right.capital


def _by_left(match: Match, line: Line) -> Judgement | None:
    """What stands before the name."""
    if _follows_organisation(match, line):
        return Judgement(match, Verdict.CONTEXT, IN_ORGANISATION)
    if match.first == 0:
        return None
    left = line.words[match.first - 1]
    tagged = any(word.entity == "LOC" for word in line.words[match.first : match.last])
    if left.lower == "the" and not (line.titled or line.capitals or tagged or is_area(match) or _levelled(match, line)):
        return Judgement(match, Verdict.NONE, "towns have no article")  # "the Honda"
    if line.capitals:
        titled = left.lower in TITLES_BEFORE and line.words[match.first].joined
        return Judgement(match, Verdict.NONE, "behind a title") if titled and not is_area(match) else None
    if not line.words[match.first].joined or not left.capital:
        return None
    if left.lower in LAND_BEFORE and not line.titled:  # a town called Victoria says nothing of where Lake Victoria is
        return Judgement(match, Verdict.CONTEXT if is_area(match) else Verdict.NONE, "part of a longer name")
    if _is_part_of_town(left, match) and not line.titled:
        return Judgement(match, Verdict.CONTEXT, "part of a longer name")
    if left.lower in TITLES_BEFORE:
        return Judgement(match, Verdict.NONE, "behind a title")
    if line.titled or _may_stand_before(left, match.first == 1):
        return None
    if is_area(match) and any(entry.is_country for entry in match.entries):
        return None
    return Judgement(match, Verdict.NONE, "part of a longer name")


def _is_part_of_town(left: Word, match: Match) -> bool:
    """True for "West Beirut", which is less than Beirut; "Northern Iraq" is a part of a country, which stays named."""
    wide = any(entry.is_country or entry.is_admin1 or entry.feature.startswith("L.") for entry in match.entries)
    return left.lower in DIRECTIONS and not wide


def _may_stand_before(left: Word, opens: bool) -> bool:
    """True for capitalised words that are no part of the name behind them."""
    if left.lower in DIRECTIONS or left.lower in LEVELS or left.lower in FACILITIES:
        return True
    if demonym_countries(left.text) or left.lower in FUNCTION_WORDS:
        return True
    if left.tag not in ("PROPN", "X"):
        return True
    return opens and (left.lower.endswith(("ed", "ing", "ly")) or left.lower in ambiguous_words())


def _follows_organisation(match: Match, line: Line) -> bool:
    words = line.words[max(0, match.first - 5) : match.first]
    before = " ".join(word.lower for word in words)
    if before.endswith((*ORGANISATION_PHRASES, *(f"{phrase} the" for phrase in ORGANISATION_PHRASES))):
        return True
    names = [word for word in words if word.lower != "the" and word.lower not in DIRECTIONS]
    if len(names) < 2 or names[-1].lower != "of" or not names[-2].capital or line.capitals:
        return False
    head = names[-2]
    if head.lower in ORGANISATION_HEADS:
        return True
    opens = head is line.words[0]
    return not (opens or line.titled or head.lower in LEVELS | TITLES_BEFORE | TITLES_BEHIND | DIRECTIONS)


def _by_right(match: Match, line: Line) -> Judgement | None:
    """What stands behind the name."""
    if match.last >= len(line.words):
        return None
    right = line.words[match.last]
    if not right.joined:
        return None
    if right.gap in HYPHENS:
        return _by_hyphen(match, right)
    if right.lower in ARTICLES and not right.capital and match.last + 1 < len(line.words):
        behind = line.words[match.last + 1]
        return Judgement(match, Verdict.NONE, "part of a longer name") if behind.capital and behind.joined else None
    if not right.capital:
        return (
            Judgement(match, Verdict.PLACE, f"before {right.text!r}") if _levels(right) and not is_odd(match) else None
        )
    if right.lower in LEVELS and match.last + 1 < len(line.words) and line.words[match.last + 1].lower == "of":
        return Judgement(match, Verdict.CONTEXT, IN_ORGANISATION)
    if right.lower in LEVELS:
        return Judgement(match, Verdict.PLACE, f"before {right.text!r}")
    if right.lower in TITLES_BEHIND and not is_odd(match):
        return Judgement(match, Verdict.PLACE, "before a title")
    if right.lower in ORGANISATION_WORDS:
        return Judgement(match, Verdict.CONTEXT, IN_ORGANISATION)
    if right.lower in FACILITIES or right.lower in WATER_AND_LAND:
        return Judgement(match, Verdict.CONTEXT, "part of a longer name")
    if line.titled or line.capitals or demonym_countries(right.text):
        return None
    if right.tag not in ("PROPN", "X") or right.lower in MONTHS_AND_DAYS:
        return None
    return Judgement(match, Verdict.CONTEXT if is_area(match) else Verdict.NONE, "part of a longer name")


def _by_hyphen(match: Match, right: Word) -> Judgement | None:
    """ "Kabul-based" and "Iraq-Syria border" name places; "Hasan-Bey" does not."""
    if right.capital:
        return None if is_known(match, KNOWN) else Judgement(match, Verdict.NONE, "part of a longer name")
    return Judgement(match, Verdict.PLACE, f"before {'-' + right.text!r}") if not is_odd(match) else None


def _levels(right: Word) -> bool:
    return right.lower in LEVELS and right.lower not in ("state", "states", "capital", "commune")


def _by_itself(match: Match, line: Line) -> Judgement:
    """The name alone, and the word before it."""
    before = word_before(line, match)
    guided = before in PLACE_BEFORE or _called(match, line)
    kind = ambiguous_words().get(match.key)
    doubtful = line.capitals and not guided and (kind == "word" or match.key in _ALSO_WORDS)
    if any(entry.is_country for entry in match.entries) and not doubtful:
        return Judgement(match, Verdict.PLACE, "a country")
    if kind == "never" or match.key in FACILITIES or match.key in DIRECTIONS:
        return Judgement(match, Verdict.NONE, "mostly no place")
    if _has_article(match, line) and not is_area(match) and not is_known(match, WELL_KNOWN):
        return Judgement(match, Verdict.NONE, "behind an article, as names of towns are not")
    if line.capitals or line.titled:
        return _without_capitals(match, line, guided, kind)
    if kind is not None:
        if guided and match.first > 0 and (kind != "word" or is_known(match, KNOWN)):
            return Judgement(match, Verdict.PLACE, f"behind {before!r}")
        return Judgement(match, Verdict.UNSURE, f"mostly a {kind}")
    if guided:
        return Judgement(match, Verdict.PLACE, f"behind {before!r}")
    opens = match.first == 0 or (not line.words[match.first].joined and match.words == 1)
    if is_known(match, WELL_KNOWN if opens and match.words == 1 else KNOWN):
        return Judgement(match, Verdict.PLACE, "known by this name")
    return Judgement(match, Verdict.UNSURE, "a small place, nothing says it is meant")


def _without_capitals(match: Match, line: Line, guided: bool, kind: str | None) -> Judgement:
    """In headlines and texts in capitals the spelling says nothing; surnames of texts in capitals look like towns."""
    if match.key.startswith("the "):
        return Judgement(match, Verdict.UNSURE, "an article may begin any phrase")
    if line.capitals and not guided:
        famous = match.words > 1 or is_known(match, FAMOUS)
        if famous and kind is None:
            return Judgement(match, Verdict.PLACE, "known by this name")
        return Judgement(match, Verdict.UNSURE, "nothing says that the place is meant")
    if kind is None and (is_known(match, WELL_KNOWN) or (guided and is_known(match, KNOWN)) or match.words > 1):
        return Judgement(match, Verdict.PLACE, "known by this name")
    if kind in ("person", "other") and guided:
        return Judgement(match, Verdict.PLACE, "behind a word of place")
    return Judgement(match, Verdict.UNSURE, "nothing says that the place is meant")


def _called(match: Match, line: Line) -> bool:
    """True for "the city of X" and "the town X"."""
    before = [word.text for word in line.words[max(0, match.first - 2) : match.first]]
    if before and before[-1] == "of":
        return before[0] in LEVELS
    return bool(before) and before[-1] in CITY_WORDS


def _has_article(match: Match, line: Line) -> bool:
    return (
        match.first > 0 and line.words[match.first - 1].lower in ("the", "a", "an") and line.words[match.first].joined
    )


def _surnames(matches: Iterable[Match], lines: Sequence[Line]) -> frozenset[str]:
    """Folded words that end a person's full name somewhere: capitalised, behind a title or a name of a person."""
    spans: Mapping[tuple[int, int], Match] = {(match.line, match.first): match for match in matches}
    found: set[str] = set()
    for (number, first), match in spans.items():
        words = lines[number].words
        if match.words != 1 or first == 0:
            continue
        left = words[first - 1]
        if (lines[number].titled or lines[number].capitals) and left.lower not in TITLES_BEFORE:
            continue
        hyphenated = words[first].gap in HYPHENS  # "D-Ohio" has no initial
        if words[first].joined and left.capital and not hyphenated and _names_a_person(left, first == 1):
            found.add(match.key)
    return frozenset(found)


def _names_a_person(left: Word, opens: bool) -> bool:
    initial = len(left.text) == 1 and left.capital and not opens
    if left.entity == "PER" or left.lower in TITLES_BEFORE or initial:
        return True
    if _may_stand_before(left, opens):
        return False
    return left.tag in ("PROPN", "X") and len(left.text) > 1
