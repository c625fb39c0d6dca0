"""`hearsay plot`: pictures of a book as SVG or PNG, without a browser."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from hearsay.beliefs.policies.built import POLICIES
from hearsay.casebook import material
from hearsay.cli.materials import Mask
from hearsay.errors import UsageError
from hearsay.exports.base import Material
from hearsay.masking.view import as_asked
from hearsay.plots.base import SUFFIXES, Picture, save
from hearsay.plots.map import map_
from hearsay.plots.network import Tie, network
from hearsay.plots.timeline import timeline
from hearsay.plots.tolls import tolls
from hearsay.records.link import Ref
from hearsay.store.opening import open_store

POLICY = "majority"

app = typer.Typer(rich_markup_mode=None, add_completion=False)


class What(StrEnum):
    """The pictures."""

    TIMELINE = "timeline"
    MAP = "map"
    NETWORK = "network"
    TOLLS = "tolls"


@app.command("plot")
def plot(
    what: Annotated[What, typer.Argument(help="What to draw.")],
    book: Annotated[str, typer.Option("--from", metavar="BOOK", help="The book: a file made by `hearsay add`.")],
    output: Annotated[Path | None, typer.Option("--output", "-o", metavar="FILE", help="FILE.svg or FILE.png.")] = None,
    policy: Annotated[
        str,
        typer.Option(metavar="POLICY", help="How a value is picked where reports differ, see: hearsay export -h."),
    ] = POLICY,
    mask: Mask = None,
) -> None:
    """Draw a book as SVG or PNG: its cases in time or in space, the network of its actors, or tolls and who differs.

    Cases whose date or place is not known are counted under the picture. Claims, accusations and denials look
    different: an accusation is never drawn as a fact.
    """
    if output is None:
        raise UsageError(f"draw it into which file? add: -o {what.value}{SUFFIXES[0]}")
    if policy not in [one.name for one in POLICIES.all()]:
        raise UsageError(f"there is no policy {policy!r}; there are: {', '.join(one.name for one in POLICIES.all())}")
    with open_store(book) as store, as_asked(store, mask).view() as view:
        save(_picture(what, material(view, policy)), output)
    typer.echo(f"drawn: {output}", err=True)


def _picture(what: What, found: Material) -> Picture:
    beliefs = list(found.beliefs())
    if what is What.TIMELINE:
        return timeline(beliefs)
    if what is What.MAP:
        return map_(beliefs)
    if what is What.TOLLS:
        return tolls(beliefs)
    return network(beliefs, list(_ties(found)))


def _ties(found: Material) -> Iterator[Tie]:
    """The relations between actors of all reports, by the ids that actors share."""
    for reading in found.readings():
        report, actors = reading.document.id, {actor.id: actor.name for actor in reading.actors}
        for relation in reading.relations:
            ends = (relation.subject, relation.object)
            if all(end in actors for end in ends):
                shared = [found.linking.actors.get(Ref(report=report, record=end), f"{report} {end}") for end in ends]
                yield Tie(kind=relation.kind, ends=(shared[0], shared[1]), names=(actors[ends[0]], actors[ends[1]]))
