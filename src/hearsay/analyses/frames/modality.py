"""Whether a clause says that something happened, hedges it, denies it, or only speaks of what might be."""

from __future__ import annotations

from hearsay.records.tree import Tree
from hearsay.vocabulary.hedges import MIGHT
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

_WILL = frozenset({"will", "would", "shall", "should", "must", "can", "'ll", "ll", "wo"})
_IRREALIS = frozenset(
    """plan plot threaten threat vow want aim intend intention urge order call ask refuse prevent stop warn
    warning fear risk avoid avert foil thwart need hope seek deter discourage encourage incite oppose reject demand
    promise pledge prepare preparation wish possibility chance danger deny consider discuss likely potential
    future if opportunity ability capability capacity capable able ready willing call right authorize authorise
    mean expect expectation conspire conspiracy decide decision pursue advocate permit allow enable protect protection
    prohibit ban case effort prospect require instruct direct""".split()
)
"""Words under which a clause tells of no fact of its own."""
SERIES = frozenset(
    {"series", "spate", "wave", "string", "spree", "number", "rash", "succession", "pair", "couple", "bout"}
)
"""Nouns that count events: "a spate of blasts" tells of particular ones."""
HABITUALLY = frozenset(
    """often usually regularly frequently routinely typically commonly occasionally sometimes habitually mostly mainly
    generally normally frequent regular routine periodic occasional""".split()
)
_NOT_YET = frozenset("future potential possible further imminent foiled thwarted averted prevented".split())
_TRY = frozenset("try attempt fail bid endeavour endeavor".split())
_COME_THROUGH = frozenset("survive escape evade".split())
_MADE_SAFE = frozenset("defuse disarm deactivate dismantle find discover spot remove stop catch foil arrest".split())
_TIMES = frozenset("yesterday today day night morning evening weekend week month year".split())


def is_hypothetical(tree: Tree, index: int, guess: bool = False) -> bool:
    """True when the trigger tells of no particular thing that happened: plans, threats, conditions, generalities.

    With `guess`, "may", "might" and "could" on the trigger itself are a guess at what is so ("could be behind the
    attack"), not something that is only possible.
    """
    at = index
    for _ in range(6):
        if _irrealis_here(tree, at, top=at == index, guess=guess):
            return True
        head = tree.tokens[at].head
        if head is not None and _shares_infinitive(tree, at, head):
            at = head
            continue
        if head is not None and tree.is_relation(at, "nsubj") and _irrealis_here(tree, head, top=False, guess=guess):
            return not _is_pointed_at(tree, index)  # "a bombing would be easy to carry out"
        if head is None or tree.is_relation(at, "ccomp", "parataxis", "conj", "acl:relcl", "nsubj", "appos"):
            return False
        if tree.tokens[at].relation == "advcl" and "from" in _marks(tree, at):
            return tree.tokens[head].lemma.lower() in _IRREALIS  # "prevented them from carrying out attacks"
        if tree.tokens[at].relation == "advcl" and not _is_conditional(tree, at):
            return _purpose_of_generality(tree, at, index) or _is_habit(tree, head)
        infinitive = "to" in _marks(tree, at)
        done = guess or _is_perfect(tree, at)
        at = head
        if tree.tokens[at].lemma == "know" and tree.is_negated(at):
            return True  # "has never been known to stage such attacks"
        if done and infinitive and tree.tokens[at].lemma.lower() == "likely":
            continue  # "is likely to have carried it out": a guess at what is so
        if _governs_irrealis(tree, at, infinitive):
            # "unable to confirm the attack", "the threat of the raid": what is pointed at has happened
            return not _is_pointed_at(tree, index)
    return False


def is_attempted(tree: Tree, index: int) -> bool:
    """True for what is only told to have been tried: "tried to kill", "an attempt to kill", "survived a murder"."""
    token, at = tree.tokens[index], index
    if token.tag == "NOUN":
        words = {tree.tokens[i].lemma.lower() for i in tree.children(index, "amod", "compound")}
        head = token.head
        over = "" if head is None else tree.tokens[head].lemma.lower()
        bid = over in _TRY and tree.is_relation(
            index, "compound", "nmod"
        )  # "assassination attempt", "attempt at murder"
        return (
            bid
            or bool(words & {"attempt", "attempted"})
            or (over in _COME_THROUGH | _TRY and tree.is_relation(index, "obj"))
        )
    while (head := tree.tokens[at].head) is not None and tree.is_relation(at, "conj"):
        at = head  # "tried to seize the town and kill its mayor"
    if head is None or not tree.is_relation(at, "xcomp", "acl", "advcl", "ccomp"):
        return False
    return tree.tokens[head].lemma.lower() in _TRY and ("to" in _marks(tree, at) or tree.is_relation(at, "xcomp"))


def _shares_infinitive(tree: Tree, index: int, head: int) -> bool:
    """ "To steal cattle and abduct women": what holds of the first infinitive holds of the second."""
    token = tree.tokens[index]
    bare = (
        token.tag == "VERB" and token.text.lower() == token.lemma and not tree.children(index, "nsubj", "aux", "mark")
    )
    return bare and token.relation == "conj" and "to" in _marks(tree, head)


def _is_pointed_at(tree: Tree, index: int) -> bool:
    """True for "the attack", "that raid", "Monday's attack": a singular event that the report takes as known."""
    token = tree.tokens[index]
    if token.tag == "NOUN" and any(_is_time(tree, i) for i in tree.children(index, "nmod:poss")):
        return True
    articles = {tree.tokens[i].lemma.lower() for i in tree.children(index, "det")}
    plural = token.text.lower().endswith("s") and token.text.lower() != token.lemma.lower()
    return token.tag == "NOUN" and not plural and bool(articles & {"the", "this", "that"})


def _is_time(tree: Tree, index: int) -> bool:
    """True for whose event it is when that is a time: "Monday's", "last week's", "this month's"."""
    lemma = tree.tokens[index].lemma.lower()
    return lemma in MONTHS_AND_DAYS or lemma in _TIMES


def _irrealis_here(tree: Tree, index: int, top: bool, guess: bool) -> bool:
    if _is_habit(tree, index):
        return True
    for child in tree.children(index, "aux", "mark", "amod"):
        token = tree.tokens[child]
        lemma = token.lemma.lower()
        if guess and top and lemma in MIGHT:
            continue
        if token.relation == "aux" and lemma in _WILL | MIGHT and not _is_perfect(tree, index):
            return True
        if token.relation == "mark" and lemma in {"if", "unless", "lest"}:
            return True
        if token.relation == "mark" and lemma == "whether" and not _is_question_put(tree, index):
            return True
        if token.relation == "amod" and top and {lemma, token.text.lower()} & _NOT_YET:
            return True
    return False


def _is_question_put(tree: Tree, index: int) -> bool:
    """ "Asked whether the two had worked together, he said ...": an answer follows, and it decides."""
    head = tree.tokens[index].head
    if head is None:
        return False
    asked = [head, *tree.children(head, "advcl", "ccomp", "parataxis")]
    return any(tree.tokens[i].lemma == "ask" and not tree.children(i, "nsubj") for i in asked)


def _is_habit(tree: Tree, index: int) -> bool:
    """ "The group often carries out such attacks": a present habit, not something that happened."""
    token = tree.tokens[index]
    present = token.tag == "VERB" and token.text.lower() in {token.lemma.lower(), f"{token.lemma.lower()}s"}
    how = [*tree.children(index, "advmod"), *(a for i in tree.children(index, "obj") for a in tree.children(i, "amod"))]
    return present and any(tree.tokens[i].lemma.lower() in HABITUALLY for i in how)


def _is_perfect(tree: Tree, index: int) -> bool:
    return any(tree.tokens[i].lemma == "have" for i in tree.children(index, "aux"))


def _is_conditional(tree: Tree, index: int) -> bool:
    return any(tree.tokens[i].lemma.lower() in {"if", "unless"} for i in tree.children(index, "mark"))


def _governs_irrealis(tree: Tree, index: int, infinitive: bool) -> bool:
    token = tree.tokens[index]
    if token.lemma.lower() not in _IRREALIS:
        return False
    # "is believed to have planned": planning is itself reported as done, its object is what was planned
    settled = token.lemma in {"plan", "plot", "order", "prepare"} and token.tag == "VERB" and _is_finite(tree, index)
    return infinitive or not settled


def _is_finite(tree: Tree, index: int) -> bool:
    """True for a verb in a past tense or passive: "planned", "was ordered"."""
    token = tree.tokens[index]
    return token.text.lower().endswith("ed") and not any(t in {"to"} for t in _marks(tree, index))


def _marks(tree: Tree, index: int) -> list[str]:
    return [tree.tokens[i].lemma.lower() for i in tree.children(index, "mark")]


def _purpose_of_generality(tree: Tree, clause: int, index: int) -> bool:
    """ "to carry out attacks": a purpose whose event is a bare plural tells of no attack in particular."""
    return "to" in _marks(tree, clause) and is_bare_plural(tree, index)


def was_prevented(tree: Tree, index: int) -> bool:
    """True for "defused before it exploded", "disarmed before they could go off"."""
    head = tree.tokens[index].head
    made_safe = head is not None and tree.is_relation(index, "advcl") and tree.tokens[head].lemma in _MADE_SAFE
    return made_safe and "before" in _marks(tree, index)


def is_open_question(tree: Tree, index: int) -> bool:
    """True for a clause under "if" or "whether": it says nothing of its own."""
    return any(tree.tokens[i].lemma.lower() in {"if", "whether", "unless"} for i in tree.children(index, "mark"))


def is_bare_plural(tree: Tree, index: int) -> bool:
    """True for "attacks" with nothing that picks out which: no article, number, possessor or demonstrative."""
    token = tree.tokens[index]
    plural = token.tag == "NOUN" and token.text.lower() != token.lemma.lower() and token.text.lower().endswith("s")
    head = token.head
    counted = head is not None and tree.tokens[head].lemma.lower() in SERIES
    return plural and not counted and not tree.children(index, "det", "nummod", "nmod:poss")
