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
from hearsay.rendering.passages import Passage, numbered, passages
from hearsay.views import ActorView, IncidentView, ReadingView, StatementView

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
    """A passage in the margin. `subjects` are the fields and relations that it says something about."""

    passage: Passage
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

    @property
    def counts(self) -> str:
        """How much was read, in numbers of what the page shows."""
        shown = (
            (self.cards, "incident"),
            (self.reading.claims, "claim"),
            (self.relations, "relation"),
            (self.notes, "statement"),
        )
        return ", ".join(f"{len(things)} {noun}{'' if len(things) == 1 else 's'}" for things, noun in shown)

    @property
    def leading(self) -> list[ActorView]:
        """The actors that speak, are said to have done something, or stand in a relation."""
        return [actor for actor in self.reading.actors if actor.record.id in self._acting]

    @property
    def others(self) -> list[ActorView]:
        """The actors that are mentioned only."""
        return [actor for actor in self.reading.actors if actor.record.id not in self._acting]

    @property
    def _acting(self) -> set[str]:
        """Ids of actors."""
        record = self.reading.record
        spoken = {speaker.actor for statement in record.statements for speaker in statement.speakers}
        done = {said.actor for incident in record.incidents for said in incident.perpetrators}
        related = {end for relation in record.relations for end in (relation.subject, relation.object)}
        return {key for key in spoken if key} | done | related

    def is_in_header(self, paragraph: Paragraph) -> bool:
        """Whether the page's own title shows it in full: a headline in which nothing is marked."""
        marked = any(piece.statements or piece.keys for piece in paragraph.pieces)
        return paragraph.kind is BlockKind.HEADLINE and not marked

    def sources(self, statements: Iterable[StatementView]) -> list[int]:
        """The numbers of the passages that say something, each once."""
        return list(dict.fromkeys(self.numbers[statement.id] for statement in statements))

    def classes(self, piece: Piece) -> str:
        """What a piece looks like: its tint and the lines under it."""
        if not piece.statements:
            return "piece" if piece.keys else ""
        notes = [self.notes[number] for number in piece.statements]
        lines: dict[int, str] = {}
        for note, lane in zip(notes, piece.lanes, strict=True):
            # where statements share a line, the least certain one is drawn
            lines[lane] = max(lines.get(lane, LINES[0]), LINES_OF[note.passage.lead.certainty], key=LINES.index)
        depth = max(note.depth for note in notes)
        return " ".join(["piece", f"depth{depth}", *(f"lane{lane}-{line}" for lane, line in lines.items())])

    def warning(self, number: int) -> str:
        """What a reader must not miss about a statement, in words beside its number."""
        statement = self.notes[number].passage.lead
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
    shown = passages(reading)
    notes = {passage.number: _note(passage, subjects) for passage in shown}
    marks = [*_statement_marks(notes.values()), *_field_marks(field for card in cards for field in card.fields)]
    return PageReading(
        key, reading, cards, relations, notes, numbered(shown), marked_paragraphs(reading.document, marks)
    )


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


def _note(passage: Passage, subjects: defaultdict[str, list[Subject]]) -> Note:
    lead = passage.lead
    names = (phrases.one_line(name) for name in lead.speaker_names)
    told = dict.fromkeys(subject for statement in passage.statements for subject in subjects[statement.id])
    # that it is about an incident goes without saying where it gives one of its fields
    given = {subject.words.partition(":")[0] for subject in told if ": " in subject.words}
    return Note(
        passage=passage,
        speakers=tuple(zip(names, phrases.speaker_details(lead), strict=True)),
        traits=tuple(trait for trait in passage.traits if trait not in PLAIN_FORMS),
        depth=min(max(len(lead.speakers) - 1, 0), DEEPEST),
        subjects=tuple(subject for subject in told if subject.words not in given),
    )


def _statement_marks(notes: Iterable[Note]) -> Iterable[Mark]:
    for note in notes:
        for words in note.passage.words:
            yield Mark(span=words.span, statement=note.passage.number)


def _field_marks(fields: Iterable[Field]) -> Iterable[Mark]:
    for field in fields:
        if field.words is not None:
            yield Mark(span=field.words, keys=(field.key,))
