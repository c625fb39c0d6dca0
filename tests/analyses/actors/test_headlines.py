"""Who a headline's description means, in fictional reports read by the shipped model."""

from __future__ import annotations

import pytest

from hearsay.pipeline import read_words

MEANT = [
    (
        "Minister blames Salt Road Movement for market attack",
        "Interior Minister Oumar Tall on Thursday blamed the Salt Road Movement for Tuesday's bombing of a market.",
        {"Oumar Tall"},
    ),
    (
        "Second group claims Mopti bombing",
        "The Dune Front claimed Tuesday's bombing of a market in Mopti, hours after another group had done so.",
        {"Dune Front"},
    ),
    (
        "Governor denies raid on village",
        "Governor Ama Soro denied on Friday that soldiers had burned the village of Tessa.",
        {"Ama Soro"},
    ),
]
OPEN = [
    (
        "Governor denies raid on village",
        "The governor of the province denied the raid on Friday. Governor Ama Soro and Governor Ali Bah met at noon.",
    ),
    ("Second group claims Mopti bombing", "The Dune Front and the Red Column denied Tuesday's bombing of a market."),
]


@pytest.mark.parametrize(("headline", "lead", "names"), MEANT)
def test_the_lead_names_whom_the_headline_describes(headline: str, lead: str, names: set[str]) -> None:
    assert names == _speakers(headline, lead)


@pytest.mark.parametrize(("headline", "lead"), OPEN)
def test_what_may_mean_two_or_does_another_deed_stays_a_description(headline: str, lead: str) -> None:
    assert _speakers(headline, lead) <= {"Governor", "Second group"}


def _speakers(headline: str, lead: str) -> set[str]:
    """Who speaks in the headline, by the names of the actors."""
    reading = read_words(f"{headline}\n\n{lead}\n", published="2031-05-09")
    actors = {actor.id: actor.name for actor in reading.actors}
    return {
        actors.get(statement.speakers[-1].actor or "", statement.speakers[-1].name)
        for statement in reading.statements
        if statement.evidence[0].start < len(headline) and len(statement.speakers) > 1
    }
