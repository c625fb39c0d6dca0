"""Whom others name for what happened: accused of it, blamed for it, suspected.

What is said with a thing ("the blame was laid on X", "suspicion fell on X", "evidence points to X") is a row of a
table: which verb, what thing, behind which prepositions the doer stands, how much it holds back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.analyses.frames.responsibility import (
    PART,
    Word,
    below,
    carries_out,
    events_of,
    is_event,
    is_nobody,
    is_told,
)
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, obliques, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Act
from hearsay.records.tree import Tree

_ACCUSING = frozenset({"accuse", "suspect", "charge", "convict", "implicate", "indict"})
_BLAMING = frozenset({"blame", "attribute", "ascribe", "link", "pin", "trace", "credit"})
_NO_BODIES = frozenset({ActorKind.PERSON, ActorKind.CIVILIANS})
"""Who may be suspected of anything: only bodies are suspected of what was told before where nothing says of what."""
_EACH_OTHER = frozenset({"each other", "one another", "the other", "the others"})
_LIKELIEST = frozenset("prime main chief key likely likeliest primary principal obvious leading first".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Idiom:
    """One way of naming a doer with a thing: `verbs` with one of the `things` as subject or object; the doer stands
    behind one of the `cases`, of the verb or of the thing."""

    verbs: frozenset[str]
    things: frozenset[str]
    cases: tuple[str, ...]
    hedge: str | None = None


def _idiom(verbs: str, things: str, cases: str, hedge: str | None = None) -> _Idiom:
    return _Idiom(
        verbs=frozenset(verbs.split()), things=frozenset(things.split()), cases=tuple(cases.split()), hedge=hedge
    )


_DEEDS = frozenset({"action", "operation", "work", "act", "tactic", "method"})
_ELEMENTS = frozenset({"element", "faction", "dissident", "section", "quarter"})
_UNITS = frozenset({"battalion", "unit", "squad", "regiment", "platoon", "company", "cell", "detachment"})
_CALLING = frozenset({"name", "identify", "list", "cite", "regard", "treat", "describe"})
_MANNER = frozenset("method target style timing manner nature choice scale technique tactic sophistication".split())
"""What of an attack may be typical of somebody."""
_MARKED = "hallmark hallmarks mark marks fingerprint fingerprints trademark trademarks signature stamp imprint"
_SIGNS = "evidence sign signs clue clues indication indications finding findings suspicion suspicions intelligence"
_IDIOMS: Sequence[_Idiom] = (
    _idiom("point wag level", "finger fingers", "at to toward towards"),
    _idiom("lay put place pin pinn pinned cast", "blame responsibility", "on upon with at"),
    _idiom("cast throw raise", "suspicion suspicions doubt", "on upon", "possible"),
    _idiom("fall land rest lie centre center focus turn", "suspicion suspicions blame", "on upon around", "possible"),
    _idiom("point lead", _SIGNS, "at to toward towards", "possible"),
    _idiom("see suspect detect recognise recognize", "hand involvement handiwork role", "of by", "possible"),
    _idiom("bear bore carry have show", _MARKED, "of by", "possible"),
)
_BY_VERB: Mapping[str, Sequence[_Idiom]] = {
    verb: [idiom for idiom in _IDIOMS if verb in idiom.verbs] for idiom in _IDIOMS for verb in idiom.verbs
}


def accusation(scene: Scene, index: int) -> Word | None:
    """ "accused the rebels of killing", "is suspected of", "held the army responsible for"; "police suspect the X",
    "the X were suspected", of what was told before."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB":
        return None
    accused = [i for i in patients(tree, index) if scene.can_act(i)]
    holds = token.lemma == "hold" and any(tree.tokens[i].lemma == "responsible" for i in tree.children(index, "xcomp"))
    if not accused or not (token.lemma in _ACCUSING or holds):
        return None
    tops = list(tree.children(index, "xcomp")) if holds else [index]
    events = [e for top in tops for e in events_of(tree, top, "of", "in", "with", "for", "over")]
    events += [e for clause in events for e in patients(tree, clause) if tree.tokens[clause].tag == "VERB"]
    beside = [e for a in accused for e in obliques(tree, a, "of", "over")]  # parsers hang "of the killings" on whom
    beside += [
        e for e in tree.children(index, "obl") if any(tree.tokens[m].lemma == "of" for m in tree.children(e, "mark"))
    ]
    events += [e for e in beside if is_event(tree, e)]
    events += [e for e in tree.subtree(index) if _is_guilt(tree, e)]  # "the forces from the south of being responsible"
    events = [e for e in events if e > index]  # not "in the wake of the attack, he accused X of meddling"
    if not events and (holds or token.lemma == "suspect") and not tree.is_relation(index, "amod", "acl"):
        accused = [i for i in accused if _is_body(scene, i)]
    elif not any(is_event(tree, e) or carries_out(tree, e) or _is_guilt(tree, e) for e in below(tree, events)):
        return None
    if not accused:
        return None
    hedge = "possible" if token.lemma == "suspect" else None
    return Word(
        verb=index, act=Act.BLAME, speakers=_sayers(tree, index), perpetrators=accused, events=events, hedge=hedge
    )


def _is_guilt(tree: Tree, index: int) -> bool:
    """True for "of being responsible", "of being behind it"."""
    guilty = tree.tokens[index].lemma.lower() in {"responsible", "complicit"} or tree.case_of(index) == "behind"
    return guilty and "of" in _marks(tree, index)


def _marks(tree: Tree, index: int) -> list[str]:
    return [tree.tokens[i].lemma.lower() for i in tree.children(index, "mark")]


def blame(scene: Scene, index: int) -> Word | None:
    """ "blamed X for the attack", "blamed the attack on X", "attributed to X", "credited to X", "X was to blame"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _BLAMING:
        return None
    objects = patients(tree, index)
    act = Act.CREDIT if token.lemma == "credit" else Act.BLAME
    beside = [i for o in objects for i in obliques(tree, o, "on")] if token.lemma in {"blame", "pin"} else []
    onto = _actors_at(scene, [*obliques(tree, index, "on", "to", "with"), *beside])
    if onto and (any(is_event(tree, i) for i in objects) or token.lemma == "blame"):
        return Word(verb=index, act=act, speakers=_sayers(tree, index), perpetrators=onto, events=objects)
    accused = [i for i in objects if scene.can_act(i)]
    events = events_of(tree, index, "for", "with")
    if accused and (events or token.lemma == "blame") and token.lemma in {"blame", "credit"}:
        return Word(verb=index, act=act, speakers=_sayers(tree, index), perpetrators=accused, events=events)
    infinitive = any(tree.tokens[i].lemma == "to" for i in tree.children(index, "mark"))
    if token.lemma == "blame" and infinitive and tree.children(index, "cop"):
        guilty = [i for i in subjects(tree, index) if scene.can_act(i)]  # "the rebels were to blame"
        return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=guilty, events=events) if guilty else None
    return None


def mutual(scene: Scene, index: int) -> Word | None:
    """ "The army and the rebels blamed each other for the killings": each of them names the others."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in {"blame", "accuse"}:
        return None
    each = " ".join(t.text.lower() for t in tree.tokens[index + 1 : index + 3]) in _EACH_OTHER
    sides = [i for i in subjects(tree, index) if scene.can_act(i)]
    if not each or len(sides) < 2:
        return None
    events = [
        *events_of(tree, index, "for", "of"),
        *(e for o in patients(tree, index) for e in obliques(tree, o, "of")),
    ]
    if token.lemma == "accuse" and not any(is_event(tree, e) or carries_out(tree, e) for e in below(tree, events)):
        return None
    return Word(verb=index, act=Act.BLAME, speakers=sides, perpetrators=sides, events=events, mutual=True)


def pointing(scene: Scene, index: int) -> Word | None:
    """ "pointed the finger at X", "suspicion is likely to fall on X", "the attack bears the hallmarks of X"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _BY_VERB:
        return None
    told, done = subjects(tree, index), patients(tree, index)
    if not told and tree.is_relation(index, "acl", "advcl") and token.head is not None:
        told = [token.head]  # "the attack, bearing the marks of X"
    for idiom in _BY_VERB[token.lemma]:
        things = [i for i in (*told, *done) if tree.tokens[i].lemma.lower() in idiom.things]
        about = [*done, *obliques(tree, index, "for"), *(i for t in done for i in obliques(tree, t, "for", "in"))]
        tops = [index, *things, *about] if things else []
        behind = [i for top in tops for i in obliques(tree, top, *idiom.cases)]
        deeds = [
            i for i in behind if is_event(tree, i) or tree.tokens[i].lemma in _DEEDS
        ]  # "hallmarks of an attack by X"
        behind += [
            i for d in deeds for i in (*obliques(tree, d, "by", "of"), *tree.children(d, "nmod:poss", "compound"))
        ]
        accused = _actors_at(scene, behind)
        if not accused or (things[0] not in done and things[0] not in told):
            continue
        marked = things[0] in done and tree.tokens[things[0]].lemma.lower() in _MARKED.split()
        if marked and not any(is_told(tree, i) for i in told):
            continue  # "the man bore the marks of the rebels"
        events = [i for i in [*about, *told, *obliques(tree, index, "in")] if is_event(tree, i)]
        sayers = _sayers(tree, index) if things[0] in done and not marked else ()
        return Word(verb=index, act=Act.BLAME, speakers=sayers, perpetrators=accused, events=events, hedge=idiom.hedge)
    return None


def _actors_at(scene: Scene, heads: Sequence[int]) -> list[int]:
    """Those of the heads that can act; for "renegade elements within X" it is X that is named."""
    found: list[int] = []
    for head in heads:
        inside = scene.tree.tokens[head].lemma.lower() in _ELEMENTS
        within = obliques(scene.tree, head, "within", "inside", "in", "of", "from") if inside else []
        if scene.tree.tokens[head].lemma.lower() in _UNITS:
            within = [i for i in obliques(scene.tree, head, "of") if scene.can_act(i)]
        found += [i for i in (within or [head]) if scene.can_act(i)]
    return found


def suspicion(scene: Scene, index: int) -> Word | None:
    """ "X is the prime suspect", "the main suspects are X", "the bombing was typical of X"."""
    tree = scene.tree
    lemma = tree.tokens[index].lemma.lower()
    if lemma in {"typical", "characteristic", "reminiscent"}:
        told = [i for one in tree.children(index, "nsubj") for i in tree.conjuncts(one)]
        manner = [e for i in told if tree.tokens[i].lemma in _MANNER for e in obliques(tree, i, "of")]
        about = [i for i in (*told, *manner) if is_told(tree, i)]
        doers = [i for i in obliques(tree, index, "of") if scene.can_act(i)] if about else []
        return _suspected(index, [i for i in doers if _is_body(scene, i)], about)
    if lemma == "suspect" and tree.case_of(index) == "as" and (word := _called_suspects(scene, index)) is not None:
        return word
    if lemma == "suspect" and tree.tokens[index].tag == "NOUN":
        words = {tree.tokens[i].lemma.lower() for i in tree.children(index, "amod")}
        doers = subjects(tree, index) if tree.children(index, "cop") else []
        events = obliques(tree, index, "in", "for", "behind")
    else:
        doers = [index] if tree.children(index, "cop") else []
        called = [i for i in tree.children(index, "nsubj") if tree.tokens[i].lemma.lower() == "suspect"]
        words = {tree.tokens[i].lemma.lower() for c in called for i in tree.children(c, "amod")}
        events = [i for c in called for i in obliques(tree, c, "in", "for", "behind")]
    if not words & _LIKELIEST:
        return None
    return _suspected(index, [i for i in doers if _is_body(scene, i)], events)


def _called_suspects(scene: Scene, index: int) -> Word | None:
    """ "The army named both the X and the Y as suspects in the blast": each body that is called so, by whoever does."""
    tree = scene.tree
    verb = tree.tokens[index].head
    if verb is None or tree.tokens[verb].lemma not in _CALLING:
        return None
    doers = [i for i in patients(tree, verb) if _is_body(scene, i)]
    events = obliques(tree, index, "in", "for", "behind")
    if not doers or not any(is_event(tree, i) for i in below(tree, events)):
        return None
    return Word(
        verb=index, act=Act.BLAME, speakers=_sayers(tree, verb), perpetrators=doers, events=events, hedge="possible"
    )


def _suspected(index: int, doers: Sequence[int], events: Sequence[int]) -> Word | None:
    if not doers:
        return None
    return Word(verb=index, act=Act.BLAME, speakers=(), perpetrators=doers, events=events, hedge="possible")


def _is_body(scene: Scene, index: int) -> bool:
    actor = scene.actor_at(scene.counted(index))
    return actor is not None and actor.kind not in _NO_BODIES


def _sayers(tree: Tree, verb: int) -> list[int]:
    """Who accuses: the subject of an active verb, the "by" phrase of a passive one; nobody where it is not said."""
    if tree.is_relation(verb, "amod"):
        return []
    return [
        i
        for i in agents(tree, verb)
        if not is_nobody(tree, i) and not is_event(tree, i) and tree.tokens[i].lemma.lower() not in _SAYS_NOTHING
    ]


_SAYS_NOTHING = frozenset({*PART, *_SIGNS.split(), "blame", "finger", "suspicion"})
