"""The `hearsay` command: options in, one function called, its result printed.

Exit status: 0 all is well; 1 some inputs of several could not be read (the rest was); 2 a mistake in the command, or
nothing could be read; 70 a bug in hearsay; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer
from typer.exceptions import TyperException
from typer.main import get_command

from hearsay.cli.lazy import LazyGroup
from hearsay.errors import ContractError, HearsayError

BUG = 70  # sysexits: internal software error
STOPPED = 130
PIPE_CLOSED = 141  # what a shell reports for a program that a closed pipe ended
TRACEBACK = "HEARSAY_TRACEBACK"

app = typer.Typer(
    cls=LazyGroup,
    name="hearsay",
    help="Press reports of political violence in, a sourced record out: who says who did what to whom.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hearsay {version('hearsay')}")
        raise typer.Exit


@app.callback()
def _root(
    _version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version and exit.")
    ] = False,
) -> None:
    """Press reports of political violence in, a sourced record out: who says who did what to whom."""


def main() -> None:
    """The entry point of the `hearsay` command."""
    for stream in (sys.stdout, sys.stderr):
        # a report may hold any character, a terminal may not: better a question mark than no output
        getattr(stream, "reconfigure", lambda **_: None)(errors="replace")
    status = run(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        status = PIPE_CLOSED
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(status)


def run(arguments: Sequence[str]) -> int:
    """Runs a command line and gives its exit status; whatever goes wrong is one line on standard error."""
    try:
        return int(get_command(app).main(args=list(arguments), prog_name="hearsay", standalone_mode=False) or 0)
    except TyperException as error:
        return _told(error)
    except ContractError as error:
        return _bug(error)
    except HearsayError as error:
        typer.echo(f"hearsay: {error}", err=True)
        return 2
    except (KeyboardInterrupt, typer.Abort):
        return STOPPED
    except SystemExit:  # typer's way when whoever read our output has gone
        return PIPE_CLOSED
    except OSError as error:
        typer.echo(f"hearsay: {error}", err=True)
        return 2
    except Exception as error:  # the last line before a traceback that no user should see
        return _bug(error)


def _told(error: TyperException) -> int:
    """A mistake in the command line, as one line with the way out."""
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "hearsay"
    message = getattr(error, "format_message", lambda: str(error))()
    if type(error).__name__ == "NoArgsIsHelpError":
        typer.echo(message, err=True)
        return 2
    said = " ".join(message.split())
    typer.echo(f"hearsay: {said}{'' if said.endswith(('.', '?')) else '.'} See {path} --help", err=True)
    return 2


def _bug(error: Exception) -> int:
    if os.environ.get(TRACEBACK):
        traceback.print_exception(error)
    said = " ".join(f"{type(error).__name__}: {error}".split())
    typer.echo(f"hearsay: a bug in hearsay, please report it ({said}); set {TRACEBACK}=1 to see where", err=True)
    return BUG
