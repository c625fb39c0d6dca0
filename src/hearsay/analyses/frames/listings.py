"""A toll told town by town: "Fourteen were killed in Sidi Lamri, eight in Bougara and three near Larba".

Parsers make little of such lists, so they are read off the words: behind the first number and its place come more
numbers, each with a place of its own. Each is a frame of its own, for each is an incident.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hearsay.analyses.frames.counts import Number, count_of, number_at
from hearsay.analyses.frames.scene import Scene
from hearsay.records.frame import Count, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.span import Span

_IN = frozenset({"in", "at", "near", "outside", "around", "inside"})
_BETWEEN = frozenset({",", "and", ";", "&"})
_LONGEST = 5  # tokens between the preposition and the place's name: "in the village of X"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Item:
    """A number in a list and the place it is of: tokens."""

    number: Number
    place: int
    end: int


def by_place(scene: Scene, frame: Frame, last: int) -> tuple[Frame, list[Frame]]:
    """The frame without the places of later items, and a frame for each of those; `last` ends its sentence."""
    if len(frame.counts) != 1:
        return frame, []
    items = list(_items(scene, frame.token + 1, last))
    if not items:
        return frame, []
    taken = {i for item in items for i in range(item.number.first, item.end)}
    own = replace(
        frame,
        fillers=tuple(f for f in frame.fillers if f.head not in taken),
        counts=(_first_count(scene, frame, items[0]),),
    )
    return own, [_frame(scene, frame, item) for item in items]


def _first_count(scene: Scene, frame: Frame, second: _Item) -> Count:
    """The count of the first place alone: a sum may have taken in the numbers behind it."""
    count = frame.counts[0]
    victims = frame.fillers_of(RoleName.VICTIM)
    number = count_of(scene.tree, victims[0].head) if victims else None
    if number is None or not count.span.overlaps(second.number.span):
        return count
    words = scene.text(number.span)
    return replace(count, low=number.low, high=number.high, as_reported=words, span=number.span)


def _items(scene: Scene, first: int, last: int) -> Iterator[_Item]:
    """The items behind the first, which has its place between the trigger and the second number."""
    tokens = scene.tree.tokens
    placed = False
    at = first
    while at < last:
        placed = placed or scene.place_at(at) is not None
        opens = placed and tokens[at - 1].text.lower() in _BETWEEN
        item = _item(scene, at, last) if opens else None
        if item is not None:
            yield item
            at = item.end
        else:
            at += 1


def _item(scene: Scene, at: int, last: int) -> _Item | None:
    tokens = scene.tree.tokens
    number = number_at(tokens, at)
    if number is None or number.first > at or (number.low is None and number.high is None):
        return None
    behind = number.last
    for _ in range(2):  # "eight others in", "three shepherds near"
        if behind < last and tokens[behind].tag in {"NOUN", "ADJ"}:
            behind += 1
    if behind >= last or tokens[behind].text.lower() not in _IN:
        return None
    for place in range(behind + 1, min(behind + 1 + _LONGEST, last)):
        if scene.place_at(place) is not None:
            end = place
            while end < last and scene.place_at(end) == scene.place_at(place):
                end += 1
            return _Item(number=number, place=_top(scene, place, end), end=end)
        if tokens[place].tag not in {"DET", "NOUN", "ADJ", "ADP", "PROPN"}:
            return None
    return None


def _top(scene: Scene, first: int, end: int) -> int:
    """The token of a name that hangs on something outside of it."""
    for index in range(first, end):
        head = scene.tree.tokens[index].head
        if head is None or not first <= head < end:
            return index
    return first


def _frame(scene: Scene, frame: Frame, item: _Item) -> Frame:
    number = item.number
    token = scene.tree.tokens[number.last - 1]
    span = Span(scene.tree.tokens[number.first].span.start, token.span.end)
    count = Count(
        effect=frame.counts[0].effect,
        low=number.low,
        high=number.high,
        as_reported=scene.text(number.span),
        span=number.span,
    )
    return replace(
        frame,
        id=content_id("frame", scene.document_id, span.start, span.end, frame.kind),
        trigger=span,
        token=number.last - 1,
        fillers=tuple(scene.fillers(RoleName.PLACE, [item.place])),
        counts=(count,),
        antecedent=None,
    )
