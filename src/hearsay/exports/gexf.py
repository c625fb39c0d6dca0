"""`gexf`: who is said to have done what, and how actors are said to stand to one another, as a graph."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import quoteattr

from hearsay.errors import UsageError
from hearsay.exports import coding
from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.tables import written_whole
from hearsay.records.link import Ref

_NAMESPACE = "http://gexf.net/1.3"
_ATTRIBUTES = (("0", "type"), ("1", "kind"), ("2", "time"), ("3", "country"))


class Gexf:
    """A network of cases and actors, edges bearing the stance or the relation, as GEXF 1.3."""

    name = "gexf"
    suffix = ".gexf"

    def write(self, material: Material, path: Path) -> Written:
        nodes: dict[str, tuple[str, tuple[str, ...]]] = {}
        edges: dict[tuple[str, str, str], int] = {}
        for belief in material.beliefs():
            case = belief.case.id
            place = coding.where(belief)
            kind, time = coding.text_of(belief, "kind") or "", coding.text_of(belief, "time") or ""
            label = ", ".join(part for part in (kind, place.name if place else "", time) if part)
            nodes[case] = (label, ("case", kind, time, (place.country or "") if place else ""))
            for one in belief.responsibilities:
                who = one.who
                nodes.setdefault(who.id, (who.name, ("actor", who.kind or "", "", who.country or "")))
                edges[who.id, case, one.stance.value] = one.origins
        _relations(material, nodes, edges)
        with written_whole(path) as file:
            for line in _lines(nodes, edges):
                file.write(line + "\n")
        return Written(files=(path,), rows=len(nodes), left_out=0)

    def check(self, path: Path) -> Iterator[Fault]:
        try:
            root = ElementTree.fromstring(path.read_text(encoding="utf-8"))  # noqa: S314 (a file of the user's own)
        except (OSError, ValueError, ElementTree.ParseError) as error:
            raise UsageError(f"{str(path)!r} cannot be read as GEXF: {error}; give a file that was exported") from error
        if root.tag != f"{{{_NAMESPACE}}}gexf":
            yield Fault(row=None, column=None, message="the root is no gexf element of version 1.3")
        known = {node.get("id") for node in root.iter(f"{{{_NAMESPACE}}}node")}
        for number, edge in enumerate(root.iter(f"{{{_NAMESPACE}}}edge"), start=1):
            for end in ("source", "target"):
                if edge.get(end) not in known:
                    yield Fault(row=number, column=end, message=f"{edge.get(end)!r} is no node")


def _relations(
    material: Material, nodes: dict[str, tuple[str, tuple[str, ...]]], edges: dict[tuple[str, str, str], int]
) -> None:
    """Adds relations between actors; the weight of an edge is how many stories tell of it."""
    told: dict[tuple[str, str, str], set[str]] = {}
    for reading in material.readings():
        report = reading.document.id
        actors = {actor.id: actor for actor in reading.actors}
        for relation in reading.relations:
            if relation.subject not in actors or relation.object not in actors:
                continue
            ends = []
            for end in (relation.subject, relation.object):
                actor = actors[end]
                shared = material.linking.actors.get(Ref(report=report, record=end), f"{report} {end}")
                nodes.setdefault(shared, (actor.name, ("actor", actor.kind.value, "", actor.country or "")))
                ends.append(shared)
            told.setdefault((ends[0], ends[1], relation.kind.value), set()).add(material.linking.stories[report])
    edges.update({key: len(stories) for key, stories in told.items()})


def _lines(nodes: dict[str, tuple[str, tuple[str, ...]]], edges: dict[tuple[str, str, str], int]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<gexf xmlns="{_NAMESPACE}" version="1.3">'
    yield '<graph defaultedgetype="directed">'
    yield '<attributes class="node">'
    yield from (f'<attribute id="{number}" title="{title}" type="string"/>' for number, title in _ATTRIBUTES)
    yield "</attributes>"
    yield "<nodes>"
    for identity, (label, values) in sorted(nodes.items()):
        filled = "".join(
            f'<attvalue for="{number}" value={quoteattr(value)}/>'
            for (number, _), value in zip(_ATTRIBUTES, values, strict=True)
        )
        yield f"<node id={quoteattr(identity)} label={quoteattr(label)}><attvalues>{filled}</attvalues></node>"
    yield "</nodes>"
    yield "<edges>"
    for number, ((source, target, label), weight) in enumerate(sorted(edges.items())):
        ends = f"source={quoteattr(source)} target={quoteattr(target)}"
        yield f'<edge id="{number}" {ends} label={quoteattr(label)} weight="{weight}"/>'
    yield "</edges>"
    yield "</graph>"
    yield "</gexf>"
