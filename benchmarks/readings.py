"""Readings of invented incidents, made without reading anything: for measuring what works on a large book.

Every name, place and event is fiction; towns lie where no map has them. The same seed gives the same readings. An
incident has one report, or several: carried copies, other outlets, a claim, an accusation and its denial.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, report_id, text_sha256
from hearsay.records.incident import Claims, CountEffect, Incident, Part, Perpetrator, Stance, Target, Toll
from hearsay.records.place import Place, PlacePrecision
from hearsay.records.reading import Reading
from hearsay.records.relation import Relation, RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.records.statement import (
    AboutIncident,
    AboutRelation,
    Anonymity,
    Certainty,
    Form,
    Polarity,
    Speaker,
    Statement,
)

FIRST, DAYS = date(1995, 1, 1), 11_000
COUNTRIES = "ML NG PK AF IQ SY SO CO PH UA ET SD TD NE BF KE MZ CD YE LY EG IN MM TH PE MX HT LB TR LK".split()
SYLLABLES = "ka ro ta mi sel vor du nam pel ish ga dor lu ben rai oth zan fe qua mor".split()
KINDS = "bombing|shooting|armed assault|kidnapping|suicide bombing|shelling|killing|arson|ambush|air strike".split("|")
TARGETS = "market|patrol|mosque|convoy|school|checkpoint|bus|barracks|clinic|bridge|church|hotel".split("|")
COLOURS = "Red|Black|White|Green|Silver|Iron|Free|United|New|Northern|Southern|Eastern".split("|")
BEASTS = "Heron|Falcon|Lantern|Tide|Ridge|Harvest|Plain|River|Dune|Coast|Valley|Dawn".split("|")
BODIES = "Front|Brigade|Column|Movement|Army|Council".split("|")
OUTLETS = [f"The {colour} {paper}" for colour in COLOURS for paper in ("Courier", "Post", "Ledger", "Oar")]
AGENCIES = ("Meridian News Agency", "Southern Wire", "Continental Press")
TIES = (RelationKind.FACTION_OF, RelationKind.ALLIED_WITH, RelationKind.RIVAL_OF, RelationKind.LED_BY)
FILLER = """Residents said the power was cut minutes before and that the roads out of town stayed closed.
A shopkeeper said he heard gunfire for nearly an hour and hid under the tables with his sons.
Hospital officials said some of the wounded were in critical condition.
The minister promised that those who did this would be found.
Nobody has been tried for an attack of the year before.""".splitlines()


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """An invented town, in degrees."""

    name: str
    country: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What happened, as its reports will tell it."""

    number: int
    day: date
    town: Town
    kind: str
    target: str
    killed: int
    claimant: str
    accused: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """Who prints it, when (ISO 8601), and whose story it is."""

    outlet: str
    agency: str | None
    published: str


class World:
    """`incidents` incidents, reported 1.4 times in the mean."""

    def __init__(self, incidents: int, seed: int = 1) -> None:
        self._chance = Random(seed)  # noqa: S311 - fiction is no secret
        self._incidents = incidents
        self._groups = [f"{one} {two} {three}" for one in COLOURS for two in BEASTS for three in BODIES]
        self._chance.shuffle(self._groups)
        self._towns = [self._town() for _ in range(max(60, incidents // 40))]

    def readings(self) -> Iterator[Reading]:
        """One reading after another, incident by incident."""
        for number in range(self._incidents):
            facts = self._facts(number)
            agency = self._chance.choice(AGENCIES)
            lead = self._lead(facts)
            for nth in range(self._chance.choice((1, 1, 1, 1, 1, 2, 3))):
                carried = nth > 0 and self._chance.random() < 0.4
                lead = lead if carried or nth == 0 else self._lead(facts)
                yield self._reading(facts, lead, nth, agency if nth == 0 or carried else None)

    def _town(self) -> Town:
        chance = self._chance
        at = chance.randrange(len(COUNTRIES))
        return Town(
            name="".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize(),
            country=COUNTRIES[at],
            latitude=round(-25 + at * 2.4 + chance.random() * 6, 4),
            longitude=round(-90 + at * 6.5 + chance.random() * 8, 4),
        )

    def _facts(self, number: int) -> Facts:
        chance = self._chance
        claimant, accused = (min(int(chance.paretovariate(0.7)), len(self._groups) - 2) for _ in range(2))
        return Facts(
            number=number,
            day=FIRST + timedelta(days=chance.randrange(DAYS)),
            town=self._towns[int(len(self._towns) * chance.random() ** 2)],  # some have most of the incidents
            kind=chance.choice(KINDS),
            target=chance.choice(TARGETS),
            killed=int(chance.paretovariate(1.0)) % 400,
            claimant=self._groups[claimant],
            accused=self._groups[accused + (claimant == accused)],
        )

    def _lead(self, facts: Facts) -> str:
        """What one outlet writes of it; words of the incident's own make carriers alike and others not."""
        chance = self._chance
        own = " ".join(f"{chance.choice(SYLLABLES)}{chance.choice(SYLLABLES)}{facts.number % 977}" for _ in range(6))
        return f"The {facts.kind} at the {facts.target} near {own} shook the town. {chance.choice(FILLER)}"

    def _reading(self, facts: Facts, lead: str, nth: int, agency: str | None) -> Reading:
        chance = self._chance
        published = facts.day + timedelta(days=chance.randrange(1, 4))
        killed = max(0, facts.killed + (chance.choice((0, 0, 0, 2, 9)) if nth else 0))
        paper = Paper(outlet=chance.choice(OUTLETS), agency=agency, published=published.isoformat())
        headline = f"{killed} killed in {facts.kind} in {facts.town.name}"
        toll = f"Police said {killed} people were killed in {facts.town.name} on {facts.day:%A}."
        claim = f"The {facts.claimant} said it carried out the attack."
        blame = f"A senior official suspected the {facts.accused}, an ally of the {facts.claimant}."
        sentences = [toll, lead, claim, blame]
        text = headline + "\n\n" + "\n\n".join(sentences)
        return _Telling(facts, nth, text, paper, killed, chance.random()).reading(sentences)


class _Telling:
    """One report of it; `firm` from 0 to 1 says how much the report knows."""

    def __init__(self, facts: Facts, nth: int, text: str, paper: Paper, killed: int, firm: float) -> None:
        self._facts, self._text, self._killed, self._firm = facts, text, killed, firm
        sha256 = text_sha256(text)
        self._report = report_id(sha256, None, f"{paper.outlet} {facts.number} {nth}")
        self._document = Document(
            id=self._report,
            text=text,
            url=None,
            outlet=paper.outlet,
            agency=paper.agency,
            author=None,
            published=paper.published,
            language="en",
            sha256=sha256,
            blocks=(
                Block(kind=BlockKind.HEADLINE, span=Span(0, text.index("\n"))),
                Block(kind=BlockKind.BODY, span=Span(text.index("\n\n") + 2, len(text))),
            ),
        )

    def _id(self, kind: str, name: str) -> str:
        return content_id(kind, self._report, name)

    def reading(self, sentences: list[str]) -> Reading:
        """Toll, claim and suspicion, each with its speaker and its words."""
        facts = self._facts
        claimant, accused = self._group(facts.claimant), self._group(facts.accused)
        incident, tie, town = self._id("incident", "it"), self._id("relation", "tie"), self._id("place", "town")
        spans = [Span(at, at + len(one)) for one in sentences for at in [self._text.index(one)]]
        police = Speaker(actor=None, name="police", anonymity=Anonymity.COLLECTIVE)
        spokesman = Speaker(actor=claimant.id, name=facts.claimant, anonymity=Anonymity.NAMED)
        official = Speaker(actor=None, name="a senior official", anonymity=Anonymity.REQUESTED)
        about = AboutIncident(id=incident)
        toll = self._statement("toll", spans[0], police, about, Certainty.CERTAIN)
        scene = self._statement("scene", spans[1], None, about, Certainty.CERTAIN)
        claim = self._statement("claim", spans[2], spokesman, about, Certainty.CERTAIN)
        blame = self._statement("blame", spans[3], official, about, Certainty.POSSIBLE)
        ally = self._statement("ally", spans[3], official, AboutRelation(id=tie), Certainty.PROBABLE)
        who = self._who(claimant.id, claim.id, accused.id, blame.id)
        claims = any(one.stance is Stance.CLAIMED for one in who)
        day = facts.day.isoformat()
        return Reading(
            document=self._document,
            actors=(claimant, accused),
            places=(self._place(town),),
            times=(),
            statements=(toll, scene, claim, blame, ally),
            incidents=(
                Incident(
                    id=incident,
                    kind=facts.kind,
                    time=day if self._firm < 0.9 else day[:7] if self._firm < 0.97 else None,
                    places=(town,),
                    target=Target(what=f"the {facts.target}", kind=None, actor=None),
                    weapon=None,
                    tolls=(
                        (
                            CountEffect.KILLED,
                            Toll(
                                low=self._killed,
                                high=self._killed,
                                as_reported=f"{self._killed} people",
                                statements=(toll.id,),
                            ),
                        ),
                    ),
                    perpetrators=who,
                    claims=Claims.SINGLE if claims else Claims.NONE,
                    statements=(toll.id, scene.id, claim.id, blame.id),
                ),
            ),
            relations=(
                Relation(
                    id=tie,
                    kind=TIES[facts.number % len(TIES)],
                    subject=accused.id,
                    object=claimant.id,
                    time=None,
                    status=RelationStatus.CURRENT,
                    qualifier=None,
                    statements=(ally.id,),
                ),
            ),
        )

    def _group(self, name: str) -> Actor:
        return Actor(
            id=self._id("actor", name),
            name=name,
            kind=ActorKind.ARMED_GROUP,
            names=(name,),
            country=self._facts.town.country,
            registry_id=None,
            mentions=(),
        )

    def _statement(
        self, name: str, span: Span, speaker: Speaker | None, content: AboutIncident | AboutRelation, firm: Certainty
    ) -> Statement:
        outlet = Speaker(actor=None, name=self._document.outlet or "", anonymity=Anonymity.NAMED)
        return Statement(
            id=self._id("statement", name),
            evidence=(span,),
            speakers=(outlet, speaker) if speaker else (outlet,),
            form=Form.INDIRECT if speaker else Form.NARRATION,
            polarity=Polarity.POSITIVE,
            certainty=firm,
            content=content,
        )

    def _who(self, claimant: str, claim: str, accused: str, blame: str) -> tuple[Perpetrator, ...]:
        said = [(claimant, Stance.CLAIMED, claim)] * (self._firm < 0.5)
        said += [(accused, Stance.SUSPECTED, blame)] * (self._firm > 0.3)
        return tuple(
            Perpetrator(actor=actor, role=Part.PERPETRATOR, stance=stance, partners=(), support=None, statement=one)
            for actor, stance, one in said
        )

    def _place(self, one: str) -> Place:
        town = self._facts.town
        return Place(
            id=one,
            name=town.name,
            country=town.country,
            admin1=None,
            latitude=town.latitude,
            longitude=town.longitude,
            geonames_id=None,
            precision=PlacePrecision.CITY,
            mentions=(),
        )
