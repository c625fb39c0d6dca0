"""Ties on a time line: grouped, ordered, with their sources."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain

from rich.padding import Padding
from rich.text import Text

from hearsay.records.relation import RelationKind, RelationStatus
from hearsay.records.statement import Anonymity, Certainty, Speaker
from hearsay.rendering.dossiers import SECTIONS, SHOWN, lines, ties
from hearsay.store.entries import RelationEntry, ReportEntry, Voice

REPORT = ReportEntry(
    id="report-1",
    sha256="0" * 64,
    url=None,
    outlet="The Selwyn Echo",
    agency=None,
    author=None,
    published="2016-10-26",
    language="en",
    headline="Ties of the Tide",
    incidents=0,
    statements=1,
)


def speaker(name: str) -> Speaker:
    return Speaker(actor=None, name=name, anonymity=Anonymity.NAMED, role=None, channel=None, addressee=None, said=None)


def relation(kind: RelationKind, other: str, time: str | None = None, **given: object) -> RelationEntry:
    voice = Voice(statement="s-1", speakers=(speaker("police"),), certainty=Certainty.CERTAIN)
    entry = RelationEntry(
        report=REPORT,
        id=f"r-{kind}-{other}-{time}",
        kind=kind,
        subject="Northern Tide",
        object=other,
        time=time,
        status=RelationStatus.CURRENT,
        qualifier=None,
        voices=(voice,),
    )
    return replace(entry, **given)  # type: ignore[arg-type]  # the fields of an entry


def test_every_kind_of_relation_has_one_section() -> None:
    assert sorted(chain.from_iterable(SECTIONS.values())) == sorted(RelationKind)


def test_ties_stand_by_section_and_time_and_what_is_not_dated_stands_where_it_was_told() -> None:
    found = ties([
        relation(RelationKind.LED_BY, "C", "P2Y"),
        relation(RelationKind.LED_BY, "B"),
        relation(RelationKind.LED_BY, "A", "2019-02"),
        relation(RelationKind.LED_BY, "D", "../2014", status=RelationStatus.FORMER),
        relation(RelationKind.FACTION_OF, "Coast"),
    ])  # fmt: skip
    assert [tie.entries[0].object for tie in found] == ["Coast", "D", "B", "A", "C"]
    assert [tie.date for tie in found[:4]] == [
        "told 26 October 2016",
        "until 2014",
        "told 26 October 2016",
        "February 2019",
    ]
    assert found[1].words == "Northern Tide was led by D"
    undated = relation(RelationKind.LED_BY, "B", report=replace(REPORT, published=None))
    assert ties([undated])[0].date == "undated"


def test_what_several_reports_say_alike_is_one_tie_and_what_differs_is_kept() -> None:
    other = replace(REPORT, id="report-2", published="2015-01-01", headline="More ties")
    first = relation(RelationKind.ALLIED_WITH, "Lions")
    hedged = replace(first.voices[0], certainty=Certainty.POSSIBLE)
    again = replace(first, report=other, voices=(hedged,))
    former = replace(first, status=RelationStatus.FORMER)
    together, apart = ties([first, again, former])
    assert together.told == "2015-01-01"
    assert together.sources == (
        "police, in: Ties of the Tide, The Selwyn Echo, 26 October 2016",
        "police (possible), in: More ties, The Selwyn Echo, 1 January 2015",
    )
    assert (together.words, apart.words) == (
        "Northern Tide is allied with Lions",
        "Northern Tide was allied with Lions",
    )


def test_what_hundreds_of_reports_say_alike_fits_a_screen() -> None:
    one = relation(RelationKind.LED_BY, "B")
    many = [replace(one, report=replace(REPORT, headline=f"Report {number % 9}")) for number in range(90)]
    shown = list(lines(ties(many)))
    assert len(ties(many)[0].sources) == 90
    assert len(shown) == 2 + SHOWN + 1
    padded = [line.renderable for line in shown if isinstance(line, Padding)]
    assert str(padded[0]) == "police, in: Report 0, The Selwyn Echo, 26 October 2016 (said so 10 times)"
    assert str(padded[-1]) == "and 3 more, see --format json"


def test_text_of_reports_cannot_steer_the_terminal() -> None:
    hostile = relation(RelationKind.LED_BY, "\x1b[31mX\u202e\nY")
    printed = "".join(line.plain for line in lines(ties([hostile])) if isinstance(line, Text))
    assert "\x1b" not in printed
    assert "\u202e" not in printed
