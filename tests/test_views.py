"""The linked view: every path from an incident ends at words of the report."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.golden.harbour import TEXT, harbour

from hearsay.errors import ContractError
from hearsay.records.incident import Stance
from hearsay.records.place import PlacePrecision
from hearsay.records.statement import AboutIncident
from hearsay.views import ActorView, Evidence, IncidentView, RelationView, about, view


def test_evidence_is_the_words_at_its_span() -> None:
    evidence = view(harbour()).incidents[0].statements[2].evidence
    assert evidence[0].text == "the attack was carried out by the Northern Tide"
    assert evidence[0].span.of(TEXT) == evidence[0].text == str(evidence[0])


def test_chain_runs_from_the_outermost_speaker_to_the_one_whose_words_they_are() -> None:
    statement = view(harbour()).statements[8]
    assert statement.chain == "Meridian News Agency › A senior security official › a detained fighter"


def test_named_speakers_carry_their_actors_name_and_others_the_reports_words() -> None:
    statement = view(harbour()).statements[1]
    assert statement.speaker_names == ("Meridian News Agency", "interior ministry")


def test_a_place_says_the_areas_it_lies_in_once() -> None:
    reading = harbour()
    site, city = reading.places[1], reading.places[0]
    area = replace(city, id="p-area", name="Canter", precision=PlacePrecision.ADMIN1, country="NZ", admin1="Canterbury")
    inside = replace(site, within="p-area", country="NZ", admin1="Canterbury")
    shown = view(replace(reading, places=(area, inside))).places
    assert [str(place) for place in shown] == ["Canter, NZ", "Selwyn barracks, Canterbury, NZ"]


def test_about_leads_to_the_incident_the_relation_or_the_speech() -> None:
    statements = view(harbour()).statements
    assert isinstance(statements[0].about, IncidentView)
    assert isinstance(statements[3].about, RelationView)
    assert isinstance(statements[7].about, Evidence)


def test_claims_are_what_the_actors_say_of_themselves() -> None:
    claims = view(harbour()).claims
    assert [(str(said.actor), said.stance) for said in claims] == [
        ("Free Coast Army", Stance.CLAIMED),
        ("Northern Tide", Stance.DENIED),
    ]
    assert claims[0].incident.kind == "bombing"
    assert claims[0].statement.speakers[-1].channel == "by telephone"


def test_relation_ends_are_actors_or_the_reports_words() -> None:
    relations = view(harbour()).relations
    assert isinstance(relations[0].object, ActorView)
    assert relations[3].object == "the bombers"
    assert str(relations[0]) == "Northern Tide faction of Coastal Liberation Front"


def test_they_print_for_people() -> None:
    reading = view(harbour())
    assert str(reading) == "2 incidents, 2 claims, 7 relations, 14 statements"
    assert repr(reading) == f"<Reading of document-harbour: {reading}>"
    assert repr(reading.incidents[0]) == "<Incident 'bombing, 2019-03-12TEV, Port Selwyn', 5 statements>"
    assert repr(reading.incidents[0].tolls[1]) == "<Toll 'killed: 23'>"
    assert repr(reading.incidents[0].perpetrators[0]) == (
        "<Responsibility 'Northern Tide: accused (Meridian News Agency › Police)'>"
    )


def test_views_of_one_record_are_equal() -> None:
    reading = harbour()
    assert view(reading).incidents == view(reading).incidents
    assert view(reading).incidents[0] != view(reading).incidents[1]


def test_notes_of_document_and_reading_come_once() -> None:
    reading = harbour()
    document = replace(reading.document, notes=("A note.", *reading.notes))
    assert view(replace(reading, document=document)).notes == ("A note.", *reading.notes)


def test_a_statement_about_nothing_kept_is_about_none() -> None:
    reading = harbour()
    lost = replace(reading.statements[0], content=AboutIncident(id="gone"))
    assert view(replace(reading, statements=(lost,))).statements[0].about is None


def test_a_missing_statement_is_our_bug_and_says_which() -> None:
    reading = replace(harbour(), statements=())
    with pytest.raises(ContractError, match="no statement 's-1'"):
        _ = view(reading).incidents[0].statements


def test_a_reading_about_one_incident_keeps_what_is_said_of_it_and_of_its_actors() -> None:
    raid = about(harbour(), "i-raid")
    assert [each.id for each in raid.incidents] == ["i-raid"]
    assert {each.id for each in raid.relations} == {"r-faction", "r-split", "r-led"}
    assert [each.id for each in raid.statements] == ["s-4", "s-12", "s-13", "s-14"]
    assert raid.document == harbour().document
