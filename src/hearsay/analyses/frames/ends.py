"""Who may stand at the end of a relation, and whom the words there mean.

"The group" in apposition to a name is that name's group, "army" of "army spokesman" the army that the report tells of
elsewhere, and "the government of President X" somebody's enemy though no actor by name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeAlias

from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import obliques
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Filler, RoleName
from hearsay.records.relation import RelationKind
from hearsay.records.span import Span
from hearsay.vocabulary.nouns import actor_noun, person_role, target_kind
from hearsay.vocabulary.relations import RelationWord

Pairs: TypeAlias = list[tuple[Filler, Filler]]
"""Who stands how to whom: a relation's subject and object."""
ORGANISED = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT})
_SERVED = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.STATE_FORCE, ActorKind.OTHER})
_MADE = frozenset(
    {"group", "party", "movement", "organization", "organisation", "militia", "army", "front", "faction", "outfit"}
)
_RULE = frozenset(
    """government regime state monarchy kingdom rule junta dictatorship occupation establishment order republic throne
    authority administration presidency crown""".split()
)
"""Who rules, as somebody's enemy: words that a coder takes as they stand."""
_STANDS_FOR = frozenset({"symbol", "representative", "institution", "supporter", "ally", "interest"})
_APART = frozenset({"breakaway", "splinter", "dissident", "rival", "another", "other"})
_PARTS = frozenset({"faction", "wing", "branch", "cell", "affiliate"})
_ONCE = frozenset({"retired", "former", "ex"})
_CALLING = frozenset({"identify", "name", "know", "call"})
_OF_A_BODY = frozenset({RelationKind.FACTION_OF, RelationKind.SPLIT_FROM, RelationKind.MERGED_INTO})
_PERSONAL = frozenset({RelationKind.MEMBER_OF, RelationKind.KIN_OF, RelationKind.ETHNICITY})


def bearer_at(scene: Scene, index: int) -> int:
    """The head by which somebody is known whom a phrase describes: the name that "a group" stands in apposition to."""
    name = scene.name_covering(index)
    if name is not None and scene.actor_at(index) is None:
        return name.head  # parsers hang things on any word of a name
    told = [i for i in scene.tree.children(index, "nsubj") if scene.tree.children(index, "cop")]
    if told and scene.name_covering(index) is None and is_known(scene, told[0]):
        return told[0]  # "X is a Taliban group led by Y": X
    nearest = _name_before(scene, index) if scene.tree.is_relation(index, "appos") else None
    if nearest is not None and scene.name_covering(index) is None:
        return nearest  # "X, the armed wing of Y, the group that rules Z": Y rules
    if scene.actor_at(index) is not None and is_known(scene, index):
        return index
    called = _called(scene, index)
    if called is not None:
        return called
    before = _name_before(scene, index)
    if before is not None:
        return before
    head = scene.tree.tokens[index].head
    actor = scene.actor_at(head) if head is not None and scene.tree.is_relation(index, "appos") else None
    thing = actor is not None and actor.kind is ActorKind.PERSON and person_role(scene.tree.tokens[index].lemma) is None
    return index if head is None or actor is None or thing else head


def bearers_at(scene: Scene, index: int) -> list[int]:
    """As `bearer_at`; of several groups named before it, "groups" in apposition means all."""
    one = bearer_at(scene, index)
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "appos") or tree.tokens[index].text == tree.tokens[index].lemma:
        return [one]
    last = next((i for i in (head, *tree.ancestors(head)) if tree.is_relation(i, "conj")), None)
    first = tree.tokens[last].head if last is not None else None
    listed = [i for i in tree.conjuncts(first) if i < index] if first is not None and first < index else []
    known = [i for i in listed if (actor := scene.actor_at(i)) is not None and actor.kind in ORGANISED]
    return known if len(known) > 1 else [one]


def is_known(scene: Scene, index: int) -> bool:
    """True for the head of words for somebody whom the report names."""
    actor = scene.actor_at(index)
    return actor is not None and scene.is_named(actor)


def _called(scene: Scene, index: int) -> int | None:
    """The name in "its chief ideologist, X", "the commander, identified as X"."""
    tree = scene.tree
    if tree.tokens[index].text.lower() != tree.tokens[index].lemma.lower():
        return None
    behind = [i for i in tree.children(index, "appos") if i > index]
    for clause in tree.children(index, "acl"):
        if tree.tokens[clause].lemma in _CALLING and tree.tokens[clause].tag == "VERB":
            behind += [i for i in tree.children(clause, "obl", "xcomp", "obj") if tree.case_of(i) in {"as", "by", None}]
    return next((i for i in behind if scene.name_covering(i) is not None and scene.actor_at(i) is not None), None)


def _name_before(scene: Scene, index: int) -> int | None:
    """The name that ends right before the comma that a description begins behind, whatever the parser hung it on."""
    tree = scene.tree
    opened = [i for o in tree.children(index, "nmod:poss") for i in tree.subtree(o)]
    if person_role(tree.tokens[index].lemma) is not None or not (tree.children(index, "det") or opened):
        return None
    start = min([index, *opened, *tree.children(index, "det", "amod", "compound")])
    if start < 2 or tree.tokens[start - 1].text != "," or tree.tokens[index].relation not in {"appos", "conj", "nmod"}:
        return None
    name = scene.name_covering(start - 2)
    if name is None or scene.sentence_of(start).first > start - 2:
        return None
    actor = scene.actor_at(name.head)
    person = actor is None or actor.kind in {ActorKind.PERSON, ActorKind.CIVILIANS}
    return None if person or tree.case_of(index) else name.head


def is_party(scene: Scene, filler: Filler, kind: RelationKind) -> bool:
    """True for who can stand in a relation: a named actor, or a group or force however described."""
    actor = scene.actor_at(filler.head)
    if actor is None:
        return False
    if kind in _PERSONAL and actor.kind is not ActorKind.PERSON:
        return False
    lowered = scene.tree.tokens[filler.head].text.lower()
    if (scene.is_attacker(filler.head) or lowered.endswith("gunmen")) and not scene.is_named(actor):
        return False  # "gunmen" who fought somebody once
    return scene.is_named(actor) or actor.kind in ORGANISED


def others_at(scene: Scene, word: RelationWord, heads: Iterable[int]) -> list[Filler]:
    """The fillers that may stand at the other end of what a word tells, as the word's `other` says."""
    role = RoleName.PLACE if word.other == "place" else RoleName.OBJECT  # a place is referred to as one
    places = word.other == "place"
    found = scene.fillers(role, [_place_in(scene, h) if places else bearer_at(scene, h) for h in heads])
    return [whole for f in found if (whole := _as_other(scene, f, word)) is not None]


def _place_in(scene: Scene, index: int) -> int:
    """ "Mali" of "much of northern Mali", "parts of Mali": the place that the words are about."""
    if scene.place_at(index) is not None:
        return index
    below = obliques(scene.tree, index, "of", "in")
    below += [p for b in below for p in scene.tree.children(b, "nmod:poss", "compound")]
    below += scene.tree.children(index, "nmod:poss", "compound")
    return next((i for i in below if scene.place_at(i) is not None), index)


def _as_other(scene: Scene, filler: Filler, word: RelationWord) -> Filler | None:
    actor = scene.actor_at(filler.head) if filler.reference is not None else None
    filler = _unpossessed(scene, filler)
    if word.kind is RelationKind.FACTION_OF and actor is not None and actor.kind is ActorKind.PERSON:
        return None  # "X's faction of the Y" is a part of Y
    if word.lemma == "branch" and actor is not None and actor.kind not in ORGANISED:
        return None  # a bank's
    if word.kind in _OF_A_BODY and not (is_known(scene, filler.head) or _is_body(scene, filler)):
        return None
    if word.kind is RelationKind.SPLIT_FROM and not is_known(scene, filler.head):
        return None
    if word.other == "place":
        return filler if scene.place_at(filler.head) is not None else None
    if word.other == "private":
        private = actor is not None and actor.kind not in {ActorKind.GOVERNMENT, ActorKind.PERSON}
        called = scene.name_covering(filler.head) is not None or scene.tree.tokens[filler.head].tag == "PRON"
        return filler if private and called and is_known(scene, filler.head) else None
    if word.other == "party":
        return filler if actor is not None and actor.kind is ActorKind.PARTY else None
    if word.other == "service":
        if actor is None:
            noun = actor_noun(scene.tree.tokens[filler.head].lemma)
            return described(scene, filler) if noun is not None and noun.kind in _SERVED else None
        return filler if actor.kind in _SERVED and (is_known(scene, filler.head) or _is_body(scene, filler)) else None
    if word.other in {"foe", "state"} and filler.reference is None and scene.is_country(filler.head):
        return replace(filler, reference=scene.place_at(filler.head))
    if word.other in {"foe", "state"}:
        return filler if filler.reference or scene.is_community(filler.head) or is_rule(scene, filler.head) else None
    if word.other == "made":
        made = scene.tree.tokens[filler.head].lemma.lower() in _MADE
        known = described(scene, filler) if made and filler.reference is None else None
        return known or (filler if made or is_known(scene, filler.head) else None)
    if word.kind is RelationKind.LED_BY and word.backward is (actor is not None and actor.kind is ActorKind.PERSON):
        return None
    if word.kind is RelationKind.LED_BY and actor is not None and actor.kind is not ActorKind.PERSON:
        return filler if is_known(scene, filler.head) or _is_body(scene, filler) else None
    if filler.reference is not None:
        return filler
    found = described(scene, filler)
    if word.kind is RelationKind.SPOKESPERSON_OF and target_kind(scene.tree.tokens[filler.head].lemma) is not None:
        return found or filler  # "hospital spokesman"
    return found if word.other == "body" or (found is not None and found.reference is not None) else None


def _unpossessed(scene: Scene, filler: Filler) -> Filler:
    """Without the "'s" of "the army's spokesman"."""
    end = scene.tree.tokens[filler.head].span.end
    words = scene.text(filler.span)
    cut = words.endswith(("'s", "’s", "`s", "s'", "s’")) and filler.span.start < end < filler.span.end
    return replace(filler, span=Span(filler.span.start, end)) if cut else filler


def is_rule(scene: Scene, index: int) -> bool:
    """True for those who rule, or what stands for them: "the monarchy", "symbols of the state"."""
    lemma = scene.tree.tokens[index].lemma.lower()
    if lemma in _STANDS_FOR:
        return any(is_rule(scene, i) for i in obliques(scene.tree, index, "of"))
    return lemma in _RULE


def _is_body(scene: Scene, filler: Filler) -> bool:
    noun = actor_noun(scene.tree.tokens[filler.head].lemma)
    return noun is not None and noun.collective


def described(scene: Scene, filler: Filler) -> Filler | None:
    """A body put before a role: "army" of "army spokesman" is the one army that the report tells of, else its words;
    None for what is no body."""
    token = scene.tree.tokens[filler.head]
    noun = actor_noun(token.lemma)
    if noun is None:
        return None
    once = [i for i in scene.tree.children(filler.head, "amod") if scene.tree.tokens[i].text.lower() in _ONCE]
    if once and once[0] < filler.head and scene.tree.tokens[once[0]].span.start == filler.span.start:
        # the general of "retired army general" is retired, and not the army
        filler = replace(filler, span=Span(scene.tree.tokens[once[0] + 1].span.start, filler.span.end))
    known = scene.described_as(token.lemma.lower())
    rulers = noun.kind is ActorKind.GOVERNMENT and token.lemma.lower() in {"state", "capital"}
    if known is None and (rulers or not noun.collective):
        return None
    return replace(filler, reference=known.id if known else None)


def _of_their_own(scene: Scene, filler: Filler) -> Filler:
    """ "A breakaway group" is not the group that coreference takes it for."""
    modifiers = {scene.tree.tokens[i].lemma.lower() for i in scene.tree.children(filler.head, "amod", "compound")}
    named = scene.tree.is_relation(filler.head, "appos") or scene.tree.children(filler.head, "appos", "cop")
    own = scene.name_covering(filler.head) is None and not named and filler.reference is not None
    if own and _is_part_of_itself(scene, filler):
        return _spelled_out(scene, filler)
    return replace(filler, reference=None) if own and modifiers & _APART else filler


def _is_part_of_itself(scene: Scene, filler: Filler) -> bool:
    """True for "an X faction loyal to Y" that coreference takes for X."""
    tree = scene.tree
    token = tree.tokens[filler.head]
    if token.lemma.lower() not in _PARTS | {"group"} or token.text.lower() != token.lemma.lower():
        return False
    below = tree.children(filler.head, "compound", "amod", "nmod", "nmod:poss") if token.lemma != "group" else []
    if any(tree.tokens[i].lemma.lower() == "a" for i in tree.children(filler.head, "det")):
        # "a faction that broke away from X"
        below += [i for c in tree.children(filler.head, "acl") for i in tree.subtree(c) if is_known(scene, i)]
    return any(a.id == filler.reference for i in below if (a := scene.actor_at(i)) is not None)


def directed(scene: Scene, one: Filler, other: Filler, word: RelationWord) -> tuple[Filler, Filler]:
    """The two as subject and object of the word's relation."""
    one, other = _of_their_own(scene, one), _of_their_own(scene, other)
    a, b = (other, one) if word.backward else (one, other)
    return (
        Filler(role=RoleName.SUBJECT, span=a.span, head=a.head, reference=a.reference),
        Filler(role=RoleName.OBJECT, span=b.span, head=b.head, reference=b.reference),
    )


def apart(scene: Scene, one: Filler, other: Filler) -> Filler:
    """The first of two by its words alone where they hold the second's name: "a group linked to al-Qaida", which
    coreference takes for al-Qaida, is not al-Qaida."""
    same = one.reference is not None and one.reference == other.reference
    inside = one.head != other.head and other.head in scene.tree.subtree(one.head)
    described = scene.name_covering(one.head) is None and scene.tree.tokens[one.head].tag == "NOUN"
    return _spelled_out(scene, one) if same and inside and described else one


def _spelled_out(scene: Scene, filler: Filler) -> Filler:
    """By the words of its phrase, whoever coreference takes it for."""
    tree = scene.tree
    left = {*tree.children(filler.head, "det"), *tree.children(filler.head, "case")}
    left |= {i for below in obliques(tree, filler.head, "on") for i in tree.subtree(below)}  # "on Sunday"
    words = tree.subtree(filler.head, frozenset({"appos", "acl:relcl", "punct"}))
    return replace(filler, reference=None, span=tree.span([i for i in words if i not in left]))


def are_two(one: Filler, other: Filler) -> bool:
    """False for somebody and themselves."""
    return one.head != other.head and (one.reference is None or one.reference != other.reference)
