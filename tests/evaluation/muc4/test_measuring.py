"""What the coder reaches on the development set: floors that only rise. Needs the corpora, and a minute or two."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hearsay.errors import UsageError
from hearsay.evaluation.base import Result
from hearsay.evaluation.muc4.measuring import full, gtt, ree

CORPORA = Path(os.environ.get("HEARSAY_CORPORA", "no corpora"))
FLOORS: dict[str, float] = json.loads(Path(__file__).with_name("floors.json").read_text(encoding="utf-8"))
needs_corpora = pytest.mark.skipif(not (CORPORA / "muc4").is_dir(), reason="needs MUC-4 in HEARSAY_CORPORA")


@needs_corpora
def test_the_coder_stays_above_its_floors() -> None:
    reached = dict(named(ree(CORPORA, "dev"), gtt(CORPORA, "dev"), full(CORPORA, "dev")))
    below = {name: (reached[name], floor) for name, floor in FLOORS.items() if reached[name] < floor}
    assert not below


def named(*results: Result) -> Iterator[tuple[str, float]]:
    for result in results:
        for row in result.rows:
            for name, estimate in zip(result.measures, row.estimates, strict=True):
                yield f"{row.name} {name}", estimate.value


def test_held_back_texts_are_not_read() -> None:
    with pytest.raises(UsageError, match="muc4"):
        ree(CORPORA, "test")
