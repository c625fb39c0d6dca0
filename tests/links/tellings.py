"""Readings made by hand for the tests of links, beliefs and exports: fictional reports of fictional incidents."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, report_id, text_sha256
from hearsay.records.incident import Claims, CountEffect, Incident, Part, Perpetrator, Stance, Target, Toll
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.records.statement import (
    AboutIncident,
    Anonymity,
    Certainty,
    Form,
    Polarity,
    Speaker,
    Statement,
)

TOWNS = {
    "Tessaro": ("ML", "Gomba", 14.50, -4.20),
    "Old Tessaro": ("ML", "Gomba", 14.52, -4.25),
    "Harn": ("ML", "Gomba", 15.90, -3.10),
    "Mopti": ("ML", "Mopti", 14.48, -4.18),
    "Gao": ("ML", "Gao", 16.27, -0.04),
    "Segou": ("ML", "Ségou", 13.43, -6.27),
    "Livadne": ("GR", "Attike", 38.00, 23.70),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One statement: the paragraph that makes it, who says it, and what it gives."""

    words: str
    speaker: str | None = None  # None: the report's own voice
    anonymity: Anonymity = Anonymity.NAMED
    killed: int | tuple[int | None, int | None, str] | None = None
    wounded: int | None = None
    detained: int | None = None
    doer: str | None = None
    stance: Stance = Stance.REPORTED
    partners: tuple[str, ...] = ()
    certainty: Certainty = Certainty.CERTAIN
    polarity: Polarity = Polarity.POSITIVE
    said: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One incident of a report."""

    words: tuple[Word, ...]
    kind: str = "bombing"
    time: str | None = None
    town: str | None = "Tessaro"
    target: str | None = None
    target_kind: str | None = None
    weapon: str | None = None


def document(text: str, *, published: str | None, outlet: str | None = None, agency: str | None = None) -> Document:
    """Its first line is its headline."""
    cut = text.find("\n")
    sha256 = text_sha256(text)
    return Document(
        id=report_id(sha256, None, outlet),
        text=text,
        url=None,
        outlet=outlet,
        agency=agency,
        author=None,
        published=published,
        language="en",
        sha256=sha256,
        blocks=(
            Block(kind=BlockKind.HEADLINE, span=Span(0, cut)),
            Block(kind=BlockKind.BODY, span=Span(cut + 1, len(text))),
        ),
    )


def telling(source: Document, *happenings: Happening) -> Reading:
    """The reading of a report whose text holds the words of each `Word`."""
    return _Teller(source).reading(happenings)


class _Teller:
    def __init__(self, source: Document) -> None:
        self._source = source
        self._actors: dict[str, Actor] = {}
        self._places: dict[str, Place] = {}
        self._statements: list[Statement] = []

    def reading(self, happenings: tuple[Happening, ...]) -> Reading:
        incidents = tuple(self._incident(number, happening) for number, happening in enumerate(happenings))
        return Reading(
            document=self._source,
            actors=tuple(self._actors.values()),
            places=tuple(self._places.values()),
            times=(),
            statements=tuple(self._statements),
            incidents=incidents,
            relations=(),
        )

    def _actor(self, name: str) -> str:
        kind = ActorKind.STATE_FORCE if name in ("police", "the army") else ActorKind.ARMED_GROUP
        identity = content_id("actor", self._source.id, name)
        self._actors[name] = Actor(
            id=identity,
            name=name,
            kind=kind,
            names=(name,),
            country=None,
            registry_id=None,
            mentions=tuple(self._places_of(name)),
        )
        return identity

    def _places_of(self, words: str) -> Iterator[Span]:
        start = self._source.text.find(words)
        while start >= 0:
            yield Span(start, start + len(words))
            start = self._source.text.find(words, start + 1)

    def _place(self, name: str) -> str:
        country, admin1, latitude, longitude = TOWNS[name]
        identity = content_id("place", self._source.id, name)
        self._places[name] = Place(
            id=identity,
            name=name,
            country=country,
            admin1=admin1,
            latitude=latitude,
            longitude=longitude,
            geonames_id=None,
            precision=PlacePrecision.CITY,
            mentions=(),
        )
        return identity

    def _incident(self, number: int, happening: Happening) -> Incident:
        identity = content_id("incident", self._source.id, number)
        tolls: list[tuple[CountEffect, Toll]] = []
        doers: list[Perpetrator] = []
        told: list[str] = []
        for at, word in enumerate(happening.words):
            statement = self._statement(f"{number}.{at}", word, identity)
            told.append(statement)
            if word.killed is not None:
                tolls.append((CountEffect.KILLED, _toll(word.killed, statement)))
            if word.wounded is not None:
                tolls.append((CountEffect.WOUNDED, _toll(word.wounded, statement)))
            if word.detained is not None:
                tolls.append((CountEffect.DETAINED, _toll(word.detained, statement)))
            if word.doer is not None:
                doers.append(self._perpetrator(word, statement))
        target = happening.target
        return Incident(
            id=identity,
            kind=happening.kind,
            time=happening.time,
            places=(self._place(happening.town),) if happening.town else (),
            target=Target(what=target, kind=happening.target_kind, actor=None) if target else None,
            weapon=happening.weapon,
            tolls=tuple(tolls),
            perpetrators=tuple(doers),
            claims=Claims.NONE,
            statements=tuple(told),
        )

    def _statement(self, number: str, word: Word, incident: str) -> str:
        start = self._source.text.index(word.words)
        speakers = [
            Speaker(actor=None, name=self._source.agency or self._source.outlet or "", anonymity=Anonymity.NAMED)
        ]
        if word.speaker:
            actor = self._actors[word.speaker].id if word.speaker in self._actors else None
            speakers.append(
                Speaker(actor=actor, name=word.speaker, anonymity=word.anonymity, said=word.said, channel=word.channel)
            )
        statement = Statement(
            id=content_id("statement", self._source.id, number),
            evidence=(Span(start, start + len(word.words)),),
            speakers=tuple(speaker for speaker in speakers if speaker.name),
            form=Form.INDIRECT if word.speaker else Form.NARRATION,
            polarity=word.polarity,
            certainty=word.certainty,
            content=AboutIncident(id=incident),
        )
        self._statements.append(statement)
        return statement.id

    def _perpetrator(self, word: Word, statement: str) -> Perpetrator:
        return Perpetrator(
            actor=self._actor(word.doer or ""),
            role=Part.PERPETRATOR,
            stance=word.stance,
            partners=tuple(self._actor(partner) for partner in word.partners),
            support=None,
            statement=statement,
        )


def _toll(figure: int | tuple[int | None, int | None, str], statement: str) -> Toll:
    low, high, words = (figure, figure, str(figure)) if isinstance(figure, int) else figure
    return Toll(low=low, high=high, as_reported=words, statements=(statement,))
