"""How actors stand to one another, in the many ways of saying so: fictional sentences, the shipped model."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document

SPEAK_FOR_A_BODY = [
    ("Army spokesman Colonel Rasi Ilan denied the report.", "spokesperson_of(Rasi Ilan, Army)"),
    ("Government spokeswoman Mira Toll condemned the blast.", "spokesperson_of(Mira Toll, Government)"),
    (
        "The fire broke out at noon, fire department spokesman Hal Venn said.",
        "spokesperson_of(Hal Venn, fire department)",
    ),
    (
        "Mira Toll, a spokeswoman for the regional government, said ten died.",
        "spokesperson_of(Mira Toll, regional government)",
    ),
    ("Military spokesman Brig. Gen. Hal Venn said ten died.", "spokesperson_of(Hal Venn, Military)"),
    ("Hospital spokeswoman Mira Toll said ten died.", "spokesperson_of(Mira Toll, Hospital)"),
    ("White House press secretary Mira Toll said ten died.", "spokesperson_of(Mira Toll, White House)"),
    ("Rasi Ilan, who speaks for the Dune Front, denied it.", "spokesperson_of(Rasi Ilan, Dune Front)"),
    ("Red Column spokesman Rasi Ilan said the group had lost ten men.", "spokesperson_of(Rasi Ilan, Red Column)"),
]

RANKS = [
    ("Somali army Major Hal Venn said so.", "member_of(Hal Venn, Somali National Army)"),
    ("Two soldiers died in Mopti, said police Col. Rasi Ilan.", "member_of(Rasi Ilan, police)"),
    ("Army Lt. Gen. Hal Venn visited the town on Monday.", "member_of(Hal Venn, Army)"),
    ("Police Sergeant Mira Toll told reporters that nobody was hurt.", "member_of(Mira Toll, Police)"),
    (
        "Col. Hal Venn of the Malian National Guard said the road was open.",
        "member_of(Hal Venn, National guard of Mali)",
    ),
    ("Police official Rasi Ilan said nine bodies were found.", "member_of(Rasi Ilan, Police)"),
]

MEMBERS = [
    ("Rasi Ilan, a member of the Dune Front, was shot on Monday.", "member_of(Rasi Ilan, Dune Front)"),
    ("In Mopti the Red Column operative Hal Venn was arrested.", "member_of(Hal Venn, Red Column)"),
    ("The leading Red Column rebel, Rasi Ilan, was killed.", "member_of(Rasi Ilan, Red Column)"),
    ("Hal Venn, a senior Red Column official, was arrested.", "member_of(Hal Venn, Red Column)"),
    ("Hal Venn, who belongs to the Red Column, was arrested.", "member_of(Hal Venn, Red Column)"),
    (
        "The Lantern Relief Fund said one of its nurses, Mira Toll, was wounded.",
        "member_of(Mira Toll, Lantern Relief Fund)",
    ),
]

LED = [
    ("Lantern Institute director Mira Toll said the toll would rise.", "led_by(Lantern Institute, Mira Toll)"),
    (
        "The raid was a mistake, according to Hal Venn, director of the Lantern Institute for Peace, a research group.",
        "led_by(Lantern Institute for Peace, Hal Venn)",
    ),
    ("Rasi Ilan, who heads the Dune Front, denied it.", "led_by(Dune Front, Rasi Ilan)"),
    ("The Dune Front, led by Rasi Ilan, denied it.", "led_by(Dune Front, Rasi Ilan)"),
    ("The Dune Front's leader, Rasi Ilan, was killed in Mopti.", "led_by(Dune Front, Rasi Ilan)"),
    ("Red Column co-leader Hal Venn was arrested.", "led_by(Red Column, Hal Venn)"),
    ("Hal Venn, a former commander of the Red Column, was arrested.", "led_by(Red Column, Hal Venn)"),
    ("Fighters of the Red Column under the command of Hal Venn took Mopti.", "led_by(Red Column, Hal Venn)"),
]

OFFICES = [
    ("Interior Minister Rasi Ilan condemned the attack.", "held_office(Rasi Ilan, Interior Minister)"),
    (
        "Hal Venn, editor of the Tarsi Courier newspaper, was shot on Monday.",
        "held_office(Hal Venn, editor of the Tarsi Courier newspaper)",
    ),
    ("Gunmen killed Hal Venn, the former mayor of Mopti.", "held_office(Hal Venn, mayor of Mopti)"),
    (
        "Hal Venn, one of three deputy ministers and a member of the Dune Front, left.",
        "held_office(Hal Venn, deputy ministers)",
    ),
    (
        "Hal Venn, one of three deputy ministers and a member of the Dune Front, left.",
        "member_of(Hal Venn, Dune Front)",
    ),
    ("Attorney General Hal Venn said nobody was hurt.", "held_office(Hal Venn, Attorney General)"),
    ("Minister of the Interior Hal Venn said ten died.", "held_office(Hal Venn, Minister of the Interior)"),
    ("Opposition leader Hal Venn called it an outrage.", "held_office(Hal Venn, Opposition leader)"),
    ("The Archbishop of Mopti, Hal Venn, called for calm.", "held_office(Hal Venn, Archbishop of Mopti)"),
    ("Gen. Hal Venn, the army commander, was killed.", "held_office(Hal Venn, army commander)"),
    ("They burned the house of another councillor, Hal Venn.", "held_office(Hal Venn, councillor)"),
    ("UN Secretary-General Mira Toll condemned it.", "held_office(Mira Toll, UN Secretary-General)"),
    ("Mira Toll, who served as defence minister until 1998, was killed.", "held_office(Mira Toll, defence minister)"),
    ("Mira Toll was appointed governor of the province in May.", "held_office(Mira Toll, governor of the province)"),
]

FOES = [
    ("The Red Column began its campaign in 1988 to overthrow the government.", "hostile_to(Red Column, government)"),
    (
        "The Dune Front has carried out dozens of bombings in its bid to topple the kingdom's government.",
        "hostile_to(Dune Front, kingdom's government)",
    ),
    (
        "The Red Column, which has been fighting since 1996 to end the monarchy, called a truce.",
        "hostile_to(Red Column, monarchy)",
    ),
    ("The Red Column is fighting the Malian army in the hills.", "hostile_to(Red Column, Malian Armed Forces)"),
    ("The Dune Front opposes the Malian government.", "hostile_to(Dune Front, Government of Mali)"),
    ("Rebel groups opposed to President Rasi Ilan shelled the town.", "hostile_to(Rebel groups, Rasi Ilan)"),
    (
        "The Malian army's war against the Red Column has lasted ten years.",
        "hostile_to(Malian Armed Forces, Red Column)",
    ),
    ("The Red Column has waged an insurgency against the government since 2004.", "hostile_to(Red Column, government)"),
    ("The Dune Front is fighting for independence from Spain.", "hostile_to(Dune Front, Spain)"),
    ("The Dune Front considers Shiites heretics and has bombed their mosques.", "hostile_to(Dune Front, Shiites)"),
    ("The Dune Front has often targeted the security forces.", "hostile_to(Dune Front, security forces)"),
    ("Militants of the Dune Front have targeted police, tourists and officials.", "hostile_to(Dune Front, tourists)"),
    ("Ten died in the war between the Malian army and the Red Column.", "hostile_to(Malian Armed Forces, Red Column)"),
    ("The army is battling a stubborn insurgency by the Red Column.", "hostile_to(army, Red Column)"),
]

ALIASES = [
    ("The Dune Front, also known as the Sons of the Sand, said it did it.", "alias_of(Sons of the Sand, Dune Front)"),
    ("Hal Venn, whose real name is Abu Raml, was killed.", "alias_of(Abu Raml, Hal Venn)"),
    ("Hal Venn, alias Commander Fox, was arrested on Monday.", "alias_of(Commander Fox, Hal Venn)"),
    (
        "The attackers were from DF-Zwara or Dune Liberation Army (DLA), a rebel group.",
        "alias_of(DF-Zwara, Dune Liberation Army)",
    ),
    ("The movement Jabhat al-Raml (Sand Front) said it did it.", "alias_of(Sand Front, Jabhat al-Raml)"),
    ("Hal Venn, better known by his nom de guerre Abu Raml, was killed.", "alias_of(Abu Raml, Hal Venn)"),
    ("The Sand Brigades, formerly called the Dune Front, said they did it.", "alias_of(Dune Front, Sand Brigades)"),
]

PARTS = [
    ("The Sand Brigades, the armed wing of the Dune Front, said they did it.", "faction_of(Sand Brigades, Dune Front)"),
    ("Police blamed the Sand Brigades, a splinter group of the Dune Front.", "split_from(Sand Brigades, Dune Front)"),
    (
        "The Sand Brigades, which broke away from the Dune Front in 2011, said they did it.",
        "split_from(Sand Brigades, Dune Front)",
    ),
    ("The Sand Brigades, an offshoot of the Dune Front, said they did it.", "split_from(Sand Brigades, Dune Front)"),
    ("The Sand Brigades are part of the Dune Front.", "faction_of(Sand Brigades, Dune Front)"),
]

TIES = [
    (
        "The Dune Front, a militant group aligned with Al-Qaeda, said it did it.",
        "affiliated_with(Dune Front, Al-Qaeda)",
    ),
    ("The Dune Front, which has links to Al-Qaeda, said it did it.", "affiliated_with(Dune Front, Al-Qaeda)"),
    ("The Dune Front swore allegiance to the Islamic State in 2015.", "affiliated_with(Dune Front, Islamic State)"),
    ("The Al-Qaeda-linked Dune Front said it did it.", "affiliated_with(Dune Front, Al-Qaeda)"),
    ("The Dune Front, which is backed by Iran, said it did it.", "ally_of(Iran, Dune Front)"),
    ("Libya has supplied the Dune Front with weapons.", "armed(Libya, Dune Front)"),
    ("The Dune Front and the Red Column joined forces in 2011.", "cooperated_with(Dune Front, Red Column)"),
    ("The Dune Front formed an alliance with the Red Column.", "allied_with(Dune Front, Red Column)"),
]

PARTS_OF_NAMES = [
    ("The Abu Sayyaf, which is linked to al-Qaida, did it.", "affiliated_with(Abu Sayyaf, Al-Qaeda)"),
    ("Sinn Fein, the IRA's political ally, condemned it.", "ally_of(Sinn Féin, IRA)"),
    ("Hamas official Hal Venn said so.", "member_of(Hal Venn, Hamas)"),
    ("Police arrested two suspected ETA members, Hal Venn and Rasi Ilan.", "member_of(Rasi Ilan, ETA)"),
    ("The Islamic State group, also known as ISIS, did it.", "alias_of(ISIS, Islamic State)"),
    ("Hamas and Fatah are rivals.", "rival_of(Hamas, Fatah)"),
]

WHOSE_END = [
    (
        "Hezbollah wants to impose its law in the region and overthrow the Lebanese government.",
        "hostile_to(Hezbollah, Government of Lebanon)",
    ),
    ("Hamas is sworn to Israel's destruction.", "hostile_to(Hamas, Israel)"),
    ("Shining Path is seeking the overthrow of the government.", "hostile_to(Shining Path, government)"),
    ("The Red Column called for the ouster of President Hal Venn.", "hostile_to(Red Column, Hal Venn)"),
    ("Hezbollah is at war with Israel.", "hostile_to(Hezbollah, Israel)"),
]

WHEREABOUTS = [
    ("Fighters shot two policemen in Mopti, a Dune Front stronghold.", "present_in(Dune Front, Mopti)"),
    (
        "The Lantern Fund paid, said its lawyer, and so did the Relief Fund, a charity based in Jakarta.",
        "based_in(Relief Fund, Jakarta)",
    ),
    (
        "The attack was in northern Mali, where the Dune Front has been active for a decade.",
        "present_in(Dune Front, northern Mali)",
    ),
    ("The Dune Front operates in Mali and Niger.", "present_in(Dune Front, Niger)"),
    ("The Taliban control most of Helmand province.", "present_in(Afghan Taliban, Helmand)"),
    ("The Red Column controls much of northern Mali.", "present_in(Red Column, northern Mali)"),
    ("The Red Column has its headquarters in Damascus.", "based_in(Red Column, Damascus)"),
]

SHARED = [
    ("Hal Venn, founder and leader of the Red Column, was killed.", "led_by(Red Column, Hal Venn)"),
    ("Rasi Ilan, a spokesman and senior member of the Dune Front, denied it.", "member_of(Rasi Ilan, Dune Front)"),
    ("Mira Toll, editor and founder of the Lantern Fund, denied it.", "founded(Mira Toll, Lantern Fund)"),
]

NAMED_BESIDE = [
    ("The Red Column is now led by its chief ideologist, Rasi Ilan.", "led_by(Red Column, Rasi Ilan)"),
    ("The commander, identified as Hal Venn, led the Red Column.", "led_by(Red Column, Hal Venn)"),
    ("Hal Venn and other Red Column militants were killed.", "member_of(Hal Venn, Red Column)"),
    ("State media described Hal Venn as the half-brother of Rasi Ilan.", "kin_of(Hal Venn, Rasi Ilan)"),
    (
        "A splinter group of the Red Column, the Sand Brigades, said they did it.",
        "split_from(Sand Brigades, Red Column)",
    ),
    ("Hal Venn acted as field commander of the Red Column.", "led_by(Red Column, Hal Venn)"),
]

PARTY_PEOPLE = [
    ("The Sinn Fein President, Rasi Ilan, had called for it.", "led_by(Sinn Féin, Rasi Ilan)"),
    ("SDLP MP Hal Venn was dismayed.", "held_office(Hal Venn, SDLP MP)"),
    ("SDLP MP Hal Venn was dismayed.", "member_of(Hal Venn, Social Democratic and Labour Party)"),
    ("Hal Venn, secretary-general of Hezbollah, denied it.", "led_by(Hezbollah, Hal Venn)"),
    ("Hal Venn, second-in-command of the Red Column, was shot.", "member_of(Hal Venn, Red Column)"),
    ("RUC Superintendent Hal Venn was concerned.", "member_of(Hal Venn, Royal Ulster Constabulary)"),
    ("The Red Column said that Hal Venn was one of its members.", "member_of(Hal Venn, Red Column)"),
    ("Hal Venn is one of the commanders of the Red Column.", "led_by(Red Column, Hal Venn)"),
    ("Sinn Fein, the political wing of the IRA, denied it.", "faction_of(Sinn Féin, IRA)"),
]

LEADERS = [
    ("Joseph Venn's Lord's Resistance Army has fought for years.", "led_by(Lord's Resistance Army, Joseph Venn)"),
    ("Units of the Red Column, then run by the warlord Hal Venn, did it.", "led_by(Red Column, Hal Venn)"),
    ("Hal Venn, commander of the military police, was killed.", "led_by(military police, Hal Venn)"),
    ("The Sand Brigades are a Red Column group led by Hal Venn.", "led_by(Sand Brigades, Hal Venn)"),
    (
        "The Sand Brigades fled, and the rebels burned a hut. Rebel leader Hal Venn was shot.",
        "led_by(Sand Brigades, Hal Venn)",
    ),
]

KIN = [
    ("Hal Venn, the father-in-law of Rasi Ilan, was freed.", "kin_of(Hal Venn, Rasi Ilan)"),
    ("Hal Venn's brother-in-law, Rasi Ilan, was freed.", "kin_of(Rasi Ilan, Hal Venn)"),
    ("Hal Venn, a cousin of Rasi Ilan, was freed.", "kin_of(Hal Venn, Rasi Ilan)"),
]

SET_AGAINST = [
    ("The conflict pitted the Red Column against the Malian army.", "hostile_to(Red Column, Malian Armed Forces)"),
    ("The Dune Front's aim was to topple President Hal Venn.", "hostile_to(Dune Front, Hal Venn)"),
    ("The Dune Front receives funding from Iran.", "funded(Iran, Dune Front)"),
    ("The Dune Front gets weapons from Libya.", "armed(Libya, Dune Front)"),
]

OTHERS = [
    ("The Red Column was founded in 1985 by Hal Venn.", "founded(Hal Venn, Red Column)"),
    ("Hal Venn, the founder of the Red Column, died in 1999.", "founded(Hal Venn, Red Column)"),
    ("Hal Venn, whose brother is Rasi Ilan, leads the Red Column.", "led_by(Red Column, Hal Venn)"),
    ("Hal Venn and his brother Rasi Ilan were arrested.", "kin_of(Rasi Ilan, Hal Venn)"),
    ("Iran trains fighters of the Red Column.", "trained(Iran, Red Column)"),
]


def said(text: str) -> set[str]:
    """The relations of a report, as `kind(subject, object)`."""
    reading = read_document(document_of(text, "2019-03-14"))
    names = {actor.id: actor.name for actor in reading.actors}
    return {
        f"{r.kind.value}({names.get(r.subject, r.subject)}, {names.get(r.object, r.object)})" for r in reading.relations
    }


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        *SPEAK_FOR_A_BODY,
        *RANKS,
        *MEMBERS,
        *LED,
        *OFFICES,
        *FOES,
        *ALIASES,
        *PARTS,
        *TIES,
        *PARTS_OF_NAMES,
        *WHOSE_END,
        *WHEREABOUTS,
        *SHARED,
        *NAMED_BESIDE,
        *PARTY_PEOPLE,
        *LEADERS,
        *KIN,
        *SET_AGAINST,
        *OTHERS,
    ],
)
def test_how_two_stand(text: str, wanted: str) -> None:
    assert wanted in said(text), said(text)


@pytest.mark.parametrize(
    ("text", "not_wanted"),
    [
        ("The Red Column fought to topple the president and establish an Islamic state.", "founded("),
        ("Mopti called on residents to work with the Malian army.", "cooperated_with("),
        ("The gunmen battled guards at the gate on Monday.", "hostile_to("),
        ("The Dune Front said it never targets civilians.", "hostile_to("),
        ("Soldiers fought Lord's Resistance Army rebels, said Hal Venn, an army spokesman.", "Venn, Lord"),
        ("The Saudi-led coalition bombed the town.", "led_by(Saudi-led coalition, Saudi-led coalition)"),
        ("The Dune Liberation Army (DLA) said it did it.", "alias_of("),
        ("The Democratic Union of Niger (Dunia) said it did it.", "alias_of("),
        ("An internationally-backed government rules Mopti.", "ally_of("),
        ("Libya has supplied the Dune Front with food.", "armed("),
        ("The victim was a police officer.", "member_of("),
        ("The Dune Front has broad-based support.", "based_in("),
        ("The Dune Front sent men to fight the breakaway rebel group led by Hal Venn.", "led_by(Dune Front"),
        ("Military Spokesman Brigadier Hal Venn denied it.", "held_office("),
        ("The Western-backed government of Mali denied it.", "ally_of("),
        ("“I ask all villagers to stay indoors and to collaborate with the Malian army,” he said.", "cooperated_with("),
        ("The Red Column is led by al-Qaida's former Syrian affiliate.", "led_by(Red Column, Al-Qaeda)"),
        ("Hal Venn, spokesman of the provincial governor, said ten died.", "held_office("),
        ("Lance Cpl. Hal Venn, a Marine, was killed.", "held_office("),
        ("White House press secretary Mira Toll said ten died.", "spokesperson_of(Mira Toll, press)"),
        ("Hal Venn called Rasi Ilan a Malian patriot.", "alias_of("),
        ("Hal Venn named Rasi Ilan, a lawyer.", "alias_of("),
        ("Al-Qaeda denied it. A group linked to Al-Qaeda claimed it.", "affiliated_with(Al-Qaeda, Al-Qaeda)"),
        ("It is the splinter group of a splinter group, Hal Venn said of the Red Column.", "split_from("),
        ("The Sand Brigades are a Red Column group led by Hal Venn.", "led_by(Red Column"),
        ("Hal Venn said his group was attacked. The Red Column denied it.", "led_by("),
        ("Hal Venn, leader of the Red Column and member of the Dune Front, was shot.", "led_by(Dune Front"),
        ("The Red Column may launch its own party.", "founded("),
    ],
)
def test_what_tells_of_no_relation(text: str, not_wanted: str) -> None:
    assert not any(not_wanted in one for one in said(text)), said(text)


def test_an_office_told_in_fewer_words_is_no_second_one() -> None:
    told = said("Interior Minister Rasi Ilan condemned it. Minister Rasi Ilan left Mopti on Monday.")
    assert [one for one in told if one.startswith("held_office")] == ["held_office(Rasi Ilan, Interior Minister)"]


def test_whose_it_is_has_no_apostrophe() -> None:
    assert "spokesperson_of(Hal Venn, army)" in said("Ten died, said the army's spokesman in Mopti, Hal Venn.")
    assert "hostile_to(army, Red Column)" in said("The army's war against the Red Column has lasted ten years.")
