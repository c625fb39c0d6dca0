"""What the name tagger, when it has read the report, says of a name."""

from __future__ import annotations

from hearsay.analyses.places.judgement import (
    IN_ORGANISATION,
    KNOWN,
    Judgement,
    Verdict,
    is_area,
    is_known,
    is_odd,
    word_before,
)
from hearsay.analyses.places.names import Match
from hearsay.analyses.places.words import Line
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.place_words import (
    DIRECTIONS,
    FACILITIES,
    LEVELS,
    ORGANISATION_HEADS,
    ORGANISATION_WORDS,
    ambiguous_words,
)

_NAMED_AFTER = ("virus", "disease", "fever", "flu", "strain")  # what is called by the place where it was first found


def by_tagger(match: Match, line: Line) -> Judgement | None:
    """What the name tagger says, when it has read the report."""
    types = {word.entity for word in line.words[match.first : match.last]}
    if types == {None} or line.capitals:
        return None
    if "LOC" in types:
        whole = _tagged_run(match, line) == (match.first, match.last)
        odd = is_odd(match) or match.key in DIRECTIONS or match.key in FACILITIES
        return Judgement(match, Verdict.PLACE, "the name tagger says so") if whole and not odd else None
    alone = not _neighbour_in_name(line, match)
    if "PER" in types:
        if alone and _is_led(match, line):
            return Judgement(match, Verdict.PLACE, f"behind {word_before(line, match)!r}")
        verdict = Verdict.UNSURE if alone and not is_odd(match) else Verdict.NONE
        return Judgement(match, verdict, "part of a person's name")
    if alone and types == {"MISC"} and _names_event(match, line):
        return Judgement(match, Verdict.PLACE, "what happened is called by it")
    if alone and is_area(match):
        return Judgement(match, Verdict.PLACE, "a country or area, though named as an actor")
    if alone and _qualifies(match, line):
        return Judgement(match, Verdict.PLACE, "says of where something is")
    return Judgement(match, Verdict.CONTEXT, IN_ORGANISATION)


def _is_led(match: Match, line: Line) -> bool:
    """True for "Suva" of "seven men from Suva": a known town that is no surname, behind a word of place."""
    led = word_before(line, match) in ("in", "from", "near", "at")
    return led and ambiguous_words().get(match.key) is None and is_known(match, KNOWN)


def _qualifies(match: Match, line: Line) -> bool:
    """True for "Leeds" of "a Leeds hospital": a known town before a noun in small letters."""
    if match.last >= len(line.words) or ambiguous_words().get(match.key) is not None or not is_known(match, KNOWN):
        return False
    right = line.words[match.last]
    noun = right.joined and right.gap == " " and not right.capital and right.tag == "NOUN"
    body = right.lower in ORGANISATION_WORDS | ORGANISATION_HEADS  # "the Saba news agency"
    return noun and not body and not right.lower.endswith(_NAMED_AFTER)


def _names_event(match: Match, line: Line) -> bool:
    """True for "Omagh" of "the Omagh bomb"."""
    right = line.words[match.last].lower if match.last < len(line.words) else ""
    return any((form, "NOUN") in triggers() for form in (right, right.removesuffix("s")))


def _tagged_run(match: Match, line: Line) -> tuple[int, int]:
    """The words that the tagger calls one place, without directions before and words of level around the match."""
    first, last = match.first, match.last
    while first > 0 and line.words[first].joined and line.words[first - 1].entity == "LOC":
        first -= 1
    while last < len(line.words) and line.words[last].joined and line.words[last].entity == "LOC":
        last += 1
    while first < match.first and line.words[first].lower in DIRECTIONS | LEVELS | {"the", "of"} and is_area(match):
        first += 1
    while last > match.last and line.words[last - 1].lower in LEVELS:
        last -= 1
    return first, last


def _neighbour_in_name(line: Line, match: Match) -> bool:
    left = line.words[match.first - 1] if match.first else None
    right = line.words[match.last] if match.last < len(line.words) else None
    return bool((left and left.entity) or (right and right.entity and right.joined))
