"""Bylines, credits, signatures: what they are and whom they name."""

from __future__ import annotations

import pytest

from hearsay.documents.bylines import (
    byline,
    cited,
    contributors,
    copyright_holder,
    credit,
    end_mark,
    masthead,
    placed_byline,
    signature,
    site_named,
    site_suffix,
    told_to,
)
from hearsay.vocabulary.outlets import outlet_named


@pytest.mark.parametrize(
    ("text", "author", "by"),
    [
        ("by AFP", None, "AFP"),
        ("By Nora Hale", "Nora Hale", None),
        ("BY NORA HALE AND PIET HAAN", "NORA HALE AND PIET HAAN", None),
        ("By Nora Hale in Brenna", "Nora Hale", None),
        ("Nora Hale, Reuters", "Nora Hale", "Reuters"),
        ("Nora Hale | AP", "Nora Hale", "AP"),
        ("By NORA HALE, Associated Press Writer", "NORA HALE", "AP"),
        ("By Nora Hale | Oct 26, 2016", "Nora Hale", None),
        ("By Reuters Staff", None, "Reuters"),
        ("By Ali bin Doran and Mary O'Hale, CNN", "Ali bin Doran and Mary O'Hale", "CNN"),
        ("The Associated Press", None, "AP"),
        ("From Our Correspondent", None, None),
        ("Our Staff Reporter", None, None),
        ("Web Desk", None, None),
        ("From Reuters", None, "Reuters"),
        ("From Herald Wire Services", None, None),
        ("From the Associated Press", None, "AP"),
        ("October 7, 1987|From Herald Wire Services", None, None),
        ("March 3, 2031 | United Press International", None, "UPI"),
        ("June 4, 1986|By Nora Hale, Special to The Lantern.", "Nora Hale", "The Lantern"),
        ("SPECIAL TO HILL REVIEW", None, "HILL REVIEW"),
        ("- The Washington Times - Sunday, October 3, 2004", None, "The Washington Times"),
        ("NZPA-Reuter", None, "NZPA-Reuter"),
        ("AP Worldstream; Aug 01, 2031", None, "AP"),
        ("By APFriday, July 2, 2031", None, "AP"),
    ],
)
def test_a_byline_gives_the_person_and_the_agency(text: str, author: str | None, by: str | None) -> None:
    found = byline(text)
    assert found is not None
    assert (found.author, found.by.name if found.by else None) == (author, by)


@pytest.mark.parametrize(
    "text",
    [
        "By Monday afternoon, officers had ended their search of the port, Sgt. Hale said.",
        "By carrying out the attack the group said it would",
        "By night the city was quiet.",
        "Omar Dors, a police officer",
        "Bomb kills five in Brenna",
        "From Brenna to the coast | March 3, 2031",
        "From reports that reached the capital it was clear",
        "",
    ],
)
def test_what_only_begins_like_a_byline_is_none(text: str) -> None:
    assert byline(text) is None


def test_a_name_with_a_place_is_a_byline_only_where_one_is_looked_for() -> None:
    found = placed_byline("Jane Ashdown in Brenna")
    assert found is not None
    assert found.author == "Jane Ashdown"
    assert byline("Jane Ashdown in Brenna") is None


@pytest.mark.parametrize(
    "text",
    [
        "Dario Velm—AFP",
        "Dario Velm/Reuters",
        "AP Photo/Dario Velm",
        "(AFP/Getty Images)",
        "Police stand guard outside the college in Brenna, October 25, 2016. REUTERS/Dario Velm",
        "Photo: Dario Velm",
        "Image copyright Getty Images",
    ],
)
def test_picture_credits(text: str) -> None:
    assert credit(text) is not None


def test_a_sentence_about_a_photograph_is_no_credit() -> None:
    assert credit("The group released a photo of the gunmen, whom officials said they had not seen before.") is None


@pytest.mark.parametrize(
    ("text", "cut", "names"),
    [
        ("They fled, he said. —AFP", "—AFP", ["AFP"]),
        ("They fled, he said.—PTI", "—PTI", ["PTI"]),
        ("They fled, he said. (AFP)", "(AFP)", ["AFP"]),
        ("They fled, he said. - Reuters", "- Reuters", ["Reuters"]),
        ("“They fled,” he said. (AFP, Reuters)", "(AFP, Reuters)", ["AFP", "Reuters"]),
    ],
)
def test_a_signature_is_cut_off(text: str, cut: str, names: list[str]) -> None:
    found = signature(text)
    assert found is not None
    assert text[found[0] :] == cut
    assert [outlet.name for outlet in found[1]] == names


@pytest.mark.parametrize("text", ["He spoke to the AP", "They fled, he said (laughing).", "It was over. - Nobody"])
def test_what_is_no_signature(text: str) -> None:
    assert signature(text) is None


def test_contributors_and_end_marks() -> None:
    assert contributors("(Reporting by Sana Dorrin; Editing by Mark Olt)")
    assert contributors("Piet Haan contributed to this report.")
    assert not contributors("The army contributed two battalions to the operation, officials said.")
    assert end_mark("ENDS")
    assert end_mark("-30-")
    assert not end_mark("The war ends")


def test_a_copyright_line_names_the_agency() -> None:
    found = copyright_holder("Copyright 2016 The Associated Press. All rights reserved.")
    assert found is not None
    assert found.name == "AP"
    assert copyright_holder("© 2016 The Brenna Courier") is None


def test_a_page_that_speaks_of_itself_names_its_outlet() -> None:
    found = [
        site_named(text)
        for text in (
            "Search JTA's historical archive",
            "Get Reuters' newsletters",
            "Search our archive",
            "You may receive promotional content from the Boston Globe.",
            "Breaking news alerts and updates from Dawn",
            "Sign up for stories from our reporters",
        )
    ]
    assert [one.name if one else None for one in found] == ["JTA", "Reuters", None, "Boston Globe", "Dawn", None]


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("The Brenna Courier Newspaper", "The Brenna Courier"),
        ("Dawn Archives", "Dawn"),
        ("Boston Globe", "Boston Globe"),
        ("World News", None),
        ("The Brenna Courier", None),  # in no list, and nothing says that it is a paper
        ("Two held after raid in Brenna", None),
    ],
)
def test_a_masthead_names_its_outlet(line: str, name: str | None) -> None:
    found = masthead(line)
    assert (found.name if found else None) == name


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Blast Kills Two in Brenna, Officials Say – New York Times", "The New York Times"),
        ("Blast kills two - BBC News", "BBC News"),
        ("Blast kills two - police", None),
        ("Blast kills two", None),
    ],
)
def test_a_pages_title_may_end_in_the_sites_name(title: str, site: str | None) -> None:
    found = site_suffix(title)
    assert (found[1].name if found else None) == (outlet.name if site and (outlet := outlet_named(site)) else None)
    assert site is None or found is not None


@pytest.mark.parametrize(
    ("text", "agencies"),
    [
        ("The toll may rise, Col. Hale told AFP by telephone.", ["AFP"]),
        ("“We heard two blasts,” a baker told The Associated Press.", ["AP"]),
        ("A baker told the Reuters news agency that he had heard two blasts.", []),
        ("A baker told Nora Hale that he had heard two blasts.", []),
        ("The ferry is lost, the pilot told VOA on Monday.", ["Voice of America"]),
        ("A Reuters correspondent saw two bodies on the quay.", ["Reuters"]),
        ("Nine people have died since March, an AFP tally shows.", ["AFP"]),
        ("A baker told BBC radio that he had heard two blasts.", []),
    ],
)
def test_whoever_is_spoken_to_is_told(text: str, agencies: list[str]) -> None:
    assert [agency.name for agency in told_to(text)] == agencies


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Two men were held, Xinhua reported on Monday.", ["Xinhua"]),
        ("According to the French news agency AFP, the talks failed.", ["AFP"]),
        ("The raid failed, according to Dawn.", ["Dawn"]),
        ("Col. Hale told the BBC that the raid failed.", []),
    ],
)
def test_whoever_is_cited_is_another(text: str, names: list[str]) -> None:
    assert sorted({one.name for one in cited(text)}) == names
