"""Review without a script: the forms alone carry a coder through, blind to the other, and everything can be undone."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from tests.rendering.test_page import hostile
from tests.review.browsing import Browser
from tests.story.told import readings

from hearsay.casebook import case_of, material
from hearsay.exports.records import Records
from hearsay.records.incident import CountEffect
from hearsay.records.items import found
from hearsay.records.link import Ref
from hearsay.records.review import Subject, Verdict
from hearsay.review.site import Site

READINGS = readings()
BLAST = [Ref(report=one.document.id, record=one.incidents[0].id) for one in READINGS]
FORM = re.compile(r'<form class="item.*?</form>', re.DOTALL)
FIELD = re.compile(r'<input type="hidden" name="(\w+)" value="([^"]*)">')


def page(ref: Ref) -> str:
    return f"/review/of/{ref.report}/{ref.record}"


def named(browser: Browser, name: str) -> Browser:
    browser.get("/name")
    browser.post("/name", name=name)
    browser.get("/name")
    return browser


def forms(text: str) -> list[dict[str, str]]:
    """The hidden fields of each item's form, in the order of the page."""
    return [{key: html.unescape(value) for key, value in FIELD.findall(form)} for form in FORM.findall(text)]


def form_of(browser: Browser, ref: Ref, field: str) -> dict[str, str]:
    """The form of the first item whose key, or else subject, begins so."""
    made = forms(browser.get(page(ref)).text)
    return next(one for one in made if one["key"].startswith(field) or one["subject"] == field)


def send(browser: Browser, address: str, form: Mapping[str, str], status: int = 200) -> str:
    """Sends a form as it is on the page, with what is put in its place."""
    answer = browser.client.post(address, data={**form, "token": browser.token})
    assert answer.status_code == status, answer.text
    return answer.text


def decide(browser: Browser, ref: Ref, field: str, *, status: int = 200, **given: str) -> str:
    return send(browser, "/review/decide", {**form_of(browser, ref, field), **given}, status)


def exported(site: Site, path: Path) -> bytes:
    with site.store.view() as view:
        Records().write(material(view, "as-reported"), path)
    return path.read_bytes()


def test_nobody_decides_without_a_name(browser: Browser, site: Site) -> None:
    assert "Who are you?" in browser.get("/review").text
    form = {"subject": "incident", "report": BLAST[0].report, "record": BLAST[0].record, "key": "", "verdict": "accept"}
    assert "Who are you?" in send(browser, "/review/decide", form)
    with site.store.view() as view:
        assert view.reviews() == ()


def test_the_queue_begins_with_what_matters_and_says_why(browser: Browser) -> None:
    text = named(browser, "Ada").get("/review").text
    assert text.index("Suicide bombing") < text.index("Arrest") < text.index("Grenade attack")
    assert "figures differ" in text
    assert "competing claims" in text


def test_go_on_leads_through_everything_once(browser: Browser) -> None:
    named(browser, "Ada")
    seen = []
    while True:
        text = browser.get("/review/next").text
        made = forms(text)
        if not made:
            break
        assert "decided on everything" not in text
        seen.append((made[0]["report"], made[0]["incident"]))
        for form in made:
            if form["subject"] in ("incident", "field", "perpetrator", "statement"):
                send(browser, "/review/decide", {**form, "verdict": "cannot tell"})
    assert "decided on everything" in text
    assert len(seen) == len(set(seen)) == 14


def test_each_verdict_is_kept_with_its_author(browser: Browser, site: Site) -> None:
    named(browser, "Ada")
    text = decide(browser, BLAST[3], "killed", verdict="correct", value="44", spans="10-14", note="as printed")
    assert "<b>corrected</b> to" in text
    decide(browser, BLAST[3], "time", verdict="accept")
    decide(browser, BLAST[3], "place", verdict="reject")
    decide(browser, BLAST[3], "weapon", verdict="cannot tell")
    with site.store.view() as view:
        said = {one.item.field: one for one in view.reviews()}
        assert {one.author for one in said.values()} == {"Ada"}
        assert {field: one.verdict for field, one in said.items()} == {
            "killed": Verdict.CORRECT,
            "time": Verdict.ACCEPT,
            "place": Verdict.REJECT,
            "weapon": Verdict.CANNOT_TELL,
        }
        assert (said["killed"].note, said["killed"].spans[0].start) == ("as printed", 10)
        count = case_of(view, BLAST[0], "as-reported").count(CountEffect.KILLED)
    assert count is not None
    assert "44" in [variant.text for variant in count.variants]


@pytest.mark.parametrize(
    ("field", "given", "way_out"),
    [
        ("killed", {"verdict": "correct", "value": "many"}, "13+ for 13 or more"),
        ("time", {"verdict": "correct"}, "needs a value"),
        ("time", {"verdict": "perhaps"}, "load the page anew"),
        ("time", {"verdict": "correct", "value": "2031", "spans": "4-x"}, "select them in the text"),
        ("time", {"verdict": "correct", "value": "2031", "spans": "4-999999"}, "outside the report"),
        ("time", {"verdict": "accept", "record": "incident-0"}, "read anew meanwhile"),
        ("time", {"verdict": "accept", "judged": "2030-01-01"}, "look again and decide anew"),
    ],
)
def test_what_cannot_be_decided_is_told_and_not_kept(
    browser: Browser, site: Site, field: str, given: dict[str, str], way_out: str
) -> None:
    named(browser, "Ada")
    assert way_out in html.unescape(decide(browser, BLAST[3], field, status=400, **given))
    with site.store.view() as view:
        assert view.reviews() == ()


def test_a_second_coder_does_not_see_the_first(site: Site) -> None:
    ada, bo = named(Browser(site), "Ada"), named(Browser(site), "Bo")
    decide(ada, BLAST[3], "killed", verdict="correct", value="4471+", note="Ada thinks so")
    text = bo.get(page(BLAST[3])).text
    assert "4471+" not in text
    assert "Ada" not in text
    assert 'class="mine"' not in text
    assert "11 to decide" in bo.get("/review").text
    assert "left" not in bo.get("/review").text


def test_coders_are_compared_and_a_disagreement_is_settled(site: Site) -> None:
    ada, bo = named(Browser(site), "Ada"), named(Browser(site), "Bo")
    for ref in BLAST[:3]:
        decide(ada, ref, "killed", verdict="accept")
        decide(bo, ref, "killed", verdict="accept")
    decide(ada, BLAST[3], "killed", verdict="accept")
    decide(bo, BLAST[3], "killed", verdict="correct", value="44")
    assert "Settle 1 disagreement" in ada.get("/review/agreement").text
    text = ada.get("/review/disagreements").text
    assert text.count("This is it") == 2
    theirs = text[text.index("<b><bdi>Bo") - 2000 : text.index("<b><bdi>Bo")]
    form = {key: html.unescape(value) for key, value in FIELD.findall(theirs[theirs.rindex("<form") :])}
    send(ada, "/review/decide", form)
    assert "No disagreement is open" in ada.get("/review/agreement").text
    with site.store.view() as view:
        count = case_of(view, BLAST[0], "as-reported").count(CountEffect.KILLED)
    assert count is not None
    assert "44" in [variant.text for variant in count.variants]


def test_a_decision_on_what_was_decided_meanwhile_is_told(site: Site) -> None:
    here, there = named(Browser(site), "Ada"), named(Browser(site), "Ada")
    old = form_of(here, BLAST[0], "time")
    decide(there, BLAST[0], "time", verdict="reject")
    answer = html.unescape(send(here, "/review/decide", {**old, "verdict": "accept"}, 400))
    assert "Ada said 'reject' of this" in answer
    assert "look again and decide anew" in answer


def test_split_and_merge_are_previewed_done_and_undone(browser: Browser, site: Site, tmp_path: Path) -> None:
    before = exported(site, tmp_path / "before")
    named(browser, "Ada")
    with site.store.view() as view:
        case = case_of(view, BLAST[0], "as-reported").case
    text = browser.get(f"/review/case/{case.id}").text
    pick = f"{BLAST[8].report} {BLAST[8].record}"
    assert pick in text
    everything = ",".join(f"{ref.report} {ref.record}" for ref in case.members)
    split = f"/review/preview?kind=incidents&do=split&all={everything}&pick={pick}"
    text = browser.get(split).text
    assert "<del>" in text
    assert text.count('<article class="card">') == 3
    form = dict(FIELD.findall(text))
    send(browser, "/review/group", form)
    with site.store.view() as view:
        assert case_of(view, BLAST[8], "as-reported").case.members == (BLAST[8],)
    assert "book has changed since" in send(browser, "/review/group", form, 400)
    text = browser.get(f"/review/preview?kind=incidents&do=merge&with={pick}&pick={everything.split(',')[0]}").text
    send(browser, "/review/group", {**dict(FIELD.findall(text)), "note": "the same after all"})
    for _ in range(2):
        listed = browser.get("/review/decisions").text
        match = re.search(r'name="decision" value="([^"]+)"', listed)
        assert match is not None
        browser.post("/review/undo", decision=match[1])
    assert exported(site, tmp_path / "after") == before


def test_actors_are_merged_and_split(browser: Browser, site: Site) -> None:
    named(browser, "Ada")
    text = browser.get("/review/actors?q=front").text
    assert "Dune Front" in text
    refs = [
        Ref(report=reading.document.id, record=actor.id)
        for reading in READINGS
        for actor in reading.actors
        if actor.name in ("Dune Front", "Red Heron Brigade")
    ]
    picks = "&".join(f"pick={ref.report} {ref.record}" for ref in refs[:2])
    text = browser.get(f"/review/preview?kind=actors&do=merge&{picks}").text
    send(browser, "/review/group", dict(FIELD.findall(text)))
    with site.store.view() as view:
        claimed = [one.who.id for one in case_of(view, BLAST[0], "as-reported").responsibilities]
    assert len(set(claimed)) < len(claimed)


@pytest.mark.parametrize(
    "query",
    [
        "kind=incidents&do=merge",
        "kind=incidents&do=split&all=a b",
        "kind=planets&do=split&all=a b,c d&pick=a b",
        "kind=incidents&do=split&all=a b c&pick=a",
    ],
)
def test_half_a_request_for_a_preview_is_told(browser: Browser, query: str) -> None:
    named(browser, "Ada")
    browser.get(f"/review/preview?{query}", status=400)


def test_decisions_leave_as_lines_to_train_on(browser: Browser) -> None:
    named(browser, "Ada")
    decide(browser, BLAST[3], "killed", verdict="accept")
    (line,) = browser.get("/review/decisions.jsonl").text.splitlines()
    data = json.loads(line)
    assert (data["verdict"], data["field"], data["author"]) == ("accept", "killed", "Ada")
    (start, end), *_ = data["spans"]
    assert data["text"][start:end] == "40 people had died in the suicide bombing"


def test_nothing_of_a_report_is_markup(site: Site) -> None:
    reading = hostile()
    with site.store.writer() as writer:
        writer.add(reading)
    browser = named(Browser(site), "<b>Ada</b>")
    for incident in reading.incidents:
        text = browser.get(page(Ref(report=reading.document.id, record=incident.id))).text
        for line in (text, browser.get("/review").text, browser.get("/review/actors").text):
            assert "<b>Ada" not in line
            assert "<script>" not in line
            assert "<img" not in line


def test_the_words_of_the_page_are_the_reports_own(site: Site) -> None:
    """What is selected is counted from the pieces of the text: they have to add up to it."""
    reading = hostile()
    with site.store.writer() as writer:
        writer.add(reading)
    browser = named(Browser(site), "Ada")
    incident = next(one for one in found(reading) if one.item.subject is Subject.INCIDENT)
    text = browser.get(page(incident.item.of)).text
    at = 0
    for start, end in re.findall(r'data-start="(\d+)" data-end="(\d+)"', text):
        assert int(start) == at
        at = int(end)
    assert at == len(reading.document.text)
