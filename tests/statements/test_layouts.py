"""Speakers told by layout: interviews, signed quotations, headlines that end or begin with who says it."""

from __future__ import annotations

import pytest
from tests.statements.reading import told

from hearsay.analyses.analyse import ReportAnalyser
from hearsay.documents.read import read_text
from hearsay.records.statement import Speech, Statement
from hearsay.statements.extract import extract

BODY = "Rebels crossed the river on Monday and burned two mills near Gulu, Uganda. Nobody was hurt in the raid.\n"


def _said_by(analyser: ReportAnalyser, text: str, speaker: str) -> list[Statement]:
    statements = extract(analyser.analyse(read_text(text)))
    return [s for s in statements if isinstance(s.content, Speech) and speaker in s.speakers[-1].name]


@pytest.mark.parametrize(
    ("text", "speaker", "words"),
    [
        ("Rebels kill ten in raid on river port: army\n\n" + BODY, "army", "Rebels kill ten"),
        ("Police: Rebels burned two mills in the north\n\n" + BODY, "Police", "Rebels burned two mills"),
        (
            "Questions to the minister\n\n" + BODY + "\nMORAN: We lost the bridge before the rain came. It was never "
            "guarded.\n",
            "MORAN",
            "It was never guarded",
        ),
        (
            "Voices from the river\n\n"
            + BODY
            + "\n“They came at night and took the boats. We had nothing left to cross with.” — Maria Lopez\n\nThe army "
            "said on Tuesday that it had sent two patrols to the river.\n",
            "Maria Lopez",
            "took the boats",
        ),
    ],
)
def test_the_layout_tells_who_speaks(analyser: ReportAnalyser, text: str, speaker: str, words: str) -> None:
    said = _said_by(analyser, text, speaker)
    assert any(isinstance(s.content, Speech) and words in s.content.span.of(text) for s in said), [
        told(s, text) for s in said
    ]


@pytest.mark.parametrize(
    "text",
    [
        "River raid\n\nKAMPALA: Rebels crossed the river on Monday and burned two mills near Gulu.\n",
        "Raid at the river: two mills burned\n\n" + BODY,
        "What we know: rebels burned two mills\n\n" + BODY,
    ],
)
def test_a_colon_alone_makes_no_speaker(analyser: ReportAnalyser, text: str) -> None:
    statements = extract(analyser.analyse(read_text(text)))
    assert not [s for s in statements if "attribution:layout" in s.by], [told(s, text) for s in statements]
