"""A book with the twelve reports of `examples/story`, read by hand: for the commands that work on many reports."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.story.told import readings

from hearsay.cli import run
from hearsay.store.opening import open_store


def storybook(path: Path) -> str:
    """Makes the book and gives its path."""
    with open_store(path, create=True) as store, store.writer() as writer:
        for reading in readings():
            writer.add(reading)
    return str(path)


def said(capsys: pytest.CaptureFixture[str], *arguments: str, status: int = 0) -> tuple[str, str]:
    """What a command writes to standard output and to standard error, each in one line of words."""
    assert run(arguments) == status
    captured = capsys.readouterr()
    assert "Traceback" not in captured.err
    return " ".join(captured.out.split()), " ".join(captured.err.split())
