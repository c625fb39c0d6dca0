"""What is part of the page and what of the report: sentences that only look like a page's words."""

import pytest

from hearsay.documents.boilerplate import is_furniture


@pytest.mark.parametrize(
    "sentence",
    [
        "Gunmen set up a roadblock outside Karsa and took nine travellers off a bus, police said.",
        "Roadblocks went up across the capital on Monday after the shooting of two students.",
        "Rescuers had been unable to reach them on Sunday because of the fighting.",
        "His brother tried to contact him at the barracks, but the line had been cut.",
        "The two sides had agreed to share on equal terms what the mine brings in.",
        "The rebels promised to share this valley with the herders.",
        "Commanders abroad would send us a signal when to attack, the prisoner said.",
    ],
)
def test_a_sentence_of_a_report_is_none_of_the_page(sentence: str) -> None:
    assert not is_furniture(sentence)


@pytest.mark.parametrize(
    "words",
    [
        "Please disable your adblock to read on.",
        "Contact him at a.brand@marawa-herald.example",
        "Reach the reporter at 555-0143",
        "Share this article on Facebook",
        "Share via e-mail",
        "Send us a tip about this story",
    ],
)
def test_words_of_the_page_are(words: str) -> None:
    assert is_furniture(words)
