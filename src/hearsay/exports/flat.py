"""One flat row a case, the columns that the CSV, Parquet and GeoJSON exports share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from hearsay.exports import coding
from hearsay.exports.base import Row
from hearsay.exports.wording import all_dropped
from hearsay.records.belief import Belief
from hearsay.records.incident import CountEffect, Stance

_PLACE = ("place", "place_precision", "country", "admin1", "latitude", "longitude", "geonames_id")
_COUNTS = tuple(f"{effect.value}{end}" for effect in CountEffect for end in ("", "_low", "_high", "_as_reported"))
_STANCES = tuple(stance.value for stance in Stance)
COLUMNS = (
    "case",
    "policy",
    "kind",
    "time",
    "first_day",
    "last_day",
    *_PLACE,
    "target",
    "target_kind",
    "weapon",
    *_COUNTS,
    "claims",
    *_STANCES,
    "origins",
    "stories",
    "reports",
)
NUMBERS = frozenset({"geonames_id", "origins", "stories", "reports"}) | {
    f"{effect.value}{end}" for effect in CountEffect for end in ("", "_low", "_high")
}
"""Columns of whole numbers."""
DEGREES = frozenset({"latitude", "longitude"})


def values(belief: Belief) -> dict[str, str | int | float | None]:
    """The row as values, None where nothing is known or the policy picks nothing."""
    when = coding.days(belief)
    found: dict[str, str | int | float | None] = {
        "case": belief.case.id,
        "policy": belief.policy,
        "kind": coding.text_of(belief, "kind"),
        "time": coding.text_of(belief, "time"),
        "first_day": when.first.isoformat() if when else None,
        "last_day": when.last.isoformat() if when else None,
        **_place(belief),
        "target": coding.text_of(belief, "target"),
        "target_kind": coding.kind_of(belief, "target"),
        "weapon": coding.text_of(belief, "weapon"),
        **_counts(belief),
        "claims": belief.claims.value,
        **_by_stance(belief),
        "origins": belief.origins,
        "stories": len(coding.stories(belief)),
        "reports": len(belief.sources),
    }
    return {column: found[column] for column in COLUMNS}


def _place(belief: Belief) -> Mapping[str, str | int | float | None]:
    place = coding.spot(belief)
    if place is None:
        return dict.fromkeys(_PLACE)
    return {
        "place": place.name,
        "place_precision": place.precision.value,
        "country": place.country,
        "admin1": place.admin1,
        "latitude": place.latitude,
        "longitude": place.longitude,
        "geonames_id": place.geonames_id,
    }


def _counts(belief: Belief) -> Mapping[str, str | int | None]:
    found: dict[str, str | int | None] = dict.fromkeys(_COUNTS)
    for effect, count in belief.counts:
        if count.value:
            found[effect.value] = count.value.number
            found[f"{effect.value}_low"], found[f"{effect.value}_high"] = count.low, count.high
            found[f"{effect.value}_as_reported"] = count.value.text
    return found


def _by_stance(belief: Belief) -> Mapping[str, str | None]:
    """For each stance the names of those who are said to have done it in this way."""
    found: dict[str, str | None] = dict.fromkeys(_STANCES)
    for stance in Stance:
        names = list(dict.fromkeys(one.who.name for one in belief.responsibilities if one.stance is stance))
        found[stance.value] = "; ".join(names) or None
    return found


def rows(beliefs: Iterable[Belief]) -> Iterable[tuple[str, Row]]:
    """The rows with their ids, in the order of the cases."""
    for belief in beliefs:
        cells = {column: str(value) for column, value in values(belief).items() if value is not None}
        counts = {effect.value: count for effect, count in belief.counts}
        fields = {field.field: field for field in belief.fields} | counts
        by_stance = {
            stance.value: tuple(v for one in belief.responsibilities if one.stance is stance for v in one.voices)
            for stance in Stance
        }
        yield (
            belief.case.id,
            Row(
                case=belief.case.id,
                order=(belief.case.id,),
                cells=cells,
                voices={name: coding.voices(field) for name, field in fields.items()} | by_stance,
                why={name: field.why for name, field in fields.items()},
                dropped=all_dropped(belief),
            ),
        )
