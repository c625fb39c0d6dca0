"""The same incident over many reports: scored pairs, and groups that do not depend on the order of arrival.

Pairs are scored in the way of Fellegi and Sunter (1969): each feature adds the bits that its level is worth. The best
pairs are joined first; what contradicts a group (another day, another town, a second incident of a report that is in
it already, a person's word) stays out, whatever single pairs say.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hearsay.links.base import LinkOptions
from hearsay.links.blocking import candidates
from hearsay.links.decisions import followed
from hearsay.links.features import FAR, FEATURES, Commonness, Rarity, distance, place, time
from hearsay.links.grouping import Groups
from hearsay.links.traits import Trait
from hearsay.records.ids import content_id
from hearsay.records.link import Case, Decider, Link, LinkKind, Reason, Ref, link_id

_COMPARED = 3  # members of a group that speak for it when two groups are to be joined
_SLACK = 4.0  # bits by which the mean over two groups may stay under the threshold of a pair


@dataclass(frozen=True, slots=True, kw_only=True)
class Matched:
    """Links between incidents, the cases that they make, and decisions that could not be followed."""

    links: tuple[Link, ...]
    cases: tuple[Case, ...]
    refused: tuple[Link, ...]


class Comparison:
    """Scores pairs of traits; `stories` gives the story that each report carries."""

    def __init__(self, traits: Sequence[Trait], stories: Mapping[str, str], options: LinkOptions) -> None:
        self._stories = stories
        self._weights = options.weights
        self.rarity = Rarity(list(traits))
        self._commonness = Commonness(list(traits))
        self._known: dict[tuple[Ref, Ref], float] = {}

    def reasons(self, one: Trait, other: Trait) -> tuple[Reason, ...]:
        """Every feature's level and weight."""
        found = []
        for name, feature in FEATURES.items():
            level = feature(one, other)
            rarity = self._commonness.bits(one, other) if level == "same town" else 0.0
            found.append(self._weights.reason(name, level, rarity))
        story = self._stories.get(one.ref.report)
        carried = story is not None and story == self._stories.get(other.ref.report)
        found.append(self._weights.reason("text", self.rarity.level(one, other)))
        found.append(self._weights.reason("story", "same" if carried else "different"))
        return tuple(found)

    def total(self, reasons: Sequence[Reason]) -> float:
        """The score of a pair with these reasons."""
        return round(self._weights.prior["incidents"] + sum(reason.weight for reason in reasons), 2)

    def score(self, one: Trait, other: Trait) -> float:
        """The score of a pair, remembered."""
        key = (one.ref, other.ref)
        if key not in self._known:
            self._known[key] = self.total(self.reasons(one, other))
        return self._known[key]


def same_incidents(
    traits: Iterable[Trait], stories: Mapping[str, str], decisions: Sequence[Link], options: LinkOptions
) -> Matched:
    """Links and cases over all traits. `decisions` are persons' words on pairs of incidents."""
    ordered = sorted(traits, key=lambda trait: trait.order)
    comparison = Comparison(ordered, stories, options)
    rare = [comparison.rarity.rarest(trait) for trait in ordered]
    links: dict[tuple[int, int], Link] = {}
    for one, other in candidates(ordered, stories, rare, options.block_size):
        if "contradictory" in (time(ordered[one], ordered[other]), place(ordered[one], ordered[other])):
            continue
        reasons = comparison.reasons(ordered[one], ordered[other])
        score = comparison.total(reasons)
        if score >= options.incident_threshold:
            links[one, other] = _link(ordered[one].ref, ordered[other].ref, score, reasons)
    clusters = _Clusters(ordered, comparison, options.incident_threshold)
    refused = clusters.decide(decisions)
    for (one, other), _ in sorted(links.items(), key=lambda item: (-(item[1].score or 0.0), item[0])):
        clusters.join(one, other)
    kept = [link for (one, other), link in links.items() if clusters.together(one, other)]
    return Matched(links=(*decisions, *kept), cases=tuple(clusters.cases()), refused=refused)


def _link(one: Ref, other: Ref, score: float, reasons: tuple[Reason, ...]) -> Link:
    kind = LinkKind.SAME_INCIDENT
    first, second = sorted((one, other))
    identity = link_id(kind, first, second, Decider.MACHINE)
    return Link(id=identity, kind=kind, one=first, other=second, score=score, reasons=reasons)


class _Clusters:
    """Groups of traits, by places in `traits`, with what keeps two groups apart."""

    def __init__(self, traits: Sequence[Trait], comparison: Comparison, threshold: float) -> None:
        self._traits = traits
        self._comparison = comparison
        self._threshold = threshold
        self._groups = Groups(len(traits))
        self._members: dict[int, list[int]] = {}

    def decide(self, decisions: Sequence[Link]) -> tuple[Link, ...]:
        """Follows persons' words: first those that part, then those that join; gives those that cannot be followed."""
        places = {trait.ref: at for at, trait in enumerate(self._traits)}
        refused = []
        for link in followed(decisions):
            if link.one not in places or link.other not in places:
                continue
            one, other = places[link.one], places[link.other]
            if not link.holds:
                self._groups.part(one, other)
            elif not self._unite(one, other):
                refused.append(link)
        return tuple(refused)

    def together(self, one: int, other: int) -> bool:
        return self._groups.together(one, other)

    def join(self, one: int, other: int) -> None:
        """Makes the groups of the two one, unless something speaks against it."""
        if not self._groups.together(one, other) and self._fit(self._groups.first(one), self._groups.first(other)):
            self._unite(one, other)

    def _unite(self, one: int, other: int) -> bool:
        one, other = self._groups.first(one), self._groups.first(other)
        if one == other:
            return True
        if not self._groups.join(one, other):
            return False
        self._members[min(one, other)] = sorted(self._of(one) + self._of(other))
        self._members.pop(max(one, other), None)
        return True

    def _of(self, group: int) -> list[int]:
        return self._members.get(group, [group])

    def _fit(self, one: int, other: int) -> bool:
        if self._groups.parted(one, other):
            return False
        left, right = ([self._traits[at] for at in self._of(group)] for group in (one, other))
        if {trait.ref.report for trait in left} & {trait.ref.report for trait in right}:
            return False
        return not _contradict(left, right) and self._alike(left, right)

    def _alike(self, left: Sequence[Trait], right: Sequence[Trait]) -> bool:
        """Whether the groups, not just one pair of their members, are alike: by a few members of each."""
        if len(left) == 1 and len(right) == 1:
            return True
        pairs = [(a, b) for a in _spread(left) for b in _spread(right)]
        mean = sum(self._comparison.score(*sorted(pair, key=lambda t: t.order)) for pair in pairs) / len(pairs)
        return mean >= self._threshold - _SLACK

    def cases(self) -> Iterable[Case]:
        """The groups as cases, in the order of their first members."""
        for members in self._groups.groups().values():
            refs = tuple(self._traits[at].ref for at in members)
            yield Case(id=content_id("case", refs[0].report, refs[0].record), members=refs)


def _spread(traits: Sequence[Trait]) -> Sequence[Trait]:
    """The first, the last and the one in the middle: groups grow over time."""
    if len(traits) <= _COMPARED:
        return traits
    return (traits[0], traits[len(traits) // 2], traits[-1])


def _contradict(left: Sequence[Trait], right: Sequence[Trait]) -> bool:
    """Other days, other countries, towns far apart."""
    days = [{trait.exact_day for trait in side if trait.exact_day is not None} for side in (left, right)]
    if days[0] and days[1] and max(days[0] | days[1]) - min(days[0] | days[1]) > 2:
        return True
    countries = [{country for trait in side for country in trait.countries} for side in (left, right)]
    if countries[0] and countries[1] and not countries[0] & countries[1]:
        return True
    points = [{town.point for trait in side for town in trait.towns if town.point} for side in (left, right)]
    if not points[0] or not points[1]:
        return False
    return min(distance(a, b) for a in points[0] for b in points[1]) > FAR
