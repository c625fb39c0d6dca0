"""re3d's files read: mentions, relations, and their direction."""

from __future__ import annotations

from pathlib import Path

from tests.evaluation.re3d.fiction import TEXT, tied, written

from hearsay.evaluation.re3d.corpus import Tie, files
from hearsay.records.span import Span


def test_a_relation_that_holds_both_ways_goes_from_the_first_in_the_text(tmp_path: Path) -> None:
    document = tied(tmp_path)
    assert [(one.span.of(TEXT), one.type) for one in document.mentions] == [
        ("Tide Army", "Organisation"),
        ("the Dune Front", "Organisation"),
        ("Selwyn", "Location"),
        ("Ana Mora", "Person"),
    ]
    army, front, _, ana = (one.span for one in document.mentions)
    assert document.ties == {
        Tie(source=army, target=front, type="FightingAgainst"),
        Tie(source=ana, target=army, type="BelongsTo"),
    }


def test_the_surest_type_of_the_same_characters_counts(tmp_path: Path) -> None:
    less = {"documentId": "one", "begin": 0, "end": 9, "type": "Vehicle", "confidence": 0.4}
    assert tied(tmp_path, entities=[less]).mentions[0].type == "Organisation"
    surer = {**less, "begin": 18, "end": 24, "confidence": 0.4}
    assert (Span(18, 24), "Vehicle") in [(one.span, one.type) for one in tied(tmp_path, entities=[surer]).mentions]


def test_a_mention_that_nobody_stood_by_is_none(tmp_path: Path) -> None:
    proposed = {"documentId": "one", "begin": 18, "end": 24, "type": "Vehicle", "confidence": 0}
    assert Span(18, 24) not in [one.span for one in tied(tmp_path, entities=[proposed]).mentions]


def test_a_relation_likelier_wrong_than_right_is_none(tmp_path: Path) -> None:
    ends = {"sourceBegin": 0, "sourceEnd": 9, "targetBegin": 42, "targetEnd": 48}
    doubted = {"documentId": "one", "type": "CoLocated", "confidence": 0.3, **ends}
    believed = {"documentId": "one", "type": "InChargeOf", "confidence": 0.7, **ends}
    found = {one.type for one in tied(tmp_path, relations=[doubted, believed]).ties}
    assert found == {"FightingAgainst", "BelongsTo", "InChargeOf"}


def test_the_files_are_those_of_the_sources_that_are_there(tmp_path: Path) -> None:
    written(tmp_path / "A source")
    (tmp_path / "Left out").mkdir()
    assert [path.name for path in files(tmp_path)] == ["documents.json", "entities.json", "relations.json"]
