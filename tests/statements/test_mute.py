"""What cannot speak is no speaker."""

from __future__ import annotations

import pytest
from tests.sentences_by_hand import document_of

from hearsay.pipeline import read_document

SILENT = [
    "The blast on Monday showed that the rebels can strike in the capital.",
    "An official in Gao said the exact number of the dead was not clear.",
    "The war has claimed more than 900 lives since 2027.",
    "Some 150 men believed to be rebels occupied two schools in Segou on Saturday.",
    "The shooting of two clerks demanded a full inquiry, the mayor said.",
    "The nom de guerre suggested the attacker was a Dutch citizen.",
    "The accent suggested the gunman came from Velmar.",
    "The crater indicated that a mine was used.",
]


@pytest.mark.parametrize("sentence", SILENT)
def test_a_happening_or_a_thing_says_nothing(sentence: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    last = {statement.speakers[-1].name for statement in reading.statements if len(statement.speakers) > 1}
    assert last <= {"An official in Gao", "official in Gao", "the mayor", "mayor"}


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("A police report said that the rebels had fled to the hills.", "A police report"),
        ("The survivors said that the raiders had come at dawn.", "The survivors"),
        ("A new poll suggested that few trust the army.", "A new poll"),
    ],
)
def test_papers_and_people_speak(sentence: str, who: str) -> None:
    reading = read_document(document_of(sentence, published="2031-05-09"))
    assert who in {statement.speakers[-1].name for statement in reading.statements}


QUOTED = [
    "“Nine died. Rebels and those who hate peace killed these people,” Omar Dane, a colonel, was quoted as saying.",
    '"This was no accident. Herders who came at dawn burned the mill," Awa Diarra, a mayor, was quoted as saying.',
    "“We saw them. Soldiers from the fort shot my brother,” a teacher, Issa Sow, was quoted by the Post as saying.",
]


@pytest.mark.parametrize("words", QUOTED)
def test_who_is_quoted_stands_outside_the_quotation(words: str) -> None:
    reading = read_document(document_of(words, published="2031-05-09"))
    last = {statement.speakers[-1].name for statement in reading.statements}
    assert not any(name.startswith(("Rebels", "Herders", "Soldiers")) for name in last)
    stances = {said.stance for incident in reading.incidents for said in incident.perpetrators}
    assert "claimed" not in stances
