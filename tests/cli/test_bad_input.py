"""Every kind of bad input through `hearsay read` and `hearsay add`: one line that names it, status 2, no traceback."""

from __future__ import annotations

import gzip
import re
import socket
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.documents.test_warc import http, record
from tests.golden.harbour import TEXT

from hearsay.cli import run
from hearsay.documents import read as documents
from hearsay.documents.base import DocumentOptions, Raw
from hearsay.documents.web import fetch

GERMAN = (
    "Die Polizei teilte am Montag mit, dass bei dem Anschlag auf die Kaserne vier Menschen getötet wurden. "
    "Die Gruppe bekannte sich nicht zu dem Angriff, sagte ein Sprecher der Armee.\n"
) * 4
SENTENCE = b"Gunmen killed four people in the town on Monday, police said on Tuesday.\n"


def _folder(path: Path) -> None:
    path.mkdir()


def _folder_of_noise(path: Path) -> None:
    path.mkdir()
    path.joinpath("noise.bin").write_bytes(bytes(range(256)) * 40)


def _long(path: Path) -> None:
    path.write_bytes(SENTENCE * (50_000_000 // len(SENTENCE)))


def _bytes(content: bytes) -> Callable[[Path], None]:
    def make(path: Path) -> None:
        path.write_bytes(content)

    return make


FILES: dict[str, tuple[Callable[[Path], None] | None, str]] = {
    "absent.txt": (None, "there is no such file or folder; check the name"),
    "empty.txt": (_bytes(b""), "is empty; give a file with the text of a report in it"),
    "blank.txt": (_bytes(b" \n\t\n"), "is empty; give a file"),
    "folder": (_folder, "is a folder with no file in it; give one with reports"),
    "folder-of-noise": (_folder_of_noise, r"noise\.bin"),
    "noise.bin": (_bytes(bytes(range(256)) * 40), "give"),
    "noise.txt": (_bytes(bytes(range(128, 256)) * 40), "is not in English"),
    "picture.png": (_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 9), "give"),
    "broken.pdf": (_bytes(b"%PDF-1.4\n1 0 obj << broken"), "PDF"),
    "broken.html": (_bytes(b"<!doctype html><html><body><div><p><"), "page without text of its own .*; save the page"),
    "cut.html.gz": (
        _bytes(gzip.compress(b"<html><p>" + SENTENCE * 9)[:-20]),
        "give plain text, HTML, PDF, a feed or a WARC file",
    ),
    "broken.warc": (
        _bytes(b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 99"),
        r"record 1 has a bad header \(a field is missing or malformed\); .* fetch the file again",
    ),
    "broken.warc.gz": (_bytes(gzip.compress(record(http(SENTENCE * 20)))[:-30]), "is cut off; .*fetch the file again"),
    "bomb.warc.gz": (
        _bytes(gzip.compress(record(http(b" " * 60_000_000)))),
        "expands to more than 100 times its size, as a decompression bomb does",
    ),
    "bomb-in.warc": (
        _bytes(record(http(gzip.compress(b" " * 60_000_000), "Content-Encoding: gzip"))),
        "is larger than 50 MB",
    ),
    "german.txt": (_bytes(GERMAN.encode()), r"is not in English \(it looks like German\); only English"),
    "fifty-megabytes.txt": (_long, "is longer than|larger than|more than"),
    "broken-feed.xml": (
        _bytes(b'<?xml version="1.0"?><rss version="2.0"><channel><title>x'),
        "is a feed without entries",
    ),
}


def _one_line(err: str, name: str, said: str) -> None:
    assert "Traceback" not in err
    assert "bug" not in err
    (line,) = err.splitlines()
    assert line.startswith("hearsay: ")
    assert name in line
    assert re.search(said, line), line


@pytest.fixture
def bad(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    path = tmp_path / str(request.param)
    make = FILES[path.name][0]
    if make is not None:
        make(path)
    return path


@pytest.mark.parametrize("bad", FILES, indirect=True)
def test_read_says_it_in_one_line(bad: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", str(bad)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    _one_line(err, bad.name, FILES[bad.name][1])


@pytest.mark.parametrize("bad", FILES, indirect=True)
def test_add_says_it_in_one_line_keeps_it_and_reads_the_rest(
    bad: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, book = tmp_path / "good-report.txt", str(tmp_path / "book.db")
    good.write_text(TEXT, encoding="utf-8")
    assert run(["add", str(bad), str(good), "--into", book, "--published", "2019-03-14"]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    line, summary = err.splitlines()
    _one_line(line, bad.name, FILES[bad.name][1])
    assert summary.startswith("1 added, 1 could not be read")
    assert run(["list", "failures", "--from", book]) == 0
    assert bad.name in capsys.readouterr().out.replace("\n", "")


@pytest.mark.parametrize("date", ["yesterday", "2019-02-30", "26/10/2016", ""])
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_wrong_date_is_told_once_and_no_book_is_made(
    command: str, date: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, book = tmp_path / "good.txt", tmp_path / "book.db"
    good.write_text(TEXT, encoding="utf-8")
    into = ["--into", str(book)] if command == "add" else []
    assert run([command, str(good), str(good), *into, "--published", date]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    _one_line(err, repr(date), "YYYY-MM-DD")
    assert not book.exists()


class _Inward(BaseHTTPRequestHandler):
    """A server whose every page moves to an address inside a private network."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "http://169.254.169.254/latest/meta-data")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: the tests' output is no server's log."""


@pytest.fixture
def inward() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Inward)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/page"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def _loopback_is_let_through(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests' servers are on the loopback interface, which a user cannot reach; and nobody waits 20 seconds here."""

    def patient(address: str, options: DocumentOptions) -> Raw:
        return fetch(address, replace(options, timeout=0.5), lambda number: number == "127.0.0.1")

    monkeypatch.setattr(documents, "fetch", patient)


@pytest.mark.usefixtures("_loopback_is_let_through")
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_redirect_to_a_private_address_is_refused(
    command: str, inward: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = ["--into", str(tmp_path / "book.db")] if command == "add" else []
    assert run([command, inward, *into]) == 2
    err = capsys.readouterr().err
    _one_line(
        err.splitlines()[0],
        inward,
        r"leads to '169\.254\.169\.254', an address inside a private network; .*: save the page",
    )
    assert len(err.splitlines()) == (2 if command == "add" else 1)


@pytest.mark.usefixtures("_loopback_is_let_through")
@pytest.mark.parametrize("command", ["read", "add"])
def test_a_server_that_never_answers_is_given_up(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = ["--into", str(tmp_path / "book.db")] if command == "add" else []
    with socket.socket() as silent:
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        address = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        assert run([command, address, *into]) == 2
    _one_line(capsys.readouterr().err.splitlines()[0], address, r"no full answer within 0\.5 seconds; try again later")


@pytest.mark.parametrize("address", ["http://127.0.0.1:9/", "http://localhost/", "http://[::1]/", "http://2130706433/"])
def test_an_address_inside_is_refused_as_it_is(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["read", address]) == 2
    _one_line(capsys.readouterr().err, address, "inside a private network")
