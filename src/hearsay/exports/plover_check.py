"""The rules that a PLOVER record has to keep. Source: the PLOVER manual (2024), event categories and data fields."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from hearsay.exports.base import Fault

QUADS = {
    **dict.fromkeys(("AGREE", "CONSULT", "SUPPORT", "CONCEDE"), 1),
    **dict.fromkeys(("COOPERATE", "AID", "RETREAT"), 2),
    **dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3),
    **dict.fromkeys(("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"), 4),
}
"""The quad code of each category: verbal and material cooperation, verbal and material conflict."""

MODES = {
    "PROTEST": "demo riot strike hunger boycott obstruct vandalize",
    "COERCE": "seize restrict censor curfew martial-law arrest deport withhold misinformation cyber",
    "ASSAULT": "abduct beat torture sexual targeted destroy primitive firearms explosives suicide-attack aerial drone"
    " heavy-weapons crowd-control unconventional",
}
_RECIPIENTS = frozenset({"COOPERATE", "AID", "SANCTION"})
_REQUIRED = ("id", "has_event", "date", "actor", "event")
_SECTORS = frozenset(
    "COP GOV JUD LEG MIL PRM PTY REB SPY UAF UNK AGR BUS CRM CVL EDU ELI JRN LAB MED REF OPP PRE REL SOC".split()
)


def faults(number: int, record: Mapping[str, object], seen: set[str]) -> Iterator[Fault]:
    """The faults of one record; `seen` holds the ids of those before it."""
    for column, message in _faults(record):
        yield Fault(row=number, column=column, message=message)
    identity = str(record.get("id"))
    if identity in seen:
        yield Fault(row=number, column="id", message=f"{identity!r} is given twice")
    seen.add(identity)


def _faults(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for field in _REQUIRED:
        if record.get(field) in (None, "", []):
            yield field, "is required"
    for field in ("date", "enddate"):
        if field in record and not _is_day(record[field]):
            yield field, f"{record[field]!r} is no date YYYY-MM-DD"
    yield from _events(record)
    yield from _entities(record)


def _is_day(value: object) -> bool:
    try:
        date.fromisoformat(str(value))
    except ValueError:
        return False
    return True


def _events(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    events, modes = record.get("event"), record.get("mode", [])
    if not isinstance(events, list) or not isinstance(modes, list):
        yield "event", "event and mode are lists"
        return
    allowed = {mode for event in events for mode in MODES.get(str(event), "").split()}
    for event in events:
        if event not in QUADS:
            yield "event", f"{event!r} is no category"
        elif record.get("quad_code", QUADS[event]) != QUADS[event]:
            yield "quad_code", f"{record.get('quad_code')!r} should be {QUADS[event]} for {event}"
        if event in _RECIPIENTS and not record.get("recipient"):
            yield "recipient", f"{event} needs a recipient"
    for mode in modes:
        if mode not in allowed:
            yield "mode", f"{mode!r} is no mode of {', '.join(map(str, events))}"


def _entities(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    for field in ("actor", "recipient"):
        entities = record.get(field, [])
        for entity in entities if isinstance(entities, list) else [entities]:
            if not isinstance(entity, dict):
                yield field, "is a list of objects"
            elif entity.get("sector") and str(entity["sector"])[:3] not in _SECTORS:
                yield field, f"{entity['sector']!r} is no sector"
