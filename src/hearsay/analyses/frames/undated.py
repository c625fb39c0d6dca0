"""When an incident was, by the model, where the rules say nothing.

The rules know constructions, and find nothing where a sentence is built in another way; the model has seen many ways
and knows none for certain. So it is asked where a rule left the time of a deed open, and told nothing that a rule
knows for the time of something else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from hearsay.analyses.frames.scene import Scene
from hearsay.records.analysis import PartShare
from hearsay.records.frame import Frame
from hearsay.vocabulary.kinds import FOUND_LATER

LIKELY = 0.7
"""From which likelihood the model is heard; set on real reports, beside which the invented ones are easy."""

Days = Mapping[int, Sequence[int]]
"""The words that the model holds for a deed's day, likeliest first, by the deed's word."""


def likely_days(parts: Iterable[PartShare]) -> Days:
    """Of all shares of an analysis, those that are heard."""
    found: dict[int, list[int]] = {}
    for one in sorted(parts, key=lambda one: -one.share):
        if one.part == "date" and one.share >= LIKELY:
            found.setdefault(one.deed, []).append(one.word)
    return found


def dated(scene: Scene, events: Sequence[Frame], days: Days) -> list[Frame]:
    """The event frames of a sentence, with its likeliest time for those that the rules gave none. A time that the rules
    gave to another of them stays that one's."""
    taken = {frame.time for frame in events if frame.time is not None}

    def one(frame: Frame) -> Frame:
        later = scene.tree.tokens[frame.token].lemma.lower() in FOUND_LATER
        if frame.hypothetical or frame.time is not None or later:
            return frame
        spans = (scene.time_said_of(word, frame.token) for word in days.get(frame.token, ()))
        return replace(frame, time=next((span for span in spans if span is not None and span not in taken), None))

    return [one(frame) for frame in events]
