"""Who says it: the source of a reporting verb, where the parser hung it or where the words alone show it."""

from __future__ import annotations

from hearsay.records.analysis import Sentence
from hearsay.records.tree import Tree
from hearsay.statements.parentheses import CLOSERS
from hearsay.vocabulary.nouns import actor_noun, person_role

QUOTED_AS = frozenset({"quote", "cite", "report"})
_BLAMING = frozenset({"blame", "accuse", "attribute", "charge"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def source_of(tree: Tree, verb: int) -> int | None:
    """The head of who says it: the subject, of the verb it is coordinated with or controlled by if need be."""
    token = tree.tokens[verb]
    own = [i for i in tree.children(verb, "nsubj") if not _across_quotation(tree, i, verb)]
    passive = bool(tree.children(verb, "aux:pass"))
    if passive:
        by = [i for i in tree.children(verb, "obl") if tree.case_of(i) == "by"]
        below = [i for child in tree.children(verb, "obl") for i in tree.children(child, "nmod")]
        if token.lemma in _BLAMING:
            by += [i for i in below if tree.case_of(i) == "by"]  # "blamed on rebels by the government"
        if by:
            return by[0]
        return own[0] if own and token.lemma in QUOTED_AS and says_below(tree, verb) else None
    if token.lemma == "tell":
        own = [i for i in own if i < verb]  # who stands behind "told" is told
    if own:
        return _referent(tree, max((i for i in own if i < verb), default=own[0]))
    head = token.head
    if head is None or tree.is_relation(verb, "parataxis"):
        return _behind_cue(tree, verb)
    quoted = _quoted_person(tree, head, verb)
    if quoted is not None and tree.is_relation(verb, "advcl", "xcomp", "obl"):
        return quoted
    if tree.is_relation(verb, "conj", "xcomp", "advcl") and tree.tokens[head].tag in {
        "VERB",
        "AUX",
        "ADJ",
    }:
        return source_of(tree, head)
    if tree.is_relation(verb, "acl") and tree.tokens[head].tag in {"NOUN", "PROPN"}:
        # "a statement saying S"; but "fighters believed to be rebels" believe nothing
        return head if token.text.lower().endswith("ing") else None
    return None


def _across_quotation(tree: Tree, source: int, verb: int) -> bool:
    """True when a quotation closes between the two: who speaks in "“S,” said X" is not found in S."""
    between = range(source + 1, verb)
    return any(
        tree.tokens[i].text in CLOSERS
        and tree.tokens[i].tag == "PUNCT"  # not the apostrophe of "the rebels' spokesman"
        and tree.tokens[i - 1].span.end == tree.tokens[i].span.start
        for i in between
    )


def _quoted_person(tree: Tree, head: int, verb: int) -> int | None:
    """Who is quoted in "X quoted Y as saying", "Y was quoted by X as saying": Y."""
    if tree.tokens[head].lemma not in QUOTED_AS:
        return None
    passive = [i for i in tree.children(head, "nsubj:pass") if not _across_quotation(tree, i, head)]
    between = [i for i in tree.children(head, "obj", "nsubj") if head < i < verb]
    return next(iter([*passive, *between]), None)


def _behind_cue(tree: Tree, verb: int) -> int | None:
    """The speaker of an inverted cue whose subject the parser missed: the phrase right behind "“S,” said"."""
    if verb == 0 or tree.tokens[verb - 1].tag != "PUNCT":
        return None
    for index in range(verb + 1, min(verb + 6, len(tree.tokens))):
        token = tree.tokens[index]
        if token.tag in {"NOUN", "PROPN"} and not tree.is_relation(index, "compound", "amod", "flat"):
            return index
        if token.tag in {"PUNCT", "VERB", "ADP", "SCONJ"}:
            break
    return None


def before_cue(tree: Tree, sentence: Sentence, verb: int) -> int | None:
    """The speaker whom the parser hung elsewhere: the word right before "said", but for adverbs and auxiliaries."""
    if not tree.tokens[verb].text.lower().endswith(("d", "s", "ys", "te")) or tree.children(verb, "aux:pass", "mark"):
        return None
    index = verb - 1
    while index > sentence.first and tree.tokens[index].tag in {"ADV", "AUX"}:
        index -= 1
    token = tree.tokens[index]
    if index < sentence.first or token.tag not in {"NOUN", "PROPN", "PRON"} or token.text.lower() in _RELATIVE:
        return None
    top = tree.path_up(index, "flat", "compound")
    return top if sentence.first <= top <= verb else index


def says_below(tree: Tree, verb: int) -> bool:
    return any(tree.tokens[i].lemma == "say" for i in tree.children(verb, "advcl", "xcomp", "obl"))


def _referent(tree: Tree, index: int) -> int | None:
    """The noun behind a relative pronoun; None for the "it" of "it was reported"."""
    token = tree.tokens[index]
    if token.relation == "expl" or (token.lemma.lower() == "it" and token.relation == "nsubj:pass"):
        return None
    if token.lemma.lower() in _RELATIVE and token.tag == "PRON":
        for above in tree.ancestors(index):
            if tree.is_relation(above, "acl"):
                return tree.tokens[above].head
        before = next((i for i in (index - 1, index - 2) if i >= 0 and tree.tokens[i].tag in {"NOUN", "PROPN"}), None)
        return None if before is None else tree.path_up(before, "flat", "compound")
    return index


def can_speak(tree: Tree, index: int) -> bool:
    """True for the "government" of "government charges that S"."""
    token = tree.tokens[index]
    return token.entity is not None or actor_noun(token.lemma) is not None or person_role(token.lemma) is not None
