"""Attributions: a source, the word that reports, and the words that are reported.

Found in the syntax of reporting verbs, of "according to", of nouns such as "statement", and in quotation marks. Nesting
needs no rule of its own: an attribution whose cue stands in the content of another is said inside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay.records.analysis import Analysis, Sentence
from hearsay.records.tree import Tree
from hearsay.statements.clipping import clipped
from hearsay.statements.continuing import with_quotations
from hearsay.statements.layouts import by_layout
from hearsay.statements.parentheses import around_according
from hearsay.statements.reported import Attribution
from hearsay.statements.reporting import by_noun, by_verb, quoting_only
from hearsay.statements.sources import can_speak
from hearsay.vocabulary.cues import cue

_COUNTS = frozenset({"count", "tally", "reckoning", "estimate", "calculation", "account"})
_FIGURES = frozenset({"number", "toll", "figure", "count", "total", "loss", "casualty", "dead", "tally"})


def attributions(analysis: Analysis) -> list[Attribution]:
    """All attributions of a report, by where their content begins."""
    tree = Tree(analysis.tokens)
    found: list[Attribution] = []
    for sentence in analysis.sentences:
        found += [*_in_sentence(tree, sentence), *by_layout(analysis, tree, sentence)]
    found = clipped(analysis, found)
    found = [_answered(tree, a, found) for a in with_quotations(analysis, tree, found)]
    return sorted((a for a in found if a.said), key=lambda a: (min(a.said), -len(a.said)))


def _in_sentence(tree: Tree, sentence: Sentence) -> Iterable[Attribution]:
    for index in range(sentence.first, sentence.last):
        token = tree.tokens[index]
        if token.text.lower() == "according":
            yield from _according_to(tree, sentence, index)
            continue
        counted = _counted_by(tree, index) or _put_at(tree, index) or _gave(tree, index)
        if counted is not None:
            yield counted
            continue
        word = cue(token.lemma, token.tag)
        if word is None and token.tag == "VERB" and (going := quoting_only(tree, sentence, index)) is not None:
            yield going
        if word is not None:
            verbal = token.tag == "VERB" or (token.tag == "ADJ" and bool(tree.children(index, "cop")))
            found = by_verb(tree, sentence, index, word) if verbal else by_noun(tree, index, word)
            if found is not None:
                yield found


def _according_to(tree: Tree, sentence: Sentence, index: int) -> Iterable[Attribution]:
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
    content = around_according(tree, sentence, index, source) or set(tree.subtree(top)) - without
    yield Attribution(
        source=source,
        cue_token=index,
        cue=cue("say", "VERB"),
        content=frozenset(content),
        by="attribution:according-to",
    )


def _counted_by(tree: Tree, index: int) -> Attribution | None:
    """ "Killed 70 people by the count of X", "by the army's own estimate": the clause is the word of who counts."""
    token = tree.tokens[index]
    if token.lemma.lower() not in _COUNTS or token.tag != "NOUN" or tree.case_of(index) != "by" or token.head is None:
        return None
    owners = [i for i in tree.children(index, "nmod", "obl") if tree.case_of(i) == "of"]
    owners += tree.children(index, "nmod:poss")
    if not owners or tree.tokens[token.head].tag not in {"VERB", "NOUN"}:
        return None
    content = set(tree.subtree(token.head)) - set(tree.subtree(index))
    return _said(owners[0], index, content, "attribution:by-count")


def _put_at(tree: Tree, index: int) -> Attribution | None:
    """ "X put the number of dead at 69": a figure as somebody gives it."""
    token = tree.tokens[index]
    figures = [i for i in tree.children(index, "obj") if tree.tokens[i].lemma.lower() in _FIGURES]
    givers = tree.children(index, "nsubj")
    if token.tag != "VERB" or token.lemma != "put" or not figures or not givers:
        return None
    content = set(tree.subtree(index)) - set(tree.subtree(givers[0])) - {index}
    return _said(givers[0], index, content, "attribution:put-at")


def _gave(tree: Tree, index: int) -> Attribution | None:
    """ "X had given an earlier toll of nine": a figure as somebody gives it; not "the medic gave him water"."""
    token = tree.tokens[index]
    figures = [i for i in tree.children(index, "obj") if tree.tokens[i].lemma.lower() in _FIGURES]
    givers = [i for i in tree.children(index, "nsubj") if i < index and can_speak(tree, i)]
    if token.tag != "VERB" or token.lemma not in {"give", "release", "issue"} or not figures or not givers:
        return None
    if tree.is_negated(index) or any(
        t.lemma == "no" for t in (tree.tokens[i] for i in tree.children(figures[0], "det"))
    ):
        return None
    content = {i for child in tree.children(index) if child > index for i in tree.subtree(child)}
    return _said(givers[0], index, content, "attribution:give-figure")


def _said(source: int, cue_token: int, content: set[int], by: str) -> Attribution:
    return Attribution(source=source, cue_token=cue_token, cue=cue("say", "VERB"), content=frozenset(content), by=by)


def _answered(tree: Tree, asked: Attribution, found: Sequence[Attribution]) -> Attribution:
    """A question with the yes or no that its answer begins with."""
    if asked.cue is None or asked.cue.force != "ask" or asked.cue_token is None:
        return asked
    for reply in found:
        if reply.source != asked.source or reply.cue is asked.cue or reply.cue_token is None:
            continue
        said = sorted(reply.content) or [reply.cue_token + 1]
        words = [i for i in said if tree.tokens[i].tag != "PUNCT" and i not in asked.content]
        first = tree.tokens[words[0]].text.lower() if words else ""
        if first in {"yes", "yeah", "no"}:
            return replace(asked, answer=first != "no", by="attribution:asked-and-answered")
    return asked
