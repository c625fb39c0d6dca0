"""Reporting clauses set between commas or quotation marks: "S, X said", "S, said X, T".

What they report is the rest of the sentence, whatever the parser hangs on what; so this is read from the punctuation.
"""

from __future__ import annotations

from hearsay.records.analysis import Sentence
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import Cue, cue

_FORCES = frozenset({"say", "claim", "think", "ask", "promise", "accuse"})
CLOSERS = frozenset("\"”’»'") | {"''"}
_BEFORE = frozenset({",", "?", "!", "—", "–", "--", "-", "...", "…"}) | CLOSERS
_OPENERS = frozenset("\"“„«‘'") | {"``", "''"}
_ENDS = frozenset({".", "!", "?", ";", "…"})
_OWN = ("aux", "advmod", "obl", "iobj", "nsubj", "nmod", "compound:prt", "expl")


def rest_of_sentence(tree: Tree, sentence: Sentence, verb: int, word: Cue, source: int | None) -> set[int]:
    """The tokens that a reporting clause interrupts or closes; nothing where it is no such clause."""
    if word.force not in _FORCES or source is None or tree.children(verb, "mark"):
        return set()
    if not sentence.first <= source < sentence.last or _reports_to_the_right(tree, sentence, verb):
        return set()
    first, last = _clause(tree, sentence, verb, source)
    left, right = first - 1, last + 1
    if left <= sentence.first or not _parts(tree, left):
        return set()
    said = set(range(sentence.first, left + 1))
    if not _speaks(tree, said):
        return set()
    after = tree.tokens[right].text if right < sentence.last else "."
    quoted = tree.tokens[left].text in CLOSERS or tree.tokens[left - 1].text in CLOSERS
    opens = right + 1 < sentence.last and tree.tokens[right + 1].text in _OPENERS
    if quoted and not (after in {",", ":"} and opens):
        return said  # behind “S”, what follows the clause is not said unless it is quoted too
    if after == "," and right + 1 < sentence.last:
        return _with_right(tree, sentence, verb, said, right)
    return said if after in _ENDS or after in _OPENERS else set()


def quotation_behind(tree: Tree, sentence: Sentence, verb: int, word: Cue) -> set[int]:
    """The quotation of "X told Y: “S”", marks included; nothing where none follows at once."""
    if word.force not in _FORCES:
        return set()
    start = verb + 1
    while start < sentence.last and tree.tokens[start].tag not in {"VERB", "AUX", "SCONJ"}:
        if tree.tokens[start].text in {":", ","} and _opens(tree, start + 1, sentence):
            break
        start += 1
    start += 1
    if not _opens(tree, start, sentence) or tree.tokens[start - 1].text not in {":", ","}:
        return set()
    end = start + 1
    while end < sentence.last and not _closes(tree, end):
        end += 1
    return set(range(start, min(end + 1, sentence.last)))


def _opens(tree: Tree, index: int, sentence: Sentence) -> bool:
    """True for an opening quotation mark: one that stands close to the next word and not to the last."""
    if index + 1 >= sentence.last or tree.tokens[index].text not in _OPENERS:
        return False
    token = tree.tokens[index]
    return tree.tokens[index + 1].span.start == token.span.end and tree.tokens[index - 1].span.end < token.span.start


def _closes(tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.text in CLOSERS - {"'", "’"} and tree.tokens[index - 1].span.end == token.span.start


def around_according(tree: Tree, sentence: Sentence, index: int, source: int) -> set[int]:
    """What "according to X" reports where it opens or closes its sentence, or stands between two commas."""
    words = {index, index + 1, *tree.subtree(source)}
    first, last = index, index
    while last + 1 < sentence.last and (last + 1 in words or _goes_on(tree, words, last + 1)):
        last += 1
    while tree.tokens[last].tag == "PUNCT":
        last -= 1
    rest = range(last + 1, sentence.last)
    closes = not any(tree.tokens[i].tag in {"VERB", "AUX"} for i in rest) or tree.tokens[last + 1].text in _ENDS
    if first == sentence.first and not closes and tree.tokens[last + 1].text == ",":
        return set(range(last + 1, sentence.last))
    joined = first > sentence.first and tree.tokens[first - 1].tag == "CCONJ"
    if joined and not closes and tree.tokens[last + 1].text == ",":
        return set(range(last + 2, sentence.last))  # "S, and according to X, T": only T
    if first > sentence.first and _parts(tree, first - 1):
        said = set(range(sentence.first, first))
        if closes:
            return said
        if tree.tokens[last + 1].text == "," and not tree.tokens[last + 2].text.lower().startswith("wh"):
            return said | set(range(last + 1, sentence.last))
    return set()


def _parts(tree: Tree, index: int) -> bool:
    """True for a mark that parts what is said from who says it; a quotation mark only where it closes."""
    token = tree.tokens[index]
    if token.text in CLOSERS:
        return index > 0 and tree.tokens[index - 1].span.end == token.span.start
    return token.text in _BEFORE


def _with_right(tree: Tree, sentence: Sentence, verb: int, said: set[int], right: int) -> set[int]:
    """Adds what comes behind the clause, unless it is what else the speaker did or said ("said, adding that T")."""
    behind = [i for i in range(right + 1, sentence.last) if tree.tokens[i].tag != "PUNCT"]
    if not behind:
        return said
    opening = tree.tokens[right + 1]
    if opening.text in _OPENERS and not any(tree.tokens[i].text in _BEFORE - {","} for i in said):
        return set(range(right + 1, sentence.last))  # "In a speech, he said, “T”": only the quotation is said
    own = {i for child in tree.children(verb, "advcl", "conj") if child > right for i in tree.subtree(child)}
    if behind[0] in own:
        return said
    return said | {i for i in range(right, sentence.last) if i not in own}


def _clause(tree: Tree, sentence: Sentence, verb: int, source: int) -> tuple[int, int]:
    """The first and last token of the reporting clause: the cue with its subject, auxiliaries and adverbials."""
    words = {verb, source}
    for child in tree.children(verb, *_OWN):
        words |= set(tree.subtree(child)) if child != source else set()
    words |= {
        i
        for i in tree.subtree(source)
        if verb not in {i, *tree.ancestors(i)} or i < verb or tree.is_relation(source, "nsubj")
    }
    first = last = verb
    while first - 1 >= sentence.first and (first - 1 in words or _bridges(tree, words, first - 1, -1)):
        first -= 1
    while last + 1 < sentence.last and (last + 1 in words or _goes_on(tree, words, last + 1)):
        last += 1
    while last > verb and tree.tokens[last].tag == "PUNCT":
        last -= 1
    while first < verb and tree.tokens[first].tag == "PUNCT":
        first += 1
    return first, last


def _goes_on(tree: Tree, words: set[int], index: int) -> bool:
    """True for a comma inside the phrase, and for a name that touches it."""
    return _bridges(tree, words, index, 1) or (
        tree.tokens[index].tag == "PROPN" and tree.tokens[index - 1].tag != "PUNCT"
    )


def _bridges(tree: Tree, words: set[int], index: int, step: int) -> bool:
    """A comma inside the phrase: "said John Smith, a spokesman"."""
    return tree.tokens[index].tag == "PUNCT" and index + step in words and tree.tokens[index].text not in _OPENERS


def _reports_to_the_right(tree: Tree, sentence: Sentence, verb: int) -> bool:
    """True for "said that S", and for "said S" with no comma between."""
    for child in tree.children(verb, "ccomp", "xcomp"):
        if child > verb and not any(
            tree.tokens[i].text in {",", ":"} for i in range(verb, min(tree.subtree(child)) + 1)
        ):
            return True
    return False


def _speaks(tree: Tree, said: set[int]) -> bool:
    """True when the words hold a clause: "On Monday, X said." reports nothing."""
    verbs = [tree.tokens[i] for i in said if tree.tokens[i].tag == "VERB"]
    told = not verbs or not all(cue(verb.lemma, verb.tag) for verb in verbs)
    return told and any(tree.tokens[i].tag in {"VERB", "AUX"} for i in said)
