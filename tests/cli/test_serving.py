"""`hearsay serve` on the command line: who may reach the book, and what it says when it cannot be served."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import pytest
from tests.cli.storybook import said, storybook

from hearsay.review.passwords import new_password


@pytest.fixture
def book(tmp_path: Path) -> str:
    return storybook(tmp_path / "story.db")


@pytest.mark.parametrize("bind", ["0.0.0.0", "::", "192.0.2.7", "example.org"])  # noqa: S104 - it is refused
def test_others_are_let_in_with_a_password_only(book: str, capsys: pytest.CaptureFixture[str], bind: str) -> None:
    _, error = said(capsys, "serve", book, "--bind", bind, status=2)
    assert "others can reach the book" in error
    assert "HEARSAY_PASSWORD" in error


def test_a_short_password_is_none(
    book: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEARSAY_PASSWORD", "short")
    _, error = said(capsys, "serve", book, status=2)
    assert "shorter than" in error


def test_a_password_file_has_to_hold_a_hash(book: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "password"
    _, error = said(capsys, "serve", book, "--password-file", str(path), status=2)
    assert "cannot be read" in error
    path.write_text("a plain password, which does not belong in a file")
    _, error = said(capsys, "serve", book, "--password-file", str(path), status=2)
    assert "--hash-password" in error


def test_what_cannot_be_served_is_told(book: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert "serve which book?" in said(capsys, "serve", status=2)[1]
    assert "there is no store" in said(capsys, "serve", str(tmp_path / "none.db"), "--port", "0", status=2)[1]
    assert "names, not *" in said(capsys, "serve", book, "--host", "*", status=2)[1]
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert "give another --port" in said(capsys, "serve", book, "--port", port, status=2)[1]


def test_it_serves_until_it_is_stopped(book: str, tmp_path: Path) -> None:
    path = tmp_path / "password"
    path.write_text(str(new_password("a long pass phrase")))
    command = [sys.executable, "-m", "hearsay", "serve", book, "--port", "0", "--password-file", str(path)]
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, env=os.environ | {"HOME": str(tmp_path)}
    ) as server:
        assert server.stderr is not None
        address = re.search(r"http://[\d.:]+/", server.stderr.readline())
        assert address
        with urlopen(address[0] + "reports", timeout=30) as page:  # noqa: S310 - our own server
            assert "Password" in page.read().decode()
        server.send_signal(signal.SIGINT)
        told = server.stderr.read()
    assert server.returncode in (0, 130)
    assert "Traceback" not in told
    assert "/reports" not in told  # who was not let in asked for nothing
