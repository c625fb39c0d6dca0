"""Whose an attack was where the doer stands somewhere else than at the deed: fictional sentences, the shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document
from hearsay.records.reading import Reading

LEAD = "A bomb killed six people in Gao on Monday. "
NOBODY = "The Fictional Post"

PARTS = [
    (
        "There have been several attacks by the Red Column in Mali, including a bombing in Gao in 2002 and a raid on a "
        "hotel in Mopti in 2005.",
        [("reported", "Red Column", NOBODY)] * 3,
    ),
    (
        "The country has experienced several attacks by Dune Front militants that have killed hundreds, including "
        "bombings in Gao in 2002.",
        [("reported", "Dune Front", NOBODY)] * 2,
    ),
    (
        "Valley Brigade attacks, including a massacre of nine farmers in Jos in 2011, have emptied the district.",
        [("reported", "Valley Brigade", NOBODY)] * 2,
    ),
]

RANKS = [
    (
        LEAD + "The bombing was the deadliest by the Valley Brigade in a decade.",
        [("reported", "Valley Brigade", NOBODY)],
    ),
    (
        "The raid on Monday in Gao, which killed nine, was the third by Dune Front rebels this year.",
        [("reported", "Dune Front", NOBODY)],
    ),
    (
        "Nine farmers died in an attack near Beni on Friday. The attack was the biggest by the Red Column since March, "
        "the governor said.",
        [("accused", "Red Column", "governor")],
    ),
]

SIDES = [
    (
        "Clashes between the army and the Red Column killed nine people near Gao on Monday.",
        [("reported", "army", NOBODY), ("reported", "Red Column", NOBODY)],
    ),
    (
        "Nine people died on Monday in a gun battle between police and the Valley Brigade in Jos, the mayor said.",
        [("accused", "police", "mayor"), ("accused", "Valley Brigade", "mayor")],
    ),
    ("Clashes between farmers and traders killed nine people near Jos on Monday.", []),
]

GUILT_FAR_OFF = [
    (
        "The mayor accused the militia from the northern region of being responsible for killing nine farmers in "
        "Gao on Monday.",
        [("accused", "militia", "mayor")],
    ),
    (LEAD + "The bishop accused the army of being behind the bombing.", [("accused", "army", "bishop")]),
    (
        LEAD + "Police accused the Red Column, which is led by two brothers, of being responsible for the bombing.",
        [("accused", "Red Column", "Police")],
    ),
]

AMONG_OTHERS = [
    (LEAD + "The Red Column said it had taken part in the bombing.", [("claimed", "Red Column", "Red Column")]),
    (
        "The Dune Front said it had joined in Monday's rocket attack on Gao, which killed two.",
        [("claimed", "Dune Front", "Dune Front")],
    ),
    (
        LEAD + "Police said fighters of the Valley Brigade participated in the attack.",
        [("accused", "Valley Brigade", "Police")],
    ),
]

CONDUCTED_BY = [
    (
        "A massacre of nine farmers conducted by the army shocked the town of Jos on Monday.",
        [("reported", "army", NOBODY)],
    ),
    (
        "The murder of two judges committed by the Red Column in Lima on Monday was condemned.",
        [("reported", "Red Column", NOBODY)],
    ),
    (
        "The killing of a teacher by Malian troops near Gao on Friday led to protests, residents said.",
        [("accused", "Mali", "residents")],
    ),
]

UNITS = [
    (
        LEAD + "The bishop laid the blame for the bombing on a special battalion of the Red Column.",
        [("accused", "Red Column", "bishop")],
    ),
    (
        LEAD + "Police blamed the bombing on a cell of the Valley Brigade.",
        [("accused", "Valley Brigade", "Police")],
    ),
    (
        LEAD + "Responsibility for the bombing was put on a unit of the Dune Front, the mayor said.",
        [("accused", "Dune Front", "mayor")],
    ),
]

WARDED_OFF = [
    (
        "Radio Tora said government troops repelled an attack on Gao by the Red Column on Monday.",
        [("accused", "Red Column", "Radio Tora")],
    ),
    ("Soldiers beat back a raid on Monday in Beni by Dune Front rebels.", [("reported", "Dune Front", NOBODY)]),
    (
        "Villagers repelled an attack by the Valley Brigade near Jos on Friday.",
        [("reported", "Valley Brigade", NOBODY)],
    ),
]

MERE_PLANS: list[tuple[str, list[tuple[str, str, str]]]] = [
    ("A rebel convicted of planning to attack the parliament was freed in Lima on Monday.", []),
    ("Police accused the Red Column of plotting to kill a judge in Cali on Monday.", []),
    ("Two men were charged in Jos on Friday with conspiring to bomb a market.", []),
]

RIGHT_BEHIND = [
    (
        "The governor was killed on Monday in a quarrel with rebels shelling the town of Corte.",
        [("reported", "rebels", NOBODY)],
    ),
    (
        "The army fought a battle against rebels attacking a bridge near Gao on Monday.",
        [("reported", "army", NOBODY), ("reported", "rebels", NOBODY)],
    ),
    (
        "The mayor was shot among rebels storming the town hall in Cali on Monday.",
        [("reported", "rebels", NOBODY)],
    ),
]

NOT_SAID = [
    (LEAD + "Sometimes it's the rebels, sometimes it's bandits, the mayor said.", []),
    (LEAD + "The Red Column often waits a week before claiming responsibility for an attack.", []),
    (
        LEAD + "Asked whether he was accusing the Red Column of the bombing, the governor said: “We have no evidence.”",
        [],
    ),
    (
        LEAD + "The mayor blamed the army and the region's largest rebel group, the Valley Front, for the bombing.",
        [("accused", "army", "mayor"), ("accused", "Valley Front", "mayor")],
    ),
    (
        "Guerrillas attacked a ferry near Gao on Monday, killing two. Witnesses said soldiers aboard exchanged "
        "fire with the attackers.",
        [("reported", "Guerrillas", NOBODY)],
    ),
]


def _said(reading: Reading) -> list[tuple[str, str, str]]:
    names = {actor.id: actor.name for actor in reading.actors}
    statements = {statement.id: statement for statement in reading.statements}
    given = [p for incident in reading.incidents for p in incident.perpetrators]
    return [(p.stance.value, names[p.actor], statements[p.statement].speakers[-1].name) for p in given]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *PARTS,
        *RANKS,
        *SIDES,
        *GUILT_FAR_OFF,
        *AMONG_OTHERS,
        *CONDUCTED_BY,
        *UNITS,
        *WARDED_OFF,
        *MERE_PLANS,
        *RIGHT_BEHIND,
        *NOT_SAID,
    ],
)
def test_whose_attack_it_was(text: str, wanted: list[tuple[str, str, str]]) -> None:
    said = _said(read_document(document_of(text, "2019-03-14")))
    assert len(said) == len(wanted), said
    for stance, doer, speaker in wanted:
        assert any(s == stance and doer in d and speaker in who for s, d, who in said), said
