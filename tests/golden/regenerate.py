"""Writes the golden files anew: `python -m tests.golden.regenerate`. Review the difference before you commit it."""

from __future__ import annotations

from pathlib import Path

from tests.golden.harbour import harbour

from hearsay.rendering.page import page
from hearsay.rendering.terminal import plain_text
from hearsay.views import view

HERE = Path(__file__).parent


def golden_files() -> dict[str, str]:
    """The golden files' names and what they have to hold."""
    reading = view(harbour())
    return {
        "harbour-80.txt": plain_text(reading, width=80),
        "harbour-44.txt": plain_text(reading, width=44),
        "harbour.html": page([reading]),
    }


if __name__ == "__main__":
    for name, text in golden_files().items():
        HERE.joinpath(name).write_text(text, encoding="utf-8")
