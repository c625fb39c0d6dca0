"""MUC-4 as it is scored since 2020: five string roles, six incident types, over the documents TST1+TST2 and TST3+TST4.

CEAF-REE pools the fillers of a role over a document's templates (Du, Rush and Cardie 2021a, GRIT). GTT's F1 keeps the
templates apart (Du, Rush and Cardie 2021b): templates of one type are aligned so that the document's F1 is best, and
the type counts as a slot of its own. In both an answer is an entity of one or more mentions that is right when all its
mentions are among those of the key's entity; CEAF-REE lets each entity of the key make one answer right, GTT several.

Both are written from the papers and validated by the published outputs of both systems; the tests do it. For GTT
the paper alone left a gap of one point: the opening of its released scorer was read too, to settle it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from hearsay.evaluation.assignment import assignment

ROLES: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPES: Final = ("attack", "arson", "bombing", "kidnapping", "robbery", "forced work stoppage")
TYPE: Final = "incident_type"

Entity = frozenset[str]
"""The normalised mentions of one filler: a key's has all that would do, an answer's mostly one."""

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


@dataclass(frozen=True, slots=True, kw_only=True)
class ModernTemplate:
    """An incident: its type as GTT writes it ("attack", "attempted" ones included) and the fillers of each role."""

    type: str
    roles: Mapping[str, tuple[Entity, ...]] = field(default_factory=dict)

    def fillers(self, role: str) -> tuple[Entity, ...]:
        """The fillers of one of `ROLES`."""
        return self.roles.get(role, ())


def normalised(words: str) -> str:
    """Words as both scorers compare them: in lower case, without punctuation and articles, single spaces."""
    return " ".join(_ARTICLES.sub(" ", words.lower().translate(_PUNCTUATION)).split())


def entity(mentions: Sequence[str]) -> Entity:
    """A filler of these mentions."""
    return frozenset(normalised(mention) for mention in mentions)


def pooled(templates: Sequence[ModernTemplate]) -> dict[str, tuple[Entity, ...]]:
    """The fillers of each role over all templates: those that share a mention are one entity, as GRIT's data has it."""
    found: dict[str, list[Entity]] = {role: [] for role in ROLES}
    for template in templates:
        for role in ROLES:
            for filler in template.fillers(role):
                same = [one for one in found[role] if one & filler]
                found[role] = [one for one in found[role] if not one & filler]
                found[role].append(filler.union(*same))
    return {role: tuple(fillers) for role, fillers in found.items()}


def ree_counts(key: Mapping[str, Sequence[Entity]], answer: Mapping[str, Sequence[Entity]]) -> dict[str, float]:
    """Of one document, `"<role> right"`, `... given` and `... known`, and their sums over the roles."""
    counts: dict[str, float] = {}
    for role in ROLES:
        counts[f"{role} right"] = _right(key.get(role, ()), answer.get(role, ()))
        counts[f"{role} given"] = len(answer.get(role, ()))
        counts[f"{role} known"] = len(key.get(role, ()))
    return counts | _sums(counts, ROLES)


def gtt_counts(key: Sequence[ModernTemplate], answer: Sequence[ModernTemplate]) -> dict[str, float]:
    """The same for a document's templates under their best alignment, with the type among the slots.

    Here `right` counts the answer's fillers that the key has, and `found` the key's that the answer has: GTT lets two
    answers be right by one filler of the key, so precision and recall each have a count of their own. What is given
    and known does not depend on the alignment, so the best one has the most of both: an assignment problem.
    """
    slots = (TYPE, *ROLES)
    counts = {f"{slot} {what}": 0.0 for slot in slots for what in ("right", "found", "given", "known")}
    for templates, what in ((answer, "given"), (key, "known")):
        counts[f"{TYPE} {what}"] = len(templates)
        for role in ROLES:
            counts[f"{role} {what}"] = sum(len(template.fillers(role)) for template in templates)
    for pair in _aligned(key, answer):
        for slot, (right, found) in pair.items():
            counts[f"{slot} right"] += right
            counts[f"{slot} found"] += found
    return counts | _sums(counts, slots)


def _aligned(key: Sequence[ModernTemplate], answer: Sequence[ModernTemplate]) -> Iterator[dict[str, tuple[int, int]]]:
    pairs = [[_compared(theirs, ours) for theirs in key] for ours in answer]
    worth = [[float(sum(map(sum, pair.values()))) for pair in line] for line in pairs]
    for row, column in assignment(worth):
        yield pairs[row][column]


def _compared(key: ModernTemplate, answer: ModernTemplate) -> dict[str, tuple[int, int]]:
    """By slot, how many fillers of the answer are in the key and of the key in the answer; none if types differ.

    A key's type may be open ("attack / bombing"): either is right.
    """
    if answer.type not in key.type.split(" / "):
        return {}
    counts = {TYPE: (1, 1)}
    for role in ROLES:
        theirs, ours = key.fillers(role), answer.fillers(role)
        right = sum(any(one <= other for other in theirs) for one in ours)
        found = sum(any(one <= other for one in ours) for other in theirs)
        counts[role] = (right, found)
    return counts


def _right(key: Sequence[Entity], answer: Sequence[Entity]) -> float:
    worth = [[float(ours <= theirs) for theirs in key] for ours in answer]
    return sum(worth[row][column] for row, column in assignment(worth))


def _sums(counts: Mapping[str, float], slots: Sequence[str]) -> dict[str, float]:
    kinds = dict.fromkeys(name.rsplit(" ", 1)[-1] for name in counts)
    return {what: sum(counts[f"{slot} {what}"] for slot in slots) for what in kinds}
