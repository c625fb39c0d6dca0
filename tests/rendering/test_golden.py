"""What people see, as reviewed: `python -m tests.golden.regenerate` writes these files anew."""

from __future__ import annotations

import pytest
from tests.golden.regenerate import HERE, golden_files


@pytest.mark.parametrize("name", golden_files())
def test_output_is_as_reviewed(name: str) -> None:
    assert golden_files()[name] == HERE.joinpath(name).read_text(encoding="utf-8")
