"""Relation frames: how two actors stand to one another, by the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.analyses.frames.modality import is_hypothetical, is_open_question
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, is_passive, obliques, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Filler, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.vocabulary.hedges import hedge_of
from hearsay.vocabulary.relations import RelationWord, relation_words

FORMER = frozenset({"former", "ex", "late", "then", "onetime", "one-time", "erstwhile", "formerly", "ousted", "slain"})
_QUALIFIERS = frozenset(
    """formal formally main key chief major natural close closely loose loosely nominal nominally alleged suspected
    financial military political armed local regional top senior deputy longtime sworn self-styled""".split()
)
ORGANISED = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_MADE = frozenset(
    {"group", "party", "movement", "organization", "organisation", "militia", "army", "front", "faction", "outfit"}
)
_WHERE = frozenset({RelationKind.BASED_IN, RelationKind.PRESENT_IN})
_WITHIN = frozenset({"wing", "arm", "branch", "head", "chief", "partner", "member"})


def worded_relations(scene: Scene, first: int, last: int) -> list[Frame]:
    """The relations that verbs, adjectives and relational nouns of the sentence `tokens[first:last]` tell."""
    found: dict[str, Frame] = {}
    for index in range(first, last):
        for frame in _at(scene, index):
            found.setdefault(frame.id, frame)
    return list(found.values())


def _at(scene: Scene, index: int) -> Iterator[Frame]:
    token = scene.tree.tokens[index]
    if is_open_question(scene.tree, index):
        return
    for word in relation_words().get((token.lemma.lower(), token.tag), ()):
        if word.partner is not None and not _has_partner(scene, index, word.partner):
            continue
        pairs = _noun_pairs(scene, index, word) if word.tag == "NOUN" else _verb_pairs(scene, index, word)
        made = [_frame(scene, index, word, pair) for pair in pairs]
        yield from made
        if made:
            return


def _has_partner(scene: Scene, index: int, partner: str) -> bool:
    below = scene.tree.children(index, "obj", "compound", "advmod")
    return any(scene.tree.tokens[i].lemma.lower() == partner for i in below)


def _verb_pairs(scene: Scene, index: int, word: RelationWord) -> list[tuple[Filler, Filler]]:
    """Subject and other of a verb or adjective, each an actor (or a place, or a new group's description)."""
    tree = scene.tree
    passive = tree.tokens[index].tag == "VERB" and is_passive(tree, index)
    if "obj" in word.slots and word.partner is None:
        doers, others = agents(tree, index), patients(tree, index)
    elif passive or tree.tokens[index].tag == "ADJ":
        doers, others = subjects(tree, index) or _modified(scene, index), []
    else:
        doers, others = subjects(tree, index), []
    cases = [slot for slot in word.slots if slot != "obj"]
    below = [index, *tree.children(index, "obj", "xcomp")] if word.partner else [index]
    others = [*others, *(o for b in below for o in obliques(tree, b, *cases))] if cases else others
    firsts = [f for f in scene.fillers(RoleName.SUBJECT, doers) if _is_party(scene, f)]
    role = RoleName.PLACE if word.kind in _WHERE else RoleName.OBJECT  # a place is referred to as one
    seconds = [f for f in scene.fillers(role, others) if _may_be_other(scene, f, word.kind)]
    return [_directed(a, b, word) for a in firsts for b in seconds if a.head != b.head]


def _modified(scene: Scene, index: int) -> list[int]:
    """The noun that a participle or adjective stands with: "a group affiliated with X"."""
    head = scene.tree.tokens[index].head
    return [head] if head is not None and scene.tree.is_relation(index, "acl", "amod") else []


def _noun_pairs(scene: Scene, index: int, word: RelationWord) -> list[tuple[Filler, Filler]]:
    """Bearer and owner of a relational noun: "X, a spokesman for Y", "the group's rival X", "Y leader X"."""
    tree = scene.tree
    owners = [*tree.children(index, "nmod:poss"), *obliques(tree, index, *word.slots)]
    owners += [
        i for i in tree.children(index, "compound", "amod", "nmod") if scene.actor_at(i) is not None and i < index
    ]
    if word.lemma in {"war", "conflict"}:
        # "its guerrilla war against Israel": the owner wages it
        bearers, owners = tree.children(index, "nmod:poss"), obliques(tree, index, *word.slots)
    else:
        bearers = [index] if _is_borne(scene, index, word) else []
    if tree.children(index, "cop", "nsubj") or tree.is_relation(index, "xcomp"):
        bearers += [i for i in subjects(tree, index) if scene.actor_at(i) is not None]
    if not bearers and tree.is_relation(index, "appos"):
        bearers = [i for i in [tree.tokens[index].head] if i is not None]
    behind = scene.name_covering(index + 1) if index + 1 < len(tree.tokens) else None
    if not bearers and behind is not None and tree.tokens[index + 1].span.start == behind.span.start:
        bearers = [behind.head]
    firsts = [f for f in scene.fillers(RoleName.SUBJECT, bearers) if f.reference]
    seconds = [f for f in scene.fillers(RoleName.OBJECT, owners) if _may_be_other(scene, f, word.kind)]
    pairs = [_directed(a, b, word) for a in firsts for b in seconds if a.reference != b.reference]
    return pairs[:2]


def _is_borne(scene: Scene, index: int, word: RelationWord) -> bool:
    """True when the noun's phrase stands for somebody known by name, or for a part of a group ("the X faction")."""
    actor = scene.actor_at(index)
    if actor is None:
        return False
    if word.kind is RelationKind.FACTION_OF:
        named = [i for i in scene.tree.children(index, "compound", "amod", "nmod") if i < index]
        return bool(named) or scene.is_named(actor)
    if word.lemma in _WITHIN and actor.kind is ActorKind.GOVERNMENT:
        return False
    return scene.is_named(actor)


def _directed(one: Filler, other: Filler, word: RelationWord) -> tuple[Filler, Filler]:
    a, b = (other, one) if word.backward else (one, other)
    return (
        Filler(role=RoleName.SUBJECT, span=a.span, head=a.head, reference=a.reference),
        Filler(role=RoleName.OBJECT, span=b.span, head=b.head, reference=b.reference),
    )


def _is_party(scene: Scene, filler: Filler) -> bool:
    """True for who can stand in a relation: a named actor, or a group or force however described."""
    actor = scene.actor_at(filler.head)
    if actor is None:
        return False
    return scene.is_named(actor) or actor.kind in ORGANISED


def _may_be_other(scene: Scene, filler: Filler, kind: RelationKind) -> bool:
    if kind in _WHERE:
        return scene.place_at(filler.head) is not None
    if kind is RelationKind.FOUNDED:
        lemma = scene.tree.tokens[filler.head].lemma.lower()
        return filler.reference is not None or lemma in _MADE
    if kind is RelationKind.HOSTILE_TO:
        return filler.reference is not None or scene.is_community(filler.head)
    return filler.reference is not None


def _frame(scene: Scene, index: int, word: RelationWord, pair: tuple[Filler, Filler]) -> Frame:
    tree = scene.tree
    hypothetical = is_hypothetical(tree, index)
    hedge = hedge_of(tree, index)
    status = word.status or status_of(scene, index)
    if hypothetical and status is not RelationStatus.SOUGHT:
        hedge = hedge or "possible"
    return relation_frame(scene, index, word.kind, pair, status=status, hedge=hedge, by=f"relation:{word.lemma}")


def relation_frame(
    scene: Scene,
    index: int,
    kind: RelationKind,
    pair: tuple[Filler, Filler],
    *,
    status: RelationStatus,
    by: str,
    hedge: str | None = None,
) -> Frame:
    trigger = scene.tree.tokens[index].span
    first, second = pair
    return Frame(
        id=content_id("frame", scene.document_id, trigger.start, kind, first.span, second.span),
        trigger=trigger,
        token=index,
        evidence=scene.clause_span(index),
        act=None,
        kind=kind,
        fillers=pair,
        time=scene.time_of(index),
        negated=scene.tree.is_negated(index),
        hedge=hedge,
        status=status,
        qualifier=_qualifier(scene, index),
        by=by,
    )


def status_of(scene: Scene, index: int) -> RelationStatus:
    words = {
        scene.tree.tokens[i].text.lower().rstrip("-") for i in scene.tree.children(index, "amod", "advmod", "compound")
    }
    if words & FORMER:
        return RelationStatus.FORMER
    return RelationStatus.CURRENT if "now" in words or "current" in words else RelationStatus.UNKNOWN


def _qualifier(scene: Scene, index: int) -> str | None:
    words = [scene.tree.tokens[i].text.lower() for i in scene.tree.children(index, "amod", "advmod")]
    return next((word for word in words if word in _QUALIFIERS), None)
