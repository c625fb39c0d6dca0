"""Reporting words in their syntax: who is the source of a verb or noun that reports, and what is its content."""

from __future__ import annotations

from dataclasses import replace

from hearsay.records.analysis import Sentence
from hearsay.records.tree import Tree
from hearsay.statements.parentheses import CLOSERS, quotation_behind, rest_of_sentence
from hearsay.statements.reported import Attribution
from hearsay.statements.sources import QUOTED_AS, before_cue, can_speak, source_of
from hearsay.vocabulary.cues import Cue, cue
from hearsay.vocabulary.mute import is_mute

_ANNOUNCING = frozenset(
    {"announce", "confirm", "report", "acknowledge", "admit", "reveal", "disclose", "allege", "describe", "recount"}
)
"""Verbs whose plain object is what they say: "confirmed the arrest of two men"; not "claimed the attack"."""
_SOURCE_NOUN_CASES = frozenset({"by", "from", "of"})
_SPEAKING = frozenset({"say", "claim", "ask", "promise"})
"""Forces of verbs that may stand alone in their sentence, what they report being a quotation in the next."""
CHARACTERISING = frozenset(
    """describe condemn denounce dismiss call brand label praise blast decry criticise criticize deplore welcome
    defend identify classify characterise characterize term dub portray express voice""".split()
)
"""Verbs that say what something is: "described the raid as a crime" says "a crime" of the raid."""
_CONDEMNING = frozenset({"condemn", "denounce", "criticise", "criticize", "decry"})
"""Verbs that tell what somebody did by what they are condemned "for"."""
_BARE = frozenset(
    """say tell add ask reply answer write tweet shout state declare explain note insist recall remark respond comment
    conclude warn announce claim argue observe assert repeat stress vow promise urge admit acknowledge read""".split()
)
"""Verbs whose object may be a quotation in the sentence before or behind."""
_OF_WHAT = {
    "call": frozenset({"for"}),
    "appeal": frozenset({"for"}),
    "complain": frozenset({"of", "about"}),
    "warn": frozenset({"of", "about", "against"}),
    "boast": frozenset({"of", "about"}),
    "hint": frozenset({"at"}),
    "express": frozenset({"at", "over", "about", "for", "with"}),
    "voice": frozenset({"at", "over", "about", "for"}),
}
"""Verbs that say something of what stands behind their preposition: "called for a truce", "complained of threats"."""
_ONLY_QUOTING = frozenset({"continue", "begin"})
"""Verbs that report only what is quoted right beside them: "The letter continued: “S”", not "fighting continued"."""
_IN_THE_AIR = frozenset("claim report rumour rumor speculation suspicion suggestion belief fear talk".split())
"""Nouns of what is said by somebody or other; without an owner it is no more than possible."""
_TAKEN_FOR = frozenset("believe think suspect presume say report allege know consider assume understand".split())
"""Verbs that stand before "to be" only where somebody else says it: not "claimed to be a policeman"."""
_NOBODY = frozenset({"no", "neither", "nobody", "none", "no-one", "nothing"})


def by_verb(tree: Tree, sentence: Sentence, verb: int, word: Cue) -> Attribution | None:
    source = source_of(tree, verb)
    if source is None and word.force in _SPEAKING:
        source = before_cue(tree, sentence, verb)
    if source is not None and (_is_thing(tree, source) or _is_taken_for(tree, verb)):
        return None
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
    quoted = _quoted_passive(tree, sentence, verb, word, source)
    content = quoted if quoted else content
    nominal = _things_said(tree, verb, word) if source is not None else set()
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


def _things_said(tree: Tree, verb: int, word: Cue) -> set[int]:
    """What is said where it is no clause: "condemned the raid", "called for a truce"."""
    heads = tree.children(verb, "obj")
    cases = _OF_WHAT.get(word.lemma, frozenset())
    heads += [i for i in tree.children(verb, "obl", "nmod") if i > verb and tree.case_of(i) in cases]
    return {i for child in heads for i in tree.subtree(child)}


def _quoted_passive(tree: Tree, sentence: Sentence, verb: int, word: Cue, source: int | None) -> set[int]:
    """The content of either cue of "“S,” X was quoted by Y as saying": Y quotes it, X says it."""
    head = tree.tokens[verb].head
    if word.lemma in QUOTED_AS and tree.children(verb, "aux:pass"):
        says = [i for i in tree.children(verb, "advcl", "xcomp", "obl") if tree.tokens[i].lemma == "say"]
        said = rest_of_sentence(tree, sentence, verb, word, tree.first(verb, "nsubj:pass")) if says else set()
        return said | {says[0]} if said else set()
    if word.lemma == "say" and head is not None and tree.tokens[head].lemma in QUOTED_AS:
        passive = tree.first(head, "nsubj:pass")
        above = cue(tree.tokens[head].lemma, "VERB")
        behind = any(i > verb for i in tree.children(verb, "ccomp"))
        if passive is not None and passive == source and above is not None and not behind:
            return rest_of_sentence(tree, sentence, head, above, passive)
    return set()


def quoting_only(tree: Tree, sentence: Sentence, verb: int) -> Attribution | None:
    """ "The letter continued: “S”", "“S,” the statement continued": a verb that reports nothing but a quotation."""
    word, source = cue("say", "VERB"), source_of(tree, verb)
    if (
        tree.tokens[verb].lemma not in _ONLY_QUOTING
        or word is None
        or source is None
        or not tree.children(verb, "nsubj")
    ):
        return None
    content = quotation_behind(tree, sentence, verb, word)
    if not content:
        content = rest_of_sentence(tree, sentence, verb, word, source)
        content = content if content and tree.tokens[max(content)].text in CLOSERS else set()
    if not content:
        return None
    by = f"attribution:{tree.tokens[verb].lemma}"
    return Attribution(source=source, cue_token=verb, cue=word, content=frozenset(content), by=by)


def _is_thing(tree: Tree, source: int) -> bool:
    """True for "the blast" of "the blast showed that": what happens says nothing."""
    token = tree.tokens[source]
    return token.tag == "NOUN" and token.entity is None and is_mute(token.lemma.lower())


def _is_taken_for(tree: Tree, verb: int) -> bool:
    """True for the "believed" of "men believed to be rebels", however it is parsed: they are what is believed, and
    believe nothing."""
    token = tree.tokens[verb]
    behind = tree.tokens[verb + 1].text.lower() if verb + 1 < len(tree.tokens) else ""
    past = token.text.lower() not in {token.lemma, f"{token.lemma}s"}
    return behind == "to" and past and token.lemma in _TAKEN_FOR and not tree.children(verb, "aux", "aux:pass")


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
    if word.lemma in CHARACTERISING and tree.is_relation(child, "obl", "advcl"):
        marks = {tree.tokens[i].lemma.lower() for i in tree.children(child, "mark")}
        if tree.is_relation(child, "obl") or "as" in marks:
            return "as" in {tree.case_of(child), *marks}
    if word.lemma == "report" and tree.is_relation(child, "advcl", "xcomp") and child == verb + 1:
        return tree.tokens[child].text.lower().endswith("ing")  # "reported seeing two men"
    if tree.is_relation(child, "xcomp"):
        return word.force in {"claim", "deny", "promise", "say", "think", "order"}
    if tree.is_relation(child, "obj"):
        return word.lemma in _ANNOUNCING - CHARACTERISING
    if word.lemma in _CONDEMNING and tree.is_relation(child, "advcl"):
        return any(tree.tokens[i].lemma == "for" for i in tree.children(child, "mark"))
    if tree.is_relation(child, "obl", "advcl") and word.force == "accuse":
        return tree.case_of(child) in {"of", "for", "on", "in", "with"} or tree.is_relation(child, "advcl")
    if tree.is_relation(child, "advcl", "obl") and word.lemma in QUOTED_AS:
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
    owners += [i for i in tree.children(noun, "compound") if can_speak(tree, i)]
    if not clauses or not (owners or word.force == "accuse" or word.lemma in _IN_THE_AIR):
        return None
    content = frozenset(i for clause in clauses for i in tree.subtree(clause))
    if not owners and word.lemma in _IN_THE_AIR:
        word = replace(word, certainty="possible")
    source = owners[0] if owners else None
    return Attribution(source=source, cue_token=noun, cue=word, content=content, by=f"attribution:{word.lemma}")
