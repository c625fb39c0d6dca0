"""Feeds: an entry is a report; a bad entry is told of and the rest goes on."""

from __future__ import annotations

import pytest
from tests.documents import reports

from hearsay.documents.base import DocumentOptions
from hearsay.documents.read import read_raw
from hearsay.documents.receive import from_bytes
from hearsay.errors import EmptyError
from hearsay.records.document import Document
from hearsay.records.failure import Failure

BODY = "".join(f"<p>{part}</p>" for part in reports.WIRE.split("\n\n")[:3])

RSS = f"""<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Brenna Courier</title>
<item><title>Gunmen kill election workers &amp;amp; flee</title><link>https://www.brennacourier.example/1</link>
<author>Nora Hale</author><pubDate>Tue, 04 Mar 2014 08:00:00 +0200</pubDate>
<content:encoded><![CDATA[{BODY}]]></content:encoded></item>
<item><title>Only a title</title><link>https://www.brennacourier.example/2</link></item>
<item><title>Short news</title><link>https://www.brennacourier.example/3</link>
<description>Rebels said on Monday that they had freed the miners whom they took last week.</description></item>
<item><title>Noticias</title><description>{reports.SPANISH}</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Four killed</title>
<link href="https://wire.example/a"/><published>2014-03-04T06:00:00Z</published><updated>2014-03-05T06:00:00Z</updated>
<content type="html">{BODY.replace("<", "&lt;").replace(">", "&gt;")}</content></entry></feed>"""


def feed(data: str) -> list[Document | Failure]:
    return list(read_raw(from_bytes(data.encode(), "feed.xml"), DocumentOptions()))


def test_rss_entries_are_reports_with_the_feeds_facts() -> None:
    first, second, third, fourth = feed(RSS)
    assert isinstance(first, Document)
    assert first.published == "2014-03-04T08:00:00+02:00", "the zone of the feed is kept"
    assert (first.outlet, first.author, first.agency) == ("The Brenna Courier", "Nora Hale", "Reuters")
    assert first.text.startswith("Gunmen kill election workers & flee\n")
    assert first.url == "https://www.brennacourier.example/1"
    assert isinstance(second, Failure)
    assert (second.source, second.error) == ("https://www.brennacourier.example/2", "EmptyError")
    assert isinstance(third, Document)
    assert any("only a summary" in note for note in third.notes)
    assert isinstance(fourth, Failure)
    assert (fourth.source, fourth.error) == ("feed.xml, entry 4", "LanguageError")


def test_atom_gives_the_date_of_publication_and_not_of_the_update() -> None:
    (found,) = feed(ATOM)
    assert isinstance(found, Document)
    assert found.published == "2014-03-04T06:00:00Z"


def test_a_feed_that_breaks_off_gives_what_is_whole() -> None:
    found = feed(RSS[: RSS.index("<item><title>Short")])
    assert isinstance(found[0], Document)


def test_a_feed_without_entries_is_told_as_empty() -> None:
    with pytest.raises(EmptyError, match=r"feed\.xml: is a feed without entries"):
        feed("<rss version='2.0'><channel><title>x</title></channel></rss>")
