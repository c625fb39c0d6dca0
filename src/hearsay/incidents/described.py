"""Which named group a described doer is: "suspected rebels" in the lead, "the guerrillas" further on.

The report is asked, not guessed at. A description is a group where whoever gives it (or the report in its own words)
also names that group for the deed, and no other. Where the name is only a suspicion, so is what was said of the
description. What two sides say stays theirs: "militants stormed it, police said; the X claimed it" makes no police
accuse the X.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from hearsay.incidents.affiliations import Affiliations
from hearsay.records.actor import ActorKind
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.document import BlockKind
from hearsay.records.frame import Filler, Frame
from hearsay.records.incident import Part, Stance
from hearsay.records.positions import Positions
from hearsay.records.statement import Statement
from hearsay.records.tree import Tree
from hearsay.vocabulary.countries import demonym_country

_REBELS = frozenset(
    """rebel militant guerrilla guerilla insurgent separatist jihadist jihadi extremist fighter militiaman paramilitary
    islamist terrorist""".split()
)
"""Nouns that may stand for an armed group that is named elsewhere."""
_OTHERS = frozenset(
    """rival other another different unidentified unknown unspecified second third new several various separate former
    ex local""".split()
)
"""What keeps a description from being the group that is named."""
_BODIES = frozenset({ActorKind.ARMED_GROUP, ActorKind.PARTY, ActorKind.OTHER})
"""What a named group of rebels may be taken for."""
_NAME_FOLLOWS = 3  # sentences behind the lead in which a name is still that of who the lead describes
_NAMING = frozenset({Stance.REPORTED, Stance.ACCUSED, Stance.SUSPECTED})
"""Stances in which somebody other than the group names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One frame's word on one doer. `titled` words stand in the headline; the doers of `unnamed` ones are known by
    their deed alone."""

    actor: str
    part: Part
    stance: Stance
    filler: Filler
    frame: Frame
    statement: Statement
    titled: bool
    unnamed: bool = False

    @property
    def speaker(self) -> str:
        """Who says it: the innermost speaker's actor, or the words for it."""
        last = self.statement.speakers[-1]
        return last.actor or last.name


class Described:
    """Tells which named groups the described doers of one analysis are. `said` is all that it says of doers."""

    def __init__(self, analysis: Analysis, tree: Tree, affiliations: Affiliations, said: Iterable[Said]) -> None:
        self._tree = tree
        self._affiliations = affiliations
        self._positions = Positions(analysis.tokens, analysis.sentences)
        bodies = [n for n, s in enumerate(analysis.sentences) if s.block is BlockKind.BODY]
        self._lead = bodies[0] if bodies else 0
        named = {m.actor for m in analysis.mentions if m.form is MentionForm.NAME}
        groups = {a.id for a in analysis.actors if a.kind is ActorKind.ARMED_GROUP}
        self._groups = {a.id: a.country for a in analysis.actors if a.id in named and a.kind in _BODIES}
        self._nameless = frozenset(a.id for a in analysis.actors) - named
        self._generic = (groups - named) & self._only_rebels(analysis)
        told = list(said)
        self._naming = [s for s in told if s.actor in self._groups and s.stance in _NAMING]
        known = groups | {s.actor for s in told}
        self._first: dict[str, int] = {}
        for mention in analysis.mentions:
            if mention.form is MentionForm.NAME and mention.actor in self._groups and mention.actor in known:
                self._first[mention.actor] = min(mention.head, self._first.get(mention.actor, mention.head))

    def named(self, said: Sequence[Said]) -> list[Said]:
        """The words on one incident's doers with names where descriptions stood, as far as it is told. Of somebody
        whom only a headline describes nothing is left where the text says who it was."""
        kept: list[Said] = []
        for word in said:
            meant = self._meant(word, said) if word.actor in self._generic else None
            if meant is None:
                kept.append(word)
            elif not any(self._says_so(other, meant, word) for other in said):
                kept.append(meant)
        in_text = {w.actor for w in kept if not w.titled and w.stance is not Stance.DENIED}
        return [w for w in kept if not (w.titled and w.actor in self._nameless and in_text - {w.actor})]

    def _meant(self, word: Said, said: Sequence[Said]) -> Said | None:
        """The word with the group's name; None where the report leaves open which group is meant."""
        if word.stance not in _NAMING:
            return self._own_word(word)
        near = [s for s in said if s.part is word.part and s.actor in self._groups and s.stance in _NAMING]
        support = self._of_one(word, near)
        if not support:
            known = self._known_at(word)
            naming = [s for s in self._naming if s.actor in known]
            support = [s for s in self._of_one(word, naming) if self._points_to(word, s)]
        if not support or not self._agree(word.filler.head, support[0].actor):
            return None
        doubted = all(s.stance is Stance.SUSPECTED for s in support)
        stance = Stance.SUSPECTED if doubted else word.stance
        return replace(word, actor=support[0].actor, stance=stance)

    def _own_word(self, word: Said) -> Said | None:
        """ "The insurgents denied it", "the rebels claimed the attack": the one group named before them."""
        known = self._known_at(word)
        if len(self._apart(known)) != 1 or not self._is_definite(word.filler.head):
            return None
        return replace(word, actor=known[0]) if self._agree(word.filler.head, known[0]) else None

    def _known_at(self, word: Said) -> list[str]:
        """The groups that a description may mean: those named before it, for "the guerrillas"; else all."""
        head = word.filler.head
        before = [group for group, first in self._first.items() if first < head]
        return before if before and self._is_definite(head) else list(self._first)

    def _of_one(self, word: Said, naming: Sequence[Said]) -> list[Said]:
        """What names the group for the same side, or in the report's own words; nothing where several are named."""
        if len(self._apart([s.actor for s in naming])) != 1:
            return []
        side = self._side(word)
        return [s for s in naming if s.stance is Stance.REPORTED or self._side(s) == side]

    def _says_so(self, other: Said, meant: Said, word: Said) -> bool:
        """True where the same side says as much, or more, of the group by its name."""
        alike = other is not word and other.actor == meant.actor and other.part is meant.part
        return alike and other.stance in _NAMING and self._body(other) == self._body(word)

    def _apart(self, groups: Sequence[str]) -> list[str]:
        """The groups of which none is the faction or another name of one before it."""
        kept: list[str] = []
        for group in dict.fromkeys(groups):
            if not any(self._affiliations.are_kin(group, other) for other in kept):
                kept.append(group)
        return kept

    def _side(self, word: Said) -> str:
        """Who says it, as a side: the authorities are one."""
        told = len(word.statement.speakers) > 1 and self._affiliations.is_official(word.statement.speakers[-1])
        return "authorities" if told else self._body(word)

    def _body(self, word: Said) -> str:
        """Whom the speaker speaks for: the report itself, a body, or nobody else."""
        if len(word.statement.speakers) == 1:
            return "report"
        last = word.statement.speakers[-1]
        if last.actor is None or (
            last.actor in self._nameless and self._affiliations.body_of(last.actor) == last.actor
        ):
            return last.name.casefold().removeprefix("the ")
        return self._affiliations.body_of(last.actor)

    def _points_to(self, word: Said, naming: Said) -> bool:
        """True for "the guerrillas" behind the group's name; for a headline, which leaves the name to the text; for
        the lead, where the name follows within a few sentences."""
        head, opening = word.filler.head, self._positions.number_of(word.filler.head) - self._lead
        if word.titled or (self._is_definite(head) and min(self._first.values()) < head):
            return True
        return opening <= 0 and self._positions.number_of(naming.filler.head) - self._lead <= _NAME_FOLLOWS

    def _is_definite(self, head: int) -> bool:
        """True for "the guerrillas", "one of the militants": words for somebody told of before."""
        top = [head, *(i for i in self._tree.children(head, "nmod") if self._tree.case_of(i) == "of")]
        articles = [self._tree.tokens[i].lemma.lower() for at in top for i in self._tree.children(at, "det")]
        return "the" in articles or "these" in articles

    def _agree(self, head: int, group: str) -> bool:
        """False for "Ugandan rebels" beside a Congolese group."""
        country = self._groups[group]
        before = [self._tree.tokens[i].text for i in self._tree.children(head, "amod", "compound")]
        told = {c for word in before if (c := demonym_country(word)) is not None}
        return country is None or not told or country in told

    def _only_rebels(self, analysis: Analysis) -> frozenset[str]:
        """The actors whose every description is one of rebels, with nothing that sets them apart."""
        words: dict[str, list[bool]] = {}
        for mention in analysis.mentions:
            if mention.form is MentionForm.NOMINAL:
                lemma = self._tree.tokens[mention.head].lemma.lower()
                below = self._tree.children(mention.head, "amod", "compound", "det")
                apart = {self._tree.tokens[i].lemma.lower() for i in below} & _OTHERS
                words.setdefault(mention.actor, []).append(lemma in _REBELS and not apart)
        return frozenset(actor for actor, fit in words.items() if all(fit))
