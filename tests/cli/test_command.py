"""The command as a whole: quick to start, one line for each mistake, never a traceback."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from importlib.metadata import version
from inspect import getdoc

import pytest
from typer.main import get_command

from hearsay import cli
from hearsay.cli.lazy import COMMANDS
from hearsay.errors import ContractError, StoreError

HEAVY = {"numpy", "onnxruntime", "sqlalchemy", "trafilatura", "jinja2", "httpx"}


def test_version() -> None:
    done = subprocess.run([sys.executable, "-m", "hearsay", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"hearsay {version('hearsay')}\n"
    assert done.stderr == ""


def test_version_and_help_load_no_model_and_no_database() -> None:
    code = "import sys; from hearsay.cli import run; run(['--help']); run(['--version']); print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not HEAVY & set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["shwo"], "hearsay: No such command 'shwo'. Did you mean 'show'? See hearsay --help\n"),
        (["--frobnicate"], "hearsay: No such option: --frobnicate. See hearsay --help\n"),
        (["read"], "hearsay: Missing argument 'REPORT...'. See hearsay read --help\n"),
        (["list", "actors"], "hearsay: Missing option '--from'. See hearsay list --help\n"),
    ],
)
def test_a_mistake_is_one_line_with_the_way_out(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", message)


def test_no_arguments_show_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run([]) == 2
    assert "Commands:" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (StoreError("book.db: is locked"), 2, "hearsay: book.db: is locked\n"),
        (ContractError("no statement 's-1'"), 70, "please report it (ContractError: no statement 's-1')"),
        (ZeroDivisionError("division\nby zero"), 70, "please report it (ZeroDivisionError: division by zero)"),
        (KeyboardInterrupt(), 130, ""),
        (PermissionError(13, "Permission denied", "x.txt"), 2, "hearsay: [Errno 13] Permission denied: 'x.txt'\n"),
    ],
)
def test_every_error_has_its_status_and_no_traceback(
    error: BaseException,
    status: int,
    words: str,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_wanted: bool) -> None:
        raise error

    monkeypatch.setattr(cli, "version", fail)
    assert cli.run(["--version"]) == status
    err = capsys.readouterr().err
    assert words in err
    assert "Traceback" not in err
    assert err.count("\n") <= 1


@pytest.mark.parametrize("name", COMMANDS)
def test_the_list_of_commands_says_what_each_command_says_of_itself(name: str) -> None:
    module = import_module(COMMANDS[name].module)
    command = module.app.registered_callback or module.app.registered_commands[0]
    said = (getdoc(command.callback) or "").split("\n\n")[0].replace("\n", " ")
    assert get_command(module.app).name == name
    assert said.startswith(COMMANDS[name].help.rstrip(".").split(":")[0])
