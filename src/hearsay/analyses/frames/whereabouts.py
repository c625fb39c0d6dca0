"""Where: the places of a sentence that hang on no trigger, each given to what happened there, or to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.analyses.frames.drafts import STRUCK, Draft
from hearsay.analyses.frames.scene import Scene
from hearsay.records.frame import RoleName
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue

_BEARINGS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west mile
    kilometer kilometre km""".split()
)
_GO = frozenset(
    """travel return march go come bring take flee arrive fly visit drive head rush evacuate transfer airlift
    transport walk escape retreat withdraw deport extradite leave""".split()
)
"""What has a place as its goal, which is no place where something happened."""


def with_stray_places(scene: Scene, drafts: Sequence[Draft], first: int, last: int, taken: set[int]) -> list[Draft]:
    """The drafts with the places of the sentence that hang on no trigger: each goes to the one nearest above it.
    `taken` are the heads of places that belong to others."""
    placed = list(drafts)
    used = {f.head for d in drafts for f in d.frame.fillers} | taken
    stray = [p for p in scene.places_between(first, last) if p not in used and not _is_aside(scene.tree, p)]
    for place in sorted(stray, key=lambda p: _is_landmark(scene.tree, p)):
        chosen = _home_of(scene, place, placed)
        if chosen is None or (_is_landmark(scene.tree, place) and placed[chosen].frame.fillers_of(RoleName.PLACE)):
            continue
        frame = placed[chosen].frame
        fillers = [*frame.fillers, *scene.fillers(RoleName.PLACE, [place])]
        placed[chosen] = replace(
            placed[chosen], frame=replace(frame, fillers=tuple(sorted(fillers, key=lambda f: f.span)))
        )
    return placed


def _is_landmark(tree: Tree, place: int) -> bool:
    """True for "Baghdad" of "80 miles south of Baghdad": it tells where a place lies, not where it happened."""
    top = tree.path_up(place, "compound", "flat", "appos")
    head = tree.tokens[top].head
    return tree.case_of(top) == "of" and head is not None and tree.tokens[head].lemma.lower() in _BEARINGS


def _is_aside(tree: Tree, place: int) -> bool:
    """True for a place that something comes or is said from: "by telephone from Wanni", "told reporters in Kabul"."""
    top = tree.path_up(place, "compound", "flat", "amod")
    if "from" in {tree.case_of(place), tree.case_of(top)}:
        return True
    head = tree.tokens[top].head
    if _is_goal(tree, top):
        return True
    told = head is not None and tree.is_relation(top, "obl") and cue(tree.tokens[head].lemma, "VERB") is not None
    return told and head is not None and head < top and bool(tree.children(head, "obj", "iobj"))


def _is_goal(tree: Tree, top: int) -> bool:
    """True for a place that somebody goes or is taken to: "delegates who had travelled to Oslo"."""
    verb = tree.tokens[top].head
    if verb is None or not tree.is_relation(top, "obl", "obj") or tree.tokens[verb].tag != "VERB":
        return False
    there = tree.case_of(top) in {"to", "toward", "towards", "into", "for"} or tree.is_relation(top, "obj")
    return there and tree.tokens[verb].lemma in _GO


def _home_of(scene: Scene, place: int, drafts: Sequence[Draft]) -> int | None:
    """Which draft a place belongs to: the one that hit what the place is part of ("the embassy in Tunis"), else the
    nearest above it, else the nearest; none where the place tells who somebody is."""
    around = scene.actor_around(place)
    if around is not None:
        # "killed eight people, all farmers in Tilora": whoever is named beside those struck is where they are
        whom = {around, scene.tree.path_up(around, "appos", "conj")}
        struck = [i for i, d in enumerate(drafts) if any(f.head in whom and f.role in STRUCK for f in d.frame.fillers)]
        return struck[0] if struck else None
    above = list(scene.tree.ancestors(place))
    near = [i for i, d in enumerate(drafts) if d.found.token in above]
    near = near or [i for i, d in enumerate(drafts) if _carrier_of(scene.tree, d.found.token) in above]
    near = near or [i for i, d in enumerate(drafts) if not d.frame.hypothetical]
    return min(near, key=lambda i: (abs(drafts[i].found.token - place), i), default=None)


def _carrier_of(tree: Tree, noun: int) -> int | None:
    """The verb that an event noun is the subject or object of: "a bomb tore through a market in the city of X"."""
    token = tree.tokens[noun]
    return token.head if token.tag != "VERB" and tree.is_relation(noun, "nsubj", "obj") else None
