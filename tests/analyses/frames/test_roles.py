"""Who bears a role and whose it is, where parsers and coreference mislead: fictional sentences, the shipped model."""

from __future__ import annotations

import pytest
from tests.analyses.frames.test_relations import said
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document

TITLES_BEHIND_A_PLACE = [
    ("Galmora Vice President Hal Venn was killed on Monday in Mopti.", "held_office(Hal Venn, Vice President)"),
    ("Zwara President Mira Toll said the army had fired on the crowd.", "held_office(Mira Toll, President)"),
    ("U.S. President Rasi Ilan condemned the attack on Monday.", "held_office(Rasi Ilan, U.S. President)"),
]

TAKEN_AS = [
    (
        "Police identified another of the arrested, Hal Venn, as an activist of the Red Column.",
        "member_of(Hal Venn, Red Column)",
    ),
    (
        "The police said Hal Venn had functioned as a spokesman for the Red Column.",
        "spokesperson_of(Hal Venn, Red Column)",
    ),
    (
        "The Dune Front has grown, emerging as a forceful rival to the Red Column.",
        "rival_of(Dune Front, Red Column)",
    ),
    (
        "The attackers, understood to be former members of the Malian army, fled.",
        "member_of(attackers, Malian Armed Forces)",
    ),
    ("Ana Brand spoke on Monday. Her main challenger will be Hal Venn.", "rival_of(Hal Venn, Ana Brand)"),
]

WHERE_THEY_SERVE = [
    (
        "Mira Toll had been working for the Lantern Relief Fund when she died.",
        "member_of(Mira Toll, Lantern Relief Fund)",
    ),
    ("Hal Venn was employed by the Lantern Relief Fund in Mopti.", "member_of(Hal Venn, Lantern Relief Fund)"),
    (
        "Hal Venn, a sales representative for the Lantern Trading Company, was shot.",
        "member_of(Hal Venn, Lantern Trading Company)",
    ),
    ("Ivo Brand's Liberal Party won the vote in Mopti on Monday.", "member_of(Ivo Brand, Colombian Liberal Party)"),
]

SIDE_BY_SIDE = [
    ("The Dune Liberation Army was aided by the Red Column.", "cooperated_with(Red Column, Dune Liberation Army)"),
    (
        "The Dune Front fought alongside the Red Column against the Malian army.",
        "cooperated_with(Dune Front, Red Column)",
    ),
    (
        "The Dune Front fought alongside the Red Column against the Malian army.",
        "hostile_to(Dune Front, Malian Armed Forces)",
    ),
    ("The Dune Front, abetted by the Red Column, attacked the town.", "cooperated_with(Red Column, Dune Front)"),
]

PARTS = [
    ("The Sand Brigades, the largest group within the Red Column, did it.", "faction_of(Sand Brigades, Red Column)"),
    ("The Red Column affiliate in Mali denied it, and the Dune Front too.", "affiliated_with("),
    (
        "The raid was claimed by the Sand Brigades, the armed wing of Hamas, the group that rules Gaza.",
        "present_in(Hamas, Gaza)",
    ),
    (
        "Al-Qaeda denied it. A group linked to Al-Qaeda claimed it.",
        "affiliated_with(group",
    ),
]

PARTS_BY_THEIR_WORDS = [
    (
        "He was killed by a Khmer Rouge faction loyal to Hal Venn. The Khmer Rouge denied it.",
        "affiliated_with(Khmer Rouge faction loyal to Hal Venn, Hal Venn)",
    ),
    (
        "Hal Venn's faction of the Dune Front attacked the town, police said.",
        "faction_of(Hal Venn's faction of the Dune Front, Dune Front)",
    ),
    ("Al-Qaeda's branch in Yemen claimed the attack.", "faction_of(Al-Qaeda's branch in Yemen, Al-Qaeda)"),
]

IN_STEP = [
    ("The Dune Front, in alliance with the Red Column, attacked the town.", "allied_with(Dune Front, Red Column)"),
    (
        "The Dune Front and the Red Column carried out a joint raid on Monday.",
        "cooperated_with(Dune Front, Red Column)",
    ),
    (
        "The Dune Front attacked the town in coordination with the Red Column.",
        "cooperated_with(Dune Front, Red Column)",
    ),
    ("The junta chief and coup leader General Hal Venn visited Mopti on Monday.", "led_by(junta, Hal Venn)"),
]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [*PARTS_BY_THEIR_WORDS, *IN_STEP, *TITLES_BEHIND_A_PLACE, *TAKEN_AS, *WHERE_THEY_SERVE, *SIDE_BY_SIDE, *PARTS],
)
def test_who_is_what_to_whom(text: str, wanted: str) -> None:
    assert any(one.startswith(wanted) for one in said(text)), said(text)


@pytest.mark.parametrize(
    ("text", "not_wanted"),
    [
        ("Hal Venn's faction of the Dune Front attacked the town.", "faction_of(Dune Front"),
        ("Rasi Ilan heads a faction that broke away from the Dune Front.", "led_by(Dune Front"),
        ("Hal Venn leads a group that split from the Red Column in 1999.", "led_by(Red Column"),
        ("In Mopti retired army general Rasi Ilan was killed.", "retired"),
        ("The Citibank branch in Mopti was bombed on Monday.", "faction_of("),
        ("Prince Hal Venn condemned the attack on Monday.", "held_office("),
        ("Hal Venn, a hotel manager, was abducted from the resort.", "held_office("),
        ("Rasi Ilan formed the Mahaz group last year in Mopti.", "faction_of("),
        ("Hal Venn has ruled Mali since 1999, the Red Column said.", "present_in(Hal Venn"),
        ("The raid was claimed by the Sand Brigades, the wing of Hamas, the group that rules Gaza.", "present_in(Sand"),
    ],
)
def test_what_nobody_is(text: str, not_wanted: str) -> None:
    assert not any(not_wanted in one for one in said(text)), said(text)


def test_an_office_in_capitals_is_no_second_one() -> None:
    told = said("Mayor Hal Venn spoke on Monday. Hal Venn, the mayor, left Mopti on Tuesday.")
    assert len([one for one in told if one.startswith("held_office")]) == 1, told


@pytest.mark.parametrize(
    "text",
    [
        "Hal Venn denied that he was a member of the Red Column.",
        "Mira Toll denied being a spokeswoman for the Dune Front.",
        "Rasi Ilan said he was not a member of the Sand Brigades.",
    ],
)
def test_what_somebody_denies_to_be_is_not_their_role(text: str) -> None:
    reading = read_document(document_of(text, "2019-03-14"))
    assert all(s.role is None for statement in reading.statements for s in statement.speakers)
