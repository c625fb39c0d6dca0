"""How a word takes its event: as known ("the raid"), as new ("a raid"), as one more of them, as a practice."""

from __future__ import annotations

from hearsay.incidents.superseded import is_superseded
from hearsay.incidents.triggered import is_effect, is_title, lemma_of
from hearsay.records.analysis import Sentence
from hearsay.records.frame import Frame, RoleName
from hearsay.records.tree import Tree
from hearsay.vocabulary.nouns import weapon_class
from hearsay.vocabulary.tallies import is_tally

_NEW = frozenset(
    """another separate second third fourth fifth sixth earlier previous similar other recent last past further
    unrelated different""".split()
)
_MOST = frozenset({"worst", "biggest", "deadliest", "largest", "bloodiest"})
_TURNS = frozenset("elsewhere meanwhile separately earlier later previously also another other".split())
_ONE_MORE_OF_THEM = frozenset({"another", "other", "also"})
""" "Another man was also hurt" goes on telling, where an effect is all that is told."""
_RECKONED = frozenset({"toll", "death", "casualty", "fatality", "dead", "wounded", "injured"})
"""Nouns of what is counted: their article says nothing of the event, "a lower toll"."""
_OF_TIME = frozenset({"last", "past", "recent"})
"""What is said of days as well: "Last Friday, ..." turns to nothing else."""
_IN_THE_PAST = (
    "several times",
    "many times",
    "in the past ,",
    "in the past .",
    "in the past and",
    "on several occasions",
    "on previous occasions",
    "on many occasions",
    "a number of times",
)
_REACH = 24  # tokens of a clause
_ORDINALS = frozenset({"first", "second", "third", "fourth", "fifth", "another"})
_GOES_OFF = frozenset({"explode", "go", "detonate", "blow"})
_ROWS = frozenset({"series", "spate", "wave", "string", "spree", "rash", "succession"})
_BEFORE_IT = frozenset("earlier previous last past recent recently previously have before".split())
_ROW = 5  # words around an event among which the row stands that it is one of
_QUOTES = '"“”'
_POINTS_BACK = frozenset({"the", "this", "that", "these", "those", "its", "their"})
_THIS = frozenset({"this", "that"})
_STRUCK = frozenset({RoleName.TARGET, RoleName.VICTIM})


class Wording:
    """Tells how the frames of one document take their events."""

    def __init__(self, text: str, tree: Tree) -> None:
        self._text = text
        self._tree = tree

    def wording(self, frame: Frame, sentence: Sentence) -> str:
        noun, words = self._taking(frame)
        token = self._tree.tokens[noun]
        below = self._tree.children(noun, "det", "amod", "nmod")
        most = {self._tree.tokens[i].text.lower() for i in below} & _MOST
        old = bool(frame.counts) and is_superseded(self._tree, frame.token)
        if old or self._is_in_a_row(frame.token, words):
            return "known"
        if lemma_of(frame) in _RECKONED and token.tag == "NOUN" and not words & _NEW:
            return "told"
        if self._is_said_of_it(frame.token):
            return "known"
        counted = bool(self._tree.children(noun, "nummod")) and token.text.lower() != token.lemma.lower()
        if words & _NEW and token.tag == "NOUN" and not (words & _NEW == {"separate"} and counted):
            return "one more"  # "in two separate attacks" sums up, "in a separate attack" is one of them
        if most and token.tag == "NOUN" and self._tree.is_relation(frame.token, "nsubj", "obl"):
            return "one of them"
        if token.tag == "NUM":
            return "listed"  # one more town in a list with a toll each
        if token.tag != "NOUN" and not (token.tag == "ADJ" and words & _POINTS_BACK):
            return "one more" if self._is_practised(frame) else "told"
        plural = token.text.lower() != token.lemma.lower()
        if words & _POINTS_BACK and not words & _THIS and self._is_described(frame):
            return "described"  # "the murder of a bar owner": the article goes with what follows
        if words & _POINTS_BACK or self._is_dated_by_owner(frame):
            return "known, several" if plural else "known"
        if "a" in words or "an" in words:
            return "new, quoted" if self._is_quoted(frame, sentence) else "new"
        return "headline" if is_title(sentence) else "new, several" if plural else "bare"

    def is_of_row(self, frame: Frame) -> bool:
        """True for "it was the fifth such killing this year": the year is that of the row, not of the killing."""
        token = self._tree.tokens[frame.token]
        words = " ".join(t.text for t in self._tree.tokens[max(0, frame.token - _ROW) : frame.token + 3 * _ROW])
        of_it = self._is_said_of_it(frame.token) or self._is_in_a_row(frame.token, self._put_to(frame.token))
        return token.tag == "NOUN" and of_it and is_tally(words)

    def is_sum(self, frame: Frame) -> bool:
        """True for "three explosions", "clashes", "two bombs went off": more than one event told of at once."""
        token = self._tree.tokens[self._taking(frame)[0]]
        plural = token.tag == "NOUN" and token.text.lower() != token.lemma.lower()
        return plural and not is_effect(frame) and not self._put_to(frame.token) & _POINTS_BACK

    def is_ordinal(self, frame: Frame) -> bool:
        """True for "the first bomb went off", "a second exploded", "another blast": one of several."""
        noun, words = self._taking(frame)
        token = self._tree.tokens[noun]
        single = token.tag in {"NOUN", "ADJ", "DET"} and token.text.lower() == token.lemma.lower()
        return single and bool((words | {token.lemma.lower()}) & _ORDINALS) and not is_effect(frame)

    def is_earlier(self, frame: Frame) -> bool:
        """True for "an earlier attack", "last year's raid", "had been attacked before"."""
        below = self._tree.children(frame.token, "amod", "advmod", "aux")
        words = {w.lower() for i in below for w in (self._tree.tokens[i].text, self._tree.tokens[i].lemma)}
        return bool((words | self._put_to(frame.token)) & _BEFORE_IT)

    def _is_practised(self, frame: Frame) -> bool:
        """True for what somebody has done before, or does these days: "have ambushed ferries several times in the
        past", "are attacking vehicles on many roads". It is told beside what has just happened."""
        token = self._tree.tokens[frame.token]
        if token.tag != "VERB" or frame.time is not None or is_effect(frame):
            return False
        words = [t.text.lower() for t in self._tree.tokens[frame.token : frame.token + _REACH]]
        told = " ".join(words)
        if any(phrase in told for phrase in _IN_THE_PAST):
            return True
        aux = {self._tree.tokens[i].text.lower() for i in self._tree.children(frame.token, "aux")}
        several = [f.head for f in frame.fillers if f.role in _STRUCK and self._is_plural(f.head)]
        return token.text.lower().endswith("ing") and bool(aux & {"are", "is"}) and "been" not in aux and bool(several)

    def _is_plural(self, head: int) -> bool:
        """True for "vehicles", which no article or number makes particular ones."""
        token = self._tree.tokens[head]
        bare = not self._tree.children(head, "det", "nummod", "nmod:poss")
        return token.tag == "NOUN" and token.text.lower() != token.lemma.lower() and bare

    def _taking(self, frame: Frame) -> tuple[int, set[str]]:
        """The noun that says how a frame's event is taken, and the lemmas put to it: its own, or that of the bomb that
        went off."""
        token = self._tree.tokens[frame.token]
        if token.tag == "VERB" and token.lemma in _GOES_OFF:
            bombs = [i for i in self._tree.children(frame.token, "nsubj") if self._tree.tokens[i].tag == "NOUN"]
            if bombs and weapon_class(self._tree.tokens[bombs[0]].lemma) is not None:
                return bombs[0], self._put_to(bombs[0])
        return frame.token, self._put_to(frame.token)

    def _put_to(self, noun: int) -> set[str]:
        nouns, head = [noun], self._tree.tokens[noun].head
        if head is not None and self._tree.tokens[head].lemma.lower() in _ROWS and self._tree.case_of(noun) == "of":
            nouns.append(head)  # "a recent wave of bombings"
        return {
            self._tree.tokens[i].lemma.lower() for n in nouns for i in self._tree.children(n, "det", "amod", "nmod")
        }

    def _is_in_a_row(self, token: int, words: set[str]) -> bool:
        """True for "in the third attack in as many days", said of what the sentence has just told."""
        beside = self._tree.is_relation(token, "appos") and "such" in words  # "..., the fourth such murder this year"
        if not words & _NEW or "the" not in words or not (beside or self._tree.case_of(token) == "in"):
            return False
        return is_tally(" ".join(t.text for t in self._tree.tokens[max(0, token - _ROW) : token + 2 * _ROW]))

    def _is_quoted(self, frame: Frame, sentence: Sentence) -> bool:
        """True inside a quotation: who was there tells of it as if nobody had heard of it."""
        before = self._text[sentence.span.start : frame.trigger.start]
        return sum(before.count(mark) for mark in _QUOTES) % 2 == 1

    def _is_said_of_it(self, token: int) -> bool:
        """True for "it was the first attack since June": the word is said of what was told before."""
        told = [self._tree.tokens[i].lemma.lower() for i in self._tree.children(token, "nsubj")]
        return bool(self._tree.children(token, "cop")) and bool({"it", "this", "that"} & set(told))

    def _is_described(self, frame: Frame) -> bool:
        """True for an event noun whose own phrase says whom or what it befell."""
        after = [i for i in self._tree.children(frame.token, "nmod", "acl") if i > frame.token]
        heads = {f.head for f in frame.fillers if f.role in _STRUCK}
        return any(heads & set(self._tree.subtree(i)) for i in after)

    def _is_dated_by_owner(self, frame: Frame) -> bool:
        """True for "Saturday's explosion", "last week's attacks": what is dated so is taken as known."""
        owners = self._tree.children(frame.token, "nmod:poss")
        return frame.time is not None and any(frame.time.overlaps(self._tree.tokens[i].span) for i in owners)

    def turns(self, frame: Frame, sentence: Sentence) -> bool:
        """True behind a sentence's opening that turns to something else: "elsewhere", "in a separate attack"."""
        head = self._tree.tokens[sentence.first : min(sentence.first + 4, frame.token + 1)]
        words = {t.lemma.lower() for t in head} & (_TURNS | _NEW - _OF_TIME)
        return bool(words - _ONE_MORE_OF_THEM if is_effect(frame) else words)
