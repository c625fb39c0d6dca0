"""`hearsay link`: a person's word on whether two records are the same, which outranks the machine's."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from hearsay.errors import UsageError
from hearsay.links.decisions import contradicting
from hearsay.records.link import Decider, Link, LinkKind, Ref, decision, link_id, report_ref
from hearsay.rendering.phrases import one_line
from hearsay.store.base import View
from hearsay.store.entries import Match, MatchKind
from hearsay.store.opening import open_store

KINDS = {
    MatchKind.INCIDENT: LinkKind.SAME_INCIDENT,
    MatchKind.ACTOR: LinkKind.SAME_ACTOR,
    MatchKind.REPORT: LinkKind.CARRIED_COPY_OF,
}
SHOWN = 8  # things that an ambiguous word may mean, named in the error

app = typer.Typer(name="link", rich_markup_mode=None, add_completion=False, no_args_is_help=True)

One = Annotated[str, typer.Argument(metavar="A", help="The id of an incident, an actor or a report, or its beginning.")]
Other = Annotated[str, typer.Argument(metavar="B", help="Another of the same sort.")]
Author = Annotated[str, typer.Option("--by", metavar="NAME", help="Whose word it is; kept with it and shown.")]
Book = Annotated[str, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")]


@app.callback()
def link() -> None:
    """Say of two incidents, actors or reports whether they are the same.

    Your word outranks the machine's, is kept with your name and the time, and can be taken back. The reports stay as
    they were read.
    """


@app.command("same")
def same(one: One, other: Other, author: Author, book: Book) -> None:
    """The two are one incident or actor, or one report carries the other's story."""
    _decide(one, other, author, book, holds=True)


@app.command("different")
def different(one: One, other: Other, author: Author, book: Book) -> None:
    """The two are not the same, however alike they look."""
    _decide(one, other, author, book, holds=False)


@app.command("undo")
def undo(one: One, other: Other, book: Book) -> None:
    """Take back what was said of the two; the machine's word stands again."""
    with open_store(book) as store:
        with store.view() as view:
            kind, ends = _ends(view, one, other, store.address)
            known = {link.id for link in view.decisions()}
        identity = link_id(kind, *ends, Decider.PERSON)
        if identity not in known:
            raise UsageError(f"nobody has said anything of these two; see: hearsay link list --from {store.address}")
        with store.writer() as writer:
            writer.undecide(identity)
    typer.echo("taken back", err=True)


@app.command("list")
def list_(book: Book) -> None:
    """List what persons have said, by time."""
    with open_store(book) as store, store.view() as view:
        for link in view.decisions():
            typer.echo(_told(link))


def _decide(one: str, other: str, author: str, book: str, *, holds: bool) -> None:
    if not author.strip():
        raise UsageError("--by is empty; a decision needs the name of whoever takes it")
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with open_store(book) as store:
        with store.view() as view:
            kind, ends = _ends(view, one, other, store.address)
            made = decision(kind, ends, holds=holds, author=author.strip(), at=at)
            others = [link for link in view.decisions() if link.id != made.id]
            if len(contradicting((*others, made))) > len(contradicting(others)):
                raise UsageError(
                    "others have said of third reports that these two are not the same; take one of those decisions "
                    f"back first: hearsay link list --from {store.address}"
                )
        with store.writer() as writer:
            writer.decide(made)
    typer.echo(_told(made), err=True)


def _told(link: Link) -> str:
    word = "same" if link.holds else "different"
    return one_line(f"{link.at}  {link.author}: {link.one.record} and {link.other.record} are {word}")


def _ends(view: View, one: str, other: str, book: str) -> tuple[LinkKind, tuple[Ref, Ref]]:
    """What is to be linked.

    Raises:
        UsageError: it is not clear what is meant, the two are of different sorts, or they are one thing.
    """
    first, second = _the_one(view, one, book), _the_one(view, other, book)
    if first.kind is not second.kind:
        raise UsageError(f"{one!r} ({first.kind}) and {other!r} ({second.kind}) are of two sorts; give two of one sort")
    ends = tuple(
        report_ref(found.report) if found.kind is MatchKind.REPORT else _ref(found) for found in (first, second)
    )
    if ends[0] == ends[1]:
        raise UsageError(f"{one!r} and {other!r} are one and the same record; give two")
    return KINDS[first.kind], (ends[0], ends[1])


def _ref(found: Match) -> Ref:
    return Ref(report=found.report, record=found.id)


def _the_one(view: View, words: str, book: str) -> Match:
    found = [match for match in view.find(words) if match.kind in KINDS]
    exact = [match for match in found if match.id == words] or found
    if not exact:
        raise UsageError(f"{book} has no incident, actor or report {words!r}; see: hearsay list --help")
    if len(exact) > 1:
        named = "; ".join(f"{match.kind} {match.label!r} is {match.id}" for match in exact[:SHOWN])
        raise UsageError(f"{words!r} may mean several records; give the id of one: {named}")
    return exact[0]
