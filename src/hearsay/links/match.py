"""The verb of the stage: from readings, one after another, to links and the cases that they make.

Readings stream through: what is kept of each is a few kilobytes. Everything is computed anew from what is there, so
that a report taken away leaves no trace, and the order in which reports came in does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hearsay.links.actors import Figure, figures_of, same_actors
from hearsay.links.base import LinkOptions
from hearsay.links.copies import copies, stories
from hearsay.links.decisions import decided
from hearsay.links.incidents import same_incidents
from hearsay.links.prints import Print, printed
from hearsay.links.traits import Trait, traits_of
from hearsay.records.link import Excluded, Link, Linking, LinkKind
from hearsay.records.reading import Reading

TALLY = "a running tally or a sum over a stretch of time, not one incident"


def match(readings: Iterable[Reading], decisions: Sequence[Link] = (), options: LinkOptions | None = None) -> Linking:
    """Links everything in `readings`; `decisions` are persons' words on pairs, which outrank the machine.

    Of two decisions on one pair the later stands.
    """
    options = options or LinkOptions()
    prints: list[Print] = []
    traits: list[Trait] = []
    figures: list[Figure] = []
    excluded: list[Excluded] = []
    for reading in readings:
        prints.append(printed(reading.document))
        kept, tallies = traits_of(reading)
        traits += kept
        excluded += [Excluded(member=ref, reason=TALLY) for ref in tallies]
        figures += figures_of(reading)
    copied, told = _stories(prints, decided(decisions, LinkKind.CARRIED_COPY_OF), options)
    matched = same_incidents(traits, told, decided(decisions, LinkKind.SAME_INCIDENT), options)
    actor_links, actors = same_actors(figures, decided(decisions, LinkKind.SAME_ACTOR), options.weights)
    return Linking(
        links=tuple(
            sorted((*copied, *matched.links, *actor_links), key=lambda link: (link.kind, link.one, link.other))
        ),
        cases=matched.cases,
        excluded=tuple(sorted(excluded, key=lambda one: one.member)),
        stories=told,
        actors=actors,
        refused=matched.refused,
    )


def _stories(
    prints: Sequence[Print], decisions: Sequence[Link], options: LinkOptions
) -> tuple[list[Link], dict[str, str]]:
    known = {one.report for one in prints}
    decided = [link for link in decisions if {link.one.report, link.other.report} <= known]
    parted = {frozenset((link.one, link.other)) for link in decided if not link.holds}
    found = [
        link
        for link in copies(prints, options.weights, options.copy_threshold)
        if frozenset((link.one, link.other)) not in parted
    ]
    links = [*found, *decided]
    return links, stories(prints, links)
