"""All that the reports of one case say, as voices and variants: who gives which value for which field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from hearsay.beliefs.figures import Figure, figure_of
from hearsay.beliefs.origins import origins, speaker_key
from hearsay.records.actor import Actor
from hearsay.records.belief import Source, Variant, Voice, Where, Who
from hearsay.records.document import BlockKind
from hearsay.records.incident import CountEffect, Incident, Perpetrator
from hearsay.records.link import Linking, Ref
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind
from hearsay.records.span import Span
from hearsay.records.statement import Anonymity, Speaker, Statement
from hearsay.vocabulary.folding import fold
from hearsay.vocabulary.nouns import weapon_class

QUOTE = 400  # characters of evidence that a voice carries

_INSIDE = frozenset({RelationKind.SPOKESPERSON_OF, RelationKind.MEMBER_OF, RelationKind.FOUNDED})
_HEADS = frozenset({RelationKind.LED_BY})
_FINENESS = {precision: at for at, precision in enumerate(PlacePrecision)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value as one incident of one report gives it. `same` is equal for values that are one variant."""

    same: str
    variant: Variant


@dataclass(frozen=True, slots=True, kw_only=True)
class Blame:
    """One entry on who did it, with its voice."""

    who: Who
    entry: Perpetrator
    partners: tuple[Who, ...]
    voice: Voice


class Hearing:
    """One member of a case: an incident of one reading, with its statements as voices."""

    def __init__(self, reading: Reading, incident: Incident, linking: Linking) -> None:
        self.reading = reading
        self.incident = incident
        self._linking = linking
        self._actors: Mapping[str, Actor] = {actor.id: actor for actor in reading.actors}
        self._places: Mapping[str, Place] = {place.id: place for place in reading.places}
        self._statements = {statement.id: statement for statement in reading.statements}
        self.voices = self._voices(incident.statements)

    @property
    def report(self) -> str:
        return self.reading.document.id

    @property
    def story(self) -> str:
        return self._linking.stories.get(self.report, self.report)

    @property
    def source(self) -> Source:
        """The report, as a citation needs it."""
        document = self.reading.document
        headline = next((block for block in document.blocks if block.kind is BlockKind.HEADLINE), None)
        return Source(
            report=document.id,
            story=self.story,
            headline=" ".join(headline.span.of(document.text).split()) if headline else None,
            outlet=document.outlet,
            agency=document.agency,
            published=document.published,
            url=document.url,
        )

    def told(self) -> Iterable[tuple[str, Told]]:
        """What it gives for each field that is no figure."""
        incident = self.incident
        yield "kind", self._value(incident.kind, incident.kind)
        if incident.time:
            yield "time", self._value(incident.time, incident.time)
        place = self._place()
        if place:
            told = self._value(fold(place.name), place.name)
            yield "place", replace(told, variant=replace(told.variant, where=_where(place, self._town(place))))
        if incident.target:
            target = incident.target
            told = self._value(target.kind or fold(target.what), target.what)
            yield "target", replace(told, variant=replace(told.variant, kind=target.kind))
        if incident.weapon:
            found = weapon_class(incident.weapon)
            told = self._value(found.name if found else fold(incident.weapon), incident.weapon)
            yield "weapon", replace(told, variant=replace(told.variant, kind=found.name if found else None))

    def figures(self) -> Iterable[tuple[CountEffect, Figure]]:
        """Its counts, each with the voices that give it."""
        for effect, toll in self.incident.tolls:
            yield effect, figure_of(toll, self._voices(toll.statements))

    def blames(self) -> Iterable[Blame]:
        """Who is said to have done it."""
        for entry in self.incident.perpetrators:
            for voice in self._voices((entry.statement,)):
                partners = tuple(self.who(partner) for partner in entry.partners)
                yield Blame(who=self.who(entry.actor), entry=entry, partners=partners, voice=voice)

    def who(self, identity: str) -> Who:
        """An actor of the reading, under the id that it shares with those of other reports."""
        actor = self._actors.get(identity)
        if actor is None:
            return Who(id=f"text {fold(identity)}", name=identity, kind=None, country=None, registry_id=None)
        shared = self._linking.actors.get(Ref(report=self.report, record=identity), f"{self.report} {identity}")
        return Who(id=shared, name=actor.name, kind=actor.kind, country=actor.country, registry_id=actor.registry_id)

    def mentions(self, identity: str) -> Iterable[Span]:
        """Where the actor with a shared id stands in the text."""
        for actor in self.reading.actors:
            if self.who(actor.id).id == identity:
                yield from actor.mentions

    def people(self, identity: str) -> set[str]:
        """The actors of the reading who speak for, lead or belong to the one with a shared id."""
        relations = self.reading.relations
        inside = {one.subject for one in relations if one.kind in _INSIDE and self.who(one.object).id == identity}
        heads = {one.object for one in relations if one.kind in _HEADS and self.who(one.subject).id == identity}
        return inside | heads

    def statement(self, identity: str) -> Statement:
        return self._statements[identity]

    def _value(self, same: str, text: str) -> Told:
        return Told(same=same, variant=Variant(text=text, voices=self.voices, origins=1))

    def _place(self) -> Place | None:
        """The finest place; among equals the first that the report gives."""
        places = [self._places[one] for one in self.incident.places if one in self._places]
        return min(places, key=lambda place: _FINENESS[place.precision], default=None)

    def _town(self, site: Place) -> Place | None:
        """The town that a site lies in: as the report says, else the only town of the incident."""
        if site.precision is not PlacePrecision.SITE:
            return None
        known = (self._places.get(one) for one in self.incident.places)
        towns = [place for place in known if place and place.precision is PlacePrecision.CITY]
        outer: Place | None = site
        for _ in self._places:
            outer = self._places.get(outer.within) if outer and outer.within else None
            if outer and outer.precision is PlacePrecision.CITY:
                return outer
        return towns[0] if len(towns) == 1 else None

    def _voices(self, statements: Iterable[str]) -> tuple[Voice, ...]:
        return tuple(self._voice(self._statements[one]) for one in statements if one in self._statements)

    def _name_of(self, speaker: Speaker) -> str:
        """The actor's name where the speaker is described only; never that of one who asked not to be named."""
        actor = self._actors.get(speaker.actor or "")
        known = actor is not None and speaker.anonymity is Anonymity.NAMED
        return actor.name if known and actor is not None else speaker.name

    def _voice(self, statement: Statement) -> Voice:
        document, speakers = self.reading.document, statement.speakers
        teller = document.agency or document.outlet or document.url or document.id
        last = speakers[-1] if speakers else None
        return Voice(
            report=document.id,
            statement=statement.id,
            story=self.story,
            speaker=self._name_of(last) if last else teller,
            key=speaker_key(speakers, document.id, self.story, self._actors, self._linking.actors),
            anonymity=last.anonymity if last else Anonymity.NAMED,
            through=tuple(speaker.name for speaker in speakers[:-1]),
            certainty=statement.certainty,
            outlet=document.outlet,
            published=document.published,
            said=last.said if last else None,
            evidence=statement.evidence,
            channel=last.channel if last else None,
            quote=" ... ".join(span.of(document.text) for span in statement.evidence)[:QUOTE],
        )


def variants(told: Sequence[Told]) -> list[Variant]:
    """Values that are the same, put together with all their voices; by their earliest voice, then by text."""
    grouped: dict[str, list[Variant]] = {}
    for one in told:
        grouped.setdefault(one.same, []).append(one.variant)
    return sorted(map(joined, grouped.values()), key=lambda variant: (variant.earliest or "~", variant.text))


def joined(same: Sequence[Variant]) -> Variant:
    """One variant of several that are the same: its words are those that are used most."""
    voices = {(voice.report, voice.statement): voice for variant in same for voice in variant.voices}
    ordered = tuple(sorted(voices.values(), key=lambda voice: (voice.when or "~", voice.report, voice.statement)))
    uses: dict[str, int] = {}
    for variant in same:
        uses[variant.text] = uses.get(variant.text, 0) + 1
    text = min(uses, key=lambda words: (-uses[words], words))
    model = next(variant for variant in same if variant.text == text)
    return replace(model, text=text, voices=ordered, origins=origins(ordered))


def _where(place: Place, town: Place | None = None) -> Where:
    return Where(
        town=_where(town) if town else None,
        name=place.name,
        country=place.country,
        admin1=place.admin1,
        latitude=place.latitude,
        longitude=place.longitude,
        geonames_id=place.geonames_id,
        precision=place.precision,
    )
