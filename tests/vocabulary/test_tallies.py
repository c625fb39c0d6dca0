from __future__ import annotations

import pytest

from hearsay.vocabulary.tallies import is_tally


@pytest.mark.parametrize(
    "words",
    [
        "Attacks in the north have killed 140 people so far this year.",
        "It was the third bombing in the city this month.",
        "A wave of bombings has shaken the capital.",
        "More than 300 people have died since January.",
        "Kidnappings have doubled over the past six months.",
        "The blast brings the number of dead this week to 60.",
        "The ambush brought December's police death toll to 18.",
        "Army Toll Reaches a Record 18 in a Month",
        "It brings this month’s losses to nine.",
    ],
)
def test_sums_over_a_stretch_of_time(words: str) -> None:
    assert is_tally(words)


@pytest.mark.parametrize(
    "words",
    [
        "A bomb killed 13 people in the market on Tuesday.",
        "Last year gunmen shot the mayor of Harn.",
        "In May 2014 a raid on the barracks killed four soldiers.",
        "The third man was arrested on Sunday.",
        "The toll of Monday's blast rose to 18.",
    ],
)
def test_single_incidents(words: str) -> None:
    assert not is_tally(words)
