"""Communities: names in singular and plural, capitals, countries that exist."""

from __future__ import annotations

import pytest

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.communities import communities, community
from hearsay.vocabulary.countries import countries


@pytest.mark.parametrize(
    ("name", "main"),
    [
        ("Shia Muslims", "Shia Muslims"),
        ("Shi'ites", "Shia Muslims"),
        ("Hutus", "Hutu"),
        ("the Kurds", "Kurds"),
        ("ethnic Albanians", "Albanians"),
        ("Yezidi", "Yazidis"),
        ("Baluch", "Baloch"),
        ("Tamils", "Tamils"),
        ("Catholic", "Catholics"),
    ],
)
def test_a_community_by_any_of_its_names(name: str, main: str) -> None:
    found = community(name)
    assert found is not None
    assert found.name == main
    assert found.kind is ActorKind.CIVILIANS


@pytest.mark.parametrize("name", ["moor", "chin", "gunmen", "", "the"])
def test_other_words_are_none(name: str) -> None:
    assert community(name) is None


def test_rows_keep_their_rules() -> None:
    for row in communities().values():
        assert row.sort in ("ethnic", "religious")
        assert set(row.countries) <= set(countries())
