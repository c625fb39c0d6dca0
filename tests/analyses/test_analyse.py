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


@pytest.mark.parametrize(
    ("text", "day", "value"),
    [
        ("Rana will stand again in October after her term ends on July 13.", "July 13", "2031-07-13"),
        ("The council will meet when the truce expires on April 2.", "April 2", "2031-04-02"),
        ("The curfew will be lifted before the fair opens on June 1.", "June 1", "2031-06-01"),
        ("Rana fell ill after her term ended on July 13.", "July 13", "2030-07-13"),
    ],
)
def test_the_present_of_a_clause_below_what_will_be_is_to_come(text: str, day: str, value: str) -> None:
    document = read_text(f"ORSK, March 5 - {text}", DocumentOptions(published="2031-03-05"))
    found = _analyser().analyse(document)
    assert [t.value for t in found.times if t.span.of(document.text) == day] == [value]


@pytest.mark.parametrize("country", ["Norway", "Britain", "Japan"])
def test_where_a_charity_is_based_is_not_where_the_report_is(country: str) -> None:
    text = (
        "PHNOM PENH, Cambodia - Guerrillas seized two men, Cambodian police said. Cambodian soldiers and Thai police"
        f" searched the border with Thailand. The men of the {country}-based charity were clearing mines near the"
        " village of Tavormel when they were taken."
    )
    document = read_text(text, DocumentOptions())
    found = [p for p in _analyser().analyse(document).places if "Tavormel" in p.name]
    assert {p.country for p in found} <= {"KH", None}
    assert found
