"""Two names for one: "X, also known as Y", "X, alias Y", "X (Y)", "Y or X" where both name one group.

Read off the words and not off the tree: what stands between two names says it, however they hang together. That a
short form follows its full name ("Dune Liberation Army (DLA)") is no news and makes no relation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from hearsay.analyses.frames.relations import relation_frame
from hearsay.analyses.frames.scene import Scene
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.analysis import Mention
from hearsay.records.frame import Filler, Frame, RoleName
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.span import Span

_BETWEEN = re.compile(
    r"""(?:\s+(?:group|organi[sz]ation|movement|network|militia|faction|party|army))?
    (?:\s*[,(–—-]+\s*(?:(?:who|which|that)\s+(?:(?:is|are|was|were)\s+)?)?
        |\s+(?:who|which|that)\s+(?:(?:is|are|was|were)\s+)?
        |\s+(?:is|are|was|were)\s+
        |\s+(?=(?:also|otherwise|better|formerly|previously|once|alias|a\.?k\.?a)\b))
    (?P<since>(?:formerly|previously|once|originally|earlier|until\ recently)\s+)?
    (?:(?:also|otherwise|better|commonly|locally|widely|popularly|variously|now|sometimes|usually|more)\s+)*
    (?:(?:known|called|referred\s+to|go(?:es|ing)|went|operat(?:es|ing)|nicknamed|dubbed|named)
        (?:\s+(?:as|by|under))?
        (?:\s+(?:by\s+)?(?:his|her|its|their|the)\s+(?:\w+\s+)?
            (?:nom\s+de\s+guerre|noms?\s+de\s+guerre|alias(?:es)?|nickname|name|initials|acronym)(?:\s+(?:of|as))?)?
      |whose\s+(?:real|full|original|birth|given)\s+name\s+(?:is|was)|alias|a\.?k\.?a\.?|real\s+name|born
      |nom\s+de\s+guerre)
    [,:]?\s*(?:the\s+)?["“‘']?\s*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What stands between two names of one; not "X called Y a hero", which has no comma, "who" or "also"."""
_NAME = re.compile(r"[A-Z][\w’'.-]*(?:\s+(?:(?:of|the|for|al|el|de|ul|and|bin|ibn)\s+)*[A-Z][\w’'.-]*)*")
_KNOWN = re.compile(
    r"""\b(?:known|called|goes|going|went|operating|nicknamed|dubbed|alias|aka|a\.k\.a\.?|name\s+(?:is|was)|nom\s+de\s+guerre|real\s+name)\b""",
    re.IGNORECASE,
)
_OR = re.compile(r"\s*,?\s+or\s+(?:the\s+)?$")
_OPENED = re.compile(r"\s*\((?:the\s+)?$")
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.OTHER})
_LONG = 2  # words: a name that has a short form
_REACH = 110  # characters between a name and its other name


def aliases(scene: Scene, first: int, last: int) -> list[Frame]:
    """The other names that the sentence `tokens[first:last]` gives to actors whom it names."""
    found = {frame.id: frame for frame in (*_in_words(scene, first, last), *_side_by_side(scene, first, last))}
    return list(found.values())


def _in_words(scene: Scene, first: int, last: int) -> Iterator[Frame]:
    """ "X, also known as Y"."""
    tokens = scene.tree.tokens
    end = tokens[last - 1].span.end
    for name in _names(scene, first, last):
        window = scene.between(name.span.end, min(end, name.span.end + _REACH))
        for cue in _KNOWN.finditer(window):
            other = _NAME.search(window, cue.end())
            before = None if other is None else _BETWEEN.fullmatch(window[: other.start()])
            if other is None or before is None:
                continue
            start = name.span.end + other.start()
            span = Span(start, start + len(other[0].rstrip(".,'’”\"")))
            former = RelationStatus.FORMER if before["since"] else RelationStatus.CURRENT
            yield from _frame(scene, name, span, former)
            break


def _side_by_side(scene: Scene, first: int, last: int) -> Iterator[Frame]:
    """ "Jabhat al-Raml (Sand Front)", "DF-Zwara or Dune Liberation Army": two names that the report uses for one."""
    for one, other in pairwise(_names(scene, first, last)):
        actor, second = scene.actor_called(one.actor), scene.actor_called(other.actor)
        if actor is None or second is None or actor.kind not in _BODIES or second.kind not in _BODIES:
            continue
        between = scene.between(one.span.end, other.span.start)
        after = scene.between(other.span.end, other.span.end + 1)
        either = _OR.fullmatch(between) is not None and one.actor == other.actor
        opened = _OPENED.fullmatch(between) is not None and after == ")" and not _is_short(scene, other)
        opened = opened and not _is_initials(scene.text(other.span), scene.text(one.span))
        if opened and not _is_short(scene, one):
            yield from _frame(scene, one, other.span, RelationStatus.CURRENT)
        elif either and not _is_short(scene, other):
            yield from _frame(scene, other, one.span, RelationStatus.CURRENT)


def _names(scene: Scene, first: int, last: int) -> list[Mention]:
    """The mentions of the sentence by a name, in text order."""
    named = {m.span: m for i in range(first, last) if (m := scene.name_covering(i)) is not None}
    return sorted(named.values(), key=lambda m: m.span)


def _is_short(scene: Scene, name: Mention) -> bool:
    words = scene.text(name.span)
    return " " not in words and words.upper() == words


def _is_initials(short: str, full: str) -> bool:
    """True for one word behind a long name: "(Unita)" is made of its letters, in whatever language."""
    return " " not in short and len(full.split()) > _LONG


def _frame(scene: Scene, name: Mention, span: Span, status: RelationStatus) -> Iterator[Frame]:
    """The alias is the relation's subject: an actor of its own where the report keeps it apart, else its words."""
    inside = [i for i in range(name.head - 60, name.head + 60) if _lies_in(scene, i, span)]
    actor = scene.actor_called(name.actor)
    if not inside or actor is None or scene.text(span).casefold() == scene.text(name.span).casefold():
        return
    if scene.text(span).casefold() == actor.name.casefold():
        span, inside = name.span, [name.head]  # known by the second name: the first is the other one
    apart = _apart(scene, inside, actor, span)
    subject = Filler(role=RoleName.SUBJECT, span=span, head=inside[-1], reference=apart)
    other = Filler(role=RoleName.OBJECT, span=name.span, head=name.head, reference=actor.id)
    yield relation_frame(
        scene, inside[-1], RelationKind.ALIAS_OF, (subject, other), status=status, by="relation:other-name"
    )


def _lies_in(scene: Scene, index: int, span: Span) -> bool:
    return 0 <= index < len(scene.tree.tokens) and span.contains(scene.tree.tokens[index].span)


def _apart(scene: Scene, inside: list[int], actor: Actor, span: Span) -> str | None:
    named = [m for i in inside if (m := scene.name_covering(i)) is not None and m.actor != actor.id]
    return next((m.actor for m in named if len(m.span) >= len(span)), None)
