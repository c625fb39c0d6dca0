"""Persons' words on pairs, which outrank the machine: which of them stand, and which contradict others."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.links.grouping import Groups
from hearsay.records.link import Link, LinkKind


def decided(decisions: Sequence[Link], kind: LinkKind) -> list[Link]:
    """The decisions of a kind, the last word on each pair."""
    last: dict[str, Link] = {}
    for link in sorted(decisions, key=lambda link: (link.at or "", link.holds, link.author or "")):
        if link.kind is kind:
            last[link.id] = link
    return [last[key] for key in sorted(last)]


def followed(decisions: Sequence[Link]) -> list[Link]:
    """The order in which they are followed: first those that part, then those that join, each by time."""
    return sorted(decisions, key=lambda link: (link.holds, link.at or "", link.id))


def contradicting(decisions: Sequence[Link]) -> tuple[Link, ...]:
    """Those that say of two incidents that they are one, while others part them through third ones."""
    chosen = followed(decided(decisions, LinkKind.SAME_INCIDENT))
    ends = sorted({end for link in chosen for end in (link.one, link.other)})
    places = {end: place for place, end in enumerate(ends)}
    groups = Groups(len(ends))
    refused = []
    for link in chosen:
        one, other = places[link.one], places[link.other]
        if not link.holds:
            groups.part(one, other)
        elif not groups.join(one, other):
            refused.append(link)
    return tuple(refused)
