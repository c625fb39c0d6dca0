"""Doers known by their deed alone: "gunmen", "unidentified armed men", "two youths on a motorcycle".

They answer the question who did it with "those who did it". That is what coders write down where a report names
nobody, so they are listed with their words, under whoever tells of them. They are never taken for a group that is
named elsewhere, and they stand behind every word that names or describes somebody: where the same speaker does, or,
for what the report says in its own voice, anybody.
"""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.incidents.described import Said
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.frame import Filler
from hearsay.records.incident import Stance
from hearsay.records.tree import Tree
from hearsay.vocabulary.described import ANYBODY, ATTACKERS, PERSONS, UNKNOWN, one_of, tells_of_side

_TOLD_OF = ATTACKERS | ANYBODY
_BY_DEED = _TOLD_OF | PERSONS | frozenset("suspect driver victim casualty two three four".split())
_COUNTING = frozenset({"group", "gang", "band", "number", "pair", "couple", "dozen", "score", "handful", "team"})
_SEVERAL_GROUPS = frozenset({"groups", "factions", "organisations", "organizations", "outfits", "sides"})
_OTHER = frozenset({"another", "other", "unknown", "unidentified", "different"})
_OF_OTHERS = frozenset({Stance.REPORTED, Stance.ACCUSED, Stance.SUSPECTED})


_BARE = 10  # characters: "attackers" tells less than "men on a motorbike"


class Unnamed:
    """Tells who of one analysis is known by the deed alone."""

    def __init__(self, analysis: Analysis, tree: Tree) -> None:
        self._tree = tree
        self._named = frozenset(m.actor for m in analysis.mentions if m.form is MentionForm.NAME)
        self._words = _descriptions(analysis, tree)
        self._nobodies = {a for a, w in self._words.items() if a not in self._named and w <= _BY_DEED}

    def is_nobody(self, actor: str) -> bool:
        """True for an actor of whom the report tells no more anywhere."""
        return actor in self._nobodies

    def is_by_deed(self, filler: Filler) -> bool:
        """True for those known by their deed alone; "the gunmen" are nobody even where the report told before whom
        they are taken for."""
        if filler.reference in self._nobodies:
            return True
        return filler.reference not in self._named and self._tells_no_side(filler.head)

    def is_told(self, filler: Filler, stance: Stance) -> bool:
        """True for a doer to be listed: "gunmen", "masked men", "unknown persons"; not "people", nor "two", and nobody
        whom the report takes for somebody elsewhere. Nameless attackers neither claim nor deny."""
        if filler.reference not in self._nobodies or stance not in _OF_OTHERS:
            return False
        words = self._words[filler.reference]
        before = {w.lower() for w in self._before(_counted(self._tree, filler.head))}
        return bool(words & _TOLD_OF) or (bool(words & PERSONS) and bool(before & UNKNOWN))

    def _tells_no_side(self, head: int) -> bool:
        """True for "gunmen", "the attackers", with nothing that tells their side or whom they are taken for."""
        at = _counted(self._tree, head)
        if self._tree.tokens[at].tag == "PRON" or self._tree.children(head, "acl", "appos"):
            return False
        by_deed = one_of(self._tree.tokens[at].lemma.lower()) in _BY_DEED
        return by_deed and not any(tells_of_side(word) for word in self._before(at))

    def _before(self, head: int) -> list[str]:
        return [self._tree.tokens[i].text for i in self._tree.children(head, "amod", "compound")]


def beside(unnamed: Sequence[Said], said: Sequence[Said], tree: Tree) -> list[Said]:
    """Those of the words on unnamed doers that stand beside the others: one a speaker. "The bomber" is somebody told of
    before, so whoever anybody names."""
    telling = {word.speaker for word in said if word.stance is not Stance.DENIED}
    kept: dict[str, Said] = {}
    for word in sorted(unnamed, key=lambda w: (w.titled, len(w.filler.span) <= _BARE)):
        own_voice = len(word.statement.speakers) == 1 or _is_told_before(tree, word.filler.head)
        if not (telling if own_voice else word.speaker in telling):
            kept.setdefault(word.speaker, word)
    return list(kept.values())


def _is_told_before(tree: Tree, head: int) -> bool:
    """True for "the gunmen", "these men" and "they"."""
    articles = {tree.tokens[i].lemma.lower() for i in tree.children(_counted(tree, head), "det")}
    return tree.tokens[head].tag == "PRON" or bool(articles & {"the", "these", "this", "that", "those"})


def _descriptions(analysis: Analysis, tree: Tree) -> dict[str, set[str]]:
    """The nouns that describe each actor; where what stands before one tells of a side, that."""
    described: dict[str, set[str]] = {}
    for mention in analysis.mentions:
        if mention.form is MentionForm.NOMINAL:
            token = tree.tokens[_counted(tree, mention.head)]
            apart = {tree.tokens[i].lemma.lower() for i in tree.children(mention.head, "det", "amod")} & _OTHER
            several = token.text.lower() in _SEVERAL_GROUPS or (token.lemma == "group" and bool(apart))
            word = "two" if several else one_of(token.lemma.lower())
            before = tree.children(mention.head, "amod", "compound")
            if not several:
                word = next((w for i in before if (w := tree.tokens[i].text) and tells_of_side(w)), word)
            described.setdefault(mention.actor, set()).add(word)
    return described


def _counted(tree: Tree, head: int) -> int:
    """ "Gunmen" of "a group of ten gunmen"."""
    below = [i for i in tree.children(head, "nmod") if tree.case_of(i) == "of"]
    return below[0] if below and tree.tokens[head].lemma.lower() in _COUNTING else head
