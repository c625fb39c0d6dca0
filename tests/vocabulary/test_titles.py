"""Titles before names: cut off, written in full, with the office that they tell."""

from __future__ import annotations

import pytest

from hearsay.records.actor import ActorKind
from hearsay.vocabulary.titles import leading_titles, title, titles


@pytest.mark.parametrize(
    ("name", "role", "rest"),
    [
        ("Lt. Gen. Arno Vell", "lieutenant general", "Arno Vell"),
        ("Lt Col Vell", "lieutenant colonel", "Vell"),
        ("Interior Minister Arno Vell", "interior minister", "Arno Vell"),
        ("Deputy Interior Minister Vell", "deputy interior minister", "Vell"),
        ("former President Arno Vell", "former president", "Arno Vell"),
        ("Dr. Arno Vell", "doctor", "Arno Vell"),
        ("Mr. Vell", None, "Vell"),
        ("Sheikh Arno", "sheikh", "Arno"),
        ("Foreign Office", None, "Foreign Office"),
        ("Arno Vell", None, "Arno Vell"),
        ("General", "general", ""),
        ("", None, ""),
    ],
)
def test_titles_are_cut_off(name: str, role: str | None, rest: str) -> None:
    titled = leading_titles(name)
    assert (titled.role, titled.rest) == (role, rest)


def test_a_former_office_is_told() -> None:
    assert leading_titles("ex-President Vell").rest == "ex-President Vell"
    assert leading_titles("Former Prime Minister Vell").former
    assert not leading_titles("Prime Minister Vell").former


def test_the_side_of_a_title() -> None:
    found = {text: title(text) for text in ("Col.", "Inspector General", "Governor", "Bishop", "stone")}
    sides = {text: hit.side if hit else None for text, hit in found.items()}
    assert sides == {
        "Col.": ActorKind.STATE_FORCE,
        "Inspector General": ActorKind.STATE_FORCE,
        "Governor": ActorKind.GOVERNMENT,
        "Bishop": None,
        "stone": None,
    }


def test_every_title_can_be_looked_up() -> None:
    assert all(title(hit.form) is hit for hit in titles().values())
