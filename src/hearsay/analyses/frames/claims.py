"""Frames of responsibility: who claims, denies, blames, is credited, for what happened.

The filler SUBJECT is who says so ("the group" that claims, "officials" who blame); PERPETRATOR is who did it by
that word. The antecedent is the event that it is about, when the sentence itself names it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hearsay.analyses.frames.events import LIGHT_VERBS
from hearsay.analyses.frames.modality import SERIES, hedge_of, is_bare_plural, is_hypothetical, is_open_question
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, is_passive, obliques, patients, subjects
from hearsay.records.actor import ActorKind
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.span import covering
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import triggers

_OWNING = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge", "own", "avow"})
_SHARE = frozenset({"responsibility", "credit", "authorship", "blame"})
_PART = frozenset(
    {"responsibility", "involvement", "role", "link", "part", "connection", "hand", "complicity", "participation"}
)
_DENYING = frozenset({"deny", "disclaim", "reject", "disown", "disavow"})
_CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "report", "suggestion"})
_ACCUSING = frozenset({"accuse", "suspect", "charge", "convict", "implicate", "indict"})
_BLAMING = frozenset({"blame", "attribute", "ascribe", "link", "pin", "trace", "credit"})
_JOINING = frozenset({"work", "cooperate", "collaborate", "coordinate", "team", "join", "partner", "act"})
_OURS = frozenset({"ours", "mine"})
_DOINGS = frozenset({"work", "doing", "operation", "deed", "attack", "bomb", "handiwork", "action", "responsibility"})
_IT = frozenset({"it", "this", "that", "these", "those"})
_WORK = frozenset({"work", "handiwork", "doing"})
_MARKS = frozenset({"hallmark", "fingerprint", "trademark", "signature"})
_SHYING = frozenset({"distance", "dissociate", "disassociate"})
_LAYING = frozenset({"lay", "put", "place", "pin", "cast"})
_ISSUING = frozenset({"issue", "make", "post", "release", "publish", "send", "circulate", "broadcast"})
_TAKING_PART = frozenset({"have", "play"})
_ABLE = frozenset({ActorKind.ARMED_GROUP, ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.PARTY})
_PAIR = frozenset({"two", "both", "pair"})
_TOGETHER = frozenset({"together", "jointly", "side"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Word:
    """What one verb says of responsibility."""

    verb: int
    act: Act
    speakers: Sequence[int]
    perpetrators: Sequence[int]
    events: Sequence[int]
    partners: Sequence[int] = ()
    negated: bool = False
    hedge: str | None = None


def responsibility_frames(scene: Scene, first: int, last: int, events: Mapping[int, Frame]) -> list[Frame]:
    """The responsibility frames of the sentence `tokens[first:last]`; `events` are its event frames by token."""
    frames = []
    for index in range(first, last):
        if scene.tree.tokens[index].tag not in {"VERB", "ADJ", "NOUN", "PROPN", "PRON"}:
            continue
        for rule in _RULES:
            word = rule(scene, index)
            if word is not None:
                frames.append(_frame(scene, word, events))
                break
    return frames


def _frame(scene: Scene, word: _Word, events: Mapping[int, Frame]) -> Frame:
    tree, verb = scene.tree, word.verb
    fillers = [
        *scene.fillers(RoleName.SUBJECT, word.speakers),
        *scene.fillers(RoleName.PERPETRATOR, word.perpetrators),
        *scene.fillers(RoleName.PARTNER, word.partners),
        *_support(scene, word),
    ]
    told = [e for e in _below(tree, word.events) if e in events]
    event = events[told[0]] if told else None
    trigger = tree.tokens[verb].span
    return Frame(
        id=content_id("frame", scene.document_id, trigger.start, trigger.end, word.act),
        trigger=trigger,
        token=verb,
        evidence=covering([scene.clause_span(verb)]),
        act=word.act,
        kind="attack" if event is None else event.kind,
        fillers=tuple(fillers),
        negated=word.negated or tree.is_denied(verb),
        hedge=word.hedge or hedge_of(tree, verb),
        hypothetical=is_hypothetical(tree, verb, guess=True) or (bool(told) and _is_of_others(tree, told[0])),
        antecedent=None if event is None else event.id,
        by=f"responsibility:{tree.tokens[verb].lemma}",
    )


def _is_of_others(tree: Tree, event: int) -> bool:
    """ "Other deadly attacks", "previous bombings": attacks in general that somebody has claimed or is blamed for."""
    words = {tree.tokens[i].lemma.lower() for i in tree.children(event, "amod", "det")}
    return is_bare_plural(tree, event) and bool(words & {"other", "previous", "past", "similar", "earlier", "such"})


def _below(tree: Tree, heads: Sequence[int]) -> list[int]:
    """The heads and, behind nouns such as "role" or "series", what they are of."""
    return [i for head in heads for i in (head, *obliques(tree, head, "of", "for", "in", "behind"))]


def _events_of(tree: Tree, index: int, *cases: str) -> list[int]:
    """What a verb or noun of responsibility is about: "for the attack", "in the bombing", "of killing ten"."""
    clauses = list(tree.children(index, "advcl", "acl", "xcomp", "ccomp"))
    return [*obliques(tree, index, *cases), *clauses]


def _claim(scene: Scene, index: int) -> _Word | None:
    """ "claimed responsibility for the raid", "the raid was claimed by", "a claim of responsibility by"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.lemma == "claim" and token.tag == "NOUN":
        share = [i for i in obliques(tree, index, "of") if tree.tokens[i].lemma in _SHARE]
        owners = [*obliques(tree, index, "by", "from"), *tree.children(index, "nmod:poss")]
        if token.head is not None and tree.tokens[token.head].lemma in _ISSUING and index in patients(tree, token.head):
            owners += [i for i in agents(tree, token.head) if not _is_nobody(tree, i)]
        if not share or not owners:
            return None
        events = [e for i in (*share, index) for e in _events_of(tree, i, "for", "over")]
        return _Word(verb=index, act=Act.CLAIM, speakers=owners, perpetrators=owners, events=events)
    if token.tag != "VERB" or token.lemma not in _OWNING:
        return None
    objects = patients(tree, index)
    shares = [i for i in objects if tree.tokens[i].lemma in _SHARE - {"blame"}]
    claimed = [i for i in objects if _is_event(tree, i)] if token.lemma == "claim" else []
    if not shares and not claimed:
        return None
    doers = [i for i in agents(tree, index) if not _is_nobody(tree, i)]
    if not doers:
        return None
    about = [e for i in shares for e in _events_of(tree, i, "for", "over")]
    events = [*claimed, *about, *_events_of(tree, index, "for")]
    claimants = _in_whose_name(scene, index) or doers
    return _Word(verb=index, act=Act.CLAIM, speakers=doers, perpetrators=claimants, events=events)


def _in_whose_name(scene: Scene, verb: int) -> list[int]:
    """Whose claim it is where a caller makes it "on behalf of X", "in the name of X"."""
    tree = scene.tree
    return [
        whose
        for i in tree.subtree(verb)
        if tree.tokens[i].lemma.lower() in {"behalf", "name"} and tree.case_of(i) in {"on", "in"}
        for whose in [*obliques(tree, i, "of"), *tree.children(i, "nmod:poss")]
        if scene.actor_at(whose) is not None
    ]


def _ours(scene: Scene, index: int) -> _Word | None:
    """ "It was ours", "this was our work": a claim by whoever says it."""
    tree = scene.tree
    token = tree.tokens[index]
    owner = [index] if token.text.lower() in _OURS else []
    if token.lemma.lower() in _DOINGS:
        owner = [i for i in tree.children(index, "nmod:poss") if tree.tokens[i].text.lower() in {"our", "my"}]
    told = [i for i in tree.children(index, "nsubj") if tree.tokens[i].lemma.lower() in _IT or _is_event(tree, i)]
    if not owner or not told or not tree.children(index, "cop") or is_open_question(tree, index):
        return None
    return _Word(verb=index, act=Act.CLAIM, speakers=(), perpetrators=owner, events=told)


def _did_it(scene: Scene, index: int) -> _Word | None:
    """ "Its fighters had carried it out", "we did this": a word on the doer of what was told before."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in {
        "carry",
        "do",
        "plan",
        "mastermind",
        "orchestrate",
        "organise",
        "commit",
    }:
        return None
    meant = [i for i in patients(tree, index) if tree.tokens[i].lemma.lower() in _IT and tree.tokens[i].tag == "PRON"]
    doers = [i for i in agents(tree, index) if scene.can_act(i)]
    asked = any(tree.tokens[i].lemma.lower() == "who" for i in tree.children(index, "nsubj"))
    if not meant or not doers or asked or is_open_question(tree, index):
        return None
    return _Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=())


def _denial(scene: Scene, index: int) -> _Word | None:
    """ "denied responsibility", "denied involvement in", "denied carrying out the attack"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag == "VERB" and token.lemma in _SHYING:
        return _shying(tree, index)
    if token.tag != "VERB" or token.lemma not in _DENYING:
        return None
    parts = [i for i in patients(tree, index) if tree.tokens[i].lemma in _PART and not _is_tie(scene, i)]
    doing = [i for i in tree.children(index, "xcomp", "ccomp") if _carries_out(tree, i)]
    doers = agents(tree, index)
    own = [i for i in doing if not tree.children(i, "nsubj") or _is_self(tree, i)]
    # "denied accusations it was responsible for a massacre"
    charges = [i for i in patients(tree, index) if tree.tokens[i].lemma in _CHARGES]
    charged = [
        c
        for i in charges
        for c in tree.children(i, "acl", "acl:relcl", "ccomp")
        if _is_self(tree, c) and _tells_of_deed(tree, c)
    ]
    own += charged
    if not doers or not (parts or own):
        return None
    events = [*(e for c in charged for e in obliques(tree, c, "for", "behind"))]
    events += [*(e for i in parts for e in _events_of(tree, i, "for", "in", "of", "behind", "with")), *own]
    events += [e for i in own for e in patients(tree, i)]
    return _Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _shying(tree: Tree, index: int) -> _Word | None:
    """ "distanced itself from the bombing": who is accused of it says that it is not theirs."""
    own = any(tree.tokens[i].lemma.lower().endswith(("self", "selves")) for i in patients(tree, index))
    events = [i for i in obliques(tree, index, "from") if _is_event(tree, i)]
    doers = agents(tree, index)
    if not own or not events or not doers:
        return None
    return _Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _no_part(scene: Scene, index: int) -> _Word | None:
    """ "had nothing to do with the attack", "played no part in it", "had no hand in the killing", said by anybody."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _TAKING_PART or is_open_question(tree, index):
        return None
    events: list[int] = []
    for thing in patients(tree, index):
        none = any(tree.tokens[i].lemma.lower() == "no" for i in tree.children(thing, "det"))
        if tree.tokens[thing].lemma in _PART and none:
            events += [*obliques(tree, thing, "in"), *obliques(tree, index, "in")]
        if tree.tokens[thing].lemma.lower() == "nothing":
            clauses = [c for c in tree.children(thing, "acl") if tree.tokens[c].lemma == "do"]
            events += [i for c in clauses for i in obliques(tree, c, "with")]
    told = [i for i in events if _is_event(tree, i) or tree.tokens[i].lemma.lower() in _IT]
    doers = [i for i in subjects(tree, index) if scene.can_act(i) or tree.tokens[i].lemma.lower() == "it"]
    if not told or not doers:
        return None
    return _Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=told, negated=True)


def _tells_of_deed(tree: Tree, clause: int) -> bool:
    """True for a clause that somebody is responsible for, or did, something."""
    return tree.tokens[clause].lemma == "responsible" or tree.case_of(clause) == "behind" or _carries_out(tree, clause)


def _is_tie(scene: Scene, part: int) -> bool:
    """True for "any link with the army": a denial of company, not of a deed."""
    tree = scene.tree
    others = obliques(tree, part, "with", "to", "between")
    return any(scene.can_act(i) for i in others) and not any(_is_event(tree, i) for i in _below(tree, others))


def _accusation(scene: Scene, index: int) -> _Word | None:
    """ "accused the rebels of killing", "is suspected of", "held the army responsible for"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB":
        return None
    accused = [i for i in patients(tree, index) if scene.can_act(i)]
    holds = token.lemma == "hold" and any(tree.tokens[i].lemma == "responsible" for i in tree.children(index, "xcomp"))
    if not accused or not (token.lemma in _ACCUSING or holds):
        return None
    tops = list(tree.children(index, "xcomp")) if holds else [index]
    events = [e for top in tops for e in _events_of(tree, top, "of", "in", "with", "for", "over")]
    events += [e for clause in events for e in patients(tree, clause) if tree.tokens[clause].tag == "VERB"]
    if not any(_is_event(tree, e) or _carries_out(tree, e) for e in _below(tree, events)):
        return None
    return _Word(verb=index, act=Act.BLAME, speakers=_sayers(tree, index), perpetrators=accused, events=events)


def _blame(scene: Scene, index: int) -> _Word | None:
    """ "blamed X for the attack", "blamed the attack on X", "attributed to X", "credited to X"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _BLAMING:
        return _pointing(scene, index)
    objects = patients(tree, index)
    act = Act.CREDIT if token.lemma == "credit" else Act.BLAME
    beside = [i for o in objects for i in obliques(tree, o, "on")] if token.lemma in {"blame", "pin"} else []
    onto = [i for i in [*obliques(tree, index, "on", "to", "with"), *beside] if scene.can_act(i)]
    if onto and (any(_is_event(tree, i) for i in objects) or token.lemma == "blame"):
        return _Word(verb=index, act=act, speakers=_sayers(tree, index), perpetrators=onto, events=objects)
    accused = [i for i in objects if scene.can_act(i)]
    events = _events_of(tree, index, "for", "with")
    if accused and (events or token.lemma == "blame") and token.lemma in {"blame", "credit"}:
        return _Word(verb=index, act=act, speakers=_sayers(tree, index), perpetrators=accused, events=events)
    return None


def _pointing(scene: Scene, index: int) -> _Word | None:
    """ "pointed the finger at X", "laid the blame on X", "suspicion fell on X"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB":
        return None
    things = {tree.tokens[i].lemma.lower() for i in patients(tree, index)}
    about = [*patients(tree, index), *obliques(tree, index, "for")]
    about += [i for o in patients(tree, index) for i in obliques(tree, o, "for")]
    beside = [i for o in about for i in obliques(tree, o, "at", "on", "upon")]
    if token.lemma == "point" and things & {"finger", "fingers"}:
        onto = [*obliques(tree, index, "at", "to", "toward", "towards"), *beside]
    elif token.lemma in _LAYING and things & {"blame", "responsibility"}:
        onto = [*obliques(tree, index, "on", "upon", "with", "at"), *beside]
    elif token.lemma == "fall" and {tree.tokens[i].lemma.lower() for i in subjects(tree, index)} & {
        "suspicion",
        "blame",
    }:
        accused = [i for i in obliques(tree, index, "on", "upon") if scene.can_act(i)]
        return _Word(verb=index, act=Act.BLAME, speakers=(), perpetrators=accused, events=(), hedge="possible")
    else:
        return None
    accused = [i for i in onto if scene.can_act(i)]
    events = [i for i in about if _is_event(tree, i)]
    if not accused:
        return None
    return _Word(verb=index, act=Act.BLAME, speakers=_sayers(tree, index), perpetrators=accused, events=events)


def _work_of(scene: Scene, index: int) -> _Word | None:
    """ "the bombing was the work of X", "it bore the hallmarks of X": the word of whoever says the sentence."""
    tree = scene.tree
    token = tree.tokens[index]
    doers = [i for i in obliques(tree, index, "of") if scene.can_act(i)]
    if not doers:
        return None
    if token.lemma in _WORK and tree.children(index, "cop", "nsubj"):
        told = [i for i in tree.children(index, "nsubj") if _is_told(tree, i)]
    elif (
        token.lemma in _MARKS and token.head is not None and tree.tokens[token.head].lemma in {"bear", "bore", "carry"}
    ):
        told = [i for i in subjects(tree, token.head) if _is_told(tree, i)]
    else:
        return None
    if not told:
        return None
    hedge = "possible" if token.lemma in _MARKS else None
    return _Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=told, hedge=hedge)


def _it_was(scene: Scene, index: int) -> _Word | None:
    """ "Of course it was the LTTE": the answer to who did what was told before. "It was the army that freed them"
    tells of something else."""
    tree = scene.tree
    actor = scene.actor_at(index)
    if actor is None or actor.kind not in _ABLE or not tree.children(index, "cop"):
        return None
    if tree.case_of(index) not in {None, "of course"}:
        return None  # "it is up to the government"
    it = [i for i in tree.children(index, "nsubj", "expl") if tree.tokens[i].lemma.lower() in {"it", "this", "that"}]
    if not it or tree.children(index, "acl:relcl", "advcl:relcl", "ccomp", "csubj") or is_open_question(tree, index):
        return None
    return _Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=[index], events=())


def _is_told(tree: Tree, index: int) -> bool:
    """True for an event, or for "it" and "this", which mean one told before."""
    return _is_event(tree, index) or tree.tokens[index].lemma.lower() in _IT


def _responsible(scene: Scene, index: int) -> _Word | None:
    """ "X was responsible for the attack", "X was behind the raid": the word of whoever says the sentence."""
    tree = scene.tree
    token = tree.tokens[index]
    behind = tree.case_of(index) == "behind" and _is_told(tree, index)
    involved = token.lemma in {"involve", "involved", "complicit"} and not tree.children(index, "obj")
    if not behind and not involved and token.lemma != "responsible":
        return None
    top = index
    head = token.head
    if behind and not tree.children(index, "nsubj", "cop") and head is not None:
        top = head
    doers = [i for i in subjects(tree, top) if scene.can_act(i)]
    if not doers and tree.is_relation(index, "amod", "acl", "nmod") and head is not None and scene.can_act(head):
        doers = [head]
    events = [index] if behind else obliques(tree, index, "in" if involved else "for")
    told = any(_is_told(tree, e) for e in _below(tree, events))
    back = (
        not events and not involved and bool(tree.children(index, "cop"))
    )  # "X were responsible", of what was told before
    if not doers or not (told or back):
        return None
    called = tree.tokens[doers[0]].head if doers == [head] and tree.case_of(doers[0]) == "as" else None
    if called is not None and patients(tree, called):
        # "characterised X as the mastermind behind the attack"
        who = [i for i in patients(tree, called) if scene.can_act(i)]
        return _Word(verb=index, act=Act.BLAME, speakers=agents(tree, called), perpetrators=who, events=events)
    return _Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=events)


def _joint(scene: Scene, index: int) -> _Word | None:
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
    tells_event = any(_is_event(tree, e) for e in events)
    if not doers or not ((partners and tells_event) or (together and not is_passive(tree, index))):
        return None
    return _Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=events, partners=partners)


def _support(scene: Scene, word: _Word) -> list[Filler]:
    """What a claim is backed with: "released photographs of the attackers", "posted a video"."""
    if word.act is not Act.CLAIM:
        return []
    tree = scene.tree
    shown = []
    for speaker in word.speakers:
        for clause in tree.children(speaker, "acl:relcl"):
            if tree.tokens[clause].lemma in {"release", "post", "publish", "issue", "show", "circulate", "distribute"}:
                shown += patients(tree, clause)
    return scene.fillers(RoleName.SUPPORT, shown)


def _sayers(tree: Tree, verb: int) -> list[int]:
    """Who accuses: the subject of an active verb, the "by" phrase of a passive one; nobody where it is not said."""
    if tree.is_relation(verb, "amod"):
        return []
    return [i for i in agents(tree, verb) if not _is_nobody(tree, i) and not _is_event(tree, i)]


def _is_event(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.lemma.lower() in SERIES:
        return any(_is_event(tree, i) for i in obliques(tree, index, "of"))
    return any((token.lemma.lower(), tag) in triggers() for tag in ("NOUN", token.tag))


def _carries_out(tree: Tree, index: int) -> bool:
    """True for a clause that tells of an event: "killing ten", "carrying out the attack", "being behind it"."""
    return _is_event(tree, index) or tree.tokens[index].lemma in LIGHT_VERBS


def _is_self(tree: Tree, clause: int) -> bool:
    pronouns = {"it", "they", "he", "she", "we", "i"}
    return all(tree.tokens[i].lemma.lower() in pronouns for i in tree.children(clause, "nsubj"))


def _is_nobody(tree: Tree, index: int) -> bool:
    """ "No group", "nobody", "no one": a claim by them is no claim."""
    words = {tree.tokens[index].lemma.lower(), *(tree.tokens[i].lemma.lower() for i in tree.children(index, "det"))}
    return bool(words & {"no", "nobody", "none", "no-one"})


_RULES = (
    _claim,
    _ours,
    _did_it,
    _denial,
    _no_part,
    _accusation,
    _blame,
    _work_of,
    _it_was,
    _responsible,
    _joint,
)
"""The rules of responsibility in the order in which they are asked; the first that knows a word has it."""
