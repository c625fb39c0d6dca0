"""The template scorer of 1992: an answer's templates are mapped to the key's, and every slot is counted.

Four views of one mapping: what counts when only matched templates do, when missing ones count too, when spurious ones
do, and when all do. "All templates" is the official row. Recall and precision give half for what is partially correct.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from hearsay.evaluation.assignment import assignment
from hearsay.evaluation.muc4.matching import CORRECT, INCORRECT, PARTIAL, Judgement
from hearsay.evaluation.muc4.templates import SCORED, STRINGS, Fill, Slot, Template


class View(StrEnum):
    """Which templates count, by the names of 1992."""

    MATCHED_ONLY = "matched only"
    MATCHED_MISSING = "matched/missing"
    MATCHED_SPURIOUS = "matched/spurious"
    ALL = "all templates"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Fills of one slot or several: correct, partially correct, incorrect, missing and spurious."""

    correct: int = 0
    partial: int = 0
    incorrect: int = 0
    missing: int = 0
    spurious: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            correct=self.correct + other.correct,
            partial=self.partial + other.partial,
            incorrect=self.incorrect + other.incorrect,
            missing=self.missing + other.missing,
            spurious=self.spurious + other.spurious,
        )

    @property
    def possible(self) -> int:
        """What was to be found."""
        return self.correct + self.partial + self.incorrect + self.missing

    @property
    def actual(self) -> int:
        """What was answered."""
        return self.correct + self.partial + self.incorrect + self.spurious

    @property
    def right(self) -> float:
        """Correct ones and half of the partially correct ones."""
        return self.correct + self.partial / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageScore:
    """The tallies of one message by slot: in matched templates, in missing ones, in spurious ones."""

    matched: Mapping[Slot, Tally]
    missing: Mapping[Slot, Tally]
    spurious: Mapping[Slot, Tally]
    pairs: tuple[tuple[Template, Template], ...] = ()

    def of(self, view: View, slots: Sequence[Slot] = SCORED) -> Tally:
        """The sum over slots that a view shows."""
        parts = [self.matched]
        if view in (View.MATCHED_MISSING, View.ALL):
            parts.append(self.missing)
        if view in (View.MATCHED_SPURIOUS, View.ALL):
            parts.append(self.spurious)
        whole = Tally()
        for part in parts:
            for slot in slots:
                whole += part.get(slot, Tally())
        return whole


TARGETS = (
    Slot.PERP_INDIVIDUAL,
    Slot.PERP_ORGANISATION,
    Slot.TARGET,
    Slot.TARGET_TYPE,
    Slot.VICTIM_NAME,
    Slot.VICTIM_DESCRIPTION,
    Slot.VICTIM_TYPE,
)
"""Of these one must match in part, beside the incident's type, before two templates are mapped (guidelines, 3.2.1)."""

_CARRIES = 5.0
"""What a mapping must be worth in all if no filler matches and a type alone does (CIVILIAN, tied to somebody else).

Not in the guidelines: the judges could undo such mappings by hand. It was chosen by the official scores of the 34
archived answers, which `muc4-validation` prints: F is 0.45 points from them on average, 0.47 with a bound of 4.5, 0.57
with 5.5. These two move about half of the answers, by up to 0.7 and 1.2 points.
"""


def score_message(key: Sequence[Template], answer: Sequence[Template], judgement: Judgement) -> MessageScore:
    """The tallies of one message's templates under the mapping that is worth most."""
    pairs = [(theirs, ours) for theirs, ours in _mapped(key, answer, judgement)]
    matched: dict[Slot, Tally] = {}
    for theirs, ours in pairs:
        for slot, tally in compared(theirs, ours, judgement).items():
            matched[slot] = matched.get(slot, Tally()) + tally
    found = {id(theirs) for theirs, _ in pairs}
    used = {id(ours) for _, ours in pairs}
    missing = [one for one in key if id(one) not in found and not one.optional]
    spurious = [one for one in answer if id(one) not in used]
    return MessageScore(
        matched=matched,
        missing={slot: Tally(missing=sum(_asked(one.of(slot)) for one in missing)) for slot in SCORED},
        spurious={slot: Tally(spurious=sum(len(one.of(slot)) for one in spurious)) for slot in SCORED},
        pairs=tuple(pairs),
    )


def _asked(fills: Sequence[Fill]) -> int:
    return sum(not fill.optional for fill in fills)


def _mapped(
    key: Sequence[Template], answer: Sequence[Template], judgement: Judgement
) -> Iterator[tuple[Template, Template]]:
    worth = [[_worth(theirs, ours, judgement) for theirs in key] for ours in answer]
    for row, column in assignment(worth):
        if worth[row][column] > 0:
            yield key[column], answer[row]


def _worth(theirs: Template, ours: Template, judgement: Judgement) -> float:
    """What mapping two templates is worth: nothing unless type and a perpetrator or target match in part."""
    tallies = compared(theirs, ours, judgement)
    if not tallies[Slot.TYPE].right or not any(tallies[slot].right for slot in TARGETS):
        return 0.0
    worth = sum(tally.right for tally in tallies.values())
    named = any(tallies[slot].right if slot in STRINGS else tallies[slot].correct for slot in TARGETS)
    return worth if named or worth >= _CARRIES else 0.0


def compared(theirs: Template, ours: Template, judgement: Judgement) -> dict[Slot, Tally]:
    """The tallies of two templates by slot."""
    return {slot: _slot(slot, theirs, ours, judgement) for slot in SCORED}


def _slot(slot: Slot, key: Template, answer: Template, judgement: Judgement) -> Tally:
    theirs, ours = key.of(slot), answer.of(slot)
    worth = [[judgement.worth(slot, key, wanted, given) for wanted in theirs] for given in ours]
    pairs = [(row, column) for row, column in assignment(worth) if worth[row][column] > INCORRECT]
    values = [worth[row][column] for row, column in pairs]
    found = {column for _, column in pairs}
    open_ = _asked([fill for at, fill in enumerate(theirs) if at not in found])
    left = len(ours) - len(pairs)
    incorrect = min(open_, left)
    return Tally(
        correct=values.count(CORRECT),
        partial=values.count(PARTIAL),
        incorrect=incorrect,
        missing=open_ - incorrect,
        spurious=left - incorrect,
    )
