"""What was learned of a name's surroundings: small places that no rule is sure of, surnames that look like towns."""

from __future__ import annotations

import pytest
from tests.analyses.places.reports import report

from hearsay.analyses.places.hints import contained, hints_of
from hearsay.analyses.places.judgement import Judgement, Verdict
from hearsay.analyses.places.names import NameFinder
from hearsay.analyses.places.options import PlaceOptions
from hearsay.analyses.places.recognition import judge_all
from hearsay.analyses.places.spelled import spelled_places
from hearsay.analyses.places.weighing import REASON, weighed, weights
from hearsay.analyses.places.words import Line, lines_of
from hearsay.analyses.sentences import split_sentences
from hearsay.records.analysis import Sentence
from hearsay.vocabulary.gazetteer.gazetteer import shipped_gazetteer


def by_rule(text: str) -> tuple[list[Line], list[Judgement]]:
    document = report(text)
    sentences = [Sentence(span=s.span, first=0, last=0, block=s.block, paragraph=0) for s in split_sentences(document)]
    lines = lines_of(document, sentences, ())
    matches = NameFinder(document.text, shipped_gazetteer()).matches(lines)
    return lines, judge_all(matches, lines, contained(hints_of(matches, lines)))


def mentions(text: str) -> dict[str, int]:
    return {place.name: len(place.mentions) for place in spelled_places(report(text), PlaceOptions())}


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("The council of Garnett met on Monday. Garnett, which lies in Kansas, has no hospital.", "Garnett", 2),
        ("Police in Elko, Nevada, said so. Elko is small; Fallon is smaller.", "Fallon", 1),
        ("Old Athens was burned in the raid. Later Athens was rebuilt, and a market opened there.", "Athens", 2),
    ],
)
def test_a_place_that_no_rule_was_sure_of_is_found(text: str, name: str, count: int) -> None:
    _, judgements = by_rule(text)
    assert sum(one.match.text == name and one.verdict is Verdict.PLACE for one in judgements) < count
    assert mentions(text)[name] == count


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("She married Boris Varna in 2001. Varna later ran a shop, and his brother helped Varna with it.", "Varna"),
        ("The award went to Morris, who thanked his wife. Then to Jackson and his son.", "Jackson"),
        ("He appealed to Jackson, and then to Jackson's lawyer.", "Jackson"),
    ],
)
def test_a_surname_is_less_often_taken_for_a_town(text: str, name: str) -> None:
    _, judgements = by_rule(text)
    before = sum(one.match.text == name and one.verdict is Verdict.PLACE for one in judgements)
    assert mentions(text).get(name, 0) < before


def test_what_is_all_in_capitals_stays_with_the_rules() -> None:
    lines, judgements = by_rule("POLICE IN ELKO, NEVADA, SAID SO. ELKO IS SMALL; FALLON IS SMALLER THAN ELKO.")
    assert lines[0].capitals
    assert weighed(judgements, lines) == judgements


def test_the_place_says_that_its_surroundings_spoke_for_it() -> None:
    lines, judgements = by_rule("Police in Elko, Nevada, said so. Elko is small; Fallon is smaller.")
    reasons = {one.match.text: one.reason for one in weighed(judgements, lines)}
    assert reasons["Fallon"] == REASON


def test_the_table_has_traits_of_every_kind() -> None:
    kinds = {trait.partition("=")[0] for trait in weights()}
    assert {"reason,size", "left", "right", "shapes", "elsewhere", "near,size", "near,reason", "right end"} <= kinds
