"""A pack answers as the index does that it was made of."""

from pathlib import Path

import pytest
from tests.vocabulary.gazetteer.test_importer import ROWS, many, row

from hearsay.errors import UsageError
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.gazetteer.entry import Entry
from hearsay.vocabulary.gazetteer.gazetteer import FileGazetteer
from hearsay.vocabulary.gazetteer.importer import import_dump
from hearsay.vocabulary.gazetteer.index import IndexWriter
from hearsay.vocabulary.gazetteer.packed import BLOCK, PackedGazetteer, may_hold, pack

TWINS = [row(910_000 + number, "Kafr Zayn", admin1=f"{number % 7:02}") for number in range(300)]


@pytest.fixture
def both(tmp_path: Path) -> tuple[FileGazetteer, PackedGazetteer]:
    dump, index, packed = tmp_path / "dump.txt", tmp_path / "index", tmp_path / "pack"
    dump.write_text("\n".join([*ROWS, *TWINS, *many(5 * BLOCK + 3)]) + "\n", encoding="utf-8")
    import_dump(dump, index)
    pack(index, packed)
    return FileGazetteer(index), PackedGazetteer(packed)


def by_id(entries: tuple[Entry, ...]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.id)


def test_every_name_leads_to_the_same_places(both: tuple[FileGazetteer, PackedGazetteer]) -> None:
    index, packed = both
    names = ["Sévaré", "Sevare", "Mopti", "Pont de Gossi", *(f"Hamlet {n}" for n in range(1, 5 * BLOCK + 4))]
    for name in [*names, "Weiler 7", "", "aaa", "zzz", "hamlet", "Hamlet 999999", "\u4e00"]:
        assert by_id(packed.named(fold(name))) == by_id(index.named(fold(name))), name
    assert len(packed.named("kafr zayn")) == len(TWINS)  # all of a name, of which an index gives the best known
    assert set(index.named("kafr zayn")) < set(packed.named("kafr zayn"))


def test_all_places_are_listed_by_id(both: tuple[FileGazetteer, PackedGazetteer]) -> None:
    index, packed = both
    listed = list(packed.entries())
    assert listed == by_id(tuple(listed))
    assert [index.entry(entry.id) for entry in listed] == listed
    assert {900_001, 900_002, 1, 5 * BLOCK + 3} <= {entry.id for entry in listed}


def test_names_that_no_place_has_seldom_open_a_block(both: tuple[FileGazetteer, PackedGazetteer]) -> None:
    _, packed = both
    passed = sum(may_hold(packed.sieve, f"nowhere {number}") for number in range(2_000))
    assert passed < 20


def test_ids_and_areas_lead_to_the_same_places(both: tuple[FileGazetteer, PackedGazetteer]) -> None:
    index, packed = both
    for id in (900_001, 900_002, 1, 5 * BLOCK + 3, 5 * BLOCK + 4, 0, -1, 2**40):
        assert packed.entry(id) == index.entry(id)
    assert packed.area("ML", "04") == index.area("ML", "04")
    assert packed.area("ML", "04") is not None
    assert packed.area("ML", "99") is None
    assert packed.area("ML", "04", "nowhere") is None


def test_what_has_no_point_and_no_id_of_geonames_is_kept(tmp_path: Path) -> None:
    sea = Entry(
        id=-3, name="Lake Orvin", country="", admin1="", admin2="", feature="H.LK", latitude=None, longitude=None,
        population=0,
    )  # fmt: skip
    with IndexWriter(tmp_path / "index", source="made up") as writer:
        writer.add(sea)
    pack(tmp_path / "index", tmp_path / "pack")
    packed = PackedGazetteer(tmp_path / "pack")
    assert packed.named("lake orvin") == (sea,)
    assert packed.entry(-3) == sea


def test_what_is_no_pack_is_refused(tmp_path: Path) -> None:
    (tmp_path / "words").write_text("only words\n" * 50)
    with pytest.raises(UsageError, match="no packed gazetteer"):
        PackedGazetteer(tmp_path / "words").named("quetta")
    with pytest.raises(UsageError, match="no gazetteer at"):
        PackedGazetteer(tmp_path / "absent").named("quetta")
