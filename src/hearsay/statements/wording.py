"""The words of an attribution by part: the whole source phrase, cue and content, as an annotator would mark them."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.statements.reporting import CHARACTERISING

_QUOTES = frozenset("\"“”„«»‘’'`") | {"''", "``"}
_STOPS = frozenset({",", ".", "?", "!", "...", "…"})
_EDGE = frozenset({",", ".", ";", ":", "—", "–", "-", "--", "―"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """Token indexes of the parts. `source` is empty where the report does not say who."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


def wording(tree: Tree, attribution: Attribution) -> Wording:
    """The parts of one attribution; a token belongs to one of them only, content before source before cue."""
    said = set(attribution.said) | _of_whom(tree, attribution)
    if attribution.cue is not None and attribution.cue.lemma in CHARACTERISING:
        said |= attribution.nominal
    content = _with_quotes(tree, _trimmed(tree, said))
    source: set[int] = set()
    cue: set[int] = set()
    if attribution.cue_token is not None:
        cue = _cue_words(tree, attribution.cue_token) - content
    pronoun = relative_subject(tree, attribution)
    if pronoun is not None:
        source = {pronoun}
    elif attribution.source is not None:
        source = _source_words(tree, attribution.source, attribution.cue_token) - content - cue
        source = _name_whole(tree, _around(source, attribution.source), cue | content)
    if cue and content:
        _move_preposition(tree, cue, content)
    return Wording(source=frozenset(_trimmed(tree, source)), cue=frozenset(cue - source), content=frozenset(content))


def relative_subject(tree: Tree, attribution: Attribution) -> int | None:
    """The "who" of "a farmer who said S", which stands for the source that the clause hangs on."""
    cue, source = attribution.cue_token, attribution.source
    if cue is None or source is None or source not in tree.ancestors(cue):
        return None
    subjects = tree.children(cue, "nsubj")
    return next((i for i in subjects if tree.tokens[i].tag == "PRON" and source < i), None)


def _of_whom(tree: Tree, attribution: Attribution) -> set[int]:
    """The subject of "is believed to have fled": what is said is said of it."""
    cue = attribution.cue_token
    if cue is None or attribution.source is not None:
        return set()
    return {i for child in tree.children(cue, "nsubj:pass") for i in tree.subtree(child)}


def _source_words(tree: Tree, source: int, cue: int | None) -> set[int]:
    """The phrase with its appositions and relative clauses, without its preposition and without the cue's clause."""
    cut = {cue} if cue is not None else set()
    words: set[int] = set()
    stack = [source]
    while stack:
        at = stack.pop()
        words.add(at)
        for child in tree.children(at):
            if child in cut or (at == source and tree.is_relation(child, "case", "cop", "mark", "cc", "parataxis")):
                continue
            stack.append(child)
    return words


def _name_whole(tree: Tree, words: set[int], others: set[int]) -> set[int]:
    """With the names that touch the phrase, whatever the parser hangs them on: "spokesman" + "Juan Mora"."""
    kept = set(words)
    while kept and max(kept) + 1 < len(tree.tokens) and _joins(tree, max(kept) + 1, others):
        kept.add(max(kept) + 1)
    while kept and min(kept) > 0 and _joins(tree, min(kept) - 1, others) and tree.tokens[min(kept)].tag == "PROPN":
        kept.add(min(kept) - 1)
    return kept


def _joins(tree: Tree, index: int, others: set[int]) -> bool:
    return index not in others and tree.tokens[index].tag == "PROPN"


def _move_preposition(tree: Tree, cue: set[int], content: set[int]) -> None:
    """The preposition between a cue and its object is the cue's: "called for" + "a truce"."""
    first = min(content)
    token = tree.tokens[first]
    governs = token.tag in {"ADP", "ADV"} and token.relation in {"case", "mark", "compound:prt"}
    if first == max(cue) + 1 and governs and len(content) > 1:
        content.remove(first)
        cue.add(first)


def _around(words: set[int], head: int) -> set[int]:
    """The run of the words that holds the head; one token of something else does not break it."""
    if head not in words:
        return words
    first = last = head
    while first - 1 in words or first - 2 in words:
        first -= 1
    while last + 1 in words or last + 2 in words:
        last += 1
    return set(range(first, last + 1))


def _cue_words(tree: Tree, cue: int) -> set[int]:
    """The verb with its auxiliaries, negation and adverbs beside it; "according" with its "to"."""
    words = {cue}
    if tree.tokens[cue].text.lower() == "according":
        return {cue, cue + 1} if cue + 1 < len(tree.tokens) else words
    for child in tree.children(cue, "aux", "advmod", "compound"):
        if not tree.children(child) and tree.tokens[child].lemma.lower() not in {"as", "when", "how", "why", "where"}:
            words.add(child)
    return _around(words, cue)


def _trimmed(tree: Tree, words: set[int]) -> set[int]:
    """Without commas and stops at the ends."""
    kept = set(words)
    for end in (min, max):
        while kept and tree.tokens[end(kept)].text in _EDGE:
            kept.remove(end(kept))
    return kept


def _with_quotes(tree: Tree, words: set[int]) -> set[int]:
    """With the quotation marks that stand close against its ends, and the comma or stop inside a closing one."""
    if not words:
        return words
    tokens = tree.tokens
    first, last = min(words), max(words)
    kept = set(words)
    if first and tokens[first - 1].text in _QUOTES and tokens[first - 1].span.end == tokens[first].span.start:
        kept.add(first - 1)
    end = last
    while end + 1 < len(tokens) and tokens[end + 1].span.start == tokens[end].span.end:
        end += 1
        if tokens[end].text in _QUOTES:
            return kept | set(range(last, end + 1))
        if tokens[end].text not in _STOPS:
            break
    return kept
