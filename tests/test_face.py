"""The face: what it offers is there, and what its stub declares is what it offers."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import hearsay

STUB = Path(hearsay.__file__).with_suffix(".pyi")


def test_every_name_is_there() -> None:
    for name in dir(hearsay):
        assert getattr(hearsay, name).__name__ == name


def test_the_stub_declares_the_same_names_from_the_same_modules() -> None:
    declared = {
        alias.name: statement.module
        for statement in ast.parse(STUB.read_text(encoding="utf-8")).body
        if isinstance(statement, ast.ImportFrom)
        for alias in statement.names
    }
    assert sorted(declared) == dir(hearsay)
    assert {name: getattr(hearsay, name).__module__ for name in declared} == declared


def test_an_unknown_name_says_what_there_is() -> None:
    with pytest.raises(AttributeError, match="no attribute 'parse'; it offers Config"):
        _ = hearsay.parse  # type: ignore[attr-defined]


def test_importing_it_loads_nothing_heavy() -> None:
    code = "import hearsay, sys; print(*sorted(name for name in sys.modules if name.startswith('hearsay')))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["hearsay"]
