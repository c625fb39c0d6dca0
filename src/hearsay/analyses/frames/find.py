"""All frames of an analysis, sentence by sentence."""

from __future__ import annotations

from hearsay.analyses.frames.aliases import aliases
from hearsay.analyses.frames.claims import responsibility_frames
from hearsay.analyses.frames.events import event_frames
from hearsay.analyses.frames.offices import offices
from hearsay.analyses.frames.relations import worded_relations
from hearsay.analyses.frames.scene import Scene
from hearsay.analyses.frames.traits import traits
from hearsay.analyses.frames.undated import dated, likely_days
from hearsay.records.analysis import Analysis
from hearsay.records.frame import Frame


def find_frames(analysis: Analysis) -> tuple[Frame, ...]:
    """What happened, whose doing it was, and how the actors stand, in text order."""
    scene = Scene(analysis)
    days = likely_days(analysis.parts)
    found: list[Frame] = []
    for sentence in analysis.sentences:
        events = dated(scene, event_frames(scene, sentence.first, sentence.last), days)
        by_token = {frame.token: frame for frame in events}
        found += events
        found += responsibility_frames(scene, sentence.first, sentence.last, by_token)
        found += worded_relations(scene, sentence.first, sentence.last)
        found += offices(scene, sentence.first, sentence.last)
        found += aliases(scene, sentence.first, sentence.last)
        found += traits(scene, sentence.first, sentence.last)
    unique = {frame.id: frame for frame in reversed(found)}.values()
    return tuple(sorted(unique, key=lambda f: (f.trigger, f.id)))
