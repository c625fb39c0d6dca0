"""A reading of `examples/harbour-blast.txt` made by hand: what pages and terminal texts are drawn from in tests.

Spans are found by their words, so that the text can be edited without counting characters.
"""

from __future__ import annotations

from pathlib import Path

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import text_sha256
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
    Content,
    Form,
    Polarity,
    Speaker,
    Speech,
    Statement,
)
from hearsay.records.time import Time, TimePrecision

EXAMPLES = Path(__file__).parents[2] / "examples"
TEXT = (EXAMPLES / "harbour-blast.txt").read_text(encoding="utf-8")

MERIDIAN = Speaker(actor="a-mna", name="Meridian News Agency", anonymity=Anonymity.NAMED)
HOSPITALS = Speaker(actor="a-hosp", name="hospital officials", anonymity=Anonymity.COLLECTIVE)
MINISTRY = Speaker(actor="a-min", name="The interior ministry", anonymity=Anonymity.NAMED, said="2019-03-13")
POLICE = Speaker(actor="a-pol", name="Police", anonymity=Anonymity.COLLECTIVE)
CALLAN = Speaker(
    actor="a-cal",
    name="Idris Callan",
    anonymity=Anonymity.NAMED,
    role="a spokesman for the Free Coast Army",
    channel="by telephone",
    addressee="Meridian",
)
TIDE = Speaker(
    actor="a-nt",
    name="The Northern Tide",
    anonymity=Anonymity.NAMED,
    channel="in a statement",
    said="2019-03-13",
)
OFFICIAL = Speaker(actor=None, name="A senior security official", anonymity=Anonymity.REQUESTED, addressee="Meridian")
FIGHTER = Speaker(actor=None, name="a detained fighter", anonymity=Anonymity.UNNAMED)
DIPLOMATS = Speaker(actor=None, name="diplomats", anonymity=Anonymity.COLLECTIVE)
ARMY = Speaker(actor="a-army", name="The army", anonymity=Anonymity.COLLECTIVE)


def span(words: str, nth: int = 0) -> Span:
    """The `nth` place of `words` in the example."""
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def _statement(
    number: int,
    words: str,
    speakers: tuple[Speaker, ...],
    content: Content,
    form: Form = Form.INDIRECT,
    certainty: Certainty = Certainty.CERTAIN,
) -> Statement:
    polarity = Polarity.NEGATIVE if "denied" in words else Polarity.POSITIVE
    return Statement(
        id=f"s-{number}",
        evidence=(span(words),),
        speakers=speakers,
        form=form,
        polarity=polarity,
        certainty=certainty,
        content=content,
        by=("by hand",),
    )


def _actor(key: str, name: str, kind: ActorKind, *others: str) -> Actor:
    names = (name, *others)
    mentions = {span(known, nth) for known in names for nth in range(TEXT.count(known))}
    return Actor(
        id=key, name=name, kind=kind, names=names, country=None, registry_id=None, mentions=tuple(sorted(mentions))
    )


def _document() -> Document:
    paragraphs = [line for line in TEXT.split("\n") if line]
    kinds = {0: BlockKind.HEADLINE, 1: BlockKind.BYLINE, 2: BlockKind.STANDFIRST, len(paragraphs) - 1: BlockKind.CREDIT}
    blocks: list[Block] = []
    for index, paragraph in enumerate(paragraphs):
        where = span(paragraph)
        if paragraph.startswith("PORT SELWYN: "):
            blocks.append(Block(kind=BlockKind.DATELINE, span=Span(where.start, where.start + 12)))
            where = Span(where.start + 13, where.end)
        blocks.append(Block(kind=kinds.get(index, BlockKind.BODY), span=where))
    return Document(
        id="document-harbour",
        text=TEXT,
        url="examples/harbour-blast.txt",
        outlet=None,
        agency="Meridian News Agency",
        author=None,
        published="2019-03-14",
        language="en",
        sha256=text_sha256(TEXT),
        blocks=tuple(blocks),
    )


def _statements() -> tuple[Statement, ...]:
    blast, raid = AboutIncident(id="i-blast"), AboutIncident(id="i-raid")
    bomb = (
        "A car bomb tore through the ferry terminal of Port Selwyn late on Tuesday, killing at least 19 people"
        " and wounding about 40"
    )
    ours = "“It was ours, and ours alone,”"
    trained = "the Free Coast Army trained the bombers in the northern hills"
    who = (MERIDIAN, OFFICIAL)
    return (
        _statement(1, bomb, (MERIDIAN, HOSPITALS), blast),
        _statement(2, "The interior ministry on Wednesday put the number of dead at 23", (MERIDIAN, MINISTRY), blast),
        _statement(3, "the attack was carried out by the Northern Tide", (MERIDIAN, POLICE), blast),
        _statement(
            4,
            "the Northern Tide, a faction of the Coastal Liberation Front that split from it in 2014",
            (MERIDIAN, POLICE),
            AboutRelation(id="r-faction"),
        ),
        _statement(5, ours, (MERIDIAN, CALLAN), blast, Form.DIRECT),
        _statement(
            6,
            "Idris Callan, a spokesman for the Free Coast Army",
            (MERIDIAN,),
            AboutRelation(id="r-spokes"),
            Form.NARRATION,
        ),
        _statement(7, "The Northern Tide denied any part in the bombing", (MERIDIAN, TIDE), blast),
        _statement(
            8,
            "“We do not kill ferry passengers,”",
            (MERIDIAN, TIDE),
            Speech(span=span("We do not kill ferry passengers")),
            Form.DIRECT,
        ),
        _statement(9, trained, (*who, FIGHTER), AboutRelation(id="r-trained")),
        _statement(
            10,
            "The two groups may be working together",
            who,
            AboutRelation(id="r-together"),
            certainty=Certainty.POSSIBLE,
        ),
        _statement(11, "diplomats describe them as rivals", (*who, DIPLOMATS), AboutRelation(id="r-rivals")),
        _statement(
            12,
            "In March last year a raid on the Selwyn barracks killed four soldiers",
            (MERIDIAN,),
            raid,
            Form.NARRATION,
        ),
        _statement(13, "The army blamed the Coastal Liberation Front", (MERIDIAN, ARMY), raid),
        _statement(
            14,
            "the Coastal Liberation Front, which is led by Maren Oduya",
            (MERIDIAN,),
            AboutRelation(id="r-led"),
            Form.NARRATION,
        ),
    )


def _by(actor: str, stance: Stance, statement: int, support: str | None = None) -> Perpetrator:
    return Perpetrator(
        actor=actor, role=Part.PERPETRATOR, stance=stance, partners=(), support=support, statement=f"s-{statement}"
    )


def _toll(low: int | None, high: int | None, as_reported: str, statement: int) -> Toll:
    return Toll(low=low, high=high, as_reported=as_reported, statements=(f"s-{statement}",))


def _incidents() -> tuple[Incident, ...]:
    blast = Incident(
        id="i-blast",
        kind="bombing",
        time="2019-03-12TEV",
        places=("p-port",),
        target=Target(what="the ferry terminal of Port Selwyn", kind="transport", actor=None),
        weapon="A car bomb",
        tolls=(
            (CountEffect.KILLED, _toll(19, None, "at least 19 people", 1)),
            (CountEffect.KILLED, _toll(23, 23, "23", 2)),
            (CountEffect.WOUNDED, _toll(None, None, "about 40", 1)),
        ),
        perpetrators=(
            _by("a-nt", Stance.ACCUSED, 3),
            _by("a-fca", Stance.CLAIMED, 5, "a photograph of what it said was the car"),
            _by("a-nt", Stance.DENIED, 7),
        ),
        claims=Claims.SINGLE,
        statements=("s-1", "s-2", "s-3", "s-5", "s-7"),
    )
    raid = Incident(
        id="i-raid",
        kind="armed assault",
        time="2018-03",
        places=("p-barracks",),
        target=Target(what="the Selwyn barracks", kind="military", actor=None),
        weapon=None,
        tolls=((CountEffect.KILLED, _toll(4, 4, "four soldiers", 12)),),
        perpetrators=(_by("a-clf", Stance.ACCUSED, 13),),
        claims=Claims.NONE,
        statements=("s-12", "s-13"),
    )
    return (blast, raid)


def _relation(key: str, kind: RelationKind, subject: str, thing: str, statement: int) -> Relation:
    return Relation(
        id=key,
        kind=kind,
        subject=subject,
        object=thing,
        time="2014" if kind is RelationKind.SPLIT_FROM else None,
        status=RelationStatus.CURRENT,
        qualifier=None,
        statements=(f"s-{statement}",),
    )


def _place(key: str, name: str, precision: PlacePrecision, *mentions: Span) -> Place:
    return Place(
        id=key,
        name=name,
        country=None,
        admin1=None,
        latitude=None,
        longitude=None,
        geonames_id=None,
        precision=precision,
        mentions=mentions,
    )


def harbour() -> Reading:
    """The example, read by hand."""
    return Reading(
        document=_document(),
        actors=(
            _actor("a-mna", "Meridian News Agency", ActorKind.NEWS_AGENCY, "Meridian"),
            _actor("a-pol", "Police", ActorKind.STATE_FORCE),
            _actor("a-min", "interior ministry", ActorKind.GOVERNMENT),
            _actor("a-hosp", "hospital officials", ActorKind.OTHER),
            _actor("a-nt", "Northern Tide", ActorKind.ARMED_GROUP, "a breakaway faction"),
            _actor("a-clf", "Coastal Liberation Front", ActorKind.ARMED_GROUP),
            _actor("a-fca", "Free Coast Army", ActorKind.ARMED_GROUP, "a second group"),
            _actor("a-cal", "Idris Callan", ActorKind.PERSON),
            _actor("a-mar", "Maren Oduya", ActorKind.PERSON),
            _actor("a-army", "army", ActorKind.STATE_FORCE),
        ),
        places=(
            _place("p-port", "Port Selwyn", PlacePrecision.CITY, span("Port Selwyn"), span("Port Selwyn", 1)),
            _place("p-barracks", "Selwyn barracks", PlacePrecision.SITE, span("Selwyn barracks")),
            _place("p-hills", "northern hills", PlacePrecision.REGION, span("northern hills")),
        ),
        times=(
            Time(span=span("late on Tuesday"), value="2019-03-12TEV", precision=TimePrecision.PART_OF_DAY),
            Time(span=span("on Wednesday"), value="2019-03-13", precision=TimePrecision.DAY),
            Time(span=span("in 2014"), value="2014", precision=TimePrecision.YEAR),
            Time(span=span("on Wednesday", 1), value="2019-03-13", precision=TimePrecision.DAY),
            Time(span=span("In March last year"), value="2018-03", precision=TimePrecision.MONTH),
        ),
        statements=_statements(),
        incidents=_incidents(),
        relations=(
            _relation("r-faction", RelationKind.FACTION_OF, "a-nt", "a-clf", 4),
            _relation("r-split", RelationKind.SPLIT_FROM, "a-nt", "a-clf", 4),
            _relation("r-spokes", RelationKind.SPOKESPERSON_OF, "a-cal", "a-fca", 6),
            _relation("r-trained", RelationKind.TRAINED, "a-fca", "the bombers", 9),
            _relation("r-together", RelationKind.ALLY_OF, "a-fca", "a-nt", 10),
            _relation("r-rivals", RelationKind.RIVAL_OF, "a-fca", "a-nt", 11),
            _relation("r-led", RelationKind.LED_BY, "a-clf", "a-mar", 14),
        ),
        notes=("“the northern hills” is in no gazetteer: it keeps its name and gets no coordinates.",),
    )
