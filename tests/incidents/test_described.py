"""Which group a described doer is: fictional reports, the shipped model."""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words
from hearsay.records.reading import Reading

ONE_SIDE = [
    (
        "Suspected rebels fell upon a hamlet in eastern Congo with machetes on Sunday, killing twelve people, the army "
        "said Monday.\n\nSuspected Red Column fighters staged the attack in Masika, army "
        "spokesman Capt. Ari Menka told reporters.\n",
        {("suspected", "Red Column")},
    ),
    (
        "Leftist rebels attacking a police post destroyed half a town in a barrage of missiles on Saturday, "
        "killing eight civilians.\n\nNo raid in ten years had cost as many civilian lives as this attack by the Valley "
        "Liberation Front, the largest of the country's guerrilla armies.\n",
        {("reported", "Valley Liberation Front")},
    ),
    (
        "Knife-wielding rebels killed 29 peasants in raids on a village near Chavira on Saturday, police said.\n\n"
        "Police said Dune Liberation Front guerrillas had killed the peasants early in the morning.\n",
        {("accused", "Dune Liberation Front")},
    ),
]

NAMED_BEFORE = [
    (
        "Red Column rebels blew up a bridge near Goma on Monday, killing four policemen.\n\nOn Sunday, the guerrillas "
        "set fire to 18 lorries in the town of Beni, where nobody was hurt.\n",
        {("reported", "Red Column")},
    ),
    (
        "“Gunmen we believe to be from the Valley Brigade came into our village at nine on Wednesday and shot dead "
        "eight people,” said Umar Tal, a resident of Pomar.\n\nThe militants stormed the chief's house, Tal said.\n",
        {("suspected", "Valley Brigade")},
    ),
    (
        "Dune Liberation Front fighters attacked the town of Gamari on Friday, killing ten people.\n\nThe "
        "insurgents burned down the school in Kukari on Sunday.\n",
        {("reported", "Dune Liberation Front")},
    ),
]

MEMBERS = [
    (
        "Using mortars, the rebels, members of the leftist Dune Liberation Front, struck an army post in Tejuta on "
        "Thursday.\n",
        {("reported", "Dune Liberation Front")},
    ),
    (
        "Hundreds of fighters of the Salt Road Liberation Army attacked the town of Goma on Friday, killing eight "
        "policemen.\n",
        {("reported", "Salt Road Liberation Army")},
    ),
    (
        "A bomb killed six people in Mopti on Monday and officials blamed the Dune Liberation Front.\n\nThe "
        "insurgents, however, denied that they carried out the bombing.\n",
        {("accused", "Dune Liberation Front"), ("denied", "Dune Liberation Front")},
    ),
]

LEFT_OPEN = [
    (
        "Militants stormed a police station in Mopti on Monday, killing four officers, police said.\n\nThe Red Column "
        "claimed responsibility for the attack.\n",
        {("accused", "militants"), ("claimed", "Red Column")},
    ),
    (
        "Rebels shot dead four farmers near Goma on Friday.\n\nThe governor blamed the Valley Brigade for "
        "the attack.\n",
        {("reported", "rebels"), ("accused", "Valley Brigade")},
    ),
    (
        "Salt Road Movement fighters attacked Beni on Monday and killed six people. Dune Liberation Front fighters "
        "attacked Goma on Tuesday and killed two.\n\nOn Sunday, the rebels burned down a school in Masika.\n",
        {("reported", "Salt Road Movement"), ("reported", "Dune Liberation Front"), ("reported", "rebels")},
    ),
]


def _said(reading: Reading) -> set[tuple[str, str]]:
    actors = {actor.id: actor.name for actor in reading.actors}
    return {(p.stance.value, actors[p.actor]) for incident in reading.incidents for p in incident.perpetrators}


@pytest.mark.parametrize(("text", "wanted"), [*ONE_SIDE, *NAMED_BEFORE, *MEMBERS, *LEFT_OPEN])
def test_who_a_description_is(text: str, wanted: set[tuple[str, str]]) -> None:
    said = _said(read_words(text, published="2019-03-14"))
    assert len(said) == len(wanted), said
    for stance, doer in wanted:
        assert any(s == stance and doer.casefold() in d.casefold() for s, d in said), said


def test_whom_only_the_headline_describes_is_who_the_text_says() -> None:
    text = (
        "Leftist guerrillas blamed for massacre of 31\n\nBOGOTA (AP) — The government on Wednesday blamed the Valley "
        "Liberation Front for the killing of 31 tea pickers near La Barra on Tuesday.\n"
    )
    assert _said(read_words(text, published="2019-03-14")) == {("accused", "Valley Liberation Front")}


def test_who_kills_themselves_did_nothing_to_others() -> None:
    text = "Twelve captured rebels killed themselves with poison in Jaffari on Monday, the army said.\n"
    assert _said(read_words(text, published="2019-03-14")) == set()


def test_leaders_deny_for_their_group() -> None:
    text = (
        "A bomb killed six people in Mopti on Monday. Officials blamed the Red Column. Leaders of the Red Column deny "
        "carrying out the attack.\n"
    )
    assert _said(read_words(text, published="2019-03-14")) == {("accused", "Red Column"), ("denied", "Red Column")}


def test_who_the_lead_describes_is_not_whose_other_attack_is_told() -> None:
    text = (
        "An outlawed militia group claimed responsibility Monday for shooting and killing four men at a pub in Lisvane "
        "on Sunday.\n\n"
        "In other incidents, a soldier died of injuries from a Dune Liberation Front rocket attack last week.\n\n"
        "The Red Heron Brigade claimed responsibility for the shooting in a statement.\n"
    )
    said = _said(read_words(text, published="2019-03-14"))
    assert ("claimed", "Dune Liberation Front") not in said
    assert {doer for stance, doer in said if stance == "reported"} <= {"Dune Liberation Front"}
