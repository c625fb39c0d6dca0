"""Nothing that a report says, and nothing that a visitor types, becomes a part of a page other than its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote

import pytest
from tests.rendering.test_page import HOSTILE, Outline, hostile
from tests.review.browsing import Browser

from hearsay.records.reading import Reading
from hearsay.review.site import Site

TYPED = (
    *HOSTILE,
    "'\"><script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</textarea><img src=x onerror=alert(1)>",
    "'-alert(1)-'",
    "\\'-alert(1)//",
    "${alert(1)}",
    "javascript:alert(1)//",
    "data:text/html,<script>alert(1)</script>",
    "<a href=javascript:alert(1)>x",
    "<details open ontoggle=alert(1)>",
    "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "%3Cscript%3Ealert(1)%3C/script%3E",
    "＜script＞alert(1)＜/script＞",
    '{"__proto__":{"x":1}}',
    "{{config}}${{7*7}}#{7*7}",
    "' OR 1=1 --",
    '" OR ""="',
    "*) NEAR( OR words MATCH",
    "../../../../etc/passwd",
)
FIELDS = ("text", "place", "country", "actor", "kind", "outlet")


@pytest.fixture
def attacked(site: Site, browser: Browser) -> Browser:
    """A browser on a book that holds a report which is hostile in every word."""
    reading = _numbered(hostile())
    with site.store.writer() as writer:
        writer.add(reading)
    return browser


def _numbered(reading: Reading) -> Reading:
    """The reading in a form that a book takes: every relation between actors that are there."""
    named = tuple(replace(actor, names=HOSTILE) for actor in reading.actors)
    return replace(reading, actors=named)


def checked(text: str) -> Outline:
    """The page's outline; no element or attribute in it can run anything."""
    outline = Outline(text)
    assert outline.scripts == []
    assert outline.styles == []
    for tag, attributes in outline.elements:
        assert tag not in {"iframe", "object", "embed", "base", "math", "img", "style", "template", "foreignobject"}, (
            tag
        )
        for name, value in attributes.items():
            assert not name.startswith("on"), (tag, name)
            assert name not in {"srcdoc", "style", "formaction", "xlink:href"}, (tag, name)
            if name in {"href", "src", "action", "cite"}:
                assert value is not None
                assert value.startswith(("/", "#")), (tag, name, value)
                assert not value.startswith("//"), (tag, name, value)
        if tag == "script":
            assert (attributes.get("src") or "").startswith("/static/")
    return outline


def addresses(browser: Browser) -> Iterator[str]:
    """Every page that the lists lead to."""
    for one in ("/incidents", "/actors", "/reports", "/search?text=script", "/name"):
        yield one
        yield from sorted(set(re.findall(r'href="(/(?:incidents|actors|reports)/[^"/.]+)"', browser.get(one).text)))


def test_no_page_of_a_hostile_book_holds_more_than_text(attacked: Browser) -> None:
    seen = 0
    for address in addresses(attacked):
        text = attacked.get(address).text
        checked(text)
        assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e]", text), address
        seen += "owned" in text
    assert seen > 4  # the attack stands on the pages, as text


@pytest.mark.parametrize("typed", TYPED)
def test_what_is_typed_comes_back_as_text(browser: Browser, typed: str) -> None:
    for path in ("/incidents", "/reports", "/actors", "/search"):
        for field in FIELDS:
            answer = browser.client.get(f"{path}?{field}={quote(typed)}")
            assert answer.status_code in (200, 400), (path, field)
            checked(answer.text)
    for path in ("/incidents/", "/actors/", "/reports/", "/nowhere/", "/incidents?sort=", "/incidents?since="):
        answer = browser.client.get(path + quote(typed, safe=""))
        assert answer.status_code in (400, 404), path
        checked(answer.text)


def test_a_name_that_a_visitor_takes_is_text(browser: Browser) -> None:
    browser.get("/name")
    browser.post("/name", name=TYPED[0])
    checked(browser.get("/incidents").text)
    browser.get("/name")
    browser.post("/name", status=400, name="a\nb\x00")
    browser.post("/name", status=400, name="x" * 81)


def test_a_spreadsheet_runs_nothing(site: Site, browser: Browser) -> None:
    reading = hostile()
    evil = '=HYPERLINK("http://evil.example")'
    with site.store.writer() as writer:
        writer.add(replace(reading, incidents=tuple(replace(one, kind=evil) for one in reading.incidents)))
    for address in ("/incidents.csv", "/actors.csv", "/reports.csv"):
        cells = re.split(r'[\n,]"?', browser.get(address).text)
        assert not [cell for cell in cells if cell.startswith(("=", "@", "+"))], address


def test_a_file_is_a_file_whatever_it_holds(attacked: Browser) -> None:
    for address in ("/incidents.csv", "/incidents.jsonl", "/actors.csv", "/reports.jsonl"):
        headers = attacked.get(address).headers
        assert headers["content-disposition"].startswith("attachment")
        assert headers["x-content-type-options"] == "nosniff"
        assert "html" not in headers["content-type"]
