"""`hearsay review` and `hearsay train`: decisions listed, compared, taken back and handed on."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest
from tests.cli.storybook import said, storybook
from tests.judging.decided import said as decided
from tests.story.told import readings

from hearsay.records.items import found
from hearsay.records.link import LinkKind, Ref
from hearsay.records.review import Grouping, Verdict
from hearsay.store.opening import open_store

Capture = pytest.CaptureFixture[str]
READINGS = readings()
ENDS = [Ref(report=one.document.id, record=one.incidents[0].id) for one in READINGS]


@pytest.fixture
def book(tmp_path: Path) -> str:
    """The story with decisions of two coders, who disagree on one, and a split."""
    path = storybook(tmp_path / "book.db")
    killed = [next(one for one in found(reading) if one.item.key.startswith("killed")) for reading in READINGS[:5]]
    with open_store(path) as store, store.writer() as writer:
        for one in killed:
            writer.review(decided(one, author="Ada"))
            writer.review(decided(one, author="Bo"))
        other = next(one for one in found(READINGS[5]) if one.item.key.startswith("killed"))
        writer.review(decided(other, author="Ada"))
        writer.review(decided(other, Verdict.CORRECT, "7", author="Bo"))
        writer.group(
            Grouping(
                kind=LinkKind.SAME_INCIDENT, one=(ENDS[0],), other=(ENDS[8],), holds=False, author="Ada", at="2031"
            )
        )
    return path


def test_decisions_are_listed_compared_and_taken_back(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "review", "list", "--from", book)
    assert out.count("review-") == 12
    assert "are different" in out
    assert "Bo: killed of incident-" in out
    assert "correct to '7'" in out
    table, _ = said(capsys, "review", "agreement", "--from", book)
    assert "killed 6 5 0." in table
    assert "1 disagreement not settled" in table
    grouping = next(word for word in out.split() if word.startswith("grouping-"))
    assert "taken back: " in said(capsys, "review", "undo", grouping, "--from", book)[1]
    assert "grouping-" not in said(capsys, "review", "list", "--from", book)[0]


def test_what_cannot_be_taken_back_or_compared_is_told(book: str, tmp_path: Path, capsys: Capture) -> None:
    assert "has no decision" in said(capsys, "review", "undo", "review-0", "--from", book, status=2)[1]
    empty = storybook(tmp_path / "empty.db")
    assert "nothing to compare" in said(capsys, "review", "agreement", "--from", empty, status=2)[1]


def test_decisions_are_exported_and_checked(book: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "reviews.jsonl"
    assert "12 rows" in said(capsys, "export", "reviews", "--from", book, "-o", str(path))[1]
    assert "no fault" in said(capsys, "export", "--check", str(path), "--as", "reviews")[1]


def test_the_dossier_says_what_persons_changed(book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "show", ENDS[1].record, "--from", book)
    assert "REVIEWED BY PERSONS" in out
    assert "values accepted by Ada" in out


def test_without_torch_training_says_how_to_get_it(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None if name == "torch" else known(name))
    assert "pip install 'hearsay[train]'" in said(capsys, "train", "-o", "model", status=2)[1]
