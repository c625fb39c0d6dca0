"""Doers known by their deed alone: when they are listed, and as what. Fictional sentences, the shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document
from hearsay.records.incident import Claims
from hearsay.records.reading import Reading

NOBODY = "The Fictional Post"

ALONE = [
    ("Unidentified persons shot dead a trader in Jos on Monday.", ("reported", "Unidentified persons", NOBODY)),
    (
        "Two youths on a motorcycle shot dead a judge in Lima on Monday.",
        ("reported", "Two youths on a motorcycle", NOBODY),
    ),
    (
        "A bomb thrown by masked men wounded three people in Gao on Monday, the mayor said.",
        ("accused", "masked men", "mayor"),
    ),
    (
        "Terrorists ambushed an infantry patrol near Hebron on Sunday, killing an officer.",
        ("reported", "Terrorists", NOBODY),
    ),
    (
        "Suspected robbers killed a banker in Karachi on Friday, police said.",
        ("suspected", "robbers", "police"),
    ),
]

BESIDE_OTHERS = [
    (
        "Gunmen killed nine farmers near Beni on Monday, a doctor said. The army blamed the Red Column for the attack.",
        {("accused", "Gunmen", "doctor"), ("accused", "Red Column", "army")},
    ),
    (
        "Assailants shot dead a mayor in Cali on Monday, police said. Police said the Valley Brigade was behind the "
        "attack.",
        {("accused", "Valley Brigade", "police")},
    ),
    (
        "Gunmen opened fire on a parade in Basra on Saturday, killing twelve people. The Dune Front claimed "
        "responsibility for the attack.",
        {("claimed", "Dune Front", "Dune Front")},
    ),
    (
        "Masked men burned a school in Aceh on Friday. The Red Column denied involvement in the attack.",
        {("reported", "Masked men", NOBODY), ("denied", "Red Column", "Red Column")},
    ),
]

NOT_DOERS = [
    "Two people were killed when a bomb exploded in Mopti on Monday.",
    "The driver was killed when the suspects fled from Goma on Monday.",
    "Rival groups clashed in Beni on Monday, killing four people.",
]


def _said(reading: Reading) -> list[tuple[str, str, str]]:
    names = {actor.id: actor.name for actor in reading.actors}
    statements = {statement.id: statement for statement in reading.statements}
    given = [p for incident in reading.incidents for p in incident.perpetrators]
    return [(p.stance.value, names[p.actor], statements[p.statement].speakers[-1].name) for p in given]


def _fits(said: tuple[str, str, str], wanted: tuple[str, str, str]) -> bool:
    return said[0] == wanted[0] and wanted[1] in said[1] and wanted[2].lower() in said[2].lower()


@pytest.mark.parametrize(("text", "wanted"), ALONE)
def test_who_is_known_by_the_deed_alone_is_listed_with_their_words(text: str, wanted: tuple[str, str, str]) -> None:
    reading = read_document(document_of(text, "2019-03-14"))
    (said,) = _said(reading)
    assert _fits(said, wanted), said
    assert {incident.claims for incident in reading.incidents} == {Claims.NONE}


@pytest.mark.parametrize(("text", "wanted"), BESIDE_OTHERS)
def test_they_stand_back_where_the_same_speaker_names_somebody(text: str, wanted: set[tuple[str, str, str]]) -> None:
    said = _said(read_document(document_of(text, "2019-03-14")))
    assert len(said) == len(wanted), said
    assert all(any(_fits(one, other) for one in said) for other in wanted), said


@pytest.mark.parametrize("text", NOT_DOERS)
def test_people_in_general_did_nothing(text: str) -> None:
    assert _said(read_document(document_of(text, "2019-03-14"))) == []
