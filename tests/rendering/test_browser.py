"""The page in a real browser: its own script runs, a report's never does. Skipped where there is no Chromium."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from tests.golden.harbour import harbour
from tests.rendering.test_page import ATTACK, hostile

from hearsay.rendering.page import page
from hearsay.views import view

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome") or ""

pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")


def rendered(html: str, folder: Path) -> tuple[str, list[str]]:
    """The page's DOM after its scripts ran, and what the browser's console said."""
    path = folder / "page.html"
    path.write_text(html, encoding="utf-8")
    command = [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", "--dump-dom"]
    command += [f"--user-data-dir={folder / 'profile'}", path.as_uri()]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def test_the_attack_works_where_nothing_stops_it(tmp_path: Path) -> None:
    dom, _ = rendered(f"<!doctype html><script>{ATTACK}</script>", tmp_path)
    assert re.search(r"<html[^>]* owned=", dom)


def test_nothing_in_a_report_runs(tmp_path: Path) -> None:
    dom, console = rendered(page([view(hostile())]), tmp_path)
    assert not re.search(r"<html[^>]* owned=", dom)
    assert console == []


def test_the_policy_stops_what_escaping_would_have_missed(tmp_path: Path) -> None:
    html = page([view(harbour())]).replace("</main>", f"<script>{ATTACK}</script></main>")
    dom, console = rendered(html, tmp_path)
    assert not re.search(r"<html[^>]* owned=", dom)
    assert any("Content Security Policy" in line for line in console)


def test_the_page_breaks_none_of_its_own_rules(tmp_path: Path) -> None:
    _, console = rendered(page([view(harbour())]), tmp_path)
    assert console == []
