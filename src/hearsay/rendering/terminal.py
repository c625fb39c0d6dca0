"""A reading for the terminal: incidents with who says what, then claims, relations and statements.

Each line ends with the number of the passage that says it; the passages stand at the end with their words.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hearsay.records.incident import CountEffect, Stance
from hearsay.rendering import phrases
from hearsay.rendering.passages import Passage, numbered, passages
from hearsay.rendering.phrases import one_line
from hearsay.views import ARROW, IncidentView, ReadingView, RelationView, ResponsibilityView, StatementView

WIDEST = 100  # columns; longer lines are hard to read
NARROW = 64  # columns; below, a speaker stands under what it says instead of beside it
LABEL = 8  # columns, for "killed", "weapon", "by"; longer labels wrap

EFFECTS = list(CountEffect)
DENIAL = frozenset({"denied"})  # a stance says so itself

STANCE_STYLES = {
    Stance.CLAIMED: "yellow",
    Stance.ACCUSED: "red",
    Stance.SUSPECTED: "red",
    Stance.DENIED: "cyan",
    Stance.CREDITED: "yellow",
}


@dataclass(frozen=True, slots=True)
class TerminalReading:
    """A reading that rich can print, as wide as the console up to `WIDEST` columns."""

    reading: ReadingView

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        width = min(options.max_width, WIDEST)
        yield from console.render(Group(*_Layout(self.reading, width).parts()), options.update(width=width))


@dataclass(frozen=True, slots=True)
class _Row:
    """A field of an incident, or a claim, or a relation: a label, what is said, and the statements that say it.

    `told` are the traits of the statements that the words tell already.
    """

    label: str
    said: Text
    statements: tuple[StatementView, ...]
    told: frozenset[str] = frozenset()


class _Layout:
    """The parts of one reading at one width."""

    def __init__(self, reading: ReadingView, width: int) -> None:
        self.reading = reading
        self.narrow = width < NARROW
        self.passages = passages(reading)
        self.numbers = numbered(self.passages)

    def parts(self) -> Iterator[RenderableType]:
        yield Text(phrases.headline(self.reading), style="bold")
        yield Text(" · ".join(phrases.origin(self.reading)), style="dim")
        for note in self.reading.notes:
            yield _hanging("!", Text(one_line(note), style="yellow"), style="yellow")
        incidents = self.reading.incidents
        yield from self._section("Incidents", "No incident found.", [self._incident(each) for each in incidents])
        yield from self._section("Claims of responsibility", "Nobody claims or denies anything.", self._claims())
        yield from self._section("Relations", "No relation found.", self._relations())
        statements = list(map(self._passage, self.passages))
        yield from self._section("Statements", "No statement found.", statements)

    def _section(self, title: str, empty: str, parts: list[RenderableType]) -> Iterator[RenderableType]:
        yield Text()
        yield Text(title.upper(), style="bold blue")
        yield from parts or [Padding(Text(empty, style="dim"), (0, 0, 0, 2))]

    def _incident(self, incident: IncidentView) -> RenderableType:
        number = self.reading.incidents.index(incident) + 1
        title = Text(one_line(incident.kind).capitalize(), style="bold")
        where = " / ".join(one_line(str(place)) for place in phrases.innermost(incident.places)) or "place not said"
        title.append(f" · {phrases.when(incident.time)} · {where}", style="not bold")
        what = self._table(list(_what(incident)))
        said = self._table([*_tolls(incident), *_who(incident)])
        return Padding(_hanging(str(number), Group(title, what, said), style="bold"), (1, 0, 0, 0))

    def _claims(self) -> list[RenderableType]:
        return [self._table(list(map(_claim, self.reading.claims)))] if self.reading.claims else []

    def _relations(self) -> list[RenderableType]:
        return [self._table(list(map(_relation, self.reading.relations)))] if self.reading.relations else []

    def _passage(self, passage: Passage) -> RenderableType:
        traits = Text(" · ".join(passage.traits), style="dim")
        chain = self._chain(passage.lead)
        head = Group(chain, traits) if self.narrow else Text.assemble(chain, "  ", traits)
        words = " … ".join(one_line(evidence.text) for evidence in passage.words)
        width = len(str(len(self.passages)))
        return _hanging(str(passage.number), Group(head, Text(words)), style="dim", width=width)

    def _table(self, rows: list[_Row]) -> Table:
        """Rows of label, what is said, and who says it; a row said by several has a line for each."""
        table = Table.grid(padding=(0, 2), expand=True)
        table.add_column(width=LABEL if any(row.label for row in rows) else 0, style="dim")
        table.add_column(ratio=5)
        if not self.narrow and any(row.statements for row in rows):
            table.add_column(ratio=6)
        last = None
        for row in rows:
            label = "" if row.label == last else row.label
            last = row.label
            told = {self.numbers[statement.id]: statement for statement in reversed(row.statements)}
            sources = [self._source(told[number], row.told) for number in sorted(told)]
            if len(table.columns) == 3:
                table.add_row(label, row.said, Group(*sources))
            else:
                table.add_row(label, Group(row.said, *(Padding(source, (0, 0, 0, 2)) for source in sources)))
        return table

    def _chain(self, statement: StatementView) -> Text:
        chain = Text()
        last = len(statement.speakers) - 1
        told = zip(statement.speaker_names, phrases.speaker_details(statement), strict=True)
        for index, (name, details) in enumerate(told):
            chain.append(one_line(name), style="bold" if index == last else "dim")
            chain.append(f" ({details})" if details else "", style="" if index == last else "dim")
            chain.append("" if index == last else ARROW, style="dim")
        return chain or Text("not said by whom")

    def _source(self, statement: StatementView, told: frozenset[str]) -> Text:
        chain = Text(one_line(statement.chain))
        chain.stylize("dim", 0, len(chain) - len(one_line(statement.speaker_names[-1])) if statement.speakers else 0)
        firm = [trait for trait in phrases.firmness(statement) if trait not in told]
        if firm:
            chain.append(f" · {', '.join(firm)}", style="magenta")
        return chain.append(f" [{self.numbers[statement.id]}]", style="dim")


def _what(incident: IncidentView) -> Iterator[_Row]:
    target = incident.target
    if target is not None:
        kind = f" ({one_line(target.kind)})" if target.kind else ""
        yield _Row("target", Text(one_line(target.what) + kind), ())
    if incident.weapon:
        yield _Row("weapon", Text(one_line(incident.weapon)), ())


def _tolls(incident: IncidentView) -> Iterator[_Row]:
    for toll in sorted(incident.tolls, key=lambda each: EFFECTS.index(each.effect)):
        yield _Row(toll.effect.replace("_", " "), Text(phrases.figure(toll)), toll.statements)


def _who(incident: IncidentView) -> Iterator[_Row]:
    if not incident.perpetrators:
        yield _Row("by", Text("not said"), ())
    for said in incident.perpetrators:
        yield _Row("by", _responsibility(said), (said.statement,), DENIAL)
    if len(incident.perpetrators) > 1:
        yield _Row("claims", Text(phrases.CLAIMS[incident.claims]), ())


def _responsibility(said: ResponsibilityView) -> Text:
    words = Text(one_line(str(said.actor)), style="bold")
    part = "" if said.role == "perpetrator" else f" as {said.role}"
    words.append(
        f" – {phrases.stance(said.stance, str(said.actor))}{part}",
        style=f"not bold {STANCE_STYLES.get(said.stance, '')}",
    )
    if said.partners:
        words.append(f", with {', '.join(one_line(str(partner)) for partner in said.partners)}", style="not bold")
    if said.support:
        words.append(f"; backed with {one_line(said.support)}", style="not bold")
    return words


def _claim(said: ResponsibilityView) -> _Row:
    verb = "denies" if said.stance is Stance.DENIED else "claims"
    words = Text.assemble((one_line(str(said.actor)), "bold"), (f" {verb} ", STANCE_STYLES[said.stance]))
    words.append(f"the {one_line(said.incident.kind)}, {phrases.when(said.incident.time)}")
    return _Row("", words, (said.statement,), DENIAL)


def _relation(relation: RelationView) -> _Row:
    words = Text.assemble(
        (one_line(str(relation.subject)), "bold"),
        f" {phrases.relation_verb(relation)} ",
        (one_line(str(relation.object)), "bold"),
    )
    traits = [trait for trait in phrases.relation_traits(relation) if trait not in _firmness(relation.statements)]
    if traits:
        words.append(f" · {', '.join(traits)}", style="not bold")
    return _Row("", words, relation.statements)


def _firmness(statements: Iterable[StatementView]) -> set[str]:
    """What the line of each speaker says already."""
    return {trait for statement in statements for trait in phrases.firmness(statement)}


def plain_text(reading: ReadingView, width: int) -> str:
    """The same text for files and pipes: no colours, no blanks at the ends of lines, one newline at the end."""
    console = Console(file=io.StringIO(), width=width, color_system=None, legacy_windows=False)
    with console.capture() as capture:
        console.print(TerminalReading(reading))
    return "\n".join(line.rstrip() for line in capture.get().splitlines()) + "\n"


def _hanging(mark: str, body: RenderableType, *, style: str, width: int = 1) -> Table:
    """`body` with `mark` in the margin before its first line."""
    table = Table.grid(padding=(0, 1), expand=True)
    table.add_column(width=max(width, len(mark)), justify="right", style=style, no_wrap=True)
    table.add_column(ratio=1)
    table.add_row(mark, body)
    return table
