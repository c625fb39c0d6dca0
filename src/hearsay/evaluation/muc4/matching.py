"""What an answer's fill is worth against a key's: 1 correct, 0.5 partially correct, 0 incorrect.

The rules are those of the scoring guidelines of 1992 (section 3), as far as its program applied them by itself. Where
a judge was asked, the histories hold the verdicts: `Judgement` looks there first. Without a history (our own answers
have none) `automatic` stands in for the judge, by the guidelines' words on strings and dates.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from hearsay.evaluation.muc4.adjudications import NONE, Ruled
from hearsay.evaluation.muc4.templates import STRINGS, Fill, Slot, Template

CORRECT, PARTIAL, INCORRECT = 1.0, 0.5, 0.0

TIED: Mapping[Slot, tuple[Slot, ...]] = MappingProxyType(
    {
        Slot.INSTRUMENT_TYPE: (Slot.INSTRUMENT,),
        Slot.CONFIDENCE: (Slot.PERP_ORGANISATION,),
        **dict.fromkeys((Slot.TARGET_TYPE, Slot.TARGET_NUMBER, Slot.TARGET_NATION, Slot.TARGET_EFFECT), (Slot.TARGET,)),
        Slot.VICTIM_DESCRIPTION: (Slot.VICTIM_NAME,),
        **dict.fromkeys(
            (Slot.VICTIM_TYPE, Slot.VICTIM_NUMBER, Slot.VICTIM_NATION, Slot.VICTIM_EFFECT),
            (Slot.VICTIM_NAME, Slot.VICTIM_DESCRIPTION),
        ),
    }
)
"""The slots whose fills may be tied to those of another."""

NUMBERS = frozenset({Slot.TARGET_NUMBER, Slot.TARGET_TOTAL, Slot.VICTIM_NUMBER, Slot.VICTIM_TOTAL})

NARROWER: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "GUN": ("MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE"),
        "EXPLOSIVE": (
            *("BOMB", "VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"),
            *("GRENADE", "MOLOTOV COCKTAIL"),
        ),
        "BOMB": ("VEHICLE BOMB", "DYNAMITE", "MINE", "AERIAL BOMB"),
        "PROJECTILE": ("MISSILE", "ROCKET"),
    }
)
"""The hierarchy of instrument types (template documentation, 7.8)."""

HALF: Mapping[Slot, Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        Slot.INSTRUMENT_TYPE: NARROWER,
        Slot.CONFIDENCE: {"SUSPECTED OR ACCUSED": ("SUSPECTED OR ACCUSED BY AUTHORITIES",)},
        Slot.TARGET_TYPE: {"POLITICAL FIGURE OFFICE OR RESIDENCE": ("GOVERNMENT OFFICE OR RESIDENCE",)},
        Slot.TARGET_EFFECT: {"DESTROYED": ("SOME DAMAGE",)},
        Slot.VICTIM_TYPE: {
            "GOVERNMENT OFFICIAL": ("FORMER GOVERNMENT OFFICIAL", "FORMER ACTIVE MILITARY"),
            "ACTIVE MILITARY": ("FORMER GOVERNMENT OFFICIAL", "FORMER ACTIVE MILITARY"),
            "POLITICAL FIGURE": ("GOVERNMENT OFFICIAL",),
        },
        Slot.VICTIM_EFFECT: {
            "NO INJURY": ("NO INJURY OR DEATH",),
            "NO DEATH": ("NO INJURY OR DEATH",),
        },
    }
)
"""By slot, an answer and the keys that it is partially correct for (scoring guidelines, 3.2)."""

_COUNTED = re.compile(
    r"^(?:(?:AN?|THE|SOME|SEVERAL|MANY|ALL|ABOUT|OVER|AT|LEAST|MORE|THAN|NEARLY|ALMOST|OTHER|ANOTHER|BOTH|TWO|THREE|FOUR|"
    r"FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|\d[\d,.]*) )+(?=\S)"
)
_ALIAS = re.compile(r"\s*[\[(].*?[\])]")
_WORD = re.compile(r"[A-Z0-9]+(?:'[A-Z]+)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """How fills are compared: with the verdicts of a history, and with or without a stand-in for its judges."""

    ruled: Ruled = field(default_factory=lambda: NONE)
    automatic: bool = True

    def worth(self, slot: Slot, key: Template, theirs: Fill, ours: Fill) -> float:
        """What the answer's fill `ours` is worth against `theirs` of the template `key`."""
        said = (ours.values[0], ours.references[0] if ours.references else "")
        if ours.values[0] in theirs.values and set(ours.references) <= set(theirs.references):
            return self._unruled(slot, key, theirs, ours)
        verdicts = self.ruled.get((key.message, key.number, slot), {}).get(said)
        if verdicts is not None:
            held = [one.worth for one in verdicts if any(_same(theirs, fill) for fill in one.keys)]
            return max(held, default=INCORRECT)
        return self._unruled(slot, key, theirs, ours)

    def _unruled(self, slot: Slot, key: Template, theirs: Fill, ours: Fill) -> float:
        value = max(self._value(slot, one, ours.values[0]) for one in theirs.values)
        if value == CORRECT and slot in TIED and (theirs.references or ours.references):
            return CORRECT if self._tied(slot, key, theirs, ours) else PARTIAL
        return value

    def _value(self, slot: Slot, theirs: str, ours: str) -> float:
        if theirs == ours:
            return CORRECT
        if slot is Slot.LOCATION:
            return located(theirs, ours)
        if slot is Slot.TYPE:
            return PARTIAL if ours == "ATTACK" else INCORRECT
        if slot in STRINGS:
            return worded(theirs, ours) if self.automatic else float(_bare(theirs) == _bare(ours))
        if slot is Slot.DATE and not self.automatic:
            return CORRECT  # the official counts by slot come out right so: the program asked about all other dates
        if self.automatic and slot is Slot.DATE:
            return dated(theirs, ours)
        if self.automatic and slot in NUMBERS:
            return counted(theirs, ours)
        return PARTIAL if theirs in HALF.get(slot, {}).get(ours, ()) else INCORRECT

    def _tied(self, slot: Slot, key: Template, theirs: Fill, ours: Fill) -> bool:
        """True when the answer is tied to the fill that the key's is tied to, as far as that was correct."""
        if not theirs.references or not ours.references:
            return slot is not Slot.VICTIM_DESCRIPTION and theirs.references in ((), ("-",))
        tied = Fill(values=theirs.references)
        answer = Fill(values=ours.references)
        return any(self._reference(of, key, tied, answer) == CORRECT for of in TIED[slot])

    def _reference(self, slot: Slot, key: Template, theirs: Fill, ours: Fill) -> float:
        verdicts = self.ruled.get((key.message, key.number, slot), {})
        held = [one for said, several in verdicts.items() if said[0] == ours.values[0] for one in several]
        if held:
            return max(
                (one.worth for one in held if any(set(fill.values) & set(theirs.values) for fill in one.keys)),
                default=INCORRECT,
            )
        return max(self._value(slot, one, ours.values[0]) for one in theirs.values)


def _same(one: Fill, other: Fill) -> bool:
    """True for one fill written down twice: histories repeat the key's alternatives, its question mark left out."""
    return bool(set(one.values) & set(other.values)) and (
        not other.references or not one.references or bool(set(one.references) & set(other.references))
    )


def located(theirs: str, ours: str) -> float:
    """Half for the right country: the program gave that by itself where no place was named, judges gave it else."""
    return PARTIAL if ours.split(": ")[0] == theirs.split(": ")[0] else INCORRECT


def dated(theirs: str, ours: str) -> float:
    """Half for a day that the key's range ends with, and for a range up to the key's day (guidelines, 3.2.2)."""
    ends = [part for part in theirs.replace("- ", "-").split("-") if part.strip()]
    mine = [part for part in ours.replace("- ", "-").split("-") if part.strip()]
    if len(mine) == 1 and ours.startswith("-"):
        return PARTIAL if mine[0].strip() == ends[-1].strip() else INCORRECT
    return PARTIAL if {one.strip() for one in mine} & {one.strip() for one in ends} else INCORRECT


def counted(theirs: str, ours: str) -> float:
    """Half for a number that the key has as the end of a range, or as about so many (guidelines, 3.2.14)."""
    if ours.isdigit() and ours in re.findall(r"\d+", theirs):
        return PARTIAL
    return INCORRECT


def worded(theirs: str, ours: str) -> float:
    """Correct when they differ by articles, numbers or an acronym; half for part of a name or a longer phrase.

    Guidelines, 3.1.1: a response that has only a part of the proper name, or goes on beyond the noun phrase, is
    partially correct. The words of one must be among those of the other, and the head (the last word before a
    preposition) among the shared ones.
    """
    one, other = _bare(theirs), _bare(ours)
    if one == other or _bare(_ALIAS.sub("", theirs)) == _bare(_ALIAS.sub("", ours)):
        return CORRECT
    left, right = _WORD.findall(one), _WORD.findall(other)
    shared = set(left) & set(right)
    if not shared:
        return INCORRECT
    if set(left) <= set(right) or set(right) <= set(left):
        return PARTIAL if _head(left) in shared and _head(right) in shared else INCORRECT
    return INCORRECT


def _head(words: Sequence[str]) -> str:
    for at, word in enumerate(words):
        if at and word in _PREPOSITIONS:
            return words[at - 1]
    return words[-1] if words else ""


_PREPOSITIONS = frozenset("OF IN AT FROM WHO WHICH THAT BY WITH FOR ON TO NEAR WHERE".split())


def _bare(words: str) -> str:
    return _COUNTED.sub("", " ".join(_WORD.findall(words.upper())))
