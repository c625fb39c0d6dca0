"""Attachments that the parser gets wrong in ways that newspapers repeat, put right before anything reads the trees.

Each rule knows one construction by its words and its shape, and leaves everything else alone. What is mended here
needs no exception in the rules that walk the trees.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.records.analysis import Sentence, Token
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.nouns import person_role
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

BELIEVED = frozenset({"believe", "think", "suspect", "presume", "know", "say", "allege", "understand"})
"""Verbs that tell in passing whom somebody is taken for: "gunmen believed to be rebels"."""
_CHARGING = frozenset("accuse suspect convict acquit charge blame condemn denounce criticise criticize".split())
_SHARES = frozenset({"part", "role", "hand", "involvement", "complicity"})
_BODIES = frozenset("Front Army Brigade Brigades Movement Party Council Command Column Battalion Regiment".split())
_JOINED = frozenset("led backed allied aligned run held controlled linked inspired based".split())
_COUNTING = frozenset({"number", "numbered", "total", "totalled", "totaled"})
_HURT = {
    **{word: word for word in ("dead", "wounded", "injured", "missing")},
    "casualties": "casualty",
    "victims": "victim",
    "fatalities": "fatality",
}
_SINCE = frozenset({"since", "after", "before", "following", "until"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_LOOSE_IN = ("nsubj", "conj", "obj", "appos", "nmod", "obl", "dep", "list")


def mended(tokens: Sequence[Token], sentences: Sequence[Sentence]) -> tuple[Token, ...]:
    """The tokens with the heads and relations that the rules of this module put right."""
    mending = _Mending(tokens)
    surnames = _surnames(tokens)
    for sentence in sentences:
        for index in range(sentence.first, sentence.last):
            if tokens[index].tag == "VERB":
                mending.passing_belief(index, sentence)
                mending.subject_behind(index, sentence)
                mending.two_speakers(index, sentence)
                mending.name_cut_off(index, sentence)
                mending.second_cue(index, sentence)
                mending.day_of_what_is_told(index, sentence)
                mending.charge(index, sentence)
                mending.clause_behind_since(index, sentence)
                mending.aside(index, sentence)
                mending.subject_before(index, sentence)
                mending.part_in(index, sentence)
                mending.no_relative_clause(index, sentence)
            elif tokens[index].text in {"'s", "’s"} and tokens[index].relation == "case":
                mending.possessor(index, sentence)
        for index in range(sentence.first, sentence.last):
            if tokens[index].text == "-":
                mending.joined_by_hyphen(index, sentence)
            if tokens[index].text in _BODIES:
                mending.body_of_many_words(index, sentence)
            if tokens[index].text.lower() == "on":
                mending.second_day(index, sentence)
            elif tokens[index].lemma.lower() in _COUNTING:
                mending.numbering(index, sentence)
            elif tokens[index].text in surnames:
                mending.surname(index, sentence)
    return tuple(mending.tokens)


def _surnames(tokens: Sequence[Token]) -> set[str]:
    """The last parts of persons' names of several words."""
    people = [i for i, token in enumerate(tokens) if token.entity == "PER"]
    return {tokens[i].text for i in people if i - 1 in people and i + 1 not in people and tokens[i].text.istitle()}


class _Mending:
    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)

    def _children(self, index: int, sentence: Sentence, *relations: str) -> list[int]:
        inside = range(sentence.first, sentence.last)
        below = [i for i in inside if self.tokens[i].head == index]
        return below if not relations else [i for i in below if self.tokens[i].relation.split(":")[0] in relations]

    def _attach(self, index: int, head: int | None, relation: str) -> None:
        """Hangs a token elsewhere; where that would close a ring, the tree stays as the parser made it."""
        if head is not None and self._hangs_below(head, index):
            return
        self.tokens[index] = replace(self.tokens[index], head=head, relation=relation)

    def _hangs_below(self, index: int, above: int) -> bool:
        at: int | None = index
        while at is not None:
            if at == above:
                return True
            at = self.tokens[at].head
        return False

    def passing_belief(self, verb: int, sentence: Sentence) -> None:
        """ "Fighters believed to be rebels burned a hamlet": "believed" tells of the fighters, "burned" is what is
        said; parsers take the first for the verb of the sentence and the second for its clause."""
        token = self.tokens[verb]
        if token.lemma not in BELIEVED or verb + 1 >= sentence.last or self.tokens[verb + 1].text.lower() != "to":
            return
        subjects = self._children(verb, sentence, "nsubj")
        if len(subjects) != 1 or subjects[0] > verb or self._children(verb, sentence, "aux", "mark", "cop"):
            return
        clauses = [i for i in self._children(verb, sentence, "ccomp", "conj", "parataxis", "advcl") if i > verb + 2]
        clauses = [
            i
            for i in clauses
            if self.tokens[i].tag == "VERB"
            and not self.tokens[i].text.lower().endswith("ing")
            and not self._children(i, sentence, "nsubj", "mark", "cc")
        ]
        if not clauses or not self._children(verb, sentence, "xcomp"):
            return
        told = clauses[0]
        self._attach(told, token.head, token.relation)
        for child in self._children(verb, sentence):
            if child > told or self.tokens[child].relation == "punct":
                self._attach(child, told, self.tokens[child].relation)
        self._attach(subjects[0], told, "nsubj")
        self._attach(verb, subjects[0], "acl")

    def subject_behind(self, verb: int, sentence: Sentence) -> None:
        """ "We believe that the forces are behind it": a subject behind "that" is its clause's, not the verb's."""
        clauses = [i for i in self._children(verb, sentence, "ccomp") if i > verb]
        for subject in self._children(verb, sentence, "nsubj"):
            if subject < verb or not clauses or subject > clauses[0]:
                continue
            between = [self.tokens[i].text.lower() for i in range(verb + 1, subject)]
            if "that" in between and not self._children(clauses[0], sentence, "nsubj"):
                self._attach(subject, clauses[0], "nsubj")

    def two_speakers(self, verb: int, sentence: Sentence) -> None:
        """ "..., killing ten villagers, the army and a priest said": the army speaks too, and is nobody's object."""
        word = cue(self.tokens[verb].lemma, "VERB")
        if word is None or word.force not in {"say", "claim", "accuse", "deny"}:
            return
        second = next((i for i in self._children(verb, sentence, "nsubj") if i < verb), None)
        second = self._before(verb, sentence) if second is None else second
        if second is None:
            return
        start = self._start(second, sentence)
        if start - 2 < sentence.first or self.tokens[start - 1].text.lower() != "and":
            return
        first = self._top(start - 2, sentence)
        opening = self._start(first, sentence)
        comma = opening > sentence.first and self.tokens[opening - 1].text == ","
        loose = self.tokens[first].relation.split(":")[0] in _LOOSE_IN
        spoken = self._hangs_below(first, verb) and self.tokens[first].head == verb
        cased = self._children(first, sentence, "case", "mark", "cop")
        prepositional = any(
            self.tokens[i].relation == "case"
            and i >= opening
            and self.tokens[i].text != "’s"
            and self.tokens[i].text != "'s"
            for i in cased
        )
        if not comma or not loose or spoken or prepositional or self.tokens[first].tag not in _NOMINAL:
            return
        if self._hangs_below(verb, first):
            return
        self._attach(first, verb, "nsubj")
        self._attach(second, first, "conj")

    def name_cut_off(self, verb: int, sentence: Sentence) -> None:
        """ "A Coast Guard (CG) spokesman said": the initials in brackets cut the force off from its spokesman."""
        subjects = [i for i in self._children(verb, sentence, "nsubj") if i < verb]
        if len(subjects) != 2 or subjects[1] < 3:
            return
        name, person = subjects
        initials = person - 2
        bracketed = self.tokens[person - 1].text == ")" and self.tokens[initials - 1].text == "("
        if bracketed and self.tokens[initials].head == name and person_role(self.tokens[person].lemma) is not None:
            self._attach(name, person, "compound")
            self._attach(initials, name, "flat")

    def second_cue(self, verb: int, sentence: Sentence) -> None:
        """ "The army said troops killed ten, and accused the rebels": the army accuses them, not the troops."""
        token = self.tokens[verb]
        word = cue(token.lemma, "VERB")
        told = token.head
        if word is None or word.force not in {"say", "accuse", "deny", "claim"} or token.relation != "conj":
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
        linked = self._children(verb, sentence, "cc")
        comma = bool(linked) and linked[0] > sentence.first and self.tokens[linked[0] - 1].text == ","
        if comma and said < told < verb and not self._children(verb, sentence, "nsubj", "aux", "mark"):
            self._attach(verb, said, "conj")

    def charge(self, verb: int, sentence: Sentence) -> None:
        """ "Accused the coalition of carrying out the raid": what somebody is accused of is the accuser's clause."""
        if self.tokens[verb].lemma not in _CHARGING:
            return
        for accused in self._children(verb, sentence, "obj", "nsubj"):
            for clause in self._children(accused, sentence, "acl"):
                if self.tokens[clause].relation == "acl" and self._charged(clause, verb, sentence):
                    self._attach(clause, verb, "advcl")
        for clause in self._children(verb, sentence, "xcomp"):
            if self._charged(clause, verb, sentence):
                self._attach(clause, verb, "advcl")
        self._what_came_of_it(verb, sentence)

    def _what_came_of_it(self, verb: int, sentence: Sentence) -> None:
        """ "Accused the group of attacking parliament, killing nine": that it killed nine is part of the charge."""
        charges = [i for i in self._children(verb, sentence, "advcl") if i > verb and self._marked_of(i, sentence)]
        if not charges:
            return
        for clause in range(charges[0] + 1, sentence.last):
            token = self.tokens[clause]
            result = token.tag == "VERB" and token.text.lower().endswith("ing") and self.tokens[clause - 1].text == ","
            over = (
                token.relation in {"advcl", "conj"} and token.head is not None and self._hangs_below(verb, token.head)
            )
            if result and over and not self._children(clause, sentence, "mark", "nsubj"):
                self._attach(clause, charges[0], "advcl")

    def _marked_of(self, clause: int, sentence: Sentence) -> bool:
        return any(self.tokens[i].text.lower() in {"of", "for"} for i in self._children(clause, sentence, "mark"))

    def _charged(self, clause: int, verb: int, sentence: Sentence) -> bool:
        marks = {self.tokens[i].text.lower() for i in self._children(clause, sentence, "mark")}
        return clause > verb and bool(marks & {"of", "for", "with"})

    def aside(self, verb: int, sentence: Sentence) -> None:
        """ "Two soldiers, the army said, were killed": the army says the whole of it, not the soldiers."""
        token = self.tokens[verb]
        word = cue(token.lemma, "VERB")
        told = token.head
        if word is None or token.relation != "parataxis" or told is None or self.tokens[told].tag not in _NOMINAL:
            return
        above = self.tokens[told].head
        subject = self.tokens[told].relation.split(":")[0] == "nsubj"
        if subject and above is not None and above > verb and self._children(verb, sentence, "nsubj"):
            self._attach(verb, above, "parataxis")

    def subject_before(self, verb: int, sentence: Sentence) -> None:
        """ "Men burned two villages, the governor said": of two subjects the first is that of the clause between."""
        if cue(self.tokens[verb].lemma, "VERB") is None:
            return
        subjects = [i for i in self._children(verb, sentence, "nsubj") if i < verb]
        if len(subjects) != 2:
            return
        first, second = subjects
        clauses = [i for i in self._children(verb, sentence, "ccomp") if first < i < second]
        comma = any(self.tokens[i].text == "," for i in range(clauses[0], second)) if len(clauses) == 1 else False
        if comma and not self._children(clauses[0], sentence, "nsubj"):
            self._attach(first, clauses[0], "nsubj")

    def part_in(self, verb: int, sentence: Sentence) -> None:
        """ "Denied any part in the attack": the part is in the attack, not the denial."""
        for part in self._children(verb, sentence, "obj"):
            if self.tokens[part].lemma not in _SHARES:
                continue
            for event in self._children(verb, sentence, "obl"):
                cases = [i for i in self._children(event, sentence, "case") if self.tokens[i].text.lower() == "in"]
                if cases and cases[0] == part + 1:
                    self._attach(event, part, "nmod")

    def possessor(self, mark: int, sentence: Sentence) -> None:
        """ "Accused them of carrying out Tuesday's bombing of the market": what is Tuesday's comes right behind."""
        owner = self.tokens[mark].head
        if owner is None or self.tokens[owner].relation != "nmod:poss" or owner > mark:
            return
        last = mark
        for index in range(mark + 1, sentence.last):
            if self.tokens[index].tag not in {"NOUN", "PROPN", "ADJ", "NUM"}:
                break
            if self.tokens[index].tag in _NOMINAL:
                last = index
        head = self.tokens[owner].head
        if last > mark and not (head is not None and mark < head <= last):
            self._attach(owner, last, "nmod:poss")

    def second_day(self, mark: int, sentence: Sentence) -> None:
        """ "Held on Sunday over the bombing of the market in Mopti on May 6": a sentence has told its own day already,
        so the day behind an event is the event's; so is that of "blamed them for the bombing of a bank on May 6"."""
        day = self._day(mark, sentence)
        event = None if day is None else self._event_before(mark, sentence)
        above = None if day is None else self.tokens[day].head
        if day is None or event is None or above is None or not self._hangs_below(event, above) or above == event:
            return
        told = any(self._day(i, sentence) is not None for i in range(sentence.first, mark))
        word = cue(self.tokens[above].lemma, self.tokens[above].tag)
        placed = any(self.tokens[i].tag == "ADP" for i in range(event + 1, mark))
        since = self._is_since(event, sentence) and self._hangs_below(event, above)
        if told or since or (placed and word is not None and word.force in {"accuse", "deny", "claim"}):
            self._attach(day, event, "nmod")

    def day_of_what_is_told(self, verb: int, sentence: Sentence) -> None:
        """ "A bomb exploded near a van, killing five Friday, police said": the comma parts the day from the speaker, so
        that it is the day of what is told. "On Friday, police said that ..." tells nothing yet, and keeps it."""
        contents = [i for i in self._children(verb, sentence, "ccomp", "parataxis") if i < verb]
        speakers = [i for i in self._children(verb, sentence, "nsubj") if i > (contents or [verb])[-1]]
        if cue(self.tokens[verb].lemma, "VERB") is None or not contents or not speakers:
            return
        for day in self._children(verb, sentence, "obl", "nmod"):
            within = contents[-1] < day < min(verb, speakers[0]) - 1
            if within and self.tokens[day].text.lower() in MONTHS_AND_DAYS and self.tokens[day + 1].text == ",":
                self._attach(day, contents[-1], self.tokens[day].relation)

    def no_relative_clause(self, verb: int, sentence: Sentence) -> None:
        """ "Two soldiers, three children were killed": nothing opens a relative clause, so this is the sentence."""
        token = self.tokens[verb]
        noun = token.head
        if token.relation != "acl:relcl" or noun is None or self.tokens[noun].head is not None or noun > verb:
            return
        auxiliaries = self._children(verb, sentence, "aux")
        opened = any(self.tokens[i].tag in {"PRON", "SCONJ"} for i in range(noun + 1, verb))
        if not auxiliaries or opened or self._children(verb, sentence, "nsubj"):
            return
        passive = any(self.tokens[i].relation == "aux:pass" for i in auxiliaries)
        self.tokens[verb] = replace(token, head=None, relation="root")
        self._attach(noun, verb, "nsubj:pass" if passive else "nsubj")

    def joined_by_hyphen(self, mark: int, sentence: Sentence) -> None:
        """ "French-led air strikes": the strikes are led by the French, and not French themselves."""
        before, behind = mark - 1, mark + 1
        if before < sentence.first or behind >= sentence.last or self.tokens[behind].text not in _JOINED:
            return
        touching = self.tokens[before].span.end == self.tokens[mark].span.start
        same = self.tokens[before].head is not None and self.tokens[before].head == self.tokens[behind].head
        if touching and same and self.tokens[mark].span.end == self.tokens[behind].span.start:
            self._attach(before, behind, self.tokens[before].relation)

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
        if token.entity is None and acts and not self._children(index, sentence, "det", "amod", "nummod", "compound"):
            self.tokens[index] = replace(token, tag="PROPN", lemma=token.text, entity="PER")

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
            for child in self._children(index, sentence):
                if child not in outside and child < number:
                    self._attach(child, at if child < at else verb if child < number else number, self._as(child))
        self.tokens[verb] = replace(self.tokens[verb], tag="VERB", lemma="number", head=head, relation=relation)
        self.tokens[at] = replace(self.tokens[at], tag="NOUN", lemma=_HURT[word], head=verb, relation="nsubj")
        self._attach(number, verb, "obj")
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
        self._attach(said, None, "root")
        named = [i for i in range(number + 2, said) if self.tokens[i].tag in _NOMINAL]
        speaker = next((i for i in named if self.tokens[i].head not in range(number + 2, said)), None)
        if speaker is not None:
            self._attach(speaker, said, "nsubj")
        for index in range(sentence.first, sentence.last):
            if self.tokens[index].relation == "punct" and self.tokens[index].head in range(sentence.first, number + 1):
                self._attach(index, said, "punct")

    def clause_behind_since(self, verb: int, sentence: Sentence) -> None:
        """ "The first attack since the bombing of the market, which killed 70": the bombing did, it stands nearer."""
        above = self.tokens[verb].head
        if self.tokens[verb].relation != "acl:relcl" or above is None or above > verb:
            return
        told = [
            i
            for i in range(above + 1, verb)
            if (self.tokens[i].lemma.lower(), "NOUN") in triggers()
            and self._is_since(i, sentence)
            and self._hangs_below(i, above)
        ]
        if told and (self.tokens[above].lemma.lower(), "NOUN") in triggers():
            self._attach(verb, told[-1], "acl:relcl")

    def _is_since(self, event: int, sentence: Sentence) -> bool:
        """True for "the bombing" of "since the bombing": a past event that another is held against."""
        return any(self.tokens[i].text.lower() in _SINCE for i in self._children(event, sentence, "case"))

    def _day(self, mark: int, sentence: Sentence) -> int | None:
        """The top of the day behind a preposition: "on Tuesday", "of May 6"; None when it is another phrase."""
        if self.tokens[mark].tag != "ADP":
            return None
        named = [
            i
            for i in range(mark + 1, min(mark + 4, sentence.last))
            if self.tokens[i].text.lower().rstrip(".") in MONTHS_AND_DAYS or self.tokens[i].tag == "NUM"
        ]
        if not named or named[0] != mark + 1 or all(self.tokens[i].tag == "NUM" for i in named):
            return None
        return next((i for i in named if self.tokens[i].head not in named), None)

    def _event_before(self, mark: int, sentence: Sentence) -> int | None:
        """The last event noun before a preposition with nothing but its own phrases between the two."""
        for index in range(mark - 1, sentence.first - 1, -1):
            token = self.tokens[index]
            if (token.lemma.lower(), token.tag) in triggers():
                return index if token.tag == "NOUN" else None
            if token.tag not in {"ADP", "DET", "NOUN", "PROPN", "ADJ", "NUM", "PRON", "PART"}:
                return None
        return None

    def _before(self, verb: int, sentence: Sentence) -> int | None:
        """The noun right before a verb that has no subject of its own: the last of those who speak."""
        if self._children(verb, sentence, "nsubj", "aux", "mark") or verb == sentence.first:
            return None
        at = verb - 1
        return self._top(at, sentence) if self.tokens[at].tag in _NOMINAL else None

    def _top(self, index: int, sentence: Sentence) -> int:
        """The head of the noun phrase that ends with a token."""
        at = index
        while self.tokens[at].relation.split(":")[0] in {"flat", "compound", "case", "fixed"}:
            head = self.tokens[at].head
            if head is None or not sentence.first <= head < sentence.last:
                break
            at = head
        return at

    def _start(self, head: int, sentence: Sentence) -> int:
        """The first token of a head's own phrase: its determiners, adjectives, possessors and names before it."""
        before = [head]
        stack = [head]
        while stack:
            at = stack.pop()
            for child in self._children(at, sentence, "det", "amod", "compound", "nmod", "flat", "nummod", "case"):
                if child < head and child not in before:
                    before.append(child)
                    stack.append(child)
        first = head
        while first - 1 in before:
            first -= 1
        return first
