"""The whole analysis of short reports: what one part finds that another must not take for its own."""

from __future__ import annotations

from functools import cache

import pytest

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_text


@cache
def _analyser() -> ReportAnalyser:
    return ReportAnalyser()


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A bank was bombed on Monday, and police blamed the June 2 Movement for it.", ["2031-05-05"]),
        ("November 17 said on Monday that it had bombed the bank.", ["2031-05-05"]),
        ("A bank was bombed on May 2, police said on Monday.", ["2031-05-02", "2031-05-05"]),
    ],
)
def test_a_date_in_a_name_says_no_day(text: str, days: list[str]) -> None:
    found = _analyser().analyse(read_text(f"BRENNA: {text}", DocumentOptions(published="2031-05-06")))
    assert [time.value for time in found.times] == days


@pytest.mark.parametrize(
    "told",
    [
        "Idris Callan, a spokesman for the Free Coast Army, told Meridian by telephone. The group released a picture.",
        "The Free Coast Army informed Meridian of it. The group also sent a picture.",
        "A man of the Free Coast Army telephoned Meridian. The group had planted it, he said.",
    ],
)
def test_the_group_is_not_who_was_told(told: str) -> None:
    analysis = _analyser().analyse(read_text(f"BRENNA: A bomb killed two people on Tuesday. {told}"))
    names = {actor.id: actor.name for actor in analysis.actors}
    text = analysis.document.text
    assert [names[m.actor] for m in analysis.mentions if m.span.of(text) == "The group"] == ["Free Coast Army"]
