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
