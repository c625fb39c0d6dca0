"""Whose count it is, and what is counted: figures in the words of people who keep lists, in fictional sentences."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document
from hearsay.records.incident import CountEffect

LEAD = "A bomb killed many people at the market in Mopti on Monday. "
COUNTS = [
    (
        "The dead now number 70, Awa Sidibe, who directs the hospital, told reporters.",
        (CountEffect.KILLED, 70, "Awa Sidibe"),
    ),
    ("The dead numbered 12, the mayor said.", (CountEffect.KILLED, 12, "the mayor")),
    ("The wounded number 41, Governor Ama Soro said by telephone.", (CountEffect.WOUNDED, 41, "Ama Soro")),
    ("The blast left 14 dead by the count of Awa Sidibe.", (CountEffect.KILLED, 14, "Awa Sidibe")),
    ("It killed 33 people by the army's own estimate.", (CountEffect.KILLED, 33, "the army's")),
    ("Mayor Ann Young put the toll at 14.", (CountEffect.KILLED, 14, "Ann Young")),
    ("Mayor Ann Young spoke at noon. Young put the toll at 15.", (CountEffect.KILLED, 15, "Ann Young")),
]


@pytest.mark.parametrize(("sentence", "told"), COUNTS)
def test_a_count_has_its_number_and_its_counter(sentence: str, told: tuple[CountEffect, int, str]) -> None:
    reading = read_document(document_of(LEAD + sentence, published="2031-05-09"))
    said = {one.id: one.speakers[-1].name for one in reading.statements}
    found = [
        (effect, toll.low, said[one])
        for incident in reading.incidents
        for effect, toll in incident.tolls
        for one in toll.statements
    ]
    assert told in found


@pytest.mark.parametrize(
    "sentence",
    [
        "The director had spoken of the dead of one ward.",
        "Priests prayed for the dead of two villages.",
        "Nurses washed the wounded of three districts.",
    ],
)
def test_whose_dead_they_are_is_no_count(sentence: str) -> None:
    reading = read_document(document_of(LEAD + sentence, published="2031-05-09"))
    assert [toll.low for incident in reading.incidents for _, toll in incident.tolls if toll.low is not None] == []


@pytest.mark.parametrize(
    ("sentence", "killed"),
    [
        ("Lt. Ama Soro was fatally wounded when gunmen ambushed a patrol near Mopti on Monday.", (1, "Ama Soro")),
        ("Two policemen were fatally shot in Mopti on Monday, officials said.", (2, "Two")),
        ("A clerk was mortally wounded by a bomb in Mopti on Monday.", (1, "A clerk")),
    ],
)
def test_who_is_fatally_wounded_is_dead(sentence: str, killed: tuple[int, str]) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    tolls = [(effect, toll.low, toll.as_reported) for one in reading.incidents for effect, toll in one.tolls]
    assert tolls == [(CountEffect.KILLED, *killed)]


@pytest.mark.parametrize("way", ["evacuated by helicopter", "flown out by helicopter", "airlifted by helicopter"])
def test_what_carries_the_wounded_is_no_weapon(way: str) -> None:
    reading = read_document(document_of(f"A guard was shot in Mopti on Monday. He was {way}.", published="2031-05-09"))
    assert [incident.weapon for incident in reading.incidents] == [None]
    assert not [toll for one in reading.incidents for effect, toll in one.tolls if effect is CountEffect.DISPLACED]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rebels shot dead four policemen in Mopti on Monday, bringing May's police death toll to 18.",
        "Rebels shot dead the four policemen in Mopti on Monday. The police death toll is a record 18 in one month.",
        "Rebels shot dead four policemen in Mopti on Monday, which brought this month's losses to 18.",
    ],
)
def test_a_months_toll_is_no_incidents_and_the_dead_are_no_doers(sentence: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    for incident in reading.incidents:
        assert all(toll.low == 4 for _, toll in incident.tolls)
        assert all(doer.stance.value in ("reported", "accused") for doer in incident.perpetrators)
        names = {actor.name for actor in reading.actors if actor.id in {doer.actor for doer in incident.perpetrators}}
        assert not any("olice" in name for name in names)
