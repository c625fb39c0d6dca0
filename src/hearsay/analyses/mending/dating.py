"""Which day is of which event: days, and what is held against an earlier event, hung on the wrong word."""

from __future__ import annotations

from hearsay.analyses.mending.forest import NOMINAL, Forest
from hearsay.records.analysis import Sentence
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.place_words import MONTHS_AND_DAYS

_SINCE = frozenset({"since", "after", "before", "following", "until"})

PARTS_OF_DAY = frozenset("morning afternoon evening night noon midnight".split())
WEEKDAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())


class Dating:
    """The rules of this module over one forest."""

    def __init__(self, forest: Forest) -> None:
        self.forest = forest
        self.tokens = forest.tokens

    def possessor(self, mark: int, sentence: Sentence) -> None:
        """ "Accused them of carrying out Tuesday's bombing of the market": what is Tuesday's comes right behind."""
        owner = self.tokens[mark].head
        if owner is None or self.tokens[owner].relation != "nmod:poss" or owner > mark:
            return
        last = mark
        for index in range(mark + 1, sentence.last):
            if self.tokens[index].tag not in {"NOUN", "PROPN", "ADJ", "NUM"}:
                break
            if self.tokens[index].tag in NOMINAL:
                last = index
        head = self.tokens[owner].head
        if last > mark and not (head is not None and mark < head <= last):
            self.forest.attach(owner, last, "nmod:poss")

    def second_day(self, mark: int, sentence: Sentence) -> None:
        """ "Held on Sunday over the bombing of the market in Mopti on May 6": a sentence has told its own day already,
        so the day behind an event is the event's; so is that of "blamed them for the bombing of a bank on May 6"."""
        day = self._day(mark, sentence)
        event = None if day is None else self._event_before(mark, sentence)
        above = None if day is None else self.tokens[day].head
        if day is None or event is None or above is None or not self.forest.hangs_below(event, above) or above == event:
            return
        told = any(self._day(i, sentence) is not None for i in range(sentence.first, mark))
        word = cue(self.tokens[above].lemma, self.tokens[above].tag)
        placed = any(self.tokens[i].tag == "ADP" for i in range(event + 1, mark))
        since = self._is_since(event, sentence) and self.forest.hangs_below(event, above)
        if told or since or (placed and word is not None and word.force in {"accuse", "deny", "claim"}):
            self.forest.attach(day, event, "nmod")

    def month_and_year(self, mark: int, sentence: Sentence) -> None:
        """ "Blamed for attacks, most notably the carnage in November 2008": what has its year is the event's time."""
        month, year, event = mark + 1, mark + 2, mark - 1
        if year >= sentence.last or event <= sentence.first or self.tokens[year].tag != "NUM":
            return
        named = self.tokens[month].text.lower() in MONTHS_AND_DAYS and len(self.tokens[year].text) == 4
        noun = self.tokens[event].tag == "NOUN" and (self.tokens[event].lemma.lower(), "NOUN") in triggers()
        above = self.tokens[month].head
        if named and noun and above is not None and above != event and self.forest.hangs_below(event, above):
            self.forest.attach(month, event, "nmod")

    def opening_day(self, day: int, sentence: Sentence) -> None:
        """ "On Thursday, a bomb planted outside the town hall wounded the mayor": what opens a sentence is said of what
        happened, not of the planting, which only tells which bomb."""
        clause = self.tokens[day].head
        if clause is None or clause < day or not self.tokens[clause].relation.startswith("acl"):
            return
        noun = self.tokens[clause].head
        if noun is None or not day < noun < clause:
            return
        verb = self.tokens[noun].head
        if verb is not None and verb > clause and self.tokens[verb].tag == "VERB":
            self.forest.attach(day, verb, "obl")

    def bare_day(self, day: int, sentence: Sentence) -> None:
        """ "Claimed responsibility for a bombing in Mopti Tuesday that killed nine": the day stands inside of what is
        claimed, between the event and its clause, and says when that was."""
        above = self.tokens[day].head
        event = self._event_before(day, sentence)
        if event is None or above is None or above == event or not self.forest.hangs_below(event, above):
            return
        if day == sentence.first or self.tokens[day - 1].tag == "ADP" or self.tokens[day].relation == "nmod:poss":
            return
        word = cue(self.tokens[above].lemma, self.tokens[above].tag)
        placed = day - event > 1
        told_of = any(i > day for i in self.forest.children(event, sentence, "acl"))
        if word is not None and word.force in {"accuse", "deny", "claim"} and (placed or told_of):
            self.forest.attach(day, event, "nmod")

    def day_of_what_is_told(self, verb: int, sentence: Sentence) -> None:
        """ "A bomb exploded near a van, killing five Friday, police said": the comma parts the day from the speaker, so
        that it is the day of what is told, as the day that opens "On Friday, gunmen raided a post, police said" is. "On
        Friday, police said that ..." tells nothing yet, and keeps it."""
        contents = [i for i in self.forest.children(verb, sentence, "ccomp", "parataxis") if i < verb]
        speakers = [i for i in self.forest.children(verb, sentence, "nsubj") if i > (contents or [verb])[-1]]
        if cue(self.tokens[verb].lemma, "VERB") is None or not contents or not speakers:
            return
        for day in self.forest.children(verb, sentence, "obl", "nmod"):
            opens = day < contents[0] and any(self.tokens[i].text == "," for i in range(day, contents[0]))
            if opens and day <= sentence.first + 2 and self._is_day(day, sentence):
                self.forest.attach(day, contents[0], self.tokens[day].relation)
            within = contents[-1] < day < min(verb, speakers[0]) - 1
            if within and self._is_day(day, sentence) and self.tokens[day + 1].text == ",":
                self.forest.attach(day, contents[-1], self.tokens[day].relation)

    def day_before_clause(self, day: int, sentence: Sentence) -> None:
        """ "They were mending nets on Sunday when the shell landed", "there was talk of a raid on Friday that
        killed nine": the day is that of the event whose clause comes right behind it."""
        if not sentence.first < day < sentence.last - 2 or self.tokens[day - 1].text.lower() != "on":
            return
        behind = day + 1
        if self.tokens[behind].text.lower() == "when":
            verb = self.tokens[behind].head
            if verb is not None and behind < verb < sentence.last and self._is_trigger(verb, "VERB"):
                self.forest.attach(day, verb, "obl")
        elif self.tokens[behind].text.lower() in {"that", "which"}:
            event = self._event_before(day - 1, sentence)
            clause = behind + 1
            while clause + 1 < sentence.last and self.tokens[clause].tag in {"AUX", "ADV"}:
                clause += 1
            if event is not None and self._is_trigger(clause, "VERB"):  # not "said on Friday that it killed nine"
                self.forest.attach(day, event, "nmod")
                self.forest.attach(clause, event, "acl:relcl")

    def _is_trigger(self, index: int, tag: str) -> bool:
        return self.tokens[index].tag == tag and (self.tokens[index].lemma.lower(), tag) in triggers()

    def _is_day(self, index: int, sentence: Sentence) -> bool:
        """True for "Thursday" and for the evening of "Thursday evening"."""
        words = [index, *self.forest.children(index, sentence, "compound", "nmod")]
        part = self.tokens[index].text.lower() in PARTS_OF_DAY
        return any(self.tokens[i].text.lower() in MONTHS_AND_DAYS for i in (words if part else words[:1]))

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
            and self.forest.hangs_below(i, above)
        ]
        if told and (self.tokens[above].lemma.lower(), "NOUN") in triggers():
            self.forest.attach(verb, told[-1], "acl:relcl")

    def _is_since(self, event: int, sentence: Sentence) -> bool:
        """True for "the bombing" of "since the bombing": a past event that another is held against."""
        return any(self.tokens[i].text.lower() in _SINCE for i in self.forest.children(event, sentence, "case"))

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
