"""Attributions: a source, the word that reports, and the words that are reported.

Found in the syntax of reporting verbs, of "according to", of nouns such as "statement", and in quotation marks.
Nesting needs no rule of its own: an attribution whose cue stands in the content of another is said inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.statements.quotations import is_speech, quotations
from hearsay.vocabulary.cues import Cue, cue

_QUOTED_AS = frozenset({"quote", "cite", "report"})
_ANNOUNCING = frozenset(
    {"announce", "confirm", "report", "acknowledge", "admit", "reveal", "disclose", "allege", "describe", "recount"}
)
"""Verbs whose plain object is what they say: "confirmed the arrest of two men"; not "claimed the attack"."""
_SOURCE_NOUN_CASES = frozenset({"by", "from", "of"})
_RELATIVE = frozenset({"who", "which", "that", "whom"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Who (a head token, None when not said), by which word, said what (token indexes).

    `nominal` holds what was said where it is no clause ("condemned the attack"): the speaker's act, but events told in
    it are the report's. `cue_token` is None for a quotation that goes on with no cue of its own. `answer` is what the
    source says to a question put to it ("asked whether S, she said: yes"): True, False, or None where none was put.
    """

    source: int | None
    cue_token: int | None
    cue: Cue | None
    content: frozenset[int]
    by: str
    nominal: frozenset[int] = frozenset()
    answer: bool | None = None

    @property
    def said(self) -> frozenset[int]:
        """The tokens of what was said, clause or not."""
        return self.content or self.nominal

    def covers(self, index: int) -> bool:
        """True when the token is part of what was said."""
        return index in self.content


def attributions(analysis: Analysis) -> list[Attribution]:
    """All attributions of a report, by where their content begins."""
    tree = Tree(analysis.tokens)
    found: list[Attribution] = []
    for sentence in analysis.sentences:
        found += _in_sentence(tree, sentence)
    found = [_answered(tree, a, found) for a in _with_quotations(analysis, tree, found)]
    return sorted((a for a in found if a.said), key=lambda a: (min(a.said), -len(a.said)))


def _in_sentence(tree: Tree, sentence: Sentence) -> Iterable[Attribution]:
    for index in range(sentence.first, sentence.last):
        token = tree.tokens[index]
        if token.text.lower() == "according":
            yield from _according_to(tree, index)
            continue
        word = cue(token.lemma, token.tag)
        if word is not None:
            found = _by_verb(tree, index, word) if token.tag == "VERB" else _by_noun(tree, index, word)
            if found is not None:
                yield found


def _according_to(tree: Tree, index: int) -> Iterable[Attribution]:
    """ "According to X, S": the clause that X hangs on, less X itself."""
    source = tree.tokens[index].head
    if tree.tokens[index].relation not in {"case", "mark"} or source is None:
        below = [i for i in tree.children(index, "obl", "nmod") if tree.case_of(i) == "to"]
        source, clause = (below[0], tree.tokens[index].head) if below else (None, None)
    else:
        clause = tree.tokens[source].head
    if source is None or clause is None:
        return
    without = set(tree.subtree(source)) | set(tree.subtree(index))
    top = tree.path_up(clause, "conj") if tree.is_relation(clause, "conj") and source < clause else clause
    content = frozenset(i for i in tree.subtree(top) if i not in without)
    yield Attribution(
        source=source, cue_token=index, cue=cue("say", "VERB"), content=content, by="attribution:according-to"
    )


def _by_verb(tree: Tree, verb: int, word: Cue) -> Attribution | None:
    source = _source_of(tree, verb)
    content = _content_of(tree, verb, word)
    if source is not None:
        content -= set(tree.subtree(source)) if not tree.is_relation(verb, "acl") else set()
    content = _filled(tree, content, verb, source)
    nominal = {i for child in tree.children(verb, "obj") for i in tree.subtree(child)} if source is not None else set()
    if not (content or nominal) or (source is None and not _is_impersonal(tree, verb)):
        return None
    return Attribution(
        source=source,
        cue_token=verb,
        cue=word,
        content=frozenset(content),
        nominal=frozenset(nominal),
        by=f"attribution:{word.lemma}",
    )


def _filled(tree: Tree, content: set[int], verb: int, source: int | None) -> set[int]:
    """The content without gaps: words between its first and its last are part of it, but for source and cue."""
    if not content:
        return content
    own = {verb, *tree.children(verb, "aux", "advmod", "mark")}
    own |= set(tree.subtree(source)) if source is not None and source not in content else set()
    first, last = min(content), max(content)
    if first < verb < last:
        return content - {verb}
    return {i for i in range(first, last + 1) if i not in own}


def _source_of(tree: Tree, verb: int) -> int | None:
    """The head of who says it: the subject, of the verb it is coordinated with or controlled by if need be."""
    token = tree.tokens[verb]
    own = tree.children(verb, "nsubj")
    passive = bool(tree.children(verb, "nsubj:pass", "aux:pass"))
    if passive:
        by = [i for i in tree.children(verb, "obl") if tree.case_of(i) == "by"]
        if by:
            return by[0]
        return own[0] if own and token.lemma in _QUOTED_AS and _says_below(tree, verb) else None
    if own:
        return _referent(tree, own[0])
    head = token.head
    if head is None or tree.is_relation(verb, "parataxis"):
        return _behind_cue(tree, verb)
    quoted = tree.children(head, "obj") if tree.tokens[head].lemma in _QUOTED_AS else []
    if quoted and tree.is_relation(verb, "advcl", "xcomp", "obl"):
        return quoted[0]
    if tree.is_relation(verb, "conj", "xcomp", "advcl") and tree.tokens[head].tag in {
        "VERB",
        "AUX",
        "ADJ",
    }:
        return _source_of(tree, head)
    if tree.is_relation(verb, "acl") and tree.tokens[head].tag in {"NOUN", "PROPN"}:
        return head
    return None


def _behind_cue(tree: Tree, verb: int) -> int | None:
    """The speaker of an inverted cue whose subject the parser missed: the phrase right behind "said"."""
    for index in range(verb + 1, min(verb + 6, len(tree.tokens))):
        token = tree.tokens[index]
        if token.tag in {"NOUN", "PROPN"} and not tree.is_relation(index, "compound", "amod", "flat"):
            return index
        if token.tag in {"PUNCT", "VERB", "ADP", "SCONJ"}:
            break
    return None


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
    return index


def _is_impersonal(tree: Tree, verb: int) -> bool:
    """ "It was reported that", "is believed to have": somebody says so, and the report does not say who."""
    return bool(tree.children(verb, "nsubj:pass", "aux:pass", "expl"))


def _content_of(tree: Tree, verb: int, word: Cue) -> set[int]:
    content: set[int] = set()
    for child in tree.children(verb):
        if _is_content(tree, verb, child, word):
            content |= set(tree.subtree(child))
    token = tree.tokens[verb]
    if not content and token.head is not None and tree.is_relation(verb, "parataxis", "ccomp"):
        # "S, X said": the reporting clause hangs on what it reports
        content = set(tree.subtree(token.head)) - set(tree.subtree(verb))
    if not content and token.head is not None and _is_as_clause(tree, verb):
        content = set(tree.subtree(token.head)) - set(tree.subtree(verb))
    return content


def _is_as_clause(tree: Tree, verb: int) -> bool:
    """ "S, as officials said"."""
    marks = {tree.tokens[i].lemma.lower() for i in tree.children(verb, "mark", "advmod")}
    return tree.is_relation(verb, "advcl") and "as" in marks


def _is_content(tree: Tree, verb: int, child: int, word: Cue) -> bool:
    if tree.is_relation(child, "ccomp"):
        return True
    if tree.is_relation(child, "parataxis"):
        return child > verb and cue(tree.tokens[child].lemma, tree.tokens[child].tag) is None
    if tree.is_relation(child, "xcomp"):
        return word.force in {"claim", "deny", "promise", "say", "think", "order"}
    if tree.is_relation(child, "obj"):
        return word.lemma in _ANNOUNCING
    if tree.is_relation(child, "obl", "advcl") and word.force == "accuse":
        return tree.case_of(child) in {"of", "for", "on", "in", "with"} or tree.is_relation(child, "advcl")
    if tree.is_relation(child, "advcl", "obl") and word.lemma in _QUOTED_AS:
        return any(tree.tokens[i].lemma == "as" for i in tree.children(child, "mark", "case"))
    return False


def _by_noun(tree: Tree, noun: int, word: Cue) -> Attribution | None:
    """ "the group's claim that S", "in a statement by X saying S"."""
    clauses = [i for i in tree.children(noun, "ccomp", "acl") if tree.tokens[i].tag == "VERB"]
    clauses = [i for i in clauses if any(tree.tokens[m].lemma == "that" for m in tree.children(i, "mark"))]
    owners = tree.children(noun, "nmod:poss")
    owners += [i for i in tree.children(noun, "nmod") if tree.case_of(i) in _SOURCE_NOUN_CASES]
    if not clauses or not owners:
        return None
    content = frozenset(i for clause in clauses for i in tree.subtree(clause))
    return Attribution(source=owners[0], cue_token=noun, cue=word, content=content, by=f"attribution:{word.lemma}")


def _with_quotations(analysis: Analysis, tree: Tree, found: list[Attribution]) -> list[Attribution]:
    """Adds the quoted words that no attribution covers yet to the one they go on from, or to their neighbour's."""
    for span in quotations(analysis.document.text, analysis.sentences):
        if not is_speech(analysis.document.text, span):
            continue
        inside = _tokens_in(analysis, span)
        rest = [i for i in inside if not any(a.covers(i) for a in found)]
        words = [i for i in rest if tree.tokens[i].tag not in {"PUNCT", "SYM"}]
        if not words:
            continue
        home = _speaker_beside(analysis, found, inside)
        if home is None:
            continue
        if home.cue_token is not None and _same_sentence(analysis, home.cue_token, words):
            found[found.index(home)] = replace(home, content=home.content | frozenset(words))
        else:
            found.append(replace(home, cue_token=None, content=frozenset(words), by="attribution:quotation-goes-on"))
    return found


def _tokens_in(analysis: Analysis, span: Span) -> list[int]:
    return [i for i, token in enumerate(analysis.tokens) if span.contains(token.span)]


def _same_sentence(analysis: Analysis, index: int, words: Sequence[int]) -> bool:
    return any(s.first <= index < s.last and s.first <= words[0] < s.last for s in analysis.sentences)


def _speaker_beside(analysis: Analysis, found: Sequence[Attribution], inside: Sequence[int]) -> Attribution | None:
    """The attribution whose speaker a bare quotation belongs to: of its sentence, else the last before it, else the
    next one in its paragraph."""
    if not inside:
        return None
    first, last = inside[0], inside[-1]
    paragraph = next((s.paragraph for s in analysis.sentences if s.first <= first < s.last), -1)
    near = [a for a in found if a.cue_token is not None and a.source is not None]
    own = [a for a in near if _same_sentence(analysis, _cue(a), [first]) or _same_sentence(analysis, _cue(a), [last])]
    if own:
        return min(own, key=lambda a: min(abs(_cue(a) - first), abs(_cue(a) - last)))
    before = [a for a in near if _cue(a) < first and _paragraph_of(analysis, _cue(a)) >= paragraph - 1]
    after = [a for a in near if _cue(a) > last and _paragraph_of(analysis, _cue(a)) == paragraph]
    if before and _paragraph_of(analysis, _cue(before[-1])) == paragraph:
        return before[-1]
    return after[0] if after else (before[-1] if before else None)


def _cue(attribution: Attribution) -> int:
    return -1 if attribution.cue_token is None else attribution.cue_token


def _paragraph_of(analysis: Analysis, index: int) -> int:
    return next((s.paragraph for s in analysis.sentences if s.first <= index < s.last), -1)


def _answered(tree: Tree, asked: Attribution, found: Sequence[Attribution]) -> Attribution:
    """A question with the yes or no that its answer begins with."""
    if asked.cue is None or asked.cue.force != "ask" or asked.cue_token is None:
        return asked
    replies = [a for a in found if a.source == asked.source and a.cue is not asked.cue and a.content]
    for reply in replies:
        words = [i for i in sorted(reply.content) if tree.tokens[i].tag != "PUNCT" and i not in asked.content]
        first = tree.tokens[words[0]].text.lower() if words else ""
        if first in {"yes", "yeah", "no"}:
            return replace(asked, answer=first != "no", by="attribution:asked-and-answered")
    return asked
