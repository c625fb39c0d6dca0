"""What coding a reading for MUC-4 gives: incidents, what fills their slots, and how likely each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.evaluation.muc4.candidates import Candidate
from hearsay.evaluation.muc4.learning import VALUES
from hearsay.evaluation.muc4.questions import likely
from hearsay.evaluation.muc4.templates import Slot


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """What fills a slot: the candidate, its words, how likely it is and of which kinds, its other questions' sums."""

    candidate: Candidate
    words: str
    sure: float
    sums: Mapping[str, float]
    kinds: Mapping[str, float] = field(default_factory=dict)

    def values(self, slot: Slot) -> dict[str, float]:
        """How likely each value is of a slot that is tied to it."""
        return {value: likely(self.sums.get(f"{slot.name}:{value}", 0.0)) for value in VALUES[slot]}

    def best(self, slot: Slot) -> tuple[str, float]:
        """The likeliest value of a slot that is tied to it, and how likely that is."""
        found = self.values(slot)
        value = max(found, key=lambda one: found[one])
        return value, found[value]


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedIncident:
    """An incident that the codebook would record. Sums are those of the report's questions."""

    kind: str
    sure: float
    fillers: Mapping[Slot, tuple[Coded, ...]]
    sums: Mapping[str, float]

    def of(self, slot: Slot) -> tuple[Coded, ...]:
        """What fills one of the string slots, likeliest first."""
        return self.fillers.get(slot, ())

    @property
    def surest(self) -> float:
        """How likely its likeliest filler is."""
        return max((one.sure for coded in self.fillers.values() for one in coded), default=0.0)

    def value(self, about: str, values: Sequence[str]) -> tuple[str, float]:
        """Of the report's questions about something, the likeliest value."""
        found = {one: likely(self.sums.get(f"{about}:{one}", 0.0)) for one in values}
        best = max(found, key=lambda one: found[one])
        return best, found[best]
