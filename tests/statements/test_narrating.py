"""What a report says in its own words is its statement: fictional sentences of the kinds that coders keep."""

from __future__ import annotations

import pytest
from tests.statements.reading import statements_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.pipeline import read_words
from hearsay.records.statement import Speech, Statement

OWN = [
    # negative: what has not been found out, what did not happen
    ("The raiders have not been caught or named.", "negative", "certain"),
    ("Neither movement gave any proof of its boast.", "negative", "certain"),
    ("The miners have issued no demands of their own.", "negative", "certain"),
    # left open
    ("It was not possible to reach the garrison for comment.", "positive", "unclear"),
    ("No group has yet claimed responsibility for it.", "positive", "unclear"),
    ("The whereabouts of the ferryman are still unknown.", "positive", "unclear"),
    # judging and summing up
    ("Violence has spiralled in the delta since the dam was built.", "positive", "certain"),
    ("Ambushes so close to the port have been rare in the long war.", "positive", "certain"),
    ("The feud between the two valleys is still far from settled.", "positive", "certain"),
    # what is thought, by nobody named
    ("The herdsmen are thought to be fighting for grazing land.", "positive", "probable"),
    ("The Red Column was largely considered broken after the trials.", "positive", None),
    ("The league is believed to be led by a former schoolteacher.", "positive", None),
]


def own_words(analyser: ReportAnalyser, text: str) -> list[Statement]:
    """The statements that the report makes as its own, of whatever they are about."""
    return [s for s in statements_of(analyser, text) if len(s.speakers) == 1 and s.form.value == "narration"]


@pytest.mark.parametrize(("text", "polarity", "certainty"), OWN)
def test_what_the_report_says_itself(analyser: ReportAnalyser, text: str, polarity: str, certainty: str | None) -> None:
    found = [s for s in own_words(analyser, text) if s.evidence[0].of(text) == text]
    assert found
    told = [s for s in found if isinstance(s.content, Speech)]
    assert all(s.polarity.value == polarity for s in told)
    assert certainty is None or {s.certainty.value for s in told} <= {certainty}


BESIDE_SPEECH = [
    ("The killers have not been found, but the police assume they fled to Orsk.", "The killers have not been found"),
    ("The ferry was late and the harbour was empty, the pilot said; the weather has been bad.", None),
    ("The bridge is closed to traffic, and the army says mines lie in the river.", "The bridge is closed to traffic"),
]


@pytest.mark.parametrize(("text", "words"), BESIDE_SPEECH)
def test_own_words_beside_anothers(analyser: ReportAnalyser, text: str, words: str | None) -> None:
    found = [s.evidence[0].of(text) for s in own_words(analyser, text) if isinstance(s.content, Speech)]
    assert words is None or words in found
    assert not any("mines lie" in w or "they fled" in w or "ferry was late" in w for w in found)


SILENT = [
    "The colonel said that the road was closed to all traffic.",
    "“The road is closed to all traffic,” said Colonel Ines Duarte.",
    "According to the harbour pilot, the weather has been bad for days.",
    "Who benefits from the closing of the road?",
    "More on the closing of the road",
]


@pytest.mark.parametrize("text", SILENT)
def test_anothers_words_are_not_the_reports(analyser: ReportAnalyser, text: str) -> None:
    assert not own_words(analyser, text)


@pytest.mark.parametrize(
    ("text", "rules"),
    [
        ("Gunmen killed two farmers in Velmar on Monday, May 4, 2026.", ["trigger:kill"]),
        ("The valley has seen many killings by soldiers and by the squads of the landlords.", ["own-words"]),
        ("The Red Column frequently has directed attacks at customs posts.", ["own-words"]),
    ],
)
def test_a_clause_is_stated_once(text: str, rules: list[str]) -> None:
    assert [s.by[0] for s in read_words(text).statements] == rules
