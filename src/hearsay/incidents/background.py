"""What a report tells in passing and no incident is made of: running tallies of a year or of a war.

"More than 10,000 people have died since the uprising began" adds up what happened over a stretch of time. It is told
with a number, in the perfect or of a long period, and names no day.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from hearsay.incidents.superseded import RAISING, SUMS
from hearsay.incidents.triggered import is_effect
from hearsay.records.analysis import Analysis
from hearsay.records.edtf import days_of
from hearsay.records.frame import Act, Frame, RoleName
from hearsay.records.tree import CLAUSAL, Tree
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.tallies import is_stretch

_STRETCH = 31  # days: what is counted over more is added up
_A_WAR = 1_000  # so many in the perfect, on no day, are a war's
_YEAR = 366  # days
_LONG = 300  # days: over so many, whatever is counted is added up
_CONFLICTS = frozenset(
    """conflict war insurgency insurrection unrest rebellion uprising struggle crisis strife revolt feud
    hostility troubles""".split()
)
"""What goes on for years: "the insurgency has killed 3,000"."""

_OF_A_WAR = frozenset({"thousands", "million", "millions"})
_MANY = _OF_A_WAR | {"hundreds", "dozens", "scores"}
"""Figures without digits."""


class Background:
    """Tells the frames of one analysis that add up from those that tell of something that happened."""

    def __init__(self, analysis: Analysis) -> None:
        self._text = analysis.document.text
        self._tree = Tree(analysis.tokens)

    def tallies(self, frames: Sequence[Frame], time_of: Callable[[Frame], str | None]) -> set[str]:
        """The ids of the frames that count over a stretch of time, and of those told in one breath with them: "have
        killed thousands and displaced millions"."""
        found = {frame.id for frame in frames if self.is_tally(frame, time_of(frame))}
        at = {frame.token for frame in frames if frame.id in found}
        beside = [f for f in frames if f.id not in found and f.act is Act.EVENT and time_of(f) is None]
        return found | {f.id for f in beside if self._beside(f.token) & at and self._counts(f, vaguely=True)}

    def _beside(self, token: int) -> set[int]:
        """The verbs that a verb is coordinated with and has its subject from."""
        head = self._tree.tokens[token].head
        if head is None or not self._tree.is_relation(token, "conj"):
            return set()
        return {head, *self._tree.children(head, "conj")} - {token}

    def is_tally(self, frame: Frame, time: str | None) -> bool:
        """True for a frame that counts over a stretch of time; `time` is its date or range, None where it has none."""
        if frame.act is not Act.EVENT:
            return False
        if self._is_raised(frame.token):
            return not self._is_of_one(frame.token)
        if not self._counts(frame):
            return False
        spread = _spread(time)
        if spread is not None and spread <= _STRETCH:
            return False
        clause = self._clause(frame)
        words = " ".join(self._tree.tokens[i].text for i in clause)
        if is_stretch(words) or (spread is not None and spread >= _LONG and not self._is_one(frame, spread)):
            return True
        lemmas = {self._tree.tokens[i].lemma.lower() for i in clause}
        if frame.by == "trigger:toll":
            return False
        verbs = [frame.token, *self._tree.children(frame.token, "conj")]
        clauses = [c for verb in verbs for c in self._tree.children(verb, "advcl", "obl")]
        below = [i for c in clauses for i in self._tree.children(c, "mark", "case")]
        lemmas |= {self._tree.tokens[i].lemma.lower() for i in below}
        war = any((c.low or 0) >= _A_WAR or _OF_A_WAR & set(c.as_reported.lower().split()) for c in frame.counts)
        if self._is_perfect(frame) and time is None and war:
            return True  # "more than 10,000 have died", "have killed thousands": of no one incident
        return self._is_perfect(frame) and bool(lemmas & (_CONFLICTS | {"since", "alone"}))

    def _is_one(self, frame: Frame, spread: int) -> bool:
        """True for what happened once, in a year that the report names: "the murder of a banker in 1975", "it killed 40
        in a raid in 1983"; not for what was counted over several years."""
        token = self._tree.tokens[frame.token]
        single = all(c.low == c.high == 1 for c in frame.counts)
        named = token.tag == "NOUN" and not is_effect(frame) and token.text.lower() == token.lemma.lower()
        return spread <= _YEAR and (single or named or frame.antecedent is not None)

    def _counts(self, frame: Frame, vaguely: bool = False) -> bool:
        """True for a figure, or as many as hundreds; "many of its leaders" adds nothing up. `vaguely`: also where such
        words stand for those it befell."""
        struck = [f for f in frame.fillers if f.role in {RoleName.VICTIM, RoleName.TARGET}]
        if vaguely and any(_has_figure(f.span.of(self._text)) for f in struck):
            return True
        if any(c.low is not None or c.high is not None or _has_figure(c.as_reported) for c in frame.counts):
            return True
        token = self._tree.tokens[frame.token]
        return token.tag == "NOUN" and bool(self._tree.children(frame.token, "nummod"))

    def _clause(self, frame: Frame) -> list[int]:
        """The tokens of the frame's own clause, without clauses below it and without those of other events."""
        top = frame.token
        for above in self._tree.ancestors(frame.token):
            token = self._tree.tokens[above]
            if self._tree.is_relation(top, *CLAUSAL) or (token.lemma.lower(), token.tag) in triggers():
                break
            if token.tag in {"VERB", "AUX"} and self._tree.tokens[top].tag in {"VERB", "AUX"}:
                break
            top = above
        return self._tree.subtree(top, CLAUSAL)

    def _is_raised(self, token: int) -> bool:
        """True for "brought to 31 the number of dead": those of more than one incident are added up."""
        below = token
        for above in self._tree.ancestors(token):
            word = self._tree.tokens[above]
            if word.tag == "VERB":
                return word.lemma in RAISING and self._tree.is_relation(below, "obj")
            below = above
            if word.lemma not in SUMS and not self._tree.is_relation(above, "nmod", "acl"):
                return False
        return False

    def _is_of_one(self, token: int) -> bool:
        """True for "raising to eight the number of people killed in that attack": those of one incident."""
        events = [i for i in self._tree.children(token, "obl", "nmod") if self._tree.case_of(i) in {"in", "by"}]
        return any(
            (self._tree.tokens[i].lemma.lower(), "NOUN") in triggers()
            and self._tree.tokens[i].text.lower() == self._tree.tokens[i].lemma.lower()
            and any(
                self._tree.tokens[d].lemma.lower() in {"the", "that", "this"} for d in self._tree.children(i, "det")
            )
            for i in events
        )

    def _is_perfect(self, frame: Frame) -> bool:
        spots = [frame.token, *self._tree.ancestors(frame.token)][:3]
        return any(
            self._tree.tokens[i].text.lower() in {"has", "have", "'ve", "’ve"}
            for spot in spots
            for i in self._tree.children(spot, "aux")
        )


def _has_figure(words: str) -> bool:
    return any(c.isdigit() for c in words) or bool(_MANY & set(words.lower().split()))


def _spread(time: str | None) -> int | None:
    days = days_of(time) if time else None
    return None if days is None else (days[1] - days[0]).days + 1
