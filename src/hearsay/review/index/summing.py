"""A case as one row: what a table, a map and a histogram need of its belief, no more than the reports say.

Values that differ stay a range: a toll from the lowest figure to the highest, a time from the first day to the last.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from hearsay.records.belief import Belief, FieldBelief, Responsibility, Variant, Where
from hearsay.records.incident import CountEffect, Stance
from hearsay.records.place import PlacePrecision
from hearsay.rendering.cases import is_disputed
from hearsay.store.days import days_of
from hearsay.vocabulary.countries import countries
from hearsay.vocabulary.folding import fold

POINTS = frozenset({PlacePrecision.SITE, PlacePrecision.CITY, PlacePrecision.ADMIN2})
"""Precisions whose coordinates are where it happened, more or less; the middle of a country is not."""

NAMED = 6  # actors that a row names
LARGEST = 2**31 - 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The row of a case, beside its belief's `actors`: (shared id, stance, origins)."""

    row: dict[str, object]
    places: tuple[str, ...]
    actors: tuple[tuple[str, Stance, int], ...]
    words: str


def summed(belief: Belief) -> Sum:
    """The row of a case; its number and its actors' numbers are not known here."""
    fields = {field.field: field for field in belief.fields}
    kind, place = _shown(fields["kind"]), _shown(fields["place"])
    where = _located(fields["place"])
    counts = dict(belief.counts)
    days = _days(fields["time"])
    disputed = [field.field for field in (*belief.fields, *counts.values()) if is_disputed(field)]
    row: dict[str, object] = {
        "id": belief.case.id,
        "kind": kind.text if kind else "incident",
        "time": _time(fields["time"]),
        "first_day": days[0] if days else None,
        "last_day": days[1] if days else None,
        "place": place.where.name if place and place.where else place.text if place else None,
        "within": _within(place.where) if place and place.where else None,
        "country": place.where.country if place and place.where else None,
        "latitude": where.latitude if where else None,
        "longitude": where.longitude if where else None,
        "disputed_toll": any(is_disputed(field) for field in counts.values()),
        "disputed": ", ".join(name.replace("_", " ") for name in disputed),
        "claims": belief.claims.value,
        "who": json.dumps(_who(belief.responsibilities), ensure_ascii=False),
        "origins": belief.origins,
        "stories": len({source.story for source in belief.sources}),
        "reports": len({source.report for source in belief.sources}),
        **_toll("killed", counts.get(CountEffect.KILLED)),
        **_toll("wounded", counts.get(CountEffect.WOUNDED)),
    }
    return Sum(
        row=row,
        places=tuple(dict.fromkeys(_place_names(fields["place"]))),
        actors=tuple((one.who.id, one.stance, one.origins) for one in belief.responsibilities),
        words=" \n".join(_words(belief)),
    )


def _shown(field: FieldBelief) -> Variant | None:
    """The value held, else the one that most origins give, the earliest of equals."""
    if field.value is not None:
        return field.value
    return max(field.variants, key=lambda variant: variant.origins, default=None)


def _located(field: FieldBelief) -> Where | None:
    """The first place that is a point on a map: the shown one, the town that it lies in, then the other variants."""
    first = _shown(field)
    for variant in (first, *field.variants):
        where = variant.where if variant else None
        while where is not None:
            if where.latitude is not None and where.precision in POINTS:
                return where
            where = where.town
    return None


def _within(where: Where) -> str | None:
    """The town, area and country around a place, each once."""
    country = countries().get(where.country or "")
    parts = (where.town.name if where.town else None, where.admin1, country.name if country else where.country)
    return ", ".join(dict.fromkeys(part for part in parts if part and part != where.name)) or None


def _days(field: FieldBelief) -> tuple[int, int] | None:
    """The first and last day that the value held allows, or else any variant, as ordinals."""
    said = [field.value] if field.value is not None else field.variants
    spans = [days for variant in said if (days := days_of(variant.text))]
    if not spans:
        return None
    first, last = min(one[0] for one in spans), max(one[1] for one in spans)
    return date.fromisoformat(first).toordinal(), date.fromisoformat(last).toordinal()


def _time(field: FieldBelief) -> str | None:
    """The time held; of several the earliest to the latest, as an EDTF interval."""
    if field.value is not None:
        return field.value.text
    dated = sorted((days, variant.text) for variant in field.variants if (days := days_of(variant.text)))
    if not dated:
        return field.variants[0].text if field.variants else None
    first, last = dated[0][1], max(dated, key=lambda one: one[0][1])[1]
    return first if first == last or "/" in first or "/" in last else f"{first}/{last}"


def _toll(name: str, field: FieldBelief | None) -> dict[str, object]:
    """The lowest and highest figure that stand, and how a table shows them: "13–70", "13+" for "at least 13"."""
    said = () if field is None else [field.value] if field.value is not None else field.variants
    numbers = [min(max(number, 0), LARGEST) for variant in said for number in _numbers(variant)]
    if not numbers:
        return {name: None, f"{name}_low": None, f"{name}_high": None}
    low, high = min(numbers), max(numbers)
    open_end = any(variant.number == high and variant.high is None and variant.about is None for variant in said)
    shown = f"{low:,}" if low == high else f"{low:,}–{high:,}"
    return {name: shown + "+" * open_end, f"{name}_low": low, f"{name}_high": high}


def _numbers(variant: Variant) -> Iterator[int]:
    for number in (variant.low, variant.high, variant.about):
        if number is not None:
            yield number


def _who(said: Sequence[Responsibility]) -> list[list[object]]:
    """Actors by name, stance and origins: own words first, then what most origins say."""
    order = [Stance.CLAIMED, Stance.DENIED, Stance.ACCUSED, Stance.SUSPECTED, Stance.CREDITED, Stance.REPORTED]
    ranked = sorted(said, key=lambda one: (order.index(one.stance), -one.origins, one.who.name))
    return [[one.who.name, one.stance.value, one.origins] for one in ranked[:NAMED]]


def _place_names(field: FieldBelief) -> Iterator[str]:
    for variant in field.variants:
        where = variant.where
        while where is not None:
            yield fold(where.name)
            if where.admin1:
                yield fold(where.admin1)
            where = where.town


def _words(belief: Belief) -> Iterator[str]:
    """What full-text search looks in: the words behind every voice, headlines, names and values."""
    yield from dict.fromkeys(voice.quote for voice in belief.voices)
    yield from dict.fromkeys(source.headline for source in belief.sources if source.headline)
    yield from dict.fromkeys(one.who.name for one in belief.responsibilities)
    yield from _texts(belief.fields)


def _texts(fields: Iterable[FieldBelief]) -> Iterator[str]:
    for field in fields:
        yield from (variant.text for variant in field.variants)
