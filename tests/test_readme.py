"""What the README shows is run."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from hearsay.cli import run

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [line.split("#")[0].strip() for line in README.splitlines() if line.startswith("hearsay ")]


def test_the_python_example_runs_and_prints_who_says_what() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    done = subprocess.run([sys.executable, "-c", example], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip()
    assert done.stderr == ""


def test_the_first_command_runs(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert run(shlex.split(COMMANDS[0])[1:]) == 0
    assert "INCIDENTS" in capsys.readouterr().out


def test_the_line_that_it_explains_is_printed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (explained,) = re.findall(r"a line such as `(.*?)`", README)
    monkeypatch.chdir(ROOT)
    run(shlex.split(COMMANDS[0])[1:])
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert explained.split() in printed


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_shown_is_there(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    _, verb, *rest = shlex.split(command)
    inner = rest[:1] if verb == "gazetteer" else []  # the one command that holds others
    assert run([verb, *inner, "--help"]) == 0
    offered = re.findall(r"--?\w+", capsys.readouterr().out)
    assert [word for word in rest if word.startswith("-") and word not in offered] == []


def test_every_file_shown_is_there() -> None:
    linked = re.findall(r"\]\(([^)#:]+)\)", README)
    assert linked
    assert [name for name in linked if not (ROOT / name).exists()] == []


def test_the_story_is_listed_as_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (shown,) = re.findall(r"```text\n(.*?)```", README, re.DOTALL)
    commands = [shlex.split(command)[1:] for command in COMMANDS if "story" in command]
    monkeypatch.chdir(ROOT)
    for command in commands:
        assert run([word.replace("story.db", str(tmp_path / "story.db")) for word in command]) == 0
    assert capsys.readouterr().out == shown
