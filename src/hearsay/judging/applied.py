"""A reading with the decisions that stand: what persons rejected is out, what they corrected is as they have it.

The reading as it was read stays in the store; this is computed from it each time, so that a decision taken back leaves
no trace. What rests on a rejected statement alone goes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from hearsay.judging.standing import standing
from hearsay.judging.values import with_field, with_parts
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.incident import Claims, Incident, Perpetrator, Stance
from hearsay.records.items import name_key, perpetrator_key
from hearsay.records.link import Ref
from hearsay.records.place import Place
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation, RelationKind
from hearsay.records.review import Item, Review, Subject, Verdict
from hearsay.records.span import Span, covering
from hearsay.records.statement import AboutIncident, AboutRelation, Speech, Statement

EFFECTIVE = frozenset({Verdict.CORRECT, Verdict.REJECT})
"""The verdicts that change what is read; the others say that it was looked at."""


def applied(reading: Reading, reviews: Sequence[Review]) -> Reading:
    """The reading with these decisions, of which there is at most one on each item; those on other reports are left
    aside."""
    said = {one.item: one for one in reviews if one.item.of.report == reading.document.id and one.verdict in EFFECTIVE}
    return _Applying(reading, said).reading() if said else reading


@dataclass(frozen=True, slots=True)
class _Applying:
    """One reading and what is said of it."""

    old: Reading
    said: Mapping[Item, Review]

    def reading(self) -> Reading:
        old = self.old
        rejected = {one.id for one in old.statements if self._rejected(Subject.STATEMENT, one.id)}
        incidents, places = [], list(old.places)
        for incident in old.incidents:
            kept, new = self._incident(incident, rejected)
            incidents += kept
            places += new
        relations = [made for one in old.relations if (made := self._relation(one, rejected)) is not None]
        known = {one.id for one in incidents} | {one.id for one in relations}
        statements = tuple(
            _about(with_parts(one, review) if (review := self._on(Subject.STATEMENT, one.id)) else one, known)
            for one in old.statements
            if one.id not in rejected
        )
        return replace(
            old,
            actors=tuple(self._named(actor) for actor in old.actors),
            places=tuple(self._place(place) for place in dict.fromkeys(places)),
            statements=statements,
            incidents=tuple(incidents),
            relations=tuple(relations),
        )

    def _on(self, subject: Subject, record: str, key: str = "") -> Review | None:
        of = Ref(report=self.old.document.id, record=record)
        return self.said.get(Item(subject=subject, of=of, key=key))

    def _rejected(self, subject: Subject, record: str, key: str = "") -> bool:
        review = self._on(subject, record, key)
        return review is not None and review.verdict is Verdict.REJECT

    def _incident(self, incident: Incident, gone: set[str]) -> tuple[list[Incident], tuple[Place, ...]]:
        """The incident as decided, in a list that is empty where it goes, and the places that it brings."""
        statements = tuple(one for one in incident.statements if one not in gone)
        if self._rejected(Subject.INCIDENT, incident.id) or not statements:
            return [], ()
        tolls = [(effect, replace(toll, statements=_left(toll.statements, gone))) for effect, toll in incident.tolls]
        made = replace(
            incident,
            statements=statements,
            tolls=tuple((effect, toll) for effect, toll in tolls if toll.statements),
            perpetrators=tuple(self._perpetrators(incident, gone)),
        )
        places: tuple[Place, ...] = ()
        for item, review in self.said.items():
            if item.subject is Subject.FIELD and item.of.record == incident.id:
                made, new = with_field(self.old, made, review)
                places += new
        changed = made.perpetrators != incident.perpetrators
        return [replace(made, claims=_claims(made)) if changed else made], places

    def _perpetrators(self, incident: Incident, gone: set[str]) -> Iterator[Perpetrator]:
        for entry in incident.perpetrators:
            review = self._on(Subject.PERPETRATOR, incident.id, perpetrator_key(entry))
            if entry.statement in gone or (review is not None and review.verdict is Verdict.REJECT):
                continue
            yield entry if review is None or review.value is None else replace(entry, stance=Stance(review.value))

    def _relation(self, relation: Relation, gone: set[str]) -> Relation | None:
        statements = _left(relation.statements, gone)
        review = self._on(Subject.RELATION, relation.id)
        if not statements or (review is not None and review.verdict is Verdict.REJECT):
            return None
        kind = RelationKind(review.value) if review is not None and review.value else relation.kind
        return replace(relation, statements=statements, kind=kind)

    def _named(self, actor: Actor) -> Actor:
        given = (self._on(Subject.NAME, actor.id, name_key(span)) for span in actor.mentions)
        kinds = [one.value for one in given if one is not None and one.value and one.value != "place"]
        return replace(
            actor,
            kind=ActorKind(kinds[-1]) if kinds else actor.kind,
            mentions=tuple(self._mentions(actor.id, actor.mentions)),
        )

    def _place(self, place: Place) -> Place:
        return replace(place, mentions=tuple(self._mentions(place.id, place.mentions)))

    def _mentions(self, record: str, spans: Iterable[Span]) -> Iterator[Span]:
        for span in spans:
            review = self._on(Subject.NAME, record, name_key(span))
            if review is None or review.verdict is not Verdict.REJECT:
                yield review.spans[0] if review is not None and review.spans else span


def _about(statement: Statement, known: set[str]) -> Statement:
    """The statement; what it says is plain speech when the incident or relation that it was about is none."""
    content = statement.content
    if not isinstance(content, AboutIncident | AboutRelation) or content.id in known:
        return statement
    return replace(statement, content=Speech(span=covering(statement.evidence)))


def _left(statements: Iterable[str], gone: set[str]) -> tuple[str, ...]:
    return tuple(one for one in statements if one not in gone)


def _claims(incident: Incident) -> Claims:
    """How the claims that are left stand to one another."""
    claimants = {one.actor for one in incident.perpetrators if one.stance is Stance.CLAIMED}
    denied = any(one.stance is Stance.DENIED for one in incident.perpetrators)
    if not claimants:
        return Claims.DENIED if denied else Claims.NONE
    if len(claimants) == 1:
        return Claims.SINGLE
    return Claims.JOINT if incident.claims is Claims.JOINT else Claims.COMPETING


class Readings(Protocol):
    """Where readings are taken from; a store's `View` is one."""

    def reading(self, report: str) -> Reading:
        """The whole reading of one report."""
        ...

    def readings(self) -> Iterator[Reading]:
        """The readings of all reports."""
        ...


class Reviewed:
    """Readings with the decisions that stand: a shelf to weigh from, like the one behind it.

    `finish` is what is done to a reading, and `tell` to a decision, before it is shown.
    """

    def __init__(
        self,
        behind: Readings,
        reviews: Iterable[Review],
        finish: Callable[[Reading], Reading] = lambda reading: reading,
        tell: Callable[[Review], Review] = lambda review: review,
    ) -> None:
        self._behind = behind
        self._finish = finish
        self._tell = tell
        self._by_report: dict[str, list[Review]] = {}
        for review in standing(reviews):
            self._by_report.setdefault(review.item.of.report, []).append(review)

    def reading(self, report: str) -> Reading:
        """The whole reading of one report, as decided."""
        return self._as_decided(self._behind.reading(report))

    def readings(self) -> Iterator[Reading]:
        """The readings of all reports, as decided."""
        for reading in self._behind.readings():
            yield self._as_decided(reading)

    def standing(self, member: Ref) -> tuple[Review, ...]:
        """The decisions that stand on an incident or its fields, and on its statements, by time."""
        reviews = self._by_report.get(member.report, ())
        if not reviews:
            return ()
        raw = next((one for one in self._behind.reading(member.report).incidents if one.id == member.record), None)
        about = {member.record, *(raw.statements if raw else ())}
        said = sorted((one for one in reviews if one.item.of.record in about), key=lambda one: (one.at, one.id))
        return tuple(self._tell(one) for one in said)

    def _as_decided(self, reading: Reading) -> Reading:
        reviews = self._by_report.get(reading.document.id)
        return self._finish(applied(reading, reviews) if reviews else reading)
