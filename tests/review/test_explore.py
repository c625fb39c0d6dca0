"""Exploring without a script: the story's bombing is found from every side, and files hold what pages show."""

from __future__ import annotations

import csv
import html
import io
import json
import re

import pytest
from tests.review.browsing import Browser
from tests.store.stories import told
from tests.story.told import readings

from hearsay.records.belief import Correction
from hearsay.records.link import Ref
from hearsay.review.site import Site

CASE = re.compile(r'href="/incidents/(case-[0-9a-f]+)"')
BARS = re.compile(r'<a href="(/incidents\?[^"]*)"[^>]*><title>')


def cases_on(text: str) -> list[str]:
    """The cases of a table, in its order."""
    return CASE.findall(text.partition('<table class="cases">')[2])


def bombing(browser: Browser) -> str:
    """The story's bombing."""
    (case,) = cases_on(browser.get("/incidents?disputed=yes").text)
    return case


@pytest.mark.parametrize(
    "fields",
    [
        "since=2031-05-06&until=2031-05-06",
        "place=mopti&country=ML",
        "actor=heron&stance=claimed",
        "kind=suicide+bombing",
        "claims=competing",
        "origins=3",
        "text=fish+market",
        "text=%22bodies+had+been+taken%22",
        "box=-5,14,-4,15",
    ],
)
def test_every_filter_finds_the_bombing(browser: Browser, fields: str) -> None:
    assert bombing(browser) in cases_on(browser.get(f"/incidents?{fields}").text)


@pytest.mark.parametrize(
    "fields",
    [
        "since=2032",
        "until=2030-12-31",
        "place=nowhere",
        "country=NO",
        "actor=nobody",
        "actor=heron&stance=denied",
        "origins=50",
        "text=zebra",
        "box=5,40,6,41",
        "kind=flood",
    ],
)
def test_a_filter_that_does_not_fit_finds_nothing(browser: Browser, fields: str) -> None:
    assert cases_on(browser.get(f"/incidents?{fields}").text) == []


@pytest.mark.parametrize(
    "fields",
    [
        "since=yesterday",
        "stance=x",
        "claims=x",
        "origins=many",
        "page=0",
        "box=1,2,3",
        "sort=x",
        "text=%22%22",
        "box=nan,0,1,1",
    ],
)
def test_what_is_asked_wrongly_is_told(browser: Browser, fields: str) -> None:
    assert "That cannot be shown" in browser.get(f"/incidents?{fields}", status=400).text


def test_bars_and_circles_are_filters(browser: Browser) -> None:
    page = browser.get("/incidents").text
    links = [html.unescape(link) for link in BARS.findall(page)]
    assert any("since=" in link for link in links)
    assert any("box=" in link for link in links)
    everything = set(cases_on(page))
    for link in links:
        found = cases_on(browser.get(link).text)
        assert found
        assert set(found) <= everything


def test_a_file_holds_what_the_table_shows(browser: Browser) -> None:
    for query in ("", "?kind=suicide+bombing&sort=killed", "?text=zebra"):
        shown = cases_on(browser.get(f"/incidents{query}").text)
        assert [row["id"] for row in csv.DictReader(io.StringIO(browser.get(f"/incidents.csv{query}").text))] == shown
        lines = browser.get(f"/incidents.jsonl{query}").text.splitlines()
        assert [json.loads(line)["id"] for line in lines] == shown
        assert [one["id"] for one in browser.client.get(f"/api/incidents{query}").json()["entries"]] == shown


def test_a_dossier_says_what_is_agreed_and_what_is_disputed(browser: Browser) -> None:
    page = " ".join(re.sub("<[^>]*>", " ", browser.get(f"/incidents/{bombing(browser)}").text).split())
    agreed, disputed = page.index("Agreed"), page.index("Disputed")
    assert agreed < page.index("suicide bombing".capitalize(), agreed) < disputed
    for figure in ("at least 13", "40", "69", "70"):
        assert page.index(figure, disputed) > disputed
    assert "competing claims" in page
    assert "Red Heron Brigade claims it" in page
    assert "Salt Road Movement accused" in page
    assert "Salt Road Movement denies it" in page
    assert "2 carried copies" in page


def test_policies_pick_differently(browser: Browser) -> None:
    address = f"/incidents/{bombing(browser)}"
    assert "none is taken" in browser.get(address).text
    assert "taken here: <bdi>70" in browser.get(f"{address}?policy=highest").text
    browser.get(f"{address}?policy=none-such", status=400)


def test_a_dossier_as_a_file(browser: Browser) -> None:
    case = bombing(browser)
    belief = browser.client.get(f"/incidents/{case}.json").json()
    assert belief["case"]["id"] == case
    assert browser.client.get(f"/api/incidents/{case}").json() == belief
    rows = list(csv.DictReader(io.StringIO(browser.get(f"/incidents/{case}.csv").text)))
    assert {"killed", "kind", "by"} <= {row["field"] for row in rows}
    assert all(row["report"].startswith("report-") and row["words"] for row in rows)


def test_every_saying_leads_to_its_words(browser: Browser) -> None:
    page = browser.get(f"/incidents/{bombing(browser)}").text
    links = set(re.findall(r'href="(/reports/report-[0-9a-f]+/statement-[0-9a-f]+)"', page))
    assert len(links) > 8
    for link in sorted(links)[:5]:
        answer = browser.client.get(link, follow_redirects=False)
        target, _, anchor = answer.headers["location"].partition("#")
        assert f'id="{anchor}"' in browser.get(target).text


def test_an_actors_page(browser: Browser) -> None:
    (key,) = re.findall(r'href="/actors/(actor-[0-9a-f]+)"', browser.get("/actors?text=red+heron").text)
    page = browser.get(f"/actors/{key}").text
    assert "Red Heron Brigade" in page
    assert bombing(browser) in page
    known = browser.client.get(f"/actors/{key}.json").json()
    assert known["stances"] == {"claimed": 1}
    assert known == browser.client.get(f"/api/actors/{key}").json()
    assert browser.get(f"/actors/{key}.csv").text.startswith("section,date,")


def test_search_finds_incidents_reports_and_actors(browser: Browser) -> None:
    page = browser.get("/search?text=heron").text
    assert bombing(browser) in page
    assert "/actors/actor-" in page
    assert "/reports/report-" in page
    assert "none" in browser.get("/search?text=zebra").text
    browser.get("/search?text=%22+%22", status=400)
    browser.get("/search")


@pytest.mark.parametrize(
    "address",
    [
        "/incidents/case-0000",
        "/incidents/%3Cscript%3E",
        "/incidents/case-0000.csv",
        "/actors/actor-0",
        "/actors/actor-0.json",
        "/reports/report-0",
        "/reports/report-0.json",
        "/reports/report-0.csv",
        "/reports/report-0/statement-0",
        "/api/incidents/case-0000",
        "/api/actors/nobody",
    ],
)
def test_what_is_not_there_is_not_found(browser: Browser, address: str) -> None:
    browser.get(address, status=404)


def test_a_citation_names_the_state_of_the_book(browser: Browser, site: Site) -> None:
    page = browser.get("/incidents?kind=suicide+bombing").text
    assert "http://127.0.0.1:8765/incidents?kind=suicide+bombing" in page
    before = site.cases().stamp
    assert before[:12] in page
    member = Ref(report=readings()[0].document.id, record=readings()[0].incidents[0].id)
    with site.store.writer() as writer:
        writer.correct(Correction(member=member, field="killed", value="70", author="Mara Oduya", at="2031-07-01"))
    assert site.cases().stamp != before


def test_a_persons_word_counts_at_once_and_leaves_no_trace_when_taken_back(browser: Browser, site: Site) -> None:
    address = f"/incidents/{bombing(browser)}.json"
    before = browser.get(address).text
    member = Ref(report=readings()[0].document.id, record=readings()[0].incidents[0].id)
    with site.store.writer() as writer:
        writer.correct(Correction(member=member, field="killed", value="70", author="Mara Oduya", at="2031-07-01"))
    assert "Mara Oduya" in browser.get(address).text
    (row,) = csv.DictReader(io.StringIO(browser.get("/incidents.csv?disputed=yes").text))
    assert (row["killed_low"], row["killed_high"]) == ("70", "70")
    with site.store.writer() as writer:
        writer.uncorrect(member, "killed")
    assert browser.get(address).text == before


def test_a_report_that_is_taken_out_is_gone_from_every_page(browser: Browser, site: Site) -> None:
    radio = next(one.document for one in readings() if "River Radio" in (one.document.outlet or ""))
    assert "River Radio" in browser.get(f"/incidents/{bombing(browser)}").text
    with site.store.writer() as writer:
        writer.remove(radio.id)
    for address in ("/incidents", f"/incidents/{bombing(browser)}", "/reports", "/actors", "/search?text=hospital"):
        assert radio.id not in browser.get(address).text, address
    browser.get(f"/reports/{radio.id}", status=404)


def test_reports_are_listed_filtered_and_exported(browser: Browser) -> None:
    page = browser.get("/reports?text=hospital&since=2031-05&until=2031-06").text
    shown = re.findall(r'href="/reports/(report-[0-9a-f]+)"', page)
    rows = csv.DictReader(io.StringIO(browser.get("/reports.csv?text=hospital&since=2031-05&until=2031-06").text))
    assert [row["id"] for row in rows] == shown
    assert shown
    browser.get("/reports?since=May", status=400)


def test_a_report_as_files(browser: Browser, site: Site) -> None:
    one = readings()[0].document.id
    with site.store.view() as view:
        assert browser.get(f"/reports/{one}.json").text == view.wire(one)
    rows = list(csv.DictReader(io.StringIO(browser.get(f"/reports/{one}.csv").text)))
    text = readings()[0].document.text
    assert all(text[int(row["start"]) : int(row["end"])].split()[0] == row["words"].split()[0] for row in rows)


def test_an_empty_book_has_pages_too(site: Site, browser: Browser) -> None:
    with site.store.view() as view:
        ids = sorted(view.report_ids())
    with site.store.writer() as writer:
        for one in ids:
            writer.remove(one)
    for address in ("/incidents", "/actors", "/reports", "/search?text=x", "/incidents.csv"):
        browser.get(address)


def test_places_in_the_text_hold_with_emoji_arabic_and_curly_quotes(site: Site, browser: Browser) -> None:
    words = "“سيفاري” 🧿 👩🏽‍🚒 – “5” killed in Sévaré; نهاية 🔥🔥"
    reading = told(f"Blast “🧿” in Sévaré\n{words}\n", published="2031-05-05")
    with site.store.writer() as writer:
        writer.add(reading)
    page = browser.get(f"/reports/{reading.document.id}").text
    killed = re.search(r'<dt>killed</dt>\s*<dd><a class="value" href="#([^"]+)-w"', page)
    assert killed
    marked = re.search(rf'id="{killed[1]}-w"></span>\s*<a [^>]*data-f="[^"]*{killed[1]}"[^>]*>([^<]*)</a>', page)
    assert marked, page
    assert marked[1] == "5"
    shown = html.unescape(re.sub("<[^>]*>", "", re.sub(r'<a class="mark".*?</a>', "", page)))
    assert words in " ".join(shown.split())
