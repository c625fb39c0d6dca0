"""Who is said to have done it, by whom and how, in fictional sentences read by the shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document, read_words
from hearsay.records.incident import Claims
from hearsay.records.reading import Reading

LEAD = "A bomb killed six people at the market in Mopti on Monday. "

TAKEN_FOR = [
    (
        "Fighters thought to be part of the Northern Dawn Front rebel group staged a raid on Monday night in Beni, "
        "army spokesman Capt. Ari Menka said.",
        {("suspected", "Northern Dawn Front", "Ari Menka")},
    ),
    (
        "Gunmen suspected to be members of the Red Column militia kidnapped a priest in Jos on Saturday.",
        {("suspected", "Red Column", "The Fictional Post")},
    ),
    (
        "Men identified as Valley Brigade fighters burned two villages near Goma on Friday, the governor said.",
        {("accused", "Valley Brigade", "governor")},
    ),
    (
        "Militants from Turkey's Valley Workers Party (VWP) have claimed responsibility for Tuesday's raid on a bank "
        "in Izmir.",
        {("claimed", "Valley Workers Party", "Valley Workers Party")},
    ),
    (
        "Police believe the attack on the mayor of Pune has been carried out by members of the state's dominant group "
        "Red Column.",
        {("suspected", "Red Column", "Police")},
    ),
    (
        "Herder Tolo Bari said suspected Kandi tribesmen launched a dawn raid on his village near Jos on Friday.",
        {("suspected", "Kandi tribesmen", "Tolo Bari")},
    ),
]

WORDS_OF_BLAME = [
    (
        LEAD + "Radio Tora accused the French-led coalition of carrying out the bombing.",
        {("accused", "coalition", "Radio Tora")},
    ),
    (
        LEAD + "Officials believe militants from the Red Column planted the bomb.",
        {("suspected", "Red Column", "Officials")},
    ),
    (
        "The Red Column issued a claim of responsibility for Thursday's attack in Kabul that left 11 people dead.",
        {("claimed", "Red Column", "Red Column")},
    ),
    (
        LEAD
        + "Initial findings showed that the Islamist group Red Column could be behind the attack, police inspector "
        "Ari Menka said.",
        {("suspected", "Red Column", "Ari Menka")},
    ),
    (
        LEAD
        + "Military spokesman Ari Menka said the bombing was the work of the Red Column guerrillas despite a truce.",
        {("accused", "Red Column", "Ari Menka")},
    ),
    (LEAD + "“Of course it was the Red Column,” a defence official said.", {("accused", "Red Column", "official")}),
    (
        LEAD + "The Valley Brigade pointed a finger at the army.",
        {("accused", "army", "Valley Brigade")},
    ),
    (
        LEAD + "The governor laid the blame for the blast on the Valley Brigade.",
        {("accused", "Valley Brigade", "governor")},
    ),
    (
        LEAD + "The attack bore the hallmarks of the Red Column, the prime minister said.",
        {("suspected", "Red Column", "prime minister")},
    ),
    (
        LEAD + "But the separatists alleged the attack was carried out by India.",
        {("accused", "India", "separatists")},
    ),
    (
        LEAD + "“We abhor this raid and firmly believe Malian security forces are behind it,” a spokesman for "
        "the Valley Council said.",
        {("suspected", "Security forces of Mali", "spokesman for the Valley Council")},
    ),
]

DENIALS = [
    (
        LEAD + "The Valley Brigade would neither confirm nor deny that it was behind the attack.",
        set(),
    ),
    (
        LEAD + "The coalition would not confirm or deny that it was behind the attack.",
        set(),
    ),
    (
        LEAD + "The Valley Brigade, which was banned last month, distanced itself from the bombing.",
        {("denied", "Valley Brigade", "Valley Brigade")},
    ),
    (
        LEAD + "Police blamed the Valley Brigade. A spokesman for the Valley Brigade said the group had nothing to do "
        "with the attack.",
        {("accused", "Valley Brigade", "Police"), ("denied", "Valley Brigade", "spokesman for the Valley Brigade")},
    ),
    (
        LEAD + "The Red Column rejected government charges that it had staged the attack.",
        {("denied", "Red Column", "Red Column"), ("accused", "Red Column", "government")},
    ),
    (
        LEAD + "“We played no part in the bombing,” Red Column leader Omar Dane said.",
        {("denied", "Red Column", "Omar Dane")},
    ),
]

OF_THEIR_OWN = [
    (
        "“The bomber wore a vest that he detonated near the police who watched the march in Kabul on Monday,” "
        "Basir Dane said.",
        {("accused", "bomber", "Basir Dane")},
    ),
    (
        "The military said troops killed at least eight Red Column fighters on Sunday near Beni.",
        {("claimed", "troops", "military")},
    ),
    (
        "Police said officers shot dead two kidnappers in Jos on Sunday.",
        {("claimed", "officers", "Police")},
    ),
    (
        "Residents said troops killed at least eight farmers on Sunday near Beni.",
        {("accused", "troops", "Residents")},
    ),
    (
        "Police said soldiers shot dead two farmers in Jos on Sunday.",
        {("accused", "soldiers", "Police")},
    ),
]

SPEAKERS = [
    (
        LEAD + "“We have nothing to do with that,” clan elder Omar Dane said. “It is up to the government to find out "
        "who did it.”",
        set(),
    ),
    (
        "India banned the Red Column after it accused the group of attacking its parliament in December 2001, "
        "killing 15 people.",
        {("accused", "Red Column", "India")},
    ),
    (
        "The minister said last week police had arrested a militant, Zia Dane, who had planned the massacre in Pune.",
        {("reported", "police", "minister"), ("accused", "Zia Dane", "minister")},
    ),
    (
        "A group of ten gunmen stormed a village near Jos on Monday and killed nine farmers.",
        {("reported", "ten gunmen", "The Fictional Post")},
    ),
    (
        "French-led air strikes killed 41 civilians near Gao on Tuesday, a health official said. The French-led "
        "coalition said it was looking into the reports.",
        {("accused", "French-led coalition", "health official")},
    ),
    (
        "A Red Column statement said fighters stormed a military post in Gao on Monday and killed nine soldiers.",
        {("claimed", "Red Column", "Red Column")},
    ),
    ("The Red Column has claimed responsibility for other deadly bombings in Gao.", set()),
    (
        LEAD + "The blast -- blamed on the Valley Front for Liberation (VFL) -- shook the whole town.",
        {("accused", "Valley Front", "The Fictional Post")},
    ),
    (
        LEAD + "Police said the investigation had concluded that the Red Column was behind the attack.",
        {("accused", "Red Column", "Police")},
    ),
    (
        LEAD + "Government spokesman Ari Menka said they believed the Red Column was behind the attack.",
        {("suspected", "Red Column", "Ari Menka")},
    ),
    (
        "The army said troops killed eight farmers near Beni on Sunday, and accused the Red Column of "
        "burning a school.",
        {("claimed", "troops", "army"), ("accused", "Red Column", "army")},
    ),
    (
        "The United Nations condemned the Valley Brigade for killing nine children in Goma on Monday.",
        {("accused", "Valley Brigade", "United Nations")},
    ),
    (
        "IS said one of its fighters detonated the bomb that killed six people in Mosul on Monday.",
        {("claimed", "Islamic State", "Islamic State")},
    ),
    (
        "Separatist gunmen shot dead a policeman in Bilbao on Monday, witnesses said.",
        {("accused", "Separatist gunmen", "witnesses")},
    ),
    (
        "Masked gunmen shot dead a policeman in Bilbao on Monday, witnesses said.",
        {("accused", "Masked gunmen", "witnesses")},
    ),
    (
        "Suspected insurgents raided a hamlet in eastern Mali on Friday, killing at least ten villagers, the country's "
        "army and a priest said.",
        {("suspected", "insurgents", "army")},
    ),
    ("One eyewitness reported seeing two clerks wounded near the bridge in Jos on Monday.", set()),
    (
        "The northern rebels fought the president for years, but mostly attack civilians to steal cattle and abduct "
        "children in Uganda.",
        set(),
    ),
]


def _said(reading: Reading) -> list[tuple[str, str, str]]:
    """Stance, doer and innermost speaker of every perpetrator that is given."""
    actors = {actor.id: actor.name for actor in reading.actors}
    by_id = {statement.id: statement for statement in reading.statements}
    given = [p for incident in reading.incidents for p in incident.perpetrators]
    return [(p.stance.value, actors[p.actor], by_id[p.statement].speakers[-1].name) for p in given]


@pytest.mark.parametrize(("text", "wanted"), [*TAKEN_FOR, *WORDS_OF_BLAME, *DENIALS, *OF_THEIR_OWN, *SPEAKERS])
def test_who_is_said_to_have_done_it(text: str, wanted: set[tuple[str, str, str]]) -> None:
    said = _said(read_document(document_of(text, "2019-03-14")))
    assert len(said) == len(wanted), said
    for stance, doer, speaker in wanted:
        assert any(s == stance and doer in d and speaker in who for s, d, who in said), said


def test_a_headline_is_no_word_of_the_reports_own_where_somebody_says_it() -> None:
    text = (
        "Northern Dawn rebels kill ten in Uganda\n\nKAMPALA, Uganda (AP) — Northern Dawn rebels killed at least ten "
        "people in a village near Gulu on Saturday, the army said Monday.\n"
    )
    reading = read_words(text, published="2019-03-14")
    assert {stance for stance, _, _ in _said(reading)} == {"accused"}


def test_a_headline_stands_where_the_text_says_it_too() -> None:
    text = (
        "Northern Dawn rebels kill ten in Uganda\n\nKAMPALA, Uganda (AP) — Northern Dawn rebels killed at least ten "
        "people in a village near Gulu on Saturday.\n"
    )
    assert {stance for stance, _, _ in _said(read_words(text, published="2019-03-14"))} == {"reported"}


CALLED = [
    (
        LEAD + "A woman telephoned a radio station and said the bombing was the work of the Red Column.",
        {("claimed", "Red Column")},
    ),
    (
        LEAD + "An anonymous caller said the Valley Brigade had planted the bomb.",
        {("claimed", "Valley Brigade")},
    ),
    (
        LEAD
        + "A man who said he belonged to the Dune Front telephoned a newspaper and said the group planted the bomb.",
        {("claimed", "Dune Front")},
    ),
    (LEAD + "A caller to a radio station accused the Valley Brigade of the bombing.", {("accused", "Valley Brigade")}),
    (LEAD + "A man said by telephone that the Valley Brigade had planted the bomb.", {("accused", "Valley Brigade")}),
    (
        LEAD + "A man said shots rang out when a group calling itself the Valley Brigade planted the bomb.",
        {("accused", "Valley Brigade")},
    ),
    (LEAD + "A woman in Mopti said the Valley Brigade had planted the bomb.", {("accused", "Valley Brigade")}),
]


@pytest.mark.parametrize(("text", "found"), CALLED)
def test_who_rings_up_for_a_group_claims_it_for_the_group(text: str, found: set[tuple[str, str]]) -> None:
    reading = read_document(document_of(text, published="2031-05-09"))
    names = {actor.id: actor.name for actor in reading.actors}
    assert {(p.stance.value, names[p.actor]) for one in reading.incidents for p in one.perpetrators} == found


SIGNED = [
    (
        "A newspaper got a leaflet sent by the Valley Brigade and the Dune Front, claiming the bombing in the name of "
        "a commando.",
        Claims.JOINT,
    ),
    ("The Valley Brigade and the Dune Front claimed responsibility for the bombing in a letter.", Claims.JOINT),
    ("The Valley Brigade and the Dune Front claimed joint responsibility for the bombing.", Claims.JOINT),
    ("The Valley Brigade and the Dune Front claimed responsibility for the bombing.", Claims.COMPETING),
    ("The Valley Brigade and the Dune Front claimed the bombing in statements.", Claims.COMPETING),
    ("The Valley Brigade and the Dune Front each claimed responsibility for the bombing.", Claims.COMPETING),
    ("The Valley Brigade claimed the bombing. The Dune Front claimed the bombing as well.", Claims.COMPETING),
]


@pytest.mark.parametrize(("sentence", "claims"), SIGNED)
def test_one_statement_of_two_groups_is_a_joint_claim(sentence: str, claims: Claims) -> None:
    reading = read_document(document_of(LEAD + sentence, published="2031-05-09"))
    names = {actor.id: actor.name for actor in reading.actors}
    (incident,) = [one for one in reading.incidents if one.perpetrators]
    assert {names[p.actor] for p in incident.perpetrators} == {"Valley Brigade", "Dune Front"}
    assert {p.stance.value for p in incident.perpetrators} == {"claimed"}
    assert incident.claims is claims


STRUCK = [
    "At least 19 soldiers were killed in an ambush they staged near Gao on May 6.",
    "Six police recruits were killed, another four wounded, and three more taken prisoner in Segou on May 6.",
    "Six guards died in Mopti on May 6 in a raid in which they had been surrounded.",
]


@pytest.mark.parametrize("sentence", STRUCK)
def test_whom_a_sentence_counts_among_the_dead_it_does_not_tell_as_the_doers(sentence: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    assert reading.incidents
    assert all(not incident.perpetrators for incident in reading.incidents)


ATTACKED = [
    "The Red Column claimed two attacks on Malian security forces in the east that killed five people on Monday.",
    "The mayor condemned Monday's attack on guards in Gao that left nine clerks dead.",
    "A raid on soldiers that killed six traders shook Mopti on Monday.",
]


@pytest.mark.parametrize("sentence", ATTACKED)
def test_whom_an_attack_struck_did_not_kill(sentence: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    names = {actor.id: actor.name for actor in reading.actors}
    doers = {names[said.actor] for incident in reading.incidents for said in incident.perpetrators}
    assert doers <= {"Red Column"}
    assert len(reading.incidents) == 1


@pytest.mark.parametrize("verb", ["blamed", "pinned"])
def test_on_whom_an_attack_is_blamed_was_not_its_target(verb: str) -> None:
    sentence = f"A bomb killed six clerks in Gao on Monday. The army {verb} the attack on Red Column guerrillas."
    (incident,) = read_document(document_of(sentence, published="2031-05-09")).incidents
    assert incident.target is None or "Column" not in incident.target.what
