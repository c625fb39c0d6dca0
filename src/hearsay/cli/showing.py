"""`hearsay show`: one thing of a book, with everything that is said about it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Annotated, TextIO, TypeVar

import typer
from rich.console import Console
from rich.text import Text

from hearsay.casebook import CASE, case_of, member_of
from hearsay.cli.indexing import try_to_index
from hearsay.cli.materials import Mask
from hearsay.cli.output import PLAIN_WIDTH, Form, chosen_form, console, destination, put
from hearsay.errors import UsageError
from hearsay.exports.records import plain_fields
from hearsay.masking.view import as_asked
from hearsay.records.belief import Belief
from hearsay.records.link import LinkKind, Ref
from hearsay.records.reading import Reading
from hearsay.records.wire import dumps
from hearsay.rendering import cases, dossiers
from hearsay.rendering.entries import lines
from hearsay.rendering.lists import Entry, plain
from hearsay.rendering.page import page
from hearsay.rendering.terminal import TerminalReading, plain_text
from hearsay.store.base import View
from hearsay.store.entries import (
    ActorEntry,
    ClaimEntry,
    IncidentEntry,
    Match,
    MatchKind,
    RelationEntry,
    StatementEntry,
)
from hearsay.store.filters import ActorFilter, ClaimFilter, IncidentFilter, RelationFilter, StatementFilter
from hearsay.store.opening import open_store
from hearsay.views import about
from hearsay.views import view as linked
from hearsay.vocabulary.actors.registry import Registry
from hearsay.vocabulary.folding import fold

FORMS = (Form.TEXT, Form.JSON, Form.HTML)
SHOWN = {MatchKind.INCIDENT, MatchKind.ACTOR, MatchKind.REPORT}
MOST = 20  # entries of a section of a dossier on a terminal
CANDIDATES = 8  # things that an ambiguous word may mean, named in the error

E = TypeVar("E", IncidentEntry, ClaimEntry, RelationEntry, StatementEntry)

app = typer.Typer(rich_markup_mode=None, add_completion=False)


@app.command("show")
def show(
    thing: Annotated[
        str, typer.Argument(metavar="INCIDENT|ACTOR|REPORT", help="An id or its beginning, a name, an address.")
    ],
    book: Annotated[str, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")],
    form: Annotated[
        str | None, typer.Option("--format", metavar="text|json|html", help="Text, JSON, or a page (not for actors).")
    ] = None,
    output: Annotated[str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to this file.")] = None,
    policy: Annotated[
        str, typer.Option(metavar="POLICY", help="How values of an incident are picked; see: hearsay export --help.")
    ] = "as-reported",
    mask: Mask = None,
) -> None:
    """Show one incident, actor or report of a book: what is said of it, and who says so.

    An incident is shown over all reports that tell of it: what they agree on, where they differ, how many independent
    origins each value has, claims and denials in order, and the stories, those who only carry them folded.
    """
    chosen = chosen_form(form, output, FORMS)
    with open_store(book) as store, destination(output, [book]) as out:
        with store.view() as view:
            match = None if thing.startswith(CASE) else _the_one(thing, view.find(thing), store.address)
        if match is None or match.kind is MatchKind.INCIDENT:
            try_to_index(store)
        with as_asked(store, mask).view() as view:
            if match is None:
                _write_case(chosen, case_of(view, member_of(view, thing), policy), view, out)
            elif match.kind is MatchKind.ACTOR:
                if match not in view.find(thing):
                    raise UsageError("that is a private person, whose names are masked; nothing is shown of them")
                _write_actor(chosen, _dossier(view, match), out)
            elif match.kind is MatchKind.INCIDENT:
                belief = case_of(view, Ref(report=match.report, record=match.id), policy)
                _write_case(chosen, belief, view, out)
            else:
                _write_reading(chosen, view.reading(match.report), out)


def _the_one(thing: str, matches: tuple[Match, ...], book: str) -> Match:
    """What is meant: an exact id, the only match, or an actor of one name in however many reports.

    Raises:
        UsageError: nothing, or several things, may be meant; the message names them.
    """
    shown = [match for match in matches if match.kind in SHOWN]
    if not shown:
        others = sorted({f"{match.kind}s" for match in matches})
        known = f"is the name or id of {', '.join(others)} only" if others else "is in it nowhere"
        raise UsageError(f"{book} has no incident, actor or report {thing!r} (it {known}); see: hearsay list --help")
    found = [match for match in shown if match.id == thing] or shown
    meant = {(match.kind, match.label if _is_named(match) else match.id) for match in found}
    if len(meant) > 1:
        named = "; ".join(f"{match.kind} {match.label!r} is {match.id}" for match in found[:CANDIDATES])
        raise UsageError(f"{thing!r} may mean several things; give the id of one: {named}")
    return found[0]


def _is_named(match: Match) -> bool:
    """True for an actor with a name, which may be one in many reports; "the government" of each report is its own."""
    return match.kind is MatchKind.ACTOR and not match.label.islower()


def _write_case(form: Form, belief: Belief, view: View, out: TextIO) -> None:
    if form is Form.JSON:
        out.write(json.dumps(plain_fields(belief), ensure_ascii=False) + "\n")
    elif form is Form.HTML:
        out.write(page([linked(about(view.reading(one.report), one.record)) for one in belief.case.members]))
    else:
        screen = console(out)
        for line in cases.lines(belief):
            put(screen, line)


def _write_reading(form: Form, reading: Reading, out: TextIO) -> None:
    screen = console(out)
    if form is Form.JSON:
        out.write(dumps(reading) + "\n")
    elif form is Form.HTML:
        out.write(page([linked(reading)]))
    elif screen.is_terminal:
        screen.print(TerminalReading(linked(reading)))
    else:
        out.write(plain_text(linked(reading), width=PLAIN_WIDTH))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dossier:
    """What a book says of an actor, by its names: the one asked for, and those of the same row of the registry.

    Reports that use the same name may still mean different actors: what a person has parted from the one that is asked
    for (`hearsay link different`) is left out, by report.
    """

    view: View
    names: tuple[str, ...]
    named: tuple[ActorEntry, ...]
    left_out: frozenset[str]

    def relations(self) -> Iterator[RelationEntry]:
        return self._all(lambda name: self.view.relations(RelationFilter(actor=name)))

    def sections(self) -> Iterator[tuple[str, Iterator[Entry]]]:
        yield "named in", iter(self.named)
        yield "incidents", self._all(lambda name: self.view.incidents(IncidentFilter(actor=name)))
        yield "claims", self._all(lambda name: self.view.claims(ClaimFilter(actor=name)))
        yield "relations", self.relations()
        yield "statements", self._all(lambda name: self.view.statements(StatementFilter(speaker=name)))

    def _all(self, entries: Callable[[str], Iterator[E]]) -> Iterator[E]:
        seen: set[tuple[str, object]] = set()
        for name in self.names:
            for entry in entries(name):
                said = getattr(entry, "id", None) or repr(entry)  # a claim has no id of its own
                if (entry.report.id, said) not in seen and entry.report.id not in self.left_out:
                    seen.add((entry.report.id, said))
                    yield entry


def _dossier(view: View, match: Match) -> _Dossier:
    """The actors of this very name (a search finds parts of names too), and those of the same row of the registry.

    A name that stands for several rows, as "Taliban" does, brings none of them: their other names are not its own. An
    actor that has a description for a name is that of its report alone.
    """
    name, wanted = match.label, fold(match.label)
    found = [entry for entry in view.actors(ActorFilter(name=name)) if wanted in map(fold, entry.names)]
    rows = {entry.registry_id for entry in found if entry.registry_id}
    kin = list(view.actors(ActorFilter(registry_id=rows.pop()))) if len(rows) == 1 and _is_named(match) else []
    every = {(entry.report.id, entry.id): entry for entry in (*found, *kin)}
    parted = _parted(view, match) if _is_named(match) else {key for key in every if key != (match.report, match.id)}
    named = [entry for key, entry in every.items() if key not in parted]
    return _Dossier(
        view=view,
        names=tuple(dict.fromkeys((name, *(entry.name for entry in named if entry in kin)))),
        named=tuple(named),
        left_out=frozenset(report for report, _ in parted if report not in {entry.report.id for entry in named}),
    )


def _parted(view: View, match: Match) -> set[tuple[str, str]]:
    """The actors, by report and id, of which a person has said that they are not this one."""
    this = Ref(report=match.report, record=match.id)
    links = [link for link in view.decisions() if link.kind is LinkKind.SAME_ACTOR and not link.holds]
    others = [link.other if link.one == this else link.one for link in links if this in (link.one, link.other)]
    return {(other.report, other.record) for other in others}


def _write_actor(form: Form, dossier: _Dossier, out: TextIO) -> None:
    if form is Form.HTML:
        raise UsageError("an actor has no page yet; use --format text or json, or show a report or incident")
    if form is Form.JSON:
        said = {title.replace(" ", "_"): [plain(entry) for entry in found] for title, found in dossier.sections()}
        said["time_line"] = [dossiers.plain(tie) for tie in dossiers.ties(dossier.relations())]
        out.write(json.dumps({"name": dossier.names[0], **said}, ensure_ascii=False) + "\n")
        return
    screen = console(out)
    screen.print(Text(dossier.names[0], style="bold"))
    for told in (*dossiers.kinds(dossier.named), *dossiers.listed(dossier.named, Registry.load(None))):
        put(screen, Text(told, style="dim"))
    for title, named in dossiers.names(dossier.named).items():
        put(screen, Text(f"\n{title.upper()}", style="bold blue"))
        for name in named:
            put(screen, Text(name))
    for line in dossiers.lines(dossiers.ties(dossier.relations())):
        put(screen, line)
    for title, found in dossier.sections():
        if title != "relations":  # they stand on the time line
            _write_section(title, found, screen)


def _write_section(title: str, found: Iterator[Entry], screen: Console) -> None:
    for number, entry in enumerate(islice(found, MOST)):
        if not number:
            put(screen, Text(f"\n{title.upper()}", style="bold blue"))
        for line in lines(entry):
            put(screen, line)
    more = sum(1 for _ in found)
    if more:
        put(screen, Text(f"and {more:,} more, see --format json", style="dim"))
