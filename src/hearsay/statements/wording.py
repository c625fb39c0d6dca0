"""The words of an attribution by part: the whole source phrase, cue and content, as an annotator would mark them."""

from __future__ import annotations

from dataclasses import dataclass

from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.statements.reporting import CHARACTERISING

_QUOTES = frozenset("\"“”„«»‘’'`") | {"''", "``"}
_STOPS = frozenset({",", ".", "?", "!", "...", "…"})
CHANNELS = frozenset(
    """statement interview tweet speech letter message memo post remark email e-mail video briefing conference call
    telephone phone twitter facebook telegram television radio report testimony column article address""".split()
)
"""Nouns of what something is said through: "said in a phone interview"."""
_LONGEST_ADVERBIAL = 6  # tokens
_LONGEST_BRACKET = 9  # tokens
_FARTHEST = 5  # tokens between a verb and the infinitive below it
_NOMINAL = frozenset({"PROPN", "NOUN", "ADJ", "DET", "NUM", "PART"})
_LEADING = frozenset(
    "det amod compound nmod nmod:desc nmod:poss nmod:unmarked flat nummod case punct nsubj appos advmod".split()
)
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
        top = _whole(tree, attribution.source, cue | content)
        source = _source_words(tree, top, attribution.cue_token) - content - cue
        source = _name_whole(tree, _around(tree, source, attribution.source), cue | content)
    if cue and content:
        _move_preposition(tree, cue, content)
    source = _with_closing_comma(tree, _trimmed(tree, source), cue)
    return Wording(source=frozenset(source), cue=frozenset(cue - source), content=frozenset(content))


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
            if tree.tokens[child].relation == "acl" and _is_set_off(tree, child):
                continue  # "the mayor, speaking on television, said"
            stack.append(child)
    return words


def _is_set_off(tree: Tree, clause: int) -> bool:
    first = tree.subtree(clause)[0]
    return tree.tokens[first].text == "," or (first > 0 and tree.tokens[first - 1].text == ",")


def _whole(tree: Tree, source: int, others: set[int]) -> int:
    """The head of the phrase that a name is the end of: "spokeswoman" of "Valley spokeswoman Maria Lopez"."""
    top = source
    while tree.is_relation(top, "flat", "appos", "compound", "nmod:desc", "nmod:unmarked"):
        head = tree.tokens[top].head
        if head is None or head in others or abs(head - top) > _FARTHEST:
            break
        between = range(min(head, top) + 1, max(head, top))
        if any(tree.tokens[i].tag not in _NOMINAL or i in others for i in between):
            break
        top = head
    return top


def _name_whole(tree: Tree, words: set[int], others: set[int]) -> set[int]:
    """With the names that touch the phrase, whatever the parser hangs them on: "spokesman" + "Juan Mora"."""
    kept = set(words)
    while kept and max(kept) + 1 < len(tree.tokens) and _joins(tree, max(kept) + 1, others):
        kept.add(max(kept) + 1)
    while kept and min(kept) > 0 and _leads(tree, min(kept) - 1, others):
        kept.add(min(kept) - 1)
    while kept and tree.tokens[min(kept)].text == "-":
        kept.remove(min(kept))
    return kept


def _joins(tree: Tree, index: int, others: set[int]) -> bool:
    return index not in others and tree.tokens[index].tag == "PROPN" and _in_one_sentence(tree, index, index - 1)


def _leads(tree: Tree, index: int, others: set[int]) -> bool:
    """True for a word right before a phrase that can only be its beginning: the "valley" of "valley spokeswoman Ana
    Mora", whatever the parser hangs it on; not for a time that stands there ("On Monday officials said")."""
    token = tree.tokens[index]
    if index in others or token.relation not in _LEADING or not _in_one_sentence(tree, index, index + 1):
        return False
    return token.tag in _NOMINAL or token.text == "-"


def _in_one_sentence(tree: Tree, one: int, other: int) -> bool:
    """False for the last word of a headline and the first below it: they hang on different roots."""
    tops = [next(reversed([i, *tree.ancestors(i)])) for i in (one, other)]
    return tops[0] == tops[1]


def _move_preposition(tree: Tree, cue: set[int], content: set[int]) -> None:
    """The preposition between a cue and its object is the cue's, with whom it names: "called for" + "a truce",
    "accused him of" + "treason"."""
    first, last = min(content), max(cue)
    if first <= last:
        return
    if last + 2 == first and _governs(tree, last + 1):
        cue.add(last + 1)
        return
    between = set(range(last + 1, first))
    named = {i for verb in cue for child in tree.children(verb, "obj", "iobj") for i in tree.subtree(child)}
    if _governs(tree, first) and len(content) > 1 and between <= named and len(between) <= _FARTHEST:
        content.remove(first)
        cue.update(between, {first})


def _governs(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return (
        token.tag in {"ADP", "ADV", "SCONJ"}
        and token.relation in {"case", "mark", "compound:prt"}
        and (token.tag != "SCONJ" or token.text.lower() in {"of", "for", "as", "about"})
    )


def _around(tree: Tree, words: set[int], head: int) -> set[int]:
    """The run of the words that holds the head; one token of something else does not break it."""
    if head not in words:
        return words
    first = last = head
    while first - 1 in words or first - 2 in words:
        first -= 1
    while True:
        closing = _closing(tree, last + 1)
        if closing is not None:
            last = closing
        elif last + 1 in words or last + 2 in words:
            last += 1
        else:
            return set(range(first, last + 1))


def _closing(tree: Tree, index: int) -> int | None:
    """The closing bracket of what opens at a token: the party and state behind a name."""
    if index >= len(tree.tokens) or tree.tokens[index].text != "(":
        return None
    behind = range(index + 1, min(index + _LONGEST_BRACKET, len(tree.tokens)))
    return next((i for i in behind if tree.tokens[i].text == ")"), None)


def _cue_words(tree: Tree, cue: int) -> set[int]:
    """The verb with its auxiliaries, negation and adverbs, what it hangs on ("refused to say", "went on to tell") and
    when and through what it was said ("said Monday", "said in an interview"); "according" with its "to"."""
    words = {cue}
    if tree.tokens[cue].text.lower() == "according":
        return {cue, cue + 1} if cue + 1 < len(tree.tokens) else words
    words |= _beside(tree, cue)
    words = _around(tree, words, cue)
    words |= _behind(tree, cue, words)
    return words | _raised(tree, cue, words)


def _beside(tree: Tree, verb: int) -> set[int]:
    """The auxiliaries, particles and bare adverbs of a verb."""
    below = [i for i in tree.children(verb, "aux", "advmod", "compound") if not tree.children(i)]
    return {i for i in below if tree.tokens[i].lemma.lower() not in {"as", "when", "how", "why", "where"}}


def _behind(tree: Tree, cue: int, words: set[int]) -> set[int]:
    """The time and the channel right behind a cue, and the colon that ends it."""
    kept: set[int] = set()
    last = max(words)
    for child in tree.children(cue, "obl", "nmod"):
        phrase = tree.subtree(child)
        short = len(phrase) <= _LONGEST_ADVERBIAL and phrase[-1] - phrase[0] + 1 == len(phrase)
        through = tree.case_of(child) in {"in", "on", "by", "during"} and tree.tokens[child].lemma.lower() in CHANNELS
        if phrase[0] == last + 1 and short and (through or tree.case_of(child) is None):
            kept |= set(phrase)
            last = phrase[-1]
    if last + 1 < len(tree.tokens) and tree.tokens[last + 1].text == ":":
        kept.add(last + 1)
    return kept


def _raised(tree: Tree, cue: int, words: set[int]) -> set[int]:
    """The verbs over an infinitive cue and all between: "has yet to explain", "could not resist pointing out"."""
    top = cue
    while tree.is_relation(top, "xcomp") and (head := tree.tokens[top].head) is not None:
        if head > top or top - head > _FARTHEST or tree.tokens[head].tag not in {"VERB", "ADJ"}:
            break
        if any(head < i < top for i in (*tree.children(head, "obj", "nsubj", "iobj"), *tree.children(top, "nsubj"))):
            break
        top = head
    if top == cue:
        return {i for i in tree.children(cue, "mark") if tree.tokens[i].text.lower() == "to" and i == min(words) - 1}
    return _around(tree, set(range(top, cue)) | _beside(tree, top), top)


def _with_closing_comma(tree: Tree, source: set[int], cue: set[int]) -> set[int]:
    """With the comma that closes an apposition: "Ari Menka, the mayor," + "said"."""
    if not source or max(source) + 2 not in cue or tree.tokens[max(source) + 1].text != ",":
        return source
    mark = tree.tokens[max(source) + 1].text
    opened = any(tree.tokens[i].text == mark for i in source)
    return source | {max(source) + 1} if opened else source


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
