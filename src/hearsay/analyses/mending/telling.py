"""What happened: clauses that tell of an event and that parsers hang on whoever it befell or who did it."""

from __future__ import annotations

from dataclasses import replace

from hearsay.analyses.mending.forest import NOMINAL, Forest
from hearsay.records.analysis import Sentence
from hearsay.vocabulary.cues import cue

_BELIEVED = frozenset({"believe", "think", "suspect", "presume", "know", "say", "allege", "understand"})
_SHARES = frozenset({"part", "role", "hand", "involvement", "complicity"})
_HURT = {
    **{word: word for word in ("dead", "wounded", "injured", "missing")},
    "casualties": "casualty",
    "victims": "victim",
    "fatalities": "fatality",
}


class Telling:
    """The rules of this module over one forest."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.tokens = forest.tokens

    def passing_belief(self, verb: int, sentence: Sentence) -> None:
        """ "Fighters believed to be rebels burned a hamlet": "believed" tells of the fighters, "burned" is what is
        said; parsers take the first for the verb of the sentence and the second for its clause."""
        token = self.tokens[verb]
        if token.lemma not in _BELIEVED or verb + 1 >= sentence.last or self.tokens[verb + 1].text.lower() != "to":
            return
        subjects = self.forest.children(verb, sentence, "nsubj")
        if len(subjects) != 1 or subjects[0] > verb or self.forest.children(verb, sentence, "aux", "mark", "cop"):
            return
        clauses = [
            i
            for i in self.forest.children(verb, sentence, "ccomp", "conj", "parataxis", "advcl", "xcomp")
            if i > verb + 2
        ]
        clauses = [
            i
            for i in clauses
            if self.tokens[i].tag == "VERB"
            and not self.tokens[i].text.lower().endswith("ing")
            and not self.forest.children(i, sentence, "nsubj", "mark", "cc")
        ]
        taken = self.forest.children(verb, sentence, "xcomp", "ccomp")
        if not clauses or not any(i < clauses[0] for i in taken):
            return
        told = clauses[0]
        self.forest.attach(told, token.head, token.relation)
        for child in self.forest.children(verb, sentence):
            if child > told or self.tokens[child].relation == "punct":
                self.forest.attach(child, told, self.tokens[child].relation)
        self.forest.attach(subjects[0], told, "nsubj")
        self.forest.attach(verb, subjects[0], "acl")

    def deed_of_the_pursued(self, verb: int, sentence: Sentence) -> None:
        """ "Soldiers were pursuing rebels who attacked a village and killed ten": what stands beside "were pursuing"
        in the simple past goes on from "attacked"."""
        head = self.tokens[verb].head
        if head is None or self.tokens[verb].relation != "conj" or self.tokens[head].tag != "VERB":
            return
        going_on = self.tokens[head].text.lower().endswith("ing") and bool(self.forest.children(head, sentence, "aux"))
        own = self.forest.children(verb, sentence, "nsubj", "aux", "mark")
        if not going_on or own or self.tokens[verb].text.lower().endswith("ing"):
            return
        for pursued in self.forest.children(head, sentence, "obj"):
            for clause in self.forest.children(pursued, sentence, "acl"):
                told = self.tokens[clause]
                past = told.tag == "VERB" and not self.forest.children(clause, sentence, "aux")
                if past and head < clause < verb and not told.text.lower().endswith("ing"):
                    self.forest.attach(verb, clause, "conj")
                    return

    def part_in(self, verb: int, sentence: Sentence) -> None:
        """ "Denied any part in the attack": the part is in the attack, not the denial."""
        for part in self.forest.children(verb, sentence, "obj"):
            if self.tokens[part].lemma not in _SHARES:
                continue
            for event in self.forest.children(verb, sentence, "obl"):
                cases = [
                    i for i in self.forest.children(event, sentence, "case") if self.tokens[i].text.lower() == "in"
                ]
                if cases and cases[0] == part + 1:
                    self.forest.attach(event, part, "nmod")

    def no_relative_clause(self, verb: int, sentence: Sentence) -> None:
        """ "Two soldiers, three children were killed": nothing opens a relative clause, so this is the sentence."""
        token = self.tokens[verb]
        noun = token.head
        if token.relation != "acl:relcl" or noun is None or self.tokens[noun].head is not None or noun > verb:
            return
        auxiliaries = self.forest.children(verb, sentence, "aux")
        opened = any(self.tokens[i].tag in {"PRON", "SCONJ"} for i in range(noun + 1, verb))
        if not auxiliaries or opened or self.forest.children(verb, sentence, "nsubj"):
            return
        passive = any(self.tokens[i].relation == "aux:pass" for i in auxiliaries)
        self.tokens[verb] = replace(token, head=None, relation="root")
        self.forest.attach(noun, verb, "nsubj:pass" if passive else "nsubj")

    def numbering(self, verb: int, sentence: Sentence) -> None:
        """ "The dead now number 70, X told the paper": "number" is a verb, X is who says so, and 70 is how many."""
        at = verb - 1
        while at > sentence.first and self.tokens[at].tag == "ADV":
            at -= 1
        number = verb + 1
        while number < sentence.last and self.tokens[number].tag in {"ADV", "ADP"}:
            number += 1
        word = self.tokens[at].text.lower()
        hurt = word in _HURT and at > sentence.first and self.tokens[at - 1].tag == "DET"
        if not hurt or number >= sentence.last or self.tokens[number].tag != "NUM":
            return
        said = self._cue_behind(number, sentence)
        head, relation = (None, "root") if said is None else (said, "ccomp")
        outside = {verb, at, number}
        for index in (verb, at, number):
            for child in self.forest.children(index, sentence):
                if child not in outside and child < number:
                    self.forest.attach(child, at if child < at else verb if child < number else number, self._as(child))
        self.tokens[verb] = replace(self.tokens[verb], tag="VERB", lemma="number", head=head, relation=relation)
        self.tokens[at] = replace(self.tokens[at], tag="NOUN", lemma=_HURT[word], head=verb, relation="nsubj")
        self.forest.attach(number, verb, "obj")
        if said is not None:
            self._hand_over(number, said, sentence)

    def _as(self, child: int) -> str:
        return "det" if self.tokens[child].tag == "DET" else "advmod"

    def _cue_behind(self, number: int, sentence: Sentence) -> int | None:
        """The verb of saying behind a comma: "12, the mayor said"."""
        if number + 1 >= sentence.last or self.tokens[number + 1].text != ",":
            return None
        for index in range(number + 2, sentence.last):
            token = self.tokens[index]
            word = cue(token.lemma, "VERB") if token.tag == "VERB" and token.relation != "acl:relcl" else None
            if word is not None and word.force in {"say", "claim"}:
                return index
        return None

    def _hand_over(self, number: int, said: int, sentence: Sentence) -> None:
        """Whoever stands before the verb of saying speaks; the verb becomes what its sentence says."""
        self.forest.attach(said, None, "root")
        named = [i for i in range(number + 2, said) if self.tokens[i].tag in NOMINAL]
        speaker = next((i for i in named if self.tokens[i].head not in range(number + 2, said)), None)
        if speaker is not None:
            self.forest.attach(speaker, said, "nsubj")
        for index in range(sentence.first, sentence.last):
            if self.tokens[index].relation == "punct" and self.tokens[index].head in range(sentence.first, number + 1):
                self.forest.attach(index, said, "punct")
