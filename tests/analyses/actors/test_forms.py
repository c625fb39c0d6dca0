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
    # a medium with what it is called
    ("Radio station YKLO said that rebels blew up the bridge.", "YKLO", None),
    ("Two men were held, the Kamara Press news agency reported.", "Kamara Press", None),
    ("Two men were held, the Orsk Times newspaper reported.", "Orsk Times", None),
    # where they are told of
    ("Nurses at the city's hospital said that five soldiers were killed.", "Nurses", None),
    ("Palace guards near the gate told reporters that nobody had come.", "Palace guards", None),
    ("Relief workers on the scene said that nine soldiers perished.", "Relief workers", None),
    # who stands behind them
    ("The Iran-backed Marsh militia fought on.", "Marsh militia", None),
    ("Saudi-led Gulf forces took the port.", "Gulf forces", None),
    ("The al-Qaida-linked Dune Front burned the depot.", "Dune Front", None),
    # a name told again in part
    ("President Omar al-Basrani condemned the raid, but Basrani has refused to talk.", "Omar al-Basrani", "Basrani"),
    ("Two bombs went off as Ruiz came. President Ana Ruiz de Soto was unhurt.", "Ana Ruiz de Soto", "Ruiz"),
    ("The body of Lino Moro was found. From captivity, Moro appealed for talks.", "Lino Moro", "Moro"),
    ("Men were seized from a rig of Velmar PLC. Velmar said that it was in touch.", "Velmar PLC", "Velmar"),
    ("The Socialist Party won in Orsk. Socialists marched through the town.", "Socialist Party", "Socialists"),
    ("Guards of Brask Energy Ltd were shot. Brask Energy said three died.", "Brask Energy Ltd", "Brask Energy"),
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
