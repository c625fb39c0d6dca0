"""Imports of dumps in GeoNames' own format, made up here."""

import gzip
import tracemalloc
import zipfile
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from hearsay.errors import EmptyError, InputError, UnreadableError, UsageError
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer import index
from hearsay.vocabulary.gazetteer.gazetteer import FileGazetteer, LayeredGazetteer, gazetteer_with, shipped_gazetteer
from hearsay.vocabulary.gazetteer.importer import ImportProgress, import_dump


def row(id: int, name: str, **given: str) -> str:
    fields = {
        "ascii": name, "other": "", "latitude": "10.5", "longitude": "-3.25", "class": "P", "code": "PPL",
        "country": "ML", "cc2": "", "admin1": "04", "admin2": "", "admin3": "", "admin4": "", "population": "0",
        "elevation": "", "dem": "1", "zone": "Africa/Bamako", "changed": "2024-01-01",
    } | given  # fmt: skip
    return "\t".join([str(id), name, *fields.values()])


def many(count: int) -> Iterator[str]:
    for number in range(1, count + 1):
        yield row(number, f"Hamlet {number}", other=f"Weiler {number},Aldea {number},деревня", population=str(number))


ROWS = [
    row(900_001, "Sévaré", ascii="Severe", other="Sevare,Севаре,SVR", population="12000"),
    row(900_002, "Mopti Region", **{"class": "A", "code": "ADM1"}, other="Région de Mopti"),
    row(900_003, "Pont de Gossi", **{"class": "S", "code": "BDG"}),
]


def test_names_lead_to_the_place_and_its_area(tmp_path: Path) -> None:
    dump, target = tmp_path / "ML.txt", tmp_path / "index.sqlite"
    dump.write_text("\n".join(ROWS) + "\n", encoding="utf-8")

    assert import_dump(dump, target).rows == 3

    gazetteer = FileGazetteer(target)
    [place] = gazetteer.named(fold("Sevare"))
    assert (place.id, place.name, place.country, place.population) == (900_001, "Sévaré", "ML", 12000)
    assert (place.latitude, place.longitude) == (10.5, -3.25)
    area = gazetteer.area("ML", "04")
    assert area is not None
    assert area.id == 900_002
    assert [entry.id for entry in gazetteer.named("mopti")] == [900_002]
    assert gazetteer.named("svr") == ()
    assert gazetteer.entry(900_003) is not None
    assert gazetteer.entry(5) is None


def test_of_very_many_places_of_a_name_the_best_known_are_given(tmp_path: Path) -> None:
    dump, target = tmp_path / "PH.txt", tmp_path / "index.sqlite"
    streams = [row(n, "San Isidro", **{"class": "H", "code": "STM"}) for n in range(1, 400)]
    farms = [row(n, "San Isidro", population="0") for n in range(1000, 1090)]
    towns = [row(n, "San Isidro", population=str(n)) for n in range(2000, 2005)]
    area = row(3000, "San Isidro", **{"class": "A", "code": "ADM3"})
    dump.write_text("\n".join([*streams, *farms, area, *towns]) + "\n", encoding="utf-8")
    import_dump(dump, target)
    found = [entry.id for entry in FileGazetteer(target).named("san isidro")]
    assert found[:6] == [2004, 2003, 2002, 2001, 2000, 3000]
    assert found[6:96] == list(range(1000, 1090))
    assert found[96:] == [1, 2, 3, 4]  # MOST_OF_A_NAME in all; every stream is found by its id
    assert FileGazetteer(target).entry(399) is not None


@pytest.mark.parametrize("packing", ["zip", "gzip", "plain"])
def test_packed_dumps_are_read_as_they_come(tmp_path: Path, packing: str) -> None:
    dump = tmp_path / "allCountries"
    data = ("\n".join(ROWS) + "\n").encode()
    if packing == "zip":
        with zipfile.ZipFile(dump, "w") as archive:
            archive.writestr("readme.txt", "about")
            archive.writestr("allCountries.txt", data)
    else:
        dump.write_bytes(gzip.compress(data) if packing == "gzip" else data)
    assert import_dump(dump, tmp_path / "index").rows == 3


def test_faulty_rows_are_skipped_and_counted(tmp_path: Path) -> None:
    dump = tmp_path / "dump.txt"
    faulty = [
        row(1, "No point", latitude="north"),
        "short\trow",
        row(2, "Off the earth", latitude="95"),
        row(0, "No id"),
    ]
    dump.write_bytes("\n".join([*faulty, *ROWS]).encode() + b"\n\xff\xfe bytes\n")
    seen: list[ImportProgress] = []
    result = import_dump(dump, tmp_path / "index", seen.append)
    assert (result.rows, result.skipped) == (3, 5)
    assert seen[-1] == result
    assert result.done == result.total == dump.stat().st_size


def test_progress_is_told_on_the_way_and_never_falls(tmp_path: Path) -> None:
    dump = tmp_path / "dump.txt"
    dump.write_text("\n".join(many(45_000)), encoding="utf-8")
    seen: list[ImportProgress] = []
    import_dump(dump, tmp_path / "index", seen.append)
    assert [(p.rows, p.sorting) for p in seen] == [(20_000, False), (40_000, False), (45_000, True), (45_000, False)]
    assert all(one.done <= other.done <= other.total for one, other in pairwise(seen))


def test_memory_does_not_grow_with_the_dump(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BATCH", 1000)
    peaks = []
    for count in (4_000, 16_000):
        dump = tmp_path / f"{count}.txt"
        with dump.open("w", encoding="utf-8") as file:
            file.writelines(f"{line}\n" for line in many(count))
        fold.cache_clear()
        tracemalloc.start()
        import_dump(dump, tmp_path / "index")
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.5 * peaks[0]


@pytest.mark.parametrize(
    ("content", "error"),
    [(b"", EmptyError), (b"a,b,c\n" * 3, UnreadableError), (b"\x00\x01" * 999, UnreadableError)],
)
def test_what_is_no_dump_is_named_and_leaves_the_old_index(
    tmp_path: Path, content: bytes, error: type[Exception]
) -> None:
    dump, target = tmp_path / "noise.txt", tmp_path / "index"
    target.write_text("old")
    dump.write_bytes(content)
    with pytest.raises(error, match=r"noise\.txt"):
        import_dump(dump, target)
    assert target.read_text() == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index", "noise.txt"]


def test_a_cut_archive_and_an_absent_file_are_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.gz"
    broken.write_bytes(gzip.compress("\n".join(many(500)).encode())[:2000])
    with pytest.raises(UnreadableError, match="broken"):
        import_dump(broken, tmp_path / "index")
    with pytest.raises(InputError, match="no file"):
        import_dump(tmp_path / "nothing.txt", tmp_path / "index")


def test_an_index_is_used_beside_the_shipped_one(tmp_path: Path) -> None:
    dump, target = tmp_path / "ML.txt", tmp_path / "index"
    dump.write_text("\n".join([*ROWS, row(1167528, "Not Quetta")]), encoding="utf-8")
    import_dump(dump, target)
    both = gazetteer_with(target)
    assert isinstance(both, LayeredGazetteer)
    assert any(entry.id == 900_001 for entry in both.named("sevare"))
    quetta = both.entry(1167528)
    assert quetta is not None
    assert quetta.name == "Quetta"
    assert both.area("PK", "02") == shipped_gazetteer().area("PK", "02")


def test_a_file_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "text.sqlite"
    path.write_text("no database at all, only words\n" * 50)
    with pytest.raises(UsageError, match="no gazetteer"):
        FileGazetteer(path).named("quetta")
    with pytest.raises(UsageError, match="no gazetteer at"):
        FileGazetteer(tmp_path / "absent").named("quetta")
