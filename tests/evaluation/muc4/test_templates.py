"""Keys and answers as they are written down, read and written again."""

from __future__ import annotations

import pytest
from tests.evaluation.muc4.fiction import answer, key, of

from hearsay.errors import UnreadableError
from hearsay.evaluation.muc4.templates import SCORED, Fill, Slot, parse_templates, write_template


def test_messages_templates_and_what_is_optional() -> None:
    read = key()
    assert [(one.number, one.optional) for one in read["OWN-MUC4-0001"]] == [("1", False), ("2", True)]
    assert read["OWN-MUC4-0002"] == ()


def test_alternatives_ties_and_optional_fills() -> None:
    first = key()["OWN-MUC4-0001"][0]
    assert first.of(Slot.TARGET) == (Fill(values=('"HARBOUR" HOTEL',)), Fill(values=("KIOSK",), optional=True))
    assert of(first, Slot.PERP_ORGANISATION).values == ("NORTHERN TIDE [NT]", "NORTHERN TIDE", "NT")
    assert first.of(Slot.VICTIM_DESCRIPTION) == (
        Fill(values=("HOTEL CLERK", "CLERK"), references=("MARA ONSLOW",)),
        Fill(values=("GUESTS",)),
    )
    assert of(first, Slot.TARGET_EFFECT) == Fill(values=("SOME DAMAGE", "DESTROYED"), references=('"HARBOUR" HOTEL',))
    assert first.of(Slot.VICTIM_NUMBER)[1].values == ("6-",)
    assert first.of(Slot.TARGET_NATION) == ()


def test_dates_and_places_have_one_form() -> None:
    first = key()["OWN-MUC4-0001"][0]
    assert of(first, Slot.DATE).values == ("- 12 JAN 90",)
    assert of(first, Slot.LOCATION).values == ("PERU: TARMA (CITY)", "PERU: JUNIN (DEPARTMENT): TARMA (CITY)")
    told = answer(DATE=["3 JANUARY 1990-5 January 1990"], LOCATION=["PERU:  TARMA (CITY) -  JAUJA (CITY)"])
    assert of(told, Slot.DATE).values == ("03 JAN 90 - 05 JAN 90",)
    assert of(told, Slot.LOCATION).values == ("PERU: TARMA (CITY) - JAUJA (CITY)",)


def test_what_is_written_reads_the_same() -> None:
    told = answer(
        TARGET=['"\\"HARBOUR\\" HOTEL"', '"KIOSK"'],
        TARGET_EFFECT=['DESTROYED: "KIOSK"'],
        VICTIM_DESCRIPTION=['"CLERK": "MARA ONSLOW"'],
        VICTIM_TOTAL=["~7"],
    )
    again = parse_templates(write_template(told), "written")["OWN-MUC4-0001"][0]
    assert {slot: again.of(slot) for slot in SCORED} == {slot: told.of(slot) for slot in SCORED}


def test_a_file_that_is_no_key_is_told_with_its_line() -> None:
    with pytest.raises(UnreadableError, match="own, line 2: 'Dear editor'"):
        parse_templates("\nDear editor\n", "own")
