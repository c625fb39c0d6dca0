"""Commands that are imported when they are run.

Reading needs a model, keeping needs a database; `hearsay --version`, `--help` and a mistyped command need neither. So
the group knows each command by name, one line of help and the module it lives in, and this file is the one place that
imports a module by its name.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command


@dataclass(frozen=True, slots=True, kw_only=True)
class Lazy:
    """A command: `module` has an `app` with it, `help` is its line in the list of commands."""

    module: str
    help: str


COMMANDS = {
    "read": Lazy(module="hearsay.cli.reading", help="Read reports and print what they say, and who says it."),
    "places": Lazy(module="hearsay.cli.placing", help="Find the places of reports, and nothing else of them: quick."),
    "add": Lazy(module="hearsay.cli.adding", help="Read reports into a book: a file that keeps their readings."),
    "list": Lazy(module="hearsay.cli.listing", help="List what a book holds."),
    "show": Lazy(module="hearsay.cli.showing", help="Show one incident, actor or report of a book."),
    "export": Lazy(
        module="hearsay.cli.exporting", help="Write out what a book holds, or check a file that was written."
    ),
    "link": Lazy(
        module="hearsay.cli.deciding", help="Say of two incidents, actors or reports whether they are the same."
    ),
    "serve": Lazy(module="hearsay.cli.serving", help="Serve a book's pages: read, explore and review it in a browser."),
    "review": Lazy(module="hearsay.cli.reviewing", help="List, compare and take back what persons decided in review."),
    "plot": Lazy(module="hearsay.cli.plotting", help="Draw a book as SVG or PNG: in time, in space, actors, tolls."),
    "correct": Lazy(module="hearsay.cli.correcting", help="Correct one field of a case."),
    "remove": Lazy(module="hearsay.cli.removing", help="Take a report out of a book."),
    "gazetteer": Lazy(module="hearsay.cli.gazetteers", help="Make an index of more places than the package ships."),
    "evaluate": Lazy(module="hearsay.cli.evaluating", help="Measure the reader on a corpus and print the figures."),
    "train": Lazy(module="hearsay.cli.training", help="Train the reader's model, also on decisions of persons."),
}


class LazyGroup(TyperGroup):
    """The `hearsay` command. Its subcommands are placeholders until one is asked for."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self._lists = False
        for name, lazy in COMMANDS.items():
            self.add_command(TyperCommand(name=name, help=lazy.help, callback=None), name)

    def format_help(self, ctx: Any, formatter: Any) -> None:
        """The list of commands is made of the placeholders."""
        self._lists = True
        super().format_help(ctx, formatter)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        """The command itself, or its placeholder where only its line of help is needed."""
        placeholder = super().get_command(ctx, cmd_name)
        if placeholder is None or self._lists:
            return placeholder
        app = import_module(COMMANDS[cmd_name].module).app
        if not isinstance(app, typer.Typer):
            raise TypeError(f"{COMMANDS[cmd_name].module}.app is no typer app")
        return get_command(app)
