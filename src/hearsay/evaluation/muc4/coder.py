"""A reading coded for MUC-4: which incidents its codebook would record, and who and what fills their slots.

The candidates are the noun phrases of the report; the weights say which of them fill which slot (`questions.py`), and
roles that a model gives to stretches of the text count as further evidence. Incidents are told apart by their kind.
What is not said stays empty, as in the reading.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from hearsay.evaluation.muc4.apart import told_apart, with_bodies_of_all
from hearsay.evaluation.muc4.blending import Blend, shipped_blends
from hearsay.evaluation.muc4.candidates import Candidate, candidates, report_features, words
from hearsay.evaluation.muc4.choosing import KindOptions, Told, incidents_of_kinds
from hearsay.evaluation.muc4.coded import Coded, CodedIncident
from hearsay.evaluation.muc4.heads import RoleOdds, seen
from hearsay.evaluation.muc4.learning import ROLES, WIDTHS, relevance, width_question
from hearsay.evaluation.muc4.modern import normalised
from hearsay.evaluation.muc4.questions import START, Weights, likely, shipped
from hearsay.evaluation.muc4.templates import Slot
from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderOptions:
    """How sure the coder must be."""

    sure: float = 0.25
    """How likely a filler must be right, in the words that are given for it: half of the F that is reached at best."""
    kinds: KindOptions = field(default_factory=KindOptions)
    apart: float = 0.2
    """How likely a target or victim must be for an incident of its own beside others of its kind."""
    incident: float = 0.35
    """How likely the likeliest filler of an incident must be right."""
    tied: float = 0.5
    """How likely a value of an effect must be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taught:
    """What the coder has learned: the weights, and how they go together with the model's odds."""

    weights: Weights = field(default_factory=shipped)
    blends: Mapping[Slot, Blend] = field(default_factory=shipped_blends)

    def sure(self, candidate: Candidate, slot: Slot, sums: Mapping[str, float], odds: RoleOdds) -> float:
        """How likely a candidate fills a slot."""
        own = sums.get(f"role:{slot.name}", 0.0) + START
        return self.blends.get(slot, Blend()).sure(own, seen(candidate.heads, slot, odds))


def code(
    analysis: Analysis,
    reading: Reading,
    odds: RoleOdds | None = None,
    options: CoderOptions | None = None,
    taught: Taught | None = None,
) -> tuple[CodedIncident, ...]:
    """The incidents of a report that MUC-4 would record; `odds` are the model's, further evidence on their fillers.

    `reading` is what came of `analysis`; an option's default is the one that the yardsticks are measured with.
    """
    options = options or CoderOptions()
    taught = taught or Taught()
    about = taught.weights.sums(report_features(analysis))
    relevant = likely(about.get("report:RELEVANT", 0.0))
    told = Told(analysis)
    fillers: dict[Slot, list[Coded]] = {slot: [] for slot in ROLES}
    for candidate in candidates(analysis, reading):
        sums = taught.weights.sums(candidate.features | candidate.confidence | {relevance(relevant)})
        for slot in ROLES:
            sure = taught.sure(candidate, slot, sums, odds or {})
            coded = _coded(candidate, slot, sums, analysis.document.text, sure)
            if coded.sure >= options.sure:
                fillers[slot].append(replace(coded, kinds=told.kinds_of(candidate, sums)))
    found = incidents_of_kinds({slot: _apart(coded) for slot, coded in fillers.items()}, about, told, options.kinds)
    parts = [part for one in found for part in told_apart(one, analysis, reading, options.apart)]
    return tuple(with_bodies_of_all([part for part in parts if part.surest >= options.incident]))


def _coded(candidate: Candidate, slot: Slot, sums: Mapping[str, float], text: str, sure: float) -> Coded:
    """A candidate in the words that the slot most likely wants, with how likely both are right."""
    wanted = {width: likely(sums.get(width_question(slot, width), 0.0)) for width in candidate.widths}
    width = max(WIDTHS, key=lambda one: wanted.get(one, -1.0))
    return Coded(candidate=candidate, words=words(text, candidate.told(width)), sure=sure * wanted[width], sums=sums)


def _apart(coded: Sequence[Coded]) -> list[Coded]:
    """Of several fillers that may be one (the same actor, or the words of one within another's) the likeliest."""
    kept: list[Coded] = []
    for one in sorted(coded, key=lambda each: -each.sure):
        mine = set(normalised(one.words).split())
        for other in kept:
            theirs = set(normalised(other.words).split())
            if mine <= theirs or theirs <= mine or _same_actor(one, other):
                break
        else:
            kept.append(one)
    return kept


def _same_actor(one: Coded, other: Coded) -> bool:
    return one.candidate.actor is not None and one.candidate.actor == other.candidate.actor
