"""The verb of the stage: from a case and its readings to what is held to be so under a policy."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from hearsay.beliefs.base import Pick, Policy, Shelf
from hearsay.beliefs.claims import attributions, claim_status, responsibilities
from hearsay.beliefs.corrections import corrected
from hearsay.beliefs.figures import Figure, differing, main_scope, reports
from hearsay.beliefs.hearing import Hearing, Told, joined, variants
from hearsay.beliefs.origins import origins
from hearsay.beliefs.precision import standing
from hearsay.errors import ContractError
from hearsay.records.belief import Belief, Correction, Dissent, DissentKind, FieldBelief, Variant
from hearsay.records.incident import CountEffect
from hearsay.records.link import Case, Linking, Ref

FIELDS = ("kind", "time", "place", "target", "weapon")


def weigh(linking: Linking, shelf: Shelf, policy: Policy, corrections: Sequence[Correction] = ()) -> Iterator[Belief]:
    """A belief a case, in the order of the cases; readings are taken from `shelf` case by case.

    Raises:
        ContractError: the linking is of other readings than those on the shelf.
    """
    by_member: dict[Ref, list[Correction]] = {}
    for correction in sorted(corrections, key=lambda one: (one.at, one.author, one.field)):
        by_member.setdefault(correction.member, []).append(correction)
    for case in linking.cases:
        belief = weigh_case(case, _hearings(case, linking, shelf), policy)
        said = [one for member in case.members for one in by_member.get(member, ())]
        yield corrected(belief, said) if said else belief


def _hearings(case: Case, linking: Linking, shelf: Shelf) -> list[Hearing]:
    hearings = []
    for member in case.members:
        reading = shelf.reading(member.report)
        incident = next((one for one in reading.incidents if one.id == member.record), None)
        if incident is None:
            raise ContractError(f"{member.record} is not in the reading of {member.report}; link the store anew")
        hearings.append(Hearing(reading, incident, linking))
    return hearings


def weigh_case(case: Case, hearings: Sequence[Hearing], policy: Policy) -> Belief:
    """One case under a policy."""
    told: dict[str, list[Told]] = {field: [] for field in FIELDS}
    figures: dict[CountEffect, list[Figure]] = {}
    for hearing in hearings:
        for field, value in hearing.told():
            told[field].append(value)
        for effect, figure in hearing.figures():
            figures.setdefault(effect, []).append(figure)
    voices = {(voice.report, voice.statement): voice for hearing in hearings for voice in hearing.voices}
    ordered = tuple(voices[key] for key in sorted(voices))
    found = responsibilities(hearings)
    return Belief(
        case=case,
        policy=policy.name,
        fields=tuple(_field(field, told[field], hearings, policy) for field in FIELDS),
        counts=tuple(
            (effect, _count(effect, figures[effect], hearings, policy)) for effect in CountEffect if effect in figures
        ),
        responsibilities=found,
        claims=claim_status(found),
        dissent=attributions(found),
        voices=ordered,
        origins=origins(ordered),
        sources=tuple(hearing.source for hearing in hearings),
    )


def _field(field: str, told: Sequence[Told], hearings: Sequence[Hearing], policy: Policy) -> FieldBelief:
    found = variants(told)
    chosen = standing(field, found)
    pick = policy.value(chosen) if chosen else Pick(variant=None, why="nobody says")
    dissent = [
        Dissent(kind=DissentKind.CONFLICT, variant=other, reports=reports(other.voices))
        for other in chosen
        if other is not pick.variant
    ]
    return FieldBelief(
        field=field,
        value=pick.variant,
        low=None,
        high=None,
        variants=tuple(found),
        dissent=(*dissent, *_silence(found, hearings)),
        why=pick.why,
        origins=_origins(found),
    )


def _count(effect: CountEffect, told: Sequence[Figure], hearings: Sequence[Hearing], policy: Policy) -> FieldBelief:
    scope = main_scope(told)
    counted = _figures([figure for figure in told if figure.scope == scope])
    others = _figures([figure for figure in told if figure.scope != scope])
    pick = policy.count(counted)
    dissent = [
        *differing(_origin_of(pick.variant, counted), counted),
        *(Dissent(kind=DissentKind.SCOPE, variant=other, reports=reports(other.voices)) for other in others),
        *_silence([*counted, *others], hearings),
    ]
    value = pick.variant
    return FieldBelief(
        field=effect.value,
        value=value,
        low=pick.low if pick.low is not None else value.low if value else None,
        high=pick.high if pick.high is not None else value.high if value else None,
        variants=(*counted, *others),
        dissent=tuple(dissent),
        why=pick.why,
        origins=_origins(counted),
    )


def _origins(found: Sequence[Variant]) -> int:
    """Independent origins over all variants: an agency that raised its toll is still one."""
    return origins([voice for variant in found for voice in variant.voices])


def _figures(told: Iterable[Figure]) -> list[Variant]:
    grouped: dict[tuple[object, ...], list[Variant]] = {}
    for figure in told:
        grouped.setdefault(figure.same, []).append(figure.variant)
    found = []
    for same in grouped.values():
        variant = joined(same)
        highs = [one.high for one in same]
        found.append(replace(variant, high=None if None in highs else max(high for high in highs if high is not None)))
    return sorted(found, key=lambda variant: (variant.earliest or "~", variant.number or 0, variant.text))


def _origin_of(picked: Variant | None, variants: Sequence[Variant]) -> Variant | None:
    """The variant that a policy picked, which it may have given a number of its own."""
    if picked is None:
        return None
    return next((one for one in variants if one.voices == picked.voices and one.text == picked.text), picked)


def _silence(found: Sequence[Variant], hearings: Sequence[Hearing]) -> list[Dissent]:
    """The reports whose story gives no value at all; none when nobody gives one."""
    speaking = {voice.story for variant in found for voice in variant.voices}
    silent = sorted({hearing.report for hearing in hearings if hearing.story not in speaking})
    if not silent or not speaking:
        return []
    return [Dissent(kind=DissentKind.SILENCE, variant=None, reports=tuple(silent))]
