"""Rows in the form of the UCDP Georeferenced Event Dataset (49 columns): fatal events only, with low, best and high.

`number_of_sources` counts independent origins of the toll (UCDP counts the sources that were consulted), and
`source_original` names who first said it. An actor that is only accused is no side: the side is UCDP's unknown actor
(XXX with the state's number), `code_status` asks for the dyad to be checked, and `event_clarity` is 2.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from hearsay.exports import coding
from hearsay.exports.base import Fault, LeftOut, Material, Row, Written
from hearsay.exports.coding import Doer
from hearsay.exports.tables import check_coded, write_coded
from hearsay.exports.ucdp_check import check_row
from hearsay.exports.wording import all_dropped, speakers
from hearsay.records.actor import ActorKind
from hearsay.records.belief import Belief, DissentKind, FieldBelief
from hearsay.records.incident import CountEffect
from hearsay.records.place import PlacePrecision
from hearsay.vocabulary.codebooks.codes import CountryCodes, columns

STATE, NON_STATE, ONE_SIDED = 1, 2, 3
_STATE_KINDS = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_WHERE = {
    PlacePrecision.SITE: 1,
    PlacePrecision.CITY: 1,
    PlacePrecision.ADMIN2: 3,
    PlacePrecision.ADMIN1: 4,
    PlacePrecision.REGION: 5,
    PlacePrecision.COUNTRY: 6,
}
_LONGEST = 366  # days: what is vaguer than a year has no code
_GRID = 0.5  # degrees of a PRIO-GRID cell
_ROW_OF_CELLS = 720


class Ucdp:
    """A table in the form of the UCDP Georeferenced Event Dataset: its 49 columns, as CSV."""

    name = "ucdp"
    suffix = ".csv"

    def write(self, material: Material, path: Path) -> Written:
        return write_coded(path, columns("ucdp"), map(code, material.beliefs()), _numbered)

    def check(self, path: Path) -> Iterator[Fault]:
        return check_coded(path, columns("ucdp"), check_row)


def _numbered(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    for number, row in enumerate(sorted(rows, key=lambda row: row.order), start=1):
        yield str(number), replace(row, cells={"id": str(number), **row.cells})


def code(belief: Belief) -> Row | LeftOut:
    """One case as a row."""
    killed = belief.count(CountEffect.KILLED)
    best = coding.number(belief, CountEffect.KILLED)
    when, codes = coding.days(belief), coding.codes(belief)
    reason = _why_not(belief, killed)
    if reason or when is None or codes is None or killed is None or best is None:
        return LeftOut(case=belief.case.id, reason=reason or "no deaths are told as a number")
    low, high = _range(killed, best)
    cells = {
        "year": str(when.first.year),
        "code_status": _status(belief, killed),
        **_sides(belief, codes),
        **_sources(belief),
        **_place(belief, codes),
        "event_clarity": _clarity(belief, killed),
        "date_prec": _date_precision(when),
        "date_start": f"{when.first.isoformat()} 00:00:00.000",
        "date_end": f"{when.last.isoformat()} 00:00:00.000",
        **_deaths(belief, best),
        "best": str(best),
        "high": str(high),
        "low": str(low),
    }
    named = _named(belief)
    return Row(
        case=belief.case.id,
        order=(when.first.isoformat(), belief.case.id),
        cells={column: cell for column, cell in cells.items() if cell},
        voices={
            "best": coding.voices(killed),
            "date_start": coding.voices(belief.field("time")),
            "where_coordinates": coding.voices(belief.field("place")),
            "side_a": named.word.voices if named else (),
        },
        why={"best": killed.why},
        dropped=all_dropped(belief),
    )


def _why_not(belief: Belief, killed: FieldBelief | None) -> str | None:
    when = coding.days(belief)
    codes = coding.codes(belief)
    numbers = [one.number for one in killed.variants if one.number is not None] if killed else []
    if not any(numbers):
        return "UCDP takes fatal events only, and no deaths are told as a number"
    if when is None or when.first.year != when.last.year or when.spread > _LONGEST:
        return "no year is known, or the time spans several"
    if codes is None or codes.gw is None or codes.ucdp_region is None:
        return "the country is unknown, or not in UCDP's list of states"
    return None


def _range(killed: FieldBelief, best: int) -> tuple[int, int]:
    """The lowest and the highest figure that count the same as the one held, whatever the policy."""
    apart = {id(one.variant) for one in killed.dissent if one.kind is DissentKind.SCOPE}
    counted = [one for one in killed.variants if id(one) not in apart]
    numbers = [best, *(n for one in counted for n in (one.low, one.high, one.about) if n is not None)]
    return min(numbers), max(numbers)


def _status(belief: Belief, killed: FieldBelief) -> str:
    if _named(belief) is None:
        return "Check dyad"
    if any(one.kind is DissentKind.CONFLICT for one in killed.dissent):
        return "Check deaths"
    place = coding.where(belief)
    return "Check geography" if place is None or not coding.has_point(place) else "Clear"


def _clarity(belief: Belief, killed: FieldBelief) -> str:
    """1 where the reports make the event out in full; 2 where they give sums, or only accuse."""
    only_accused = bool(coding.doers(belief)) and _named(belief) is None
    return "2" if only_accused or any(one.kind is DissentKind.SCOPE for one in killed.dissent) else "1"


def _named(belief: Belief) -> Doer | None:
    return next(iter(coding.undisputed(belief)), None)


def _violence(belief: Belief) -> int:
    doer = _named(belief)
    state = doer is not None and doer.kind in _STATE_KINDS
    if coding.hits_state(belief) or (state and coding.hits_armed(belief)):
        return STATE
    return NON_STATE if coding.hits_armed(belief) else ONE_SIDED


def _sides(belief: Belief, codes: CountryCodes) -> dict[str, str]:
    doer = _named(belief)
    government = f"Government of {codes.ucdp_name}"
    unknown = f"XXX{codes.gw}"
    name = unknown if doer is None else government if doer.kind in _STATE_KINDS else doer.name
    violence = _violence(belief)
    if violence == ONE_SIDED:
        sides = (name, "Civilians")
    elif violence == STATE:
        sides = (government, unknown if name == government else name)
        if name == government:
            sides = (government, coding.text_of(belief, "target") or unknown)
    else:
        sides = (name, coding.text_of(belief, "target") or unknown)
    numbers = [str(codes.gw) if side == government else "" for side in sides]
    return {
        "type_of_violence": str(violence),
        "conflict_name": " - ".join(sides),
        "dyad_name": " - ".join(sides),
        "side_a": sides[0],
        "side_b": sides[1],
        "gwnoa": numbers[0],
        "gwnob": numbers[1],
    }


def _sources(belief: Belief) -> dict[str, str]:
    told = coding.stories(belief)
    killed = belief.count(CountEffect.KILLED)
    first = killed.value if killed else None
    return {
        "number_of_sources": str(killed.origins if killed else belief.origins),
        "source_article": "; ".join(
            f'"{coding.teller(one)},{(one.published or "")[:10]},{one.headline or ""}"' for one in told
        ),
        "source_office": "; ".join(dict.fromkeys(coding.teller(one) for one in told)),
        "source_date": "; ".join((one.published or "")[:10] for one in told),
        "source_headline": "; ".join(one.headline or "" for one in told),
        "source_original": speakers(first) if first and first.voices else "",
    }


def _place(belief: Belief, codes: CountryCodes) -> dict[str, str]:
    cells = {"country": codes.ucdp_name, "country_id": str(codes.gw), "region": codes.ucdp_region or ""}
    place = coding.where(belief)
    if place is None:
        return cells
    cells |= {
        "where_prec": str(_WHERE[place.precision]),
        "where_coordinates": place.name,
        "where_description": place.name,
        "adm_1": place.admin1 or "",
        "adm_2": place.name if place.precision is PlacePrecision.ADMIN2 else "",
    }
    if place.latitude is not None and place.longitude is not None:
        cells |= {
            "latitude": f"{place.latitude:.6f}",
            "longitude": f"{place.longitude:.6f}",
            "geom_wkt": f"POINT ({place.longitude:.6f} {place.latitude:.6f})",
            "priogrid_gid": str(grid_cell(place.latitude, place.longitude)),
        }
    return cells


def grid_cell(latitude: float, longitude: float) -> int:
    """The PRIO-GRID cell: half-degree cells, counted from the south-west corner by rows of 720, from 1."""
    row = min(359, int((latitude + 90) / _GRID))
    column = min(_ROW_OF_CELLS - 1, int((longitude + 180) / _GRID))
    return row * _ROW_OF_CELLS + column + 1


def _date_precision(when: coding.Days) -> str:
    limits = ((1, "1"), (6, "2"), (7, "3"), (31, "4"))
    return next((precision for most, precision in limits if when.spread <= most), "5")


def _deaths(belief: Belief, best: int) -> dict[str, str]:
    """The dead by side, as far as told; the sides add up to best."""
    attackers = min(best, coding.number(belief, CountEffect.ATTACKERS_KILLED) or 0)
    rest = best - attackers
    civilian = _violence(belief) == ONE_SIDED
    doer = _named(belief)
    on_side_b = _violence(belief) == STATE and (doer is None or doer.kind not in _STATE_KINDS)
    return {
        "deaths_a": str(0 if on_side_b else attackers),
        "deaths_b": str(attackers if on_side_b else 0),
        "deaths_civilians": str(rest if civilian else 0),
        "deaths_unknown": str(0 if civilian else rest),
    }
