"""Whose day it is: the day of the event, not that of the word on it; and bodies of any name can act and be blamed."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document

SENTENCES = [
    ("The Salt Road Movement on Friday denied any part in Tuesday's bombing of a market in Mopti.", "2031-05-06"),
    ("The minister on Thursday accused the Salt Road Movement of carrying out Tuesday's raid on a bank.", "2031-05-06"),
    ("The envoy on Friday condemned Monday's kidnapping of four teachers in Gao.", "2031-05-05"),
    (
        "Two men were arrested on Thursday in Segou over the bombing of a bank in Gao on May 2, police said.",
        "2031-05-02",
    ),
    ("Mourners marched on Friday as Gao buried victims of the shelling of its bus station on Monday.", "2031-05-05"),
    ("In a report on Thursday on the shooting of a judge in Jos on Monday we gave a wrong name.", "2031-05-05"),
    (
        "The Red Column claimed responsibility on Friday for the car bombing that ripped through a barracks on Monday.",
        "2031-05-05",
    ),
    ("Police blamed the Northern Council for the bombing of a bank in Gao on Monday.", "2031-05-05"),
    ("Nine soldiers were killed by rebels in an ambush they staged near the town of Gao on May 6.", "2031-05-06"),
    ("Six police were wounded in a raid that the Red Column carried out in Segou on May 6.", "2031-05-06"),
    ("Rebels set off a bomb at a crowded store in a suburb of Mopti on Monday, killing 17 people.", "2031-05-05"),
    ("Youths fired on a car carrying Awa Diarra Sunday.", "2031-05-04"),
    ("Gunmen ambushed a bus of the Niger Ferry Company Monday.", "2031-05-05"),
    ("Four men beat a teacher at a school in Segou Tuesday.", "2031-05-06"),
]


@pytest.mark.parametrize(("sentence", "day"), SENTENCES)
def test_the_day_behind_an_event_is_the_events(sentence: str, day: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    kinds = {"arrest": None}
    assert {one.time for one in reading.incidents if one.kind not in kinds} == {day}


BODIES = [
    (
        "The Salt Road Movement killed ten soldiers in an ambush near Gao on Monday, the army said.",
        "Salt Road Movement",
    ),
    ("Police blamed the Northern Council for the bombing of a bank in Gao on Monday.", "Northern Council"),
    ("The Union of the Plains denied any part in Monday's attack on a convoy in Gao.", "Union of the Plains"),
]


@pytest.mark.parametrize(("sentence", "body"), BODIES)
def test_a_named_body_can_act_and_be_blamed_whatever_its_name(sentence: str, body: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    names = {actor.id: actor.name for actor in reading.actors}
    (incident,) = reading.incidents
    assert [names[one.actor] for one in incident.perpetrators] == [body]


SINCE = [
    "It was the first raid in the region since the bombing of the bank in Gao on May 6, which killed 12 people.",
    "The shooting was the worst attack there since the bombing of a ferry on May 6, which killed 12 people.",
    "Police called it the first kidnapping there after the shelling of the port on May 6, which killed 12 people.",
]


@pytest.mark.parametrize("sentence", SINCE)
def test_what_stands_behind_the_event_of_old_is_told_of_it(sentence: str) -> None:
    reading = read_document(document_of(sentence, published="2031-06-09"))
    (dated,) = [one for one in reading.incidents if one.time is not None]
    assert (dated.time, dated.kind) in {("2031-05-06", "bombing"), ("2031-05-06", "shelling")}
    assert [toll.low for _, toll in dated.tolls] == [12]


COUPS = [
    ("Four soldiers died on Monday in a coup attempt against President Osei Tamar.", {"coup attempt": "2031-05-05"}),
    ("General Adu Brant took power in a coup in 2019.", {"coup": "2019"}),
    ("Colonels attempted a military coup in February 2018.", {"coup attempt": "2018-02"}),
    ("A failed coup in June 2021 left the army divided.", {"coup attempt": "2021-06"}),
    ("The summit on Monday was a rare success for the opposition.", {}),
]


@pytest.mark.parametrize(("sentence", "told"), COUPS)
def test_a_coup_and_an_attempt_at_one_have_their_day(sentence: str, told: dict[str, str]) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    assert {one.kind: one.time for one in reading.incidents} == told


@pytest.mark.parametrize("thing", ["an alarm", "a debate", "protests in Gao"])
def test_what_is_set_off_is_an_explosion_only_of_a_weapon(thing: str) -> None:
    reading = read_document(document_of(f"The minister set off {thing} on Monday.", published="2031-05-09"))
    assert [one for one in reading.incidents if one.kind in {"explosion", "bombing"}] == []
