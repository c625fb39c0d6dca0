"""A reading with its ids followed: what a Python user holds, and what pages are drawn from.

Records point at one another by id, so that they can be stored and compared. Here `reading.incidents[0].statements[0]`
is the statement itself, and `.evidence` its words with their place in the text. Each view keeps its `record`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hearsay.errors import ContractError
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Document
from hearsay.records.incident import Claims, CountEffect, Incident, Part, Perpetrator, Stance, Target, Toll
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation, RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.records.statement import (
    AboutIncident,
    Anonymity,
    Certainty,
    Form,
    Polarity,
    Speaker,
    Speech,
    Statement,
)
from hearsay.records.time import Time

ARROW = " › "


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class _Index:
    """The records of one reading by their ids."""

    reading: Reading
    actors: dict[str, Actor]
    places: dict[str, Place]
    statements: dict[str, Statement]
    incidents: dict[str, Incident]
    relations: dict[str, Relation]

    def words(self, spans: Iterable[Span]) -> tuple[Evidence, ...]:
        return tuple(Evidence(span=span, text=span.of(self.reading.document.text)) for span in spans)

    def statement(self, key: str) -> StatementView:
        if key not in self.statements:
            raise ContractError(f"no statement {key!r} in the reading of document {self.reading.document.id!r}")
        return StatementView(self.statements[key], self)

    def actor(self, reference: str) -> ActorView | str:
        """The actor behind an id; text that is no actor's id stays text."""
        found = self.actors.get(reference)
        return reference if found is None else ActorView(found, self)

    def speaker_name(self, speaker: Speaker) -> str:
        actor = self.actors.get(speaker.actor or "")
        return actor.name if actor is not None and speaker.anonymity is Anonymity.NAMED else speaker.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Words of the report: `text` is what stands at `span` of the document's text."""

    span: Span
    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class ActorView:
    """Who: an actor under all its names. `mentions` are in text order."""

    record: Actor
    _index: _Index = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        return self.record.name

    @property
    def kind(self) -> ActorKind:
        return self.record.kind

    @property
    def names(self) -> tuple[str, ...]:
        return self.record.names

    @property
    def mentions(self) -> tuple[Evidence, ...]:
        return self._index.words(self.record.mentions)

    def __str__(self) -> str:
        return self.name

    def __repr__(self) -> str:
        return f"<Actor {self.name!r}, {self.kind}>"


AREAS = frozenset({PlacePrecision.ADMIN1, PlacePrecision.COUNTRY})
"""What a place's own columns name: "Zamfara, Zamfara State, NG" says one thing twice."""


@dataclass(frozen=True, slots=True)
class PlaceView:
    """Where: a place as precisely as the report's words allow, and no more."""

    record: Place
    _index: _Index = field(repr=False, compare=False)

    @property
    def name(self) -> str:
        return self.record.name

    @property
    def country(self) -> str | None:
        return self.record.country

    @property
    def precision(self) -> PlacePrecision:
        return self.record.precision

    @property
    def mentions(self) -> tuple[Evidence, ...]:
        return self._index.words(self.record.mentions)

    @property
    def within(self) -> PlaceView | None:
        """The place that it lies in, when the report says so."""
        outer = self._index.places.get(self.record.within or "")
        return None if outer is None else PlaceView(outer, self._index)

    def __str__(self) -> str:
        outer = self.within.name if self.within and self.within.precision not in AREAS else None
        area = None if self.precision in AREAS else self.record.admin1
        return ", ".join(dict.fromkeys(part for part in (self.name, outer, area, self.country) if part))

    def __repr__(self) -> str:
        return f"<Place {str(self)!r}, {self.precision}>"


@dataclass(frozen=True, slots=True)
class StatementView:
    """Who says, through whom, how firmly, about what, and the words that say it."""

    record: Statement
    _index: _Index = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return self._index.words(self.record.evidence)

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """The chain, outermost first: outlet or agency ... whose words they are."""
        return self.record.speakers

    @property
    def chain(self) -> str:
        """The speakers' names in one line, as in "AFP › authorities"."""
        return ARROW.join(self.speaker_names) or "not said by whom"

    @property
    def speaker_names(self) -> tuple[str, ...]:
        """The speakers' names, outermost first: the actor's name where the report names one, else its own words."""
        return tuple(self._index.speaker_name(speaker) for speaker in self.speakers)

    @property
    def addressee(self) -> str | None:
        """To whom the innermost speaker said it, in words; None when not said."""
        told = self.speakers[-1].addressee if self.speakers else None
        return None if told is None else str(self._index.actor(told))

    @property
    def form(self) -> Form:
        return self.record.form

    @property
    def polarity(self) -> Polarity:
        return self.record.polarity

    @property
    def certainty(self) -> Certainty:
        return self.record.certainty

    @property
    def about(self) -> IncidentView | RelationView | Evidence | None:
        """The incident or relation that it is about, or the words of what was said."""
        content = self.record.content
        if isinstance(content, Speech):
            return self._index.words([content.span])[0]
        if isinstance(content, AboutIncident):
            incident = self._index.incidents.get(content.id)
            return None if incident is None else IncidentView(incident, self._index)
        relation = self._index.relations.get(content.id)
        return None if relation is None else RelationView(relation, self._index)

    def __str__(self) -> str:
        return f"{self.chain}: {' … '.join(words.text for words in self.evidence)}"

    def __repr__(self) -> str:
        return f"<Statement {str(self)!r}>"


@dataclass(frozen=True, slots=True)
class TollView:
    """One figure for one effect, and the statements that give it."""

    effect: CountEffect
    record: Toll
    _index: _Index = field(repr=False, compare=False)

    @property
    def low(self) -> int | None:
        return self.record.low

    @property
    def high(self) -> int | None:
        return self.record.high

    @property
    def as_reported(self) -> str:
        return self.record.as_reported

    @property
    def statements(self) -> tuple[StatementView, ...]:
        return tuple(self._index.statement(key) for key in self.record.statements)

    def __str__(self) -> str:
        return f"{self.effect}: {self.as_reported}"

    def __repr__(self) -> str:
        return f"<Toll {str(self)!r}>"


@dataclass(frozen=True, slots=True)
class ResponsibilityView:
    """One statement's word on who did it: a claim, an accusation, a suspicion, a denial."""

    record: Perpetrator
    incident: IncidentView = field(repr=False)
    _index: _Index = field(repr=False, compare=False)

    @property
    def actor(self) -> ActorView | str:
        return self._index.actor(self.record.actor)

    @property
    def role(self) -> Part:
        return self.record.role

    @property
    def stance(self) -> Stance:
        return self.record.stance

    @property
    def partners(self) -> tuple[ActorView | str, ...]:
        """Those said to have acted with it."""
        return tuple(self._index.actor(key) for key in self.record.partners)

    @property
    def support(self) -> str | None:
        """What the word is backed with, as in "photographs of the attackers"."""
        return self.record.support

    @property
    def statement(self) -> StatementView:
        return self._index.statement(self.record.statement)

    def __str__(self) -> str:
        return f"{self.actor}: {self.stance} ({self.statement.chain})"

    def __repr__(self) -> str:
        return f"<Responsibility {str(self)!r}>"


@dataclass(frozen=True, slots=True)
class IncidentView:
    """What happened, as the report's speakers have it: every field holds sourced values, also when they disagree."""

    record: Incident
    _index: _Index = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def kind(self) -> str:
        return self.record.kind

    @property
    def time(self) -> str | None:
        """EDTF, or None when the report and its date do not settle it."""
        return self.record.time

    @property
    def places(self) -> tuple[PlaceView, ...]:
        return tuple(PlaceView(self._index.places[key], self._index) for key in self.record.places)

    @property
    def target(self) -> Target | None:
        return self.record.target

    @property
    def weapon(self) -> str | None:
        return self.record.weapon

    @property
    def tolls(self) -> tuple[TollView, ...]:
        return tuple(TollView(effect, toll, self._index) for effect, toll in self.record.tolls)

    @property
    def perpetrators(self) -> tuple[ResponsibilityView, ...]:
        return tuple(ResponsibilityView(said, self, self._index) for said in self.record.perpetrators)

    @property
    def claims(self) -> Claims:
        """How the claims of responsibility for it stand to one another."""
        return self.record.claims

    @property
    def statements(self) -> tuple[StatementView, ...]:
        return tuple(self._index.statement(key) for key in self.record.statements)

    def __str__(self) -> str:
        where = " / ".join(str(place) for place in self.places) or "place not said"
        return f"{self.kind}, {self.time or 'date not resolved'}, {where}"

    def __repr__(self) -> str:
        return f"<Incident {str(self)!r}, {len(self.statements)} statements>"


@dataclass(frozen=True, slots=True)
class RelationView:
    """How two actors stand to one another, as somebody says."""

    record: Relation
    _index: _Index = field(repr=False, compare=False)

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def kind(self) -> RelationKind:
        return self.record.kind

    @property
    def subject(self) -> ActorView | str:
        return self._index.actor(self.record.subject)

    @property
    def object(self) -> ActorView | str:
        return self._index.actor(self.record.object)

    @property
    def time(self) -> str | None:
        return self.record.time

    @property
    def status(self) -> RelationStatus:
        return self.record.status

    @property
    def qualifier(self) -> str | None:
        """The report's own limiting word, as in "formally"."""
        return self.record.qualifier

    @property
    def statements(self) -> tuple[StatementView, ...]:
        return tuple(self._index.statement(key) for key in self.record.statements)

    def __str__(self) -> str:
        return f"{self.subject} {self.kind.replace('_', ' ')} {self.object}"

    def __repr__(self) -> str:
        return f"<Relation {str(self)!r}>"


@dataclass(frozen=True, slots=True)
class ReadingView:
    """What one report says. `record` is the same as plain records; `notes` say what could not be settled, and why."""

    record: Reading
    _index: _Index = field(repr=False, compare=False)

    @property
    def document(self) -> Document:
        return self.record.document

    @property
    def notes(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*self.record.document.notes, *self.record.notes)))

    @property
    def actors(self) -> tuple[ActorView, ...]:
        return tuple(ActorView(actor, self._index) for actor in self.record.actors)

    @property
    def places(self) -> tuple[PlaceView, ...]:
        return tuple(PlaceView(place, self._index) for place in self.record.places)

    @property
    def times(self) -> tuple[Time, ...]:
        return self.record.times

    @property
    def statements(self) -> tuple[StatementView, ...]:
        return tuple(StatementView(statement, self._index) for statement in self.record.statements)

    @property
    def incidents(self) -> tuple[IncidentView, ...]:
        return tuple(IncidentView(incident, self._index) for incident in self.record.incidents)

    @property
    def relations(self) -> tuple[RelationView, ...]:
        return tuple(RelationView(relation, self._index) for relation in self.record.relations)

    @property
    def claims(self) -> tuple[ResponsibilityView, ...]:
        """The claims of responsibility and the denials, as the actors themselves make them."""
        own = {Stance.CLAIMED, Stance.DENIED}
        return tuple(said for incident in self.incidents for said in incident.perpetrators if said.stance in own)

    def __str__(self) -> str:
        counts = (
            (len(self.incidents), "incident"),
            (len(self.claims), "claim"),
            (len(self.relations), "relation"),
            (len(self.statements), "statement"),
        )
        return ", ".join(f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts)

    def __repr__(self) -> str:
        return f"<Reading of {self.document.id}: {self}>"


def about(reading: Reading, incident: str) -> Reading:
    """The reading without what is not about this incident: its statements, and the relations between its actors."""
    kept = tuple(each for each in reading.incidents if each.id == incident)
    actors = {said.actor for each in kept for said in each.perpetrators}
    relations = tuple(each for each in reading.relations if {each.subject, each.object} & actors)
    said = {key for each in kept for key in each.statements} | {key for each in relations for key in each.statements}
    statements = tuple(each for each in reading.statements if each.id in said)
    return replace(reading, incidents=kept, relations=relations, statements=statements)


def view(reading: Reading) -> ReadingView:
    """The reading with its ids followed."""
    index = _Index(
        reading=reading,
        actors={actor.id: actor for actor in reading.actors},
        places={place.id: place for place in reading.places},
        statements={statement.id: statement for statement in reading.statements},
        incidents={incident.id: incident for incident in reading.incidents},
        relations={relation.id: relation for relation in reading.relations},
    )
    return ReadingView(reading, index)
