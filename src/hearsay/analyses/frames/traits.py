"""What a person or group is by a word put to their name: a people, "anti-", "-linked", "-led", "-held"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from hearsay.analyses.frames.ends import ORGANISED
from hearsay.analyses.frames.relations import relation_frame, status_of
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import obliques
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Filler, Frame, RoleName
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.span import Span
from hearsay.vocabulary.nouns import is_collective

_HYPHENS = frozenset({"-", "‑", "–"})
_HOLDING = frozenset({"held", "controlled", "dominated", "ruled"})
_TIED: Mapping[str, tuple[RelationKind, bool]] = {
    "linked": (RelationKind.AFFILIATED_WITH, False),
    "affiliated": (RelationKind.AFFILIATED_WITH, False),
    "aligned": (RelationKind.AFFILIATED_WITH, False),
    "inspired": (RelationKind.AFFILIATED_WITH, False),
    "allied": (RelationKind.ALLIED_WITH, False),
    "backed": (RelationKind.ALLY_OF, True),
    "supported": (RelationKind.ALLY_OF, True),
    "funded": (RelationKind.FUNDED, True),
    "sponsored": (RelationKind.FUNDED, True),
    "armed": (RelationKind.ARMED, True),
    "trained": (RelationKind.TRAINED, True),
    "led": (RelationKind.LED_BY, False),
    "based": (RelationKind.BASED_IN, False),
}
"""What a participle behind a hyphen says, and whether the name before it is the relation's subject."""


def traits(scene: Scene, first: int, last: int) -> list[Frame]:
    """The relations that words put to a name tell, in the sentence `tokens[first:last]`."""
    return [
        frame
        for index in range(first, last)
        for rule in (_ethnicity, _against, _tied, _held, _owned)
        for frame in rule(scene, index)
    ]


def _ethnicity(scene: Scene, index: int) -> Iterator[Frame]:
    """ "an ethnic Baloch", said of a person."""
    tree = scene.tree
    if not any(tree.tokens[i].lemma.lower() == "ethnic" for i in tree.children(index, "amod")):
        return
    head = (
        tree.tokens[index].head if tree.is_relation(index, "appos") else next(iter(tree.children(index, "nsubj")), None)
    )
    bearer = index if head is None else head
    actor = scene.actor_at(bearer)
    if actor is None or actor.kind is not ActorKind.PERSON:
        return
    person = Filler(role=RoleName.SUBJECT, span=tree.tokens[bearer].span, head=bearer, reference=actor.id)
    people = Filler(role=RoleName.OBJECT, span=tree.tokens[index].span, head=index)
    pair = (person, people)
    yield relation_frame(
        scene, index, RelationKind.ETHNICITY, pair, status=RelationStatus.CURRENT, by="relation:ethnic"
    )


def _against(scene: Scene, index: int) -> Iterator[Frame]:
    """ "an anti-Shia outfit", "anti-government rebels": hostile to whom the word says."""
    tree = scene.tree
    token = tree.tokens[index]
    lowered = token.text.lower()
    if lowered.startswith("anti-") and len(lowered) > 6:
        whom, span = index, Span(token.span.start + 5, token.span.end)
    elif lowered == "anti" and index + 2 < len(tree.tokens) and tree.tokens[index + 1].text in _HYPHENS:
        whom, span = index + 2, tree.tokens[index + 2].span
    else:
        return
    bearer = next((i for i in (token.head, tree.tokens[whom].head) if i is not None and scene.actor_at(i)), None)
    actor = scene.actor_at(bearer) if bearer is not None else None
    if bearer is None or actor is None or not scene.names_community(scene.text(span)):
        return
    if actor.kind not in ORGANISED or not scene.is_named(actor):
        return
    subject = Filler(role=RoleName.SUBJECT, span=tree.phrase(bearer), head=bearer, reference=actor.id)
    target = Filler(role=RoleName.OBJECT, span=span, head=whom)
    pair = (subject, target)
    yield relation_frame(scene, index, RelationKind.HOSTILE_TO, pair, status=RelationStatus.CURRENT, by="relation:anti")


def _tied(scene: Scene, index: int) -> Iterator[Frame]:
    """ "the al-Qaida-linked group", "Rwanda-backed rebels", "the Quetta-based faction"."""
    tree = scene.tree
    told = _TIED.get(tree.tokens[index].text.lower())
    if told is None or index < 2 or tree.tokens[index - 1].text not in _HYPHENS or not _is_who(scene, index - 2):
        return
    kind, reverse = told
    head = tree.tokens[index].head
    bearer = next((i for i in (head, _head_of(scene, head)) if i is not None and scene.actor_at(i)), None)
    actor = scene.actor_at(bearer) if bearer is not None else None
    if bearer is None or actor is None:
        return
    subject = Filler(role=RoleName.SUBJECT, span=tree.phrase(bearer), head=bearer, reference=actor.id)
    whom = scene.name_covering(index - 2)
    if kind is RelationKind.BASED_IN and scene.place_at(index - 2) is None:
        return  # "broad-based", "carrier-based"
    whom = None if whom and whom.actor == actor.id else whom  # "the Saudi-led coalition" is its own name
    span = whom.span if whom else tree.tokens[index - 2].span
    other = Filler(role=RoleName.OBJECT, span=span, head=index - 2, reference=whom.actor if whom else None)
    pair = (subject, other)
    if reverse:
        pair = (_as(other, RoleName.SUBJECT), _as(subject, RoleName.OBJECT))
    yield relation_frame(
        scene, index, kind, pair, status=RelationStatus.CURRENT, by=f"relation:-{tree.tokens[index].text.lower()}"
    )


def _is_who(scene: Scene, index: int) -> bool:
    """True for a name or noun that somebody may be "linked" to or "backed" by; not for "internationally-backed"."""
    token = scene.tree.tokens[index]
    nation = token.tag == "ADJ" and scene.names_community(token.text)  # not "Western-backed"
    named = token.tag in {"NOUN", "PROPN"} or nation or scene.name_covering(index) is not None
    return named and token.text[:1].isalpha() and token.text.lower() not in {"western", "foreign"}


def _held(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Rebel-held Mopti", "the X-controlled province of Y": who is where."""
    tree = scene.tree
    if tree.tokens[index].text.lower() not in _HOLDING or index < 2 or tree.tokens[index - 1].text not in _HYPHENS:
        return
    holder = scene.name_covering(index - 2)
    actor = scene.actor_called(holder.actor) if holder else scene.described_as(tree.tokens[index - 2].lemma.lower())
    head = tree.tokens[index].head
    where = head if head is not None and scene.place_at(head) is not None else index + 1
    if actor is None or where >= len(tree.tokens) or scene.place_at(where) is None:
        return
    span = holder.span if holder else tree.tokens[index - 2].span
    pair = (
        Filler(role=RoleName.SUBJECT, span=span, head=index - 2, reference=actor.id),
        scene.fillers(RoleName.PLACE, [where])[0],
    )
    pair = (pair[0], Filler(role=RoleName.OBJECT, span=pair[1].span, head=where, reference=pair[1].reference))
    yield relation_frame(
        scene, index, RelationKind.PRESENT_IN, pair, status=RelationStatus.CURRENT, by="relation:-held"
    )


def _owned(scene: Scene, index: int) -> Iterator[Frame]:
    """ "Yasser Arafat's Fatah movement": a group that is called a person's is led by that person."""
    tree = scene.tree
    group = scene.actor_at(index)
    if group is None or group.kind not in {ActorKind.ARMED_GROUP, ActorKind.PARTY} or not scene.is_named(group):
        return
    inside = [index, *tree.children(index, "compound", "appos", "amod")]
    named = any((name := scene.name_covering(i)) is not None and name.actor == group.id for i in inside)
    if not named or not (scene.name_covering(index) or is_collective(tree.tokens[index].lemma)):
        return  # "his fighters" are not the group, and which group "his group" is, is a guess
    owners = [*tree.children(index, "nmod:poss"), *_before_name(scene, index)]
    owners += [i for i in obliques(tree, index, "of") if scene.name_covering(index) is not None]
    for owner in dict.fromkeys(owners):
        person = scene.actor_at(owner)
        if person is None or person.kind is not ActorKind.PERSON or not scene.is_named(person):
            continue
        pair = (
            Filler(role=RoleName.SUBJECT, span=tree.phrase(index), head=index, reference=group.id),
            Filler(role=RoleName.OBJECT, span=tree.phrase(owner), head=owner, reference=person.id),
        )
        status = status_of(scene, index)
        yield relation_frame(scene, index, RelationKind.LED_BY, pair, status=status, by="relation:possessor")


def _before_name(scene: Scene, index: int) -> list[int]:
    """The head of the name whose "'s" stands right before a group's: "Joseph Kony's Lord's Resistance Army"."""
    tree, group = scene.tree, scene.name_covering(index)
    if group is None:
        return []
    first = index
    while first > 0 and group.span.contains(tree.tokens[first - 1].span):
        first -= 1
    owned = first >= 2 and tree.tokens[first - 1].text in {"'s", "’s"}
    name = scene.name_covering(first - 2) if owned else None
    return [name.head] if name is not None else []


def _head_of(scene: Scene, index: int | None) -> int | None:
    return None if index is None else scene.tree.tokens[index].head


def _as(filler: Filler, role: RoleName) -> Filler:
    return Filler(role=role, span=filler.span, head=filler.head, reference=filler.reference)
