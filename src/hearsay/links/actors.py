"""The same actor over many reports: by the registry, else by name and country, and where the name is one word by kind.

Persons are linked only where a report names them in a public role (they speak for a body, hold an office, lead a
group, or the registry knows them): nothing ties a private person's appearances together.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.links.grouping import Groups
from hearsay.links.weights import Weights
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.ids import content_id
from hearsay.records.link import Decider, Link, LinkKind, Ref, link_id
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind
from hearsay.vocabulary.described import is_unnamed
from hearsay.vocabulary.folding import fold

_LINKED = frozenset(
    {
        ActorKind.ARMED_GROUP,
        ActorKind.STATE_FORCE,
        ActorKind.GOVERNMENT,
        ActorKind.PARTY,
        ActorKind.NEWS_AGENCY,
        ActorKind.OUTLET,
    }
)
_OFFICES = frozenset({RelationKind.HELD_OFFICE, RelationKind.SPOKESPERSON_OF})
_LEADS = frozenset({RelationKind.LED_BY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What is kept of an actor: `keys` are what it can be found by, each sure enough to link."""

    ref: Ref
    dated: str
    keys: tuple[tuple[str, str], ...]


def figures_of(reading: Reading) -> list[Figure]:
    """The actors of a reading that may be linked."""
    public = _public_persons(reading)
    published = reading.document.published or "~"
    return [
        Figure(ref=Ref(report=reading.document.id, record=actor.id), dated=published, keys=keys)
        for actor in reading.actors
        if (keys := _keys(actor, actor.id in public))
    ]


def _public_persons(reading: Reading) -> set[str]:
    found = {relation.subject for relation in reading.relations if relation.kind in _OFFICES}
    found |= {relation.object for relation in reading.relations if relation.kind in _LEADS}
    return found | {
        speaker.actor
        for statement in reading.statements
        for speaker in statement.speakers
        if speaker.actor is not None and speaker.role
    }


def _keys(actor: Actor, public: bool) -> tuple[tuple[str, str], ...]:
    if actor.registry_id:
        return (("registry", actor.registry_id),)
    if is_unnamed(actor.name):
        return ()  # the gunmen of one report are not those of another
    name = fold(actor.name)
    if actor.kind is ActorKind.PERSON:
        return (("name", f"person {name} {actor.country}"),) if public and " " in name else ()
    if not actor.name.islower() and " " in name and actor.kind in {*_LINKED, ActorKind.OTHER}:
        # What a body of several words is, one report says and another leaves open ("Salt Road Movement").
        return (("name", f"body {name} {actor.country or ''}"),)
    if actor.kind not in _LINKED or not name:
        return ()
    if actor.name.islower():
        return (("name and country", f"{actor.kind.value} {name} {actor.country}"),) if actor.country else ()
    return (("name", f"{actor.kind.value} {name} {actor.country or ''}"),)


def same_actors(
    figures: Iterable[Figure], decisions: Sequence[Link], weights: Weights
) -> tuple[list[Link], Mapping[Ref, str]]:
    """Links, each from an actor to the first of the same key, and for each linked actor the id that they share."""
    ordered = sorted(figures, key=lambda figure: (figure.dated, figure.ref))
    groups, places = Groups(len(ordered)), {figure.ref: at for at, figure in enumerate(ordered)}
    known = [link for link in decisions if link.one in places and link.other in places]
    for link in sorted(known, key=lambda link: link.holds):
        (groups.join if link.holds else groups.part)(places[link.one], places[link.other])
    first: dict[tuple[str, str], int] = {}
    links = []
    for at, figure in enumerate(ordered):
        for key in figure.keys:
            other = first.setdefault(key, at)
            if other != at and groups.join(other, at):
                links.append(_link(ordered[other].ref, figure.ref, weights, key[0]))
    shared: dict[Ref, str] = {}
    for members in groups.groups().values():
        if len(members) > 1:
            identity = content_id("actor", ordered[members[0]].ref.report, ordered[members[0]].ref.record)
            shared |= {ordered[at].ref: identity for at in members}
    return [*decisions, *links], shared


def _link(one: Ref, other: Ref, weights: Weights, level: str) -> Link:
    kind = LinkKind.SAME_ACTOR
    reason = weights.reason("actor", level)
    first, second = sorted((one, other))
    identity = link_id(kind, first, second, Decider.MACHINE)
    return Link(id=identity, kind=kind, one=first, other=second, score=reason.weight, reasons=(reason,))
