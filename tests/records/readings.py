"""Readings for property tests: of every shape that the records allow, their ids and spans leading somewhere."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import strategies as st

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
    Content,
    Form,
    Polarity,
    Speaker,
    Speech,
    Statement,
)
from hearsay.records.time import Time, TimePrecision

WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abc \n\t\"'\\/<>&“”’é中ﷺ😀\u0000\u2028"), st.characters(exclude_categories=["Cs"])
    ),
    max_size=12,
)
TEXTS = st.lists(WORDS, min_size=1, max_size=6).map(" ".join).filter(lambda text: text.strip() != "")
MAYBE = st.none() | WORDS
WHEN = st.sampled_from([None, "2016-10-24", "2015-05", "2014-10/2016-10", "2016-10-24TNI", "P2Y"])
COUNTRY = st.sampled_from([None, "ML", "PK", "XK"])


@dataclass(frozen=True)
class Known:
    """The ids that a reading's records may point at."""

    size: int
    actors: tuple[str, ...]
    places: tuple[str, ...]
    statements: tuple[str, ...]
    incidents: tuple[str, ...]
    relations: tuple[str, ...]


def ids(kind: str, low: int, high: int) -> st.SearchStrategy[tuple[str, ...]]:
    return st.integers(low, high).map(lambda n: tuple(content_id(kind, index) for index in range(n)))


@st.composite
def spans(draw: st.DrawFn, size: int) -> Span:
    start = draw(st.integers(0, size - 1))
    return Span(start, draw(st.integers(start + 1, size)))


def some(known: tuple[str, ...], least: int = 0) -> st.SearchStrategy[tuple[str, ...]]:
    if not known:
        return st.just(())
    return st.lists(st.sampled_from(known), min_size=least, max_size=3, unique=True).map(tuple)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(TEXTS)
    cut = draw(st.integers(0, len(text)))
    blocks = [
        Block(kind=draw(st.sampled_from(BlockKind)), span=Span(a, b)) for a, b in ((0, cut), (cut, len(text))) if a < b
    ]
    url, outlet = draw(MAYBE), draw(MAYBE)
    return Document(
        id=report_id(text_sha256(text), url, outlet),
        text=text,
        url=url,
        outlet=outlet,
        agency=draw(MAYBE),
        author=draw(MAYBE),
        published=draw(st.sampled_from([None, "2016-10-26", "2016-10-26T09:30:00+05:00"])),
        language="en",
        sha256=text_sha256(text),
        blocks=tuple(blocks),
        notes=draw(st.lists(WORDS, max_size=2).map(tuple)),
    )


def actors(one: str, known: Known) -> st.SearchStrategy[Actor]:
    return st.builds(
        Actor,
        id=st.just(one),
        name=WORDS,
        kind=st.sampled_from(ActorKind),
        names=st.lists(WORDS, max_size=3).map(tuple),
        country=COUNTRY,
        registry_id=MAYBE,
        mentions=st.lists(spans(known.size), max_size=3).map(tuple),
    )


def places(one: str, known: Known) -> st.SearchStrategy[Place]:
    return st.builds(
        Place,
        id=st.just(one),
        name=WORDS,
        country=COUNTRY,
        admin1=MAYBE,
        latitude=st.none() | st.floats(-90, 90),
        longitude=st.none() | st.floats(-180, 180),
        geonames_id=st.none() | st.integers(1, 10**8),
        precision=st.sampled_from(PlacePrecision),
        mentions=st.lists(spans(known.size), max_size=3).map(tuple),
        within=st.none() | st.sampled_from(known.places),
        reasons=st.lists(WORDS, max_size=2).map(tuple),
    )


def times(known: Known) -> st.SearchStrategy[Time]:
    return st.builds(Time, span=spans(known.size), value=WHEN, precision=st.sampled_from(TimePrecision))


def speakers(known: Known) -> st.SearchStrategy[Speaker]:
    return st.builds(
        Speaker,
        actor=st.none() | st.sampled_from(known.actors) if known.actors else st.none(),
        name=WORDS,
        anonymity=st.sampled_from(Anonymity),
        role=MAYBE,
        channel=MAYBE,
        addressee=MAYBE,
        said=WHEN,
    )


def contents(known: Known) -> st.SearchStrategy[Content]:
    options: list[st.SearchStrategy[Content]] = [st.builds(Speech, span=spans(known.size))]
    if known.incidents:
        options.append(st.builds(AboutIncident, id=st.sampled_from(known.incidents)))
    if known.relations:
        options.append(st.builds(AboutRelation, id=st.sampled_from(known.relations)))
    return st.one_of(options)


def statements(one: str, known: Known) -> st.SearchStrategy[Statement]:
    return st.builds(
        Statement,
        id=st.just(one),
        evidence=st.lists(spans(known.size), min_size=1, max_size=2).map(tuple),
        speakers=st.lists(speakers(known), max_size=3).map(tuple),
        form=st.sampled_from(Form),
        polarity=st.sampled_from(Polarity),
        certainty=st.sampled_from(Certainty),
        content=contents(known),
        by=st.lists(WORDS, max_size=2).map(tuple),
    )


def tolls(known: Known) -> st.SearchStrategy[tuple[tuple[CountEffect, Toll], ...]]:
    """Grouped by effect, as the wire groups them."""
    toll = st.builds(
        Toll,
        low=st.none() | st.integers(0, 10**6),
        high=st.none() | st.integers(0, 10**6),
        as_reported=WORDS,
        statements=some(known.statements, 1),
    )
    figures = st.dictionaries(st.sampled_from(CountEffect), st.lists(toll, min_size=1, max_size=3), max_size=3)
    return figures.map(lambda given: tuple((effect, one) for effect, listed in given.items() for one in listed))


def perpetrators(known: Known) -> st.SearchStrategy[Perpetrator]:
    return st.builds(
        Perpetrator,
        actor=st.sampled_from(known.actors),
        role=st.sampled_from(Part),
        stance=st.sampled_from(Stance),
        partners=some(known.actors),
        support=MAYBE,
        statement=st.sampled_from(known.statements),
    )


def incidents(one: str, known: Known) -> st.SearchStrategy[Incident]:
    return st.builds(
        Incident,
        id=st.just(one),
        kind=st.sampled_from(["bombing", "armed assault"]),
        time=WHEN,
        places=some(known.places),
        target=st.none() | st.builds(Target, what=WORDS, kind=MAYBE, actor=MAYBE),
        weapon=MAYBE,
        tolls=tolls(known),
        perpetrators=st.lists(perpetrators(known), max_size=3).map(tuple) if known.actors else st.just(()),
        claims=st.sampled_from(Claims),
        statements=some(known.statements, 1),
    )


def relations(one: str, known: Known) -> st.SearchStrategy[Relation]:
    return st.builds(
        Relation,
        id=st.just(one),
        kind=st.sampled_from(RelationKind),
        subject=st.sampled_from(known.actors) if known.actors else WORDS,
        object=WORDS,
        time=WHEN,
        status=st.sampled_from(RelationStatus),
        qualifier=MAYBE,
        statements=some(known.statements, 1),
    )


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    """A reading whose references all resolve. Without statements it has no incidents and no relations."""
    document = draw(documents())
    said = draw(ids("statement", 0, 3))
    known = Known(
        size=len(document.text),
        actors=draw(ids("actor", 0, 3)),
        places=draw(ids("place", 0, 2)),
        statements=said,
        incidents=draw(ids("incident", 0, 2)) if said else (),
        relations=draw(ids("relation", 0, 2)) if said else (),
    )
    return Reading(
        document=document,
        actors=tuple(draw(actors(one, known)) for one in known.actors),
        places=tuple(draw(places(one, known)) for one in known.places),
        times=draw(st.lists(times(known), max_size=2).map(tuple)),
        statements=tuple(draw(statements(one, known)) for one in known.statements),
        incidents=tuple(draw(incidents(one, known)) for one in known.incidents),
        relations=tuple(draw(relations(one, known)) for one in known.relations),
        notes=draw(st.lists(WORDS, max_size=2).map(tuple)),
    )


def renamed(reading: Reading, text: str) -> Reading:
    """The same records on another text, at least as long."""
    document = replace(
        reading.document, text=text, sha256=text_sha256(text), id=report_id(text_sha256(text), None, None)
    )
    return replace(reading, document=document)
