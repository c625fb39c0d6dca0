"""Whether two names can be one actor's, by the names alone; most names here are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.vocabulary.actors.sameness import same_name


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ("Lashkar-e-Zabol", "Lashkar-i-Zabol", "spelling"),
        ("Harakat un-Nasr", "Harkat-un-Nasr", "spelling"),
        ("Murabitun Front", "Mourabitoun Front", "spelling"),
        ("Norland Liberation Army", "NLA", "initials"),
        ("Lashkar-e-Foobar", "LeF", "initials"),
        ("Re-United Front of Norland", "RFN", "initials"),
        ("Lashkar-e-Foobar (LeF)", "LeF", "initials"),
        ("DHKP/C", "DHKP-C", "acronym"),
        ("Norland Liberation Army", "Army for the Liberation of Norland", "order"),
        ("Chadian Salvation Front", "Chad Salvation Front", "spelling"),
        ("Zarqan Brigade", "Liwa Zarqan", "translation"),
        ("Ombala cult", "Ombala", "adds only"),
        ("Tupac Inca Revolutionary Movement", "Tupac Inca", "short form"),
        ("Red Wolves (Georgia)", "Red Wolves", "spelling"),
    ],
)
def test_one_actor(one: str, other: str, why: str) -> None:
    verdict = same_name(one, other)
    assert verdict.same is True
    assert any(why in reason for reason in verdict.reasons), verdict.reasons


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lashkar-e-Zabol", "Lashkar-e-Kunar"),
        ("Lashkar-e-Islam", "Jaish al-Islam"),
        ("Islamic Front", "Islamic State"),
        ("Norland National Union", "Norland National Liberation Army"),
        ("Real Norland Army", "Norland Army"),
        ("Norland Taliban", "Norland Taliban Chad"),
        ("NLF", "NLF-GC"),
        ("Mai-Mai Alpha", "Mai-Mai Bravo"),
        ("People's Front of Norland", "Norland's People's Army"),
        ("17 May Movement", "18 May Movement"),
    ],
)
def test_two_actors(one: str, other: str) -> None:
    assert same_name(one, other).same is False


@pytest.mark.parametrize(
    ("one", "other"), [("NLA", "NLF"), ("NLA", "Southern Wolves"), ("", "NLA"), ("Islam", "Ansar al-Islam")]
)
def test_cannot_tell(one: str, other: str) -> None:
    assert same_name(one, other).same is not True


@given(st.text(max_size=40), st.text(max_size=40))
def test_the_order_of_the_names_does_not_matter(one: str, other: str) -> None:
    assert same_name(one, other).same == same_name(other, one).same


@given(st.text(alphabet=st.characters(categories=["L", "Zs"]), min_size=1, max_size=40))
def test_a_name_is_never_told_apart_from_itself(name: str) -> None:
    assert same_name(name, name).same is not False
