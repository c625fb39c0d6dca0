"""Names that the tagger cuts, or begins too early, made whole by what they are made of.

A name of several words has joints that a tagger without the name in its memory comes apart at: the "-e-" of
"Jaish-e-X", the "of the" of "Sons of the Y". Each rule knows one joint by its shape, and no name.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from hearsay.records.analysis import Sentence, Token
from hearsay.vocabulary.nouns import actor_noun, is_collective, person_role

_IZAFAT = frozenset({"e", "i"})  # "X-e-Y", X of Y: bodies are named so, and no person
_LINKS = _IZAFAT | {"ul", "ud", "us", "al", "el"}


def whole_names(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """The tokens with the entities that the rules of this module put right."""
    names = _Names(tokens)
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            if tokens[index].text == "-":
                names.joined_by_link(index, sentence)
            elif tokens[index].text == "of":
                names.of_what(index, sentence)
            elif tokens[index].entity == "PER" and tokens[index].text.islower():
                names.occupation_before(index, sentence)
    return tuple(names.tokens)


class _Names:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)

    def _call(self, first: int, last: int, entity: str) -> None:
        for index in range(first, last):
            self.tokens[index] = replace(self.tokens[index], entity=entity)

    def joined_by_link(self, mark: int, sentence: Sentence) -> None:
        """ "Harkat-e-Noor": what a short word ties between two hyphens is one name, tagged in whichever part."""
        first, last = mark - 1, mark + 4
        if first < sentence.first or last > sentence.last:
            return
        name = self.tokens[first:last]
        touching = all(a.span.end == b.span.start for a, b in pairwise(name))
        capitals = name[0].text[:1].isupper() and name[4].text[:1].isupper()
        if not touching or not capitals or name[3].text != "-" or name[2].text.lower() not in _LINKS:
            return
        found = next((token.entity for token in (name[0], name[4]) if token.entity), None)
        if found is not None:
            self._call(first, last, "ORG" if name[2].text.lower() in _IZAFAT and found == "PER" else found)

    def of_what(self, of: int, sentence: Sentence) -> None:
        """ "Wolves of the Northern Plain": an organisation named for many, and what they are of, is one name.

        A plural that is no word for persons may be a people's or a group's own name: "the X of Pakistan" are the X
        that are there.
        """
        head = of - 1
        start = of + 2 if of + 1 < sentence.last and self.tokens[of + 1].text == "the" else of + 1
        end = start
        while end < sentence.last and self._is_part(end):
            end += 1
        if head < sentence.first or end == start or self.tokens[head].entity != "ORG":
            return
        word = self.tokens[head].text
        cut = self.tokens[of].entity == "ORG"
        many = word.istitle() and word.endswith("s") and (head == sentence.first or not self._is_part(head - 1))
        somewhere = any(self.tokens[i].entity == "LOC" for i in range(start, end))
        if cut or (many and (not somewhere or _is_persons(word))):
            self._call(of, end, "ORG")

    def _is_part(self, index: int) -> bool:
        token = self.tokens[index]
        return token.text.istitle() and token.text.isalpha() and token.tag in {"PROPN", "NOUN", "ADJ"}

    def occupation_before(self, index: int, sentence: Sentence) -> None:
        """ "Herder Alim Danjuma" with a small "herder": what somebody is stands before the name, not in it."""
        lemma = self.tokens[index].lemma.lower()
        opens = index == sentence.first or self.tokens[index - 1].entity != "PER"
        named = index + 1 < sentence.last and self.tokens[index + 1].entity == "PER"
        if opens and named and self.tokens[index + 1].text.istitle() and _is_persons(lemma):
            self.tokens[index] = replace(self.tokens[index], entity=None)


def _is_persons(word: str) -> bool:
    lemma = word.lower()
    return not is_collective(lemma) and (actor_noun(lemma) is not None or person_role(lemma) is not None)
