"""What is one incident and what are several, and what a general remark, by how newspapers put it.

Nothing told here happened; groups and people are invented.
"""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words
from hearsay.records.incident import CountEffect, Incident
from hearsay.records.reading import Reading

TUESDAY = "2012-05-15"
LEAD = "A bomb exploded in a market in Kandahar on Monday, killing nine people, police said.\n\n"


def reading(text: str) -> Reading:
    return read_words(text, published=TUESDAY)


def tolls(incident: Incident, effect: CountEffect) -> list[tuple[int | None, int | None]]:
    return [(toll.low, toll.high) for told, toll in incident.tolls if told is effect]


def places(made: Reading, incident: Incident) -> set[str]:
    return {place.name for place in made.places if place.id in incident.places}


@pytest.mark.parametrize(
    "remark",
    [
        "The rebels have stepped up attacks on the police since 2009.",
        "Villagers had repelled previous raids on the valley.",
        "The movement has been targeting teachers and nurses.",
        "They attack farms and abduct children.",
        "The number of massacres fell by a third during the first quarter of 2012.",
        "The army has repeatedly carried out raids on farms along the river.",
    ],
)
def test_a_practice_is_no_incident(remark: str) -> None:
    assert len(reading(LEAD + remark).incidents) == 1


@pytest.mark.parametrize(
    "tally",
    [
        "The deaths brought to 31 the number of dead since the siege began.",
        "The insurgents have killed thousands and displaced millions in the north.",
        "Some 4,000 villagers have been killed and 90,000 driven from their homes since the revolt broke out.",
    ],
)
def test_what_is_added_up_is_no_incident(tally: str) -> None:
    made = reading(LEAD + tally).incidents
    assert len(made) == 1
    assert tolls(made[0], CountEffect.KILLED) == [(9, 9)]
    assert not tolls(made[0], CountEffect.DISPLACED)


@pytest.mark.parametrize(
    "more",
    [
        'The mayor, Idris Tal, said: "A huge explosion tore down the roof."',
        "Another woman, a baker, was also wounded.",
        "Two more bodies were found under the rubble on Tuesday.",
        "The deadly blast left a crater. A lower toll of seven dead was given by the hospital.",
        "It was the first such attack since 2009.",
        "It was one more in a string of bombings by rebels who took up arms in 2003.",
        "The blast triggered a gun battle with the guards.",
        "The bomb went off when traders were opening their stalls.",
    ],
)
def test_more_about_it_is_no_other_incident(more: str) -> None:
    assert len(reading(LEAD + more).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Rebels set off a mine near Larkana on Monday, killing six guards in the third attack in as many days.",
        "A roadside bomb targeting a patrol exploded in Quetta on Monday, wounding three officers and a cyclist.",
        "Rebels attacked a barracks near Gao on Monday. Two soldiers were killed and five wounded, a doctor said.",
        "Gunmen shot dead nine herders and wounded five others during an attack on a camp near Gao on Monday.",
        "Rebels of the Dawn Front captured, questioned and killed an off-duty soldier near Silvia on Monday.",
    ],
)
def test_what_one_sentence_tells_of_one_event_is_one_incident(text: str) -> None:
    assert len(reading(text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On Monday jets struck a rebel camp near Gao after a bomber attacked a barracks in Mopti.",
        "Gunmen stormed a post near Larkana on Monday. The raid came hours after a bomb hit a bus in Quetta.",
        "Gunmen raided a mine in Mopti on Monday. The raid came days after 19 miners were killed in similar attacks.",
        "A bomb killed six people in Kandahar on Monday. Another bomb exploded near a school, wounding nine pupils.",
    ],
)
def test_one_after_the_other_are_two(text: str) -> None:
    assert len(reading(text).incidents) == 2


def test_where_they_had_travelled_is_not_where_it_happened() -> None:
    made = reading(LEAD + "The rebels said the bombing was timed for the return of envoys who had travelled to Oslo.")
    assert len(made.incidents) == 1
    assert "Oslo" not in places(made, made.incidents[0])


def test_a_line_between_paragraphs_is_no_incident() -> None:
    made = reading(LEAD + "Quetta bombing\n\nA bombing in Quetta on Saturday killed two people.")
    assert len(made.incidents) == 2


@pytest.mark.parametrize(
    ("text", "effect", "count"),
    [
        ("Monday's suicide attack left 12 people dead and 27 others wounded.", CountEffect.WOUNDED, (27, 27)),
        ("A bomb hit the market on Monday. There are 16 dead and 25 wounded.", CountEffect.KILLED, (16, 16)),
        ("The ferry bombing killed 40 people and left more than 300 wounded.", CountEffect.WOUNDED, (301, None)),
        (
            "The government spoke of the massacre of 31 tea pickers at La Palma on Monday.",
            CountEffect.KILLED,
            (31, 31),
        ),
        ("They looked into the killing of eight pilgrims near Gao on Monday.", CountEffect.KILLED, (8, 8)),
        ("Monday's murder of two judges in Silvia was condemned.", CountEffect.KILLED, (2, 2)),
        ("The body of Sgt. Tom Marek, 62, was found in a shop in Silvia on Monday.", CountEffect.KILLED, (1, 1)),
    ],
)
def test_tolls_of_pairs_and_of_nouns(text: str, effect: CountEffect, count: tuple[int, int | None]) -> None:
    assert any(count in tolls(incident, effect) for incident in reading(text).incidents)


def test_the_toll_is_of_what_was_told_just_before() -> None:
    made = reading(
        "Rebels set off a mine near Gao on Sunday, killing five soldiers. Early on Monday gunmen attacked a post in "
        "Mopti in a two-hour raid. One soldier was killed and two were wounded, officials said."
    )
    assert [tolls(i, CountEffect.KILLED) for i in made.incidents] == [[(5, 5)], [(1, 1)]]


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Guerrillas killed or wounded 50 soldiers in an attack on a garrison near Silvia on Monday.", (None, 50)),
        ("Gunmen raided a hamlet near Gao on Monday. Nobody knows how many people were killed.", None),
        ("Police killed and wounded 12 looters in Karachi on Monday, the mayor said.", (12, 12)),
    ],
)
def test_what_nobody_counted(text: str, killed: tuple[int | None, int | None] | None) -> None:
    found = {toll for incident in reading(text).incidents for toll in tolls(incident, CountEffect.KILLED)}
    assert found == ({killed} if killed else set())


def test_a_figure_outranks_a_vague_word() -> None:
    [made] = reading("Hundreds killed in hospital strike\n\nThe strike on Monday killed at least 500 people.").incidents
    assert tolls(made, CountEffect.KILLED)[0] == (500, None)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("A car bomb wounded two guards in the Spanish capital, Madrid, on Monday.", "Madrid"),
        ("A general died in a bombing in the capital Colombo on Monday.", "Colombo"),
        ("A bomber struck a hotel in the Somali capital of Mogadishu on Monday.", "Mogadishu"),
        ("Gunmen shot dead eight people, all farmers in Tilora village, on Monday.", "Tilora"),
        ("At least 20 people were killed in Monday's attack on Tilora village in Borno state.", "Tilora"),
        ("Gunmen opened fire on a queue in the port city of Karachi on Monday.", "Karachi"),
    ],
)
def test_a_town_behind_what_it_is(text: str, town: str) -> None:
    made = reading(text)
    assert town in places(made, made.incidents[0])


def test_a_nations_adjective_of_two_words_is_no_town() -> None:
    made = reading("Gunmen killed two Sri Lankan soldiers and a South African engineer on Monday.")
    assert {place.country for place in made.places} <= {"LK", "ZA"}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("The group claimed responsibility for a bombing in Quetta Sunday that killed nine.", "2012-05-13"),
        ("It was the first bombing in Quetta since mid-2004.", None),
        ("On Sunday, a bomb planted outside a school in Quetta wounded the mayor.", "2012-05-13"),
        ("On Sunday, gunmen stormed the village of Sidi Lamri, where a gunbattle began, Tal said.", "2012-05-13"),
        ("The group was blamed for raids, most notably the carnage in November 2008 at Quetta.", "2008-11"),
        ("Two women survived the bombing in Quetta and fled on Monday.", None),
        ("The bombing in Quetta was the worst since the general took power 11 months ago.", None),
    ],
)
def test_whose_day_it_is(text: str, time: str | None) -> None:
    assert [incident.time for incident in reading(text).incidents] == [time]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rebels of the Dawn Front captured seven soldiers near Gao on Monday.", "kidnapping"),
        ("The army captured seven rebels near Gao on Monday.", "arrest"),
        ("Gunmen invaded a vicarage in Silvia on Monday and beat the priest.", "armed assault"),
        ("Rebels of the Dawn Front attacked a post near Gao on Monday and captured seven soldiers.", "attack"),
    ],
)
def test_captives_of_rebels_are_kidnapped(text: str, kind: str) -> None:
    assert kind in {incident.kind for incident in reading(text).incidents}
