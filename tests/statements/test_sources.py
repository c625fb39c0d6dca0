"""Whose words they are where the sentence makes it hard to see: three unlike fictional examples of each kind."""

from __future__ import annotations

import pytest
from tests.statements.reading import speech_in, statements_of

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.records.statement import Speech

SPEAKERS = [
    # what speaks stands behind its verb, and what is told of is no speaker
    (
        "A mine blast on Friday killed three herders on a track near Orsk, said army Maj. Ilan Dast.",
        "killed three",
        "Dast",
    ),
    ("The fire at the depot was started by a shell, said Mayor Ana Ruiz.", "The fire at the depot", "Ruiz"),
    ("Two bridges were lost in the flood near Brenna, said a harbour pilot.", "Two bridges were lost", "pilot"),
    # "who" is the last that can speak
    ("Orsk is a district peopled largely by Tamils who accuse the state of neglect.", "neglect", "Tamils"),
    ("The figures differ from ones issued by the Velmar Police, who had said that nine died.", "nine died", "Police"),
    ("They fled from a school run by Hope for Orsk, which said one of its teachers was killed.", "was killed", "Orsk"),
    # a second thing said, behind a clause that tells when
    (
        "A rebel spokesman said nobody was there when the raid took place and suggested that soldiers had burned it.",
        "soldiers had burned it",
        "spokesman",
    ),
    (
        "The mayor said the road was open when the blast occurred and warned that more mines lay there.",
        "more mines lay there",
        "mayor",
    ),
    (
        "The governor said he was asleep when the fire began and added that the guards had fled.",
        "the guards had fled",
        "governor",
    ),
    # who has spoken goes on in a participle
    ("“The toll could rise,” the mayor said, describing it as “the worst raid ever”.", "the worst raid ever", "mayor"),
    ("The raid came after the Red Column released a video, vowing that it would fight on.", "fight on", "Red Column"),
    ("The ferry was burned, the pilot said, adding that the guards had fled.", "the guards had fled", "pilot"),
    ("The state denied any part in it, with the army saying a shell had fallen short.", "fallen short", "army"),
    ("The port was shut for a week, with officials warning that mines lay there.", "mines lay there", "officials"),
    ("The road is open, with the mayor claiming that the bandits had fled.", "the bandits had fled", "mayor"),
    # X is quoted by Y
    ("“The feud is not over,” Mayor Ana Ruiz was quoted by local media as saying.", "The feud is not over", "Ruiz"),
    ("“We are tired of it,” a herder was quoted as saying.", "We are tired of it", "herder"),
    ("The minister was quoted as saying the league was behind the fire.", "the league was behind", "minister"),
    # verbs that report nothing but a quotation
    ("The letter from the Red Column continued: “The road is a nest of spies.”", "nest of spies", "Red Column"),
    ("“The road is a nest of spies,” the colonel continued.", "nest of spies", "colonel"),
    ("The mayor began: “The road is a nest of spies.”", "nest of spies", "mayor"),
    # the name behind a description is no second speaker
    ("Two men were held, the Italian news agency ANSA reported.", "Two men were held", "ANSA"),
    ("One eyewitness reported seeing two clerks wounded near the gate.", "two clerks wounded", "eyewitness"),
    # what is said of something, without a clause
    ("Mayor Ana Ruiz called for a “rising of all honest people”.", "rising of all honest people", "Ruiz"),
    ("Tamils there have long complained of neglect by the capital.", "neglect by the capital", "Tamils"),
    ("The bishop warned of a long and bitter winter in the valley.", "a long and bitter winter", "bishop"),
    ("Mayor Ana Ruiz classified the reports as “rumours” and “lies”.", "rumours", "Ruiz"),
    ("A resident identified the raiders as being from the Red Column.", "from the Red Column", "resident"),
    ("Village leaders expressed horror at the burning of the mission.", "horror at the burning", "leaders"),
    ("Police worry that the league could begin a new round of raids.", "a new round of raids", "Police"),
    ("The governor met the families, assuring them that the guilty would be found.", "the guilty", "governor"),
    ("The monitor had given an earlier toll of eleven dead.", "an earlier toll of eleven", "monitor"),
]


@pytest.mark.parametrize(("text", "words", "speaker"), SPEAKERS)
def test_whose_words_they_are(analyser: ReportAnalyser, text: str, words: str, speaker: str) -> None:
    told = [s for s in statements_of(analyser, text) if len(s.speakers) > 1]
    assert speaker in speech_in(told, text, words).speakers[-1].name


TOGETHER = [
    ("Two blasts were heard, according to witnesses and the harbour police.", {"witnesses", "police"}),
    ("The mayor and the bishop said the road was open.", {"mayor", "bishop"}),
    ("The ferry was burned, the army and a priest said.", {"army", "priest"}),
]


@pytest.mark.parametrize(("text", "speakers"), TOGETHER)
def test_each_of_several_speakers_says_it(analyser: ReportAnalyser, text: str, speakers: set[str]) -> None:
    names = {s.speakers[-1].name for s in statements_of(analyser, text) if isinstance(s.content, Speech)}
    assert {wanted for wanted in speakers if any(wanted in name for name in names)} == speakers


NOBODY = [
    "The fighting continued on Monday near the harbour of Brenna.",
    "The rebels continued to shell the harbour of Brenna.",
    "The medic gave him water and a blanket.",
    "No one has claimed the burning of the ferry.",
    "Nobody said a word about the burning of the ferry.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_says_it(analyser: ReportAnalyser, text: str) -> None:
    assert all(len(s.speakers) == 1 for s in statements_of(analyser, text))


def test_letters_are_not_the_letter(analyser: ReportAnalyser) -> None:
    text = (
        "A letter from the Red Column came on Monday. Its author is known for the book “Prison Letters of Ilan Dast.” "
        "The letter said the road was a nest of spies."
    )
    told = [s for s in statements_of(analyser, text) if len(s.speakers) > 1]
    assert "Red Column" in speech_in(told, text, "nest of spies").speakers[-1].name
