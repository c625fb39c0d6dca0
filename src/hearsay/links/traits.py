"""What is kept of an incident of a report to compare it with those of other reports: little enough for memory."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from zlib import crc32

import numpy as np
import numpy.typing as npt

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.edtf import days_of
from hearsay.records.incident import CountEffect, Incident
from hearsay.records.link import Ref
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.span import Span
from hearsay.vocabulary.described import is_unnamed
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.kinds import kinds
from hearsay.vocabulary.tallies import is_tally

Terms = npt.NDArray[np.uint32]

LONGEST_SPREAD = 31  # days: what is spread over more, in words that add up, is a tally
_TOWN = frozenset({PlacePrecision.SITE, PlacePrecision.CITY})
_AREA = frozenset({PlacePrecision.ADMIN2, PlacePrecision.ADMIN1, PlacePrecision.REGION})
_NAMELESS = frozenset({ActorKind.CIVILIANS, ActorKind.OTHER})
_EMPTY_WORDS = frozenset(
    "the and for was were that with from said has have had his her its their they who which this been are not but will"
    " would after before when where into over under about also more than other one two three four five six seven eight"
    " nine ten people person man men woman women killed wounded injured dead attack attacked bomb bombing explosion"
    " police officials official told reported according group government there some all out she him them could our you"
    " can what least monday tuesday wednesday thursday friday saturday sunday between during against while being"
    " january february march april may june july august september october november december year years day days".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town or a spot in one: by GeoNames id, folded name and coordinates, as far as known."""

    name: str
    geonames_id: int | None
    point: tuple[float, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Trait:
    """One incident of one report, ready to be compared.

    `days` are the first and last day (ordinals) that its time may mean, `published` the report's day. `targets` are
    the target's words, `doers` the names of named perpetrators. `terms` are sorted hashes of the words around its
    evidence. `order` sorts traits without regard to the order of arrival.
    """

    ref: Ref
    order: tuple[str, str, str]
    kind: str
    family: str
    days: tuple[int, int] | None
    published: int | None
    towns: tuple[Town, ...]
    areas: frozenset[str]
    countries: frozenset[str]
    targets: frozenset[str]
    target_kind: str | None
    doers: frozenset[str]
    killed: tuple[int, ...]
    wounded: tuple[int, ...]
    terms: Terms

    @property
    def exact_day(self) -> int | None:
        """The day, when the time leaves just one."""
        return self.days[0] if self.days and self.days[0] == self.days[1] else None


def traits_of(reading: Reading) -> tuple[list[Trait], list[Ref]]:
    """The incidents of a reading as traits, and those that are running tallies."""
    reader = _Reader(reading)
    kept, tallies = [], []
    for incident in reading.incidents:
        trait = reader.trait(incident)
        (tallies.append(trait.ref) if reader.is_tally(incident, trait) else kept.append(trait))
    return kept, tallies


class _Reader:
    def __init__(self, reading: Reading) -> None:
        self._document = reading.document
        self._places: Mapping[str, Place] = {place.id: place for place in reading.places}
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in reading.actors}
        self._evidence = {statement.id: statement.evidence for statement in reading.statements}
        day = days_of(reading.document.published[:10]) if reading.document.published else None
        self._published: date | None = day[0] if day else None

    def trait(self, incident: Incident) -> Trait:
        days = days_of(incident.time) if incident.time else None
        places = [self._places[one] for one in incident.places if one in self._places]
        document, kind = self._document.id, kinds().get(incident.kind)
        target = incident.target
        return Trait(
            ref=Ref(report=document, record=incident.id),
            order=(self._published.isoformat() if self._published else "~", document, incident.id),
            kind=incident.kind,
            family=kind.group if kind else incident.kind,
            days=(days[0].toordinal(), days[1].toordinal()) if days else None,
            published=self._published.toordinal() if self._published else None,
            towns=tuple(_town(place) for place in places if place.precision in _TOWN),
            areas=frozenset(_areas(places)),
            countries=frozenset(place.country for place in places if place.country),
            targets=frozenset(_words(target.what)) if target else frozenset(),
            target_kind=target.kind if target else None,
            doers=frozenset(self._doers(incident)),
            killed=_figures(incident, CountEffect.KILLED),
            wounded=_figures(incident, CountEffect.WOUNDED),
            terms=self._terms(incident),
        )

    def is_tally(self, incident: Incident, trait: Trait) -> bool:
        """No one day, and every sentence that tells of it adds up what happened over a stretch of time."""
        if trait.days and trait.days[1] - trait.days[0] < LONGEST_SPREAD - 1:
            return False
        words = [self._sentences(span) for one in incident.statements for span in self._evidence.get(one, ())]
        return bool(words) and all(is_tally(one) for one in words)

    def _doers(self, incident: Incident) -> Iterable[str]:
        for entry in incident.perpetrators:
            for one in (entry.actor, *entry.partners):
                actor = self._actors.get(one)
                if actor and actor.kind not in _NAMELESS and not (actor.name.islower() or is_unnamed(actor.name)):
                    yield actor.registry_id or fold(actor.name)

    def _terms(self, incident: Incident) -> Terms:
        """Hashes of the words in the paragraphs that tell of the incident."""
        spans = {self._paragraph(span) for one in incident.statements for span in self._evidence.get(one, ())}
        words = {word for span in spans for word in _words(span.of(self._document.text))}
        return np.array(sorted(crc32(word.encode()) for word in words), dtype=np.uint32)

    def _paragraph(self, span: Span) -> Span:
        text = self._document.text
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        return Span(start, len(text) if end < 0 else end)

    def _sentences(self, span: Span) -> str:
        """The evidence with what stands around it, up to the ends of the sentence."""
        text = self._document.text
        start = max(text.rfind(mark, 0, span.start) for mark in (". ", "\n"))
        ends = [at for mark in (". ", "\n") if (at := text.find(mark, span.end)) >= 0]
        return text[start + 1 : min(ends, default=len(text))]


def _words(text: str) -> Iterable[str]:
    for word in fold(text).split():
        if len(word) > 2 and not word.isdigit() and word not in _EMPTY_WORDS:
            yield word


def _town(place: Place) -> Town:
    known = place.latitude is not None and place.longitude is not None
    point = (place.latitude or 0.0, place.longitude or 0.0) if known else None
    return Town(name=fold(place.name), geonames_id=place.geonames_id, point=point)


def _areas(places: Iterable[Place]) -> Iterable[str]:
    for place in places:
        if place.precision in _AREA:
            yield fold(place.name)
        if place.admin1:
            yield fold(place.admin1)


def _figures(incident: Incident, effect: CountEffect) -> tuple[int, ...]:
    """Each figure that the report gives, by its lower bound where it has one."""
    bounds = [toll.low if toll.low is not None else toll.high for known, toll in incident.tolls if known is effect]
    return tuple(sorted({bound for bound in bounds if bound is not None}))
