"""Small readings of invented reports, for stores and batches."""

from __future__ import annotations

from dataclasses import replace

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


def document(text: str, *, url: str | None = None, outlet: str | None = None, published: str | None = None) -> Document:
    """A document whose first line is its headline."""
    cut = text.rstrip().find("\n")
    blocks = [Block(kind=BlockKind.BODY, span=Span(cut + 1, len(text)))]
    if cut > 0:
        blocks.insert(0, Block(kind=BlockKind.HEADLINE, span=Span(0, cut)))
    sha256 = text_sha256(text)
    return Document(
        id=report_id(sha256, url, outlet),
        text=text,
        url=url,
        outlet=outlet,
        agency=None,
        author=None,
        published=published,
        language="en",
        sha256=sha256,
        blocks=tuple(blocks),
    )


def reading(source: Document, *, time: str | None = "2031-05-04", killed: int = 5, kind: str = "bombing") -> Reading:
    """One incident in Sévaré, claimed by the Red Heron Brigade, which a minister calls a faction of the Dune Front."""
    whole = Span(0, len(source.text))
    claim, blame = content_id("statement", source.id, "claim"), content_id("statement", source.id, "blame")
    heron, dune = content_id("actor", source.id, "heron"), content_id("actor", source.id, "dune")
    minister = content_id("actor", source.id, "minister")
    town = content_id("place", source.id, "town")
    blast, faction = content_id("incident", source.id, "blast"), content_id("relation", source.id, "faction")
    spokesman = Speaker(actor=heron, name="a spokesman of the brigade", anonymity=Anonymity.UNNAMED, channel="by radio")
    official = Speaker(actor=minister, name="Interior Minister Oumar Tall", anonymity=Anonymity.NAMED)
    return Reading(
        document=source,
        actors=(
            _actor(heron, "Red Heron Brigade", ActorKind.ARMED_GROUP, "the Herons"),
            _actor(dune, "Dune Front", ActorKind.ARMED_GROUP),
            _actor(minister, "Oumar Tall", ActorKind.PERSON),
        ),
        places=(_place(town),),
        times=(),
        statements=(
            _statement(claim, whole, spokesman, AboutIncident(id=blast)),
            replace(
                _statement(blame, whole, official, AboutRelation(id=faction)),
                certainty=Certainty.PROBABLE,
                form=Form.DIRECT,
            ),
        ),
        incidents=(
            Incident(
                id=blast,
                kind=kind,
                time=time,
                places=(town,),
                target=Target(what="a checkpoint", kind=None, actor=dune),
                weapon=None,
                tolls=(
                    (CountEffect.KILLED, Toll(low=killed, high=killed, as_reported=str(killed), statements=(claim,))),
                ),
                perpetrators=(
                    _perpetrator(heron, Stance.CLAIMED, claim, partners=(dune,)),
                    _perpetrator(dune, Stance.ACCUSED, blame),
                ),
                claims=Claims.SINGLE,
                statements=(claim,),
            ),
        ),
        relations=(
            Relation(
                id=faction,
                kind=RelationKind.FACTION_OF,
                subject=heron,
                object=dune,
                time=None,
                status=RelationStatus.CURRENT,
                qualifier=None,
                statements=(blame,),
            ),
        ),
    )


def told(text: str, **known: str | None) -> Reading:
    """`reading` of `document`."""
    return reading(document(text, **known))


def _actor(one: str, name: str, kind: ActorKind, *also: str) -> Actor:
    return Actor(id=one, name=name, kind=kind, names=(name, *also), country=None, registry_id=None, mentions=())


def _place(one: str) -> Place:
    return Place(
        id=one,
        name="Sévaré",
        country="ML",
        admin1="Mopti",
        latitude=14.53,
        longitude=-4.09,
        geonames_id=None,
        precision=PlacePrecision.CITY,
        mentions=(),
    )


def _statement(one: str, evidence: Span, speaker: Speaker, content: AboutIncident | AboutRelation) -> Statement:
    return Statement(
        id=one,
        evidence=(evidence,),
        speakers=(speaker,),
        form=Form.INDIRECT,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.CERTAIN,
        content=content,
    )


def _perpetrator(actor: str, stance: Stance, statement: str, partners: tuple[str, ...] = ()) -> Perpetrator:
    return Perpetrator(
        actor=actor, role=Part.PERPETRATOR, stance=stance, partners=partners, support=None, statement=statement
    )
