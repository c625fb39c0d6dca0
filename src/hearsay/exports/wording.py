"""Sentences for the cells that hold prose: what happened, who says who did it, and where the reports differ.

An accusation is always worded as one, with its speaker.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.exports.coding import days, text_of, where
from hearsay.records.belief import Belief, ClaimStatus, DissentKind, FieldBelief, Responsibility, Variant
from hearsay.records.incident import CountEffect, Part, Stance

_MONTHS = "January February March April May June July August September October November December".split()
_EFFECTS = {
    CountEffect.KILLED: "killed",
    CountEffect.WOUNDED: "wounded",
    CountEffect.DETAINED: "detained",
    CountEffect.MISSING: "missing",
    CountEffect.DISPLACED: "displaced",
    CountEffect.ATTACKERS_KILLED: "attackers killed",
}
_SPEAKERS = 4  # named in one sentence; the side file has all
_DIFFERENCES = {
    DissentKind.GROWTH: "rose over time",
    DissentKind.CONFLICT: "conflict",
    DissentKind.SCOPE: "counts something else",
}


def date_words(belief: Belief) -> str:
    """ "On 6 May 2031", "In May 2031", "Between 1 May 2031 and 9 May 2031"; empty when no date is known."""
    found = days(belief)
    if found is None:
        return ""
    if found.spread == 1:
        return f"On {found.first.day} {_MONTHS[found.first.month - 1]} {found.first.year}"
    if len(found.text) == 7 and found.spread <= 31:
        return f"In {_MONTHS[found.first.month - 1]} {found.first.year}"
    if len(found.text) == 4:
        return f"In {found.text}"
    ends = [f"{day.day} {_MONTHS[day.month - 1]} {day.year}" for day in (found.first, found.last)]
    return f"Between {ends[0]} and {ends[1]}"


def summary(belief: Belief) -> str:
    """What happened, in a few sentences."""
    place, target, weapon = where(belief), text_of(belief, "target"), text_of(belief, "weapon")
    first = [date_words(belief), text_of(belief, "kind") or "an incident"]
    first[1] = ("an " if first[1][0] in "aeiou" else "a ") + first[1]
    opening = ", ".join(part for part in first if part)
    opening = opening[0].upper() + opening[1:]
    opening += f" with {weapon}" if weapon else ""
    opening += f" hit {target}" if target else " was reported"
    opening += f" in {place.name}" if place else ""
    return " ".join([opening + ".", *tolls(belief), *responsibility(belief)])


def tolls(belief: Belief) -> list[str]:
    """One sentence for each count that is held."""
    return [
        f"{_EFFECTS[effect].capitalize()}: {count.value.text}{_range(count)}."
        for effect, count in belief.counts
        if count.value
    ]


def _range(count: FieldBelief) -> str:
    value = count.value
    if value is None or (count.low, count.high) == (value.low, value.high) or count.low == count.high:
        return ""
    return f" (from {count.low} to {count.high})"


def speakers(one: Responsibility | Variant) -> str:
    """Who says it, each once, by their own names; the report's own voice goes by its outlet."""
    names = list(dict.fromkeys(voice.speaker for voice in one.voices))
    more = len(names) - _SPEAKERS
    return ", ".join(names[:_SPEAKERS]) + (f" and {more} more" if more > 0 else "")


def responsibility(belief: Belief) -> list[str]:
    """A sentence for each word on who did it, and how the claims stand."""
    found = [_responsibility(one) for one in belief.responsibilities]
    if belief.claims is ClaimStatus.COMPETING:
        found.append("The claims of responsibility are rival ones.")
    if belief.claims is ClaimStatus.RETRACTED:
        found.append("The claim of responsibility has been taken back.")
    return found


def _responsibility(one: Responsibility) -> str:
    name, said = one.who.name, speakers(one)
    part = {Part.PERPETRATOR: "it", Part.PLANNER: "its planning", Part.SPONSOR: "its support"}[one.part]
    words = {
        Stance.CLAIMED: f"{name} claimed responsibility for {part} (said by {said}).",
        Stance.REPORTED: f"{part[0].upper() + part[1:]} is put down to {name} ({said}).",
        Stance.ACCUSED: f"{name} was accused of {part} by {said}.",
        Stance.SUSPECTED: f"{name} was suspected of {part} by {said}.",
        Stance.CREDITED: f"{name} was credited with {part} by {said}.",
        Stance.DENIED: f"{name} denied {part} (said by {said}).",
    }[one.stance]
    doubt = ", ".join(dict.fromkeys(voice.speaker for voice in one.doubts))
    return words[:-1] + f"; doubted by {doubt}." if doubt else words


def disputes(belief: Belief) -> list[str]:
    """A sentence for each count on which the reports differ."""
    found = []
    for effect, count in belief.counts:
        others = [one for one in count.dissent if one.variant is not None]
        if others:
            held = f"{count.value.text} is held ({count.why})" if count.value else f"none is held ({count.why})"
            told = "; ".join(_other(one.variant, one.kind) for one in others if one.variant)
            found.append(f"Reports differ on the number {_EFFECTS[effect]}: {held}; {told}.")
    return found


def _other(variant: Variant, kind: DissentKind) -> str:
    when = f", {variant.latest}" if variant.latest else ""
    return f"{variant.text} ({speakers(variant)}{when}: {_DIFFERENCES[kind]})"


def other_values(belief: Belief) -> list[str]:
    """A sentence for each field on which the reports differ, and for each that some do not speak of."""
    found = []
    for field in belief.fields:
        others = [f"{one.variant.text} ({speakers(one.variant)})" for one in field.dissent if one.variant]
        if others:
            found.append(f"Other values for {field.field}: {'; '.join(others)}.")
    return found


def all_dropped(belief: Belief, *more: Sequence[str]) -> tuple[str, ...]:
    """What no codebook has a cell for, in sentences: differences, who says what, corrections."""
    corrections = [
        f"{one.field} was corrected to {one.value} by {one.author} on {one.at}." for one in belief.corrections
    ]
    return (
        *disputes(belief),
        *other_values(belief),
        *responsibility(belief),
        *corrections,
        *(one for group in more for one in group),
    )
