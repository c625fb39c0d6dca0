"""The constructions that tell how two actors stand: from a word of the table to the pairs that it joins.

Each construction of `data/relation_words.tsv` is one function here: a verb or adjective with its subject, a noun
for what somebody is to somebody, a noun for what somebody does ("war", "links"), a verb for what somebody is out to do
("to overthrow"), what somebody does again and again, and a noun for where somebody sits ("stronghold").
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from hearsay.analyses.frames.ends import Pairs, apart, are_two, bearers_at, directed, is_party, others_at
from hearsay.analyses.frames.generalities import is_generality
from hearsay.analyses.frames.roles import by_noun, is_name, put_before
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, is_passive, obliques, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Filler, RoleName
from hearsay.records.relation import RelationKind
from hearsay.vocabulary.relations import RelationWord, relation_words

_MUTUAL = frozenset({RelationKind.COOPERATED_WITH, RelationKind.ALLIED_WITH, RelationKind.MERGED_INTO})
_CARRYING = frozenset(
    """wage fight lead launch mount conduct run pursue start begin continue resume stage declare carry have keep
    maintain forge form build develop establish strengthen step intensify join head sever cut use set operate""".split()
)
"""Verbs that carry a deed: whoever wages a war, has links, keeps a base."""
_ASKING = frozenset({"call", "urge", "ask", "tell", "order", "appeal", "invite", "want", "advise", "beg"})
_WANTING = frozenset(
    """seek call swear commit want demand dedicate devote aim plot urge vow work fight campaign push advocate pursue
    bent pledge""".split()
)
_OFTEN = frozenset({"often", "repeatedly", "frequently", "regularly", "routinely", "long", "mostly", "mainly"})


def has_partner(scene: Scene, index: int, partner: str) -> bool:
    """True where a word stands with the one it needs: "wage" with "war", "group" with "splinter"."""
    below = scene.tree.children(index, "obj", "compound", "advmod", "amod", "obl", "xcomp")
    return any(scene.tree.tokens[i].lemma.lower() == partner for i in below)


def _by_verb(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Subject and other of a verb or adjective, each an actor (or a place, or a new group's description)."""
    tree = scene.tree
    if _is_asked_for(scene, index):
        return []
    passive = tree.tokens[index].tag == "VERB" and is_passive(tree, index)
    if "obj" in word.slots and tree.tokens[index].tag == "VERB":
        doers = agents(tree, index)
        others = [i for i in _own_patients(scene, index) if tree.tokens[i].lemma.lower() != word.partner]
    elif passive or tree.tokens[index].tag == "ADJ":
        doers, others = subjects(tree, index) or _modified(scene, index), []
    else:
        doers, others = subjects(tree, index), []
    cases = [slot for slot in word.slots if slot != "obj"]
    below = [index, *tree.children(index, "obj", "xcomp")] if word.partner else [index]
    others = [*others, *(o for b in below for o in obliques(tree, b, *cases))] if cases else others
    if word.other == "place":
        others = others or _where(scene, index)
    if word.kind is RelationKind.HOSTILE_TO:
        others = [w for o in others for w in (_wagers(scene, o) or [o])]
    firsts = _parties(scene, doers, word)
    if word.lemma == "rule":
        firsts = [f for f in firsts if _is_armed(scene, f)]  # a head of state rules a country and is not "present"
    if word.kind is RelationKind.LED_BY:
        led = [f for f in firsts if _is_person(scene, f)]
        # "led by X; the Y Front; and others": people lead, where people are named. "Al-Qaida's former branch", which
        # coreference takes for al-Qaida, leads by its words
        firsts = led or [f if is_name(scene, f.head) else replace(f, reference=None) for f in firsts]
    seconds = others_at(scene, word, others)
    if not seconds and word.kind in _MUTUAL and len(firsts) > 1:
        firsts, seconds = firsts[:1], firsts[1:]  # "X and Y joined forces"
    pairs = [(apart(scene, a, b), b) for a in firsts for b in seconds]
    return [directed(scene, a, b, word) for a, b in pairs if are_two(a, b)]


def _is_asked_for(scene: Scene, index: int) -> bool:
    """True for what somebody is asked to do: "called on residents to work with the army"."""
    tree = scene.tree
    first = tree.path_up(index, "conj")
    head = tree.tokens[first].head
    asked = [head] if head is not None else []
    asked += [a for a in tree.ancestors(first) if tree.tokens[a].tag == "VERB"][:2]
    infinitive = any(tree.tokens[i].lemma.lower() == "to" for i in tree.children(index, "mark"))
    return infinitive and any(tree.tokens[a].lemma in _ASKING for a in asked)


def _own_patients(scene: Scene, verb: int) -> list[int]:
    """The patients of a verb; not those of one further on that is only coordinated with it."""
    tree = scene.tree
    later = {o for c in tree.children(verb, "conj") if c > verb + 3 for o in tree.subtree(c)}
    return [i for i in patients(tree, verb) if i not in later]


def _parties(scene: Scene, heads: list[int], word: RelationWord) -> list[Filler]:
    known = list(dict.fromkeys(b for i in heads for b in bearers_at(scene, i)))
    return [f for f in scene.fillers(RoleName.SUBJECT, known) if is_party(scene, f, word.kind)]


def _modified(scene: Scene, index: int) -> list[int]:
    """The noun that a participle or adjective stands with: "a group affiliated with X"."""
    head = scene.tree.tokens[index].head
    return [head] if head is not None and scene.tree.is_relation(index, "acl", "amod") else []


def _where(scene: Scene, index: int) -> list[int]:
    """The place of "Mali, where the group is active", of which the clause tells."""
    tree = scene.tree
    head = tree.tokens[index].head
    marked = any(tree.tokens[i].lemma.lower() in {"where", "which"} for i in tree.children(index, "advmod", "obl"))
    return [head] if head is not None and marked and tree.is_relation(index, "acl", "advcl") else []


def _by_deed(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Who does it and to whom: "its war against X", "X waged an insurgency against Y", "the feud between X and Y"."""
    tree = scene.tree
    states = replace(word, other="state") if word.kind in _MUTUAL else word  # "the alliance between Khartoum and X"
    between = others_at(scene, states, obliques(tree, index, "between"))
    if len(between) > 1:
        first = is_party(scene, between[0], word.kind)
        return [directed(scene, between[0], other, word) for other in between[1:] if first]
    others = others_at(scene, word, obliques(tree, index, *word.slots) or _carried_to(scene, index, word))
    doers = _parties(scene, _deed_doers(scene, index) or _in_step(scene, index, word), word)
    if not others and word.kind in _MUTUAL and word.partner is not None:
        doers, others = doers[:1], doers[1:]  # "X and Y carried out a joint raid"
    pairs = [(apart(scene, a, b), b) for a in doers for b in others]
    return [directed(scene, a, b, word) for a, b in pairs if are_two(a, b)]


def _carried_to(scene: Scene, index: int, word: RelationWord) -> list[int]:
    """The other that hangs on the verb that carries the deed: "waged a war for years against X"."""
    head = scene.tree.tokens[index].head
    carried = head is not None and scene.tree.is_relation(index, "obj") and scene.tree.tokens[head].lemma in _CARRYING
    return obliques(scene.tree, head, *word.slots) if head is not None and carried else []


def _deed_doers(scene: Scene, index: int) -> list[int]:
    """Whose deed it is: "its war", "a war by X", "the X insurgency", "X waged a war", "a group with ties"."""
    tree = scene.tree
    owners = [*tree.children(index, "nmod:poss"), *obliques(tree, index, "by")]
    owners += [i for i in tree.children(index, "compound", "amod") if i < index and scene.actor_at(i) is not None]
    if owners:
        return owners
    if tree.children(index, "cop"):
        return subjects(tree, index)  # "is at war with X"
    if tree.is_relation(index, "nmod") and tree.case_of(index) == "with" and tree.tokens[index].head is not None:
        return [i for i in [tree.tokens[index].head] if i is not None]
    head = tree.tokens[index].head
    if head is None or tree.tokens[head].lemma not in _CARRYING:
        return []
    if tree.is_relation(index, "nsubj") and is_passive(tree, head):
        return agents(tree, head)
    return agents(tree, head) if tree.is_relation(index, "obj") else []


def _in_step(scene: Scene, index: int, word: RelationWord) -> list[int]:
    """Who does something "in alliance with" another, or of whom "X, in coordination with Y," tells."""
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None or word.kind not in _MUTUAL or tree.case_of(index) != "in":
        return []
    return agents(tree, head) if tree.tokens[head].tag == "VERB" else [head]


def _wagers(scene: Scene, index: int) -> list[int]:
    """The enemy in "battling an insurgency by X": whoever wages it."""
    deeds = relation_words().get((scene.tree.tokens[index].lemma.lower(), "NOUN"), ())
    war = any(w.construction == "DEED" and w.kind is RelationKind.HOSTILE_TO for w in deeds)
    known = scene.actor_at(index)
    return _deed_doers(scene, index) if war and (known is None or not scene.is_named(known)) else []


def _by_aim(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Who is out to do it: "fighting to overthrow X", "its campaign to topple X", "accused of plotting to oust X"."""
    tree = scene.tree
    first = tree.path_up(index, "conj") if tree.tokens[index].text.lower() == tree.tokens[index].lemma else index
    marks = {tree.tokens[i].lemma.lower() for v in (index, first) for i in tree.children(v, "mark", "case")}
    if not marks & {"to", "at", "of", "for"}:
        return []
    head = tree.tokens[index].head
    if head is not None and tree.is_relation(index, "acl") and tree.tokens[head].tag in {"NOUN", "PROPN"}:
        doers = tree.children(head, "nmod:poss") or _carrier_subjects(scene, head)
    else:
        told = subjects(tree, index) or tree.children(index, "nsubj")
        doers = [p for d in told for p in ([d] if scene.actor_at(d) else tree.children(d, "nmod:poss"))]
    firsts = _parties(scene, doers, word)
    seconds = others_at(scene, word, patients(tree, index))
    return [directed(scene, a, b, word) for a in firsts for b in seconds if are_two(a, b)]


def _carrier_subjects(scene: Scene, noun: int) -> list[int]:
    """The subject of the verb that an effort hangs on: "X launched a campaign to", "X died in a bid to"."""
    tree = scene.tree
    head = tree.tokens[noun].head
    if tree.children(noun, "cop"):
        return subjects(tree, noun)
    if head is None or not tree.is_relation(noun, "obj", "obl") or tree.tokens[head].tag != "VERB":
        return []
    return agents(tree, head) if tree.is_relation(noun, "obj") else subjects(tree, head)


def _by_ruin(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Whose end somebody wants: "is seeking the overthrow of X", "is sworn to X's destruction"."""
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None or tree.tokens[head].lemma not in _WANTING or not tree.is_relation(index, "obj", "obl"):
        return []
    firsts = _parties(scene, subjects(tree, head), word)
    seconds = others_at(scene, word, [*tree.children(index, "nmod:poss"), *obliques(tree, index, *word.slots)])
    return [directed(scene, a, b, word) for a in firsts for b in seconds if are_two(a, b)]


def _by_practice(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Whom somebody goes for again and again: "has often targeted X", "their attacks target X"."""
    tree = scene.tree
    often = any(tree.tokens[i].lemma.lower() in _OFTEN for i in tree.children(index, "advmod"))
    going_on = often or _have_been_hit(scene, index) or is_generality(tree, index, scene.time_of(index) is not None)
    if is_passive(tree, index) or tree.is_negated(index) or not going_on:
        return []
    doers = subjects(tree, index)
    doers = [p for d in doers for p in (tree.children(d, "nmod:poss") or [d])]
    firsts = _parties(scene, doers, word)
    seconds = others_at(scene, word, patients(tree, index))
    return [directed(scene, a, b, word) for a in firsts for b in seconds if are_two(a, b)]


def _have_been_hit(scene: Scene, index: int) -> bool:
    """ "Have targeted police, tourists and officials": in the perfect, several and none in particular."""
    tree = scene.tree
    perfect = any(tree.tokens[i].lemma.lower() == "have" for i in tree.children(index, "aux"))
    hit = patients(tree, index)
    one = any(tree.children(i, "nummod", "det") for i in hit)
    return perfect and bool(hit) and not one and tree.tokens[index].lemma == "target"


def _by_seat(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Who sits where: "Mopti, an X stronghold", "the X stronghold of Mopti"."""
    tree = scene.tree
    owners = [*tree.children(index, "nmod:poss"), *put_before(scene, index, word), *obliques(tree, index, "of", "for")]
    start = min([index, *tree.children(index, "det", "amod", "compound")])
    comma = start >= 2 and tree.tokens[start - 1].text == ","
    places = [start - 2] if comma and scene.place_at(start - 2) is not None else []
    places += [i for i in obliques(tree, index, "of", "in") if scene.place_at(i) is not None]
    places += [i for i in tree.children(index, "appos", "nsubj") if scene.place_at(i) is not None]
    groups = others_at(scene, replace(word, other="body"), owners)
    where = scene.fillers(RoleName.PLACE, places[:1])
    return [directed(scene, a, b, word) for a in groups for b in where if _is_armed(scene, a)]


def _by_subordination(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Under whom somebody is: "fighters of the X under the command of Y"."""
    tree = scene.tree
    head = tree.tokens[index].head
    if head is None or tree.case_of(index) != "under":
        return []
    led = [head] if tree.tokens[head].tag in {"NOUN", "PROPN"} else subjects(tree, head)
    others = others_at(scene, word, [*obliques(tree, index, *word.slots), *tree.children(index, "nmod:poss")])
    firsts = [f for f in _parties(scene, led, word) if (a := scene.actor_at(f.head)) and a.kind is not ActorKind.PERSON]
    return [directed(scene, a, b, word) for a in firsts for b in others if _is_person(scene, b)]


def _is_person(scene: Scene, filler: Filler) -> bool:
    actor = scene.actor_at(filler.head)
    return actor is not None and actor.kind is ActorKind.PERSON


def _by_sides(scene: Scene, index: int, word: RelationWord) -> Pairs:
    """Who was set against whom: "pitted the rebels against the army", "pitting against each other X and Y"."""
    tree = scene.tree
    firsts = _parties(scene, [i for o in tree.children(index, "obj") for i in tree.conjuncts(o)], word)
    against = [i for i in obliques(tree, index, *word.slots) if tree.tokens[i].lemma.lower() != "other"]
    against += [i for o in tree.children(index, "obj") for i in obliques(tree, o, *word.slots)]
    seconds = others_at(scene, word, against)
    if not seconds:
        firsts, seconds = firsts[:1], firsts[1:]
    return [directed(scene, a, b, word) for a in firsts[:1] for b in seconds if are_two(a, b)]


def _is_armed(scene: Scene, filler: Filler) -> bool:
    actor = scene.actor_called(filler.reference)
    return actor is not None and actor.kind in {ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.OTHER}


CONSTRUCTIONS: Mapping[str, Callable[[Scene, int, RelationWord], Pairs]] = {
    "VERB": _by_verb,
    "ADJ": _by_verb,
    "NOUN": by_noun,
    "DEED": _by_deed,
    "AIM": _by_aim,
    "RUIN": _by_ruin,
    "PRACTICE": _by_practice,
    "SEAT": _by_seat,
    "SIDES": _by_sides,
    "UNDER": _by_subordination,
}
"""The constructions by their name in the table."""
