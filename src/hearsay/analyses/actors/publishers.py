"""Whose report it is, as actors: the agency and the outlet under every name that the page and the text give them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import BlockKind, Document
from hearsay.records.ids import content_id
from hearsay.records.span import Span
from hearsay.vocabulary.outlets import SHORT_NAME, outlet_named

_NAMING = (BlockKind.BYLINE, BlockKind.DATELINE, BlockKind.CREDIT, BlockKind.BOILERPLATE)


def with_publishers(document: Document, actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """The actors, and the agency and the outlet after them where the report's own words do not make them one."""
    found = list(actors)
    for name, kind in ((document.agency, ActorKind.NEWS_AGENCY), (document.outlet, ActorKind.OUTLET)):
        if name is None:
            continue
        spots = sorted(set(_spots(document, name)))
        forms = tuple(dict.fromkeys(" ".join(span.of(document.text).split()) for span in spots))
        at = next((i for i, actor in enumerate(found) if is_outlet(actor, name)), None)
        if at is not None:
            found[at] = replace(found[at], names=tuple(dict.fromkeys((*found[at].names, *forms))))
            continue
        found.append(
            Actor(
                id=content_id("actor", document.id, name, kind),
                name=name,
                kind=kind,
                names=tuple(dict.fromkeys((name, *forms))),
                country=None,
                registry_id=None,
                mentions=tuple(spots),
            )
        )
    return tuple(found)


def is_outlet(actor: Actor, name: str) -> bool:
    """True for the actor that is the agency or outlet of that name."""
    names = (actor.name, *actor.names)
    if name.casefold() in {one.casefold() for one in names}:
        return True
    outlet = outlet_named(name)
    media = actor.kind in {ActorKind.NEWS_AGENCY, ActorKind.OUTLET}
    return outlet is not None and media and any(outlet_named(one) == outlet for one in names)


def _spots(document: Document, name: str) -> Iterator[Span]:
    """Where the page names it, by any of its names, the longest at each spot."""
    outlet = outlet_named(name)
    forms = sorted({name, *((outlet.name, *outlet.aliases) if outlet else ())}, key=len, reverse=True)
    short = [form for form in forms if len(form) <= SHORT_NAME]
    long = [form for form in forms if len(form) > SHORT_NAME]
    patterns = [(_any_of(long), re.IGNORECASE), (_any_of(short), re.NOFLAG)]
    taken: list[Span] = []
    for pattern, flags in patterns:
        for block in document.blocks if pattern else ():
            if block.kind not in _NAMING:
                continue
            for match in re.compile(pattern, flags).finditer(document.text, block.span.start, block.span.end):
                span = Span(match.start(), match.end())
                if not any(span.overlaps(other) for other in taken):
                    taken.append(span)
                    yield span


def _any_of(forms: Sequence[str]) -> str:
    return rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in forms)})(?!\w)" if forms else ""
