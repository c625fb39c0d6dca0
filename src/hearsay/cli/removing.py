"""`hearsay remove`: a report out of a book, as if it had never been read."""

from __future__ import annotations

from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.review.index.keeping import forget
from hearsay.store.base import View
from hearsay.store.entries import MatchKind
from hearsay.store.opening import open_store

SHOWN = 8  # reports that an ambiguous word may mean, named in the error

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("remove")
def remove(
    report: Annotated[
        str, typer.Argument(metavar="REPORT", help="Its id, the beginning of it, its address, or its headline.")
    ],
    book: Annotated[str, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")],
) -> None:
    """Take a report out of a book, as if it had never been read.

    What links and exports say is computed from the reports that are left, so that nothing of it stays behind; a
    person's decisions on it go too. `hearsay add` brings the report back.
    """
    with open_store(book) as store:
        with store.view() as view:
            identity = the_report(view, report, store.address)
            headline = view.report(identity).headline
        with store.writer() as writer:
            writer.remove(identity)
    forget(book)
    typer.echo(f"removed {identity}{f' ({headline})' if headline else ''}", err=True)


def the_report(view: View, words: str, book: str) -> str:
    """The id of the one report that is meant; nothing but an exact id chooses among several.

    Raises:
        UsageError: nothing, or several reports, may be meant.
    """
    found = {match.report: match.label for match in view.find(words) if match.kind is MatchKind.REPORT}
    if words in found:
        return words
    if not found:
        raise UsageError(f"{book} has no report {words!r}; see: hearsay list reports --from {book}")
    if len(found) > 1:
        named = "; ".join(f"{label!r} is {identity}" for identity, label in list(found.items())[:SHOWN])
        raise UsageError(f"{words!r} may mean several reports; give the id of one: {named}")
    return next(iter(found))
