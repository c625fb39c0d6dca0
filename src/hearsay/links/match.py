"""The verb of the stage: from readings, one after another, to links and the cases that they make.

Readings stream through: what is kept of each is a few kilobytes. Everything is computed anew from what is there, so
that a report taken away leaves no trace, and the order in which reports came in does not matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from hearsay.links.actors import Figure, figures_of, same_actors
from hearsay.links.base import LinkOptions
from hearsay.links.copies import copies, stories
from hearsay.links.decisions import decided
from hearsay.links.incidents import same_incidents
from hearsay.links.prints import Print, printed
from hearsay.links.standing import without_standing
from hearsay.links.traits import Trait, traits_of
from hearsay.records.link import Excluded, Link, Linking, LinkKind, Ref
from hearsay.records.reading import Reading

TALLY = "a running tally or a sum over a stretch of time, not one incident"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """A few kilobytes of a reading: all that linking needs of it, so that it can be drawn wherever the reading is."""

    printed: Print
    traits: tuple[Trait, ...]
    tallies: tuple[Ref, ...]
    figures: tuple[Figure, ...]


def sketch(reading: Reading) -> Sketch:
    """The sketch of a reading."""
    kept, tallies = traits_of(reading)
    return Sketch(
        printed=printed(reading.document),
        traits=tuple(kept),
        tallies=tuple(tallies),
        figures=tuple(figures_of(reading)),
    )


def match(readings: Iterable[Reading], decisions: Sequence[Link] = (), options: LinkOptions | None = None) -> Linking:
    """Links everything in `readings`; `decisions` are persons' words on pairs, which outrank the machine.

    Of two decisions on one pair the later stands.
    """
    return match_sketches(map(sketch, readings), decisions, options)


def match_sketches(
    sketches: Iterable[Sketch], decisions: Sequence[Link] = (), options: LinkOptions | None = None
) -> Linking:
    """The same from sketches."""
    options = options or LinkOptions()
    prints: list[Print] = []
    traits: list[Trait] = []
    figures: list[Figure] = []
    excluded: list[Excluded] = []
    for one in sketches:
        prints.append(one.printed)
        traits += one.traits
        excluded += [Excluded(member=ref, reason=TALLY) for ref in one.tallies]
        figures += one.figures
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
    prints = without_standing(prints)
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
