"""A user's own file of actors: what it adds, changes and removes, and what it is told when it is wrong."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hearsay.errors import InputError, UnreadableError, UsageError
from hearsay.records.actor import ActorKind
from hearsay.vocabulary.actors.registry import Registry

HEAD = "id,name,kind,countries,aliases,parent,relation,first_year,last_year,source,remove\n"


def written(tmp_path: Path, text: str, name: str = "own.csv") -> Path:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_new_actor_of_a_csv_file(tmp_path: Path) -> None:
    line = "norland-army,Norland Liberation Army,armed group,SS,NOLA;?the Norlanders,hamas,affiliate of,1999,2004,,\n"
    registry = Registry.load(written(tmp_path, HEAD + line))
    row = registry.rows["norland-army"]
    assert (row.kind, row.countries, row.aliases) == (ActorKind.ARMED_GROUP, ("SS",), ("NOLA",))
    assert (row.short_forms, row.parent, row.first_year, row.last_year) == (("the Norlanders",), "hamas", 1999, 2004)
    assert row.source == ("own.csv",)
    assert [m.candidates for m in registry.scan("Men of the NOLA fled.")] == [("norland-army",)]


def test_a_known_actor_changes_only_where_the_file_says(tmp_path: Path) -> None:
    listed = [{"id": "hamas", "aliases": ["The Movement of Zeal", "-HAMAS"], "first_year": 1986}]
    before = Registry.load().rows["hamas"]
    after = Registry.load(written(tmp_path, json.dumps(listed), "own.json")).rows["hamas"]
    assert after.first_year == 1986
    assert "The Movement of Zeal" in after.aliases
    assert "HAMAS" in before.aliases
    assert "HAMAS" not in after.aliases
    assert (after.name, after.kind, after.countries, after.source) == (
        before.name,
        before.kind,
        before.countries,
        before.source,
    )


def test_an_actor_is_removed(tmp_path: Path) -> None:
    registry = Registry.load(written(tmp_path, HEAD + "cobras,,,,,,,,,,yes\n"))
    assert "cobras" not in registry.rows


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("x,Norland Army,army,SS,,,,,,,\n", "unknown kind 'army'"),
        ("x,Norland Army,armed group,Norland,,,,,,,\n", "'Norland' is no country"),
        ("x,Norland Army,armed group,SS,,,,soon,,,\n", "'soon' is no year"),
        ("x,Norland Army,armed group,SS,,nobody,wing of,,,,\n", "the parent 'nobody'"),
        ("x,Norland Army,armed group,SS,,hamas,friend of,,,,\n", "unknown relation 'friend of'"),
        ("x,,armed group,SS,,,,,,,\n", "needs a name"),
        ("Norland Army,Norland Army,armed group,SS,,,,,,,\n", "'Norland Army' is no id"),
        (",Norland Army,armed group,SS,,,,,,,\n", "has no id"),
        ("nobody,,,,,,,,,,yes\n", "no row 'nobody' to remove"),
        ("x,Norland Army,armed group,SS,a,b,c,d,e,f,g,h\n", "more cells"),
    ],
)
def test_a_bad_row_is_named_with_its_line(tmp_path: Path, line: str, told: str) -> None:
    with pytest.raises(InputError, match=r"own\.csv") as caught:
        Registry.load(written(tmp_path, HEAD + line))
    assert told in str(caught.value)


def test_a_table_parted_by_semicolons_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"own\.csv, line 1: the cells are parted by ';'"):
        Registry.load(written(tmp_path, "id;name;kind\nx;Norland Army;armed group\n"))


def test_a_field_that_is_none_is_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="unknown field 'nickname'"):
        Registry.load(written(tmp_path, '[{"id": "x", "nickname": "y"}]', "own.json"))


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no actor file"):
        Registry.load(tmp_path / "absent.csv")
    with pytest.raises(UsageError, match="neither"):
        Registry.load(written(tmp_path, "", "own.txt"))
    with pytest.raises(UnreadableError, match="not JSON"):
        Registry.load(written(tmp_path, "[{", "own.json"))
    with pytest.raises(InputError, match="a list of objects"):
        Registry.load(written(tmp_path, "{}", "own.json"))
    broken = tmp_path / "latin.csv"
    broken.write_bytes(b"id,name\nx,\xe9\xff\n")
    with pytest.raises(UnreadableError, match="not UTF-8"):
        Registry.load(broken)
