from __future__ import annotations

import pytest

from hearsay.vocabulary.described import is_description


@pytest.mark.parametrize("name", ["gunmen", "Suicide bomber", "Second group", "armed men", "police", ""])
def test_descriptions(name: str) -> None:
    assert is_description(name)


@pytest.mark.parametrize("name", ["Red Heron Brigade", "Hamas", "Lashkar-e-Jhangvi", "Moro Dial", "the Taliban"])
def test_names(name: str) -> None:
    assert not is_description(name)
