"""Where incidents of short invented reports were, and what they were aimed at.

Nothing told here happened; groups and people are invented.
"""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words
from hearsay.records.incident import Incident
from hearsay.records.reading import Reading

TUESDAY = "2012-05-15"


def reading(text: str) -> Reading:
    return read_words(text, published=TUESDAY)


def places(read: Reading, incident: Incident) -> set[str]:
    names = {place.id: place.name for place in read.places}
    return {names[place] for place in incident.places}


def targets(read: Reading) -> list[str | None]:
    return [incident.target.what if incident.target else None for incident in read.incidents]


@pytest.mark.parametrize(
    ("sentence", "elsewhere"),
    [
        ("Capt. Marco Vel of Turin was shot dead in Gaeta on Monday, police said.", "Turin"),
        ("Three people, among them a Boston clergyman, were killed by a bomb in Gaeta on Monday.", "Boston"),
        ("Gunmen shot at the car of a London-based oil company in Gaeta on Monday.", "London"),
        ("A bomb damaged two U.S. banks in Gaeta on Monday, police said.", "United States"),
        (
            "In a telephone call to the Turin desk of a news agency, a man said a bomb went off in Gaeta on Monday.",
            "Milan office",
        ),
    ],
)
def test_where_somebody_is_from_or_was_told_is_no_scene(sentence: str, elsewhere: str) -> None:
    read = reading(sentence)
    (made,) = read.incidents
    told = places(read, made)
    assert "Gaeta" in told
    assert elsewhere not in told


@pytest.mark.parametrize(
    "text",
    [
        "In the port of Mopti, a bomb blew out the windows of a bank, while in the town of Gao, an explosion destroyed "
        "a police post.",
        "In Mopti, gunmen killed two teachers, and in Gao, a bomb wounded a nurse.",
        "In Mopti, rebels burned a school, while in Gao, a mine killed three soldiers.",
    ],
)
def test_each_clause_has_the_place_that_it_opens_with(text: str) -> None:
    read = reading("BAMAKO, Mali - " + text)
    told = [places(read, made) & {"Mopti", "Gao"} for made in read.incidents]
    assert {frozenset(t) for t in told} == {frozenset({"Mopti"}), frozenset({"Gao"})}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A guard died after a police station came under fire in Mopti on Monday.", "police station"),
        ("The base was under attack in Mopti on Monday, and two soldiers were killed.", "base"),
        ("A customs house came under mortar fire in Mopti on Monday, killing a clerk.", "customs house"),
        (
            "A car bomb exploded in Mopti on Monday. Its presumed target was an office of the Heron Party.",
            "office of the Heron Party",
        ),
        ("A bomb exploded in Mopti on Monday. The target was a bus of judges, police said.", "bus of judges"),
        ("A bomb went off in Mopti on Monday near a bank that was the intended target of the attack.", "bank"),
        ("The ambush of a ferryboat near Mopti on Monday killed two passengers.", "ferryboat near Mopti"),
        ("A bomb blew out the windows of a shipping office in Mopti on Monday.", "shipping office in Mopti"),
        ("A bomb went off in Mopti on Monday, wounding two. The rebels' attacks target symbols of the state.", None),
    ],
)
def test_what_was_hit_is_what_the_text_names(text: str, target: str | None) -> None:
    assert targets(reading(text)) == [target]


@pytest.mark.parametrize(
    ("sentence", "taken"),
    [
        ("Armed men dragged a farmer and his wife from their home in Mopti on Monday.", 2),
        ("Masked men took two students from a bus near Mopti on Monday.", 2),
        ("Three journalists were snatched from a hotel in Mopti on Monday.", 3),
    ],
)
def test_who_is_dragged_from_home_is_kidnapped(sentence: str, taken: int) -> None:
    (made,) = reading(sentence).incidents
    assert made.kind == "kidnapping"
    assert [toll.low for _, toll in made.tolls] == [taken]


@pytest.mark.parametrize(
    "practice",
    [
        "The rebels have ambushed ferries along the river several times in the past.",
        "Rebels are attacking lorries in many parts of the country to enforce a ban.",
        "The rebels have raided markets on the plain on many occasions.",
    ],
)
def test_what_is_done_over_and_over_is_not_what_happened_now(practice: str) -> None:
    lead = "BAMAKO, Mali - Gunmen killed 12 troops in a raid on a ferry near Mopti on Monday, the army said."
    first, *_ = reading(f"{lead} {practice}").incidents
    assert len(first.statements) == 2


def test_a_bomb_and_shots_are_a_bombing() -> None:
    text = "On Monday, insurgents blew up a bomb and then shot at soldiers near Mopti, killing five people."
    assert [made.kind for made in reading(text).incidents] == ["bombing"]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. firms in Athens have seen a new wave of bombings that caused no injuries.",
        "Banks in Mopti have been damaged by a series of arson attacks.",
        "Two barracks near Gao were struck by a string of explosions on Monday.",
    ],
)
def test_a_wave_and_what_it_hit_are_one(text: str) -> None:
    assert len(reading(text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed nine people in Mopti on Monday. The bomb exploded at noon in the suburb of Taikiri.",
        "A blast in Bamako claimed nine lives on Monday. The bomb went off in the crowded district of Missira.",
        "A bomb killed nine people in the Badala quarter on Monday. The blast shook houses in Bamako.",
    ],
)
def test_a_suburb_is_no_other_town(text: str) -> None:
    assert len(reading("BAMAKO, Mali - " + text).incidents) == 1


@pytest.mark.parametrize(
    "text",
    [
        "On Monday a mine killed two farmers near Mopti, while in Gao an explosion destroyed a police post.",
        "On Monday gunmen killed two teachers in Mopti and a bomb exploded in Gao.",
        "On Monday rebels burned a school in Mopti while a blast in Gao wounded two.",
    ],
)
def test_clauses_side_by_side_share_their_day(text: str) -> None:
    assert {made.time for made in reading("BAMAKO, Mali - " + text).incidents} == {"2012-05-14"}


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Explosions rocked the centre of the Malian capital on Monday, killing two clerks.", "two clerks"),
        ("A blast shook the province of Gao on Monday.", None),
        ("Suspected rebels shot dead four policemen near Gao on Monday.", "four policemen"),
        ("A bomb hit a cultural center in Mopti on Monday, killing two.", "cultural center in Mopti"),
    ],
)
def test_ground_is_no_target(text: str, target: str | None) -> None:
    assert targets(reading("BAMAKO, Mali - " + text)) == [target]


@pytest.mark.parametrize(
    "sentence",
    [
        "Hundreds of demonstrators attacked party offices in Mopti on Monday with stones.",
        "A mob attacked a bakery in Mopti on Monday.",
        "A bakery in Mopti was attacked by rioters on Monday.",
    ],
)
def test_a_crowd_s_attack_is_a_riot(sentence: str) -> None:
    assert [made.kind for made in reading(sentence).incidents] == ["riot"]


@pytest.mark.parametrize(
    "text",
    [
        "Two soldiers were hurt near Mopti on Monday in the fighting, during which the rebels burned barns.",
        "Rebels attacked a post near Mopti on Monday. Soldiers repelled the attack.",
        "The army said troops repelled an attack by rebels near Mopti on Monday.",
    ],
)
def test_what_happens_in_a_fight_is_part_of_it(text: str) -> None:
    assert len(reading(text).incidents) == 1
