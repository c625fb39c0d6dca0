"""Whose doing something was, by the word of whoever says the sentence: "it was the work of", "was behind", "did it"."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.analyses.frames.modality import HABITUALLY, is_open_question
from hearsay.analyses.frames.responsibility import IT, Word, below, is_event, is_told
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, is_passive, obliques, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Act
from hearsay.records.tree import Tree

_JOINING = frozenset({"work", "cooperate", "collaborate", "coordinate", "team", "join", "partner", "act"})
_WORK = frozenset({"work", "handiwork", "doing"})
_ACTS = frozenset({"act", "deed", "crime", "outrage", "job"})
_DOING_IT = frozenset({"carry", "do", "plan", "mastermind", "orchestrate", "organise", "commit"})
_ABLE = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.PARTY})
_SETTING = frozenset({"lay", "trigger", "bury", "build", "assemble", "rig", "make", "plant", "place", "leave", "set"})
"""What is done with a mine or bomb that went off, where it is no event of its own."""
_REBELS = frozenset({"guerrilla", "guerilla", "rebel", "militant", "insurgent", "terrorist", "gunman", "gunmen"})
_ATTACKERS = frozenset(
    """attacker assailant bomber killer kidnapper hijacker shooter perpetrator raider abductor culprit gunman
    gunmen""".split()
)
_SEEMING = frozenset({"appear", "seem", "believe", "think", "suspect", "presume", "say", "understand", "assume"})
_NAMING = frozenset({"allege", "believe", "suspect", "think", "say", "claim", "see", "declare", "call"})
_BY_NAME = frozenset({"identify", "name"})
_CALLING = _BY_NAME | {"describe", "call"}
_PAIR = frozenset({"two", "both", "pair"})
_TOGETHER = frozenset({"together", "jointly", "side"})


def did_it(scene: Scene, index: int) -> Word | None:
    """ "Its fighters had carried it out", "we did this": a word on the doer of what was told before."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _DOING_IT:
        return None
    meant = [i for i in patients(tree, index) if tree.tokens[i].lemma.lower() in IT and tree.tokens[i].tag == "PRON"]
    doers = [i for i in agents(tree, index) if scene.can_act(i)]
    asked = any(tree.tokens[i].lemma.lower() == "who" for i in tree.children(index, "nsubj"))
    if not meant or not doers or asked or is_open_question(tree, index):
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=())


def took_part(scene: Scene, index: int) -> Word | None:
    """ "The X had taken part in the attack", "joined in the raid": a doer among others."""
    tree = scene.tree
    token = tree.tokens[index]
    part = token.lemma == "take" and any(tree.tokens[i].lemma == "part" for i in tree.children(index, "obj"))
    if token.tag != "VERB" or not (part or token.lemma in {"participate", "join"}) or is_open_question(tree, index):
        return None
    inside = [*obliques(tree, index, "in"), *(i for p in tree.children(index, "obj") for i in obliques(tree, p, "in"))]
    events = [i for i in inside if is_event(tree, i)]
    doers = [i for i in agents(tree, index) if scene.can_act(i)]
    if not events or not doers:
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=events)


def laid_it(scene: Scene, index: int) -> Word | None:
    """ "The mine was laid by X", "X had built the device": who set what went off."""
    tree = scene.tree
    token = tree.tokens[index]
    off = token.lemma == "set" and any(
        tree.tokens[i].lemma == "off" for i in tree.children(index, "compound", "advmod")
    )
    if token.tag != "VERB" or not (off or token.lemma in _SETTING) or is_open_question(tree, index):
        return None
    things = [i for i in patients(tree, index) if _is_the_weapon(scene, i)]
    doers = [i for i in agents(tree, index) if scene.can_act(i)]
    if not things or not doers:
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=things)


def _is_the_weapon(scene: Scene, index: int) -> bool:
    """True for "the mine", "the device": one that was told of before."""
    articles = {scene.tree.tokens[i].lemma.lower() for i in scene.tree.children(index, "det")}
    device = scene.tree.tokens[index].lemma.lower() in {"device", "charge", "explosive"}
    return bool(articles & {"the", "this", "that"}) and (device or scene.is_weapon(index))


def work_of(scene: Scene, index: int) -> Word | None:
    """ "the bombing was the work of X", "this is another savage act by X": the word of whoever says the sentence."""
    tree = scene.tree
    lemma = tree.tokens[index].lemma
    if lemma not in _WORK | _ACTS or not tree.children(index, "cop"):
        return None
    doers = [i for i in obliques(tree, index, "of", *(("by",) if lemma in _ACTS else ())) if scene.can_act(i)]
    told = [i for i in tree.children(index, "nsubj") if is_told(tree, i)]
    if not doers or not told or is_open_question(tree, index):
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=told)


def it_was(scene: Scene, index: int) -> Word | None:
    """ "Of course it was the LTTE": the answer to who did what was told before. "It was the army that freed them"
    tells of something else."""
    tree = scene.tree
    actor = scene.actor_at(index)
    if actor is None or actor.kind not in _ABLE or not tree.children(index, "cop"):
        return None
    if tree.case_of(index) not in {None, "of course"}:
        return None  # "it is up to the government"
    if any(tree.tokens[i].lemma.lower() in HABITUALLY for i in tree.children(index, "advmod")):
        return None  # "sometimes it's the rebels, sometimes bandits"
    it = [i for i in tree.children(index, "nsubj", "expl") if tree.tokens[i].lemma.lower() in {"it", "this", "that"}]
    if not it or tree.children(index, "acl:relcl", "advcl:relcl", "ccomp", "csubj") or is_open_question(tree, index):
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=[index], events=())


def were_they(scene: Scene, index: int) -> Word | None:
    """ "The attackers were members of X", "the group could be X", "the gunmen belonged to X": whose doing it was is
    said by saying who they were; also whom they "appeared to be" or were "believed to be"."""
    tree = scene.tree
    belongs = tree.tokens[index].lemma == "belong"
    told = [i for i in tree.children(index, "nsubj") if _is_doer_told_of(tree, i)] or _seem_to_be(tree, index)
    if not told or not (belongs or tree.children(index, "cop")) or is_open_question(tree, index):
        return None
    bodies = obliques(tree, index, "to") if belongs else [index] if tree.case_of(index) in {None, "from"} else []
    named = _bodies_among(scene, bodies)
    if not named:
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=named, events=())


def known_as(scene: Scene, index: int) -> Word | None:
    """ "Identified the attackers as members of X", "the killers identified themselves as X": whose they are; also
    "named the bomber as Y", a person."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _CALLING or is_open_question(tree, index):
        return None
    done, told = patients(tree, index), subjects(tree, index)
    themselves = any(tree.tokens[i].lemma.lower().endswith(("self", "selves")) for i in done)
    who = told if themselves else done
    if not any(_is_doer_told_of(tree, i) for i in who):
        return None
    called = [*obliques(tree, index, "as"), *tree.children(index, "xcomp", "advcl")]
    called += [i for i in tree.children(index, "obl") if any(tree.tokens[m].lemma == "as" for m in _marks(tree, i))]
    named = _bodies_among(scene, called)
    if token.lemma in _BY_NAME and not themselves:
        beside = [i for i in tree.children(index, "obj", "xcomp", "obl") if i > max(who)]
        named = named or [i for i in (*called, *beside) if _is_named_person(scene, i)][:1]
    if not named:
        return None
    sayers = () if themselves else agents(tree, index)
    act = Act.BLAME if sayers else Act.EVENT
    return Word(verb=index, act=act, speakers=sayers, perpetrators=named, events=())


def _is_named_person(scene: Scene, index: int) -> bool:
    actor = scene.actor_at(index)
    return actor is not None and scene.is_named(actor) and actor.kind is ActorKind.PERSON


def _marks(tree: Tree, index: int) -> list[int]:
    return tree.children(index, "mark", "case")


def _bodies_among(scene: Scene, heads: Sequence[int]) -> list[int]:
    """Those of the heads, and of what they are of ("a squad of the X"), that name a body."""
    tops = [*heads, *(i for head in heads for i in obliques(scene.tree, head, "of", "from"))]
    tops += [i for head in heads for i in scene.tree.children(head, "compound", "amod")]  # "X fighters"
    known = [(i, scene.actor_at(i)) for i in tops]
    return [i for i, a in known if a is not None and scene.is_named(a) and a.kind in _ABLE][:1]


def _seem_to_be(tree: Tree, index: int) -> list[int]:
    """The doers told of that "appeared to be", or "are believed to be", what the token names."""
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "xcomp") or tree.tokens[head].lemma not in _SEEMING:
        return []
    return [i for i in tree.children(head, "nsubj", "nsubj:pass") if _is_doer_told_of(tree, i)]


def _is_doer_told_of(tree: Tree, index: int) -> bool:
    """True for "the attackers", "the guerrilla group": words for who did what was told."""
    token = tree.tokens[index]
    articles = {tree.tokens[i].lemma.lower() for i in tree.children(index, "det")}
    before = {tree.tokens[i].lemma.lower() for i in tree.children(index, "compound", "amod")}
    group = token.lemma.lower() == "group" and bool(before & _REBELS)
    return bool(articles & {"the", "these", "those"}) and (group or token.lemma.lower() in _ATTACKERS | _REBELS)


def responsible(scene: Scene, index: int) -> Word | None:
    """ "X was responsible for the attack", "X was behind the raid": the word of whoever says the sentence."""
    tree = scene.tree
    token = tree.tokens[index]
    behind = tree.case_of(index) == "behind" and is_told(tree, index)
    involved = token.lemma in {"involve", "involved", "complicit"} and not tree.children(index, "obj")
    if not behind and not involved and token.lemma != "responsible":
        return None
    top = index
    head = token.head
    if behind and not tree.children(index, "nsubj", "cop") and head is not None:
        top = head
    named = behind and head is not None and tree.is_relation(index, "nmod") and scene.can_act(head)
    if top != index and tree.tokens[top].lemma in _NAMING and (other := patients(tree, top)):
        who = [i for i in other if scene.can_act(i)]  # "police allege X behind the raid": not the police
        if not who:
            return None
        return Word(verb=index, act=Act.BLAME, speakers=agents(tree, top), perpetrators=who, events=[index])
    doers = [i for i in subjects(tree, top) if scene.can_act(i) and not named]
    if not doers and tree.is_relation(index, "amod", "acl", "nmod") and head is not None and scene.can_act(head):
        doers = [head]
    events = [index] if behind else obliques(tree, index, "in" if involved else "for")
    told = any(is_told(tree, e) for e in below(tree, events))
    back = (
        not events and not involved and bool(tree.children(index, "cop"))
    )  # "X were responsible", of what was told before
    if not doers or not (told or back):
        return None
    called = tree.tokens[doers[0]].head if doers == [head] and tree.case_of(doers[0]) == "as" else None
    if called is not None and patients(tree, called):
        # "characterised X as the mastermind behind the attack"
        who = [i for i in patients(tree, called) if scene.can_act(i)]
        return Word(verb=index, act=Act.BLAME, speakers=agents(tree, called), perpetrators=who, events=events)
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=events)


def joint(scene: Scene, index: int) -> Word | None:
    """ "had worked with X to carry out the raid", "the two had worked together": partners in what happened."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _JOINING:
        return None
    partners = [i for i in obliques(tree, index, "with", "alongside") if scene.can_act(i)]
    doers = [i for i in subjects(tree, index) if scene.can_act(i)]
    if any(tree.tokens[i].lemma.lower() in _PAIR for i in subjects(tree, index)):
        doers = scene.groups_before(index, 2)
    together = any(tree.tokens[i].lemma in _TOGETHER for i in tree.children(index, "advmod", "obl"))
    events = [*tree.children(index, "advcl", "xcomp"), *obliques(tree, index, "in", "on")]
    events += [e for clause in list(events) for e in patients(tree, clause) if tree.tokens[clause].tag == "VERB"]
    tells_event = any(is_event(tree, e) for e in events)
    if not doers or not ((partners and tells_event) or (together and not is_passive(tree, index))):
        return None
    return Word(
        verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=events, partners=partners, joint=True
    )
