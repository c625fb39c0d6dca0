"""Results as text, Markdown and JSON."""

from __future__ import annotations

import json
import math
from pathlib import Path

from hearsay.evaluation.base import Estimate, Published, Result, Row
from hearsay.evaluation.report import as_json, markdown, text

OTHERS = Published(name="Rival 2", figures=(0.5, None), source="its README")
ROWS = (
    Row(
        name="Own, dev",
        documents=1200,
        items=7,
        estimates=(Estimate(value=0.912, low=0.9, high=0.923), Estimate(value=math.nan)),
        published=(OTHERS,),
    ),
)


def result(root: Path) -> Result:
    path = root / "own.txt"
    path.write_text("own", encoding="utf-8")
    return Result(
        title="Own",
        items="things",
        measures=("F1", "value"),
        rows=ROWS,
        notes=("word " * 40,),
        root=root,
        files=(path,),
    )


def test_a_terminal_gets_a_table_with_data_and_command_below(tmp_path: Path) -> None:
    shown = text(result(tmp_path), "hearsay evaluate own").splitlines()
    assert shown[2:6] == [
        "Own, dev: 1,200 documents, 7 things",
        "         hearsay  95 % interval  Rival 2",
        "  F1        91.2   90.0 to 92.3     50.0",
        "  value        –              –        –",
    ]
    assert shown[-1] == "Command: hearsay evaluate own"
    assert result(tmp_path).data_hash in "\n".join(shown)
    assert "Rival 2: its README." in shown
    assert all(len(line) <= 90 for line in shown)


def test_a_page_gets_the_same_figures(tmp_path: Path) -> None:
    shown = markdown(result(tmp_path), "hearsay evaluate own")
    assert "| F1 | 91.2 | 90.0 to 92.3 | 50.0 |" in shown
    assert shown.startswith("## Own\n")


def test_a_program_gets_shares_and_nulls(tmp_path: Path) -> None:
    (told,) = json.loads(as_json(result(tmp_path), "hearsay evaluate own"))["rows"]
    assert told["measures"] == {
        "F1": {"value": 0.912, "low": 0.9, "high": 0.923},
        "value": {"value": None, "low": None, "high": None},
    }
    assert told["published"][0]["figures"] == {"F1": 0.5, "value": None}
