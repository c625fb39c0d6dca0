"""Documents from text: origin, outlet, author, date, language, limits."""

from __future__ import annotations

import pytest
from tests.documents import reports

from hearsay.documents.base import DocumentOptions, PageFacts
from hearsay.documents.compose import NO_DATE, compose
from hearsay.documents.read import read_text
from hearsay.errors import EmptyError, LanguageError, TooLargeError, UsageError
from hearsay.records.document import BlockKind


@pytest.mark.parametrize(
    ("text", "agency", "author", "published"),
    [
        (reports.SCRAPED, "AFP", None, None),
        (reports.WIRE, "Reuters", None, None),
        (reports.MONITORED, "RADIO LIBERTAD", None, "1990-01-03"),
        (reports.INDENTED, "AP", "NORA HALE", None),
        (reports.LINES, "PTI", None, None),
        (reports.DATED_PAGE, None, "Jane Ashdown", "2016-10-26T10:30:00+00:00"),
        (reports.STANDFIRST_ABOVE_BYLINE, None, "Lucia Marr", "2009-05-12"),
    ],
)
def test_origin_author_and_date_of_the_samples(
    text: str, agency: str | None, author: str | None, published: str | None
) -> None:
    found = read_text(text)
    assert (found.agency, found.author, found.published) == (agency, author, published)
    assert found.text == text


def test_without_a_date_the_notes_say_how_to_give_one() -> None:
    assert read_text(reports.SCRAPED).notes == (NO_DATE,)
    assert "--published YYYY-MM-DD" in NO_DATE
    assert "day without a year" in read_text(reports.WIRE).notes[0]


def test_the_users_date_and_outlet_outrank_the_texts() -> None:
    options = DocumentOptions(published="2016-11-01", outlet="The Brenna Courier")
    found = read_text(reports.DATED_PAGE, options)
    assert (found.published, found.outlet, found.notes) == ("2016-11-01", "The Brenna Courier", ())


@pytest.mark.parametrize("wrong", ["yesterday", "2016-13-01", "26.10.2016", "2016-02-30", "", "2016-10-26T25:00"])
def test_a_wrong_date_is_refused_with_its_form(wrong: str) -> None:
    with pytest.raises(UsageError, match="YYYY-MM-DD") as caught:
        DocumentOptions(published=wrong)
    assert repr(wrong) in str(caught.value)


def test_that_an_agency_contributed_does_not_make_it_the_origin() -> None:
    body = reports.SCRAPED.split("\n\n", 6)[-1].split("Related")[0]
    for line in ("With inputs from AP", "AP contributed to this report.", "(Additional reporting by Reuters)"):
        assert read_text(f"{body}\n\n{line}").agency == "AFP"  # whom an official in it told


def test_several_signatures_are_told_and_none_is_taken() -> None:
    body = reports.SCRAPED.split("\n\n", 6)[-1].split("Related")[0].strip()
    found = read_text(f"{body} (AFP, Reuters)")
    assert found.agency is None
    assert "AFP, Reuters" in found.notes[0]


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://edition.cnn.com/2016/10/26/x.html", "CNN"),
        ("https://www.brennacourier.example/x", "brennacourier.example"),
        ("http://a.exampl[e/1", None),
        ("//[", None),
        (None, None),
    ],
)
def test_the_outlet_is_known_by_its_address(url: str | None, outlet: str | None) -> None:
    assert compose(reports.SCRAPED, "x", DocumentOptions(), PageFacts(url=url)).outlet == outlet


def test_the_same_text_twice_is_the_same_document_and_another_address_is_another() -> None:
    first, second = read_text(reports.WIRE), read_text(reports.WIRE)
    elsewhere = compose(reports.WIRE, "x", DocumentOptions(), PageFacts(url="https://a.example/1"))
    assert first == second
    assert elsewhere.id != first.id
    assert elsewhere.sha256 == first.sha256


def test_one_story_in_two_outlets_is_two_documents() -> None:
    ids = {read_text(reports.WIRE, DocumentOptions(outlet=outlet)).id for outlet in (None, "The Courier", "The Lamp")}
    assert len(ids) == 3
    assert all(id.startswith("report-") for id in ids)


@pytest.mark.parametrize("text", ["", " \n\t\r\n", "\ufeff", "\0\0"])
def test_nothing_is_told_as_empty(text: str) -> None:
    with pytest.raises(EmptyError, match=r"nothing\.txt: is empty"):
        read_text(text, source="nothing.txt")


def test_headings_alone_are_no_report() -> None:
    with pytest.raises(EmptyError, match="no running text"):
        read_text("Home\nWorld\nSport\n")


def test_spanish_is_refused_and_named() -> None:
    with pytest.raises(LanguageError, match=r"es\.txt: is not in English \(it looks like Spanish\)"):
        read_text(reports.SPANISH, source="es.txt")


def test_a_text_over_the_limit_is_refused() -> None:
    with pytest.raises(TooLargeError, match="500 characters"):
        read_text(reports.SCRAPED, DocumentOptions(max_characters=500))


def test_one_line_is_a_report() -> None:
    found = read_text("Gunmen killed three men in Brenna.")
    assert [block.kind for block in found.blocks] == [BlockKind.BODY]


BODY = "Two men were shot dead on the quay of Brenna on Monday night, and the ferry was burned by those who fled."


@pytest.mark.parametrize(
    ("more", "agency", "outlet"),
    [
        ("“It was dark,” the ferryman told VOA.", None, "Voice of America"),
        ("“It was dark,” the ferryman told Reuters.", "Reuters", None),
        ("The ferryman told VOA that it was dark. “I ran,” a girl told Reuters.", None, None),
        ("Reuters reported that a third man was missing. “I ran,” a girl told VOA.", None, "Voice of America"),
        ("A third man is missing, VOA reported. The ferryman told VOA that it was dark.", None, None),
    ],
)
def test_the_one_whom_people_speak_to_is_the_origin(more: str, agency: str | None, outlet: str | None) -> None:
    document = compose(f"{BODY}\n\n{more}", "x.txt", DocumentOptions())
    assert (document.agency, document.outlet) == (agency, outlet)


def test_a_page_is_its_mastheads_and_its_copy_the_agencys() -> None:
    text = "\n\n".join(
        ("The Hill Review Newspaper", "Brenna, Oregon  Est. May 4, 1871", "Two Shot on Brenna Quay", BODY)
    )
    document = compose(
        text.replace("Two Shot on Brenna Quay", "Two Shot on Brenna Quay\n\nAssociated Press"),
        "x.txt",
        DocumentOptions(),
    )
    assert (document.agency, document.outlet) == ("AP", "The Hill Review")
    assert [b.span.of(document.text) for b in document.blocks if b.kind.value == "headline"] == [
        "Two Shot on Brenna Quay"
    ]


def test_who_helped_does_not_hide_who_wrote() -> None:
    line = "May 4, 1988|By A. Nora Hale, Special to The Lantern. Osei Dara, in Orsk, contributed to this report."
    text = f"Two Shot on Brenna Quay\n\n{line}\n\n{BODY}"
    document = compose(text, "x.txt", DocumentOptions())
    assert (document.author, document.outlet) == ("A. Nora Hale", "The Lantern")


@pytest.mark.parametrize(
    ("source", "agency", "outlet"),
    [("Dawn/AFP", "AFP", None), ("AsiaNews/Agencies", None, "AsiaNews"), ("Reuters", "Reuters", None)],
)
def test_a_dateline_may_name_two(source: str, agency: str | None, outlet: str | None) -> None:
    document = compose(f"Two shot on quay\n\nBRENNA ({source}) - {BODY}", "x.txt", DocumentOptions())
    assert (document.agency, document.outlet) == (agency, outlet)
