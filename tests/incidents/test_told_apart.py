"""Incidents of short invented reports: what is one, what is another, what is none, and how many were hurt in it.

Nothing told here happened; groups and people are invented.
"""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words
from hearsay.records.incident import CountEffect, Incident
from hearsay.records.reading import Reading

TUESDAY = "2012-05-15"


def reading(text: str) -> Reading:
    return read_words(text, published=TUESDAY)


def tolls(incident: Incident, effect: CountEffect = CountEffect.KILLED) -> set[tuple[int | None, int | None]]:
    return {(toll.low, toll.high) for told, toll in incident.tolls if told is effect}


def killed_where(text: str) -> dict[str, set[tuple[int | None, int | None]]]:
    """The tolls by the first place of each incident."""
    made = reading(text)
    names = {place.id: place.name for place in made.places}
    return {names[i.places[0]] if i.places else "": tolls(i) for i in made.incidents}


@pytest.mark.parametrize(
    "tally",
    [
        "More than 4,000 people have died since the uprising began in 2004.",
        "At least 60 policemen have been killed in the province so far this year.",
        "The eight-year insurgency has claimed some 12,000 lives.",
        "The rebels have killed over 300 villagers in the past six months.",
        "The movement and its offshoot have killed thousands in the region.",
        "Such mines have maimed and killed thousands of farmers.",
        "The war has driven around two million people from their homes.",
    ],
)
def test_a_tally_is_no_incident(tally: str) -> None:
    text = f"A bomb exploded in a market in Kandahar on Monday, killing nine people, police said.\n\n{tally}"
    made = reading(text).incidents
    assert [tolls(i) for i in made] == [{(9, 9)}]


def test_what_befell_the_leaders_is_no_tally() -> None:
    made = reading("In the past two years, many of the group's senior leaders have been killed or arrested.").incidents
    assert len(made) == 1


@pytest.mark.parametrize(
    ("text", "effect", "count"),
    [
        ("The bombing on Monday claimed the lives of 12 shoppers.", CountEffect.KILLED, (12, 12)),
        ("Nine miners lost their lives when gunmen raided the camp on Monday.", CountEffect.KILLED, (9, 9)),
        ("The bodies of 15 farmers were found in a ditch near Larkana on Monday.", CountEffect.KILLED, (15, 15)),
        ("Five herders had their throats cut in the raid on Monday.", CountEffect.KILLED, (5, 5)),
        ("A bomb hit a bus on Monday. Doctors put the number of dead at 23.", CountEffect.KILLED, (23, 23)),
        ("A bomb hit a bus on Monday. The death toll has reached 41.", CountEffect.KILLED, (41, 41)),
        ("At least 60 people were wounded in the blast on Monday.", CountEffect.WOUNDED, (60, None)),
        ("Two soldiers, three children were killed when a mine exploded on Monday.", CountEffect.KILLED, (5, 5)),
        ("Police shot dead two looters in Nakuru on Monday.", CountEffect.KILLED, (2, 2)),
        ("Gunmen shot and killed the mayor of Calauag on Monday.", CountEffect.KILLED, (1, 1)),
        ("Police held five men for questioning on Monday.", CountEffect.DETAINED, (5, 5)),
        ("Rebels took seven soldiers prisoner in Silvia on Monday.", CountEffect.MISSING, (7, 7)),
    ],
)
def test_tolls_in_many_words(text: str, effect: CountEffect, count: tuple[int, int | None]) -> None:
    assert any(count in tolls(incident, effect) for incident in reading(text).incidents)


def test_attackers_are_counted_apart_from_those_attacked() -> None:
    text = "Four soldiers and three attackers were killed when gunmen stormed a barracks in Mopti on Monday."
    (made,) = reading(text).incidents
    assert (tolls(made), tolls(made, CountEffect.ATTACKERS_KILLED)) == ({(4, 4)}, {(3, 3)})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "At least 20 people were killed in Homs, 12 in Hama and five others in the city of Aleppo on Monday.",
            {"Homs": {(20, None)}, "Hama": {(12, 12)}, "Aleppo": {(5, 5)}},
        ),
        ("One man was killed in Luhansk and one in Donetsk.", {"Luhansk": {(1, 1)}, "Donetsk": {(1, 1)}}),
        (
            "Fourteen miners were shot dead in Jos, eight near Kano.",
            {"Jos": {(14, 14)}, "Kano": {(8, 8)}},
        ),
    ],
)
def test_a_list_of_towns_is_as_many_incidents(text: str, expected: dict[str, set[tuple[int, int]]]) -> None:
    assert killed_where(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        """Car bomb kills nine in Kandahar

A car bomb tore through a market in Kandahar on Monday, killing nine people, police said.

The blast set a row of shops on fire. Two more people died in hospital on Tuesday, doctors said.

The president condemned the violence.""",
        """Gunmen ambushed a bus near Silvia on Monday and killed six passengers, the army said.

They opened fire from both sides of the road. The attackers burned the bus before they left.

Hundreds of mourners came to the funerals of those killed in the ambush.""",
        """Rebels attacked a police post in Mopti on Monday night. Three officers were killed and five were wounded.

The attack began shortly before midnight. The bodies of the three were taken to the capital on Tuesday.""",
    ],
)
def test_a_story_told_again_is_one_incident(text: str) -> None:
    assert len(reading(text).incidents) == 1


@pytest.mark.parametrize(
    ("text", "incidents"),
    [
        (
            """A bomb exploded outside a bank in Lima on Monday, wounding three guards.

Last month gunmen killed a judge in Ayacucho.""",
            2,
        ),
        (
            """Police shot dead two looters in Nakuru on Saturday and arrested 17 people.""",
            2,
        ),
        (
            """A suicide bomber killed nine policemen in Bannu on Monday. In a separate attack, four soldiers died
when a mine exploded near Mardan.""",
            2,
        ),
        (
            """The rebels released photographs of the raid in Mopti, which killed six soldiers on Monday. A raid on the
barracks would be easy to repeat, a diplomat said.""",
            1,
        ),
        ("The army captured weapons and ammunition in Mopti on Monday.", 0),
        ("The village hit hardest was Wuseh.", 0),
    ],
)
def test_other_incidents_stay_apart(text: str, incidents: int) -> None:
    assert len(reading(text).incidents) == incidents


def test_a_landmark_is_not_where_it_happened() -> None:
    text = "Gunmen killed two teachers in Baqubah, 40 miles northeast of Baghdad, a spokesman told reporters in Mosul."
    assert list(killed_where(text)) == ["Baqubah"]


def test_when_it_was_claimed_is_not_when_it_happened() -> None:
    text = """A bomb exploded in a market in Kandahar on Saturday, killing nine people.

The Dawn Front claimed responsibility for the attack in a statement on its website on Monday."""
    (made,) = reading(text).incidents
    assert made.time == "2012-05-12"


def test_raiders_killed_are_not_the_toll() -> None:
    text = """Army says 50 rebels killed in attack on convoy

Two traders and at least 50 rebels were killed when a food convoy was ambushed near Mopti on Monday, the army said."""
    (made,) = reading(text).incidents
    assert (2, 2) in tolls(made)
    assert (50, None) in tolls(made, CountEffect.ATTACKERS_KILLED)
    assert not {(50, 50), (52, None)} & tolls(made)


def test_the_lead_outranks_the_headline() -> None:
    text = """Three soldiers killed as gunmen attack camp near Mopti

Gunmen attacked an army camp near Mopti on Monday, killing three soldiers and two cooks, the army said."""
    (made,) = reading(text).incidents
    first = next(toll for effect, toll in made.tolls if effect is CountEffect.KILLED)
    assert (first.low, first.high) == (5, 5)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb hit a ferry near Zamboanga on Monday. Four passengers are still missing.",
        "Rebels ambushed a patrol near Mopti on Monday. Four soldiers were missing on Tuesday.",
        "Gunmen raided a camp near Mopti on Monday. Police said four miners were missing.",
    ],
)
def test_the_missing_are_counted(text: str) -> None:
    assert any((4, 4) in tolls(incident, CountEffect.MISSING) for incident in reading(text).incidents)


@pytest.mark.parametrize(
    "burning",
    [
        "Raiders killed 30 people and razed a village in Borno state on Sunday, officials said.",
        "Militiamen burned a hamlet near Bunia on Sunday, killing 12 farmers. They set fire to the granary. "
        "The attack began at dawn.",
        "Gunmen attacked a mining camp near Gao on Sunday, torched trucks and killed four guards, the army said.",
    ],
)
def test_who_kills_and_burns_is_told_of_for_the_killing(burning: str) -> None:
    assert "arson" not in {i.kind for i in reading(burning).incidents}


def test_burning_alone_is_arson() -> None:
    made = reading("Rebels burned a school near Goma on Sunday, police said. Nobody was hurt in the attack.").incidents
    assert [i.kind for i in made] == ["arson"]
