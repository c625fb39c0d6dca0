"""Peoples and adjectives as mentions of their country, where that is asked for."""

from __future__ import annotations

import pytest
from tests.analyses.places.reports import report

from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.spelled import spelled_places


def mentions(text: str, *, peoples: bool = True) -> dict[str, list[str]]:
    document = report(text)
    found = spelled_places(document, PlaceOptions(peoples=peoples))
    return {place.name: [span.of(document.text) for span in place.mentions] for place in found}


@pytest.mark.parametrize(
    ("text", "country", "words"),
    [
        ("A Kenyan convoy was stopped by two Kenyans.", "Kenya", ["Kenyan", "Kenyans"]),
        ("Sri Lankan sailors were freed, and Sri Lanka thanked them.", "Sri Lanka", ["Sri Lankan", "Sri Lanka"]),
        ("Three Papua New Guinean miners fled.", "Papua New Guinea", ["Papua New Guinean"]),
        ("He blamed South African and Dutch firms.", "South Africa", ["South African"]),
    ],
)
def test_a_people_is_a_mention_of_its_country(text: str, country: str, words: list[str]) -> None:
    assert mentions(text)[country] == words


@pytest.mark.parametrize("text", ["They will polish the brass.", "A Korean trawler sank.", "He ate a danish."])
def test_small_words_and_peoples_of_two_states_are_none(text: str) -> None:
    assert mentions(text) == {}


def test_without_the_option_they_are_no_mentions() -> None:
    assert mentions("A Kenyan convoy was stopped by two Kenyans.", peoples=False) == {}
