"""Relation frames: how two actors stand to one another, by the words that say so."""

from __future__ import annotations

from collections.abc import Iterator

from hearsay.analyses.frames.constructions import CONSTRUCTIONS, has_partner
from hearsay.analyses.frames.modality import is_hypothetical, is_open_question
from hearsay.analyses.frames.scene import Scene
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Filler, Frame
from hearsay.records.ids import content_id
from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.vocabulary.hedges import hedge_of
from hearsay.vocabulary.nouns import person_role
from hearsay.vocabulary.relations import RelationWord, relation_words

FORMER = frozenset(
    """former ex late then onetime one-time erstwhile formerly ousted slain deposed toppled overthrown fallen
    retired""".split()
)
_QUALIFIERS = frozenset(
    """formal formally main key chief major natural close closely loose loosely nominal nominally alleged suspected
    financial military political armed local regional top senior deputy longtime sworn self-styled""".split()
)
_PREFIXES = ("co-", "ex-", "vice-", "sub-")
_DONE = frozenset({RelationKind.FOUNDED, RelationKind.MERGED_INTO, RelationKind.SPLIT_FROM})
"""Relations that are there only once something is done: whoever wants to found a state has founded none."""


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
    told: list[RelationWord] = []
    for word in _words(token.lemma.lower(), _tag(scene, index)):
        if told and (word.kind is told[-1].kind or set(word.slots) & set(told[-1].slots)):
            continue  # "fought alongside X against Y" tells of both
        if word.partner is not None and not has_partner(scene, index, word.partner):
            continue
        if word.kind in _DONE and _is_only_wanted(scene, index):
            continue
        made = [_frame(scene, index, word, pair) for pair in CONSTRUCTIONS[word.construction](scene, index, word)]
        yield from made
        told += [word] if made else []


def _tag(scene: Scene, index: int) -> str:
    """The part of speech; a role written like a name is a noun: "Sinn Fein President Gerry Adams"."""
    token = scene.tree.tokens[index]
    if token.tag not in {"PROPN", "ADJ"} or person_role(token.lemma.lower()) is None:
        return token.tag
    behind = scene.name_covering(index + 1) if index + 1 < len(scene.tree.tokens) else None
    if token.tag == "ADJ":  # "Hamas official Hal Venn"
        person = scene.actor_called(behind.actor) if behind is not None else None
        return "NOUN" if person is not None and person.kind is ActorKind.PERSON else token.tag
    name = scene.name_covering(index)
    actor = scene.actor_called(name.actor) if name is not None else None
    return "NOUN" if actor is None or actor.kind is ActorKind.PERSON else token.tag


def _words(lemma: str, tag: str) -> tuple[RelationWord, ...]:
    """The entries of a word; of "co-leader" those of "leader"."""
    found = relation_words().get((lemma, tag), ())
    bare = next((lemma.removeprefix(p) for p in _PREFIXES if lemma.startswith(p)), lemma)
    return found or relation_words().get((bare, tag), ())


def _is_only_wanted(scene: Scene, index: int) -> bool:
    tree = scene.tree
    first = tree.path_up(index, "conj")
    marks = [i for verb in (index, first) for i in tree.children(verb, "mark")]
    infinitive = any(tree.tokens[i].lemma.lower() == "to" for i in marks)
    token, between = tree.tokens[index], tree.tokens[first:index]
    if index != first and token.text.lower() == token.lemma.lower():
        # "fought to topple X and establish Y": parsers hang the second infinitive on the verb over the first
        infinitive = infinitive or any(t.tag == "PART" and t.lemma.lower() == "to" for t in between)
    return tree.tokens[index].tag == "VERB" and (infinitive or is_hypothetical(tree, index))


def _frame(scene: Scene, index: int, word: RelationWord, pair: tuple[Filler, Filler]) -> Frame:
    tree = scene.tree
    hypothetical = word.construction != "AIM" and is_hypothetical(tree, index)
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
    beside = scene.tree.children(index, "amod", "advmod", "compound")
    bodies = [i for i in scene.tree.children(index, "compound", "nmod:desc") if i < index]
    beside = [*beside, *(i for b in bodies for i in scene.tree.children(b, "amod"))]  # "retired army general"
    words = {scene.tree.tokens[i].text.lower().rstrip("-") for i in beside}
    if words & FORMER:
        return RelationStatus.FORMER
    return RelationStatus.CURRENT if "now" in words or "current" in words else RelationStatus.UNKNOWN


def _qualifier(scene: Scene, index: int) -> str | None:
    words = [scene.tree.tokens[i].text.lower() for i in scene.tree.children(index, "amod", "advmod")]
    return next((word for word in words if word in _QUALIFIERS), None)
