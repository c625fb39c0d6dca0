"""A history of verdicts, of our own."""

from __future__ import annotations

from pathlib import Path

import pytest

from hearsay.errors import UnreadableError
from hearsay.evaluation.muc4.adjudications import Verdict, read_history
from hearsay.evaluation.muc4.templates import Fill, Slot

OWN = r"""(("OWN-MUC4-0001"
  ("1"
   (hum-tgt-desc
    ("\"CREW\"" partial (all-of "\"COOK\"" (or "\"MATE\"" "\"FIRST MATE\"")))
    ((xref "\"CAPTAIN\"" "\"ILSE DORN\"") match (xref "\"SKIPPER\"" "\"ILSE DORN\""))
    ("\"GULLS\"" fail))
   (inc-date
    ((range nil "1 FEB 1988") partial (optional (range "30 JAN 88" "01 FEB 88"))))
   (inc-loc
    ((location "PERU" (qualified "TARMA" "CITY")) partial
     (location "PERU" (between (qualified "TARMA" "CITY") (qualified "JAUJA" "CITY"))))))))"""


def test_verdicts_by_message_template_and_slot(tmp_path: Path) -> None:
    path = tmp_path / "history"
    path.write_text(OWN, encoding="latin-1")
    ruled = read_history(path)
    described = ruled["OWN-MUC4-0001", "1", Slot.VICTIM_DESCRIPTION]
    assert described["CREW", ""] == (
        Verdict(worth=0.5, keys=(Fill(values=("COOK",)), Fill(values=("MATE", "FIRST MATE")))),
    )
    skipper = Fill(values=("SKIPPER",), references=("ILSE DORN",))
    assert described["CAPTAIN", "ILSE DORN"] == (Verdict(worth=1.0, keys=(skipper,)),)
    assert described["GULLS", ""] == (Verdict(worth=0.0, keys=()),)
    dated = ruled["OWN-MUC4-0001", "1", Slot.DATE]
    assert dated["- 01 FEB 88", ""] == (Verdict(worth=0.5, keys=(Fill(values=("30 JAN 88 - 01 FEB 88",)),)),)
    placed = ruled["OWN-MUC4-0001", "1", Slot.LOCATION]
    between = Fill(values=("PERU: TARMA (CITY) - JAUJA (CITY)",))
    assert placed["PERU: TARMA (CITY)", ""] == (Verdict(worth=0.5, keys=(between,)),)


@pytest.mark.parametrize(("text", "told"), [("((", "left open"), ("())", "never opened")])
def test_brackets_must_match(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "history"
    path.write_text(text, encoding="latin-1")
    with pytest.raises(UnreadableError, match=told):
        read_history(path)
