"""Incidents of one kind told apart: by which of the reading's incidents their targets and victims belong to.

MUC-4 wants a template for each instance that differs in place, date or perpetrator. The reading has told incidents
apart already; here the fillers of a kind go to that one of its incidents whose statements mention them. What none
mentions (a weapon, a group named elsewhere) goes to all, a target or victim to the first.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from hearsay.evaluation.muc4.coded import Coded, CodedIncident
from hearsay.evaluation.muc4.templates import Slot
from hearsay.records.analysis import Analysis
from hearsay.records.incident import Incident
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.vocabulary.kinds import kinds

MAIN = frozenset({Slot.TARGET, Slot.VICTIM_NAME, Slot.VICTIM_DESCRIPTION})
"""What happened to whom: an incident without any of these is not told apart from another."""


def incidents_of(kind: str, reading: Reading) -> list[Incident]:
    """The reading's incidents that MUC-4 would call by this name."""
    known = kinds()
    return [one for one in reading.incidents if known[one.kind].muc4 == kind]


def evidence_of(incident: Incident, reading: Reading) -> list[Span]:
    """The stretches of the text that tell of an incident."""
    said = {statement.id: statement.evidence for statement in reading.statements}
    return [span for at in incident.statements for span in said.get(at, ())]


def told_apart(incident: CodedIncident, analysis: Analysis, reading: Reading, sure: float) -> list[CodedIncident]:
    """The incidents that one is, those first that are told first; a filler as likely as `sure` tells one apart."""
    evidence = [evidence_of(one, reading) for one in incidents_of(incident.kind, reading)]
    fillers = [(slot, one) for slot, coded in incident.fillers.items() for one in coded]
    held = {id(one): _held(one, evidence, analysis) for _, one in fillers}
    own = sorted(
        {
            counts.index(max(counts))
            for slot, one in fillers
            if slot in MAIN and one.sure >= sure and any(counts := held[id(one)])
        }
    )
    if len(own) < 2:
        return [incident]
    parts = (replace(incident, fillers=_of_part(incident, at, own, held)) for at in own)
    return [part for part in parts if any(part.fillers.values())]


def with_bodies_of_all(parts: Sequence[CodedIncident]) -> list[CodedIncident]:
    """The incidents of a report with all its perpetrating bodies in each: who did one of them mostly did the others."""
    bodies: dict[str, Coded] = {}
    for part in parts:
        for one in part.of(Slot.PERP_ORGANISATION):
            bodies.setdefault(one.candidate.key, one)
    return [replace(part, fillers={**part.fillers, Slot.PERP_ORGANISATION: tuple(bodies.values())}) for part in parts]


def _held(coded: Coded, evidence: Sequence[Sequence[Span]], analysis: Analysis) -> list[int]:
    """How many of a filler's mentions stand in the evidence of each incident."""
    mentions = [analysis.tokens[at].span for at in coded.candidate.heads]
    return [sum(any(span.contains(one) for span in spans) for one in mentions) for spans in evidence]


def _of_part(
    incident: CodedIncident, at: int, own: Sequence[int], held: Mapping[int, Sequence[int]]
) -> dict[Slot, tuple[Coded, ...]]:
    return {
        slot: tuple(one for one in coded if _belongs(slot, held[id(one)], at, own))
        for slot, coded in incident.fillers.items()
    }


def _belongs(slot: Slot, counts: Sequence[int], at: int, own: Sequence[int]) -> bool:
    if not any(counts):
        return slot not in MAIN or at == own[0]
    return counts[at] > 0 and counts[at] == max(counts[other] for other in own)
