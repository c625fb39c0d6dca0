"""The first and another of several that a lead sums up, and what everyday words tell of: crowds that hold, places where
fighting broke out, the many who are no assassination.

Nothing told here happened; groups and people are invented.
"""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words
from hearsay.records.incident import CountEffect, Incident

FRIDAY = "2014-03-14"


def incidents(text: str) -> tuple[Incident, ...]:
    return read_words(text, published=FRIDAY).incidents


def low(incident: Incident, effect: CountEffect) -> int | None:
    return next((toll.low for told, toll in incident.tolls if told is effect), None)


@pytest.mark.parametrize(
    "text",
    [
        "Two bombs exploded in Johannesburg, police said. The first bomb exploded late Tuesday at a restaurant in "
        "Hillbrow.",
        "Three car bombs went off in Baghdad on Monday. The first bomb exploded in Karrada on Monday morning.",
        "Two bombs exploded in Beirut. A second bomb exploded on Tuesday in the suburb of Dahieh.",
    ],
)
def test_the_first_of_several_is_told_beside_their_sum(text: str) -> None:
    assert [made.kind for made in incidents(text)] == ["bombing", "bombing"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The envoy will visit Malakal, where violent clashes broke out last month.", "Malakal"),
        ("Aid workers left Goma, where fierce battles erupted on Monday.", "Goma"),
        ("The minister flew to Kandahar -- where riots erupted on Tuesday -- with two aides.", "Kandahar"),
    ],
)
def test_what_broke_out_where_somebody_goes_has_happened(text: str, place: str) -> None:
    made = read_words(text, published=FRIDAY)
    assert [[p.name for p in made.places if p.id in i.places][:1] for i in made.incidents] == [[place]]


@pytest.mark.parametrize(
    "text",
    [
        "Eight observers were held for 24 hours by an angry crowd near Geneina on Sunday.",
        "Two engineers were held overnight by villagers in Goma on Monday.",
        "A priest was held on Monday near Jolo by gunmen for two hours.",
    ],
)
def test_whom_a_crowd_holds_is_a_hostage(text: str) -> None:
    assert [made.kind for made in incidents(text)] == ["hostage taking"]


@pytest.mark.parametrize(
    "text",
    [
        "Two suspects were held overnight by police in Goma on Monday.",
        "The town of Goma was held by rebels on Monday.",
        "The talks were held by villagers in Goma on Monday.",
    ],
)
def test_what_is_held_otherwise_is_no_hostage(text: str) -> None:
    assert not [made for made in incidents(text) if made.kind == "hostage taking"]


@pytest.mark.parametrize(
    ("text", "wounded"),
    [
        ("A blast killed two people and hospitalised 15 in Gao on Sunday.", 15),
        ("Police accused two women of the raid in Gao on Sunday which killed two people and hospitalised 15.", 15),
        ("The shelling killed a nurse and hospitalized nine soldiers in Gao on Monday.", 9),
        ("Two guards were killed and four clerks were hospitalised in an attack in Gao on Monday.", 4),
    ],
)
def test_whom_an_attack_puts_in_hospital_is_wounded(text: str, wounded: int) -> None:
    (made,) = incidents(text)
    assert low(made, CountEffect.WOUNDED) == wounded


def test_the_ill_in_hospital_are_no_incident() -> None:
    assert not incidents("The president was hospitalised in Gao on Monday after a stroke.")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Thirty-one villagers were assassinated near Blida on Tuesday.", "killing"),
        ("Rebels assassinated 40 farmers near Medea on Monday.", "killing"),
        ("The assassination of 12 pupils near Medea on Monday was condemned.", "killing"),
        ("Gunmen assassinated a judge near Medea on Monday.", "assassination"),
        ("The assassination of two senators near Medea on Monday was condemned.", "assassination"),
    ],
)
def test_an_assassination_is_of_somebody_and_not_of_a_village(text: str, kind: str) -> None:
    assert [made.kind for made in incidents(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Fourteen people were injured in a suicide bombing outside a church in Makassar on Sunday.", "church"),
        ("A bomb exploded outside a courthouse in Gao on Monday, killing two people.", "courthouse"),
        ("Six people died in a car bombing outside the barracks in Jolo on Monday.", "barracks"),
    ],
)
def test_a_bomb_outside_a_building_hits_it(text: str, target: str) -> None:
    (made,) = incidents(text)
    assert made.target is not None
    assert made.target.what.startswith(target)


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Demonstrators stoned and shot at a car in Gao on Sunday.", "car"),
        ("Gunmen chased and shot at a patrol in Gao on Monday.", "patrol"),
        ("Rebels surrounded and opened fire on a convoy near Gao on Monday.", "convoy"),
    ],
)
def test_two_verbs_share_what_they_are_aimed_at(text: str, target: str) -> None:
    (made,) = incidents(text)
    assert made.target is not None
    assert made.target.what.startswith(target)


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        (
            "A guard wounded in Monday's bombing in Gao died on Tuesday, raising to eight the number of people "
            "killed in the attack.",
            8,
        ),
        (
            "A clerk injured in the attack in Gao died on Tuesday, bringing the number of people killed in that "
            "bombing to six.",
            6,
        ),
        ("A soldier died on Tuesday, bringing to 28 the number of soldiers killed in the war.", 1),
    ],
)
def test_a_toll_is_raised_for_one_attack_and_added_up_for_a_war(text: str, killed: int) -> None:
    assert [low(made, CountEffect.KILLED) for made in incidents(text)][:1] == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "The front's spokesman said it had suspended its guerrilla campaign last year.",
        "The rebels renounced attacks on the railway in 2010, the minister said.",
        "The campaign of bombings was abandoned in 2012, an official in Gao said.",
    ],
)
def test_what_is_called_off_is_no_deed(text: str) -> None:
    assert not incidents(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed two clerks in Gao on Monday. The army blamed the attack on Tarvan separatists.",
        "Gunmen shot a judge in Gao on Monday. Police blamed the murder on Tarvan rebels.",
        "A blast wounded five in Gao on Monday. The mayor pinned the bombing on Tarvan militants.",
    ],
)
def test_who_is_blamed_for_an_attack_was_not_hit(text: str) -> None:
    (made,) = incidents(text)
    assert made.target is None or "Tarvan" not in made.target.what


@pytest.mark.parametrize(
    ("text", "times"),
    [
        (
            "Insurgents shot dead four men on Thursday in southern Thailand, police said. A trader was gunned down at "
            "his stall in Narathiwat. ",
            ["2014-03-13", "2014-03-13"],
        ),
        (
            "Rebels shot dead five villagers on Monday in northern Mali, police said. Two were shot dead in Gao.",
            ["2014-03-10", "2014-03-10"],
        ),
        (
            "Gunmen shot dead two guards in northern Mali on Monday, an official said. A judge had been shot dead "
            "in Gao on 5 May 2012.",
            ["2014-03-10", "2012-05-05"],
        ),
    ],
)
def test_the_day_of_the_lead_is_that_of_those_it_counts(text: str, times: list[str]) -> None:
    assert [made.time for made in incidents(text)] == times
