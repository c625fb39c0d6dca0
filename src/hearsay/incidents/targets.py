"""What an incident hit, and with what, in the report's own words."""

from __future__ import annotations

from collections.abc import Sequence

from hearsay.records.analysis import Analysis
from hearsay.records.frame import Filler, Frame, RoleName
from hearsay.records.incident import Target
from hearsay.records.span import Span
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds
from hearsay.vocabulary.nouns import target_kind

_HOW_MANY = frozenset("score dozen hundred thousand number handful several many none lot".split())
_GROUND = frozenset(
    """capital province region country island district county state republic territory peninsula north south east
    west""".split()
)
_MIDDLES = frozenset({"area", "centre", "center", "heart", "outskirts", "edge", "streets"})
"""What is hit only as the place where something was."""
_WRECKS = frozenset({"bombing", "strike", "arson"})
_INSIDE = frozenset({"in", "at", "inside", "into", "under", "on", "through", "outside"})


class Targets:
    """Chooses the targets and weapons of the incidents of one analysis."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._tree = Tree(analysis.tokens)
        self._actors = {actor.id: actor for actor in analysis.actors}

    def target(self, frames: Sequence[Frame]) -> Target | None:
        """What was hit: the first target that the report names, else the first victims. A town, a province or the
        middle of a city is where it happened."""
        for role in (RoleName.TARGET, RoleName.VICTIM):
            named = [f for frame in frames for f in frame.fillers_of(role) if self._names_something(f)]
            things = [f for f in named if not self._is_ground(f)] or self._sites(frames, role)
            if things:
                return self._target_from(things[0])
        return None

    def _sites(self, frames: Sequence[Frame], role: RoleName) -> list[Filler]:
        """The buildings in which something blew up or burned, where the report names nothing else that it hit."""
        if role is not RoleName.TARGET:
            return []
        if not any(kinds()[f.kind].group in _WRECKS for f in frames):
            return []
        spots = [filler for frame in frames for filler in frame.fillers_of(RoleName.PLACE)]
        inside = [s for s in spots if self._tree.case_of(s.head) in _INSIDE]
        return [s for s in inside if target_kind(self._tree.tokens[s.head].lemma) is not None]

    def _is_ground(self, filler: Filler) -> bool:
        """True for "the Somali capital", "the province of X", "the centre of X", "Kabul"; not for "a village"."""
        token = self._tree.tokens[filler.head]
        below = [self._tree.case_of(i) for i in self._tree.children(filler.head, "nmod")]
        if token.lemma.lower() in _GROUND or (token.lemma.lower() in _MIDDLES and "of" in below):
            return True
        built = target_kind(token.lemma) is not None or filler.reference in self._actors
        return token.entity == "LOC" and not built

    def _names_something(self, filler: Filler) -> bool:
        """False for "17", "20 of them" and pronouns, which say how many and not who."""
        token = self._tree.tokens[filler.head]
        return token.tag not in {"PRON", "NUM", "DET"} and token.lemma.lower() not in _HOW_MANY

    def _target_from(self, filler: Filler) -> Target:
        token = self._tree.tokens[filler.head]
        modified = [self._tree.tokens[i].lemma for i in self._tree.children(filler.head, "compound")]
        kind = target_kind(" ".join([*modified, token.lemma]))
        actor = filler.reference if filler.reference in self._actors else None
        return Target(what=self.bare(filler), kind=kind.name if kind else None, actor=actor)

    def weapon(self, frames: Sequence[Frame]) -> str | None:
        named = [f for frame in frames for f in frame.fillers_of(RoleName.WEAPON)]
        return self.bare(named[0]) if named else None

    def bare(self, filler: Filler) -> str:
        """The phrase without its article."""
        articles = [*self._tree.children(filler.head, "det"), *self._dead(filler.head)]
        start = filler.span.start
        if articles and self._tree.tokens[articles[0]].span.start == start and articles[0] < filler.head:
            start = self._tree.tokens[articles[0] + 1].span.start
        return self._text(Span(start, filler.span.end))

    def _dead(self, head: int) -> list[int]:
        """The "dead" of "shot dead four policemen", which parsers put to the policemen."""
        return [i for i in self._tree.children(head, "amod") if self._tree.tokens[i].lemma.lower() == "dead"]

    def _text(self, span: Span) -> str:
        return " ".join(span.of(self._analysis.document.text).split())
