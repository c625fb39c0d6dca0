"""`hearsay review`: what persons have decided on the pages of `hearsay serve`, listed, compared and taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.judging.agreement import agreements
from hearsay.judging.standing import judged
from hearsay.records.review import Grouping, Review
from hearsay.rendering.phrases import one_line
from hearsay.store.base import View
from hearsay.store.opening import open_store

SHORTEST = 4  # digits of an id that may stand for it
SHOWN = 8  # decisions that a beginning of an id may mean, named in the error

app = typer.Typer(name="review", rich_markup_mode=None, add_completion=False, no_args_is_help=True)

Book = Annotated[str, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")]


@app.callback()
def review() -> None:
    """List, compare and take back what persons decided in review, on the pages of `hearsay serve`.

    Each decision is kept with its author and time, outranks the machine, and can be taken back. To write them out:
    hearsay export reviews; to learn from them: hearsay train --with-reviews.
    """


@app.command("list")
def list_(book: Book) -> None:
    """List decisions by time, each with its id."""
    with open_store(book) as store, store.view() as view:
        for one in _decisions(view):
            typer.echo(f"{one.id}  {_told(one)}")


@app.command("undo")
def undo(
    decision: Annotated[str, typer.Argument(metavar="ID", help="The id of a decision, or its beginning.")], book: Book
) -> None:
    """Take a decision back; everything is as it was before."""
    with open_store(book) as store:
        with store.view() as view:
            known = _decisions(view)
        enough = len(decision.rpartition("-")[2]) >= SHORTEST
        found = [one for one in known if one.id == decision or (enough and one.id.startswith(decision))]
        if not found:
            raise UsageError(f"{book} has no decision {decision!r}; see: hearsay review list --from {book}")
        if len(found) > 1:
            named = ", ".join(one.id for one in found[:SHOWN])
            raise UsageError(f"{decision!r} may mean {len(found)} decisions; give more of the id: {named}")
        with store.writer() as writer:
            (writer.ungroup if isinstance(found[0], Grouping) else writer.unreview)(found[0].id)
    typer.echo(f"taken back: {_told(found[0])}", err=True)


@app.command("agreement")
def agreement(book: Book) -> None:
    """Print how far coders agree, field by field: Krippendorff's alpha over what two or more of them decided on."""
    with open_store(book) as store, store.view() as view:
        everything = judged(view.reviews())
    found = agreements(everything.values())
    if not found:
        raise UsageError(f"no item of {book} has been decided on by two coders; there is nothing to compare")
    typer.echo(f"{'field':<18} {'items':>5} {'same':>5} {'alpha':>6}")
    for one in found:
        alpha = "-" if one.alpha is None else f"{one.alpha:.2f}"
        typer.echo(f"{one.field.replace('_', ' '):<18} {one.items:>5} {one.same:>5} {alpha:>6}")
    open_ = sum(one.disagreed and one.settled is None for one in everything.values())
    typer.echo(f"{open_} disagreement{'' if open_ == 1 else 's'} not settled; - means that only one answer was given")


def _decisions(view: View) -> list[Review | Grouping]:
    return sorted([*view.reviews(), *view.groupings()], key=lambda one: (one.at, one.id))


def _told(one: Review | Grouping) -> str:
    said = f"{one.at[:19]}  {one.author}: "
    if isinstance(one, Grouping):
        sides = [", ".join(ref.record for ref in side) for side in (one.one, one.other)]
        said += f"{sides[0]} and {sides[1]} are {'the same' if one.holds else 'different'}"
    else:
        judged_value = "nothing" if one.judged is None else repr(one.judged)
        given = f" to {one.value!r}" if one.value else ""
        said += f"{one.item.field} of {one.item.of.record}, {judged_value}: {one.verdict.value}{given}"
    return one_line(said + (f" ({one.note})" if one.note else ""))
