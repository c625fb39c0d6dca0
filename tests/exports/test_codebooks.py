"""The rows of the codebooks: codes, ranges, and no accusation that comes out as a fact."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.exports.materials import ACCUSED, RIVALS, material, reading
from tests.links.tellings import Happening, Word

from hearsay.exports.built import CODEBOOKS
from hearsay.exports.ucdp import grid_cell
from hearsay.records.actor import ActorKind
from hearsay.records.incident import Stance
from hearsay.records.place import PlacePrecision


def _rows(name: str, path: Path, policy: str) -> list[dict[str, str]]:
    CODEBOOKS.named(name).write(material(policy=policy), path)
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_gtd(tmp_path: Path) -> None:
    vague, shooting, blast = _rows("gtd", tmp_path / "gtd.csv", "gtd")
    assert len(blast) == 135
    assert list(blast)[:5] == ["eventid", "iyear", "imonth", "iday", "approxdate"]
    assert blast["eventid"] == "203105060001"
    assert (blast["country"], blast["country_txt"], blast["region"]) == ("123", "Mali", "11")
    assert (blast["attacktype1"], blast["suicide"], blast["weaptype1"]) == ("3", "1", "6")
    assert (blast["targtype1_txt"], blast["target1"]) == ("Business", "the grain market")
    assert (blast["nkill"], blast["nwound"]) == ("40", "90")
    assert {blast["gname"], blast["gname2"]} == {"Red Heron Brigade", "Dune Front"}
    assert (blast["claimed"], blast["claim2"], blast["compclaim"]) == ("1", "1", "1")
    assert "13 people" in blast["addnotes"]
    assert (shooting["gname"], shooting["guncertain1"], shooting["claimed"]) == ("Dune Front", "1", "0")
    assert "accused" in shooting["addnotes"]
    assert vague["eventid"] == "203100000001"
    assert (vague["imonth"], vague["iday"], vague["specificity"]) == ("0", "0", "5")


@pytest.mark.parametrize(
    ("kind", "weapon", "cells"),
    [
        ("armed assault", "a knife", ("2", "9", "23", "a knife")),
        ("bombing", "a grenade", ("3", "6", "7", "a grenade")),
        ("armed assault", "a truck attack", ("2", "10", "", "a truck attack")),
        ("armed assault", None, ("2", "13", "", "")),
        ("shooting", None, ("2", "5", "5", "")),
    ],
)
def test_gtds_weapon_is_the_one_named_else_what_the_kind_tells(
    kind: str, weapon: str | None, cells: tuple[str, ...], tmp_path: Path
) -> None:
    happening = Happening(words=(Word(words="It killed two.", killed=2),), kind=kind, weapon=weapon, time="2031-05-06")
    path = tmp_path / "gtd.csv"
    CODEBOOKS.named("gtd").write(material([reading(1, happening)], "gtd"), path)
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert tuple(row[column] for column in ("attacktype1", "weaptype1", "weapsubtype1", "weapdetail")) == cells
    assert list(CODEBOOKS.named("gtd").check(path)) == []


def test_acled(tmp_path: Path) -> None:
    rows = {row["event_id_cnty"]: row for row in _rows("acled", tmp_path / "acled.csv", "acled")}
    assert set(rows) == {"MLI1", "MLI2", "MLI3"}
    shooting, blast, arrest = rows["MLI1"], rows["MLI2"], rows["MLI3"]
    assert (blast["sub_event_type"], blast["disorder_type"]) == ("Suicide bomb", "Political violence")
    assert (blast["fatalities"], blast["iso"], blast["region"]) == ("13", "466", "Western Africa")
    assert blast["actor1"] == "Unidentified Armed Group (Mali)"
    assert (blast["inter2"], blast["interaction"]) == ("Civilians", "Political militia-Civilians")
    assert blast["notes"].startswith("On 6 May 2031, a suicide bombing")
    assert "rival" in blast["notes"]
    assert "Dune Front" not in shooting["actor1"]
    assert "Dune Front was accused" in shooting["notes"]
    assert (shooting["event_type"], shooting["actor2"]) == ("Battles", "Military Forces of Mali")
    assert (arrest["event_date"], arrest["time_precision"]) == ("2031-05-16", "3")


def test_a_rival_that_no_column_holds_still_leaves_the_actor_unnamed(tmp_path: Path) -> None:
    blast = reading(1, RIVALS)
    person = [replace(a, kind=ActorKind.PERSON) if a.name == "Dune Front" else a for a in blast.actors]
    path = tmp_path / "acled.csv"
    CODEBOOKS.named("acled").write(material([replace(blast, actors=tuple(person))], "acled"), path)
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert row["actor1"] == "Unidentified Armed Group (Mali)"


UNNAMED = [("gunmen", Stance.REPORTED), ("Unidentified armed men", Stance.ACCUSED), ("two youths", Stance.SUSPECTED)]


@pytest.mark.parametrize(("doer", "stance"), UNNAMED)
def test_who_is_known_by_the_deed_alone_is_written_as_the_codebooks_write_the_unknown(
    doer: str, stance: Stance, tmp_path: Path
) -> None:
    word = Word(words="They killed three.", speaker="police", killed=3, doer=doer, stance=stance)
    told = material([reading(1, replace(ACCUSED, words=(word,)))], "acled")
    for name in ("gtd", "acled", "ucdp", "plover"):
        CODEBOOKS.named(name).write(told, tmp_path / name)
    rows = {}
    for name in ("gtd", "acled", "ucdp"):
        with (tmp_path / name).open(encoding="utf-8", newline="") as file:
            (rows[name],) = csv.DictReader(file)
    gtd, acled, ucdp = rows["gtd"], rows["acled"], rows["ucdp"]
    assert (gtd["gname"], gtd["guncertain1"], gtd["claimed"], gtd["claimmode"]) == ("Unknown", "", "0", "")
    assert doer in gtd["addnotes"]
    assert (acled["actor1"], acled["inter1"]) == ("Unidentified Armed Group (Mali)", "Political militia")
    assert "XXX432" in (ucdp["side_a"], ucdp["side_b"])
    assert (ucdp["code_status"], ucdp["event_clarity"]) == ("Check dyad", "1")
    (record,) = [json.loads(line) for line in (tmp_path / "plover").read_text(encoding="utf-8").splitlines()]
    assert record["actor"] == [{"code": "MLI", "sector": "UAF", "entity_text": "unidentified"}]


@pytest.mark.parametrize("said", [True, False])
def test_a_site_is_coded_by_the_town_that_it_lies_in(said: bool, tmp_path: Path) -> None:
    blast = reading(1, RIVALS)
    (town,) = blast.places
    site = replace(
        town,
        id="place-site",
        name="grain market",
        precision=PlacePrecision.SITE,
        latitude=None,
        longitude=None,
        within=town.id if said else None,
    )
    (incident,) = blast.incidents
    incidents = (replace(incident, places=(site.id,) if said else (site.id, town.id)),)
    found = replace(blast, places=(town, site), incidents=incidents)
    path = tmp_path / "gtd.csv"
    CODEBOOKS.named("gtd").write(material([found], "gtd"), path)
    with path.open(encoding="utf-8", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["city"], row["location"], row["specificity"]) == ("Tessaro", "grain market", "1")
    assert (row["latitude"], row["longitude"]) == ("14.500000", "-4.200000")


def test_ucdp(tmp_path: Path) -> None:
    shooting, blast = _rows("ucdp", tmp_path / "ucdp.csv", "ucdp")
    assert (blast["low"], blast["best"], blast["high"]) == ("13", "40", "40")
    assert (blast["type_of_violence"], blast["side_a"], blast["side_b"]) == ("3", "XXX432", "Civilians")
    assert (blast["deaths_civilians"], blast["deaths_unknown"]) == ("40", "0")
    assert (shooting["type_of_violence"], shooting["side_a"], shooting["side_b"]) == (
        "1",
        "Government of Mali",
        "XXX432",
    )
    assert (shooting["code_status"], shooting["event_clarity"]) == ("Check dyad", "2")
    assert shooting["source_original"] == "police"
    assert blast["geom_wkt"] == "POINT (-4.200000 14.500000)"


def test_prio_grid_cells() -> None:
    assert grid_cell(-90, -180) == 1
    assert grid_cell(-89.9, 179.9) == 720
    assert grid_cell(90, 180) == 259200


def test_plover(tmp_path: Path) -> None:
    path = tmp_path / "plover.jsonl"
    CODEBOOKS.named("plover").write(material(policy="latest"), path)
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    shooting = next(record for record in records if record["mode"] == ["firearms"])
    assert shooting["quad_code"] == 4
    assert shooting["actor"] == [{"code": "MLI", "sector": "UAF", "entity_text": "unidentified"}]
    assert "accused" in shooting["comment"]
    assert shooting["recipient"][0]["sector"] == "MIL"
    assert shooting["size"] == {"dead": 3}


def test_ftm_has_nobody_involved_who_is_only_accused_or_contested(tmp_path: Path) -> None:
    path = tmp_path / "ftm.jsonl"
    CODEBOOKS.named("ftm").write(material(), path)
    entities = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    events = [entity for entity in entities if entity["schema"] == "Event"]
    assert len(events) == 5
    assert not any("involved" in event["properties"] for event in events)
    roles = [entity["properties"]["role"][0] for entity in entities if entity["schema"] == "UnknownLink"]
    assert sorted(role.partition(",")[0] for role in roles) == ["accused", "claimed", "claimed"]


SPOILT = {
    "gtd": [("attacktype1", "99"), ("guncertain1", ""), ("nkill", "many"), ("imonth", "13"), ("compclaim", "2")],
    "acled": [("sub_event_type", "Quarrel"), ("interaction", "Rioters only"), ("fatalities", "-1"), ("year", "1999")],
    "ucdp": [("low", "500"), ("side_b", "Somebody"), ("date_prec", "5"), ("deaths_unknown", "7"), ("region", "Mars")],
}


@pytest.mark.parametrize(("name", "column", "cell"), [(n, *spoil) for n, spoils in SPOILT.items() for spoil in spoils])
def test_each_rule_bites(name: str, column: str, cell: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    rows = _rows(name, path, "ucdp")
    rows[-1][column] = cell
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    faults = list(CODEBOOKS.named(name).check(path))
    assert faults
    assert all(fault.row == len(rows) for fault in faults)


@pytest.mark.parametrize("name", ["gtd", "acled", "ucdp", "csv"])
def test_headers_are_checked(name: str, tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    header = list(_rows(name, path, "ucdp")[0])
    codebook = CODEBOOKS.named(name)
    path.write_text(",".join(header[1:]) + "\n", encoding="utf-8")
    assert [fault.column for fault in codebook.check(path)] == [header[0]]
    path.write_text(",".join([header[1], header[0], *header[2:]]) + "\n", encoding="utf-8")
    assert "order" in str(next(iter(codebook.check(path))))
    path.write_text(",".join([*header, "extra"]) + "\n", encoding="utf-8")
    assert [fault.column for fault in codebook.check(path)] == ["extra"]
