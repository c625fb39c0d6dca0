"""The noun phrases of a report that could fill a slot, and what the reading says about each: features for the coder.

A candidate is what a report names in the same words: its mentions are the heads of noun phrases, its features what
holds at any of them. The words come in several widths, because MUC-4 wants names bare, descriptions with their
adjectives, gunmen with their number and some things with what they are of: `bare` (the noun), `name` (the words that
the reader takes for a name), `core` (with the modifiers before it, no article and no number), `counted` (with the
number), `owned` (with its owner), `phrase` (with a following "of ...") and `counted phrase`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from hearsay.evaluation.muc4.confidence import Confidence
from hearsay.evaluation.muc4.modern import normalised
from hearsay.evaluation.muc4.parts import Parts
from hearsay.evaluation.muc4.scene import Scene, lemma_of
from hearsay.records.analysis import Analysis, MentionForm
from hearsay.records.reading import Reading
from hearsay.records.span import Span


@dataclass(slots=True, kw_only=True)
class Candidate:
    """What a report names: its words by width, the heads of its mentions (indexes of tokens), its features.

    `confidence` are the features of how the report says that it did it.
    """

    key: str
    heads: list[int] = field(default_factory=list)
    features: set[str] = field(default_factory=set)
    widths: dict[str, Counter[Span]] = field(default_factory=dict)
    actor: str | None = None
    confidence: frozenset[str] = frozenset()

    def told(self, width: str) -> Span:
        """Its words of a width that it has: those told most often, of several the longest, then the first."""
        return max(self.widths[width].items(), key=lambda one: (one[1], len(one[0]), -one[0].start))[0]


def words(text: str, span: Span) -> str:
    """The words of a span on one line."""
    return " ".join(span.of(text).split())


def candidates(analysis: Analysis, reading: Reading) -> list[Candidate]:
    """The candidates of a report, in the order of their first mention; `reading` is what came of `analysis`."""
    scene = Scene(analysis)
    found: dict[str, Candidate] = {}
    for index in range(len(analysis.tokens)):
        if scene.is_head(index):
            widths = scene.widths(index)
            named = analysis.tokens[index].entity == "PER" and "name" in widths
            key = normalised(widths["name" if named else "core"].of(analysis.document.text))
            if len(key) > 1:
                _add(found.setdefault(key, Candidate(key=key)), scene, index, widths)
            body = scene.body_before(index)
            if body is not None:
                _add_body(found, scene, index, body)
    _add_pronouns(found.values(), scene)
    _add_ranks(found.values(), scene)
    parts, confidence = Parts(analysis, reading), Confidence(analysis, reading)
    for one in found.values():
        one.confidence = frozenset(confidence.of(one.actor, one.heads))
        one.features.update(parts.of(one.actor, one.heads, one.key))
        one.features |= {
            f"mentions {min(len(one.heads), 4)}",
            f"words {len(one.key.split())}",
            f"widths {', '.join(sorted(one.widths))}",
        }
    return list(found.values())


def _add(candidate: Candidate, scene: Scene, index: int, widths: Mapping[str, Span]) -> None:
    candidate.heads.append(index)
    candidate.features.update(scene.features(index, widths["core"]))
    for width, span in widths.items():
        candidate.widths.setdefault(width, Counter())[span] += 1
    mention = scene.mentions.get(index)
    candidate.actor = candidate.actor or (mention.actor if mention else None)


def _add_body(found: dict[str, Candidate], scene: Scene, index: int, body: Span) -> None:
    key = normalised(body.of(scene.analysis.document.text))
    candidate = found.setdefault(key, Candidate(key=key))
    candidate.heads.append(index - 1)
    candidate.features.update(scene.of_body(index))
    for width in ("core", "name"):
        candidate.widths.setdefault(width, Counter())[body] += 1
    mention = scene.mentions.get(index)
    candidate.actor = candidate.actor or (mention.actor if mention else None)


def _add_pronouns(found: Iterable[Candidate], scene: Scene) -> None:
    """What holds of a pronoun holds of whom it means: "he was killed"."""
    by_actor = {one.actor: one for one in found if one.actor is not None}
    for at, mention in scene.mentions.items():
        candidate = by_actor.get(mention.actor)
        if mention.form is MentionForm.PRONOUN and candidate is not None and at in scene.sentence:
            candidate.features.update(scene.of_pronoun(at))


def _add_ranks(found: Iterable[Candidate], scene: Scene) -> None:
    """How a candidate stands to the others: which of the groups or forces it is by mentions, where it comes first."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for actor in sorted(scene.actors.values(), key=lambda one: -len(one.mentions)):
        kinds[actor.kind].append(actor.id)
    for one in found:
        one.features.add(f"first {min(9, scene.sentence[one.heads[0]])}")
        known = scene.actors.get(one.actor or "")
        if known is not None:
            rank = kinds[known.kind].index(known.id)
            registered = known.registry_id is not None
            one.features |= {
                f"rank {known.kind} {min(rank, 3)}",
                f"rank {known.kind} {min(rank, 3)} of {min(len(kinds[known.kind]), 4)}",
                f"rank {known.kind} {min(rank, 3)} {registered}",
                f"mentions {known.kind} {min(len(known.mentions), 6)}",
                f"proper {known.kind} {one.widths.get('name') is not None} {registered}",
            }


def report_features(analysis: Analysis) -> set[str]:
    """What a report is about: its verbs and nouns, and the kinds of what the reading says happened."""
    found = {f"word {lemma_of(token)}" for token in analysis.tokens if token.tag in ("VERB", "NOUN")}
    return found | {"always"} | {f"kind {frame.kind}" for frame in analysis.frames if frame.act is not None}
