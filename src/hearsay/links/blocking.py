"""Which incidents are compared at all: those that share a key, so that cost grows with the reports, not their square.

A key is a small stretch of time with a place or a name; or else incidents have to share rare words. A block with many
members (a city at war on one day) is ordered by kind, toll and target, and only neighbours in that order are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from hearsay.links.postings import sharing
from hearsay.links.traits import Terms, Trait

WEEK = 7
_LONG = 31  # days: times longer than this get no key by time
_NAMED = 16  # rare words of an incident by which it can be found without place or time ...
_SHARED = 2  # ... when so many of them are shared
_CELL = 0.5  # degrees


def candidates(
    traits: Sequence[Trait], stories: Mapping[str, str], rare: Sequence[Terms], block_size: int
) -> Iterator[tuple[int, int]]:
    """Pairs of places in `traits`, which are in `Trait.order`; each pair once, the lower place first, in order.

    `rare` holds for each trait its rarest words.
    """
    blocks: dict[str, list[int]] = {}
    for at, trait in enumerate(traits):
        for key in set(_keys(trait, stories.get(trait.ref.report, trait.ref.report))):
            blocks.setdefault(key, []).append(at)
    found: set[int] = set()
    for members in blocks.values():
        for one, other in _pairs(traits, members, block_size):
            if traits[one].ref.report != traits[other].ref.report:
                found.add(min(one, other) << 32 | max(one, other))
    blocks.clear()
    found.update(one << 32 | other for one, other in sharing([terms[:_NAMED] for terms in rare], _SHARED))
    for code in sorted(found):
        yield code >> 32, code & 0xFFFFFFFF


def _pairs(traits: Sequence[Trait], members: Sequence[int], block_size: int) -> Iterator[tuple[int, int]]:
    if len(members) > block_size:
        members = sorted(members, key=lambda at: _likeness(traits[at]))
    reach = block_size if len(members) <= block_size else block_size // 3
    for place, one in enumerate(members):
        for other in members[place + 1 : place + 1 + reach]:
            yield one, other


def _likeness(trait: Trait) -> tuple[object, ...]:
    """What brings incidents of one crowded block beside one another if they are the same."""
    town = min((town.name for town in trait.towns), default="")
    return (trait.days or (0, 0), town, trait.family, max(trait.killed, default=-1), sorted(trait.targets), trait.order)


def _keys(trait: Trait, story: str) -> Iterator[str]:
    yield f"story {story} {trait.family}"
    where = list(_where(trait))
    for stretch in _stretches(trait):
        for place in where:
            yield f"{stretch} {place}"
        for doer in trait.doers:
            yield f"{stretch} by {doer}"
    if trait.days is None or trait.days[1] - trait.days[0] >= WEEK:
        yield from _keys_without_day(trait, where)


def _keys_without_day(trait: Trait, where: Sequence[str]) -> Iterator[str]:
    """For background mentions ("last year's massacre at ..."): place with toll, name or target."""
    for place in where:
        yield from (f"{place} killed {killed}" for killed in trait.killed if killed > 2)
        yield from (f"{place} by {doer}" for doer in trait.doers)
        yield from (f"{place} on {target}" for target in trait.targets)


def _stretches(trait: Trait) -> Iterator[str]:
    """Weeks, each beginning three days before the last one ends, so that neighbours in time share one."""
    first, last = trait.days or (trait.published, trait.published)
    if first is None or last is None or last - first > _LONG:
        return
    for half in range((first - 1) // 4, (last + 1) // 4 + 1):
        yield f"day {half}"


def _where(trait: Trait) -> Iterator[str]:
    for town in trait.towns:
        yield f"in {town.name}"
        if town.point:
            yield from _cells(*town.point)
    if not trait.towns:
        yield from (f"in {area}" for area in sorted(trait.areas))


def _cells(latitude: float, longitude: float) -> Iterator[str]:
    """The point's cells in two grids, one of them shifted by half a cell: near points share one of the two."""
    row, column = latitude / _CELL, longitude / _CELL
    yield f"cell {int(row // 1)} {int(column // 1)}"
    yield f"shifted {int((row + 0.5) // 1)} {int((column + 0.5) // 1)}"
