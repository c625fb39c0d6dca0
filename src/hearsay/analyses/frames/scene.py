"""An analysis as the frame rules look at it: who its words stand for, and when and where what they tell happened."""

from __future__ import annotations

from hearsay.analyses.frames.cast import Cast
from hearsay.analyses.frames.syntax import referent
from hearsay.analyses.frames.triggers import may_trigger
from hearsay.records.actor import ActorKind
from hearsay.records.span import Span
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.kinds import triggers

_BEGINS = frozenset({"begin", "start", "happen", "occur", "take", "erupt", "break", "last"})
_STAGE = frozenset({"stage", "mount", "launch", "carry", "conduct", "commit", "perpetrate"})
_SAID_IN = frozenset(
    """statement message communique communiqué letter interview video leaflet broadcast website telegram phone
    telephone post""".split()
)
"""What words are put in: a time behind one is when they were said."""
_WHERE = frozenset({"at", "in", "inside", "near", "outside", "around"})
_HOUSED = frozenset({ActorKind.GOVERNMENT, ActorKind.OTHER, ActorKind.PARTY, ActorKind.OUTLET})
_UP = 4  # steps from an event to the clause that it is told in
_FAR = 50  # steps: a time that hangs on nothing near goes to the only event there is


class Scene(Cast):
    """An analysis as the frame rules look at it: by token."""

    def time_of(self, index: int) -> Span | None:
        """The temporal expression that says when the trigger's event was: the one nearest to it in the tree."""
        best: tuple[int, Span] | None = None
        sentence = self.sentence_of(index)
        for top in range(sentence.first, sentence.last):
            span = self._times.get(top)
            if span is None or self._is_when_said(top, index) or self._is_since(top, index):
                continue
            distance = self._climb(top, index)
            if distance is None and self._alone(index):
                distance = _FAR if self._free(top, index) else None
            if distance is not None and (best is None or distance < best[0]):
                best = (distance, span)
        shared = None if best else self._beside(index)
        if shared is not None:
            return self.time_of(shared)  # "in two years X were killed or arrested"
        return best[1] if best else self._when(index)

    def time_said_of(self, word: int, index: int) -> Span | None:
        """The temporal expression that a word is part of, unless it is known to tell of something else than the
        trigger: when that was said, what it is held against."""
        at = self.tree.tokens[word].span
        for top, span in self._times.items():
            if span.contains(at):
                return None if self._is_when_said(top, index) or self._is_since(top, index) else span
        return None

    def _beside(self, index: int) -> int | None:
        """The verb whose clause a clause goes on with: "on Monday a mine killed two, while in X a bomb went off"; not
        "shot a man on Monday and have attacked schools"."""
        carrier = self._carrier(index)
        for at in (index, carrier):
            if at is None or self._head(at) < 0:
                continue
            marks = {self.tree.tokens[i].text.lower() for i in self.tree.children(at, "mark", "advmod")}
            if any(self.tree.tokens[i].lemma == "have" for i in self.tree.children(at, "aux")) and at != index:
                continue
            if self.tree.is_relation(at, "conj") or (self.tree.is_relation(at, "advcl") and "while" in marks):
                return self._head(at)
        return None

    def _when(self, index: int) -> Span | None:
        """The time that a clause with "when" hangs on: "the biggest since 1983, when they killed 40 in a raid"."""
        at: int | None = index
        for _ in range(_UP):
            if at is None:
                return None
            for mark in self.tree.children(at, "advmod", "mark", "obl"):
                if self.tree.tokens[mark].text.lower() == "when" and mark > 1:
                    before = mark - 2 if self.tree.tokens[mark - 1].text == "," else mark - 1
                    end = self.tree.tokens[before].span.end
                    return next((span for span in self._times.values() if span.end == end), None)
            at = self.tree.tokens[at].head if self.tree.is_relation(at, "conj", "obl", "nmod", "obj", "xcomp") else None
        return None

    def _is_when_said(self, top: int, index: int) -> bool:
        """True for the Friday of "claimed the attack in a statement on its website on Friday", whatever it hangs on."""
        between = {t.lemma.lower() for t in self.tree.tokens[index + 1 : top]}
        return self.tree.tokens[index].tag == "NOUN" and bool(between & _SAID_IN)

    def _is_since(self, top: int, index: int) -> bool:
        """True for a time that another is held against: "the first since 2009", "since it was banned, a year ago"."""
        if any(t.text.lower() == "since" for t in self.tree.tokens[index + 1 : top]):
            return True
        above = [top]
        for at in self.tree.ancestors(top):
            if at == index:
                break
            above.append(at)
        marks = [i for at in above for i in self.tree.children(at, "case", "mark")]
        return any(self.tree.tokens[i].text.lower() == "since" for i in marks)

    def _alone(self, index: int) -> bool:
        """True for the only trigger of its sentence."""
        sentence = self.sentence_of(index)
        others = [i for i in range(sentence.first, sentence.last) if i != index and may_trigger(self.tree, i)]
        return not others

    def _free(self, top: int, index: int) -> bool:
        """True for a time that says neither when something was said nor when something else was done: no verb, or one
        that the trigger hangs on too, stands over it."""
        head = self._head(top)
        noun = head >= 0 and self.tree.tokens[head].tag in {"NOUN", "PROPN"}
        if noun and self._dates(top, head) and not may_trigger(self.tree, head):
            return False  # "a 2002 accord"
        above = next((a for a in self.tree.ancestors(top) if self.tree.tokens[a].tag == "VERB"), None)
        if above is None:
            return True
        shared = above == index or above in self.tree.ancestors(index)
        return shared and cue(self.tree.tokens[above].lemma, "VERB") is None

    def _climb(self, top: int, index: int) -> int | None:
        """How far a time is below the trigger, or below the verb that carries it; None when another owns the time."""
        carrier = self._carrier(index)
        for distance, above in enumerate(self.tree.ancestors(top)):
            if above in {index, carrier}:
                return 2 * distance + (above != index)  # of two as near, its own and not that of its carrier
            token = self.tree.tokens[above]
            if token.tag == "VERB" and self._goes_on_to(above, carrier, index):
                return None  # "survived the attack and fled on Monday"
            if may_trigger(self.tree, above) or cue(token.lemma, token.tag) is not None:
                return None
            if token.tag == "VERB" and self._is_clause_of_its_own(above) and not self._tells_of(above, index):
                return None  # "a faction that split from it in 2014": the time of another clause
            if token.tag in {"NOUN", "PROPN"} and self._dates(top, above):
                return None  # "a Christmas party": the time of something else
        return None

    def _dates(self, top: int, noun: int) -> bool:
        """True for a bare time that tells of the noun; not for one that only stands behind the name of somebody or of a
        place: "stoned a car carrying Mary Osei Sunday", "hit a bus in Port Hale Monday"."""
        if self.tree.case_of(top) is not None:
            return False
        named = self.tree.tokens[noun].tag == "PROPN" or noun in self._mentions or noun in self._places
        return not (noun < top and named)

    def _goes_on_to(self, verb: int, carrier: int | None, index: int) -> bool:
        """True for a verb beside the one that carries an event noun, which tells what came after it."""
        beside = carrier is not None and self.tree.is_relation(verb, "conj") and self._head(verb) == carrier
        return beside and self.tree.tokens[index].tag == "NOUN" and verb > index

    def _tells_of(self, verb: int, noun: int) -> bool:
        """True for "tore" of "the bombing that tore through the market on Tuesday", and for "staged" of "an ambush that
        rebels staged on Tuesday": the clause tells of the noun."""
        if self.tree.tokens[verb].head != noun:
            return False
        done = self.tree.is_relation(verb, "acl") and self.tree.tokens[verb].lemma.lower() in _STAGE
        return done or any(referent(self.tree, i) == noun for i in self.tree.children(verb, "nsubj"))

    def _is_clause_of_its_own(self, verb: int) -> bool:
        """True for a clause whose time is its own; "guests leaving a church on Sunday" and "fighting, which began on
        Monday" share it with what they hang on."""
        token = self.tree.tokens[verb]
        if not self.tree.is_relation(verb, "acl", "advcl", "ccomp", "parataxis"):
            return False
        bare = token.text.lower().endswith("ing") and not self.tree.children(verb, "nsubj", "aux")
        began = self.tree.is_relation(verb, "acl") and token.lemma.lower() in _BEGINS
        return not (bare or began or self._is_meanwhile(verb))

    def _is_meanwhile(self, verb: int) -> bool:
        """True for "sat" of "was shot as he sat in his car on Monday": what went on when it happened."""
        marks = {self.tree.tokens[i].text.lower() for i in self.tree.children(verb, "mark", "advmod")}
        before = any(self.tree.tokens[i].lemma == "have" for i in self.tree.children(verb, "aux"))
        return self.tree.is_relation(verb, "advcl") and bool(marks & {"as", "when", "while"}) and not before

    def places_between(self, first: int, last: int) -> list[int]:
        """The top tokens of the places in `tokens[first:last]`, in text order."""
        inside = [i for i in range(first, last) if i in self._places]
        return [i for i in inside if self._places.get(self._head(i)) != self._places[i]]

    def _head(self, index: int) -> int:
        head = self.tree.tokens[index].head
        return -1 if head is None else head

    def actor_around(self, index: int) -> int | None:
        """The head of the actor that a place tells of, not of where it was: "an official in Quetta", "Kabul police"."""
        if index in self._mentions:
            return index
        for above in self.tree.ancestors(index):
            token = self.tree.tokens[above]
            if token.tag in {"VERB", "AUX"} or (token.lemma.lower(), "NOUN") in triggers():
                return None
            if above in self._mentions and not self._is_scene(above):
                return above
        return None

    def _is_scene(self, index: int) -> bool:
        """True for a body that stands for its premises: killed "at a mission near Mutare"."""
        actor = self.actor_at(index)
        at = self.tree.is_relation(index, "obl") and self.tree.case_of(index) in _WHERE
        return at and actor is not None and actor.kind in _HOUSED

    def _carrier(self, index: int) -> int | None:
        """The verb that an event noun is an argument of, or that an effect hangs on ("tore through the hall, killing
        nine"), unless it only reports it or is an event of its own."""
        token = self.tree.tokens[index]
        if token.head is None:
            return None
        if token.tag == "VERB" and not (
            self.tree.is_relation(index, "advcl", "xcomp") and not may_trigger(self.tree, token.head)
        ):
            return None
        above = self.tree.tokens[token.head]
        return token.head if above.tag == "VERB" and cue(above.lemma, "VERB") is None else None
