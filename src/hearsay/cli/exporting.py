"""`hearsay export`: the cases of a book in the form that others read, and the check of such files."""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

import typer

from hearsay.beliefs.policies.built import POLICIES
from hearsay.casebook import material
from hearsay.cli.indexing import try_to_index
from hearsay.cli.materials import Mask
from hearsay.errors import UsageError
from hearsay.exports.base import Codebook, Written
from hearsay.exports.built import CODEBOOKS
from hearsay.exports.reviews import Reviews
from hearsay.exports.tables import side_path
from hearsay.masking.view import as_asked
from hearsay.registry import Plugin
from hearsay.store.opening import open_store

FAULTY = 1
CAUTIOUS = "as-reported"
"""The policy of codebooks that have none of their own."""

app = typer.Typer(rich_markup_mode=None, add_completion=False)


def _listed(title: str, plugins: Iterable[Plugin]) -> str:
    """Each name with the first sentence of what it says of itself; \b keeps the lines as they are."""
    lines = [title]
    for plugin in plugins:
        said = (inspect.getdoc(type(plugin)) or "").partition("\n\n")[0]
        lines.append(f"  {plugin.name:<17} {' '.join(said.split())}")
    return "\b\n" + "\n".join(lines)


EXPLAINED = "\n\n".join(
    [
        "Write out what a book holds, a row a case: one incident, however many reports tell of it.",
        "Beside FILE stands FILE.evidence.jsonl: the words behind each cell, what the form has no cell for, and the "
        "cases that it does not take. An accusation never comes out as a fact. With --check a file is read back: its "
        "header, its codes and the rules across its fields; exit status 1 when something is wrong.",
        _listed("CODEBOOK:", CODEBOOKS.all()),
        _listed("POLICY, how one value is picked where reports differ:", POLICIES.all()),
    ]
)


@app.command("export", help=EXPLAINED)
def export(
    codebook: Annotated[str | None, typer.Argument(metavar="CODEBOOK", help="The form, see above.")] = None,
    policy: Annotated[
        str | None,
        typer.Option(metavar="POLICY", help=f"The codebook's own when there is one, else {CAUTIOUS}."),
    ] = None,
    book: Annotated[
        str | None, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")
    ] = None,
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    checked: Annotated[
        Path | None, typer.Option("--check", metavar="FILE", help="Check this file instead of writing one.")
    ] = None,
    form: Annotated[
        str | None, typer.Option("--as", metavar="CODEBOOK", help="With --check: the form of the file.")
    ] = None,
    mask: Mask = None,
) -> None:
    """Write out what a book holds, or check a file that was written."""
    if checked is not None:
        if policy or book or output:
            raise UsageError("--check reads a file and writes none; leave out --policy, --from and -o")
        raise typer.Exit(_check(checked, _form(form or codebook, checked)))
    if form is not None:
        raise UsageError(f"--as goes with --check FILE; to write, say: hearsay export {form} --from BOOK -o FILE")
    if codebook is None:
        raise UsageError(f"export in which form? name one of {', '.join(_names())}, or see: hearsay export --help")
    chosen = _codebook(codebook)
    if book is None:
        raise UsageError(f"export from which book? say: hearsay export {codebook} --from BOOK -o FILE")
    if output is None:
        stem = "cases" if "://" in book else Path(book).stem
        raise UsageError(f"export to which file? add: -o {stem}{chosen.suffix}")
    if mask is not None and chosen.name == Reviews.name:
        raise UsageError("reviews teach from the very words of reports and cannot be masked; leave out --mask")
    _tell(_written(chosen, _policy(chosen, policy), book, output, mask), output)


def _names() -> list[str]:
    return [codebook.name for codebook in CODEBOOKS.all()]


def _codebook(name: str) -> Codebook:
    if name not in _names():
        raise UsageError(f"there is no codebook {name!r}; there are: {', '.join(_names())}")
    return CODEBOOKS.named(name)


def _policy(codebook: Codebook, asked: str | None) -> str:
    names = [policy.name for policy in POLICIES.all()]
    if asked is None:
        return codebook.name if codebook.name in names else CAUTIOUS
    if asked not in names:
        raise UsageError(f"there is no policy {asked!r}; there are: {', '.join(names)}")
    return asked


def _form(name: str | None, path: Path) -> Codebook:
    if name is None:
        raise UsageError(f"check {str(path)!r} as what? add: --as CODEBOOK, one of {', '.join(_names())}")
    return _codebook(name)


def _written(codebook: Codebook, policy: str, book: str, output: Path, mask: str | None) -> Written:
    if output.is_dir():
        raise UsageError(f"-o {str(output)!r} is a folder; give the name of a file in it")
    if "://" not in book and output.exists() and output.resolve() == Path(book).expanduser().resolve():
        raise UsageError(f"-o {str(output)!r} is the book itself; give another name")
    with open_store(book) as store:
        try_to_index(store)
        with as_asked(store, mask).view() as view:
            return codebook.write(material(view, policy), output)


def _tell(written: Written, output: Path) -> None:
    rows = f"{written.rows:,} row{'' if written.rows == 1 else 's'} in {output}"
    why = f", {written.left_out:,} left out (why: {side_path(output)})" if written.left_out else ""
    typer.echo(rows + why, err=True)


def _check(path: Path, codebook: Codebook) -> int:
    count = 0
    for fault in codebook.check(path):
        count += 1
        typer.echo(str(fault))
    faults = f"{count:,} fault{'' if count == 1 else 's'}" if count else "no fault"
    typer.echo(f"{path}: {faults} as {codebook.name}", err=True)
    return FAULTY if count else 0
