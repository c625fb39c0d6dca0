"""Sums and what they are made of: the incidents of short invented reports that tell of several at once.

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


def towns(read: Reading, incident: Incident) -> set[str]:
    names = {place.id: place.name for place in read.places}
    return {names[place] for place in incident.places} & {"Mopti", "Gao", "Kayes"}


@pytest.mark.parametrize(
    "text",
    [
        "Three explosions shook Mali on Monday, police said. In Mopti, a bomb blew out the windows of a bank. "
        "The third explosion occurred in Gao, where an office was damaged.",
        "Gunmen carried out two raids in Mali on Monday, the army said. In Mopti, raiders shot a guard. In Gao, "
        "raiders burned a school.",
        "Two bombings killed eleven in Mali on Monday. Nine died when a bomb exploded in Mopti. A bomb in Gao killed "
        "two.",
    ],
)
def test_the_parts_of_a_sum_are_apart_and_of_its_day(text: str) -> None:
    read = reading("BAMAKO, Mali - " + text)
    parts = [made for made in read.incidents if towns(read, made)]
    assert [towns(read, made) for made in parts] == [{"Mopti"}, {"Gao"}]
    assert {made.time for made in parts} == {"2012-05-14"}


@pytest.mark.parametrize(
    "text",
    [
        "Three bombings shook Mali on Monday. An earlier bombing in Gao was the work of others, police said.",
        "Two attacks were told of in Mali last week. A bomb exploded in Gao, police said.",
        "Several raids struck Mali on Monday. Gao has been raided before, and a clerk was shot in Gao last year.",
    ],
)
def test_what_was_before_has_no_day_of_the_sum(text: str) -> None:
    read = reading("BAMAKO, Mali - " + text)
    assert "2012-05-14" not in {made.time for made in read.incidents if "Gao" in towns(read, made)}


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed eight people in two separate attacks in Mali, police said.",
        "Bandits killed eight people in three separate raids in Mali, police said.",
        "Gunmen shot dead eight people in two separate ambushes in Mali, police said.",
    ],
)
def test_separate_attacks_told_at_once_are_no_second_incident(text: str) -> None:
    assert len(reading("Eight killed in Mali\n\nBAMAKO, Mali - " + text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Demonstrators attacked shops in Mopti with stones and extremists bombed an office in Gao.",
        "Rebels ambushed a convoy in Mopti and bandits kidnapped a nurse in Gao.",
        "Soldiers shelled a village in Mopti and rebels raided a mill in Gao.",
    ],
)
def test_whoever_does_something_else_elsewhere_does_another_thing(text: str) -> None:
    read = reading("BAMAKO, Mali - " + text)
    assert {frozenset(towns(read, made)) for made in read.incidents} >= {frozenset({"Mopti"})}
    assert all(len(towns(read, made)) <= 1 for made in read.incidents)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Three youths were found dead near Mopti on Sunday.", (3, 3)),
        ("A guard was found dead in a mill near Mopti on Sunday.", (1, 1)),
        ("Two nurses were left dead by raiders near Mopti on Sunday.", (2, 2)),
    ],
)
def test_who_is_found_dead_is_counted(text: str, killed: tuple[int, int]) -> None:
    (made,) = reading(text).incidents
    assert [(t.low, t.high) for effect, t in made.tolls if effect is CountEffect.KILLED] == [killed]


@pytest.mark.parametrize(
    "tail",
    [
        "bringing to 40 the number killed this month.",
        "raising to 40 the number of dead this month.",
        "which brought to 40 the number of people killed this month.",
    ],
)
def test_a_number_that_is_raised_is_no_incident(tail: str) -> None:
    assert len(reading(f"Four soldiers were killed in Mopti on Monday, {tail}").incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A crude explosive device was discovered in a bus in Mopti on Monday and defused before it exploded.",
        "A parcel bomb addressed to an editor was defused in Mopti on Monday.",
        "Soldiers defused a bomb in a mosque in Mopti on Monday.",
    ],
)
def test_a_bomb_that_was_made_safe_is_one_bombing(text: str) -> None:
    assert [made.kind for made in reading(text).incidents] == ["bombing"]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Attackers lobbed petrol bombs into a mosque in Mopti on Monday.", "mosque in Mopti"),
        ("A grenade was hurled at the house of a judge in Mopti on Monday.", "house of a judge in Mopti"),
        ("Gunmen raked a bus with gunfire near Mopti on Monday, killing five.", "bus"),
        ("A bomb exploded in a crowded market in Mopti on Monday, killing nine.", "crowded market in Mopti"),
        (
            "The blast, at a police checkpoint in Mopti on Monday, left seven dead.",
            "police checkpoint in Mopti on Monday",
        ),
    ],
)
def test_what_is_thrown_at_or_blown_up_is_the_target(text: str, target: str) -> None:
    (made,) = reading(text).incidents
    assert made.target is not None
    assert made.target.what == target


def test_a_rough_figure_is_a_figure() -> None:
    text = "Rebels killed about 100 people in Mopti on Saturday. The army said 37 soldiers were killed in the attack."
    first = reading(text).incidents[0]
    assert next(t.as_reported for effect, t in first.tolls if effect is CountEffect.KILLED) == "about 100"


@pytest.mark.parametrize(
    ("text", "kind", "target"),
    [
        (
            "A suicide attacker drove a truck laden with explosives into a police centre on Monday, killing 31.",
            "suicide bombing",
            "police centre",
        ),
        ("Militants rammed a car packed with dynamite into a barracks on Monday.", "bombing", "barracks"),
        ("A suicide bomber slammed a van into an army post on Monday, killing two.", "suicide bombing", "army post"),
    ],
)
def test_a_load_of_explosives_driven_into_something_is_a_bomb(text: str, kind: str, target: str) -> None:
    (made,) = reading("BAMAKO, Mali - " + text).incidents
    assert made.kind == kind
    assert made.target is not None
    assert made.target.what.startswith(target)


@pytest.mark.parametrize(
    "text",
    [
        "A clerk was shot dead as he sat in his car in Mopti on Monday.",
        "Gunmen killed a judge while he was walking to a mosque in Mopti on Monday.",
        "A nurse was abducted when she left a clinic in Mopti on Monday.",
    ],
)
def test_what_went_on_meanwhile_has_the_same_day(text: str) -> None:
    assert [made.time for made in reading(text).incidents] == ["2012-05-14"]


@pytest.mark.parametrize(
    "row",
    [
        "It was the fifth such killing in the region this year.",
        "It was the third killing in as many days.",
        "It was the second such killing this month.",
    ],
)
def test_the_year_of_a_row_is_not_that_of_one(row: str) -> None:
    (made,) = reading(f"A judge was killed in Mopti on Monday when gunmen sprayed his car. {row}").incidents
    assert made.time == "2012-05-14"


@pytest.mark.parametrize(
    "text",
    [
        "Soldiers shot and killed six rebels in an exchange of fire near Mopti on Monday.",
        "A clerk was shot dead in a gun battle near Mopti on Monday.",
        "Raiders ambushed a patrol in a two-hour clash near Mopti on Monday.",
    ],
)
def test_who_is_shot_in_a_fight_is_shot_in_one_incident(text: str) -> None:
    assert len(reading(text).incidents) == 1


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen burst into a bar in Mopti on Monday and shot three customers, one fatally.", [(1, 1)]),
        ("Raiders stabbed four guards near Mopti on Monday, two fatally.", [(2, 2)]),
        ("Raiders shot four guards near Mopti on Monday.", []),
    ],
)
def test_only_those_who_were_hit_fatally_are_dead(text: str, killed: list[tuple[int, int]]) -> None:
    (made,) = reading(text).incidents
    assert [(t.low, t.high) for effect, t in made.tolls if effect is CountEffect.KILLED] == killed


def test_who_of_the_wounded_died_is_not_how_many_were_wounded() -> None:
    text = (
        "The toll from Friday's attack on a mosque in Mopti rose to 23 after three of the wounded died, officials said."
    )
    (made,) = reading(text).incidents
    assert [(effect, t.low) for effect, t in made.tolls] == [(CountEffect.KILLED, 23)]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("At least 13 people died when their bus hit a roadside mine near Mopti on Monday.", "their bus"),
        ("A lorry ran over a landmine near Mopti on Monday, killing two.", "lorry"),
        ("Two nurses died when their van hit a landmine near Mopti on Monday.", "their van"),
    ],
)
def test_who_runs_over_a_mine_is_bombed(text: str, target: str) -> None:
    (made,) = reading(text).incidents
    assert made.kind == "bombing"
    assert made.target is not None
    assert made.target.what == target


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen riding on motorbikes invaded a village near Mopti on Monday and killed 19 people.",
        "Bandits invaded the town of Gao on Monday and killed two clerks.",
        "A gang invaded a village near Gao on Monday.",
    ],
)
def test_bandits_invade_no_country(text: str) -> None:
    assert [made.kind for made in reading(text).incidents] == ["armed assault"]


def test_firebombs_that_are_thrown_set_fire() -> None:
    (made,) = reading("Hooded youths threw firebombs at an embassy in Mopti on Monday.").incidents
    assert made.kind == "arson"
    assert made.target is not None
    assert made.target.what == "embassy in Mopti"
