"""What to look at first: cases in which much is at stake and little is sure, by named features with weights.

The weights are set by hand, from what the levels mean: they order work, they decide nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.records.belief import ClaimStatus
from hearsay.records.incident import CountEffect, Stance
from hearsay.records.items import ALWAYS_ASKED, Found
from hearsay.records.link import Reason
from hearsay.records.place import PlacePrecision
from hearsay.records.review import Item, Review, Subject
from hearsay.records.statement import Certainty
from hearsay.store.entries import CaseEntry

Feature = Callable[[CaseEntry], str | None]
ItemFeature = Callable[[Found], str | None]


def toll(case: CaseEntry) -> str | None:
    """How many are said to have died, by the highest figure: a mistake in a large toll weighs more."""
    killed = case.killed[1] if case.killed else 0
    return next((f"{least} or more dead" for least in (100, 10, 1) if killed >= least), None)


def disputed_toll(case: CaseEntry) -> str | None:
    """Whether figures for all the dead or all the wounded differ."""
    ranges = [found for found in (case.killed, case.wounded) if found is not None]
    return "figures differ" if any(low != high for low, high in ranges) else None


def claims(case: CaseEntry) -> str | None:
    """Whether claims of responsibility contradict each other."""
    told = {
        ClaimStatus.COMPETING: "competing claims",
        ClaimStatus.DENIED: "denied",
        ClaimStatus.RETRACTED: "a claim taken back",
    }
    return told.get(case.claims)


def accusation(case: CaseEntry) -> str | None:
    """Whether somebody is accused who does not claim it: what a wrong reading does most harm with."""
    claimed = {doer.name for doer in case.doers if doer.stance is Stance.CLAIMED}
    blamed = {doer.name for doer in case.doers if doer.stance in (Stance.ACCUSED, Stance.SUSPECTED)}
    return "somebody is accused" if blamed - claimed else None


def few_origins(case: CaseEntry) -> str | None:
    """Whether everything hangs on one origin, however many carry it."""
    if case.origins > 1:
        return None
    return "one origin, carried widely" if case.reports > 2 else "one origin"


def unresolved(case: CaseEntry) -> str | None:
    """Whether its day or its place is not known."""
    missing = [name for name, value in (("date", case.time), ("place", case.where)) if value is None]
    return f"no {' and no '.join(missing)}" if missing else None


def coarse_place(case: CaseEntry) -> str | None:
    """Whether its place is no more than a country or a region."""
    coarse = (PlacePrecision.COUNTRY, PlacePrecision.REGION)
    return "place is a whole region" if case.where and case.where.precision in coarse else None


def differing_kind(case: CaseEntry) -> str | None:
    """Whether reports do not agree on what happened at all."""
    return "kind not agreed" if case.kind is None else None


FEATURES: Mapping[str, Feature] = {
    "toll": toll,
    "disputed toll": disputed_toll,
    "claims": claims,
    "accusation": accusation,
    "origins": few_origins,
    "unresolved": unresolved,
    "coarse place": coarse_place,
    "kind": differing_kind,
}
WEIGHTS: Mapping[str, float] = {
    "100 or more dead": 4.0,
    "10 or more dead": 2.5,
    "1 or more dead": 1.0,
    "figures differ": 3.0,
    "competing claims": 3.0,
    "denied": 2.0,
    "a claim taken back": 2.0,
    "somebody is accused": 2.0,
    "one origin, carried widely": 2.0,
    "one origin": 1.0,
    "no date": 2.0,
    "no place": 2.0,
    "no date and no place": 3.0,
    "place is a whole region": 1.0,
    "kind not agreed": 1.5,
}
"""What each level of a feature adds to a case's place in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A case to look at, with the reasons for its place in the queue; `score` is the sum of their weights."""

    case: CaseEntry
    reasons: tuple[Reason, ...]

    @property
    def score(self) -> float:
        """The sum of the reasons' weights."""
        return round(sum(reason.weight for reason in self.reasons), 2)


def queue(cases: Iterable[CaseEntry]) -> list[Task]:
    """The cases, those first in which most is at stake and least is sure; equals in the order of their dates."""
    return sorted((Task(case=case, reasons=reasons(case)) for case in cases), key=lambda task: -task.score)


def reasons(case: CaseEntry) -> tuple[Reason, ...]:
    """The features of a case that move it up."""
    found = ((name, feature(case)) for name, feature in FEATURES.items())
    return tuple(Reason(feature=name, level=level, weight=WEIGHTS[level]) for name, level in found if level is not None)


def hedged(found: Found) -> str | None:
    """Whether whoever says it says it less than firmly."""
    return None if found.certainty is Certainty.CERTAIN else f"said as {found.certainty.value}"


def missing(found: Found) -> str | None:
    """Whether nothing was read where a report usually says something."""
    return "nothing was read" if found.value is None else None


def weighty(found: Found) -> str | None:
    """Whether it is a field that decides how an incident is counted and against whom."""
    heavy = {CountEffect.KILLED.value, Subject.PERPETRATOR.value, Subject.INCIDENT.value}
    return "decides how it is counted" if found.item.field in heavy else None


ITEM_FEATURES: Mapping[str, ItemFeature] = {"certainty": hedged, "missing": missing, "field": weighty}


def doubts(found: Found) -> tuple[str, ...]:
    """Why to look twice at an item, a few words each."""
    return tuple(level for feature in ITEM_FEATURES.values() if (level := feature(found)) is not None)


def is_asked(found: Found) -> bool:
    """Whether a coder is asked for it: incidents, their fields, doers and statements. Relations and names may be
    decided on too, but nobody waits for it."""
    item = found.item
    if item.subject is Subject.FIELD:
        return found.value is not None or item.key in ALWAYS_ASKED
    return found.incident is not None


def left(found: Sequence[Found], reviews: Iterable[Review], author: str) -> list[Found]:
    """What is asked of a coder and not decided yet by that coder. Others' decisions play no part: coders are blind to
    each other."""
    done: set[Item] = {review.item for review in reviews if review.author == author}
    return [one for one in found if is_asked(one) and one.item not in done]
