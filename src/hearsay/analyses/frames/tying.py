"""Which frames of one sentence are of one event: what it did, beside the word that names it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hearsay.analyses.frames.drafts import STRUCK, Draft
from hearsay.analyses.frames.modality import SERIES
from hearsay.analyses.frames.syntax import agents, obliques, patients, referent
from hearsay.records.frame import Frame, RoleName
from hearsay.records.tree import Tree
from hearsay.vocabulary.kinds import kinds

_SETS_OFF = frozenset({"trigger", "spark", "cause", "follow", "provoke", "prompt", "ignite"})
_BEATS_OFF = frozenset({"repel", "repulse"})
_FIGHTS = frozenset({"assault", "clash"})
_NEAR = 5  # tokens between an event and the "during which" that takes it up
_WHEN = frozenset({"when", "as", "after", "while", "where"})


def tied(tree: Tree, draft: Draft, by_token: Mapping[int, Draft]) -> Frame:
    """The frame, with the event of its own sentence that it belongs to as antecedent."""
    other = _event_of(tree, draft, by_token)
    return draft.frame if other is None else replace(draft.frame, antecedent=other.frame.id)


def _event_of(tree: Tree, draft: Draft, by_token: Mapping[int, Draft]) -> Draft | None:
    index = draft.found.token
    told_of = _told_of_subject(tree, index, by_token) or _what_set_off(tree, draft, by_token)
    if told_of is not None:
        return told_of
    candidates: list[int] = []
    if tree.tokens[index].tag == "VERB":
        candidates += [i for one in agents(tree, index) for i in (one, *_in_series(tree, one))]
        candidates += [
            i for one in obliques(tree, index, "in", "during", "by", "from") for i in (one, *_in_series(tree, one))
        ]
        if draft.found.entry.effect is not None:
            candidates += obliques(tree, index, "after", "following")  # "died after the blast"; no raid after another
        head = tree.tokens[index].head
        if tree.is_relation(index, "acl") and head is not None:
            # "an attack on a bus that killed 43": the clause may hang on what was attacked
            owners = [d.found.token for d in by_token.values() if any(f.head == head for f in d.frame.fillers)]
            candidates += [referent(tree, head), *sorted(owners, key=lambda owner: abs(owner - index))]
    if tree.tokens[index].tag == "VERB":
        # "shot dead eight and wounded six during an attack": the attack is that of both
        candidates += [i for verb in tree.children(index, "conj") for i in obliques(tree, verb, "in", "during")]
    if tree.tokens[index].tag == "VERB" and _is_when(tree, index):
        # "in a separate attack, four were killed when a mine exploded": the attack that the effect is of
        above = tree.tokens[index].head
        candidates += [] if above is None else obliques(tree, above, "in", "during")
    candidates += _in_which(tree, index)
    if tree.tokens[index].lemma in _BEATS_OFF:
        candidates += patients(tree, index)  # "repelled the attack"
    candidates += _of_what_left(tree, index)
    for clause in tree.children(index, "advcl"):
        if any(tree.tokens[m].lemma.lower() in _WHEN for m in tree.children(clause, "mark", "advmod")):
            # "when a bomb was lobbed": the event is the clause's verb, or what it is about
            candidates += [clause, *tree.children(clause, "nsubj", "obj"), *obliques(tree, clause, "under")]
    head = tree.tokens[index].head
    if draft.found.entry.effect is not None and head is not None:
        # "one was killed and seventy were injured": effects side by side are one event's
        candidates += [
            i for i in tree.children(head) if i != index and tree.is_relation(i, tree.tokens[index].relation)
        ]
    if head is not None and tree.is_relation(index, "advcl", "conj", "xcomp", "obl", "parataxis", "nmod", "obj", "acl"):
        candidates.append(head)
    if head is not None and tree.is_relation(index, "conj") and tree.tokens[head].tag == "NOUN":
        above = tree.tokens[head].head  # "killed two people and hospitalised 15", hung on the people
        candidates += [] if above is None else [above]
    for candidate in candidates:
        other = by_token.get(candidate)
        if other is not None and other is not draft and _may_be_one(tree, draft, other):
            return other
    return None


def _told_of_subject(tree: Tree, index: int, by_token: Mapping[int, Draft]) -> Draft | None:
    """ "A bomb targeting a patrol exploded": what the bomb was for and what it did are one event."""
    if tree.tokens[index].tag != "VERB":
        return None
    for clause in [i for noun in tree.children(index, "nsubj") for i in tree.children(noun, "acl")]:
        token = tree.tokens[clause]
        if token.relation == "acl" and token.text.lower().endswith("ing") and clause in by_token:
            return by_token[clause]
    return None


def _what_set_off(tree: Tree, draft: Draft, by_token: Mapping[int, Draft]) -> Draft | None:
    """ "The blast triggered a gun battle", "the bombing was followed by gunfire": the fight is part of the attack."""
    noun = draft.found.token
    verb = tree.tokens[noun].head
    fight = kinds()[draft.found.kind].group == "clash" or draft.found.kind == "shooting"
    if not fight or verb is None or tree.tokens[noun].tag != "NOUN" or tree.tokens[verb].lemma not in _SETS_OFF:
        return None
    if not tree.is_relation(noun, "obj") and tree.case_of(noun) != "by":
        return None
    return next((by_token[i] for i in tree.children(verb, "nsubj") if i in by_token and i != noun), None)


def _of_what_left(tree: Tree, index: int) -> list[int]:
    """ "A bombing that killed 150 and left 300 wounded": the event that left them so, and its other effects."""
    verb = tree.tokens[index].head
    if verb is None or not tree.is_relation(index, "xcomp", "conj", "obj") or tree.tokens[verb].lemma != "leave":
        return []
    above = tree.tokens[verb].head
    beside = [above] if above is not None and tree.is_relation(verb, "conj", "advcl") else []
    return [*agents(tree, verb), *beside]


def _in_which(tree: Tree, index: int) -> list[int]:
    """The fighting of "fighting, during which cars were burned"."""
    which = [i for i in obliques(tree, index, "in", "during") if tree.tokens[i].text.lower() == "which"]
    return [noun for i in which for noun in range(i - 2, max(i - _NEAR, 0), -1)]


def _in_series(tree: Tree, index: int) -> list[int]:
    """The bombings of "a wave of bombings"."""
    return obliques(tree, index, "of") if tree.tokens[index].lemma.lower() in SERIES else []


def _is_arrest(draft: Draft) -> bool:
    return kinds()[draft.found.kind].group == "arrest"


def _goes_on(later: Draft, earlier: Draft) -> bool:
    """True for a verb that goes on telling what another told, with neither a time nor a place of its own."""
    own = later.frame.time is not None and later.frame.time != earlier.frame.time
    apart = {f.reference for f in later.frame.fillers_of(RoleName.PLACE)} - {
        f.reference for f in earlier.frame.fillers_of(RoleName.PLACE)
    }
    one = {f.reference for f in later.frame.fillers_of(RoleName.PERPETRATOR)}
    other = {f.reference for f in earlier.frame.fillers_of(RoleName.PERPETRATOR)}
    return not own and not apart and one == other and earlier.frame.trigger < later.frame.trigger


def _is_when(tree: Tree, clause: int) -> bool:
    marks = {tree.tokens[m].lemma.lower() for m in tree.children(clause, "mark", "advmod")}
    return tree.is_relation(clause, "advcl") and bool(marks & _WHEN)


def _may_be_one(tree: Tree, effect: Draft, event: Draft) -> bool:
    """An effect belongs to the event beside it; two events are one only when one of them is the unspecific word."""
    if event.frame.antecedent == effect.frame.id or event.frame.hypothetical != effect.frame.hypothetical:
        return False
    if effect.found.entry.effect is not None:
        return event.found.entry.effect is None or event.frame.trigger < effect.frame.trigger
    by = [i for one in agents(tree, effect.found.token) for i in (one, *_in_series(tree, one))]
    if effect.found.entry.lemma in _BEATS_OFF and event.found.token in patients(tree, effect.found.token):
        return True
    if event.found.token in _in_which(tree, effect.found.token):
        return True  # "fighting, during which the rebels burned barns"
    if event.found.entry.tag == "NOUN" and event.found.token in by:
        return True  # "the operation rounded up 32 people": what an event does is part of it
    if event.found.entry.tag == "NOUN" and event.found.token in obliques(tree, effect.found.token, "in", "during"):
        groups = {kinds()[effect.found.kind].group, kinds()[event.found.kind].group}
        if len(groups) == 1 or effect.found.kind == "attack" or groups <= _FIGHTS:
            return True  # "attacked a post in a two-hour raid"
    told = tree.tokens[effect.found.token].head
    whose = [f.head for f in event.frame.fillers if f.role is RoleName.VICTIM]
    if (
        event.found.entry.tag == "NOUN"
        and tree.is_relation(effect.found.token, "acl")
        and told in {*whose, event.found.token}
    ):
        return True  # "the murder of the mayor, who was shot dead"
    shared = {f.head for f in effect.frame.fillers if f.role in STRUCK} & {f.head for f in event.frame.fillers}
    unlike = _is_arrest(effect) != _is_arrest(event) and "armed assault" not in {effect.found.kind, event.found.kind}
    if unlike and not shared:
        return False  # "police shot dead two looters and arrested 17 others"
    if effect.found.entry.tag == event.found.entry.tag == "VERB":
        # "stormed the museum, seizing and gunning down tourists": one doer, one place, one sentence, one incident
        return _goes_on(effect, event)
    # "in a separate attack, fifteen people were hacked to death": the unspecific noun and what it was are one
    return event.found.entry.role == "generic" and effect.found.entry.tag == "VERB"
