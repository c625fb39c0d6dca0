"""`nanopub`: each value and each word on who did it as a nanopublication in TriG, so that none is without its speaker.

Written by hand: the form is a few lines, and it comes out the same each time. An assertion says that a value *was
reported of* a case, never that it is so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from hearsay.errors import UsageError
from hearsay.exports.base import Fault, Material, Written
from hearsay.exports.tables import written_whole
from hearsay.records.belief import Belief, Voice
from hearsay.records.ids import content_id

_PREFIXES = {
    "np": "http://www.nanopub.org/nschema#",
    "prov": "http://www.w3.org/ns/prov#",
    "dct": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "h": "urn:hearsay:term:",
    "r": "urn:hearsay:record:",
}
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_GRAPH = re.compile(r"^r:(\S+)\.(Head|assertion|provenance|pubinfo) \{$")
_LOCAL = re.compile(r"[^A-Za-z0-9_-]")


class Nanopub:
    """Each value, and each word on who did it, as a nanopublication with its speaker, in TriG."""

    name = "nanopub"
    suffix = ".trig"

    def write(self, material: Material, path: Path) -> Written:
        count = 0
        with written_whole(path) as file:
            for prefix, address in _PREFIXES.items():
                file.write(f"@prefix {prefix}: <{address}> .\n")
            for belief in material.beliefs():
                for publication in _publications(belief):
                    file.write(publication)
                    count += 1
        return Written(files=(path,), rows=count, left_out=0)

    def check(self, path: Path) -> Iterator[Fault]:
        try:
            lines = path.read_text(encoding="utf-8").splitlines()
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{str(path)!r} cannot be read: {error}; give a file that was exported") from error
        graphs: dict[str, set[str]] = {}
        for line in lines:
            if match := _GRAPH.match(line):
                graphs.setdefault(match[1], set()).add(match[2])
        for number, (identity, found) in enumerate(graphs.items(), start=1):
            for graph in ("Head", "assertion", "provenance", "pubinfo"):
                if graph not in found:
                    yield Fault(row=number, column=graph, message=f"{identity} has no such graph")
        if not graphs and len(lines) > len(_PREFIXES):
            yield Fault(row=None, column=None, message="there is no nanopublication in it")


def _publications(belief: Belief) -> Iterator[str]:
    case = f"r:{_local(belief.case.id)}"
    named = [(field.field, variant) for field in belief.fields for variant in field.variants]
    named += [(effect.value, variant) for effect, count in belief.counts for variant in count.variants]
    for field, variant in named:
        assertion = [f"{case} h:reported_{field} {_text(variant.text)} ."]
        assertion += [
            f"{case} h:reported_{field}_{end} {value} ."
            for end, value in (("low", variant.low), ("high", variant.high))
            if value is not None
        ]
        yield _publication(belief, (field, variant.text), assertion, variant.voices)
    for one in belief.responsibilities:
        who = f"r:{_local(one.who.id)}"
        assertion = [f"{who} rdfs:label {_text(one.who.name)} .", f"{who} h:{one.stance.value}_of {case} ."]
        key = (one.part.value, one.stance.value, one.who.id)
        yield _publication(belief, key, assertion, one.voices)


def _publication(belief: Belief, key: tuple[str, ...], assertion: list[str], voices: tuple[Voice, ...]) -> str:
    identity = content_id("nanopub", belief.case.id, *key)
    this = f"r:{identity}"
    graphs = {
        "Head": [
            f"{this} a np:Nanopublication ; np:hasAssertion {this}.assertion ;"
            f" np:hasProvenance {this}.provenance ; np:hasPublicationInfo {this}.pubinfo ."
        ],
        "assertion": assertion,
        "provenance": list(_provenance(f"{this}.assertion", voices)),
        "pubinfo": [f'{this} dct:creator "hearsay" .', *_dated(this, voices)],
    }
    lines = [f"\n{this}.{name} {{\n" + "".join(f"  {line}\n" for line in found) + "}" for name, found in graphs.items()]
    return "".join(lines) + "\n"


def _provenance(assertion: str, voices: tuple[Voice, ...]) -> Iterator[str]:
    if not voices:
        yield f"{assertion} prov:wasAttributedTo h:unknown ."
    for voice in voices:
        statement = f"r:{_local(voice.statement)}"
        yield f"{assertion} prov:wasDerivedFrom {statement} ."
        yield f"{statement} prov:hadPrimarySource r:{_local(voice.report)} ."
        yield f"{statement} h:speaker {_text(voice.speaker)} ; h:quote {_text(voice.quote)} ."
        for name in voice.through:
            yield f"{statement} h:through {_text(name)} ."


def _dated(this: str, voices: tuple[Voice, ...]) -> Iterator[str]:
    """The day of the latest report, so that the same store always gives the same file."""
    latest = max((voice.published[:10] for voice in voices if voice.published), default=None)
    if latest:
        yield f'{this} dct:created "{latest}"^^xsd:date .'


def _local(identity: str) -> str:
    """An id as the local part of a prefixed name."""
    return identity if not _LOCAL.search(identity) else content_id("thing", identity)


def _text(words: str) -> str:
    return '"' + "".join(_ESCAPES.get(letter, letter) for letter in words) + '"'
