"""Reports that a user has marked the actors of: read, and refused with the fault named."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hearsay.errors import UnreadableError, UsageError
from hearsay.evaluation.coded_actors import coded_reports
from hearsay.evaluation.yardsticks import evaluate

TEXT = "The Tidewater Front said it shelled Port Selwyn. A spokesman for the army denied it had left the town.\n"
FRONT = {"actor": "front", "start": 0, "end": 19, "words": "The Tidewater Front"}
IT = {"actor": "front", "start": 25, "end": 27}
ARMY = {"actor": "army", "start": 65, "end": 73, "head": [69, 73]}


def coded(folder: Path, *mentions: dict[str, object], text: str = TEXT) -> Path:
    (folder / "actors").mkdir(exist_ok=True)
    (folder / "actors" / "one.txt").write_text(text, encoding="utf-8")
    (folder / "actors" / "one.json").write_text(json.dumps({"mentions": list(mentions)}), encoding="utf-8")
    return folder / "actors"


def test_mentions_are_read_with_their_heads(tmp_path: Path) -> None:
    [(path, report)] = coded_reports(coded(tmp_path, FRONT, IT, ARMY))
    told = [(m.chain, m.span.of(TEXT), m.head.of(TEXT)) for m in report.mentions]
    assert path.name == "one.txt"
    assert told == [
        ("front", "The Tidewater Front", "The Tidewater Front"),
        ("front", "it", "it"),
        ("army", "the army", "army"),
    ]


@pytest.mark.parametrize(
    ("mention", "fault"),
    [
        ({**FRONT, "start": 4}, "there stands 'Tidewater Front'"),
        ({**ARMY, "head": [0, 3]}, "a head that lies outside it"),
        ({**IT, "end": 25}, "0 <= start < end"),
        ({**IT, "end": 900}, "lies outside a text"),
        ({"start": 0, "end": 3}, "'actor'"),
    ],
)
def test_a_slip_is_told_with_the_file(tmp_path: Path, mention: dict[str, object], fault: str) -> None:
    with pytest.raises(UnreadableError, match=r"one\.json") as caught:
        list(coded_reports(coded(tmp_path, mention)))
    assert fault in str(caught.value)


def test_the_yardstick_scores_the_folder_of_the_corpora(tmp_path: Path) -> None:
    coded(tmp_path, FRONT, IT, ARMY)
    [row] = evaluate("coreference", tmp_path).rows
    assert (row.name, row.documents, row.items) == ("reports that you coded", 1, 3)
    (tmp_path / "actors" / "one.json").unlink()
    with pytest.raises(UsageError, match="gum"):
        evaluate("coreference", tmp_path)
