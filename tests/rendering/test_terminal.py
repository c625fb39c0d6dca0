"""The terminal text: it fits its width, and a report cannot drive the terminal."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from tests.golden.harbour import harbour
from tests.rendering.test_page import hostile

from hearsay.rendering.terminal import WIDEST, TerminalReading, plain_text
from hearsay.views import view


@pytest.mark.parametrize("width", [24, 40, 63, 64, 80, 100, 200])
def test_lines_fit_the_width(width: int) -> None:
    lines = plain_text(view(harbour()), width=width).splitlines()
    assert max(map(cell_len, lines)) <= min(width, WIDEST)
    assert all(line == line.rstrip() for line in lines)


@pytest.mark.parametrize("width", [40, 80])
def test_each_line_on_who_did_it_has_its_speaker(width: int) -> None:
    text = " ".join(plain_text(view(harbour()), width=width).split())
    assert "Northern Tide – accused" in text
    assert "Meridian News Agency › Police [3]" in text
    assert "Meridian News Agency › Idris Callan" in text


def test_a_report_cannot_drive_the_terminal() -> None:
    out = io.StringIO()
    console = Console(file=out, width=80, force_terminal=True, color_system=None)
    console.print(TerminalReading(view(replace(hostile(), notes=("[link=file:///]x[/link] \x1b]0;owned\x07",)))))
    shown = out.getvalue().replace("\x1b[1m", "").replace("\x1b[2m", "").replace("\x1b[0m", "").replace("\x1b[1;2m", "")
    assert "\x1b" not in shown
    assert "\x07" not in shown
    assert "[link=file:///]x[/link]" in shown


def test_an_empty_reading_says_what_was_not_found() -> None:
    empty = replace(harbour(), statements=(), incidents=(), relations=())
    text = plain_text(view(empty), width=80)
    for line in (
        "No incident found.",
        "Nobody claims or denies anything.",
        "No relation found.",
        "No statement found.",
    ):
        assert line in text
