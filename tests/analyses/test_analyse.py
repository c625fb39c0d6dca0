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
    ("above", "stamp"),
    [
        ("Blast shuts the cannery\n\nMay 6, 2031|By Orla Venn, Special to The Courier", "May 6, 2031"),
        ("Blast shuts the cannery\n\nPublished 6 May 2031", "6 May 2031"),
        ("Blast shuts the cannery\n\nMERIDIAN Worldstream; May 06, 2031", "May 06, 2031"),
    ],
)
def test_the_day_above_a_report_is_a_time_of_it_and_no_story_hangs_on_it(above: str, stamp: str) -> None:
    body = "BRENNA (Meridian) - A bomb went off at a cannery three days ago, police said. Nobody was hurt, they said."
    analysis = _analyser().analyse(read_text(f"{above}\n\n{body}\n", DocumentOptions(published="2031-05-06")))
    said = [(time.span.of(analysis.document.text), time.value) for time in analysis.times]
    assert said == [(stamp, "2031-05-06"), ("three days ago", "2031-05-03")]


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
