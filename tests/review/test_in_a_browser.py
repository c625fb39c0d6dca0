"""The pages in Debian's Chromium: read, filter, dossier, actor and export on the story, by mouse, keyboard and finger.

Skipped, with the reason, where Chromium or Playwright is absent.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from tests.rendering.test_page import ATTACK, hostile
from tests.review.serving import CHROMIUM, FLAGS, served, why_not

from hearsay.review.site import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.skipif(bool(why_not()), reason=why_not())

SERIOUS = {"serious", "critical"}
DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser, site: Site) -> Iterator[Page]:
    """A page of the site, that complains when its console says anything."""
    with served(site) as address:
        context = chromium.new_context(base_url=address, viewport=DESKTOP, accept_downloads=True)  # type: ignore[arg-type]
        made = context.new_page()
        said: list[str] = []
        made.on("console", lambda message: said.append(message.text))
        made.on("pageerror", lambda error: said.append(str(error)))
        yield made
        context.close()
        assert said == []


def to_the_bombing(page: Page) -> None:
    page.goto("/incidents")
    page.get_by_label("Toll disputed").check()
    page.get_by_role("button", name="Show", exact=True).click()
    page.locator("table.cases tbody th a").click()


def test_filter_dossier_and_report(page: Page) -> None:
    page.goto("/")
    assert page.locator("table.cases tbody tr").count() > 1
    page.get_by_label("Toll disputed").check()
    page.get_by_role("button", name="Show", exact=True).click()
    assert re.search(r"/incidents\?disputed=yes$", page.url)  # empty fields do not stand in the address
    assert page.locator("table.cases tbody tr").count() == 1
    page.locator("table.cases tbody th a").click()
    assert page.get_by_role("heading", name="Disputed").is_visible()
    page.get_by_text("2 carried copies").click()
    assert page.locator(".stories details[open] li").count() == 2
    page.locator(".values .chain").first.click()
    assert page.locator("mark, .piece").first.is_visible()
    assert re.search(r"/reports/report-\w+#r1-s\d+$", page.url)


def test_bars_and_circles_narrow_the_table(page: Page) -> None:
    page.goto("/incidents")
    everything = page.locator("table.cases tbody tr").count()
    page.locator(".histogram a").first.click()
    assert 0 < page.locator("table.cases tbody tr").count() < everything
    assert "since=" in page.url
    page.locator(".chosen a").first.click()
    page.locator(".map a").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**box=**")
    assert 0 < page.locator("table.cases tbody tr").count() < everything


def test_an_actor(page: Page) -> None:
    to_the_bombing(page)
    page.locator(".words .said a", has_text="Red Heron Brigade").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Red Heron Brigade"
    assert page.get_by_role("heading", name="By its own word").is_visible()


def test_an_export_is_what_is_shown(page: Page, tmp_path: Path) -> None:
    page.goto("/incidents?kind=suicide+bombing")
    shown = page.locator("table.cases tbody th a").evaluate_all(
        "links => links.map(link => link.pathname.split('/')[2])"
    )
    page.get_by_text("Export and cite").click()
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    download.value.save_as(tmp_path / "incidents.csv")
    with (tmp_path / "incidents.csv").open(encoding="utf-8") as file:
        assert [row["id"] for row in csv.DictReader(file)] == shown


def lit(page: Page) -> set[str]:
    return set(page.locator(".lit").evaluate_all("found => found.map(one => one.className.split(' ')[0])"))


def test_a_field_lights_its_words_and_words_their_field(page: Page) -> None:
    to_the_bombing(page)
    page.locator(".stories a.headline").first.click()
    field = page.locator("dl .field[data-f] a.value").first
    words = page.locator(f"a.piece[data-f~='{field.get_attribute('data-f')}']").first
    for first, other in ((field, words), (words, field)):
        page.mouse.move(0, 0)
        first.hover()
        assert "lit" in (other.get_attribute("class") or "").split()
        page.mouse.move(0, 0)
        assert lit(page) == set()
    field.focus()
    assert "lit" in (words.get_attribute("class") or "").split()


def test_everything_can_be_reached_by_keyboard(page: Page) -> None:
    page.goto("/incidents")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("j")
    page.keyboard.press("j")
    second = page.locator("table.cases tbody th a").nth(1)
    assert page.evaluate("document.activeElement.href") == second.evaluate("link => link.href")
    page.keyboard.press("Enter")
    page.wait_for_url("**/incidents/case-*")
    page.keyboard.press("/")
    page.keyboard.type("heron")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?text=heron")
    assert page.get_by_role("heading", name=re.compile("Found for")).is_visible()


def test_pages_work_without_script(chromium: Browser, site: Site) -> None:
    with served(site) as address:
        context = chromium.new_context(base_url=address, java_script_enabled=False)
        page = context.new_page()
        to_the_bombing(page)
        page.locator(".stories a.headline").first.click()
        page.locator("dl .field[data-f] a.value").first.click()
        assert re.search(r"#r1-i\d-\d+-w$", page.url)
        context.close()


def walk(page: Page) -> Iterator[str]:
    """The kinds of pages, each with an address."""
    yield "/incidents"
    to_the_bombing(page)
    yield page.url
    actor = page.locator(".words .said a").first.get_attribute("href")
    report = page.locator(".stories a.headline").first.get_attribute("href")
    assert actor
    assert report
    yield from (actor, report, "/reports", "/actors", "/search?text=heron", "/search", "/name")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_serious(page: Page, scheme: Any) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.emulate_media(color_scheme=scheme)
    found: list[str] = []
    for address in list(walk(page)):
        page.goto(address)
        for fault in Axe().run(page).response["violations"]:
            if fault["impact"] in SERIOUS:
                found += [f"{address}: {fault['id']}: {node['html'][:160]}" for node in fault["nodes"]]
    assert found == []


def test_a_phone_scrolls_in_one_direction_only(page: Page) -> None:
    addresses = list(walk(page))
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]
    for address in addresses:
        page.goto(address)
        wide = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, address


def test_no_page_of_a_hostile_book_runs_anything(page: Page, site: Site) -> None:
    with site.store.writer() as writer:
        writer.add(hostile())
    page.goto("/reports")
    reports = page.locator("a.headline").evaluate_all("links => links.map(link => link.pathname)")
    page.goto("/incidents")
    incidents = page.locator("table.cases th a").evaluate_all("links => links.map(link => link.pathname)")
    page.goto("/actors")
    actors = page.locator("table.plain th a").evaluate_all("links => links.map(link => link.pathname)")
    seen = 0
    for address in ("/incidents", "/actors", "/reports", *reports, *incidents, *actors):
        page.goto(address)
        assert page.evaluate("document.documentElement.hasAttribute('owned')") is False, address
        seen += ATTACK in page.content()
    assert seen
