"""Weights estimated from readings alone."""

from __future__ import annotations

import pytest
from tests.links.tellings import Happening, Word, document, telling

from hearsay.errors import UsageError
from hearsay.links.base import LinkOptions
from hearsay.links.estimation import estimate
from hearsay.links.match import match
from hearsay.records.reading import Reading

TARGETS = ("the grain market", "a patrol", "the clinic", "a bus", "the bridge", "a school")


def _reports() -> list[Reading]:
    """Two reports each of sixty incidents of a few towns, each pair with words of its own."""
    found = []
    for number in range(60):
        for outlet in range(2):
            names = " ".join(f"Name{number}{letter}" for letter in "abcdef")
            other = " ".join(f"Word{number * 7 % 50}{outlet}{letter}" for letter in "abcdef")
            text = f"A bomb hit it {names} {other}."
            happening = Happening(
                words=(Word(words=text, killed=number % 9 + 1),),
                time=f"2031-05-{number % 20 + 1:02}",
                target=TARGETS[number % 6],
                town=("Tessaro", "Harn", "Gao")[number % 3],
            )
            source = document(f"Headline\n{text}", published="2031-05-28", outlet=f"Outlet {outlet}")
            found.append(telling(source, happening))
    return found


def test_estimated_weights_tell_matches_from_others() -> None:
    weights = estimate(_reports())
    assert weights.bits["text"]["nearly the same"] > 3
    assert weights.bits["time"]["same day"] > 0 > weights.bits["time"]["contradictory"]
    assert weights.bits["overlap"] == LinkOptions().weights.bits["overlap"]
    linking = match(_reports(), options=LinkOptions(weights=weights))
    assert sorted(len(case.members) for case in linking.cases) == [2] * 60


def test_too_few_pairs_are_told() -> None:
    with pytest.raises(UsageError, match="too few"):
        estimate(_reports()[:4])
