"""A long report costs about as much a word as a short one, also where it is one block without a paragraph."""

from __future__ import annotations

import random
import time

import pytest
from tests.sentences_by_hand import document_of

from hearsay.analyses.sentences import split_sentences
from hearsay.pipeline import read_words

GROUPS = ("The Free Coast Army", "The Northern Tide", "Police", "Officials", "The Karsa Front", "Gunmen", "Villagers")
PLACES = ("Quetta", "Lima", "Kano", "Basra", "Jolo", "Cali", "Aden", "Goma")
DEEDS = (
    "killed {n} people in {place} on Monday",
    "attacked a market in {place} last week, killing {n} civilians",
    "denied carrying out the attack in {place}",
    "claimed responsibility for the raid on 3 March 1998",
    "blamed gunmen for the explosion in {place}, which wounded {n}",
)


def report(words: int, gap: str) -> str:
    """Made-up violence of that many words, the same every time."""
    chance = random.Random(1)  # noqa: S311 - nothing secret hangs on it
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < words:
        deed = chance.choice(DEEDS).format(n=chance.randint(2, 90), place=chance.choice(PLACES))
        sentences.append(f"{chance.choice(GROUPS)} {deed}.")
    paragraphs = [" ".join(sentences[i : i + 4]) for i in range(0, len(sentences), 4)]
    return "Fighting goes on in many places\n\n" + gap.join(paragraphs)


def seconds(text: str) -> float:
    start = time.process_time()
    read_words(text, published="1998-03-10")
    return time.process_time() - start


@pytest.mark.parametrize("gap", ["\n\n", " "])
def test_reading_time_grows_about_as_the_words_do(gap: str) -> None:
    seconds(report(50, gap))  # what is loaded once
    short, long = seconds(report(1000, gap)), seconds(report(4000, gap))
    assert long < 12 * max(short, 0.3)  # four times the words; were it quadratic, sixteen


def test_sentences_of_one_long_line() -> None:
    text = "Gen. Dast of the U.S. Army said so. " * 20_000
    start = time.process_time()
    assert len(list(split_sentences(document_of(text)))) == 20_000
    assert time.process_time() - start < 10
