"""Who speaks in "the statement said": whoever issued it, told with it or in a sentence before."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.records.analysis import Analysis
from hearsay.records.tree import Tree
from hearsay.statements.reported import Attribution
from hearsay.vocabulary.issued import ISSUED, ISSUING, SENT_BY

_SENTENCES_BACK = 5


class Issuers:
    """Finds the issuer of a statement that is itself named as the source."""

    def __init__(self, analysis: Analysis, found: Sequence[Attribution]) -> None:
        self._analysis = analysis
        self._tree = Tree(analysis.tokens)
        self._found = sorted((a for a in found if a.source is not None), key=lambda a: a.source or 0)

    def of(self, source: int) -> int | None:
        """The head of the issuer, or None where the source is no such thing or nobody is told to have issued it."""
        if not self._is_issued(source):
            return None
        return self._told_with_it(source) or self._told_before(source)

    def _is_issued(self, index: int) -> bool:
        token = self._tree.tokens[index]
        return token.tag == "NOUN" and token.lemma.lower() in ISSUED

    def _told_with_it(self, source: int) -> int | None:
        """ "A statement from the army", "the group's statement", "a statement issued by the group"."""
        tree = self._tree
        owners = tree.children(source, "nmod:poss")
        owners += [i for i in tree.children(source, "compound")[-1:] if tree.tokens[i].entity in {"ORG", "PER"}]
        owners += [i for i in tree.children(source, "nmod") if tree.case_of(i) in SENT_BY]
        for clause in tree.children(source, "acl"):
            owners += [i for i in tree.children(clause, "obl") if tree.case_of(i) in {"by", "from"}]
        verb = tree.tokens[source].head
        if verb is not None and tree.is_relation(source, "obj") and tree.tokens[verb].lemma in ISSUING:
            owners += tree.children(verb, "nsubj")
        named = [i for i in owners if tree.tokens[i].tag in {"NOUN", "PROPN", "PRON"}]
        return next((i for i in named if tree.tokens[i].entity is not None), next(iter(named), None))

    def _told_before(self, source: int) -> int | None:
        """The last one told to speak in a sentence that has the same word: "In a statement, the army said"."""
        tree = self._tree
        told = tree.tokens[source].text.lower()
        sentences = self._analysis.sentences
        here = next(n for n, s in enumerate(sentences) if s.first <= source < s.last)
        for sentence in reversed(sentences[max(0, here - _SENTENCES_BACK) : here]):
            inside = range(sentence.first, sentence.last)
            spots = [i for i in inside if tree.tokens[i].text.lower() == told and self._is_issued(i)]
            if not spots:
                continue
            issuers = [self._told_with_it(i) for i in spots]
            speakers = [a.source for a in self._found if sentence.first <= (a.source or 0) < sentence.last]
            speakers = [i for i in speakers if i is not None and not self._is_issued(i)]
            found = next((i for i in issuers if i is not None), next(iter(speakers), None))
            if found is not None:
                return found
        return None
