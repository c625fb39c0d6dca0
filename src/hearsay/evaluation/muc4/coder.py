"""A reading coded for MUC-4: which incidents its codebook would record, and who and what fills their slots.

The candidates are the noun phrases of the report; the weights say which of them fill which slot (`questions.py`), and
roles that a model gives to stretches of the text count as further evidence. Incidents are told apart by their kind.
What is not said stays empty, as in the reading.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from hearsay.evaluation.muc4.apart import told_apart
from hearsay.evaluation.muc4.candidates import Candidate, candidates, report_features, words
from hearsay.evaluation.muc4.coded import Coded, CodedIncident
from hearsay.evaluation.muc4.learning import KINDS, ROLES, relevance
from hearsay.evaluation.muc4.modern import normalised
from hearsay.evaluation.muc4.questions import Weights, likely, shipped
from hearsay.evaluation.muc4.templates import Slot
from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading
from hearsay.records.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleSpan:
    """A stretch of the text that a model or a rule says fills one of the six string slots.

    `weight` is the evidence in log odds; `by` names who says so.
    """

    slot: Slot
    span: Span
    weight: float
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CoderOptions:
    """How sure the coder must be."""

    sure: Mapping[Slot, float] = field(
        default_factory=lambda: {
            Slot.PERP_INDIVIDUAL: 0.27,
            Slot.PERP_ORGANISATION: 0.23,
            Slot.TARGET: 0.2,
            Slot.VICTIM_NAME: 0.36,
            Slot.VICTIM_DESCRIPTION: 0.45,
            Slot.INSTRUMENT: 0.27,
        }
    )
    """Of each string slot, how likely a candidate must be to fill it; set on TST1 and TST2, the development set."""
    kind: float = 0.35
    """How likely a kind must be for an incident of it beside the likeliest."""
    incident: float = 0.5
    """How likely a report must be relevant for an incident without a filler."""
    apart: float = 0.2
    """How likely a target or victim must be for an incident of its own beside others of its kind."""
    tied: float = 0.5
    """How likely a value of an effect must be."""


WIDTHS: Mapping[Slot, tuple[str, ...]] = {
    Slot.PERP_INDIVIDUAL: ("core",),
    Slot.PERP_ORGANISATION: ("core",),
    Slot.TARGET: ("core",),
    Slot.VICTIM_NAME: ("name",),
    Slot.VICTIM_DESCRIPTION: ("core",),
    Slot.INSTRUMENT: ("core",),
}
"""Which of a candidate's words a slot wants."""


def code(
    analysis: Analysis,
    reading: Reading,
    roles: Iterable[RoleSpan] = (),
    options: CoderOptions | None = None,
    weights: Weights | None = None,
) -> tuple[CodedIncident, ...]:
    """The incidents of a report that MUC-4 would record; `roles` are further evidence on their fillers.

    `reading` is what came of `analysis`; an option's default is the one that the yardsticks are measured with.
    """
    options = options or CoderOptions()
    weights = weights or shipped()
    about = weights.sums(report_features(analysis))
    relevant = likely(about.get("report:RELEVANT", 0.0))
    listed = candidates(analysis)
    given = _given(analysis, listed, list(roles))
    fillers: dict[Slot, list[Coded]] = {slot: [] for slot in ROLES}
    for candidate in listed:
        sums = weights.sums(candidate.features | {relevance(relevant)})
        for slot in ROLES:
            sure = likely(sums.get(f"role:{slot.name}", 0.0) + given.get((candidate.key, slot), 0.0))
            span = candidate.span(*WIDTHS[slot])
            if sure >= options.sure[slot] and span is not None:
                told = words(analysis.document.text, span)
                fillers[slot].append(Coded(candidate=candidate, words=told, sure=sure, sums=sums))
    found = _incidents({slot: _apart(coded) for slot, coded in fillers.items()}, about, options)
    return tuple(part for one in found for part in told_apart(one, analysis, reading, options.apart))


def _given(analysis: Analysis, listed: list[Candidate], roles: Sequence[RoleSpan]) -> dict[tuple[str, Slot], float]:
    """By candidate and slot the greatest weight that a role gives it; a role on no candidate makes one of its own."""
    by_head = {head: candidate for candidate in listed for head in candidate.heads}
    keys = {candidate.key for candidate in listed}
    found: dict[tuple[str, Slot], float] = {}
    for role in roles:
        inside = [at for at, token in enumerate(analysis.tokens) if role.span.contains(token.span) and at in by_head]
        if inside:
            key = by_head[inside[0]].key
        else:
            key = normalised(role.span.of(analysis.document.text))
            if key and key not in keys:
                keys.add(key)
                made = Candidate(key=key, features={"always"})
                for width in ("core", "name"):
                    made.widths[width] = made.widths.get(width) or Counter({role.span: 1})
                listed.append(made)
        found[key, role.slot] = max(found.get((key, role.slot), 0.0), role.weight)
    return found


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


def _incidents(
    fillers: Mapping[Slot, Sequence[Coded]], about: Mapping[str, float], options: CoderOptions
) -> Iterator[CodedIncident]:
    """An incident of every kind that is likely enough, each with the fillers that are likeliest of that kind."""
    any_filler = any(fillers.values())
    told = {kind: likely(about.get(f"report:{kind}", 0.0)) for kind in KINDS}
    relevant = likely(about.get("report:RELEVANT", 0.0))
    if not any_filler and relevant < options.incident:
        return
    backed = {
        kind: max((one.sure * _of_kind(one, kind) for coded in fillers.values() for one in coded), default=0.0)
        for kind in KINDS
    }
    sure = {kind: (told[kind] + backed[kind]) / 2 for kind in KINDS}
    first = max(KINDS, key=lambda kind: sure[kind])
    chosen = [kind for kind in KINDS if kind == first or sure[kind] >= options.kind]
    for kind in chosen:
        mine = {slot: tuple(one for one in coded if kind in _kinds_of(one, chosen)) for slot, coded in fillers.items()}
        if any(mine.values()) or len(chosen) == 1:
            yield CodedIncident(kind=kind, sure=sure[kind], fillers=mine, sums=about)


def _of_kind(coded: Coded, kind: str) -> float:
    return likely(coded.sums.get(f"kind:{kind}", 0.0))


def _kinds_of(coded: Coded, chosen: Sequence[str]) -> list[str]:
    best = max(chosen, key=lambda kind: _of_kind(coded, kind))
    return [kind for kind in chosen if kind == best or _of_kind(coded, kind) >= 0.5]
