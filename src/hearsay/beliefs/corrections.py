"""A person's corrections, put over what a policy picks. They are statements with an author: nothing that reports say
goes away, and a correction that is left out leaves no trace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.errors import UsageError
from hearsay.records.belief import Belief, Correction, Dissent, DissentKind, FieldBelief, Variant
from hearsay.records.incident import CountEffect


def corrected(belief: Belief, corrections: Sequence[Correction]) -> Belief:
    """The belief with the corrections applied in their order: of two on one field the later stands.

    Raises:
        UsageError: a correction is of no such field, or gives no number for a count.
    """
    fields = {field.field: field for field in belief.fields}
    counts = dict(belief.counts)
    effects = {effect.value: effect for effect in CountEffect}
    for correction in corrections:
        if correction.field in fields:
            fields[correction.field] = _put(fields[correction.field], correction, None)
        elif correction.field in effects:
            effect = effects[correction.field]
            counts[effect] = _put(counts.get(effect) or _untold(effect), correction, _number(correction))
        else:
            known = ", ".join([*fields, *effects])
            raise UsageError(f"a correction by {correction.author} is of {correction.field!r}; fields are: {known}")
    return replace(
        belief,
        fields=tuple(fields.values()),
        counts=tuple((effect, counts[effect]) for effect in CountEffect if effect in counts),
        corrections=tuple(corrections),
    )


def _number(correction: Correction) -> int:
    if not correction.value.isdecimal():
        raise UsageError(
            f"a correction by {correction.author} gives {correction.value!r} for {correction.field!r}; give a number"
        )
    return int(correction.value)


def _untold(effect: CountEffect) -> FieldBelief:
    return FieldBelief(field=effect.value, value=None, low=None, high=None, variants=(), dissent=(), why="nobody says")


def _put(field: FieldBelief, correction: Correction, number: int | None) -> FieldBelief:
    given = next((variant for variant in field.variants if variant.text == correction.value), None)
    value = given or Variant(text=correction.value, voices=(), origins=0, low=number, high=number)
    dissent = [] if field.value is None or field.value is value else [field.value]
    note = f": {correction.note}" if correction.note else ""
    return replace(
        field,
        value=value,
        low=number,
        high=number,
        dissent=(
            *(
                Dissent(
                    kind=DissentKind.CONFLICT,
                    variant=variant,
                    reports=tuple(sorted({voice.report for voice in variant.voices})),
                )
                for variant in dissent
            ),
            *field.dissent,
        ),
        why=f"corrected by {correction.author} on {correction.at}{note}",
    )
