"""Output files: whole or not at all, and never in the place of something else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hearsay.cli.output import Form, chosen_form, destination
from hearsay.errors import UsageError


def test_an_error_leaves_what_was_there_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    path.write_text("before", encoding="utf-8")

    def stop_halfway() -> None:
        with destination(str(path)) as out:
            out.write("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        stop_halfway()
    assert path.read_text(encoding="utf-8") == "before"
    assert [each.name for each in tmp_path.iterdir()] == ["out.txt"]


def test_the_file_keeps_its_permissions_and_a_new_one_follows_the_mask(tmp_path: Path) -> None:
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text("", encoding="utf-8")
    old.chmod(0o640)
    mask = os.umask(0o027)
    try:
        for path in (old, new):
            with destination(str(path)) as out:
                out.write("“done” 🕊")
    finally:
        os.umask(mask)
    assert [path.stat().st_mode & 0o777 for path in (old, new)] == [0o640, 0o640]
    assert new.read_text(encoding="utf-8") == "“done” 🕊"


def test_a_link_is_followed_and_not_replaced(tmp_path: Path) -> None:
    target, link = tmp_path / "target.txt", tmp_path / "link.txt"
    target.write_text("", encoding="utf-8")
    link.symlink_to(target)
    with destination(str(link)) as out:
        out.write("new")
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8") == "new"


def test_a_device_is_written_and_left_in_place() -> None:
    with destination(os.devnull) as out:
        out.write("gone")
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize(
    ("name", "message"),
    [("", "is a folder"), ("none/out.txt", "there is no folder"), ("in.txt", "one of the reports")],
)
def test_what_cannot_be_an_output_is_refused(tmp_path: Path, name: str, message: str) -> None:
    report = tmp_path / "in.txt"
    report.write_text("A report.", encoding="utf-8")
    with pytest.raises(UsageError, match=message), destination(str(tmp_path / name), [str(report)]):
        pass
    assert report.read_text(encoding="utf-8") == "A report."


@pytest.mark.parametrize(
    ("asked", "output", "form"),
    [
        (None, None, Form.TEXT),
        (None, "a.html", Form.HTML),
        (None, "a.JSON", Form.JSON),
        (None, "a.csv", Form.TEXT),
        ("json", "a.html", Form.JSON),
    ],
)
def test_the_form_is_the_one_asked_for_or_the_one_that_the_name_speaks_of(
    asked: str | None, output: str | None, form: Form
) -> None:
    assert chosen_form(asked, output, (Form.TEXT, Form.JSON, Form.HTML)) is form


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(UsageError, match="'xml' is not one of text, json"):
        chosen_form("xml", None, (Form.TEXT, Form.JSON))
