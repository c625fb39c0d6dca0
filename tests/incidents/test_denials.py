"""Who says that it was not they, and whose words these are: fictional sentences, the shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document
from hearsay.records.reading import Reading

LEAD = "A bomb killed six people at the market in Mopti on Monday. "
BLAMED = LEAD + "Police blamed the Red Column for the bombing. "

OF_THEIR_SIDE = [
    (
        LEAD
        + "The leader of the Valley Front, Omar Dane, told reporters his group is not responsible for the bombing.",
        {("denied", "Valley Front", "Omar Dane")},
    ),
    (
        LEAD + "A spokeswoman for the Dune Front said it was not involved in the attack.",
        {("denied", "Dune Front", "spokeswoman")},
    ),
    (
        LEAD + "Red Heron Brigade commander Ari Menka insisted that they were not behind the attack.",
        {("denied", "Red Heron Brigade", "Ari Menka")},
    ),
]

ACCUSATIONS_ANSWERED = [
    (
        BLAMED + "A spokesman for the Red Column, Omar Dane, denied the accusation in an e-mail.",
        {("accused", "Red Column", "Police"), ("denied", "Red Column", "Omar Dane")},
    ),
    (
        BLAMED + "The Red Column rejected the allegation.",
        {("accused", "Red Column", "Police"), ("denied", "Red Column", "Red Column")},
    ),
    (
        BLAMED + "A spokesman for the Red Column said the charge was baseless.",
        {("accused", "Red Column", "Police"), ("denied", "Red Column", "spokesman for the Red Column")},
    ),
    (LEAD + "The Valley Front denied the accusation.", set()),
    (
        BLAMED + "The governor dismissed the allegation.",
        {("accused", "Red Column", "Police")},
    ),
]

REPORTS_OF_THEIR_OWN = [
    (
        "The army denied that its troops had killed nine farmers near Beni on Monday.",
        {("denied", "troops", "army")},
    ),
    (
        "Nine refugees were killed in an attack on a camp near Gao on Monday. Malian officials denied reports that "
        "Malian soldiers attacked the camp.",
        {("denied", "Mali", "officials"), ("suspected", "Mali", "Fictional")},
    ),
    (
        LEAD + "The Valley Front denied claims that its fighters carried out the bombing.",
        {("denied", "Valley Front", "Valley Front"), ("accused", "Valley Front", "Fictional")},
    ),
]

CALLED_FALSE = [
    (
        LEAD
        + "A government spokesman said reports that soldiers were responsible for the bombing were misinformation.",
        set(),
    ),
    (
        LEAD + "The governor said claims that the army planted the bomb were untrue.",
        set(),
    ),
    (
        BLAMED + "The mayor said the report that the Valley Brigade carried out the bombing was baseless.",
        {("accused", "Red Column", "Police")},
    ),
]

ALLEGED_BY_SEVERAL = [
    (
        "The government denied accusations Sunday by opposition politicians and a rights group that the army killed "
        "100 people near Gao on Monday.",
        {("denied", "army", "government"), ("accused", "army", "Fictional")},
    ),
    (
        "A spokesperson for the military government has denied accusations that army troops killed 76 people when they "
        "entered a village near Gao on Monday. A doctor said 76 people were killed in the village on Monday.",
        {("denied", "troops", "spokesperson")},
    ),
    (
        "Opponents of military rule said the army killed nine farmers near Beni on Monday.",
        {("accused", "army", "Opponents")},
    ),
]

EACH_FOR_THEMSELVES = [
    (
        LEAD + "Both the Valley Front and the Dune Front denied responsibility for the bombing.",
        {("denied", "Valley Front", "Valley Front"), ("denied", "Dune Front", "Dune Front")},
    ),
    (
        LEAD + "The Red Column and the Dune Front claimed responsibility for the bombing.",
        {("claimed", "Red Column", "Red Column"), ("claimed", "Dune Front", "Dune Front")},
    ),
    (
        LEAD + "The mayor and the bishop accused the Red Column of the bombing.",
        {("accused", "Red Column", "mayor"), ("accused", "Red Column", "bishop")},
    ),
    (
        LEAD + "The Dune Front and the Red Column blamed each other for the bombing.",
        {("accused", "Dune Front", "Red Column"), ("accused", "Red Column", "Dune Front")},
    ),
    (
        LEAD + "The army and the Valley Front accused one another of the bombing.",
        {("accused", "army", "Valley Front"), ("accused", "Valley Front", "army")},
    ),
    (
        LEAD + "Rebels and the government each blame the other for the bombing.",
        {("accused", "Rebels", "government"), ("accused", "government", "Rebels")},
    ),
]


def _said(reading: Reading) -> list[tuple[str, str, str]]:
    names = {actor.id: " ".join([actor.name, *actor.names]) for actor in reading.actors}
    statements = {statement.id: statement for statement in reading.statements}
    given = [p for incident in reading.incidents for p in incident.perpetrators]
    return [(p.stance.value, names[p.actor], statements[p.statement].speakers[-1].name) for p in given]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *OF_THEIR_SIDE,
        *ACCUSATIONS_ANSWERED,
        *REPORTS_OF_THEIR_OWN,
        *CALLED_FALSE,
        *ALLEGED_BY_SEVERAL,
        *EACH_FOR_THEMSELVES,
    ],
)
def test_who_denies_it_and_who_says_so(text: str, wanted: set[tuple[str, str, str]]) -> None:
    said = _said(read_document(document_of(text, "2019-03-14")))
    assert len(said) == len(wanted), said
    for stance, doer, speaker in wanted:
        assert any(s == stance and doer in d and speaker in who for s, d, who in said), said
