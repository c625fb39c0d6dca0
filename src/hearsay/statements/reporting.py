"""Reporting words in their syntax: who is the source of a verb or noun that reports, and what is its content."""

from __future__ import annotations

from dataclasses import replace

from hearsay.records.analysis import Sentence
from hearsay.records.tree import Tree
from hearsay.statements.parentheses import CLOSERS, quotation_behind, rest_of_sentence
from hearsay.statements.reported import Attribution
from hearsay.vocabulary.cues import Cue, cue
from hearsay.vocabulary.nouns import actor_noun, person_role

_QUOTED_AS = frozenset({"quote", "cite", "report"})
_ANNOUNCING = frozenset(
    {"announce", "confirm", "report", "acknowledge", "admit", "reveal", "disclose", "allege", "describe", "recount"}
)
"""Verbs whose plain object is what they say: "confirmed the arrest of two men"; not "claimed the attack"."""
_SOURCE_NOUN_CASES = frozenset({"by", "from", "of"})
_SPEAKING = frozenset({"say", "claim", "ask", "promise"})
"""Forces of verbs that may stand alone in their sentence, what they report being a quotation in the next."""
CHARACTERISING = frozenset(
    """describe condemn denounce dismiss call brand label praise blast decry criticise criticize deplore welcome
    defend""".split()
)
"""Verbs that say what something is: "described the raid as a crime" says "a crime" of the raid."""
_BLAMING = frozenset({"blame", "accuse", "attribute", "charge"})
_CONDEMNING = frozenset({"condemn", "denounce", "criticise", "criticize", "decry"})
"""Verbs that tell what somebody did by what they are condemned "for"."""
_BARE = frozenset(
    """say tell add ask reply answer write tweet shout state declare explain note insist recall remark respond comment
    conclude warn announce claim argue observe assert repeat stress vow promise urge admit acknowledge read""".split()
)
"""Verbs whose object may be a quotation in the sentence before or behind."""
_IN_THE_AIR = frozenset("claim report rumour rumor speculation suspicion suggestion belief fear talk".split())
"""Nouns of what is said by somebody or other; without an owner it is no more than possible."""
_NOBODY = frozenset({"no", "neither", "nobody", "none", "no-one", "nothing"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


def by_verb(tree: Tree, sentence: Sentence, verb: int, word: Cue) -> Attribution | None:
    source = source_of(tree, verb)
    if source is None and word.force in _SPEAKING:
        source = _before_cue(tree, sentence, verb)
    content = quotation_behind(tree, sentence, verb, word)
    content = content or rest_of_sentence(tree, sentence, verb, word, source)
    around = bool(content)
    if not around:
        content = _content_of(tree, verb, word)
        if not content and source is not None and word.force in _SPEAKING:
            content = _behind(tree, sentence, verb)
    if source is not None and not around:
        content -= set(tree.subtree(source)) if not tree.is_relation(verb, "acl") else set()
    if not around:
        content = _filled(tree, content, verb, source)
    nominal = {i for child in tree.children(verb, "obj") for i in tree.subtree(child)} if source is not None else set()
    bare = word.lemma in _BARE and source is not None and not tree.children(verb, "aux:pass")
    if not (content or nominal or bare) or (source is None and not _is_impersonal(tree, verb, word)):
        return None
    if source is not None and _is_nobody(tree, source):
        source = None
    return Attribution(
        source=source,
        cue_token=verb,
        cue=word,
        content=frozenset(content),
        nominal=frozenset(nominal),
        by=f"attribution:{word.lemma}",
    )


def _is_nobody(tree: Tree, source: int) -> bool:
    """True for "no one claimed", "neither group said": that nobody speaks is the report's own word."""
    words = {source, *tree.children(source, "det", "amod")}
    return any(tree.tokens[i].text.lower() in _NOBODY for i in words)


def _filled(tree: Tree, content: set[int], verb: int, source: int | None) -> set[int]:
    """The content without gaps: words between its first and its last are part of it, but for source and cue."""
    if not content:
        return content
    own = {verb, *tree.children(verb, "aux", "advmod", "mark")}
    if source is not None and source not in content and source not in tree.ancestors(verb):
        own |= set(tree.subtree(source))
    content = _from_that(tree, content, verb)
    words = [i for i in content if tree.tokens[i].tag != "PUNCT"] or sorted(content)
    first, last = min(words), max(words)
    if first < verb < last:
        return content - {verb}
    return {i for i in range(first, last + 1) if i not in own}


def _behind(tree: Tree, sentence: Sentence, verb: int) -> set[int]:
    """What stands behind a cue whose clause the parser missed: "said the moment he came S", "warned X that S"."""
    behind = range(verb + 1, sentence.last)
    if behind and tree.tokens[behind[0]].text.lower() in {"whether", "if"}:
        comma = next((i for i in behind if tree.tokens[i].text == ","), sentence.last)
        return set(range(behind[0], comma))
    that = next((i for i in behind if tree.tokens[i].text.lower() == "that" and tree.tokens[i].tag == "SCONJ"), None)
    if that is not None:
        between = range(verb + 1, that)
        reported = any(cue(tree.tokens[i].lemma, tree.tokens[i].tag) for i in between if tree.tokens[i].tag == "VERB")
        return set() if reported else set(range(that, sentence.last))
    if (
        tree.tokens[verb].lemma != "say"
        or not behind
        or tree.tokens[behind[0]].tag == "PUNCT"
        or tree.is_relation(verb, "parataxis", "ccomp")
    ):
        return set()
    return set(behind) if any(tree.tokens[i].tag in {"VERB", "AUX"} for i in behind) else set()


def _from_that(tree: Tree, content: set[int], verb: int) -> set[int]:
    """Without what stands between the verb and the "that" of its clause: "said in a letter that S"."""
    for clause in tree.children(verb, "ccomp"):
        marks = [i for i in tree.children(clause, "mark") if tree.tokens[i].lemma.lower() == "that" and i > verb]
        if marks:
            return {i for i in content if not verb < i < marks[0]} or content
    return content


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
        return own[0] if own and token.lemma in _QUOTED_AS and _says_below(tree, verb) else None
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
    if tree.tokens[head].lemma not in _QUOTED_AS:
        return None
    passive = tree.children(head, "nsubj:pass")
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


def _before_cue(tree: Tree, sentence: Sentence, verb: int) -> int | None:
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


def _says_below(tree: Tree, verb: int) -> bool:
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


def _is_impersonal(tree: Tree, verb: int, word: Cue) -> bool:
    """ "It was reported that", "is believed to have", "a group accused of burning": somebody says so, and the report
    does not say who."""
    passing = word.force == "accuse" and tree.is_relation(verb, "acl")
    return passing or bool(tree.children(verb, "nsubj:pass", "aux:pass", "expl"))


def _content_of(tree: Tree, verb: int, word: Cue) -> set[int]:
    content: set[int] = set()
    for child in tree.children(verb):
        if _is_content(tree, verb, child, word):
            content |= set(tree.subtree(child))
    token = tree.tokens[verb]
    if not content and token.head is not None and _hangs_on_what_it_reports(tree, verb, token.head):
        # "S, X said": the reporting clause hangs on what it reports
        content = set(tree.subtree(token.head)) - set(tree.subtree(verb))
    if not content and token.head is not None and _is_as_clause(tree, verb):
        content = set(tree.subtree(token.head)) - set(tree.subtree(verb))
    return content


def _hangs_on_what_it_reports(tree: Tree, verb: int, head: int) -> bool:
    above = tree.tokens[head]
    reported = tree.is_relation(verb, "ccomp") and cue(above.lemma, above.tag) is None
    return reported or tree.is_relation(verb, "parataxis")


def _is_as_clause(tree: Tree, verb: int) -> bool:
    """ "S, as officials said", not "S as she called for T"."""
    marks = {tree.tokens[i].lemma.lower() for i in tree.children(verb, "mark", "advmod")}
    return tree.is_relation(verb, "advcl") and "as" in marks and not tree.children(verb, "obj", "ccomp", "xcomp")


def _is_content(tree: Tree, verb: int, child: int, word: Cue) -> bool:
    if tree.is_relation(child, "ccomp"):
        return True
    if tree.is_relation(child, "parataxis"):
        return child > verb and cue(tree.tokens[child].lemma, tree.tokens[child].tag) is None
    if word.lemma in CHARACTERISING and tree.is_relation(child, "obl"):
        return tree.case_of(child) == "as"
    if tree.is_relation(child, "xcomp"):
        return word.force in {"claim", "deny", "promise", "say", "think", "order"}
    if tree.is_relation(child, "obj"):
        return word.lemma in _ANNOUNCING - CHARACTERISING
    if word.lemma in _CONDEMNING and tree.is_relation(child, "advcl"):
        return any(tree.tokens[i].lemma == "for" for i in tree.children(child, "mark"))
    if tree.is_relation(child, "obl", "advcl") and word.force == "accuse":
        return tree.case_of(child) in {"of", "for", "on", "in", "with"} or tree.is_relation(child, "advcl")
    if tree.is_relation(child, "advcl", "obl") and word.lemma in _QUOTED_AS:
        return any(tree.tokens[i].lemma == "as" for i in tree.children(child, "mark", "case"))
    return False


def by_noun(tree: Tree, noun: int, word: Cue) -> Attribution | None:
    """ "the group's claim that S", "in a statement by X saying S"; "accusations that S", "rumours that S" by nobody
    named: S is somebody's word all the same, never the report's own."""
    clauses = [
        i
        for i in tree.children(noun, "ccomp", "acl", "acl:relcl")
        if any(tree.tokens[m].lemma == "that" for m in tree.children(i, "mark"))
    ]
    owners = tree.children(noun, "nmod:poss")
    owners += [i for i in tree.children(noun, "nmod") if tree.case_of(i) in _SOURCE_NOUN_CASES]
    owners += [i for i in tree.children(noun, "compound") if _can_speak(tree, i)]
    if not clauses or not (owners or word.force == "accuse" or word.lemma in _IN_THE_AIR):
        return None
    content = frozenset(i for clause in clauses for i in tree.subtree(clause))
    if not owners and word.lemma in _IN_THE_AIR:
        word = replace(word, certainty="possible")
    source = owners[0] if owners else None
    return Attribution(source=source, cue_token=noun, cue=word, content=content, by=f"attribution:{word.lemma}")


def _can_speak(tree: Tree, index: int) -> bool:
    """True for the "government" of "government charges that S"."""
    token = tree.tokens[index]
    return token.entity is not None or actor_noun(token.lemma) is not None or person_role(token.lemma) is not None
