"""What makes an attack of an everyday verb, and what does not."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document

FIRED = [
    ("Troops fired on protesters in Gao on Monday, killing four.", {"shooting": "protesters"}),
    ("Police fired into a crowd of mourners on Tuesday.", {"shooting": "crowd of mourners"}),
    ("Two buses were fired on near Kidal on Tuesday.", {"shooting": "Two buses"}),
    ("The guards fired shots at a minister's car on Wednesday.", {"shooting": "minister's car"}),
    ("The mayor was fired on Friday.", {}),
    ("The company fired 20 clerks at its plant in Gao.", {}),
    ("Soldiers fired into the air on Monday.", {}),
    ("Police fired tear gas at students on Monday.", {}),
]


@pytest.mark.parametrize(("sentence", "told"), FIRED)
def test_to_fire_on_somebody_is_a_shooting_and_to_dismiss_somebody_is_none(sentence: str, told: dict[str, str]) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    assert {one.kind for one in reading.incidents} == set(told)
    for one in reading.incidents:
        assert one.target is not None
        assert told[one.kind] in one.target.what


DRIVEN = [
    ("A suicide bomber rammed a truck packed with explosives into a barracks in Jos.", {"suicide bombing": "barracks"}),
    ("A militant crashed his car into pilgrims in Kano on May 4, killing three.", {"attack": "pilgrims"}),
    ("Red Column men pumped eleven bullets into the chest of a judge in Gao.", {"shooting": "judge"}),
    ("Attackers drove a van loaded with gas cylinders into a church in Segou.", {"bombing": "church"}),
    ("A tourist crashed her car into a wall in Mopti on Monday.", {}),
    ("The minister drove his car into town on Monday.", {}),
    ("The crew flew the plane into a storm.", {}),
]


@pytest.mark.parametrize(("sentence", "told"), DRIVEN)
def test_to_drive_something_into_somebody_is_an_attack_by_what_is_driven_or_who_drives(
    sentence: str, told: dict[str, str]
) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    assert {one.kind for one in reading.incidents} == set(told)
    for one in reading.incidents:
        assert one.target is not None
        assert told[one.kind] in one.target.what
