"""What the model says of when an incident was, where the rules say nothing.

The rules know constructions, and find nothing where a sentence is built in another way; the model has seen many ways
and knows none for certain. So it is asked where a rule left the time of a deed open, and told nothing that a rule
knows for the time of something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from hearsay.analyses.frames.scene import Scene
from hearsay.records.analysis import PartShare
from hearsay.records.frame import Frame
from hearsay.records.span import Span

LIKELY = 0.7
"""From which likelihood the model is heard; set on real reports, beside which the invented ones are easy."""
_LATER = frozenset({"die", "dead", "death", "body", "corpse", "toll", "fatality", "casualty", "find"})
"""Words for what comes days after the event: the wounded die, bodies are found, a toll rises."""


class Weighing:
    """The model's word on one analysis."""

    def __init__(self, scene: Scene, parts: Iterable[PartShare]) -> None:
        self._scene = scene
        self._days: dict[int, list[PartShare]] = {}
        for one in parts:
            if one.part == "date" and one.share >= LIKELY:
                self._days.setdefault(one.deed, []).append(one)

    def dated(self, events: Sequence[Frame]) -> list[Frame]:
        """The event frames of a sentence, with its likeliest time for those that the rules gave none. A time that the
        rules gave to another of them stays that one's."""
        taken = frozenset(frame.time for frame in events if frame.time is not None)
        return [self._dated(frame, taken) for frame in events]

    def _dated(self, frame: Frame, taken: frozenset[Span]) -> Frame:
        token = self._scene.tree.tokens[frame.token]
        if frame.hypothetical or frame.time is not None or token.lemma.lower() in _LATER:
            return frame
        said = sorted(self._days.get(frame.token, ()), key=lambda one: -one.share)
        spans = (self._scene.time_said_of(one.word, frame.token) for one in said)
        best: Span | None = next((span for span in spans if span is not None and span not in taken), None)
        return frame if best is None else replace(frame, time=best)
