"""Where: the places of a sentence that hang on no trigger, each given to what happened there, or to nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from hearsay.analyses.frames.drafts import STRUCK, Draft
from hearsay.analyses.frames.scene import Scene
from hearsay.records.actor import ActorKind
from hearsay.records.frame import RoleName
from hearsay.records.tree import Tree
from hearsay.vocabulary.cues import cue
from hearsay.vocabulary.kinds import triggers
from hearsay.vocabulary.nouns import actor_noun, person_role

_BEARINGS = frozenset(
    """north south east west northeast northwest southeast southwest north-east north-west south-east south-west mile
    kilometer kilometre km""".split()
)
_NATIONS = frozenset({"u.s.", "us", "u.k.", "uk", "u.n.", "un", "ussr", "uae"})
"""Short names of states that say whose a thing is where they stand before it: "a U.S. base", "US firms"."""
_OF_SOMEBODY = frozenset("based born educated trained backed bound registered owned flagged language".split())
"""What follows a hyphen behind the name of a place where somebody is or is from."""
_MESSAGES = frozenset(
    """call telephone phone letter statement message communique communiqué interview fax email e-mail post tape video
    broadcast leaflet telegram""".split()
)
"""What is sent to a place, where nothing happened."""
_DASHES = frozenset({",", "-", "--", "–", "—", "("})
_CLAUSES = frozenset({"while", "and", "but", "as", "whereas", ";"})
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
    stray = [
        p
        for p in scene.places_between(first, last)
        if p not in used and (_where_after(scene.tree, p) or not _is_aside(scene.tree, p))
    ]
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


def _where_after(tree: Tree, place: int) -> int | None:
    """The "where" of "will visit Malakal, where fighting broke out": what its clause tells of was there."""
    end = (
        max(tree.subtree(tree.path_up(place, "flat"), frozenset({"acl", "advcl", "appos", "conj", "punct", "nmod"})))
        + 1
    )
    while end < len(tree.tokens) and tree.tokens[end].text in _DASHES:
        end += 1
    return end if end < len(tree.tokens) and tree.tokens[end].text.lower() == "where" else None


def _is_landmark(tree: Tree, place: int) -> bool:
    """True for "Baghdad" of "80 miles south of Baghdad": it tells where a place lies, not where it happened."""
    top = tree.path_up(place, "compound", "flat", "appos")
    head = tree.tokens[top].head
    return tree.case_of(top) == "of" and head is not None and tree.tokens[head].lemma.lower() in _BEARINGS


def _is_aside(tree: Tree, place: int) -> bool:
    """True for a place that something comes or is said from: "by telephone from Wanni", "told reporters in Kabul"."""
    top = tree.path_up(place, "compound", "flat", "amod")
    if "from" in {tree.case_of(place), tree.case_of(top)} or is_whose(tree, place) or _is_where_based(tree, place):
        return True
    head = tree.tokens[top].head
    cases = {tree.case_of(i) for i in (top, *tree.children(top, "compound", "flat"))}  # "of" may hang on "Tel"
    if head is not None and "of" in cases and tree.tokens[head].entity == "PER":
        return True  # "Lt. Levi of Turin": his home
    if _is_told_to(tree, place):
        return True
    if _is_goal(tree, top):
        return True
    told = head is not None and tree.is_relation(top, "obl") and cue(tree.tokens[head].lemma, "VERB") is not None
    return told and head is not None and head < top and bool(tree.children(head, "obj", "iobj"))


def is_whose(tree: Tree, place: int) -> bool:
    """True for a place that says whose somebody or something is: "U.S. firms", "a New York clergyman"."""
    token = tree.tokens[place]
    if token.head is None or not tree.is_relation(place, "compound", "amod", "nmod:poss"):
        return False
    head = tree.tokens[token.head]
    role, noun = person_role(head.lemma), actor_noun(head.lemma)
    person = (role is not None and not role.office) or (noun is not None and noun.kind is ActorKind.CIVILIANS)
    person = person or head.lemma.lower().endswith(("man", "woman", "ist"))
    one = any(tree.tokens[i].lemma.lower() in {"a", "an"} for i in tree.children(token.head, "det"))
    return token.text.lower() in _NATIONS or (person and one)


def _is_where_based(tree: Tree, place: int) -> bool:
    """True for "London" of "a London-based channel"."""
    behind = [t.text.lower() for t in tree.tokens[place + 1 : place + 3]]
    return len(behind) == 2 and behind[0] in {"-", "‑", "–"} and behind[1] in _OF_SOMEBODY


def _is_told_to(tree: Tree, place: int) -> bool:
    """True for "the Turin desk" of "in a telephone call to the Turin desk of a newspaper"."""
    for above in tree.ancestors(place):
        token = tree.tokens[above]
        if token.tag in {"VERB", "AUX"} or (token.lemma.lower(), "NOUN") in triggers():
            return False
        if token.lemma.lower() in _MESSAGES:
            return True
    return False


def opens_clause(tree: Tree, place: int, first: int) -> bool:
    """True for a place that a clause opens with: "while in the southern port of X, an explosion ..."; `first` begins
    its sentence."""
    inside = tree.subtree(tree.path_up(place, "flat", "compound", "nmod", "appos"), frozenset({"punct", "cc"}))
    start, end = min(inside), max(inside) + 1
    before = start == first or tree.tokens[start - 1].text.lower() in _CLAUSES
    return before and end < len(tree.tokens) and tree.tokens[end].text == ","


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
    where = _where_after(scene.tree, place)
    clause = scene.tree.tokens[where].head if where is not None else None
    if clause is not None and _is_aside(scene.tree, place):
        told = [i for i, d in enumerate(drafts) if d.found.token in scene.tree.subtree(clause)]
        if told:
            return min(told, key=lambda i: drafts[i].found.token)
    behind = [i for i, d in enumerate(drafts) if d.found.token > place and not d.frame.hypothetical]
    if behind and opens_clause(scene.tree, place, scene.sentence_of(place).first):
        return min(behind, key=lambda i: drafts[i].found.token)
    above = list(scene.tree.ancestors(place))
    near = [i for i, d in enumerate(drafts) if d.found.token in above]
    near = near or [i for i, d in enumerate(drafts) if _carrier_of(scene.tree, d.found.token) in above]
    near = near or [i for i, d in enumerate(drafts) if not d.frame.hypothetical]
    return min(near, key=lambda i: (abs(drafts[i].found.token - place), i), default=None)


def _carrier_of(tree: Tree, noun: int) -> int | None:
    """The verb that an event noun is the subject or object of: "a bomb tore through a market in the city of X"."""
    token = tree.tokens[noun]
    return token.head if token.tag != "VERB" and tree.is_relation(noun, "nsubj", "obj") else None
