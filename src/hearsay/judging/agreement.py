"""How far coders agree, field by field: Krippendorff's alpha over what at least two of them have decided on.

After Krippendorff (2011), "Computing Krippendorff's Alpha-Reliability": any number of coders, missing answers, and a
difference between answers that fits the field. 1 is full agreement, 0 what chance would bring, below 0 worse than that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from hearsay.errors import UsageError
from hearsay.judging.standing import Judged
from hearsay.judging.values import EFFECTS, figure
from hearsay.records.review import Review, Verdict

NOTHING = ""
"""The answer of who rejects a value: the report gives none."""

Difference = Callable[[float | str, float | str], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """How far coders agree on a field: over `items` that two or more have decided on, `same` of which all agree on.

    `alpha` is None when it is not defined: nothing to compare, or only one answer was ever given.
    """

    field: str
    items: int
    same: int
    alpha: float | None


def agreements(judged: Iterable[Judged]) -> tuple[Agreement, ...]:
    """Agreement for each field on which there is anything to compare, by name. Adjudications do not count."""
    units: dict[str, list[list[str]]] = {}
    for one in judged:
        answers = [answer(review) for review in one.coders if review.verdict is not Verdict.CANNOT_TELL]
        if len(answers) > 1:
            units.setdefault(one.item.field, []).append(answers)
    return tuple(_agreement(field, units[field]) for field in sorted(units))


def answer(review: Review) -> str:
    """What a coder says the value is: the one that was read, the coder's own, or nothing."""
    if review.verdict is Verdict.REJECT:
        return NOTHING
    if review.verdict is Verdict.CORRECT:
        return review.value or " ".join(f"{span.start}-{span.end}" for span in review.spans)
    return review.judged if review.judged is not None else NOTHING


def _agreement(field: str, units: Sequence[Sequence[str]]) -> Agreement:
    numbers = [[_number(one) for one in unit] for unit in units] if field in EFFECTS else None
    if numbers is not None and all(one is not None for unit in numbers for one in unit):
        alpha = krippendorff_alpha([[one for one in unit if one is not None] for unit in numbers], ratio)
    else:
        alpha = krippendorff_alpha(units, nominal)
    return Agreement(field=field, items=len(units), same=sum(len(set(unit)) == 1 for unit in units), alpha=alpha)


def _number(given: str) -> float | None:
    """A figure as a number: its lower bound; None for words without one."""
    inside = given.rpartition("(")[2].rstrip(")") if given.endswith(")") else given
    try:
        return float(figure(inside)[0])
    except UsageError:
        return None


def krippendorff_alpha(units: Iterable[Sequence[float | str]], difference: Difference) -> float | None:
    """Alpha over units, each with the answers that were given to it (missing ones left out).

    `difference` is the metric, squared: 0 for the same answer. None when no unit has two answers, or when all answers
    are the same, so that chance could not have disagreed.
    """
    pairable = [unit for unit in units if len(unit) > 1]
    totals: Counter[float | str] = Counter(one for unit in pairable for one in unit)
    number = sum(totals.values())
    if len(totals) < 2:
        return None
    observed = 0.0
    for unit in pairable:
        apart = sum(difference(one, other) for one in unit for other in unit)
        observed += apart / (len(unit) - 1)
    expected = sum(
        totals[one] * totals[other] * difference(one, other) for one in totals for other in totals if one != other
    )
    return 1.0 - (number - 1) * observed / expected


def nominal(one: float | str, other: float | str) -> float:
    """Answers are the same, or they are not."""
    return float(one != other)


def interval(one: float | str, other: float | str) -> float:
    """Numbers, by how far they lie apart."""
    return (float(one) - float(other)) ** 2


def ratio(one: float | str, other: float | str) -> float:
    """Counts, by how far they lie apart beside their size: 1 and 2 are further apart than 101 and 102."""
    together = float(one) + float(other)
    return 0.0 if together == 0 else ((float(one) - float(other)) / together) ** 2
