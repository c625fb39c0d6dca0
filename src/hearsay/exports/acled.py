"""Rows in the form of the Armed Conflict Location & Event Data project (31 columns).

The codebook has no mark of doubt and no column for a claim: an actor that is only accused stays "Unidentified Armed
Group", and who accuses whom stands in the notes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from hearsay.exports import coding
from hearsay.exports.acled_check import DISORDER, INTER, check_row
from hearsay.exports.base import Fault, LeftOut, Material, Row, Written
from hearsay.exports.tables import check_coded, write_coded
from hearsay.exports.wording import all_dropped, disputes, summary
from hearsay.records.actor import ActorKind
from hearsay.records.belief import Belief
from hearsay.records.incident import CountEffect
from hearsay.records.place import PlacePrecision
from hearsay.vocabulary.codebooks.codes import columns
from hearsay.vocabulary.countries import countries
from hearsay.vocabulary.kinds import IncidentKind, kinds
from hearsay.vocabulary.outlets import outlet_named

LONGEST = 31  # days: what is vaguer than a month is not coded
_WEEK = 7
_FORCES = {"military": "Military Forces of {}", "police": "Police Forces of {}", "government": "Government of {}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    name: str
    inter: int | None
    allies: str = ""


class Acled:
    """A table in the form of the Armed Conflict Location & Event Data: its 31 columns, as CSV."""

    name = "acled"
    suffix = ".csv"

    def write(self, material: Material, path: Path) -> Written:
        return write_coded(path, columns("acled"), map(code, material.beliefs()), _numbered)

    def check(self, path: Path) -> Iterator[Fault]:
        return check_coded(path, columns("acled"), check_row)


def _numbered(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """Rows with their ids: the country's letters and a number within it, by date and case."""
    serials: dict[str, int] = {}
    for row in sorted(rows, key=lambda row: row.order):
        country = row.order[-1]
        serials[country] = serials.get(country, 0) + 1
        identity = f"{country}{serials[country]}"
        yield identity, replace(row, cells={"event_id_cnty": identity, **row.cells})


def code(belief: Belief) -> Row | LeftOut:
    """One case as a row."""
    reason = _why_not(belief)
    when, place, codes = coding.days(belief), coding.where(belief), coding.codes(belief)
    kind = kinds().get(coding.text_of(belief, "kind") or "")
    if reason or when is None or place is None or codes is None or kind is None:
        return LeftOut(case=belief.case.id, reason=reason or "nothing that ACLED codes")
    event, sub_event = _event(belief, kind)
    one, other = _sides(belief, event)
    numeric = countries()[codes.alpha2].numeric
    cells = {
        "event_date": when.middle.isoformat(),
        "year": str(when.middle.year),
        "time_precision": "1" if when.spread == 1 else "2" if when.spread <= _WEEK else "3",
        "disorder_type": DISORDER[sub_event],
        "event_type": event,
        "sub_event_type": sub_event,
        **_actors(one, other),
        "civilian_targeting": "Civilian targeting" if other.inter == 7 or coding.hits_civilians(belief) else "",
        "iso": str(int(numeric)) if numeric else "",
        "region": codes.acled_region or "",
        "country": codes.acled_name,
        "admin1": place.admin1 or (place.name if place.precision is PlacePrecision.ADMIN1 else ""),
        "admin2": place.name if place.precision is PlacePrecision.ADMIN2 else "",
        "location": place.name,
        **_point(belief),
        **_sources(belief),
        "notes": " ".join([summary(belief), *disputes(belief)]),
        "fatalities": str(coding.number(belief, CountEffect.KILLED) or 0),
    }
    killed = belief.count(CountEffect.KILLED)
    return Row(
        case=belief.case.id,
        order=(when.middle.isoformat(), belief.case.id, coding.alpha3(codes.alpha2) or codes.alpha2),
        cells={column: cell for column, cell in cells.items() if cell},
        voices={
            "fatalities": coding.voices(killed),
            "event_date": coding.voices(belief.field("time")),
            "location": coding.voices(belief.field("place")),
            "sub_event_type": coding.voices(belief.field("kind")),
            "actor1": tuple(voice for doer in coding.undisputed(belief)[:1] for voice in doer.word.voices),
        },
        why={"fatalities": killed.why} if killed else {"fatalities": "no deaths are reported: 0"},
        dropped=all_dropped(belief),
    )


def _why_not(belief: Belief) -> str | None:
    """What ACLED does not code."""
    when, place, codes = coding.days(belief), coding.where(belief), coding.codes(belief)
    kind = kinds().get(coding.text_of(belief, "kind") or "")
    if when is None or when.spread > LONGEST:
        return "the date is vaguer than a month"
    if place is None or place.precision is PlacePrecision.COUNTRY:
        return "no place finer than a country is known"
    if codes is None or codes.acled_region is None:
        return "the country is unknown, or not in ACLED's list"
    return None if kind else "the kind is not in the vocabulary"


def _event(belief: Belief, kind: IncidentKind) -> tuple[str, str]:
    """ACLED's types; an armed assault on soldiers is a battle, on civilians it is violence against them."""
    event, sub_event = kind.acled_event, kind.acled_sub_event
    armed = coding.hits_state(belief) or coding.hits_armed(belief)
    if event == "Battles" and sub_event == "Armed clash" and coding.hits_civilians(belief):
        return "Violence against civilians", "Attack"
    if (event, sub_event) == ("Violence against civilians", "Attack") and armed:
        return "Battles", "Armed clash"
    weapon = coding.kind_of(belief, "weapon") or ""
    if event == "Explosions/Remote violence" and "suicide" in weapon:
        return event, "Suicide bomb"
    return event, sub_event


def _sides(belief: Belief, event: str) -> tuple[_Side, _Side]:
    place = coding.where(belief)
    home = place.country if place else None
    country = coding.country_name(home) or ""
    named = coding.undisputed(belief)
    first = _Side(name=f"Unidentified Armed Group ({country})", inter=3)
    if named:
        allies = "; ".join(doer.name for doer in named[1:])
        first = _Side(name=named[0].name, inter=_inter(named[0].kind, named[0].country, home), allies=allies)
    elif event in ("Protests", "Riots"):
        crowd = "Protesters" if event == "Protests" else "Rioters"
        first = _Side(name=f"{crowd} ({country})", inter=6 if event == "Protests" else 5)
    return first, _target_side(belief, country, event)


def _target_side(belief: Belief, country: str, event: str) -> _Side:
    kind = coding.kind_of(belief, "target")
    if kind in _FORCES:
        return _Side(name=_FORCES[kind].format(country), inter=1)
    if kind == "armed group":
        return _Side(name=coding.text_of(belief, "target") or f"Unidentified Armed Group ({country})", inter=3)
    if coding.hits_civilians(belief) or event == "Violence against civilians":
        return _Side(name=f"Civilians ({country})", inter=7)
    return _Side(name="", inter=None)


def _inter(kind: ActorKind | None, actor_country: str | None, home: str | None) -> int:
    if kind in (ActorKind.STATE_FORCE, ActorKind.GOVERNMENT):
        return 8 if actor_country and home and actor_country != home else 1
    if kind is ActorKind.ARMED_GROUP:
        return 2
    return 7 if kind is ActorKind.CIVILIANS else 3


def _actors(one: _Side, other: _Side) -> dict[str, str]:
    first = INTER[one.inter] if one.inter else ""
    second = INTER[other.inter] if other.inter else ""
    pair = [INTER[inter] for inter in sorted(side.inter for side in (one, other) if side.inter)]
    return {
        "actor1": one.name,
        "assoc_actor_1": one.allies,
        "inter1": first,
        "actor2": other.name,
        "inter2": second,
        "interaction": "-".join(pair) if len(pair) > 1 else f"{pair[0]} only" if pair else "",
    }


def _point(belief: Belief) -> dict[str, str]:
    place = coding.where(belief)
    precision = "1" if coding.in_town(place) else "2" if place and place.precision is PlacePrecision.ADMIN2 else "3"
    if place is None or not coding.has_point(place):
        return {"geo_precision": precision}
    return {"latitude": f"{place.latitude:.4f}", "longitude": f"{place.longitude:.4f}", "geo_precision": precision}


def _sources(belief: Belief) -> dict[str, str]:
    names = list(dict.fromkeys(coding.teller(source) for source in belief.sources))
    place = coding.where(belief)
    home = place.country if place else None
    scales = {scale for source in belief.sources if (scale := _scale(source.agency or source.outlet, home))}
    latest = max((source.published[:10] for source in belief.sources if source.published), default=None)
    stamp = int(datetime.fromisoformat(latest).replace(tzinfo=UTC).timestamp()) if latest else None
    return {
        "source": "; ".join(names),
        "source_scale": "-".join(sorted(scales, reverse=True)),
        "timestamp": "" if stamp is None else str(stamp),
    }


def _scale(name: str | None, home: str | None) -> str | None:
    known = outlet_named(name) if name else None
    if known is None or known.country is None:
        return None
    return "National" if known.country == home else "International"
