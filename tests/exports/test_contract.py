"""What holds for every export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.exports.materials import material, readings

from hearsay.errors import UsageError
from hearsay.exports.base import Codebook
from hearsay.exports.built import CODEBOOKS
from hearsay.exports.tables import SIDE

ALL = [codebook for codebook in CODEBOOKS.all() if codebook.name != "parquet"]
every = pytest.mark.parametrize("codebook", ALL, ids=lambda codebook: codebook.name)
SIDED = [codebook for codebook in ALL if codebook.name in ("gtd", "acled", "ucdp", "plover", "csv")]


@every
def test_what_is_written_passes_its_own_check(codebook: Codebook, tmp_path: Path) -> None:
    path = tmp_path / f"cases{codebook.suffix}"
    written = codebook.write(material(), path)
    assert written.rows > 0
    assert path in written.files
    assert all(file.exists() for file in written.files)
    assert list(codebook.check(path)) == []


@every
def test_the_same_store_gives_the_same_bytes_in_any_order(codebook: Codebook, tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    codebook.write(material(readings()), one)
    codebook.write(material(readings()[::-1]), other)
    assert one.read_bytes() == other.read_bytes()


@every
def test_a_report_taken_away_leaves_no_trace(codebook: Codebook, tmp_path: Path) -> None:
    first = readings()
    codebook.write(material([*first[:1], *first[2:]]), tmp_path / "one")
    codebook.write(material([reading for reading in readings() if reading != first[1]]), tmp_path / "other")
    assert (tmp_path / "one").read_bytes() == (tmp_path / "other").read_bytes()


@every
def test_nothing_to_write_is_no_fault(codebook: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "empty"
    assert codebook.write(material([]), path).rows == 0
    assert list(codebook.check(path)) == []


@every
def test_a_path_that_cannot_be_written_is_told(codebook: Codebook, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="absent"):
        codebook.write(material(), tmp_path / "absent" / "cases")


@every
def test_a_file_that_is_not_there_is_told(codebook: Codebook, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nowhere"):
        list(codebook.check(tmp_path / "nowhere"))


@every
def test_a_file_of_another_form_fails_the_check(codebook: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "other"
    path.write_text("a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n1,1\n1,2\n1,3\n", encoding="utf-8")
    try:
        faults = list(codebook.check(path))
    except UsageError:
        return
    assert faults


@pytest.mark.parametrize("codebook", SIDED, ids=lambda codebook: codebook.name)
def test_every_case_is_a_row_or_has_a_reason_in_the_side_file(codebook: Codebook, tmp_path: Path) -> None:
    path = tmp_path / "cases"
    found = material()
    written = codebook.write(found, path)
    side = [json.loads(line) for line in (tmp_path / f"cases{SIDE}").read_text(encoding="utf-8").splitlines()]
    assert {line["case"] for line in side} == {case.id for case in found.linking.cases}
    assert sum(line["row"] is not None for line in side) == written.rows
    assert all(line["left_out"] for line in side if line["row"] is None)


@pytest.mark.parametrize("codebook", SIDED, ids=lambda codebook: codebook.name)
def test_every_quotation_behind_a_cell_stands_in_its_report(codebook: Codebook, tmp_path: Path) -> None:
    codebook.write(material(), tmp_path / "cases")
    texts = {reading.document.id: reading.document.text for reading in readings()}
    lines = (tmp_path / f"cases{SIDE}").read_text(encoding="utf-8").splitlines()
    voices = [
        voice for line in lines for cell in json.loads(line).get("cells", {}).values() for voice in cell["voices"]
    ]
    assert voices
    for voice in voices:
        text = texts[voice["report"]]
        assert voice["quote"] == " ... ".join(text[start:end] for start, end in voice["spans"])
