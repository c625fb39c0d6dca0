"""Event words that tell of a practice, a trend or a habit, and of nothing that happened once.

"The rebels have stepped up attacks on the police", "the number of massacres fell by a third", "villagers have repelled
such raids before": whoever counted these as incidents would count a war twice.
"""

from __future__ import annotations

from hearsay.analyses.frames.modality import SERIES, is_bare_plural
from hearsay.records.tree import Tree

_MORE_OR_LESS = frozenset(
    """intensify escalate increase multiply expand reduce curb scale decrease accelerate widen redouble extend renew
    continue""".split()
)
_WITH_UP = frozenset({"step", "ramp"})
_CHANGES = frozenset(
    """decline drop fall rise increase grow double triple decrease jump soar surge climb shrink halve""".split()
)
_COUNTED = frozenset({"number", "rate", "frequency", "level", "intensity", "pace", "incidence"})
_AGAIN = frozenset({"repeatedly", "frequently", "regularly", "routinely", "often", "constantly", "periodically"})
_OF_OLD = frozenset(
    {"previous", "past", "earlier", "prior", "frequent", "regular", "repeated", "occasional", "sporadic"}
)
_ONE_OF_THEM = frozenset({"late", "latest", "recent", "part", "one", "bad", "deadly", "first"})
_OF_THESE = frozenset(
    """come follow bring mark raise show appear seem occur take underscore underline highlight leave coincide""".split()
)
"""What the present tense says of attacks that the report has just told of: "the attacks come days after"."""
_CALLING_OFF = frozenset({"suspend", "renounce", "abandon", "halt", "cease", "forswear"})
_SAME_PAST = frozenset({"hit", "cut", "shut", "set", "beat", "burst", "put", "split", "hurt", "let", "spread"})
_GOES_ON = frozenset({"target", "attack", "fight", "battle", "kill", "raid", "ambush", "kidnap", "bomb", "harass"})


def is_generality(tree: Tree, index: int, dated: bool) -> bool:
    """True for a trigger that tells of a practice or trend; `dated`: it has a time of its own."""
    token = tree.tokens[index]
    if token.tag == "VERB":
        ongoing = token.lemma in _GOES_ON and _has_been_going_on(tree, index)
        met = [i for i in tree.children(index, "obj") if is_bare_plural(tree, i) and _is_of_old(tree, i)]
        return ongoing or (not dated and (bool(met) or _is_present(tree, index)))
    if _is_called_off(tree, index):
        return True
    if _is_counted(tree, index) or _is_of_a_series(tree, index) or (not dated and _is_their_way(tree, index)):
        return True
    return is_bare_plural(tree, index) and (_is_of_old(tree, index) or _is_stepped_up(tree, index))


def _is_called_off(tree: Tree, index: int) -> bool:
    """ "Had suspended its guerrilla campaign", "renounced attacks": that it stops is told, and no deed."""
    head = tree.tokens[index].head
    over = head is not None and tree.is_relation(index, "obj", "nsubj:pass") and tree.tokens[head].lemma in _CALLING_OFF
    plural = tree.tokens[index].text.lower() != tree.tokens[index].lemma.lower()
    return over and (tree.tokens[index].lemma.lower() == "campaign" or plural)


def _is_of_old(tree: Tree, index: int) -> bool:
    """ "Previous attacks", "sporadic raids": none in particular."""
    return any(tree.tokens[i].lemma.lower() in _OF_OLD for i in tree.children(index, "amod"))


def _is_present(tree: Tree, index: int) -> bool:
    """ "They attack villages and take food": the present tense of what somebody does, told of several or of none."""
    token = tree.tokens[index]
    word, lemma = token.text.lower(), token.lemma.lower()
    finite = tree.is_relation(index, "root", "conj", "ccomp", "acl:relcl", "parataxis", "advcl")
    if word not in {lemma, f"{lemma}s", f"{lemma}es"} or lemma in _SAME_PAST or not finite:
        return False
    first = tree.path_up(index, "conj")
    plain = not any(tree.children(i, "aux", "mark", "cop") for i in (index, first))
    objects = tree.children(index, "obj")
    several = [i for i in objects if tree.tokens[i].text.lower() != tree.tokens[i].lemma.lower()]
    counted = any(tree.children(i, "nummod") for i in objects)
    return plain and not counted and len(several) == len(objects)


def _has_been_going_on(tree: Tree, index: int) -> bool:
    """ "Has been targeting police": what somebody does at the time of the report."""
    auxiliaries = {tree.tokens[i].text.lower() for i in tree.children(index, "aux")}
    ongoing = tree.tokens[index].text.lower().endswith("ing")
    return ongoing and "been" in auxiliaries and bool(auxiliaries & {"has", "have", "'ve", "’ve"})


def _is_stepped_up(tree: Tree, index: int) -> bool:
    """ "Stepped up attacks on the police", "repeatedly carried out raids"."""
    head = tree.tokens[index].head
    if head is None or not tree.is_relation(index, "obj", "nsubj"):
        return False
    verb = tree.tokens[head]
    particles = {tree.tokens[i].lemma.lower() for i in tree.children(head, "compound:prt", "compound", "advmod")}
    if tree.is_relation(index, "obj") and (
        verb.lemma in _MORE_OR_LESS or (verb.lemma in _WITH_UP and "up" in particles)
    ):
        return True
    return bool(particles & _AGAIN) or (tree.is_relation(index, "nsubj") and verb.lemma in _CHANGES)


def _is_of_a_series(tree: Tree, index: int) -> bool:
    """ "It was the newest of a string of raids": the raids are those of months or years."""
    series = tree.tokens[index].head
    if series is None or tree.case_of(index) != "of" or tree.tokens[series].lemma not in SERIES:
        return False
    one = tree.tokens[series].head
    return tree.case_of(series) in {"in", "of"} and one is not None and tree.tokens[one].lemma in _ONE_OF_THEM


def _is_their_way(tree: Tree, index: int) -> bool:
    """ "Their attacks target the police": what the present tense says of a side's attacks is no one attack."""
    head = tree.tokens[index].head
    plural = tree.tokens[index].text.lower() != tree.tokens[index].lemma.lower()
    if head is None or not plural or not tree.is_relation(index, "nsubj") or not tree.children(index, "nmod:poss"):
        return False
    verb = tree.tokens[head]
    plain = verb.tag == "VERB" and verb.text.lower() == verb.lemma.lower() and not tree.children(head, "aux")
    return plain and verb.lemma not in _SAME_PAST | _OF_THESE


def _is_counted(tree: Tree, index: int) -> bool:
    """ "The number of massacres fell": how often, not when."""
    head = tree.tokens[index].head
    if head is None or tree.case_of(index) not in {"of", "in"} or tree.tokens[head].lemma not in _COUNTED:
        return False
    article = {tree.tokens[i].lemma.lower() for i in tree.children(head, "det")}
    plural = tree.tokens[index].text.lower() != tree.tokens[index].lemma.lower()
    return plural and "the" in article  # "a number of attacks" are particular ones
