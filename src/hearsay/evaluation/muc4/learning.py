"""From DEV's messages and keys to the coder's weights: what each question's answer is, by the key."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from hearsay.evaluation.muc4.blending import Blend, fit_blend
from hearsay.evaluation.muc4.candidates import Candidate, candidates, report_features
from hearsay.evaluation.muc4.corpus import Message
from hearsay.evaluation.muc4.fitting import Answers, Fit, learn
from hearsay.evaluation.muc4.heads import RoleOdds, seen
from hearsay.evaluation.muc4.modern import normalised
from hearsay.evaluation.muc4.questions import START, Weights, likely
from hearsay.evaluation.muc4.templates import Fill, Slot, Template
from hearsay.records.analysis import Analysis
from hearsay.records.reading import Reading

KINDS = ("ATTACK", "BOMBING", "KIDNAPPING", "ARSON", "ROBBERY", "FORCED WORK STOPPAGE")
ROLES = (
    Slot.PERP_INDIVIDUAL,
    Slot.PERP_ORGANISATION,
    Slot.TARGET,
    Slot.VICTIM_NAME,
    Slot.VICTIM_DESCRIPTION,
    Slot.INSTRUMENT,
)
STAGES = ("ATTEMPTED", "THREATENED")
CATEGORIES = ("TERRORIST ACT", "STATE-SPONSORED VIOLENCE")
TIED: Mapping[Slot, tuple[Slot, ...]] = {
    Slot.CONFIDENCE: (Slot.PERP_ORGANISATION,),
    Slot.INSTRUMENT_TYPE: (Slot.INSTRUMENT,),
    Slot.TARGET_TYPE: (Slot.TARGET,),
    Slot.TARGET_EFFECT: (Slot.TARGET,),
    Slot.VICTIM_TYPE: (Slot.VICTIM_NAME, Slot.VICTIM_DESCRIPTION),
    Slot.VICTIM_EFFECT: (Slot.VICTIM_NAME, Slot.VICTIM_DESCRIPTION),
}
"""The slots whose value is asked of a candidate, and the slots that it must fill for that."""

WIDTHS = ("bare", "core", "counted", "name", "owned", "phrase", "counted phrase")
"""A candidate's words, as `candidates.py` has them."""

FOLDS = 5
CANDIDATE_FIT = Fit(least=0.03)
TIED_FIT = Fit(least=0.03, passes=12, batch=32, rate=0.04, shrink=3e-3)
"""For what is asked of a slot's fillers alone: a few hundred examples, where every candidate is one of a role."""
CONFIDENCE_FIT = Fit(least=0.01, passes=40, batch=32, rate=0.1, shrink=2e-2)
REPORT_FIT = Fit(passes=12, batch=32, rate=0.03, shrink=1e-3)


@dataclass(slots=True, kw_only=True)
class Studied:
    """A message made ready: what it is about, its candidates, the words of each by width, the key."""

    about: set[str]
    candidates: list[Candidate]
    words: Sequence[Mapping[str, str]]
    key: tuple[Template, ...]


def study(message: Message, analysis: Analysis, reading: Reading) -> Studied:
    """The features of a message and of its candidates."""
    found = candidates(analysis, reading)
    text = analysis.document.text
    words = [{width: normalised(one.told(width).of(text)) for width in one.widths} for one in found]
    return Studied(about=report_features(analysis), candidates=found, words=words, key=message.key)


def fit_weights(studied: Sequence[Studied], fit: Fit | None = None) -> Weights:
    """The weights of all questions; `fit` is for those of roles.

    How relevant a report is, candidates are told by a fold that has not seen it.
    """
    reports = [(one.about, report_answers(one.key)) for one in studied]
    told = [0.0] * len(studied)
    for fold in range(FOLDS):
        weights = learn([one for at, one in enumerate(reports) if at % FOLDS != fold], REPORT_FIT)
        for at in range(fold, len(studied), FOLDS):
            told[at] = likely(weights.sums(studied[at].about).get("report:RELEVANT", 0.0))
    examples = [pair for one, sure in zip(studied, told, strict=True) for pair in _examples(one, sure)]
    surely = [pair for one in studied for pair in _confidence_examples(one)]
    asked = (
        (reports, REPORT_FIT),
        ([(features, _part(answers, roles=True)) for features, answers in examples], fit or CANDIDATE_FIT),
        ([(features, _part(answers, roles=False)) for features, answers in examples], TIED_FIT),
        (surely, CONFIDENCE_FIT),
    )
    merged: dict[str, dict[str, float]] = {}
    for questions, how in asked:
        for feature, found in learn([one for one in questions if one[1]], how).by_feature.items():
            merged.setdefault(feature, {}).update(found)
    return Weights(by_feature=merged)


def _part(answers: Answers, *, roles: bool) -> Answers:
    """The answers that say which slots a candidate fills, or those that are tied to that."""
    return {
        question: yes
        for question, yes in answers.items()
        if question.startswith("role:") == roles and not question.startswith(Slot.CONFIDENCE.name)
    }


def _confidence_examples(studied: Studied) -> Iterator[tuple[frozenset[str], Answers]]:
    for candidate, words in zip(studied.candidates, studied.words, strict=True):
        answers = candidate_answers(words, studied.key)
        said = {question: yes for question, yes in answers.items() if question.startswith(Slot.CONFIDENCE.name)}
        if said:
            yield candidate.confidence, said


def fit_blends(studied: Sequence[Studied], odds: Sequence[RoleOdds], weights: Weights) -> dict[Slot, Blend]:
    """How much the weights and the model's odds count by slot, on messages that neither has learned from."""
    rows: dict[Slot, list[tuple[float, float, bool]]] = {slot: [] for slot in ROLES}
    for one, said in zip(studied, odds, strict=True):
        sure = likely(weights.sums(one.about).get("report:RELEVANT", 0.0))
        for candidate, (features, answers) in zip(one.candidates, _examples(one, sure), strict=True):
            sums = weights.sums(features)
            for slot, found in rows.items():
                name = f"role:{slot.name}"
                found.append((sums.get(name, 0.0) + START, seen(candidate.heads, slot, said), answers[name]))
    return {slot: fit_blend(*zip(*found, strict=True)) for slot, found in rows.items()}


def relevance(sure: float) -> str:
    """The feature that tells a candidate how likely its report is relevant."""
    return f"relevant {int(sure * 6)}"


def report_answers(key: Sequence[Template]) -> Answers:
    """What the key says of a report: relevant at all, and which kinds, stages and categories are in it."""
    kinds = {kind for template in key for kind in template.kinds}
    stages = {value for template in key for fill in template.of(Slot.STAGE) for value in fill.values}
    categories = {value for template in key for fill in template.of(Slot.CATEGORY) for value in fill.values}
    answers = {"report:RELEVANT": any(not template.optional for template in key)}
    answers |= {f"report:{kind}": kind in kinds for kind in KINDS}
    if key:
        answers |= {f"stage:{stage}": stage in stages for stage in STAGES}
        answers |= {f"category:{one}": one in categories for one in CATEGORIES}
    return answers


def _examples(studied: Studied, sure: float) -> Iterator[tuple[set[str], Answers]]:
    for candidate, words in zip(studied.candidates, studied.words, strict=True):
        yield candidate.features | {relevance(sure)}, candidate_answers(words, studied.key)


def candidate_answers(words: Mapping[str, str], key: Sequence[Template]) -> Answers:
    """What the key says of a candidate: which slots it fills, by which of its words, and what is tied to it."""
    fills = {role: list(_filled(frozenset(words.values()), key, role)) for role in ROLES}
    answers = {f"role:{role.name}": bool(found) for role, found in fills.items()}
    for role, found in fills.items():
        if found:
            said = {normalised(value) for _, fill in found for value in fill.values}
            answers |= {width_question(role, width): words.get(width) in said for width in WIDTHS}
    kinds = {kind for found in fills.values() for template, _ in found for kind in template.kinds}
    if kinds:
        answers |= {f"kind:{kind}": kind in kinds for kind in KINDS}
    for slot, roles in TIED.items():
        found = [pair for role in roles for pair in fills[role]]
        values = {value for template, fill in found for value in _tied(template, slot, fill)}
        if values:
            answers |= {f"{slot.name}:{value}": value in values for value in VALUES[slot]}
    return answers


def width_question(role: Slot, width: str) -> str:
    """The question whether a slot wants a candidate in these words."""
    return f"words of {role.name}:{width}"


def _filled(words: frozenset[str], key: Iterable[Template], role: Slot) -> Iterator[tuple[Template, Fill]]:
    for template in key:
        for fill in template.of(role):
            if any(normalised(value) in words for value in fill.values):
                yield template, fill


def _tied(template: Template, slot: Slot, fill: Fill) -> Iterator[str]:
    names = {*fill.values, *fill.references}
    for one in template.of(slot):
        if names & set(one.references):
            yield one.values[0]


VALUES: Mapping[Slot, tuple[str, ...]] = {
    Slot.CONFIDENCE: (
        "REPORTED AS FACT",
        "CLAIMED OR ADMITTED",
        "SUSPECTED OR ACCUSED BY AUTHORITIES",
        "SUSPECTED OR ACCUSED",
        "POSSIBLE",
    ),
    Slot.INSTRUMENT_TYPE: (
        *("GUN", "MACHINE GUN", "MORTAR", "HANDGUN", "RIFLE", "EXPLOSIVE", "BOMB", "VEHICLE BOMB", "DYNAMITE", "MINE"),
        *("AERIAL BOMB", "GRENADE", "MOLOTOV COCKTAIL", "PROJECTILE", "MISSILE", "ROCKET", "CUTTING DEVICE", "FIRE"),
        *("STONE", "TORTURE"),
    ),
    Slot.TARGET_TYPE: (
        *("CIVILIAN RESIDENCE", "COMMERCIAL", "COMMUNICATIONS", "DIPLOMAT OFFICE OR RESIDENCE", "ENERGY", "FINANCIAL"),
        *("GOVERNMENT OFFICE OR RESIDENCE", "LAW ENFORCEMENT FACILITY", "POLITICAL FIGURE OFFICE OR RESIDENCE"),
        *("ORGANIZATION OFFICE", "TRANSPORT VEHICLE", "TRANSPORTATION FACILITY", "TRANSPORTATION ROUTE", "WATER"),
        "OTHER",
    ),
    Slot.TARGET_EFFECT: ("DESTROYED", "SOME DAMAGE", "NO DAMAGE"),
    Slot.VICTIM_TYPE: (
        *("CIVILIAN", "DIPLOMAT", "GOVERNMENT OFFICIAL", "FORMER GOVERNMENT OFFICIAL", "FORMER ACTIVE MILITARY"),
        *("LEGAL OR JUDICIAL", "ACTIVE MILITARY", "POLITICAL FIGURE", "LAW ENFORCEMENT", "SECURITY GUARD"),
    ),
    Slot.VICTIM_EFFECT: ("DEATH", "INJURY", "NO INJURY", "NO INJURY OR DEATH", "REGAINED FREEDOM"),
}
"""The values of those slots that are asked for, as the task's documentation lists them."""
