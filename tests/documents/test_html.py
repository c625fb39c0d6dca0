"""Web pages: what is taken from them, and what the page says about itself."""

from __future__ import annotations

import re

import pytest
from tests.documents import reports

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_raw
from hearsay.documents.receive import from_bytes
from hearsay.errors import EmptyError, InputError, LanguageError
from hearsay.records.document import BlockKind, Document

LD = '<script type="application/ld+json">'


def page(markup: str | bytes, url: str | None = None) -> Document:
    data = markup.encode() if isinstance(markup, str) else markup
    found = next(iter(read_raw(from_bytes(data, "page.html", url=url), DocumentOptions())))
    assert isinstance(found, Document)
    return found


def test_a_page_gives_its_report_and_its_facts() -> None:
    found = page(reports.PAGE)
    assert (found.outlet, found.agency, found.author) == ("The Brenna Courier", "Reuters", "Milan Dors")
    assert found.published == "2014-03-05T21:15:00+01:00", "the page gives time and zone"
    assert found.url == "https://www.brennacourier.example/world/rebels-free-miners"
    kinds = [block.kind.value for block in found.blocks]
    assert kinds == ["headline", "standfirst", "byline", "credit", "dateline", "body", "body", "body", "body"]


def test_menus_comments_and_footers_are_left_out() -> None:
    text = page(reports.PAGE).text
    for furniture in ("Home", "Sport", "Mine to reopen", "Great news", "All rights reserved"):
        assert furniture not in text


def test_a_title_with_a_bar_in_it_is_kept_whole_and_the_sites_name_is_cut() -> None:
    titled = reports.PAGE.replace("Rebels free twelve miners in Karst province", "Rebels | free | miners in Karst")
    assert page(titled).text.startswith("Rebels | free | miners in Karst\n")
    bare = re.sub(r"<h1>.*?</h1>|<script.*?</script>|<meta property=\"og:title\"[^>]*>", "", reports.PAGE, flags=re.S)
    assert page(bare).text.startswith("Rebels free twelve miners in Karst province\n")


@pytest.mark.parametrize(
    ("markup", "date"),
    [
        ('<meta property="article:published_time" content="2014-03-05T20:00:00Z">', "2014-03-05T20:00:00Z"),
        ('<meta name="pubdate" content="March 5, 2014">', "2014-03-05"),
        ('<meta itemprop="datePublished" content="2014-03-05">', "2014-03-05"),
        ('<time datetime="2014-03-05T20:00+01:00" class="published">5 March</time>', "2014-03-05T20:00:00+01:00"),
        (f"{LD}{{broken</script>", None),
        (f'{LD}{{"@graph": [{{"@type": ["Report"], "datePublished": "2014-03-05"}}]}}</script>', "2014-03-05"),
        ('<meta name="date" content="next week">', None),
    ],
)  # fmt: skip
def test_dates_that_pages_state(markup: str, date: str | None) -> None:
    bare = re.sub(r"<script.*?</script>", "", reports.PAGE, flags=re.S)
    assert page(bare.replace("</head>", f"{markup}</head>")).published == date


def test_an_agency_as_author_is_the_origin_and_no_person() -> None:
    found = page(reports.PAGE.replace("Milan Dors", "Agence France-Presse").replace("(Reuters)", ""))
    assert (found.agency, found.author) == ("AFP", None)


def test_encodings_that_pages_declare() -> None:
    markup = reports.PAGE.replace('charset="utf-8"', 'charset="windows-1252"')
    assert "“They were sold back,”" in page(markup.encode("cp1252")).text


def test_an_old_page_without_structure() -> None:
    body = "<br><br>".join(reports.WIRE.strip().split("\n\n"))
    found = page(f"<html><body><font>{body}</font></body></html>")
    assert found.agency == "Reuters"
    assert any(block.kind is BlockKind.BODY for block in found.blocks)


@pytest.mark.parametrize(
    "markup",
    [
        "<html><body></body></html>",
        "<html><head><title>A title that says something</title></head><frameset></frameset></html>",
        "<!doctype html><div id=app></div><script>render()</script>",
        "<html><body><p> </p><!-- only a comment --></body></html>",
    ],
)
def test_pages_without_text_are_told_as_empty(markup: str) -> None:
    with pytest.raises(EmptyError, match=r"page\.html: "):
        page(markup)


def test_a_foreign_page_is_refused() -> None:
    with pytest.raises(LanguageError, match="Spanish"):
        page(f"<html lang=es><body><article><p>{reports.SPANISH}</p><p>{reports.SPANISH}</p></article></body></html>")


def test_deep_and_broken_markup_does_no_harm() -> None:
    for markup in (
        "<div>" * 30_000 + "The army said it had not been there.",
        "<html><p>" + "<b>" * 5000,
        "<html>&#0;&#x110000;<p>",
    ):
        try:
            page(markup)
        except InputError:
            continue
