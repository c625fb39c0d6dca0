"""`hearsay correct`: a person's word on one field of a case, kept beside what the reports say."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated

import typer

from hearsay.beliefs.corrections import corrected
from hearsay.casebook import case_of, member_of
from hearsay.cli.indexing import index_cases
from hearsay.errors import UsageError
from hearsay.records.belief import Belief, Correction
from hearsay.records.edtf import days_of
from hearsay.rendering.phrases import one_line
from hearsay.store.opening import open_store
from hearsay.vocabulary.kinds import kinds

POLICY = "as-reported"

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("correct")
def correct(
    case: Annotated[str, typer.Argument(metavar="CASE", help="The id of a case, or of any incident of it.")],
    field: Annotated[
        str, typer.Argument(metavar="FIELD", help="kind, time, place, target, weapon, or a count such as killed.")
    ],
    value: Annotated[
        str | None, typer.Argument(metavar="VALUE", help="A number for counts, a date such as 2031-05-06 for time.")
    ] = None,
    author: Annotated[
        str | None, typer.Option("--by", metavar="NAME", help="Whose word it is; kept and shown.")
    ] = None,
    why: Annotated[str | None, typer.Option("--why", metavar="TEXT", help="What it rests on; kept and shown.")] = None,
    book: Annotated[
        str | None, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Take the correction of FIELD back.")] = False,
) -> None:
    """Correct one field of a case. It stands under every policy, with your name, beside what the reports say.

    What reports say stays and is shown as dissent. Of two corrections of one field the later stands; --undo takes it
    back, and nothing of it is left.
    """
    if book is None:
        raise UsageError(f"correct in which book? say: hearsay correct {case} {field} ... --from BOOK")
    with open_store(book) as store:
        index_cases(store)
        with store.view() as view:
            belief = case_of(view, member_of(view, case), POLICY)
        made = _known(belief, field) if undo else [_correction(belief, field, value, author, why)]
        with store.writer() as writer:
            for one in _known(belief, field, needed=False):
                writer.uncorrect(one.member, field)
            if not undo:
                writer.correct(made[0])
    said = "taken back" if undo else "kept"
    typer.echo(one_line(f"{said}: {field} of {belief.case.id} is {made[-1].value}, by {made[-1].author}"), err=True)


def _known(belief: Belief, field: str, *, needed: bool = True) -> list[Correction]:
    """What persons have said of the field, whichever incident of the case they named."""
    found = [one for one in belief.corrections if one.field == field]
    if needed and not found:
        raise UsageError(f"nobody has corrected {field!r} of {belief.case.id}; there is nothing to take back")
    return found


def _correction(belief: Belief, field: str, value: str | None, author: str | None, why: str | None) -> Correction:
    if value is None:
        raise UsageError(f"correct {field} to what? give the value, or --undo to take a correction back")
    if not (author or "").strip():
        raise UsageError("whose word is it? add: --by NAME")
    if field == "time" and days_of(value) is None:
        raise UsageError(f"{value!r} is no date; write it as 2031-05-06, 2031-05 or 2031-05-06/2031-05-08")
    if field == "kind" and value not in kinds():
        raise UsageError(f"{value!r} is no kind of incident; there are: {', '.join(kinds())}")
    made = Correction(
        member=belief.case.members[0],
        field=field,
        value=value,
        author=str(author).strip(),
        at=datetime.now(UTC).isoformat(timespec="seconds"),
        note=why,
    )
    corrected(belief, [made])
    return made
