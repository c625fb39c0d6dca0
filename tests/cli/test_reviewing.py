"""`hearsay review` and `hearsay train`: decisions listed, compared, taken back and handed on."""

from __future__ import annotations

import importlib.util
import subprocess
from pathlib import Path
from subprocess import CompletedProcess

import pytest
from tests.cli.storybook import said, storybook
from tests.judging.decided import said as decided
from tests.story.told import readings
from tests.training.test_reviews import reading as named_reading

from hearsay.records.items import found
from hearsay.records.link import LinkKind, Ref
from hearsay.records.review import Grouping, Subject, Verdict
from hearsay.store.opening import open_store
from hearsay.training.corpora.reviews import corpus as readers_of_reviews

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


def test_decisions_are_handed_to_the_training_beside_the_corpora(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("torch")
    reading = named_reading()
    book, corpora = tmp_path / "named.db", tmp_path / "corpora"
    (corpora / "gum").mkdir(parents=True)
    one = next(one for one in found(reading) if one.item.subject is Subject.NAME)
    with open_store(book, create=True) as store, store.writer() as writer:
        writer.add(reading)
        writer.review(decided(one))
    seen: list[list[str]] = []

    def ran(command: list[str], **_: object) -> CompletedProcess[str]:
        folder = Path(command[command.index("--corpora") + 1])
        assert (folder / "gum").is_dir()
        assert len(list(readers_of_reviews(folder, "train"))) == 1
        seen.append(command)
        return CompletedProcess(command, 0)

    monkeypatch.setattr(subprocess, "run", ran)
    arguments = ("train", "--corpora", str(corpora), "-o", str(tmp_path / "model"), "--with-reviews", str(book))
    assert "1 decisions from" in said(capsys, *arguments, "--epochs", "1")[1]
    assert seen[0][-2:] == ["--epochs", "1"]
    assert not Path(seen[0][seen[0].index("--corpora") + 1]).exists()


def test_what_cannot_be_learned_from_is_told(book: str, tmp_path: Path, capsys: Capture) -> None:
    pytest.importorskip("torch")
    assert "add: --corpora DIR" in said(capsys, "train", "-o", "m", "--with-reviews", book, status=2)[1]
    told = said(capsys, "train", "--corpora", str(tmp_path), "-o", "m", "--with-reviews", book, status=2)[1]
    assert "no decision on a name" in told
