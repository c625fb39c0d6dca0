"""Whom others name for what happened, in the many ways of saying so: fictional sentences, the shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document, read_words
from hearsay.records.reading import Reading

LEAD = "A bomb killed six people at the market in Mopti on Monday. "
NOBODY = "The Fictional Post"

SUSPICION_FALLS = [
    (
        "No group claimed the attack, but suspicion is likely to fall on the Red Column, which has stepped up raids.",
        ("suspected", "Red Column", NOBODY),
    ),
    ("Suspicion centred on the Valley Brigade.", ("suspected", "Valley Brigade", NOBODY)),
    (
        "Residents said suspicion would inevitably turn on the Free Tarsi Army.",
        ("suspected", "Free Tarsi Army", "Residents"),
    ),
]

SIGNS_POINT = [
    ("Police said evidence pointed to the Red Column.", ("suspected", "Red Column", "Police")),
    (
        "All the evidence points towards the Valley Brigade, the governor said.",
        ("suspected", "Valley Brigade", "governor"),
    ),
    ("Fingers were pointed at the Free Tarsi Army.", ("accused", "Free Tarsi Army", NOBODY)),
]

HANDS_SEEN = [
    ("Investigators see the hand of the Red Column in the attack.", ("suspected", "Red Column", "Investigators")),
    ("Police said they suspected the hand of the Valley Brigade.", ("suspected", "Valley Brigade", "Police")),
    (
        "The attack has all the hallmarks of the Free Tarsi Army, the mayor said.",
        ("suspected", "Free Tarsi Army", "mayor"),
    ),
]

SUSPECTS = [
    ("There were no claims, but Red Column rebels were suspected.", ("suspected", "Red Column", NOBODY)),
    ("Police suspect the Dune Liberation Front.", ("suspected", "Dune Liberation Front", "Police")),
    (
        "The Free Tarsi Army is the prime suspect, police said.",
        ("suspected", "Free Tarsi Army", "police"),
    ),
]

WITHIN = [
    (
        "Media reports said the killing was being blamed on renegade elements within the Dune Liberation Front.",
        ("accused", "Dune Liberation Front", "Media reports"),
    ),
    ("The bishop blamed the attack on rogue elements of the army.", ("accused", "army", "bishop")),
    (
        "The governor pointed the finger at a faction within the Red Heron Brigade.",
        ("accused", "Red Heron Brigade", "governor"),
    ),
]

GUILT_SAID = [
    ("The governor said that the Red Column was to blame.", ("accused", "Red Column", "governor")),
    ("Police held the Valley Brigade responsible.", ("accused", "Valley Brigade", "Police")),
    (
        "Ministers condemned the attack, pinning the blame squarely on the Free Tarsi Army.",
        ("accused", "Free Tarsi Army", "Ministers"),
    ),
]

ACTS_OF = [
    (
        "“It has been another savage act by the Red Column,” Omar Dane, a party spokesman, said.",
        ("accused", "Red Column", "Omar Dane"),
    ),
    ("“This was an act of the Valley Brigade,” the governor said.", ("accused", "Valley Brigade", "governor")),
    (
        "“It was the work of the Free Tarsi Army,” the mayor told reporters.",
        ("accused", "Free Tarsi Army", "mayor"),
    ),
]

CHARGES_IN_THE_AIR = [
    ("The mayor dismissed accusations that the army carried out the bombing.", ("accused", "army", NOBODY)),
    ("The Red Column faces allegations that it planted the bomb.", ("suspected", "Red Column", NOBODY)),
    (
        "There was speculation that the Valley Brigade had planted the bomb.",
        ("suspected", "Valley Brigade", NOBODY),
    ),
]

NEVER_THE_REPORTS_OWN = [
    (
        "A rebel group accused of slaughtering the traders, the Dune Liberation Front, has left the town.",
        ("accused", "Dune Liberation Front", NOBODY),
    ),
    (
        "The mayor was adamant that the Red Heron Brigade was to blame.",
        ("accused", "Red Heron Brigade", "mayor"),
    ),
    (
        "An aid worker said he had fled, and he accused the Salt Road Liberation Army of the killings.",
        ("accused", "Salt Road Liberation Army", "aid worker"),
    ),
]

TAKEN_TO_BE = [
    (
        "Witnesses said the attackers appeared to be Red Column fighters.",
        ("suspected", "Red Column", "Witnesses"),
    ),
    ("The gunmen are believed to be members of the Dune Front.", ("suspected", "Dune Front", NOBODY)),
    ("The bishop said the killers seemed to be from the Valley Brigade.", ("suspected", "Valley Brigade", "bishop")),
]

KNOWN_AS = [
    (
        "The army said that the raiders had identified themselves as members of the Dune Liberation Army.",
        ("accused", "Dune Liberation Army", "army"),
    ),
    (
        "A resident identified the attackers as being from the Red Column.",
        ("accused", "Red Column", "resident"),
    ),
    ("The mayor described the gunmen as members of the Valley Brigade.", ("accused", "Valley Brigade", "mayor")),
]

MARKS = [
    ("The attack, bearing the marks of the Red Column, came as talks began.", ("suspected", "Red Column", NOBODY)),
    ("The bombing bears the mark of the Dune Front.", ("suspected", "Dune Front", NOBODY)),
    (
        "Police said the attack carried the marks of the Valley Brigade.",
        ("suspected", "Valley Brigade", "Police"),
    ),
]

SPOKEN_FOR = [
    (
        "A spokesman for the Dune Front told a television station that it had carried out the attack.",
        ("claimed", "Dune Front", "spokesman"),
    ),
    (
        "A Red Column commander said it had carried out the bombing.",
        ("claimed", "Red Column", "commander"),
    ),
    (
        "A spokesperson for the Valley Brigade said they had planted the bomb.",
        ("claimed", "Valley Brigade", "spokesperson"),
    ),
]

OF_THEIR_OWN_PEOPLE = [
    (
        "Omar Dane, a spokesman for the Red Column, said rebel forces planted the bomb.",
        ("claimed", "Red Column", "Omar Dane"),
    ),
    (
        "A commander of the Dune Front said guerrillas carried out the attack.",
        ("claimed", "Dune Front", "commander"),
    ),
    ("An army spokesman said rebels planted the bomb.", ("accused", "rebels", "army spokesman")),
]

INITIALS = [
    (
        "Police said suspected New Dawn Army (NDA) members planted the bomb.",
        ("suspected", "New Dawn Army", "Police"),
    ),
    (
        "Valley Workers Party (VWP) guerrillas planted the bomb, the governor said.",
        ("accused", "Valley Workers Party", "governor"),
    ),
    (
        "The bomb was planted by Free Tarsi Army (FTA) militants, the mayor said.",
        ("accused", "Free Tarsi Army", "mayor"),
    ),
]

CALLERS = [
    (
        "A caller to a news service in London claimed that the attack was the work of the Red Column.",
        ("claimed", "Red Column", "caller"),
    ),
    (
        "A telephone caller saying he represented a group called the Dune Brigade told a news agency that it made the "
        "bomb attack.",
        ("claimed", "Dune Brigade", "caller"),
    ),
    (
        "An anonymous caller in Beirut claimed responsibility for the bombing. The caller told a news agency that the "
        "Dune Front was responsible for the attack.",
        ("claimed", "Dune Front", "caller"),
    ),
]

THE_CALL = [
    (
        "A woman claimed in a telephone call to the desk of a newspaper that the blast was the work of the Red Column.",
        ("claimed", "Red Column", "woman"),
    ),
    (
        "A man said in a call to a radio station that the Valley Brigade had planted the bomb.",
        ("claimed", "Valley Brigade", "man"),
    ),
    (
        "In a telephone call to a news agency a man said the Dune Front had planted the bomb.",
        ("claimed", "Dune Front", "man"),
    ),
]

DENIALS = [
    (
        "The Dune Liberation Front has denied involvement with the Red Heron Brigade saying that a gas bottle blew up.",
        ("denied", "Dune Liberation Front", "Dune Liberation Front"),
    ),
    (
        "The Dune Liberation Front immediately issued a firm denial.",
        ("denied", "Dune Liberation Front", "Dune Liberation Front"),
    ),
    (
        "A denial of any involvement by the Red Heron Brigade came on Tuesday.",
        ("denied", "Red Heron Brigade", "Red Heron Brigade"),
    ),
    (
        "The Israeli defence minister, Ben Adar, insisted that Israel had nothing to do with the attack.",
        ("denied", "Israel", "Ben Adar"),
    ),
]

LAYING_MINES = [
    (
        "Six soldiers were killed when a mine exploded near Goma on Friday. Police suspect that the mine was laid and "
        "triggered by Red Column rebels.",
        ("suspected", "Red Column", "Police"),
    ),
    (
        "A bomb wounded four people in a café in Izmir on Monday. The governor said the device had been built by the "
        "Valley Brigade.",
        ("accused", "Valley Brigade", "governor"),
    ),
    (
        "Two drivers died when a roadside bomb exploded near Jos on Friday. The Free Tarsi Army had buried the "
        "bomb, an army officer said.",
        ("accused", "Free Tarsi Army", "army officer"),
    ),
]

WHOSE_WEAPON = [
    (
        "Two soldiers were killed and three injured by a Dune Liberation Front bomb in Leira on Monday.",
        ("reported", "Dune Liberation Front", NOBODY),
    ),
    (
        "A Taliban rocket killed four children in Ghazni on Friday, the governor said.",
        ("accused", "Taliban", "governor"),
    ),
    (
        "In February, the Red Heron Brigade broke a truce with a bombing in Izmir that killed two.",
        ("reported", "Red Heron Brigade", NOBODY),
    ),
    (
        "Hezbollah marked the anniversary on Monday with a raid on a post near Metula.",
        ("reported", "Hezbollah", NOBODY),
    ),
    (
        "The Taliban have stepped up attacks on the army, with nine policemen being shot in an ambush near Ghazni "
        "on Saturday.",
        ("reported", "Taliban", NOBODY),
    ),
    (
        "Troops were pursuing Dune Liberation Front fighters who attacked the village of Abara on Friday and killed "
        "nine people with machetes.",
        ("reported", "Dune Liberation Front", NOBODY),
    ),
    ("Six rebels were captured in combat by the army near Goma on Friday.", ("reported", "army", NOBODY)),
    (
        "A mayor was shot dead in a raid by the Dune Liberation Front near Jos on Friday.",
        ("reported", "Dune Liberation Front", NOBODY),
    ),
    (
        "Nine villagers were killed during an offensive by Taliban fighters in Ghazni on Monday, the governor said.",
        ("accused", "Taliban", "governor"),
    ),
    (
        "Fighters believed to be members of the Salt Road Liberation Army staged a raid on Goma on Friday, army "
        "spokesman Ari Menka told reporters.",
        ("suspected", "Salt Road Liberation Army", "Ari Menka"),
    ),
    (
        "Police allege the Dune Liberation Front was behind the killing of a mayor in Jos on Monday.",
        ("accused", "Dune Liberation Front", "Police"),
    ),
]

WHO_THEY_WERE = [
    (
        "Major Ari Menka said the attackers belonged to an urban squad of the Dune Liberation Front.",
        ("accused", "Dune Liberation Front", "Ari Menka"),
    ),
    (
        "The Dune Liberation Front said in an e-mail to newspapers that it had set off the bomb.",
        ("claimed", "Dune Liberation Front", "Dune Liberation Front"),
    ),
    (
        "The Dune Liberation Front said its fighters had planted the bomb.",
        ("claimed", "Dune Liberation Front", "Dune Liberation Front"),
    ),
    (
        "The minister said the attack bore the hallmarks of the Free Levant Column.",
        ("suspected", "Free Levant", "minister"),
    ),
    (
        "Initial reports indicated that the attackers could be members of the Dune Liberation Front.",
        ("suspected", "Dune Liberation Front", "reports"),
    ),
    ("Police said the bombers belonged to the Red Heron Brigade.", ("accused", "Red Heron Brigade", "Police")),
    (
        "The guerrilla group may be the Salt Road Liberation Army, a diplomat said.",
        ("suspected", "Salt Road Liberation Army", "diplomat"),
    ),
]

STATEMENTS_CLAIM = [
    (
        "The Dune Liberation Front released a joint statement claiming responsibility for the attack.",
        ("claimed", "Dune Liberation Front", "Dune Liberation Front"),
    ),
    (
        "A letter from the Red Heron Brigade claimed responsibility for the blast.",
        ("claimed", "Red Heron Brigade", "Red Heron Brigade"),
    ),
    (
        "The Salt Road Liberation Army posted a video taking responsibility for the attack.",
        ("claimed", "Salt Road Liberation Army", "Salt Road Liberation Army"),
    ),
]

WE_SAY = [
    (
        "Omar Dane, a spokesman for the Dune Liberation Front, said by telephone that the attack was carried out by "
        "members of the Front's suicide squad.",
        ("claimed", "Dune Liberation Front", "Omar Dane"),
    ),
    (
        "“We did it,” Omar Dane, the Dune Liberation Front's military spokesman, told The Associated Press.",
        ("claimed", "Dune Liberation Front", "Omar Dane"),
    ),
    (
        "“We were behind the blast,” the Red Heron Brigade's spokesman told reporters.",
        ("claimed", "Red Heron Brigade", "Red Heron Brigade"),
    ),
]


def _said(reading: Reading) -> list[tuple[str, str, str]]:
    """Stance, doer and innermost speaker of every perpetrator that is given."""
    actors = {actor.id: actor.name for actor in reading.actors}
    by_id = {statement.id: statement for statement in reading.statements}
    given = [p for incident in reading.incidents for p in incident.perpetrators]
    return [(p.stance.value, actors[p.actor], by_id[p.statement].speakers[-1].name) for p in given]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *[
            (LEAD + text, wanted)
            for text, wanted in (
                *SUSPICION_FALLS,
                *SIGNS_POINT,
                *HANDS_SEEN,
                *SUSPECTS,
                *GUILT_SAID,
                *WITHIN,
                *ACTS_OF,
                *CHARGES_IN_THE_AIR,
                *NEVER_THE_REPORTS_OWN,
                *TAKEN_TO_BE,
                *KNOWN_AS,
                *MARKS,
                *SPOKEN_FOR,
                *THE_CALL,
                *OF_THEIR_OWN_PEOPLE,
                *INITIALS,
                *CALLERS,
                *DENIALS,
                *WHO_THEY_WERE,
                *STATEMENTS_CLAIM,
                *WE_SAY,
            )
        ],
        *LAYING_MINES,
        *WHOSE_WEAPON,
    ],
)
def test_whom_they_name(text: str, wanted: tuple[str, str, str]) -> None:
    said = _said(read_document(document_of(text, "2019-03-14")))
    assert len(said) == 1, said
    stance, doer, speaker = said[0]
    assert (stance, wanted[1] in doer, wanted[2] in speaker) == (wanted[0], True, True), said


@pytest.mark.parametrize(
    "text",
    [
        "If suspicion falls on the Red Column, talks will end.",
        "Police suspect the driver.",
        "The Valley Brigade is not to blame, the governor said.",
        "Militants carry out frequent attacks on traders in the state.",
        "The attackers were students, police said.",
        "The Taliban has never been known to stage such attacks.",
        "A second bomb detonated on Tuesday as a local patrol passed on a lorry, destroying the vehicle.",
        "Residents said so. “They came while we slept and killed our people on Tuesday,” a resident said.",
        "In the wake of the attack, the home minister accused Pakistan of trying to destabilise the region.",
        "The government's denial of visas to two reporters drew protests.",
        "The slayings were carried out by another group, the governor said.",
        "Children were forced to execute their neighbours in Jos on Sunday, a priest said.",
        "A second mine went off on Tuesday as a police patrol passed in a pickup, killing two officers.",
        "Residents of a second hamlet repelled an attack on Tuesday, the governor said.",
        "The man bore the marks of the Red Column on his back.",
    ],
)
def test_no_word_on_who_did_it(text: str) -> None:
    assert _said(read_document(document_of(LEAD + text, "2019-03-14"))) == []


def test_who_is_told_does_not_say_it() -> None:
    text = (
        LEAD + "Police blamed the Dune Liberation Front. “We did not do that,” Rasi Ilan, the rebels' military "
        "spokesman, told Radio Tora by telephone from the stronghold."
    )
    said = _said(read_document(document_of(text, "2019-03-14")))
    assert not any("Tora" in doer or "Tora" in speaker for _, doer, speaker in said), said


THE_ATTACK = [
    (
        "Gunmen shot at the mayor in the old town of Pune on Friday and killed a guard.\n\nThe mayor was taken to "
        "hospital.\n\nThe Red Heron Brigade has claimed responsibility for the attack, a local agency said.\n\n"
        "However, police believe the attack was carried out by the Dune Liberation Front.\n\nElsewhere in the state, "
        "two bandits were killed in Nagar on Thursday.\n",
        "Pune",
        {("claimed", "Red Heron Brigade"), ("suspected", "Dune Liberation Front")},
    ),
    (
        "A bomb killed six people at a station in Mopti on Monday.\n\nOn Sunday, two soldiers were shot dead in Gao."
        "\n\nOfficials blamed the Dune Liberation Front for the bombing.\n",
        "Mopti",
        {("accused", "Dune Liberation Front")},
    ),
    (
        "A constable was found dead in Lisvane on Saturday, shot in the head. The Red Heron Brigade claimed "
        "responsibility for the killing in a letter to a radio station.\n\nEarlier, a carpenter was shot dead in "
        "Castleton.\n",
        "Lisvane",
        {("claimed", "Red Heron Brigade")},
    ),
]


@pytest.mark.parametrize(("text", "town", "wanted"), THE_ATTACK)
def test_the_attack_is_the_one_told_of(text: str, town: str, wanted: set[tuple[str, str]]) -> None:
    reading = read_words(text, published="2019-03-14")
    names = {place.id: place.name for place in reading.places}
    actors = {actor.id: actor.name for actor in reading.actors}
    there = [i for i in reading.incidents if town in {names[p] for p in i.places}]
    assert {(p.stance.value, actors[p.actor]) for i in there for p in i.perpetrators} == wanted
