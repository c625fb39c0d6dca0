"""Who speaks and who is charged: subjects and clauses of verbs of saying that parsers hang elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from hearsay.analyses.mending.forest import NOMINAL, Forest
from hearsay.records.analysis import Sentence
from hearsay.vocabulary.communities import community
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.nouns import actor_noun, person_role

_CHARGING = frozenset("accuse suspect convict acquit charge blame condemn denounce criticise criticize".split())
_CLOSING = frozenset({'"', "”", "’’", "''", "»"})
_RELATIVE = frozenset({"who", "which"})
_LOOSE_IN = ("nsubj", "conj", "obj", "appos", "nmod", "obl", "dep", "list")


class Speaking:
    """The rules of this module over one forest."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.tokens = forest.tokens

    def subject_behind(self, verb: int, sentence: Sentence) -> None:
        """ "We believe that the forces are behind it": a subject behind "that" is its clause's, not the verb's."""
        clauses = [i for i in self.forest.children(verb, sentence, "ccomp") if i > verb]
        for subject in self.forest.children(verb, sentence, "nsubj"):
            if subject < verb or not clauses or subject > clauses[0]:
                continue
            between = [self.tokens[i].text.lower() for i in range(verb + 1, subject)]
            if "that" in between and not self.forest.children(clauses[0], sentence, "nsubj"):
                self.forest.attach(subject, clauses[0], "nsubj")

    def two_speakers(self, verb: int, sentence: Sentence) -> None:
        """ "..., killing ten villagers, the army and a priest said": the army speaks too, and is nobody's object."""
        word = cue(self.tokens[verb].lemma, "VERB")
        if word is None or word.force not in {"say", "claim", "accuse", "deny"}:
            return
        subjects = [i for i in self.forest.children(verb, sentence, "nsubj") if i < verb]
        if len(subjects) == 2 and self.forest.children(subjects[1], sentence, "cc"):
            self.forest.attach(subjects[1], subjects[0], "conj")
            return
        second = next(iter(subjects), None)
        second = self._before(verb, sentence) if second is None else second
        if second is None:
            return
        start = self.forest.start(second, sentence)
        if start - 2 < sentence.first or self.tokens[start - 1].text.lower() != "and":
            return
        first = self.forest.top(start - 2, sentence)
        opening = self.forest.start(first, sentence)
        comma = opening > sentence.first and self.tokens[opening - 1].text == ","
        loose = self.tokens[first].relation.split(":")[0] in _LOOSE_IN
        spoken = self.forest.hangs_below(first, verb) and self.tokens[first].head == verb
        cased = self.forest.children(first, sentence, "case", "mark", "cop")
        prepositional = any(
            self.tokens[i].relation == "case"
            and i >= opening
            and self.tokens[i].text != "’s"
            and self.tokens[i].text != "'s"
            for i in cased
        )
        if not comma or not loose or spoken or prepositional or self.tokens[first].tag not in NOMINAL:
            return
        if self.forest.hangs_below(verb, first):
            return
        self.forest.attach(first, verb, "nsubj")
        self.forest.attach(second, first, "conj")

    def subject_of_what_is_said(self, verb: int, sentence: Sentence) -> None:
        """ "But two officials, who asked not to be named, said ten people were killed": the officials say it."""
        subjects = self.forest.children(verb, sentence, "nsubj")
        if len(subjects) != 2 or subjects[1] > verb:
            return
        first, second = subjects
        for said in range(first + 1, second):
            word = cue(self.tokens[said].lemma, "VERB")
            if self.tokens[said].tag != "VERB" or word is None or word.force not in {"say", "claim", "deny"}:
                continue
            own = self.forest.children(said, sentence, "nsubj", "aux", "mark")
            if not own and not self.forest.hangs_below(said, first):
                self.forest.attach(first, said, "nsubj")
                self.forest.attach(verb, said, "ccomp")
                return

    def name_cut_off(self, verb: int, sentence: Sentence) -> None:
        """ "A Coast Guard (CG) spokesman said": the initials in brackets cut the force off from its spokesman."""
        subjects = [i for i in self.forest.children(verb, sentence, "nsubj") if i < verb]
        if len(subjects) != 2 or subjects[1] < 3:
            return
        name, person = subjects
        initials = person - 2
        bracketed = self.tokens[person - 1].text == ")" and self.tokens[initials - 1].text == "("
        if bracketed and self.tokens[initials].head == name and person_role(self.tokens[person].lemma) is not None:
            self.forest.attach(name, person, "compound")
            self.forest.attach(initials, name, "flat")

    def second_cue(self, verb: int, sentence: Sentence) -> None:
        """ "The army said troops killed ten, and accused the rebels": the army accuses them, not the troops."""
        token = self.tokens[verb]
        word = cue(token.lemma, "VERB")
        told = token.head
        if word is None or word.force not in {"say", "accuse", "deny", "claim"} or token.relation != "conj":
            return
        if told is not None and self._second_under_deed(verb, told, sentence):
            return
        if told is None or self.tokens[told].relation != "ccomp" or self.tokens[told].tag != "VERB":
            return
        said = self.tokens[told].head
        if (
            said is None
            or cue(self.tokens[told].lemma, "VERB") is not None
            or cue(self.tokens[said].lemma, "VERB") is None
        ):
            return
        linked = self.forest.children(verb, sentence, "cc")
        comma = bool(linked) and linked[0] > sentence.first and self.tokens[linked[0] - 1].text == ","
        if comma and said < told < verb and not self.forest.children(verb, sentence, "nsubj", "aux", "mark"):
            self.forest.attach(verb, said, "conj")

    def _second_under_deed(self, verb: int, told: int, sentence: Sentence) -> bool:
        """ "A spokesman said nobody was there when the attack took place and suggested that S": no attack suggests."""
        if self.forest.children(verb, sentence, "nsubj", "aux", "mark") or self._has_speaker(told, sentence):
            return False
        said = next((i for i in self._above(told) if cue(self.tokens[i].lemma, self.tokens[i].tag) is not None), None)
        if said is None or not said < told < verb or not self._has_speaker(said, sentence):
            return False
        self.forest.attach(verb, said, "conj")
        return True

    def participle(self, verb: int, sentence: Sentence) -> None:
        """ "“S,” he said, describing it as T", "came after the rebels released a tape, vowing T": who spoke last goes
        on."""
        token = self.tokens[verb]
        word = cue(token.lemma, "VERB")
        if word is None or not token.text.lower().endswith("ing") or verb - 2 <= sentence.first:
            return
        if self.forest.children(verb, sentence, "nsubj", "aux", "mark", "case"):
            return
        if self._with_its_sayer(verb, sentence) or self.tokens[verb - 1].text != ",":
            return
        before = [i for i in range(sentence.first, verb - 1) if self.tokens[i].tag in {"VERB", "AUX"}]
        last = before[-1] if before else None
        if last is None or token.relation not in {"advcl", "acl", "conj", "xcomp"} or token.head == last:
            return
        reports = cue(self.tokens[last].lemma, "VERB") is not None
        head = token.head
        silent = head is not None and self.tokens[head].tag == "VERB" and not self._has_speaker(head, sentence)
        if self._has_speaker(last, sentence) and (reports or silent):
            self.forest.attach(verb, last, "advcl")

    def second_participle(self, verb: int, sentence: Sentence) -> None:
        """ "Maintaining S and vowing T": the second participle stands beside the first, not beside what it reports."""
        token = self.tokens[verb]
        told = token.head
        if token.relation != "conj" or told is None or not token.text.lower().endswith("ing"):
            return
        first = self.tokens[told].head
        both = cue(token.lemma, "VERB") is not None and first is not None
        if (
            both
            and first is not None
            and self.tokens[told].relation == "ccomp"
            and not self.tokens[told].text.lower().endswith("ing")
            and self.tokens[first].text.lower().endswith("ing")
            and cue(self.tokens[first].lemma, "VERB") is not None
        ):
            self.forest.attach(verb, first, "conj")

    def _with_its_sayer(self, verb: int, sentence: Sentence) -> bool:
        """ "..., with the army saying S": the army says it."""
        top = self.forest.top(verb - 1, sentence)
        case = [self.tokens[i].text.lower() for i in self.forest.children(top, sentence, "case")]
        if self.tokens[top].tag not in NOMINAL or case != ["with"] or not self._speaks(top):
            return False
        self.forest.attach(top, verb, "nsubj")
        return True

    def inverted(self, verb: int, sentence: Sentence) -> None:
        """ "A blast killed three, said police Col. X": X says it, and of two names right behind the last is who."""
        word = cue(self.tokens[verb].lemma, "VERB")
        if word is None or word.force not in {"say", "claim"} or verb == sentence.first:
            return
        subjects = self.forest.children(verb, sentence, "nsubj")
        behind = [i for i in subjects if i > verb]
        if not behind or self.tokens[verb - 1].tag != "PUNCT":
            return
        if len(behind) == 2 and behind[1] - behind[0] <= 3:
            self.forest.attach(behind[0], behind[1], "compound")
        for subject in (i for i in subjects if i < verb):
            clauses = [i for i in self.forest.children(verb, sentence, "ccomp", "parataxis") if subject < i < verb]
            if clauses and not self.forest.children(clauses[0], sentence, "nsubj"):
                self.forest.attach(subject, clauses[0], "nsubj")

    def name_behind(self, verb: int, sentence: Sentence) -> None:
        """ "The news agency ANSA reported": the name right behind a description is no second speaker."""
        subjects = self.forest.children(verb, sentence, "nsubj")
        for one, other in pairwise(subjects):
            if other == one + 1 and self.tokens[one].tag == "NOUN" and self.tokens[other].tag == "PROPN":
                self.forest.attach(one, other, "nmod:desc")

    def relative(self, verb: int, sentence: Sentence) -> None:
        """ "A region peopled by Arabs who accuse S", "figures issued by the police, who had said S": who speaks is the
        last before "who" that can, where what the parser chose cannot."""
        token = self.tokens[verb]
        if token.relation != "acl:relcl" or token.head is None or cue(token.lemma, "VERB") is None:
            return
        marks = [i for i in self.forest.children(verb, sentence, "nsubj") if self.tokens[i].text.lower() in _RELATIVE]
        if not marks or self._speaks(token.head):
            return
        last = marks[0] - 1
        while last > sentence.first and self.tokens[last].tag == "PUNCT":
            last -= 1
        for near in (last, *self._above(last)):
            if not token.head < near < verb:
                break
            if self._speaks(near):
                self.forest.attach(verb, near, "acl:relcl")
                return

    def _has_speaker(self, verb: int, sentence: Sentence) -> bool:
        subjects = self.forest.children(verb, sentence, "nsubj")
        return any(self._speaks(i) for i in subjects)

    def _speaks(self, index: int) -> bool:
        """True for whoever may speak: people, bodies, pronouns, names of persons and organisations."""
        token = self.tokens[index]
        if token.tag == "PRON":
            return token.text.lower() not in {"it", "this", "that", "what", "there"}
        named = token.entity in {"PER", "ORG"} or community(token.text) is not None
        lemma = token.lemma.lower()
        return named or actor_noun(lemma) is not None or person_role(lemma) is not None

    def _above(self, index: int) -> Iterator[int]:
        head = self.tokens[index].head
        while head is not None:
            yield head
            head = self.tokens[head].head

    def charge(self, verb: int, sentence: Sentence) -> None:
        """ "Accused the coalition of carrying out the raid": what somebody is accused of is the accuser's clause."""
        if self.tokens[verb].lemma not in _CHARGING:
            return
        for accused in self.forest.children(verb, sentence, "obj", "nsubj"):
            for clause in self.forest.children(accused, sentence, "acl"):
                if self.tokens[clause].relation == "acl" and self._charged(clause, verb, sentence):
                    self.forest.attach(clause, verb, "advcl")
        for clause in self.forest.children(verb, sentence, "xcomp"):
            if self._charged(clause, verb, sentence):
                self.forest.attach(clause, verb, "advcl")
        self._what_came_of_it(verb, sentence)

    def aside(self, verb: int, sentence: Sentence) -> None:
        """ "Two soldiers, the army said, were killed": the army says the whole of it, not the soldiers."""
        token = self.tokens[verb]
        word = cue(token.lemma, "VERB")
        told = token.head
        if word is None or token.relation != "parataxis" or told is None or self.tokens[told].tag not in NOMINAL:
            return
        above = self.tokens[told].head
        subject = self.tokens[told].relation.split(":")[0] == "nsubj"
        if subject and above is not None and above > verb and self.forest.children(verb, sentence, "nsubj"):
            self.forest.attach(verb, above, "parataxis")

    def subject_before(self, verb: int, sentence: Sentence) -> None:
        """ "Men burned two villages, the governor said": of two subjects the first is that of the clause between."""
        if cue(self.tokens[verb].lemma, "VERB") is None:
            return
        subjects = [i for i in self.forest.children(verb, sentence, "nsubj") if i < verb]
        if len(subjects) != 2:
            return
        first, second = subjects
        clauses = [i for i in self.forest.children(verb, sentence, "ccomp") if first < i < second]
        clauses = clauses or self._quoted_between(verb, first, second, sentence)
        comma = any(self.tokens[i].text == "," for i in range(clauses[0], second)) if len(clauses) == 1 else False
        if comma and not self.forest.children(clauses[0], sentence, "nsubj"):
            self.forest.attach(clauses[0], verb, "ccomp")
            self.forest.attach(first, clauses[0], "nsubj")

    def _quoted_between(self, verb: int, first: int, second: int, sentence: Sentence) -> list[int]:
        """The verb of "“Rebels killed these people,” X was quoted as saying", which parsers hang below either."""
        loose = [*self.forest.children(verb, sentence, "advcl", "conj"), *self.forest.children(first, sentence, "acl")]
        verbs = [i for i in loose if first < i < second and self.tokens[i].tag == "VERB"]
        inside = [i for i in verbs if not self.forest.children(i, sentence, "nsubj")]  # no "who came at dawn"
        return [i for i in inside if any(self.tokens[j].text in _CLOSING for j in range(i, second))]

    def _before(self, verb: int, sentence: Sentence) -> int | None:
        """The noun right before a verb that has no subject of its own: the last of those who speak."""
        if self.forest.children(verb, sentence, "nsubj", "aux", "mark") or verb == sentence.first:
            return None
        at = verb - 1
        return self.forest.top(at, sentence) if self.tokens[at].tag in NOMINAL else None

    def _what_came_of_it(self, verb: int, sentence: Sentence) -> None:
        """ "Accused the group of attacking parliament, killing nine": that it killed nine is part of the charge."""
        charges = [
            i for i in self.forest.children(verb, sentence, "advcl") if i > verb and self._marked_of(i, sentence)
        ]
        if not charges:
            return
        for clause in range(charges[0] + 1, sentence.last):
            token = self.tokens[clause]
            result = token.tag == "VERB" and token.text.lower().endswith("ing") and self.tokens[clause - 1].text == ","
            over = (
                token.relation in {"advcl", "conj"}
                and token.head is not None
                and self.forest.hangs_below(verb, token.head)
            )
            if result and over and not self.forest.children(clause, sentence, "mark", "nsubj"):
                self.forest.attach(clause, charges[0], "advcl")

    def _marked_of(self, clause: int, sentence: Sentence) -> bool:
        return any(self.tokens[i].text.lower() in {"of", "for"} for i in self.forest.children(clause, sentence, "mark"))

    def _charged(self, clause: int, verb: int, sentence: Sentence) -> bool:
        marks = {self.tokens[i].text.lower() for i in self.forest.children(clause, sentence, "mark")}
        return clause > verb and bool(marks & {"of", "for", "with"})
