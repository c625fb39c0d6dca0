"""Blocks: the laws that hold for any text, and what the samples are made of."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.documents import reports

from hearsay.documents.blocks import layout
from hearsay.records.document import Block, BlockKind

PIECES = st.sampled_from(
    [
        "Home",
        "By Nora Hale",
        "by AFP",
        "Photo: Dario Velm",
        "LUVIA, March 3 (Reuters) - A bomb killed four men near the port, police said on Monday.",
        "Bomb Kills Four Near Port",
        "The army said that it had arrested two men, who denied that they had anything to do with it.",
        "“We did not do it,” said their lawyer. —AFP",
        "Related Articles",
        "Leave a Comment",
        "Advertisement",
        "Published: October 26, 2016",
        "(Reporting by Nora Hale)",
        "THE ARMY SAID THAT IT HAD ARRESTED TWO MEN, WHO DENIED THAT THEY HAD ANYTHING TO DO WITH IT.",
        "\x00",
        "﻿",
        "   ",
    ]
)
TEXTS = st.one_of(
    st.lists(st.one_of(PIECES, st.text(max_size=80)), max_size=12).flatmap(
        lambda pieces: st.sampled_from(["\n", "\n\n", "\r\n"]).map(lambda end: end.join(pieces))
    ),
    st.sampled_from(reports.ALL_TEXTS),
)


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans())
def test_blocks_are_in_order_apart_and_cover_all_that_is_said(text: str, taken_out: bool) -> None:
    found = layout(text, taken_out=taken_out)
    spans = [block.span for block in found.blocks]
    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert all(span.end <= len(text) for span in spans)
    covered = {i for span in spans for i in range(span.start, span.end)}
    for paragraph in found.paragraphs:
        missed = [text[i] for i in range(paragraph.span.start, paragraph.span.end) if i not in covered]
        assert "".join(missed).strip() == ""  # white space between a dateline and its text is in neither


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_there_is_one_headline_and_one_dateline_at_most_and_the_headline_comes_first(text: str) -> None:
    kinds = [block.kind for block in layout(text).blocks]
    assert kinds.count(BlockKind.HEADLINE) <= 1
    if BlockKind.HEADLINE in kinds and BlockKind.BODY in kinds:
        assert kinds.index(BlockKind.HEADLINE) < kinds.index(BlockKind.BODY)


def told(text: str) -> list[tuple[str, str]]:
    return [(block.kind.value, _start(block, text)) for block in layout(text).blocks]


def _start(block: Block, text: str) -> str:
    return " ".join(block.span.of(text).split())[:24]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        (
            reports.SCRAPED,
            [
                ("boilerplate", "Home World News Harbour "),
                ("headline", "Harbour Front Admits Tal"),
                ("byline", "by AFP"),
                ("credit", "Dario Velm—AFP"),
                ("credit", "Dario Velm—AFP"),
                ("standfirst", "Spokesman for northern w"),
                ("body", "The banned Harbour Front"),
                ("body", "Officials said the Sunda"),
                ("body", "“Yes, we sat at one tabl"),
                ("body", "A security official base"),
                ("boilerplate", "Related Articles"),
                ("boilerplate", "Fishermen Return to Orso"),
                ("boilerplate", "Leave a Comment"),
            ],
        ),
        (
            reports.WIRE,
            [
                ("dateline", "KHARUM, Tessaly, March 3"),
                ("body", "Gunmen shot dead four el"),
                ("body", "No group claimed the att"),
                ("body", '"We did not do this," it'),
                ("byline", "(Reporting by Sana Dorri"),
            ],
        ),
        (
            reports.MONITORED,
            [
                ("boilerplate", "TST9-FICT-0007"),
                ("dateline", "PUERTO CLARO, 3 JAN 90 ("),
                ("body", "OUR FORCES YESTERDAY ATT"),
                ("body", "A MILITARY SPOKESMAN SAI"),
                ("body", "THE ARMY DID NOT GIVE A "),
            ],
        ),
        (
            reports.INDENTED,
            [
                ("byline", "By NORA HALE, Associated"),
                ("dateline", "PORT SABLE, Marenga (AP)"),
                ("body", "A bomb hidden in a fruit"),
                ("body", "The blast broke windows "),
                ("body", "No one claimed responsib"),
            ],
        ),
        (
            reports.LINES,
            [
                ("headline", "Two soldiers die in ambu"),
                ("byline", "By Our Correspondent"),
                ("dateline", "Srinak, Oct 26:"),
                ("body", "Two soldiers were killed"),
                ("body", "A spokesman for the army"),
                ("body", "The outlawed Forest Fron"),
                ("body", "Meanwhile, shops stayed "),
                ("byline", "—PTI"),
            ],
        ),
        (
            reports.STANDFIRST_ABOVE_BYLINE,
            [
                ("headline", "Ferry bombing toll rises"),
                ("standfirst", "Rescuers find more bodie"),
                ("byline", "Lucia Marr, Special Corr"),
                ("boilerplate", "12 May 2009"),
                ("dateline", "PORT ELLIN:"),
                ("body", "The number of people kil"),
                ("body", "Nine people are still mi"),
            ],
        ),
    ],
)
def test_the_samples_fall_into_their_parts(text: str, blocks: list[tuple[str, str]]) -> None:
    assert told(text) == blocks


def test_menus_adverts_and_lists_of_other_reports_are_boilerplate() -> None:
    text = reports.DATED_PAGE
    read = " ".join(b.span.of(text) for b in layout(text).blocks if b.kind is not BlockKind.BOILERPLATE)
    for furniture in ("Menu", "Subscribe", "Advertisement", "Most read", "Bridge to close", "Ten soups", "reserved"):
        assert furniture not in read
    for said in ("escaped unhurt", "arrested two members", "“I shall not resign,”", "survives second bomb"):
        assert said in read


def test_another_report_on_the_page_is_told_by_its_words() -> None:
    other = (
        "Cup final\n\nBuy tickets\n\nMore photos\n\n"
        "Midfielder Joss Ondry scored twice as Harkness United beat Selby Rovers under floodlights, lifting silverware "
        "after sixteen barren seasons before forty thousand jubilant supporters."
    )
    own = reports.SCRAPED.split("Related Articles")[0] + reports.WIRE.split("(Reporting")[0]
    text = "\n\n".join((own, other))
    kinds = {b.span.of(text)[:10]: b.kind for b in layout(text).blocks}
    assert kinds["Midfielder"] is BlockKind.BOILERPLATE
    assert kinds["Officials "] is BlockKind.BODY


RUNNING = (
    "Two men were shot dead on the quay of Brenna on Monday night, and the ferry was burned by those who fled.\n\n"
    "The harbour police said that the killers had come by boat and that three of them were seen on the quay.{more}"
)


@pytest.mark.parametrize(
    ("more", "read"),
    [
        # the text received breaks off
        ("\n\nThe pilot said he had heard the boat and that it came from the", True),
        # a page break cuts a sentence in two
        (" The ferry had come from\n\nthe far side of the river with the men who were killed. It was new", True),
        # what follows is no running text
        ("\n\nHarbour News Weather Sport Opinion Letters Archive Jobs", False),
        ("\n\nMore Of The News From The Harbour And The Valley", False),
    ],
)
def test_running_text_without_its_end_is_read(more: str, read: bool) -> None:
    text = RUNNING.format(more=more)
    last = layout(text).blocks[-1]
    assert (last.kind is BlockKind.BODY) == read


WIRE_COPY = [
    ("ATTENTION - ADDS one more death ///", "BRENNA, Marenga, Dec 14, 2006, 2006"),
    ("EDS: UPDATES toll, adds quotes", "BRENNA, 3 May 2011 (AFP)"),
    ("URGENT - CORRECTS number of wounded", "BRENNA, Marenga, April 30 , 1997"),
]


@pytest.mark.parametrize(("notice", "line"), WIRE_COPY)
def test_wire_copy_without_a_headline_has_its_dateline(notice: str, line: str) -> None:
    body = "Two guards were shot dead by raiders on Thursday at a mill near the town, police said. " * 3
    text = f"{notice}\n\n{line}\n\n{body}\n\nThe raiders took rifles and left on foot, the mill's owner told reporters."
    kinds = {block.span.of(text): block.kind for block in layout(text).blocks}
    assert kinds[notice] is BlockKind.BOILERPLATE
    assert kinds[line] is BlockKind.DATELINE
    assert BlockKind.HEADLINE not in kinds.values()
