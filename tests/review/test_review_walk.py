"""Two coders, an adjudication, a merge and its undoing, by keyboard in a real browser. Skipped without Chromium."""

from __future__ import annotations

import os
import re
import shutil
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from tests.story.told import readings

from hearsay.casebook import case_of
from hearsay.records.incident import CountEffect
from hearsay.records.link import Ref
from hearsay.records.review import Verdict
from hearsay.review.application import application
from hearsay.review.site import Site

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or ""
pytestmark = pytest.mark.skipif(not CHROMIUM, reason="no Chromium on this machine")

FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    " --disable-component-update --disable-sync"
).split()
SIZES = {"desktop": (1360, 900), "phone": (390, 844)}
SHOTS = os.environ.get("HEARSAY_SHOTS")
"""A folder to put pictures into, for people to look at."""

READINGS = readings()
BLAST = [Ref(report=one.document.id, record=one.incidents[0].id) for one in READINGS]


@pytest.fixture
def address(site: Site) -> Iterator[str]:
    """The story's site on a port of its own."""
    config = uvicorn.Config(application(site), host="127.0.0.1", port=0, log_level="error", access_log=False)
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.02)
    (port,) = {socket.getsockname()[1] for one in server.servers for socket in one.sockets}
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join()


class Coder:
    """Somebody at a browser."""

    def __init__(self, browser: Any, address: str, name: str, size: str = "desktop", scheme: str = "light") -> None:
        width, height = SIZES[size]
        self.look = f"{size}-{scheme}"
        self.faults: list[str] = []
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        self.page = context.new_page()
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.on("console", self._heard)
        self.address = address
        self.page.goto(f"{address}/review")
        self.page.fill("main input[name=name]", name)
        self.page.click("main button")

    def _heard(self, said: Any) -> None:
        if said.type == "error" and not said.location["url"].endswith("/favicon.ico"):
            self.faults.append(said.text)

    def to(self, path: str) -> None:
        self.page.goto(f"{self.address}{path}")

    def incident(self, ref: Ref) -> None:
        self.to(f"/review/of/{ref.report}/{ref.record}")
        self.page.wait_for_selector(".item.current")

    def item(self, label: str) -> None:
        """Goes down with the keyboard until an item of this label is current."""
        for _ in range(30):
            if self.page.text_content(".item.current .label") == label:
                return
            self.page.keyboard.press("j")
        raise AssertionError(f"no item {label!r} on {self.page.url}")

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def shot(self, name: str) -> None:
        if SHOTS:
            self.page.screenshot(path=str(Path(SHOTS) / f"{name}-{self.look}.png"))


@pytest.fixture
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()


def test_two_coders_work_through_a_report_by_keyboard_and_settle(browser: Any, address: str, site: Site) -> None:
    ada, bo = Coder(browser, address, "Ada"), Coder(browser, address, "Bo")
    for coder, figure in ((ada, None), (bo, "44")):
        coder.incident(BLAST[3])
        coder.item("killed")
        if figure is None:
            coder.press("a")
        else:
            coder.press("c")
            coder.page.keyboard.type(figure)
            coder.press("Enter")
        playwright.expect(coder.page.locator(".item.done")).to_have_count(1)
        playwright.expect(coder.page.locator("#left")).to_have_text("9")
        assert coder.page.text_content(".item.current .label") == "wounded"
    assert bo.page.locator(".item.done").count() == 1
    assert "Ada" not in bo.page.content()
    ada.to("/review/disagreements")
    assert ada.page.locator(".dispute").count() == 1
    ada.page.locator(".answers form", has_text="Bo").locator("button").click()
    ada.page.wait_for_selector("text=Nothing is open")
    with site.store.view() as view:
        count = case_of(view, BLAST[0], "as-reported").count(CountEffect.KILLED)
    assert count is not None
    assert "44" in [variant.text for variant in count.variants]
    assert ada.faults == bo.faults == []


def test_a_verdict_is_one_key_and_is_taken_back_by_another(browser: Any, address: str, site: Site) -> None:
    ada = Coder(browser, address, "Ada")
    ada.incident(BLAST[0])
    for key, label in (("a", "tells of"), ("r", "kind"), ("u", "time")):
        ada.item(label)
        done = ada.page.locator(".item.done").count()
        ada.press(key)
        playwright.expect(ada.page.locator(".item.done")).to_have_count(done + 1)
    with site.store.view() as view:
        assert [one.verdict for one in view.reviews()] == [Verdict.ACCEPT, Verdict.REJECT, Verdict.CANNOT_TELL]
    ada.press("k", "z")
    playwright.expect(ada.page.locator(".item.done")).to_have_count(2)
    with site.store.view() as view:
        assert [one.verdict for one in view.reviews()] == [Verdict.ACCEPT, Verdict.REJECT]
    ada.press("n")
    ada.page.wait_for_url(lambda url: BLAST[0].report not in url and "/review/of/" in url)
    assert ada.faults == []


def test_a_span_is_corrected_by_selecting_text(browser: Any, address: str, site: Site) -> None:
    ada = Coder(browser, address, "Ada")
    ada.incident(BLAST[3])
    ada.item("says so")
    text = READINGS[3].document.text
    words = "suicide bombing"
    start = text.index(words, text.index("40 people"))
    ada.page.evaluate(
        """([from, to]) => {
          const at = (offset) => {
            for (const word of document.querySelectorAll(".report .w")) {
              const inside = offset - Number(word.dataset.start);
              if (inside >= 0 && offset <= Number(word.dataset.end)) {
                return [word.firstChild, Array.from(word.textContent).slice(0, inside).join("").length];
              }
            }
          };
          window.getSelection().setBaseAndExtent(...at(from), ...at(to));
        }""",
        [start, start + len(words)],
    )
    ada.press("s")
    assert ada.page.input_value(".item.current [name=spans]") == f"{start}-{start + len(words)}"
    ada.page.locator(".item.current [value=correct]").click()
    ada.page.wait_for_selector(".item.done")
    with site.store.view() as view:
        (review,) = view.reviews()
    assert review.verdict is Verdict.CORRECT
    assert [span.of(text) for span in review.spans] == [words]


def test_merge_with_preview_undo_and_export(browser: Any, address: str, site: Site) -> None:
    ada = Coder(browser, address, "Ada")
    with site.store.view() as view:
        case = case_of(view, BLAST[0], "as-reported").case
    ada.incident(BLAST[0])
    ada.press("a")
    playwright.expect(ada.page.locator(".item.done")).to_have_count(1)
    ada.to(f"/review/case/{case.id}")
    ada.page.locator(".ticks input").nth(8).check()
    ada.page.locator("button", has_text="splitting").click()
    assert ada.page.locator(".preview .card").count() == 3
    ada.page.locator("button", has_text="Split them off").click()
    ada.page.wait_for_url("**/review/decisions")
    with site.store.view() as view:
        assert len(case_of(view, BLAST[0], "as-reported").case.members) == 11
    with ada.page.expect_download() as download:
        ada.page.click("a[download]")
    assert Path(str(download.value.path())).read_text(encoding="utf-8").count('"accept"') == 1
    ada.page.locator(".decisions button").first.click()
    ada.page.wait_for_selector("text=1 decision,")
    with site.store.view() as view:
        assert case_of(view, BLAST[0], "as-reported").case == case
    assert ada.faults == []


@pytest.mark.skipif(not SHOTS, reason="HEARSAY_SHOTS names no folder for pictures")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pictures_of_every_page(browser: Any, address: str, site: Site, size: str, scheme: str) -> None:
    ada = Coder(browser, address, "Ada", size=size, scheme=scheme)
    bo = Coder(browser, address, "Bo", size=size, scheme=scheme)
    ada.shot("review-queue")
    for coder, keys in ((ada, "aaaaaaaa"), (bo, "aaaraaua")):
        for ref in (BLAST[0], BLAST[3], BLAST[4]):
            coder.incident(ref)
            coder.press(*keys)
            playwright.expect(coder.page.locator(".item.done")).to_have_count(len(keys))
    ada.incident(BLAST[6])
    ada.item("who did it")
    ada.shot("review-incident")
    ada.press("c")
    ada.shot("review-correction")
    with site.store.view() as view:
        case = case_of(view, BLAST[0], "as-reported").case
    for name, path in (
        ("agreement", "/review/agreement"),
        ("disagreements", "/review/disagreements"),
        ("decisions", "/review/decisions"),
        ("actors", "/review/actors"),
        ("case", f"/review/case/{case.id}"),
    ):
        ada.to(path)
        ada.shot(f"review-{name}")
        wide = ada.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert wide <= 0, path
    ada.page.locator(".ticks input").nth(8).check()
    ada.page.locator("button", has_text="splitting").click()
    ada.shot("review-preview")
    assert not re.search("error", " ".join(ada.faults))
