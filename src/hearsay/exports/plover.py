"""`plover`: JSON lines in the form of the PLOVER manual. Who is only accused is no actor; the comment says who is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from hearsay.exports import coding
from hearsay.exports.base import Fault, LeftOut, Material, Written
from hearsay.exports.json_lines import read_lines
from hearsay.exports.plover_check import QUADS, faults
from hearsay.exports.tables import json_line, side_path, voice_json, written_whole
from hearsay.exports.wording import all_dropped, disputes, responsibility
from hearsay.records.actor import ActorKind
from hearsay.records.belief import Belief
from hearsay.records.incident import CountEffect
from hearsay.records.place import PlacePrecision
from hearsay.vocabulary.kinds import kinds

_SECTORS = {
    ActorKind.ARMED_GROUP: "REB",
    ActorKind.STATE_FORCE: "MIL",
    ActorKind.GOVERNMENT: "GOV",
    ActorKind.PARTY: "PTY",
    ActorKind.CIVILIANS: "CVL",
    ActorKind.NEWS_AGENCY: "JRN",
    ActorKind.OUTLET: "JRN",
}
_TARGET_SECTORS = {
    "military": "MIL",
    "police": "COP",
    "government": "GOV",
    "media": "JRN",
    "religious": "REL",
    "educational": "EDU",
    "business": "BUS",
    "medical": "MED",
    "armed group": "REB",
    "political party": "PTY",
    "political figure": "PTY",
}
_RESOLUTION = {
    PlacePrecision.SITE: 5,
    PlacePrecision.CITY: 4,
    PlacePrecision.ADMIN2: 3,
    PlacePrecision.ADMIN1: 2,
    PlacePrecision.COUNTRY: 1,
}
_SIZES = {CountEffect.KILLED: "dead", CountEffect.WOUNDED: "injured", CountEffect.DETAINED: "arrested"}


class Plover:
    """Events in the form of PLOVER, as JSON lines."""

    name = "plover"
    suffix = ".jsonl"

    def write(self, material: Material, path: Path) -> Written:
        count, absent = 0, 0
        with written_whole(path) as file, written_whole(side_path(path)) as side:
            for belief in material.beliefs():
                record = code(belief)
                if isinstance(record, LeftOut):
                    side.write(json_line({"row": None, "case": record.case, "left_out": record.reason}))
                    absent += 1
                    continue
                file.write(json_line(record))
                side.write(json_line(_evidence(belief)))
                count += 1
        return Written(files=(path, side_path(path)), rows=count, left_out=absent)

    def check(self, path: Path) -> Iterator[Fault]:
        seen: set[str] = set()
        for number, line in read_lines(path):
            if isinstance(line, Fault):
                yield line
            else:
                yield from faults(number, line, seen)


def _evidence(belief: Belief) -> Mapping[str, object]:
    cells = {field.field: field for field in belief.fields} | {effect.value: count for effect, count in belief.counts}
    return {
        "row": belief.case.id,
        "case": belief.case.id,
        "cells": {
            name: {"why": field.why, "voices": [voice_json(voice) for voice in coding.voices(field)]}
            for name, field in cells.items()
            if field.value
        },
        "dropped": list(all_dropped(belief)),
    }


def code(belief: Belief) -> dict[str, object] | LeftOut:
    """One case as a PLOVER record."""
    when, kind = coding.days(belief), kinds().get(coding.text_of(belief, "kind") or "")
    if when is None or when.spread > 31:
        return LeftOut(case=belief.case.id, reason="the date is vaguer than a month")
    if kind is None or kind.plover_event not in QUADS:
        return LeftOut(case=belief.case.id, reason="PLOVER has no category for the kind")
    record: dict[str, object] = {
        "id": belief.case.id,
        "has_event": True,
        "date": when.first.isoformat(),
        **({"enddate": when.last.isoformat()} if when.spread > 1 else {}),
        "actor": _actors(belief),
        "recipient": _recipients(belief),
        "event": [kind.plover_event],
        "mode": [kind.plover_mode] if kind.plover_mode else [],
        "event_text": list(dict.fromkeys(voice.quote for voice in coding.voices(belief.field("kind")))),
        "quad_code": QUADS[kind.plover_event],
        "size": {name: size for effect, name in _SIZES.items() if (size := coding.number(belief, effect)) is not None},
        "cite_info": _citation(belief),
        "coder": "hearsay",
        "comment": " ".join([*responsibility(belief), *disputes(belief)]),
    }
    location = _location(belief)
    return record | ({"event_loc": location} if location else {})


def _actors(belief: Belief) -> list[dict[str, str]]:
    place = coding.where(belief)
    home = coding.alpha3(place.country if place else None) or ""
    named = [
        {
            "code": coding.alpha3(doer.country) or home,
            "sector": _SECTORS.get(doer.kind, "UNK") if doer.kind else "UNK",
            "entity_text": doer.name,
            "identifier_text": doer.name,
        }
        for doer in coding.undisputed(belief)
    ]
    return named or [{"code": home, "sector": "UAF", "entity_text": "unidentified"}]


def _recipients(belief: Belief) -> list[dict[str, str]]:
    target, place = coding.text_of(belief, "target"), coding.where(belief)
    if target is None:
        return []
    sector = _TARGET_SECTORS.get(coding.kind_of(belief, "target") or "")
    civilian = "CVL" if coding.hits_civilians(belief) else "UNK"
    home = coding.alpha3(place.country if place else None) or ""
    return [{"code": home, "sector": sector or civilian, "entity_text": target}]


def _location(belief: Belief) -> dict[str, object] | None:
    place = coding.where(belief)
    if place is None:
        return None
    town, resolution = coding.in_town(place), _RESOLUTION.get(place.precision)
    found = {
        "extracted_place": place.name,
        "resolved_place": place.name,
        "geonameid": place.geonames_id,
        "lat": place.latitude,
        "lon": place.longitude,
        "city": place.name if town else None,
        "province": place.admin1,
        "country": coding.country_name(place.country),
        "country_code": coding.alpha3(place.country),
        "resolution": resolution,
    }
    return {key: value for key, value in found.items() if value is not None}


def _citation(belief: Belief) -> dict[str, str]:
    told = coding.stories(belief)
    first = told[0]
    found = {
        "citation": "; ".join(coding.citation(source) for source in told),
        "url": first.url or "",
        "title": first.headline or "",
        "language": "en",
        "publication": coding.teller(first),
        "codebook": "PLOVER",
    }
    return {key: value for key, value in found.items() if value}
