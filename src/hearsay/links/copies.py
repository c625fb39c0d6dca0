"""Carried copies: reports that tell one story, whole or cut, rearranged, added to or partly rewritten.

Candidates are reports whose fingerprints share several numbers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hearsay.links.fingerprints import shared
from hearsay.links.grouping import Groups
from hearsay.links.postings import sharing
from hearsay.links.prints import Print
from hearsay.links.weights import Weights
from hearsay.records.link import Decider, Link, LinkKind, Reason, link_id, report_ref

FEWEST_SHARED = 3  # numbers that two reports must share to be compared
_LEVELS = ((0.75, "nearly all"), (0.55, "most"), (0.38, "much"), (0.25, "some"), (0.12, "little"))
_MANY = 12
_APART = 0.1  # two reports that share less than this tell different stories


def copies(prints: Sequence[Print], weights: Weights, threshold: float) -> list[Link]:
    """The pairs of reports that carry one story, with reasons; the same for any order of `prints`.

    Standing text of outlets is to be taken out of them first: see `standing.without_standing`.
    """
    ordered = sorted(prints, key=lambda one: one.order)
    found = []
    for first, second in sharing([one.numbers for one in ordered], FEWEST_SHARED):
        one, other = ordered[first], ordered[second]
        reasons = compare(one, other, weights)
        score = round(weights.prior["copies"] + sum(reason.weight for reason in reasons), 2)
        if score >= threshold:
            found.append(_link(one, other, score, reasons))
    return found


def compare(one: Print, other: Print, weights: Weights) -> tuple[Reason, ...]:
    """How much of the shorter report is in the longer one, whose story each is, and when they came out."""
    common = shared(one.numbers, other.numbers)
    return (
        weights.reason("overlap", _overlap(common / max(1, min(one.size, other.size)))),
        weights.reason("shared stretches", "many" if common >= _MANY else "few"),
        weights.reason("agency", _agencies(one, other)),
        weights.reason("days apart", _days_apart(one, other)),
    )


def _overlap(share: float) -> str:
    return next((level for least, level in _LEVELS if share >= least), "hardly any")


def _agencies(one: Print, other: Print) -> str:
    if one.agency is None or other.agency is None:
        return "unknown"
    return "same" if one.agency == other.agency else "different"


def _days_apart(one: Print, other: Print) -> str:
    if one.day is None or other.day is None:
        return "unknown"
    apart = abs((one.day - other.day).days)
    return "up to 3" if apart <= 3 else "up to 10" if apart <= 10 else "more"


def _link(one: Print, other: Print, score: float, reasons: tuple[Reason, ...]) -> Link:
    """The later is the copy; of two of one day, or without one, the shorter."""
    earlier, later = sorted((one, other), key=lambda p: (p.order[0], -p.size, p.report))
    source, copy = report_ref(earlier.report), report_ref(later.report)
    kind = LinkKind.CARRIED_COPY_OF
    return Link(
        id=link_id(kind, copy, source, Decider.MACHINE), kind=kind, one=copy, other=source, score=score, reasons=reasons
    )


def stories(prints: Sequence[Print], links: Sequence[Link]) -> dict[str, str]:
    """For each report the id of its story's earliest report. `links` are the machine's and persons', for and against.

    A round-up that holds two other reports whole, which share nothing with each other, carries both and joins neither.
    """
    ordered = sorted(prints, key=lambda one: one.order)
    places = {one.report: place for place, one in enumerate(ordered)}
    neighbours: dict[str, list[str]] = {}
    groups = Groups(len(ordered))
    for link in sorted(links, key=lambda link: (link.holds, link.score is not None, link.id)):
        if not link.holds:
            groups.part(places[link.one.report], places[link.other.report])
        elif link.decided_by is Decider.PERSON:
            groups.join(places[link.one.report], places[link.other.report])
        else:
            neighbours.setdefault(link.one.report, []).append(link.other.report)
            neighbours.setdefault(link.other.report, []).append(link.one.report)
    by_report = {one.report: one for one in ordered}
    round_ups = {report for report, near in neighbours.items() if _is_round_up(by_report, report, near)}
    carried = [link for link in links if link.holds and not {link.one.report, link.other.report} & round_ups]
    for link in sorted(carried, key=lambda link: (-(link.score or 0), link.id)):
        groups.join(places[link.one.report], places[link.other.report])
    return {one.report: ordered[groups.first(place)].report for place, one in enumerate(ordered)}


def _is_round_up(prints: Mapping[str, Print], report: str, neighbours: Sequence[str]) -> bool:
    whole = prints[report]
    parts = [prints[near] for near in sorted(neighbours) if prints[near].size <= 0.6 * whole.size][:12]
    return any(
        shared(one.numbers, other.numbers) < _APART * min(one.size, other.size)
        for place, one in enumerate(parts)
        for other in parts[:place]
    )
