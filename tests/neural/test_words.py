from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hearsay.neural.words import word_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in word_spans(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The army's spokesman didn't say.", "The|army|'s|spokesman|did|n't|say|."),
        ("They’re the workers’ rights, he can’t.", "They|’re|the|workers|’|rights|,|he|ca|n’t|."),
        ("U.S. and I.S. forces", "U.S.|and|I.S.|forces"),
        ("the U.S.'s ally", "the|U.S.|'s|ally"),
        ("Lt. Col. J. P. Smith and Gen. Ali", "Lt.|Col.|J.|P.|Smith|and|Gen.|Ali"),
        ("It cost $1,200.50, about 20%.", "It|cost|$|1,200.50|,|about|20|%|."),
        ("at 5 a.m. on Sept. 11", "at|5|a.m.|on|Sept.|11"),
        ("at 5:30pm, No. 7", "at|5:30|pm|,|No.|7"),
        ("He said no.", "He|said|no|."),
        ("“We did it,” he said—twice…", "“|We|did|it|,|”|he|said|—|twice|…"),
        ("a car-bomb and an AK-47", "a|car|-|bomb|and|an|AK|-|47"),
        ("anti-government, re-elected, pro-Beijing", "anti-government|,|re-elected|,|pro-Beijing"),
        ("Lashkar-e-Jhangvi, al-Qa'ida and Ba'ath", "Lashkar|-|e|-|Jhangvi|,|al|-|Qa'ida|and|Ba'ath"),
        ("KILLED IN GEN. ROJAS' HOUSE -- AFP", "KILLED|IN|GEN.|ROJAS|'|HOUSE|--|AFP"),
        ("the 1990s, the '90s, the 3rd", "the|1990s|,|the|'90s|,|the|3rd"),
        ("see https://example.org/a?b=1, or a@b.example.", "see|https://example.org/a?b=1|,|or|a@b.example|."),
        ("cannot and/or AT&T", "can|not|and|/|or|AT&T"),
        ("Sévaré, Nūr al-Dīn, 大阪", "Sévaré|,|Nūr|al|-|Dīn|,|大阪"),
        ("killed 12.The rest fled.", "killed|12|.|The|rest|fled|."),
        ("O'Neill, D’Ivoire 's", "O'Neill|,|D’Ivoire|'s"),
    ],
)
def test_words_are_cut_as_in_ewt(text: str, words: str) -> None:
    assert cut(text) == words.split("|")


@given(st.text(max_size=200))
def test_words_cover_all_but_white_space_in_order(text: str) -> None:
    spans = word_spans(text)
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert "".join(text[start:end] for start, end in spans).split() == "".join(text.split()).split()


def test_the_same_words_stay_words_when_they_are_cut_again() -> None:
    text = "Gunmen killed 1,200 people, the U.N. said; the group's leader, Lt. Gen. Abbas, couldn't be reached."
    again = [part for word in cut(text) for part in cut(word)]
    assert again == cut(text)
