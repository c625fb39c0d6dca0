"""Names of private persons: masked in every form in which they come out, everybody else's as they are."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.storybook import said
from tests.review.browsing import Browser

from hearsay.exports.built import CODEBOOKS
from hearsay.masking.mask import Mask
from hearsay.masking.names import private_persons
from hearsay.masking.view import MaskedStore
from hearsay.records.actor import Actor, ActorKind
from hearsay.records.document import Block, BlockKind, Document
from hearsay.records.ids import content_id, report_id, text_sha256
from hearsay.records.incident import Claims, CountEffect, Incident, Toll
from hearsay.records.reading import Reading
from hearsay.records.references import check_references
from hearsay.records.span import Span
from hearsay.records.statement import AboutIncident, Anonymity, Certainty, Form, Polarity, Speaker, Statement
from hearsay.review.site import SiteOptions, open_site
from hearsay.store.opening import open_store

Capture = pytest.CaptureFixture[str]
PERSONS = {
    "Adama Kone": "Adama Kone, who sells nets, said three died.\nMr Kone’s brother Issa was hurt, KONE ADAMA wrote.",
    "Lena Marsh": "“I saw three bodies,” Lena Marsh said. Marsh Road was shut; Colonel Marsh-Hale came.\nLena wept.",
}


def report(name: str, *, url: str | None = None) -> Reading:
    """A fictional report in which a private person speaks, and a colonel is named."""
    text = f"Blast in Harn: {name} saw it\n{PERSONS[name]}\nColonel Oumar Tall blamed the Dune Front."
    cut, sha256 = text.index("\n"), text_sha256(text)
    document = Document(
        id=report_id(sha256, url, "The Oar"), text=text, url=url, outlet="The Oar", agency=None, author=None,
        published="2031-05-06", language="en", sha256=sha256,
        blocks=(
            Block(kind=BlockKind.HEADLINE, span=Span(0, cut)),
            Block(kind=BlockKind.BODY, span=Span(cut + 1, len(text))),
        ),
    )  # fmt: skip
    actors = tuple(
        actor(document, one, kind)
        for one, kind in (
            (name, ActorKind.PERSON),
            ("Colonel Oumar Tall", ActorKind.PERSON),
            ("Dune Front", ActorKind.ARMED_GROUP),
        )
    )
    words = Span(cut + 1, text.index("\n", cut + 1))
    statement = Statement(
        id=content_id("statement", document.id),
        evidence=(words,),
        speakers=(Speaker(actor=actors[0].id, name=name, anonymity=Anonymity.NAMED, role="witness"),),
        form=Form.DIRECT,
        polarity=Polarity.POSITIVE,
        certainty=Certainty.CERTAIN,
        content=AboutIncident(id=content_id("incident", document.id)),
    )
    toll = Toll(low=3, high=3, as_reported="three", statements=(statement.id,))
    incident = Incident(
        id=content_id("incident", document.id), kind="bombing", time="2031-05-05", places=(), target=None, weapon=None,
        tolls=((CountEffect.KILLED, toll),), perpetrators=(), claims=Claims.NONE, statements=(statement.id,),
    )  # fmt: skip
    return Reading(
        document=document,
        actors=actors,
        places=(),
        times=(),
        statements=(statement,),
        incidents=(incident,),
        relations=(),
    )


def actor(document: Document, name: str, kind: ActorKind) -> Actor:
    start = document.text.find(name)
    return Actor(
        id=content_id("actor", document.id, name), name=name, kind=kind, names=(name,), country=None, registry_id=None,
        mentions=(Span(start, start + len(name)),),
    )  # fmt: skip


LENA = report("Lena Marsh")
READINGS = [
    report("Adama Kone", url="https://oar.example/adama-kone-saw-it"),
    replace(LENA, document=replace(LENA.document, published="2031-05-07")),
]
HIDDEN = ("Adama", "Kone", "KONE", "Lena", "kone")


def masked() -> list[Reading]:
    mask = Mask.of(READINGS)
    return [mask.reading(reading) for reading in READINGS]


def test_who_holds_an_office_or_is_a_group_is_public() -> None:
    assert [[person.key for person in private_persons(one)] for one in READINGS] == [["adama kone"], ["lena marsh"]]


@pytest.mark.parametrize("name", ["The Oar", "Oar", "Analysts", "Our correspondent", "young man", "Colonel Tall"])
def test_what_is_no_persons_name_is_left_alone(name: str) -> None:
    other = replace(LENA, actors=(*LENA.actors, actor(LENA.document, "Lena", ActorKind.PERSON)))
    made = replace(other, actors=(*LENA.actors, replace(other.actors[-1], name=name, names=(name,))))
    assert [person.key for person in private_persons(made)] == ["lena marsh"]


@pytest.mark.parametrize("number", [0, 1])
def test_no_form_of_the_name_is_left_and_everybody_else_stays(number: int) -> None:
    made = masked()[number]
    text = repr(made)
    assert not any(word in text for word in HIDDEN)
    assert "Colonel Oumar Tall blamed the Dune Front." in made.document.text
    assert f"[private person {number + 1}]" in made.document.text
    assert made.statements[0].speakers[0].name == f"[private person {number + 1}]"
    assert list(check_references(made)) == []


def test_a_name_that_is_also_another_ones_is_masked_only_where_it_is_whole() -> None:
    other = replace(
        READINGS[1], actors=(*READINGS[1].actors, actor(READINGS[1].document, "Marsh Road", ActorKind.OTHER))
    )
    text = Mask().reading(other).document.text
    assert "[private person 1] said. Marsh Road was shut; Colonel Marsh-Hale came." in text


def test_spans_point_at_the_same_words_as_before() -> None:
    for before, after in zip(READINGS, masked(), strict=True):
        for span, moved in zip(spans(before), spans(after), strict=True):
            words = Mask.of(READINGS).masker(before).text(span.of(before.document.text))
            assert moved.of(after.document.text) == words


def spans(reading: Reading) -> list[Span]:
    mentions = [span for one in reading.actors for span in one.mentions]
    evidence = [span for one in reading.statements for span in one.evidence]
    return [*(block.span for block in reading.document.blocks), *mentions, *evidence]


def test_numbers_are_the_same_over_a_book_and_go_by_its_order() -> None:
    assert "[private person 1]" in masked()[0].document.text
    assert "[private person 2]" in masked()[1].document.text
    assert masked() == masked()


@pytest.fixture
def book(tmp_path: Path) -> str:
    path = tmp_path / "book.db"
    with open_store(path, create=True) as store, store.writer() as writer:
        for reading in READINGS:
            writer.add(reading)
    return str(path)


@pytest.mark.parametrize("codebook", [one.name for one in CODEBOOKS.all() if one.name not in ("parquet", "reviews")])
def test_no_export_holds_a_name(codebook: str, book: str, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    out.mkdir()
    said(capsys, "export", codebook, "--from", book, "-o", str(out / "cases"), "--mask", "private")
    for file in out.iterdir():
        text = file.read_text(encoding="utf-8")
        assert not any(word in text for word in HIDDEN), file
    said(capsys, "export", codebook, "--from", book, "-o", str(out / "plain"))
    rows = [(out / name).read_text(encoding="utf-8").count("\n") for name in ("cases", "plain")]
    assert rows[0] == rows[1]


@pytest.mark.parametrize("what", ["incidents", "cases", "statements", "actors", "reports"])
def test_no_list_holds_a_name(what: str, book: str, capsys: Capture) -> None:
    out, _ = said(capsys, "list", what, "--from", book, "--mask", "private", "--format", "json")
    assert not any(word in out for word in HIDDEN)


def test_dossiers_are_the_same_but_for_the_names(book: str, capsys: Capture) -> None:
    incident = READINGS[0].incidents[0].id
    plain, _ = said(capsys, "show", incident, "--from", book)
    hidden, _ = said(capsys, "show", incident, "--from", book, "--mask", "private")
    assert "Adama Kone" in plain
    assert Mask.of(READINGS).masker(READINGS[0]).text(plain) == hidden
    out, _ = said(capsys, "show", READINGS[0].document.id, "--from", book, "--mask", "private", "--format", "json")
    assert json.loads(out)["document"]["url"] is None
    assert (
        "private person, whose names are masked"
        in said(capsys, "show", "Adama Kone", "--from", book, "--mask", "private", status=2)[1]
    )


@pytest.mark.parametrize(
    ("arguments", "way_out"),
    [
        (("list", "incidents", "--mask", "all"), "--mask takes 'private'"),
        (("export", "reviews", "-o", "x.jsonl", "--mask", "private"), "leave out --mask"),
    ],
)
def test_what_cannot_be_masked_is_told(arguments: tuple[str, ...], way_out: str, book: str, capsys: Capture) -> None:
    assert way_out in said(capsys, *arguments, "--from", book, status=2)[1]


def test_pages_and_what_is_logged_hold_no_name(book: str, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with open_site(book, tmp_path, SiteOptions(mask="private")) as site:
        browser = Browser(site)
        browser.get("/name")
        browser.post("/name", name="Ed")
        pages = [
            "/reports",
            "/review",
            "/review/actors",
            f"/review/of/{READINGS[0].document.id}/{READINGS[0].incidents[0].id}",
        ]
        pages += [f"/reports/{one.document.id}" for one in READINGS]
        for page in pages:
            text = browser.client.get(page).text
            assert not any(word in text for word in HIDDEN), page
        assert "without --mask" in browser.client.post(
            "/review/decide",
            data={
                "token": browser.token, "subject": "field", "key": "time", "verdict": "accept", "read": "yes",
                "report": READINGS[0].document.id, "record": READINGS[0].incidents[0].id, "judged": "2031-05-05",
            },
        ).text  # fmt: skip
    assert not any(word in caplog.text for word in HIDDEN)


def test_linking_and_weighing_are_those_of_the_book_as_it_is(book: str) -> None:
    with open_store(book) as store, MaskedStore(store).view() as view, store.view() as plain:
        assert [one.document.id for one in view.readings()] == [one.document.id for one in plain.readings()]
        assert view.edition() == plain.edition()
