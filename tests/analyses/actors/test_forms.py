"""The words by which a fictional report calls its actors, beside the names that they are found by."""

from __future__ import annotations

from functools import cache

import pytest
from tests.sentences_by_hand import document_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.records.actor import Actor


@cache
def analyser() -> ReportAnalyser:
    return ReportAnalyser()


@cache
def actors_of(text: str) -> tuple[Actor, ...]:
    return analyser().analyse(document_of(text)).actors


def names_with(text: str, name: str) -> set[str]:
    """The names of the one actor that has this name."""
    (found,) = [a for a in actors_of(text) if name in {a.name, *a.names}]
    return {found.name, *found.names}


FORMS = [
    # that they are only suspected
    ("Suspected Rindi tribesmen burned the barn.", "Rindi tribesmen", "Suspected Rindi tribesmen"),
    ("The mine was laid by alleged smugglers.", "smugglers", "alleged smugglers"),
    ("Three so-called death squads were named by the bishop.", "Three so-called death squads", None),
    # whose it is
    ("Bahrain's Interior Ministry said the mine hit a bus.", "Interior Ministry", None),
    ("Kenya's police said the road was open.", "police", None),
    ("His Salt Road fighters held the port.", "Salt Road fighters", None),
    # where it is
    ("Private radio stations in Nairobi said the road was open.", "Private radio stations", None),
    ("The military in Burundi said the road was open.", "The military", None),
    ("The police near Mombasa said the road was open.", "The police", None),
    # whose side it is on
    ("The ferry was burned by militiamen loyal to Ivo Dast on Monday.", "militiamen loyal to Ivo Dast", None),
    ("Fighters allied with Ivo Dast held the port.", "Fighters allied with Ivo Dast", None),
    ("Gunmen loyal to the mayor shot two men.", "Gunmen loyal to the mayor", None),
    # a unit's number
    ("Rebels raided the headquarters of the 4th Infantry Brigade near Orsk.", "4th Infantry Brigade", None),
    ("The 12th Mountain Division said two men were lost.", "12th Mountain Division", None),
    ("Soldiers of the 1st Parachute Regiment held the bridge.", "1st Parachute Regiment", None),
    # a name in brackets
    ("An organisation known as Front Ribella (Valley Front) burned the port.", "Front Ribella", "Valley Front"),
    (
        "The National Front for the Liberation of the Marsh (FLNM) burned the port.",
        "FLNM",
        "National Front for the Liberation of the Marsh",
    ),
    ("The Ejercito del Valle (Valley Army) burned the port.", "Valley Army", None),
    # a person by the first name
    ("Prime Minister Abiy Ahmed took office. Violence is a challenge for Abiy.", "Abiy Ahmed", "Abiy"),
    # an apostrophe as archives keep it
    ("President Amin Dastar`s forces routed the rebels.", "President Amin Dastar`s forces", None),
]


@pytest.mark.parametrize(("text", "name", "other"), FORMS)
def test_an_actor_has_the_reports_words(text: str, name: str, other: str | None) -> None:
    found = names_with(text, name)
    assert other is None or other in found


PEOPLES = [
    ("The Oromo are the country's largest ethnic group.", "Oromo"),
    ("The Amhara have lived in the valley for centuries.", "Amhara"),
    ("The Masalit were driven from the town.", "Masalit"),
]


@pytest.mark.parametrize(("text", "name"), PEOPLES)
def test_a_people_without_a_plural_is_one(text: str, name: str) -> None:
    (found,) = [a for a in actors_of(text) if any(name in n for n in a.names)]
    assert found.kind.value == "civilians"


def test_an_ethnic_group_is_no_armed_one() -> None:
    text = "The Dune Liberation Army raided Orsk. The Oromo are the country's largest ethnic group."
    (army,) = [a for a in actors_of(text) if "Dune Liberation Army" in a.names]
    assert not any("ethnic group" in name for name in army.names)
