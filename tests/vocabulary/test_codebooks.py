"""The codebooks' countries: those of today, and the state that was there on the day."""

from __future__ import annotations

from datetime import date

import pytest

from hearsay.vocabulary.codebooks.codes import country_codes


@pytest.mark.parametrize(
    ("alpha2", "on", "gtd", "name"),
    [
        ("DE", date(1985, 8, 8), 362, "West Germany (FRG)"),
        ("DE", date(1995, 8, 8), 75, "Germany"),
        ("SK", date(1970, 1, 1), 236, "Czechoslovakia"),
        ("DD", None, 499, "East Germany (GDR)"),
        ("YE", date(1990, 5, 22), 228, "Yemen"),
        ("UA", date(1988, 1, 1), 359, "Soviet Union"),
        ("RS", date(2004, 3, 17), 1002, "Serbia-Montenegro"),
    ],
)
def test_gtd_counts_to_the_state_of_the_day(alpha2: str, on: date | None, gtd: int, name: str) -> None:
    codes = country_codes(alpha2, on)
    assert codes is not None
    assert (codes.gtd, codes.gtd_name) == (gtd, name)


def test_what_no_codebook_knows_has_no_codes() -> None:
    assert country_codes(None) is None
    assert country_codes("ZZ", date(1985, 1, 1)) is None
