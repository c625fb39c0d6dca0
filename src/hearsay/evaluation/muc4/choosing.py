"""Which kinds of incident a report is coded for, and which fillers go to which.

Two say of what kind: the weights, by the words of the report and of the filler, and the reader's model, by the
sentences that they stand in. Both count alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.evaluation.muc4.candidates import Candidate
from hearsay.evaluation.muc4.coded import Coded, CodedIncident
from hearsay.evaluation.muc4.learning import KINDS
from hearsay.evaluation.muc4.questions import likely
from hearsay.evaluation.muc4.templates import Slot
from hearsay.records.analysis import Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class KindOptions:
    """How sure the coder must be of an incident."""

    beside: float = 0.25
    """How likely a kind must be for an incident of it beside the likeliest."""
    also: float = 0.7
    """How likely a kind must be for a filler of it that is likelier of another."""


class Told:
    """What the model says of the kinds of a report's sentences."""

    def __init__(self, analysis: Analysis) -> None:
        self._kinds = [{kind.upper(): sure for kind, sure in one.kinds} for one in analysis.sentences]
        self._sentence = {
            at: number for number, one in enumerate(analysis.sentences) for at in range(one.first, one.last)
        }

    def kinds_of(self, candidate: Candidate, sums: Mapping[str, float]) -> dict[str, float]:
        """How likely a candidate is a filler of each kind."""
        around = [self._kinds[self._sentence[head]] for head in candidate.heads]
        return {kind: _both(sums.get(f"kind:{kind}", 0.0), around, kind) for kind in KINDS}

    def kinds(self, about: Mapping[str, float]) -> dict[str, float]:
        """How likely a report tells of each kind."""
        return {kind: _both(about.get(f"report:{kind}", 0.0), self._kinds, kind) for kind in KINDS}


def _both(total: float, sentences: Sequence[Mapping[str, float]], kind: str) -> float:
    own = likely(total)
    seen = [one[kind] for one in sentences if kind in one]
    return (own + max(seen)) / 2 if seen else own


def incidents_of_kinds(
    fillers: Mapping[Slot, Sequence[Coded]], about: Mapping[str, float], told: Told, options: KindOptions
) -> Iterator[CodedIncident]:
    """An incident of every kind that is likely enough, each with the fillers that are likeliest of that kind."""
    listed = [one for coded in fillers.values() for one in coded]
    said = told.kinds(about)
    backed = {kind: max((one.sure * one.kinds[kind] for one in listed), default=0.0) for kind in KINDS}
    sure = {kind: (said[kind] + backed[kind]) / 2 for kind in KINDS}
    first = max(KINDS, key=lambda kind: sure[kind])
    chosen = [kind for kind in KINDS if kind == first or sure[kind] >= options.beside]
    for kind in chosen:
        mine = {
            slot: tuple(one for one in coded if _is_of(one, kind, chosen, options.also))
            for slot, coded in fillers.items()
        }
        if any(mine.values()):
            yield CodedIncident(kind=kind, sure=sure[kind], fillers=mine, sums=about)


def _is_of(coded: Coded, kind: str, chosen: Sequence[str], also: float) -> bool:
    return coded.kinds[kind] >= also or kind == max(chosen, key=lambda one: coded.kinds[one])
