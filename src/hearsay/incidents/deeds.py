"""What a frame tells of that is nobody's deed: what was warded off, suspended or fled from, and attacks in words.

A verb or noun may be an incident's word, with a subject, and yet not say that this subject did it.
"""

from __future__ import annotations

from hearsay.incidents.affiliations import FORCES
from hearsay.records.frame import Frame, RoleName
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.described import ATTACKERS
from hearsay.vocabulary.kinds import kinds

_WARDING_OFF = frozenset({"repel", "repulse", "foil", "thwart", "avert", "defuse", "intercept"})
_FIGHTING_OFF = frozenset({"beat", "fight", "drive", "push", "force"})
_GOING_OFF = frozenset({"explode", "detonate", "go", "blast"})
_CLAUSES = frozenset({"acl", "acl:relcl", "advcl", "ccomp", "conj", "parataxis"})
_FORCING = frozenset({"force", "compel", "coerce"})
_HURTING = frozenset({"wound", "injure", "kill", "hurt", "maim", "slay"})
_WHEN = frozenset({"when", "once", "if", "until"})
_LEAVING = frozenset({"flee", "escape"})
_STOPPING = frozenset({"suspend", "halt", "abandon", "renounce", "forswear", "postpone", "cancel"})
_CALLING_FOR = frozenset({"call", "appeal", "plead", "criticise", "criticize", "denounce", "condemn", "rebuke"})
_BESIDE = ("conj", "parataxis", "advcl")
_CRITICISING = frozenset({"criticise", "criticize", "denounce", "condemn", "rebuke", "blast", "slam", "censure"})


def befell_the_speaker(tree: Tree, frame: Frame) -> bool:
    """True for what was done to "us", "our people"."""
    struck = [f.head for role in (RoleName.VICTIM, RoleName.TARGET) for f in frame.fillers_of(role)]
    words = {tree.tokens[i].text.lower() for head in struck for i in (head, *tree.children(head, "nmod:poss"))}
    return bool(words & {"us", "our", "me", "my"})


def _follows_a_blast(tree: Tree, index: int) -> bool:
    """True for the killing of "a bomb went off as a patrol passed, killing two": it hangs on who passed, and is the
    bomb's."""
    at = index
    while tree.is_relation(at, "advcl", "conj") and (head := tree.tokens[at].head) is not None:
        marks = {tree.tokens[i].lemma.lower() for i in tree.children(at, "mark", "advmod")}
        if at != index and marks & {"as", "when", "while"}:
            return tree.tokens[head].lemma in _GOING_OFF and tree.tokens[index].text.lower().endswith("ing")
        at = head
    return False


def is_no_deed(tree: Tree, frame: Frame) -> bool:
    """True for "twelve rebels killed themselves", a death by their own hand, for "residents repelled an attack": who
    wards off did not do it, and for what children "were forced to" do."""
    token = tree.tokens[frame.token]
    off = any(tree.tokens[i].lemma.lower() in {"back", "off"} for i in tree.children(frame.token))
    if token.lemma in _WARDING_OFF or (off and token.lemma in _FIGHTING_OFF) or _follows_a_blast(tree, frame.token):
        return True
    if token.head is not None and tree.is_relation(frame.token, "xcomp") and tree.tokens[token.head].lemma in _FORCING:
        return True
    if _befell_its_subject(tree, frame) or _is_which_of_another(tree, frame):
        return True
    if token.lemma in _LEAVING or _was_stopped(tree, frame.token) or _is_in_words(tree, frame):
        return True
    struck, doing = (
        {tree.tokens[f.head].lemma.lower() for f in frame.fillers_of(role)}
        for role in (RoleName.VICTIM, RoleName.PERPETRATOR)
    )
    if any(struck & force and doing & (force | {"patrol"}) for force in FORCES) and tree.is_relation(
        frame.token, "advcl"
    ):
        return True  # "a bomb went off as a police patrol passed, killing two officers": no patrol killed its own
    met = [i for i in tree.subtree(frame.token, _CLAUSES) if tree.case_of(i) == "with"]
    met = [i for i in met if tree.tokens[i].lemma.lower() in ATTACKERS]
    if kinds()[frame.kind].group == "clash" and any(
        tree.tokens[d].lemma == "the" for i in met for d in tree.children(i)
    ):
        return True  # "soldiers aboard exchanged fire with the attackers"
    objects = [tree.tokens[i].lemma.lower() for i in tree.children(frame.token, "obj")]
    return frame.kind == "killing" and any(lemma.endswith(("self", "selves")) for lemma in objects)


def _befell_its_subject(tree: Tree, frame: Frame) -> bool:
    """True for "a constable wounded in the attack died", "the shoes the mayor wore when abducted": whom it befell, told
    of as if they had done it."""
    token = tree.tokens[frame.token]
    when = {tree.tokens[i].lemma.lower() for i in tree.children(frame.token, "mark", "advmod")} & _WHEN
    if when and token.tag == "VERB" and token.text.lower().endswith("ed"):
        return not tree.children(frame.token, "nsubj", "obj", "aux", "obl:agent")
    struck = frame.counts or frame.fillers_of(RoleName.VICTIM) or frame.fillers_of(RoleName.TARGET)
    if token.tag != "VERB" or token.lemma not in _HURTING or token.text.lower() == token.lemma or struck:
        return False
    doers = [f.head for f in frame.fillers_of(RoleName.PERPETRATOR)]
    return bool(doers) and all(head == frame.token - 1 for head in doers) and not tree.children(frame.token, "obj")


def _is_which_of_another(tree: Tree, frame: Frame) -> bool:
    """True for "drove out the troops in the war, which killed thousands": parsers hang the clause on the troops, and
    it tells of the war."""
    token = tree.tokens[frame.token]
    which = [i for i in tree.children(frame.token, "nsubj") if tree.tokens[i].lemma.lower() == "which"]
    if token.head is None or not which or not tree.is_relation(frame.token, "acl:relcl"):
        return False
    between = [i for i in range(token.head + 1, which[0]) if tree.tokens[i].tag == "NOUN"]
    told = bool(between) and tree.case_of(between[-1]) in {"in", "during", "after", "at"}
    return told and token.head in {f.head for f in frame.fillers_of(RoleName.PERPETRATOR)}


def _was_stopped(tree: Tree, index: int) -> bool:
    """True for the campaign of "had suspended its campaign", "the offensive was called off": it is told as not done."""
    head = tree.tokens[index].head
    if head is None or tree.tokens[index].tag == "VERB" or not tree.is_relation(index, "obj", "nsubj:pass"):
        return False
    off = any(tree.tokens[i].lemma.lower() == "off" for i in tree.children(head))
    lemma = tree.tokens[head].lemma
    return lemma in _STOPPING or (off and lemma == "call")


def _is_in_words(tree: Tree, frame: Frame) -> bool:
    """True for "appealed for calm and attacked the minister", somebody who is struck by words alone: one who is not
    hurt, beside a verb of saying. And for "criticised the minister for his attack": the critic did not attack."""
    token = tree.tokens[frame.token]
    if token.head is None or frame.counts:
        return False
    above = tree.tokens[token.head]
    if token.lemma == "attack" and token.tag == "VERB" and tree.is_relation(frame.token, *_BESIDE):
        struck = [f for role in (RoleName.VICTIM, RoleName.TARGET) for f in frame.fillers_of(role)]
        if not struck:  # in headlines, parsers lose whom
            return tree.tokens[frame.token + 1].entity == "PER" if frame.token + 1 < len(tree.tokens) else False
        named = [any(tree.tokens[i].entity == "PER" for i in tree.subtree(f.head)) for f in struck]
        return bool(named) and all(named) and (above.lemma in _CALLING_FOR or cue(above.lemma, above.tag) is not None)
    criticised = above.tag == "VERB" and above.lemma in _CRITICISING and tree.case_of(frame.token) == "for"
    doers = [f.head for f in frame.fillers_of(RoleName.PERPETRATOR)]
    return token.tag == "NOUN" and criticised and all(tree.tokens[i].tag == "PRON" for i in doers)
