"""Frames of responsibility: who claims, denies, blames, is credited, for what happened; here what actors say of
themselves, in `blame.py` whom others name, in `doings.py` whose doing it was.

The filler SUBJECT is who says so ("the group" that claims, "officials" who blame); PERPETRATOR is who did it by
that word. The antecedent is the event that it is about, when the sentence itself names it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hearsay.analyses.frames.blame import accusation, blame, mutual, pointing, suspicion
from hearsay.analyses.frames.denials import denial, issued_denial, no_part, not_theirs, rebuttal
from hearsay.analyses.frames.doings import (
    did_it,
    it_was,
    joint,
    known_as,
    laid_it,
    responsible,
    took_part,
    were_they,
    work_of,
)
from hearsay.analyses.frames.modality import is_bare_plural, is_hypothetical, is_open_question
from hearsay.analyses.frames.responsibility import ANSWERING, IT, Word, below, events_of, is_event, is_nobody
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.syntax import agents, obliques, patients
from hearsay.records.frame import Act, Filler, Frame, RoleName
from hearsay.records.ids import content_id
from hearsay.records.span import covering
from hearsay.records.tree import Tree
from hearsay.vocabulary.hedges import hedge_of
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

_OWNING = frozenset({"claim", "take", "accept", "assume", "admit", "acknowledge", "own", "avow"})
_SHARE = frozenset({"responsibility", "credit", "authorship", "blame"})
_OURS = frozenset({"ours", "mine"})
_DOINGS = frozenset({"work", "doing", "operation", "deed", "attack", "bomb", "handiwork", "action", "responsibility"})
_STATEMENTS = frozenset(
    """statement communique communiqué letter video message leaflet note tape recording email e-mail call post fax
    audio bulletin""".split()
)
"""What a claim is made in; whoever issues it makes it."""
_SIGNING = frozenset({"sign", "send", "issue", "write", "post", "release", "publish", "attribute"})
_RELATIVE = frozenset({"which", "that", "who"})
_PLANNING = frozenset({"plan", "plot", "conspire", "prepare", "intend", "attempt", "try"})
_RECEIVING = frozenset({"receive", "get", "obtain", "find", "see"})
_ISSUING = frozenset({"issue", "make", "post", "release", "publish", "send", "circulate", "broadcast"})


def responsibility_frames(scene: Scene, first: int, last: int, events: Mapping[int, Frame]) -> list[Frame]:
    """The responsibility frames of the sentence `tokens[first:last]`; `events` are its event frames by token."""
    frames = []
    for index in range(first, last):
        if scene.tree.tokens[index].tag not in {"VERB", "ADJ", "NOUN", "PROPN", "PRON"}:
            continue
        for rule in _RULES:
            word = rule(scene, index)
            if word is not None:
                frames += [_frame(scene, one, events, n) for n, one in enumerate(_by_speaker(word))]
                break
    return frames


def _by_speaker(word: Word) -> list[Word]:
    """A word of several, one a speaker: each of them claims, denies or accuses for themselves."""
    own = [doer for doer in word.perpetrators if doer in word.speakers]
    if word.act is Act.EVENT or len(word.speakers) < 2:
        return [word]
    if word.mutual:
        return [replace(word, speakers=[s], perpetrators=[d for d in own if d != s]) for s in word.speakers]
    if word.act is not Act.BLAME and len(own) == len(word.perpetrators):
        return [replace(word, speakers=[doer], perpetrators=[doer]) for doer in own]
    return [replace(word, speakers=[s]) for s in word.speakers] if word.act is Act.BLAME else [word]


def _frame(scene: Scene, word: Word, events: Mapping[int, Frame], number: int = 0) -> Frame:
    tree, verb = scene.tree, word.verb
    fillers = [
        *scene.fillers(RoleName.SUBJECT, word.speakers),
        *scene.fillers(RoleName.PERPETRATOR, word.perpetrators),
        *scene.fillers(RoleName.PARTNER, word.partners),
        *_support(scene, word),
    ]
    about = below(tree, word.events)
    about += [clause for e in about for clause in tree.children(e, "acl")]  # "bombs that killed 22"
    told = [e for e in about if e in events] or _told_beside(scene, word, events)
    event = events[told[0]] if told else None
    trigger = tree.tokens[verb].span
    return Frame(
        id=content_id("frame", scene.document_id, trigger.start, trigger.end, word.act, *([number] if number else [])),
        trigger=trigger,
        token=verb,
        evidence=covering([scene.clause_span(verb)]),
        act=word.act,
        kind="attack" if event is None else event.kind,
        fillers=tuple(fillers),
        negated=word.negated or tree.is_denied(verb),
        hedge=word.hedge or hedge_of(tree, verb),
        hypothetical=_is_open(tree, word) or (bool(told) and _is_of_others(tree, told[0])) or _is_mere_plan(tree, word),
        antecedent=None if event is None else event.id,
        by=f"responsibility:{'jointly-' if word.joint else ANSWERING if word.answer else ''}{tree.tokens[verb].lemma}",
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


def _is_mere_plan(tree: Tree, word: Word) -> bool:
    """True for "convicted of planning to attack": an accusation of no deed."""
    plans = [i for i in word.events if tree.tokens[i].lemma in _PLANNING]
    return word.act is Act.BLAME and any(tree.tokens[i].tag == "VERB" for p in plans for i in tree.children(p, "xcomp"))


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
    """Whose words the claim is; of "an agency received a letter signed by X, taking responsibility" the letter, of "a
    letter in which X took responsibility" X."""
    above = tree.tokens[index].head
    own = [i for i in tree.children(index, "nsubj") if tree.tokens[i].lemma.lower() not in _RELATIVE]
    if above is not None and not own and tree.is_relation(index, "advcl", "acl", "xcomp"):
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


_RULES = (
    _claim,
    _ours,
    did_it,
    laid_it,
    took_part,
    rebuttal,
    denial,
    issued_denial,
    not_theirs,
    no_part,
    mutual,
    accusation,
    blame,
    pointing,
    suspicion,
    work_of,
    it_was,
    were_they,
    known_as,
    responsible,
    joint,
)
"""The rules of responsibility in the order in which they are asked; the first that knows a word has it."""
