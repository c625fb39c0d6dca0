"""Numbers: which ends the words fix, and which they leave open."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import tokens_of

from hearsay.analyses.frames.counts import count_of, number_at, value_of
from hearsay.records.tree import Tree


def number_in(phrase: str, word: str) -> tuple[int | None, int | None, str] | None:
    words = phrase.split()
    rows = "\n".join(f"{w} {w.lower()} {'NUM' if w == word else 'X'} 0 dep" for w in words)
    tokens = tokens_of(rows)
    number = number_at(tokens, words.index(word))
    return None if number is None else (number.low, number.high, number.span.of(phrase))


@pytest.mark.parametrize(
    ("phrase", "word", "low", "high", "reported"),
    [
        ("killed 60 people", "60", 60, 60, "60"),
        ("killed more than 60 people", "60", 61, None, "more than 60"),
        ("killed at least thirteen people", "thirteen", 13, None, "at least thirteen"),
        ("killed about 70 people", "70", None, None, "about 70"),
        ("killed up to 30 people", "30", None, 30, "up to 30"),
        ("killed as many as 30 people", "30", None, 30, "as many as 30"),
        ("killed fewer than 10 people", "10", None, 9, "fewer than 10"),
        ("killed between 10 and 15 people", "10", 10, 15, "between 10 and 15"),
        ("killed between 10 and 15 people", "15", 10, 15, "between 10 and 15"),
        ("killed 10 to 15 people", "10", 10, 15, "10 to 15"),
        ("killed 1,200 people", "1,200", 1200, 1200, "1,200"),
        ("killed one hundred and twenty people", "one", 120, 120, "one hundred and twenty"),
        ("killed two dozen people", "two", 24, 24, "two dozen"),
        ("killed NO FEWER THAN 4 PEOPLE", "4", 4, None, "NO FEWER THAN 4"),
    ],
)
def test_bounds(phrase: str, word: str, low: int | None, high: int | None, reported: str) -> None:
    assert number_in(phrase, word) == (low, high, reported)


def test_words_that_are_no_numbers() -> None:
    assert value_of("bomb") is None
    assert number_in("the sixth man", "sixth") is None


def test_an_article_counts_one_and_a_bare_plural_nothing() -> None:
    tree = Tree(tokens_of("killed kill VERB 0 root\na a DET 3 det\npoliceman policeman NOUN 1 obj"))
    number = count_of(tree, 2)
    assert number is not None
    assert (number.low, number.high) == (1, 1)
    plural = Tree(tokens_of("killed kill VERB 0 root\npolicemen policeman NOUN 1 obj"))
    assert count_of(plural, 1) is None


def test_dozens_leave_both_ends_open() -> None:
    tree = Tree(tokens_of("killed kill VERB 0 root\ndozens dozen NOUN 1 obj\nof of ADP 4 case\nmen man NOUN 2 nmod"))
    number = count_of(tree, 1)
    assert number is not None
    assert (number.low, number.high) == (None, None)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        ("tens of thousands of people", "tens of thousands"),
        ("dozens of people", "dozens"),
        ("several hundred people", "several hundred"),
    ],
)
def test_a_vague_number_is_kept_whole(counted: str, said: str) -> None:
    words = ["killed", *counted.split()]
    rows = [f"{word} {word} NOUN {len(words)} nmod" for word in words[:-1]]
    tree = Tree(tokens_of("\n".join([*rows, "people people NOUN 1 obj"])))
    number = count_of(tree, len(words) - 1)
    assert number is not None
    assert (number.low, number.high, number.span.of(" ".join(words))) == (None, None, said)
