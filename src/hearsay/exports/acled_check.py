"""The rules that an ACLED row has to keep: the hierarchy of events, the types of actors, and their pairs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date

from hearsay.exports.base import Fault

_BOTH = "Political violence; Demonstrations"
HIERARCHY = {
    "Battles": ("Government regains territory", "Non-state actor overtakes territory", "Armed clash"),
    "Protests": ("Excessive force against protesters", "Protest with intervention", "Peaceful protest"),
    "Riots": ("Violent demonstration", "Mob violence"),
    "Explosions/Remote violence": (
        "Chemical weapon",
        "Air/drone strike",
        "Suicide bomb",
        "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED",
        "Grenade",
    ),
    "Violence against civilians": ("Sexual violence", "Attack", "Abduction/forced disappearance"),
    "Strategic developments": (
        "Agreement",
        "Arrests",
        "Change to group/activity",
        "Disrupted weapons use",
        "Headquarters or base established",
        "Looting/property destruction",
        "Non-violent transfer of territory",
        "Other",
    ),
}
"""Sub-event types by event type."""

_OF_EVENT = {
    "Protests": "Demonstrations",
    "Riots": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
DISORDER = {
    sub_event: _OF_EVENT.get(event, "Political violence")
    for event, sub_events in HIERARCHY.items()
    for sub_event in sub_events
} | {"Excessive force against protesters": _BOTH, "Mob violence": "Political violence"}
"""The disorder type of each sub-event type."""

INTER = {
    1: "State forces",
    2: "Rebel group",
    3: "Political militia",
    4: "Identity militia",
    5: "Rioters",
    6: "Protesters",
    7: "Civilians",
    8: "External/Other forces",
}
"""The types of actors; files since September 2024 carry the words."""

_SCALES = frozenset({"Local partner", "Subnational", "National", "Regional", "International", "New media", "Other"})
_REQUIRED = (
    "event_id_cnty event_date year time_precision disorder_type event_type sub_event_type actor1 inter1 interaction"
    " region country location geo_precision source notes fatalities"
).split()


def check_row(number: int, cells: Mapping[str, str], seen: set[str]) -> Iterator[Fault]:
    """The faults of one row; `seen` holds the ids of the rows before it."""
    for column, message in _faults(cells):
        yield Fault(row=number, column=column, message=message)
    if cells["event_id_cnty"] in seen:
        yield Fault(row=number, column="event_id_cnty", message=f"{cells['event_id_cnty']!r} is given twice")
    seen.add(cells["event_id_cnty"])


def _faults(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for column in _REQUIRED:
        if not cells[column]:
            yield column, "is empty"
    yield from _forms(cells)
    yield from _events(cells)
    yield from _actors(cells)


def _forms(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    if not re.fullmatch(r"[A-Z]{3}\d+", cells["event_id_cnty"]):
        yield "event_id_cnty", f"{cells['event_id_cnty']!r} is not three letters and a number"
    try:
        day = date.fromisoformat(cells["event_date"])
    except ValueError:
        yield "event_date", f"{cells['event_date']!r} is no date YYYY-MM-DD"
    else:
        if str(day.year) != cells["year"]:
            yield "year", f"{cells['year']!r} is not the year of {cells['event_date']}"
    for column in ("time_precision", "geo_precision"):
        if cells[column] not in {"1", "2", "3"}:
            yield column, f"{cells[column]!r} is none of 1, 2, 3"
    if not cells["fatalities"].isdecimal():
        yield "fatalities", f"{cells['fatalities']!r} is no whole number from 0"
    for scale in cells["source_scale"].split("-"):
        if scale and scale not in _SCALES:
            yield "source_scale", f"{scale!r} is no scale"
    if bool(cells["latitude"]) != bool(cells["longitude"]):
        yield "latitude", "one coordinate without the other"


def _events(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    event, sub_event = cells["event_type"], cells["sub_event_type"]
    if event not in HIERARCHY:
        yield "event_type", f"{event!r} is none of {', '.join(HIERARCHY)}"
    elif sub_event not in HIERARCHY[event]:
        yield "sub_event_type", f"{sub_event!r} is none of those of {event}"
    elif cells["disorder_type"] != DISORDER[sub_event]:
        yield "disorder_type", f"{cells['disorder_type']!r} should be {DISORDER[sub_event]!r}"
    if event == "Violence against civilians" and cells["inter2"] != INTER[7]:
        yield "inter2", "in violence against civilians the second actor is civilians"


def _actors(cells: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    by_words = {words: number for number, words in INTER.items()}
    numbers = []
    for place in ("1", "2"):
        words = cells[f"inter{place}"]
        if bool(words) != bool(cells[f"actor{place}"]):
            yield f"inter{place}", "an actor without its type, or a type without its actor"
        if words and words not in by_words:
            yield f"inter{place}", f"{words!r} is no type of actor"
        elif words:
            numbers.append(by_words[words])
    pair = [INTER[number] for number in sorted(numbers)]
    expected = "-".join(pair) if len(pair) > 1 else f"{pair[0]} only" if pair else ""
    if cells["interaction"] != expected:
        yield "interaction", f"{cells['interaction']!r} should be {expected!r}"
    if cells["civilian_targeting"] not in {"", "Civilian targeting"}:
        yield "civilian_targeting", f"{cells['civilian_targeting']!r} is neither empty nor 'Civilian targeting'"
