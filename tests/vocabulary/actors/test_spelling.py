"""One spelling for names: transliterations meet, other names do not, offsets hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.vocabulary.actors.spelling import is_acronym, key_of, words_of


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lashkar-e-Jhangvi", "Lashkar-i-Jhangvi"),
        ("Lashkar-e-Jhangvi", "lashkar jhangvi"),
        ("al-Qa'ida", "Al Qaeda"),
        ("Jama’at-ul-Ahrar", "Jamaatul Ahrar"),
        ("Ansarullah", "Ansar Allah"),
        ("Izz ad-Din al-Qassam", "Ezzedine al-Qassam"),
        ("Organisation for Défense", "Organization for Defence"),
        ("I.S.", "IS"),
        ("the Shabab", "al-Shabaab"),
        ("Séléka", "Seleka"),
        ("People's Brigades", "Peoples Brigade"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lashkar-e-Jhangvi", "Lashkar-e-Taiba"),
        ("Islamic State", "Islamic Front"),
        ("UN", ""),
        ("US", "IS"),
        ("Hamas", "Hama"),
    ],
)
def test_other_names_have_other_keys(one: str, other: str) -> None:
    assert key_of(one) != key_of(other)


@pytest.mark.parametrize("name", ["ELN", "I.S.", "TTP-JA", "17N", "DHKP/C", "LeT", "AQIM", "JeM", "M-19"])
def test_acronyms(name: str) -> None:
    assert is_acronym(name)


@pytest.mark.parametrize("name", ["Hamas", "Islamic State", "the ELN", "Taliban", "", "A", "Al-Badr", "McDonald"])
def test_no_acronyms(name: str) -> None:
    assert not is_acronym(name)


@given(st.text(max_size=80))
def test_words_lie_in_the_text_in_order(text: str) -> None:
    last = 0
    for word in words_of(text):
        assert text[word.start : word.end] == word.written
        assert last <= word.start < word.end
        last = word.end
