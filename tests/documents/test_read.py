"""Reading sources: files, folders, standard input; and bad input, each with its one clear line."""

from __future__ import annotations

import io
import os
import sys
import time
from pathlib import Path

import pytest
from tests.documents import reports
from tests.documents.pdf_files import LOCKED, pdf

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read, read_one, sources
from hearsay.errors import EmptyError, HearsayError, LanguageError, TooLargeError, UnreadableError, UsageError
from hearsay.records.document import Document
from hearsay.records.failure import Failure


def test_a_file_is_read_by_what_is_in_it_and_not_by_its_name(tmp_path: Path) -> None:
    for name, data in (("a.dat", reports.PAGE), ("b.html", reports.WIRE)):
        (tmp_path / name).write_text(data, encoding="utf-8")
    assert read_one(tmp_path / "a.dat").outlet == "The Brenna Courier"
    assert read_one(str(tmp_path / "b.html")).text == reports.WIRE


def test_the_text_is_kept_to_the_letter(tmp_path: Path) -> None:
    text = "\r\n\t" + reports.WIRE.replace("\n", "\r\n") + "\xa0\r\n"
    (tmp_path / "r.txt").write_bytes(text.encode())
    assert read_one(tmp_path / "r.txt").text == text


def test_a_folder_is_read_in_order_and_a_bad_file_does_not_stop_it(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "3.txt").write_text(reports.LINES, encoding="utf-8")
    (tmp_path / "1.txt").write_text(reports.WIRE, encoding="utf-8")
    (tmp_path / "2.png").write_bytes(bytes(range(256)) * 20)
    (tmp_path / ".hidden").write_text("x")
    found = list(read(tmp_path))
    assert [type(item).__name__ for item in found] == ["Document", "Failure", "Document"]
    assert isinstance(found[1], Failure)
    assert found[1].source == str(tmp_path / "2.png")
    assert found[1].error == "UnreadableError"
    assert found[1].message.startswith(f"{tmp_path / '2.png'}: ")


def test_links_in_a_circle_end(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(reports.WIRE, encoding="utf-8")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "to_nothing").symlink_to(tmp_path / "gone")
    (tmp_path / "to_itself").symlink_to(tmp_path / "to_itself")
    found = list(read(tmp_path))
    assert sorted(type(item).__name__ for item in found) == ["Document", "Failure", "Failure"]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(reports.WIRE.encode())))
    assert read_one("-").agency == "Reuters"


def test_a_source_with_several_reports_is_not_one(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(reports.WIRE, encoding="utf-8")
    with pytest.raises(UsageError, match="more than one report"):
        read_one(tmp_path)


def test_the_sources_of_a_folder_are_its_files(tmp_path: Path) -> None:
    assert list(sources("https://a.example/")) == ["https://a.example/"]
    (tmp_path / "1.txt").write_text("x")
    assert list(sources(tmp_path)) == [tmp_path / "1.txt"]


BAD: list[tuple[str, bytes, type[HearsayError], str]] = [
    ("empty.txt", b"", EmptyError, "is empty"),
    ("blank.txt", b" \r\n\t\n", EmptyError, "is empty"),
    ("noise.txt", bytes(range(256)) * 50, UnreadableError, "holds no text"),
    ("broken.pdf", b"%PDF-1.7\n\x00\x01\x02", UnreadableError, "broken PDF"),
    ("locked.pdf", pdf([[(72, 700, "words")]], LOCKED), UnreadableError, "password"),
    ("scan.pdf", pdf([[]]), EmptyError, "without a text layer"),
    ("frame.html", b"<html><body><script>x()</script></body></html>", EmptyError, "page without text"),
    ("cut.warc", b"WARC/1.0\r\nWARC-Type: resp", UnreadableError, "record 1"),
    ("cut.warc.gz", b"\x1f\x8b\x08\x00WARC", UnreadableError, "holds no text"),
    ("feed.xml", b"<?xml version='1.0'?><rss version='2.0'><channel/></rss>", EmptyError, "feed without entries"),
    ("es.txt", reports.SPANISH.encode(), LanguageError, "Spanish"),
]


@pytest.mark.parametrize(("name", "data", "kind", "said"), BAD, ids=[row[0] for row in BAD])
def test_bad_input_is_told_in_one_line_that_names_the_file(
    tmp_path: Path, name: str, data: bytes, kind: type[HearsayError], said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(kind, match=said) as caught:
        read_one(path)
    assert str(caught.value).startswith(f"{path}")
    assert "\n" not in str(caught.value)
    (failure,) = read(path)
    assert failure == Failure(source=str(path), error=kind.__name__, message=str(caught.value))


def test_an_absent_file_is_the_users_slip(tmp_path: Path) -> None:
    for call in (lambda: read_one(tmp_path / "gone.txt"), lambda: list(read(tmp_path / "gone.txt"))):
        with pytest.raises(UsageError, match=r"gone\.txt'?: there is no such file"):
            call()


def test_a_folder_without_files_is_told(tmp_path: Path) -> None:
    (tmp_path / "sub").mkdir()
    with pytest.raises(EmptyError, match="no file in it"):
        read_one(tmp_path)


def test_fifty_megabytes_of_text_are_refused_at_once(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.truncate(50_000_000)
    started = time.monotonic()
    with pytest.raises(TooLargeError, match="split it"):
        read_one(path)
    assert time.monotonic() - started < 1.0


@pytest.mark.skipif(os.name != "posix", reason="named pipes are a thing of POSIX")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_one(tmp_path / "pipe")


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "secret.txt"
    path.write_text(reports.WIRE)
    path.chmod(0)
    with pytest.raises(UnreadableError, match="permissions"):
        read_one(path)


def test_the_users_date_holds_for_every_report_of_a_folder(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(reports.WIRE, encoding="utf-8")
    found = list(read(tmp_path, DocumentOptions(published="2016-10-26")))
    assert [item.published for item in found if isinstance(item, Document)] == ["2016-10-26"] * 2
