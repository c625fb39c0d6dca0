"""The fictional reports of this folder with their codings; each is read once a test run."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import yaml

from hearsay.evaluation.coding import Scores, score, together
from hearsay.pipeline import read_words
from hearsay.records.reading import Reading

FOLDER = Path(__file__).parent
NAMES = tuple(sorted(path.stem for path in FOLDER.glob("*.txt")))


def words_of(name: str) -> str:
    """The report's text."""
    return (FOLDER / f"{name}.txt").read_text(encoding="utf-8")


@cache
def coding_of(name: str) -> Mapping[str, object]:
    """What a careful coder reads out of it."""
    coding = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(coding, dict)
    return coding


@cache
def reading_of(name: str) -> Reading:
    """What hearsay reads out of it, with the day on which it was published."""
    return read_words(words_of(name), published=str(coding_of(name)["published"]))


@cache
def scores_of(name: str) -> Scores:
    """How much of the coding the reading has."""
    return score(reading_of(name), coding_of(name))


def all_scores() -> Scores:
    """Of all reports together."""
    return together(scores_of(name) for name in NAMES)
