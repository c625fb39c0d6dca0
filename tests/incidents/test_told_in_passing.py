"""What reports tell in passing of other years, and how its day, its country and its dead are found.

Nothing told here happened; groups and people are invented.
"""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words
from hearsay.records.incident import CountEffect, Incident
from hearsay.records.place import PlacePrecision
from hearsay.records.reading import Reading

TUESDAY = "2012-05-15"
LEAD = "MOPTI, Mali - A bomb exploded at a police post in Mopti on Monday, police said. Nobody was hurt.\n\n"


def reading(text: str) -> Reading:
    return read_words(text, published=TUESDAY)


def killed(incident: Incident) -> list[tuple[int | None, int | None]]:
    return [(toll.low, toll.high) for effect, toll in incident.tolls if effect is CountEffect.KILLED]


@pytest.mark.parametrize(
    ("sentence", "year"),
    [
        ("The League's list of violence dates back to the murder of a shipping agent in 1995.", "1995"),
        ("The League is said to have begun with the assassination of a judge in 2003.", "2003"),
        ("Its founder killed a guard at a quarry in 1988.", "1988"),
    ],
)
def test_one_who_was_killed_in_a_year_is_no_tally(sentence: str, year: str) -> None:
    told = [i for i in reading(LEAD + sentence).incidents if i.time == year]
    assert [killed(i) for i in told] == [[(1, 1)]]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bandits killed 340 people in the region in 2011.",
        "In 2010, 1,200 people were killed in Mali, a monitor said.",
        "Between 2004 and 2009, rebels killed 800 villagers.",
    ],
)
def test_a_year_s_dead_stay_a_tally(sentence: str) -> None:
    assert [i.time for i in reading(LEAD + sentence).incidents] == ["2012-05-14"]


@pytest.mark.parametrize(
    ("sentence", "when"),
    [
        ("The raid was the worst since March 2009, when gunmen killed 40 shepherds in Bandiagara.", "2009-03"),
        ("The League lost many friends in 2006 when it killed a popular singer.", "2006"),
        ("Its boldest blow came in June 2010, when its men abducted a minister.", "2010-06"),
    ],
)
def test_a_clause_with_when_happened_at_the_time_before_it(sentence: str, when: str) -> None:
    assert when in {i.time for i in reading(LEAD + sentence).incidents}


@pytest.mark.parametrize(
    ("sentence", "count"),
    [
        ("A police major, captain and sergeant and two recruits were killed in Mopti on Monday.", (5, 5)),
        ("Gunmen killed a family of six in Mopti on Monday.", (6, 6)),
        ("Three families and two herders were massacred in Mopti on Monday.", (None, None)),
        ("Bamako, 2012-05-14 Five people were killed in Mopti on Monday, the ministry of the interior said.", (5, 5)),
    ],
)
def test_people_are_counted_and_not_words(sentence: str, count: tuple[int | None, int | None]) -> None:
    assert [killed(i) for i in reading(sentence).incidents] == [[count]]


@pytest.mark.parametrize(
    "correction",
    [
        "The ministry had given an earlier toll of nine miners killed. Police had initially said nine were killed.",
        "An initial estimate spoke of nine dead, and so did the town's first count of nine dead.",
        "Police had previously said nine people were killed. The mayor had earlier said nine people were killed.",
    ],
)
def test_an_earlier_figure_stands_behind_the_one_that_replaced_it(correction: str) -> None:
    lead = "A bomb killed 28 people at a market in Mopti on Monday, the ministry said."
    (made,) = reading(f"{lead} {correction}").incidents
    assert killed(made) == [(28, 28), (9, 9)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nine nurses were axed and bludgeoned to death in Mopti on Monday.",
        "Raiders clubbed nine nurses to death in Mopti on Monday.",
        "Nine nurses were choked to death in Mopti on Monday, police said.",
    ],
)
def test_whoever_is_done_to_death_is_killed(sentence: str) -> None:
    assert [killed(i) for i in reading(sentence).incidents] == [[(9, 9)]]


@pytest.mark.parametrize(
    "sentence",
    [
        "A court sentenced nine men to death in Mopti on Monday.",
        "Nine climbers fell to death near Mopti on Monday.",
        "Judges condemned the nine to death.",
    ],
)
def test_nobody_is_killed_by_a_sentence(sentence: str) -> None:
    assert not reading(sentence).incidents


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Students wrecked a party office in Turin and a bank in Milan.\n\nTwo youths were killed on Monday.", "IT"),
        ("Lorries burned in Lyon and in Marseille.\n\nA watchman was shot dead on Monday.", "FR"),
        ("Shops closed in Sevilla and in Zaragoza.\n\nGunmen kidnapped an industrialist on Monday.", "ES"),
    ],
)
def test_towns_tell_the_country_that_nobody_names(text: str, country: str) -> None:
    read = reading(text)
    places = {place.id: place for place in read.places}
    last = places[read.incidents[-1].places[0]]
    assert (last.country, last.precision, last.mentions) == (country, PlacePrecision.COUNTRY, ())


@pytest.mark.parametrize("site", ["a mission near Mopti", "the consulate in Mopti", "a party's office in Mopti"])
def test_a_body_s_premises_are_where_it_happened(site: str) -> None:
    read = reading(f"Nine nurses were stabbed to death on Monday night at {site}.")
    names = {place.id: place.name for place in read.places}
    (made,) = read.incidents
    assert "Mopti" in {names[place] for place in made.places}
