"""The packed file itself."""

import os
import time
from pathlib import Path

import pytest

from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer
from hearsay.vocabulary.gazetteer.packed import PackedGazetteer


@pytest.mark.parametrize(
    ("name", "id", "country", "feature"),
    [
        ("Quetta", 1167528, "PK", "P.PPLA"),
        ("Karachi", 1174872, "PK", "P.PPLA"),
        ("Balochistan", 1183606, "PK", "A.ADM1"),
        ("Ayn al-Arab", 172256, "SY", None),
        ("Tall ʿAfar", 90393, "IQ", None),
        ("Chibok", 2346076, "NG", None),
        ("North Waziristan", 1168875, "PK", "A.ADM2"),
        ("Tigray", 444187, "ET", "A.ADM1"),
        ("West Bank", 285153, "PS", "A.ADM1"),
        ("Chechnya", 569665, "RU", "A.ADM1"),
        ("Hodeidah", 79415, "YE", None),
        ("West Africa", 7729885, "", "L.RGN"),
        ("Darfur", 8693107, "SD", "L.RGN"),
    ],
)
def test_toponyms_of_conflicts_are_in_it(name: str, id: int, country: str, feature: str | None) -> None:
    found = {entry.id: entry for entry in shipped_gazetteer().named(fold(name))}
    assert id in found
    assert found[id].country == country
    assert feature in (None, found[id].feature)


def test_rows_of_our_own_have_no_id_and_no_point() -> None:
    [sinai] = [entry for entry in shipped_gazetteer().named("sinai peninsula") if entry.country == "EG"]
    assert sinai.id < 0
    assert sinai.latitude is None


def test_names_in_other_scripts_and_airport_codes_are_left_out() -> None:
    gazetteer = shipped_gazetteer()
    assert gazetteer.named("") == ()
    assert all(entry.id != 1174872 for entry in gazetteer.named("khi"))


def test_it_opens_and_answers_at_once() -> None:
    path = Path(str(shipped_gazetteer()._path))
    start = time.perf_counter()
    gazetteer = PackedGazetteer(path)
    assert gazetteer.named("karachi")
    assert time.perf_counter() - start < 0.5
    names = [
        fold(name) for name in ("Mosul", "Sana'a", "Kidal", "Goma", "Marawi", "no such place", "Belfast", "Grozny")
    ]
    start = time.perf_counter()
    for name in names:
        gazetteer.named(name)
    assert (time.perf_counter() - start) / len(names) < 0.02


def test_a_forked_process_reads_on() -> None:
    gazetteer = shipped_gazetteer()
    gazetteer.named("quetta")
    child = os.fork()
    if child == 0:
        os._exit(0 if gazetteer.named("kabul") and gazetteer.named("quetta") else 1)
    assert os.waitpid(child, 0)[1] == 0


def test_a_county_without_a_point_of_its_own_has_that_of_its_seat() -> None:
    [county] = [entry for entry in shipped_gazetteer().named("scott county") if entry.admin1 == "IN"]
    assert county.latitude == pytest.approx(38.7, abs=0.3)
    assert county.longitude == pytest.approx(-85.7, abs=0.3)


def test_attribution_ships_beside_the_data() -> None:
    text = (Path(str(shipped_gazetteer()._path)).parent / "ATTRIBUTION").read_text(encoding="utf-8")
    assert "geonames.org" in text
    assert "creativecommons.org/licenses/by/4.0" in text
