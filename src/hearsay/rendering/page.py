"""A reading as one self-contained page: the report's text with every statement marked, and what it says beside it.

The text of a report is hostile. Every value is escaped by the template engine, and the page's own policy (CSP) lets
nothing run or load but its one style sheet and its one script, each named by its hash.
"""

from __future__ import annotations

import base64
import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from hearsay.records.document import BlockKind
from hearsay.records.statement import Certainty, Form, Polarity
from hearsay.rendering import phrases
from hearsay.rendering.fields import Field, incident_fields, relation_field
from hearsay.rendering.marks import Mark, Paragraph, Piece, marked_paragraphs
from hearsay.views import IncidentView, ReadingView, StatementView

LINES = ("solid", "dashed", "dotted")  # from certain to unclear
LINES_OF = {
    Certainty.CERTAIN: "solid",
    Certainty.PROBABLE: "dashed",
    Certainty.POSSIBLE: "dashed",
    Certainty.UNCLEAR: "dotted",
}
PLAIN_FORMS = {phrases.FORMS[Form.NARRATION], phrases.FORMS[Form.INDIRECT]}  # the tint and the chain say it
DEEPEST = 2  # tints: the report's own voice, somebody's words, somebody's words in somebody's words


FILTERS: dict[str, Callable[..., Any]] = {
    "when": phrases.when,
    "one_line": phrases.one_line,
    "shown": phrases.without_controls,
}
GLOBALS: dict[str, Callable[..., Any]] = {"headline": phrases.headline, "origin": phrases.origin}
"""What the templates need; for whoever draws a reading on a page of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An incident on the page."""

    number: int
    key: str
    incident: IncidentView
    fields: tuple[Field, ...]
    claims: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A statement in the margin. `subjects` are the fields and relations that it says something about."""

    number: int
    statement: StatementView
    speakers: tuple[tuple[str, str], ...]
    traits: tuple[str, ...]
    depth: int
    subjects: tuple[Subject, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A jump from a statement to what it is about."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class PageReading:
    """One reading as the template draws it. All anchors of a reading begin with its `key`."""

    key: str
    reading: ReadingView
    cards: tuple[Card, ...]
    relations: tuple[Field, ...]
    notes: dict[int, Note]
    numbers: dict[str, int]
    paragraphs: list[Paragraph]

    def is_in_header(self, paragraph: Paragraph) -> bool:
        """Whether the page's own title shows it in full: a headline in which nothing is marked."""
        marked = any(piece.statements or piece.keys for piece in paragraph.pieces)
        return paragraph.kind is BlockKind.HEADLINE and not marked

    def classes(self, piece: Piece) -> str:
        """What a piece looks like: its tint and the lines under it."""
        if not piece.statements:
            return "piece" if piece.keys else ""
        notes = [self.notes[number] for number in piece.statements]
        lines: dict[int, str] = {}
        for note, lane in zip(notes, piece.lanes, strict=True):
            # where statements share a line, the least certain one is drawn
            lines[lane] = max(lines.get(lane, LINES[0]), LINES_OF[note.statement.certainty], key=LINES.index)
        depth = max(note.depth for note in notes)
        return " ".join(["piece", f"depth{depth}", *(f"lane{lane}-{line}" for lane, line in lines.items())])

    def warning(self, number: int) -> str:
        """What a reader must not miss about a statement, in words beside its number."""
        statement = self.notes[number].statement
        words = ["denied"] if statement.polarity is Polarity.NEGATIVE else []
        return " ".join(words + [statement.certainty] * (statement.certainty is not Certainty.CERTAIN))


def page(readings: Sequence[ReadingView]) -> str:
    """The readings as one HTML page that needs no network and no other file."""
    environment = Environment(
        loader=PackageLoader("hearsay.rendering"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= FILTERS
    environment.globals |= GLOBALS
    style, script = _own("page.css"), _own("page.js")
    return environment.get_template("page.html").render(
        readings=[page_reading(reading, f"r{number}") for number, reading in enumerate(readings, start=1)],
        policy=f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; "
        "base-uri 'none'; form-action 'none'",
        style=Markup(style),  # noqa: S704  # our own file
        script=Markup(script),  # noqa: S704  # our own file
    )


def _own(name: str) -> str:
    return files("hearsay.rendering").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}"


def page_reading(reading: ReadingView, key: str) -> PageReading:
    """A reading made ready for the macro `reading` of `reading.html`."""
    cards = tuple(_card(reading, incident, f"{key}-i{n}") for n, incident in enumerate(reading.incidents, start=1))
    relations = tuple(
        relation_field(relation, f"{key}-rel{n}") for n, relation in enumerate(reading.relations, start=1)
    )
    subjects = _subjects(cards, relations)
    numbers = {statement.id: number for number, statement in enumerate(reading.statements, start=1)}
    notes = {
        numbers[statement.id]: _note(numbers[statement.id], statement, tuple(subjects[statement.id]))
        for statement in reading.statements
    }
    marks = [*_statement_marks(notes.values()), *_field_marks(field for card in cards for field in card.fields)]
    return PageReading(key, reading, cards, relations, notes, numbers, marked_paragraphs(reading.document, marks))


def _card(reading: ReadingView, incident: IncidentView, key: str) -> Card:
    return Card(
        number=int(key.rsplit("i", 1)[1]),
        key=key,
        incident=incident,
        fields=incident_fields(reading, incident, key),
        claims=phrases.CLAIMS[incident.claims] if incident.perpetrators else "nobody is named",
    )


def _subjects(cards: Iterable[Card], relations: Iterable[Field]) -> defaultdict[str, list[Subject]]:
    """For each statement's id what it is about. Fields of one incident share a line: "bombing: killed, wounded"."""
    found: defaultdict[str, list[Subject]] = defaultdict(list)
    for card in cards:
        for statement in card.incident.statements:
            fields = [field for field in card.fields if statement in field.statements]
            labels = ", ".join(dict.fromkeys(_subject_label(field) for field in fields))
            words = f"{card.incident.kind}{': ' if labels else ''}{labels}"
            found[statement.id].append(Subject(key=fields[0].key if fields else card.key, words=words))
    for relation in relations:
        for statement in relation.statements:
            found[statement.id].append(Subject(key=relation.key, words=relation.value))
    return found


def _subject_label(field: Field) -> str:
    return f"{field.value} {phrases.STANCES[field.stance]}" if field.stance else field.label


def _note(number: int, statement: StatementView, subjects: tuple[Subject, ...]) -> Note:
    names = (phrases.one_line(name) for name in statement.speaker_names)
    return Note(
        number=number,
        statement=statement,
        speakers=tuple(zip(names, phrases.speaker_details(statement), strict=True)),
        traits=tuple(trait for trait in phrases.statement_traits(statement) if trait not in PLAIN_FORMS),
        depth=min(max(len(statement.speakers) - 1, 0), DEEPEST),
        subjects=subjects,
    )


def _statement_marks(notes: Iterable[Note]) -> Iterable[Mark]:
    for note in notes:
        for words in note.statement.evidence:
            yield Mark(span=words.span, statement=note.number)


def _field_marks(fields: Iterable[Field]) -> Iterable[Mark]:
    for field in fields:
        if field.words is not None:
            yield Mark(span=field.words, keys=(field.key,))
