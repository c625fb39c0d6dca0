"""What fills are worth: the guidelines' own kinds of example, in our own words."""

from __future__ import annotations

import pytest

from hearsay.evaluation.muc4.adjudications import Verdict
from hearsay.evaluation.muc4.matching import Judgement, counted, dated, located, worded
from hearsay.evaluation.muc4.templates import Fill, Slot, Template

KEY = Template(message="OWN-MUC4-0001", number="1")
ALONE = Judgement()


def worth(slot: Slot, theirs: str | tuple[str, ...], ours: str, tied: str = "", to: str = "") -> float:
    values = (theirs,) if isinstance(theirs, str) else theirs
    key = Fill(values=values, references=(tied,) if tied else ())
    return ALONE.worth(slot, KEY, key, Fill(values=(ours,), references=(to,) if to else ()))


@pytest.mark.parametrize(
    ("slot", "theirs", "ours", "expected"),
    [
        (Slot.TYPE, "BOMBING", "ATTACK", 0.5),
        (Slot.TYPE, "ATTACK", "BOMBING", 0),
        (Slot.STAGE, "ATTEMPTED", "ACCOMPLISHED", 0),
        (Slot.INSTRUMENT_TYPE, "MACHINE GUN", "GUN", 0.5),
        (Slot.INSTRUMENT_TYPE, "GUN", "MACHINE GUN", 0),
        (Slot.CONFIDENCE, "SUSPECTED OR ACCUSED BY AUTHORITIES", "SUSPECTED OR ACCUSED", 0.5),
        (Slot.VICTIM_TYPE, ("CIVILIAN", "FORMER ACTIVE MILITARY"), "ACTIVE MILITARY", 0.5),
        (Slot.TARGET_EFFECT, "SOME DAMAGE", "DESTROYED", 0.5),
        (Slot.TARGET_EFFECT, "DESTROYED", "SOME DAMAGE", 0),
        (Slot.VICTIM_EFFECT, "NO INJURY OR DEATH", "NO DEATH", 0.5),
    ],
)
def test_set_fills(slot: Slot, theirs: str | tuple[str, ...], ours: str, expected: float) -> None:
    assert worth(slot, theirs, ours) == expected


@pytest.mark.parametrize(
    ("theirs", "ours", "expected"),
    [
        ("FISHERMEN", "THE 3 FISHERMEN", 1),
        ("NORTHERN TIDE", "NORTHERN TIDE [NT]", 1),
        ("ILSE DORN VANCE", "VANCE", 0.5),
        ("HARBOUR POLICE", "POLICE OF HARBOUR", 0.5),
        ("HARBOUR POLICE", "HARBOUR", 0),
        ("CLERK OF THE COURT", "COURT", 0),
        ("CLERK", "FERRYMAN", 0),
    ],
)
def test_strings(theirs: str, ours: str, expected: float) -> None:
    assert worded(theirs, ours) == expected


@pytest.mark.parametrize(
    ("theirs", "ours", "expected"),
    [
        ("25 AUG 89 - 26 AUG 89", "26 AUG 89", 0.5),
        ("- 26 AUG 89", "26 AUG 89", 0.5),
        ("25 AUG 89 - 26 AUG 89", "- 26 AUG 89", 0.5),
        ("25 AUG 89", "- 26 AUG 89", 0),
        ("24 AUG 89 - 25 AUG 89", "- 26 AUG 89", 0),
        ("25 AUG 89", "26 AUG 89", 0),
    ],
)
def test_dates(theirs: str, ours: str, expected: float) -> None:
    assert dated(theirs, ours) == expected


def test_places_of_the_right_country_are_half_right() -> None:
    assert located("PERU: TARMA (CITY)", "PERU") == 0.5
    assert located("PERU: TARMA (CITY)", "PERU: JAUJA (CITY)") == 0.5
    assert located("PERU: TARMA (CITY)", "CHILE: TARMA (CITY)") == 0


def test_numbers_at_the_end_of_a_range_are_half_right() -> None:
    assert counted("5-7", "7") == 0.5
    assert counted("~7", "7") == 0.5
    assert counted("7", "8") == 0


def test_a_right_value_tied_to_somebody_else_is_half_right() -> None:
    assert worth(Slot.VICTIM_EFFECT, "DEATH", "DEATH", "CLERK", "THE CLERK") == 1
    assert worth(Slot.VICTIM_EFFECT, "DEATH", "DEATH", "CLERK", "FERRYMAN") == 0.5
    assert worth(Slot.VICTIM_EFFECT, "DEATH", "INJURY", "CLERK", "CLERK") == 0
    assert worth(Slot.INSTRUMENT_TYPE, "GUN", "GUN", "-", "-") == 1


def test_verdicts_come_first() -> None:
    key = Fill(values=("FISHERMEN", "MEN"))
    at = (KEY.message, KEY.number, Slot.VICTIM_DESCRIPTION)
    said = {
        ("CREW", ""): (Verdict(worth=1.0, keys=(Fill(values=("FISHERMEN",)),)),),
        ("MEN OF THE SEA", ""): (Verdict(worth=0.0, keys=()),),
    }
    judged = Judgement(ruled={at: said}, automatic=False)
    assert judged.worth(Slot.VICTIM_DESCRIPTION, KEY, key, Fill(values=("CREW",))) == 1
    assert judged.worth(Slot.VICTIM_DESCRIPTION, KEY, key, Fill(values=("MEN OF THE SEA",))) == 0
    assert ALONE.worth(Slot.VICTIM_DESCRIPTION, KEY, key, Fill(values=("CREW",))) == 0


def test_a_verdict_on_the_filler_holds_for_what_is_tied_to_it() -> None:
    at = (KEY.message, KEY.number, Slot.VICTIM_DESCRIPTION)
    verdict = Verdict(worth=1.0, keys=(Fill(values=("FISHERMEN",)),))
    judged = Judgement(ruled={at: {("CREW", ""): (verdict,)}}, automatic=False)
    tied = Fill(values=("DEATH",), references=("FISHERMEN",))
    assert judged.worth(Slot.VICTIM_EFFECT, KEY, tied, Fill(values=("DEATH",), references=("CREW",))) == 1
    assert judged.worth(Slot.VICTIM_EFFECT, KEY, tied, Fill(values=("DEATH",), references=("COOK",))) == 0.5
