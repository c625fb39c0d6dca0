"""What is told of somebody and is not their deed, and whose name is given to the doer: fictional sentences, the
shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document
from hearsay.records.reading import Reading

NONE: set[tuple[str, str, str]] = set()
LEAD = "A bomb killed six people at the market in Mopti on Monday. "

STOPPED = [
    (
        LEAD + "A spokesman for the Red Column denied any knowledge of the bombing, saying it had suspended its armed "
        "campaign last year.",
        {("denied", "Red Column", "spokesman")},
    ),
    (LEAD + "The Valley Brigade said it had called off its offensive in March.", NONE),
    (LEAD + "The Dune Front denied all knowledge of the attack.", {("denied", "Dune Front", "Dune Front")}),
]

FLED = [
    ("Premier Omar Dane was forced by rebels to flee the capital of Mali in 2014.", NONE),
    ("Governor Ari Menka fled the town of Gao after a coup on Monday.", NONE),
    ("Zia Dane, a loyalist of the king, had to flee Gao on Friday as fighting spread.", NONE),
]

IN_WORDS = [
    ("Envoy Omar Dane calls for calm, attacks Interior Minister Ari Menka. " + LEAD, NONE),
    (
        LEAD + "Omar Dane, the envoy, criticised Interior Minister Ari Menka for his attack on the northern leaders.",
        NONE,
    ),
    (LEAD + "Senator Zia Dane appealed for unity and attacked President Ari Menka.", NONE),
]

OTHERS_OF_NO_GROUP = [
    (
        "The commander of a Malian resistance force said he was looking for a surveyor kidnapped and presumed killed "
        "by Red Column guerrillas near Gao.",
        {("suspected", "Red Column", "commander")},
    ),
    (
        "Two engineers were abducted and believed killed by Valley Brigade rebels near Jos, the mayor said.",
        {("suspected", "Valley Brigade", "mayor")},
    ),
    (
        "A leader of a northern rebel group said the bridge in Gao was blown up on Monday by Dune Front militants.",
        {("accused", "Dune Front", "leader")},
    ),
]

BEFELL_THEM = [
    (LEAD + "A police constable wounded in Monday's bomb attack died of his injuries on Tuesday.", NONE),
    ("The body of Omar Dane, found in Gao on Monday, was clad in the coat Dane wore when abducted.", NONE),
    (LEAD + "A soldier injured in the blast died on Tuesday, the army said.", NONE),
    (
        "The northerners drove out Malian troops in the war, which killed thousands of people and left Gao in ruins.",
        NONE,
    ),
]

IN_A_LETTER = [
    (
        LEAD + "The ministry received a communique in which the previously unknown Red Column claimed responsibility "
        "for the attack.",
        {("claimed", "Red Column", "Red Column")},
    ),
    (
        LEAD + "A newspaper obtained a letter in which the Valley Brigade took responsibility for the bombing.",
        {("claimed", "Valley Brigade", "Valley Brigade")},
    ),
    (
        LEAD + "The station got a video in which the Dune Front claimed the attack.",
        {("claimed", "Dune Front", "Dune Front")},
    ),
]

WHOSE_PART = [
    (
        LEAD + "A spokesman for the Red Column denied the Red Column's involvement.",
        {("denied", "Red Column", "spokesman")},
    ),
    (LEAD + "The minister denied the Valley Brigade's involvement in the bombing.", NONE),
    (LEAD + "Police denied the Dune Front's role in the attack.", NONE),
]

NAMED_AS_SUSPECTS = [
    (
        LEAD + "The military has named both the Red Column and the Valley Brigade as key suspects in the blast.",
        {("suspected", "Red Column", "military"), ("suspected", "Valley Brigade", "military")},
    ),
    (LEAD + "Police listed the Dune Front as a suspect in the bombing.", {("suspected", "Dune Front", "Police")}),
    (LEAD + "Police named the Dune Front as a suspect in a tax case.", NONE),
]

BY_NAME = [
    (LEAD + "Police named the bomber as Zia Dane.", {("accused", "Zia Dane", "Police")}),
    (
        LEAD + "The bomber was identified by police as Ari Menka, a 22-year-old student.",
        {("accused", "Ari Menka", "police")},
    ),
    (
        LEAD + "The Red Column claimed responsibility and said the attack was carried out by a suicide bomber it "
        "identified as Omar Dane.",
        {("claimed", "Red Column", "Red Column"), ("claimed", "Omar Dane", "Red Column")},
    ),
]

THE_LAW = [
    (
        "The state news agency BSA said Malian police arrested three suspects in Gao on Monday.",
        {("reported", "police", "BSA")},
    ),
    (
        "Officials said the student was arrested by the Malian army in Gao on Monday.",
        {("reported", "Mali", "Officials")},
    ),
    ("Relatives said police arrested his brother in Gao on Monday.", {("accused", "police", "Relatives")}),
]

COUPS = [
    ("Army officers attempted a coup in Norland in February 1981.", {("reported", "Army officers", "Fictional")}),
    (
        "The crowd cheered the jailed officers who attempted a military coup in Mali in 2011.",
        {("reported", "officers", "Fictional")},
    ),
    (
        "Valley Brigade rebels attempted an assault on the barracks in Gao on Monday, killing two guards.",
        {("reported", "Valley Brigade", "Fictional")},
    ),
]

BEHIND = [
    (
        "Gunmen killed seven pilgrims near Pune on Monday. Indian police allege the Red Column behind the murders.",
        {("accused", "Red Column", "Police")},
    ),
    (
        LEAD + "Police said the method and target of the blast were characteristic of the Red Column.",
        {("suspected", "Red Column", "Police")},
    ),
    (
        LEAD + "The timing of the attack was typical of the Valley Brigade, the mayor said.",
        {("suspected", "Valley Brigade", "mayor")},
    ),
    (
        LEAD + "The scale of the bombing is reminiscent of the Dune Front, officials said.",
        {("suspected", "Dune Front", "officials")},
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
        *WHOSE_PART,
        *BEFELL_THEM,
        *IN_A_LETTER,
        *STOPPED,
        *FLED,
        *IN_WORDS,
        *OTHERS_OF_NO_GROUP,
        *BY_NAME,
        *THE_LAW,
        *COUPS,
        *BEHIND,
    ],
)
def test_whose_deed_it_is_said_to_be(text: str, wanted: set[tuple[str, str, str]]) -> None:
    said = _said(read_document(document_of(text, "2019-03-14")))
    named = [s for s in said if "unmen" not in s[1]]
    assert len(named) == len(wanted), said
    for stance, doer, speaker in wanted:
        assert any(s == stance and doer in d and speaker in who for s, d, who in named), said
