"""Names of several words, and words joined by hyphens, that parsers cut or take for common ones."""

from __future__ import annotations

from dataclasses import replace

from hearsay.analyses.mending.forest import Forest
from hearsay.records.analysis import Sentence

_JOINED = frozenset("led backed allied aligned run held controlled linked inspired based".split())


class Naming:
    """The rules of this module over one forest."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.tokens = forest.tokens

    def joined_by_hyphen(self, mark: int, sentence: Sentence) -> None:
        """ "French-led air strikes": the strikes are led by the French, and not French themselves."""
        before, behind = mark - 1, mark + 1
        if before < sentence.first or behind >= sentence.last or self.tokens[behind].text not in _JOINED:
            return
        touching = self.tokens[before].span.end == self.tokens[mark].span.start
        same = self.tokens[before].head is not None and self.tokens[before].head == self.tokens[behind].head
        if touching and same and self.tokens[mark].span.end == self.tokens[behind].span.start:
            self.forest.attach(before, behind, self.tokens[before].relation)

    def body_of_many_words(self, last: int, sentence: Sentence) -> None:
        """ "Part of the Northern Dawn Front rebel group": capitals before "Front" are its name, known or not."""
        first = last
        while (
            first - 1 > sentence.first
            and self.tokens[first - 1].text.istitle()
            and self.tokens[first - 1].text.isalpha()
        ):
            first -= 1
        own = self.tokens[first : last + 1]
        others = [token.text for token in self.tokens[sentence.first : sentence.last] if token.text.isalpha()]
        plain = sum(text.islower() for text in others) * 2 > len(others)  # no headline in capitals
        if last - first < 1 or not plain or own[-1].entity is not None:
            return
        for index in range(first, last + 1):
            self.tokens[index] = replace(self.tokens[index], tag="PROPN", lemma=self.tokens[index].text, entity="ORG")

    def surname(self, index: int, sentence: Sentence) -> None:
        """ "Tall put the toll at 69", of Oumar Tall: a surname that is a word as well is a name where it acts alone."""
        token = self.tokens[index]
        acts = token.relation.split(":")[0] in {"nsubj", "obj", "iobj"} or token.relation == "nmod:poss"
        if (
            token.entity is None
            and acts
            and not self.forest.children(index, sentence, "det", "amod", "nummod", "compound")
        ):
            self.tokens[index] = replace(token, tag="PROPN", lemma=token.text, entity="PER")
