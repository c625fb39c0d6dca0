"""`hearsay places`: every form of output, and what cannot be read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

import hearsay
from hearsay.cli import run

FERRY = (
    "Kenyan police stopped a bus near Garissa on Friday. The Nairobi Star Hotel was closed. Two Kenyans were held.\n"
)
QUARRY = "A mine went off at a quarry outside Bamenda, Cameroon.\n"


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(FERRY, encoding="utf-8")
    (tmp_path / "b.txt").write_text(QUARRY, encoding="utf-8")
    return tmp_path


def test_text_has_a_line_a_place(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", str(reports)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert "    Garissa, Garissa County, KE  (city, -0.45 39.65, GeoNames 197745)" in out
    assert "    Cameroon, CM  (country, " in out
    assert "Kenya" not in out


def test_every_name_is_listed_when_asked_for(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", str(reports / "a.txt"), "--every-name", "--format", "json"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    found = {one["place"]["name"]: one["words"] for one in json.loads(line)["places"]}
    assert found["Nairobi"] == ["Nairobi"]
    assert found["Kenya"] == ["Kenyan", "Kenyans"]


def test_csv_has_a_row_a_place(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", str(reports / "b.txt"), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    found = [(row["place"], row["country"], row["geonames_id"], row["words"]) for row in rows]
    assert ("Bamenda", "CM", "2234974", "Bamenda") in found
    assert ("Cameroon", "CM", "2233387", "Cameroon") in found


def test_what_cannot_be_read_is_told_and_the_rest_goes_on(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", str(reports / "none.txt"), str(reports / "b.txt")]) == 1
    out, err = capsys.readouterr()
    assert "Bamenda" in out
    assert "none.txt" in err
    assert "1 read, 1 could not be read" in err


def test_a_gazetteer_that_is_none_is_one_line(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", str(reports), "--gazetteer", str(reports / "a.txt")]) == 2
    assert "is no gazetteer" in capsys.readouterr().err


def test_it_needs_no_model() -> None:
    code = "import hearsay.analyses.places.spelled, sys; print('onnxruntime' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_python_has_the_same() -> None:
    options = hearsay.PlaceOptions(peoples=True)
    assert [place.name for place in hearsay.places_in("Two Malians spoke.", options=options)] == ["Mali"]
    assert hearsay.places_in("Two Malians spoke.") == ()


def test_many_reports_are_placed_side_by_side_in_their_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(70):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Report {number}. {FERRY if number % 2 else QUARRY}", encoding="utf-8"
        )
    (tmp_path / "50.txt").write_bytes(b"\x00\x01\x02\x03" * 64)
    assert run(["places", str(tmp_path), "--workers", "2", "--format", "json"]) == 1
    several, told = capsys.readouterr()
    assert run(["places", str(tmp_path), "--workers", "1", "--format", "json"]) == 1
    assert capsys.readouterr() == (several, told)
    assert len(several.splitlines()) == 69
    assert "50.txt" in told


def test_no_workers_at_all_are_a_mistake(reports: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["places", str(reports), "--workers", "0"]) == 2
    assert "--workers must be above 0" in capsys.readouterr().err
