from __future__ import annotations

import pytest

from hearsay.vocabulary.described import is_description, is_unnamed


@pytest.mark.parametrize("name", ["gunmen", "Suicide bomber", "Second group", "armed men", "police", ""])
def test_descriptions(name: str) -> None:
    assert is_description(name)


@pytest.mark.parametrize("name", ["Red Heron Brigade", "Hamas", "Lashkar-e-Jhangvi", "Moro Dial", "the Taliban"])
def test_names(name: str) -> None:
    assert not is_description(name)


@pytest.mark.parametrize(
    "name",
    ["gunmen", "Unidentified armed men", "two hooded men on a motorbike", "unknown persons", "Attackers", "robbers"],
)
def test_known_by_the_deed_alone(name: str) -> None:
    assert is_unnamed(name)
    assert is_description(name)


@pytest.mark.parametrize(
    "name", ["separatist gunmen", "Fulani attackers", "Red Column gunmen", "troops", "three people", "rebels", "ETA"]
)
def test_more_is_known_than_the_deed(name: str) -> None:
    assert not is_unnamed(name)
