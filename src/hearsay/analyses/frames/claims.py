"""Frames of responsibility: who claims, denies, blames, is credited, for what happened; here what actors say of
themselves, in `blame.py` whom others name, in `doings.py` whose doing it was.

The filler SUBJECT is who says so ("the group" that claims, "officials" who blame); PERPETRATOR is who did it by
that word. The antecedent is the event that it is about, when the sentence itself names it.
"""

from __future__ import annotations

from collections.abc import Mapping

from hearsay.analyses.frames.blame import accusation, blame, pointing, suspicion
from hearsay.analyses.frames.doings import did_it, it_was, joint, laid_it, responsible, were_they, work_of
from hearsay.analyses.frames.modality import is_bare_plural, is_hypothetical, is_open_question
from hearsay.analyses.frames.responsibility import IT, PART, Word, below, carries_out, events_of, is_event, is_nobody
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, obliques, patients, subjects
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.span import covering
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.hedges import hedge_of
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

_OWNING = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge", "own", "avow"})
_SHARE = frozenset({"responsibility", "credit", "authorship", "blame"})
_DENYING = frozenset({"deny", "disclaim", "reject", "disown", "disavow"})
_CHARGES = frozenset({"accusation", "allegation", "charge", "claim", "report", "suggestion"})
_OURS = frozenset({"ours", "mine"})
_DOINGS = frozenset({"work", "doing", "operation", "deed", "attack", "bomb", "handiwork", "action", "responsibility"})
_STATEMENTS = frozenset(
    """statement communique communiqué letter video message leaflet note tape recording email e-mail call post fax
    audio bulletin""".split()
)
"""What a claim is made in; whoever issues it makes it."""
_SIGNING = frozenset({"sign", "send", "issue", "write", "post", "release", "publish", "attribute"})
_RECEIVING = frozenset({"receive", "get", "obtain", "find", "see"})
_SHYING = frozenset({"distance", "dissociate", "disassociate"})
_ISSUING = frozenset({"issue", "make", "post", "release", "publish", "send", "circulate", "broadcast"})
_TAKING_PART = frozenset({"have", "play"})


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


def _frame(scene: Scene, word: Word, events: Mapping[int, Frame]) -> Frame:
    tree, verb = scene.tree, word.verb
    fillers = [
        *scene.fillers(RoleName.SUBJECT, word.speakers),
        *scene.fillers(RoleName.PERPETRATOR, word.perpetrators),
        *scene.fillers(RoleName.PARTNER, word.partners),
        *_support(scene, word),
    ]
    told = [e for e in below(tree, word.events) if e in events] or _told_beside(scene, word, events)
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
        hypothetical=_is_open(tree, word) or (bool(told) and _is_of_others(tree, told[0])),
        antecedent=None if event is None else event.id,
        by=f"responsibility:{'jointly-' if word.joint else ''}{tree.tokens[verb].lemma}",
    )


def _told_beside(scene: Scene, word: Word, events: Mapping[int, Frame]) -> list[int]:
    """The event that a word without one goes back to in its own sentence: "there was no claim for Friday's attack, but
    the X were suspected"; not one that only tells who the X are ("the X, who carried out a raid in May")."""
    if word.act is Act.CLAIM or word.events:
        return []
    tree, sentence = scene.tree, scene.sentence_of(word.verb)
    own = {i for doer in word.perpetrators for i in tree.subtree(doer)}
    before = [i for i in events if sentence.first <= i < word.verb and i not in own and not events[i].hypothetical]
    known = [i for i in before if tree.tokens[i].tag == "NOUN" and _is_known(tree, i)]
    return known[-1:]


def _is_known(tree: Tree, event: int) -> bool:
    """True for "the attack", "Friday's attack"."""
    articles = {tree.tokens[i].lemma.lower() for i in tree.children(event, "det")}
    dated = any(tree.tokens[i].lemma.lower() in MONTHS_AND_DAYS for i in tree.children(event, "nmod:poss"))
    return dated or bool(articles & {"the", "this", "that"})


def _is_open(tree: Tree, word: Word) -> bool:
    """True for a word that tells of no particular deed. One that is a guess by itself tells of one, however it is
    put: "suspicion is likely to fall on X", "will fall on X"."""
    if word.hedge is not None:
        return is_open_question(tree, word.verb)
    return is_hypothetical(tree, word.verb, guess=True)


def _is_of_others(tree: Tree, event: int) -> bool:
    """ "Other deadly attacks", "previous bombings": attacks in general that somebody has claimed or is blamed for."""
    words = {tree.tokens[i].lemma.lower() for i in tree.children(event, "amod", "det")}
    return is_bare_plural(tree, event) and bool(words & {"other", "previous", "past", "similar", "earlier", "such"})


def _claim(scene: Scene, index: int) -> Word | None:
    """ "claimed responsibility for the raid", "the raid was claimed by", "a claim of responsibility by"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.lemma == "claim" and token.tag == "NOUN":
        share = [i for i in obliques(tree, index, "of") if tree.tokens[i].lemma in _SHARE]
        owners = [*obliques(tree, index, "by", "from"), *tree.children(index, "nmod:poss")]
        if token.head is not None and tree.tokens[token.head].lemma in _ISSUING and index in patients(tree, token.head):
            owners += [i for i in agents(tree, token.head) if not is_nobody(tree, i)]
        if not share or not owners:
            return None
        events = [e for i in (*share, index) for e in events_of(tree, i, "for", "over")]
        return Word(verb=index, act=Act.CLAIM, speakers=owners, perpetrators=owners, events=events)
    if token.tag != "VERB" or token.lemma not in _OWNING:
        return None
    objects = patients(tree, index)
    shares = [i for i in objects if tree.tokens[i].lemma in _SHARE - {"blame"}]
    claimed = [i for i in objects if is_event(tree, i)] if token.lemma == "claim" else []
    if not shares and not claimed:
        return None
    doers = [d for i in _tellers(tree, index) for d in _issuers(scene, i) if not is_nobody(tree, d)]
    if not doers:
        return None
    about = [e for i in shares for e in events_of(tree, i, "for", "over")]
    events = [*claimed, *about, *events_of(tree, index, "for")]
    groups = [
        d for d in doers if (a := scene.actor_at(d)) is not None and scene.is_named(a) and scene.is_armed_actor(d)
    ]
    claimants = groups or _in_whose_name(scene, index) or doers
    return Word(verb=index, act=Act.CLAIM, speakers=doers, perpetrators=claimants, events=events)


def _tellers(tree: Tree, index: int) -> list[int]:
    """Whose words the claim is; of "an agency received a letter signed by X, taking responsibility" the letter."""
    above = tree.tokens[index].head
    if above is not None and tree.is_relation(index, "advcl", "acl", "xcomp"):
        over = above if tree.tokens[above].tag == "VERB" else tree.tokens[above].head
        letters = [] if over is None else [i for i in patients(tree, over) if tree.tokens[i].lemma in _STATEMENTS]
        if over is not None and letters and tree.tokens[over].lemma in _RECEIVING:
            return letters
    return agents(tree, index)


def _issuers(scene: Scene, index: int) -> list[int]:
    """Who owns up where a statement does: "X released a statement claiming it", "a letter from X claimed it"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.lemma.lower() not in _STATEMENTS or scene.actor_at(index) is not None:
        return [index]
    owners = [*tree.children(index, "nmod:poss", "compound"), *obliques(tree, index, "by", "from", "of")]
    for clause in tree.children(index, "acl"):
        owners += obliques(tree, clause, "by", "from") if tree.tokens[clause].lemma in _SIGNING else []
    if token.head is not None and tree.tokens[token.head].tag == "VERB" and index in patients(tree, token.head):
        owners += agents(tree, token.head) if tree.tokens[token.head].lemma not in _RECEIVING else []
    named = [n for o in owners for n in _names_of(scene, o)]
    return [i for i in named if scene.can_act(i)] or [index]


def _names_of(scene: Scene, index: int) -> list[int]:
    """The names behind a description: both groups of "the militants, the X and the Y, released a statement"."""
    beside = [i for c in scene.tree.children(index, "appos") for i in scene.tree.conjuncts(c)]
    named = [i for i in beside if (a := scene.actor_at(i)) is not None and scene.is_named(a)]
    return named or [index]


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


def _ours(scene: Scene, index: int) -> Word | None:
    """ "It was ours", "this was our work": a claim by whoever says it."""
    tree = scene.tree
    token = tree.tokens[index]
    owner = [index] if token.text.lower() in _OURS else []
    if token.lemma.lower() in _DOINGS:
        owner = [i for i in tree.children(index, "nmod:poss") if tree.tokens[i].text.lower() in {"our", "my"}]
    told = [i for i in tree.children(index, "nsubj") if tree.tokens[i].lemma.lower() in IT or is_event(tree, i)]
    if not owner or not told or not tree.children(index, "cop") or is_open_question(tree, index):
        return None
    return Word(verb=index, act=Act.CLAIM, speakers=(), perpetrators=owner, events=told)


def _denial(scene: Scene, index: int) -> Word | None:
    """ "denied responsibility", "denied involvement in", "denied carrying out the attack"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag == "VERB" and token.lemma in _SHYING:
        return _shying(tree, index)
    if token.tag != "VERB" or token.lemma not in _DENYING:
        return None
    parts = [i for i in patients(tree, index) if tree.tokens[i].lemma in PART and not _is_tie(scene, i)]
    doing = [i for i in tree.children(index, "xcomp", "ccomp") if carries_out(tree, i)]
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
    events += [*(e for i in parts for e in events_of(tree, i, "for", "in", "of", "behind", "with")), *own]
    events += [e for i in own for e in patients(tree, i)]
    return Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _issued_denial(scene: Scene, index: int) -> Word | None:
    """ "Issued a firm denial", "the group's denial of involvement", "a denial by the army"."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "NOUN" or token.lemma != "denial":
        return None
    about = obliques(tree, index, "of", "in")
    parts = [i for i in about if tree.tokens[i].lemma in PART or is_event(tree, i)]
    owners = [*tree.children(index, "nmod:poss"), *obliques(tree, index, "by", "from")]
    owners += [o for i in parts for o in obliques(tree, i, "by")]
    if token.head is not None and tree.tokens[token.head].lemma in _ISSUING and index in patients(tree, token.head):
        owners += agents(tree, token.head)
    doers = [i for i in owners if scene.can_act(i)]
    if not doers or (about and not parts):
        return None  # "the denial of visas"
    events = [e for i in parts for e in (i, *obliques(tree, i, "in", "for"))]
    return Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _shying(tree: Tree, index: int) -> Word | None:
    """ "distanced itself from the bombing": who is accused of it says that it is not theirs."""
    own = any(tree.tokens[i].lemma.lower().endswith(("self", "selves")) for i in patients(tree, index))
    events = [i for i in obliques(tree, index, "from") if is_event(tree, i)]
    doers = agents(tree, index)
    if not own or not events or not doers:
        return None
    return Word(verb=index, act=Act.DENIAL, speakers=doers, perpetrators=doers, events=events)


def _no_part(scene: Scene, index: int) -> Word | None:
    """ "had nothing to do with the attack", "played no part in it", "had no hand in the killing", said by anybody."""
    tree = scene.tree
    token = tree.tokens[index]
    if token.tag != "VERB" or token.lemma not in _TAKING_PART or is_open_question(tree, index):
        return None
    events: list[int] = []
    for thing in patients(tree, index):
        none = any(tree.tokens[i].lemma.lower() == "no" for i in tree.children(thing, "det"))
        if tree.tokens[thing].lemma in PART and none:
            events += [*obliques(tree, thing, "in"), *obliques(tree, index, "in")]
        if tree.tokens[thing].lemma.lower() == "nothing":
            clauses = [c for c in tree.children(thing, "acl") if tree.tokens[c].lemma == "do"]
            events += [i for c in clauses for i in obliques(tree, c, "with")]
    told = [i for i in events if is_event(tree, i) or tree.tokens[i].lemma.lower() in IT]
    doers = [i for i in subjects(tree, index) if scene.can_act(i) or tree.tokens[i].lemma.lower() == "it"]
    if not told or not doers:
        return None
    return Word(verb=index, act=Act.EVENT, speakers=(), perpetrators=doers, events=told, negated=True)


def _tells_of_deed(tree: Tree, clause: int) -> bool:
    """True for a clause that somebody is responsible for, or did, something."""
    return tree.tokens[clause].lemma == "responsible" or tree.case_of(clause) == "behind" or carries_out(tree, clause)


def _is_tie(scene: Scene, part: int) -> bool:
    """True for "any link with the army": a denial of company, not of a deed."""
    tree = scene.tree
    others = obliques(tree, part, "with", "to", "between")
    behind = [tree.tokens[i + 1] for i in others if i + 1 < len(tree.tokens)]
    if any(t.tag == "VERB" and t.text.lower().endswith("ing") and cue(t.lemma, "VERB") for t in behind):
        return False  # "denied involvement, with the army saying that"
    return any(scene.can_act(i) for i in others) and not any(is_event(tree, i) for i in below(tree, others))


def _support(scene: Scene, word: Word) -> list[Filler]:
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


def _is_self(tree: Tree, clause: int) -> bool:
    pronouns = {"it", "they", "he", "she", "we", "i"}
    return all(tree.tokens[i].lemma.lower() in pronouns for i in tree.children(clause, "nsubj"))


_RULES = (
    _claim,
    _ours,
    did_it,
    laid_it,
    _denial,
    _issued_denial,
    _no_part,
    accusation,
    blame,
    pointing,
    suspicion,
    work_of,
    it_was,
    were_they,
    responsible,
    joint,
)
"""The rules of responsibility in the order in which they are asked; the first that knows a word has it."""
