"""Records in plain words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.golden.harbour import harbour

from hearsay.records.relation import RelationKind
from hearsay.rendering.phrases import (
    RELATIONS,
    figure,
    headline,
    innermost,
    one_line,
    origin,
    speaker_details,
    statement_traits,
    when,
)
from hearsay.views import view


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "date not resolved"),
        ("2016-10-24", "24 October 2016"),
        ("2016-10-24TNI", "24 October 2016, night"),
        ("2016-10-26T08:30:00+05:00", "26 October 2016"),
        ("2015-05", "May 2015"),
        ("2015", "2015"),
        ("2016-21", "spring 2016"),
        ("2014-10/2016-10", "October 2014 to October 2016"),
        ("2009/..", "from 2009"),
        ("../2009", "until 2009"),
        ("2016-10~", "about October 2016"),
        ("P2Y", "2 years, place in the calendar not said"),
        ("P1D", "1 day, place in the calendar not said"),
        ("[2015,2016]", "[2015,2016]"),
        ("2016-99", "99 2016"),
    ],
)
def test_dates_in_words(value: str | None, words: str) -> None:
    assert when(value) == words


def test_terminal_words_hold_no_controls() -> None:
    assert one_line("a\x1b[31mred\x07 \n b\u202ec\u009b1m\x00") == "a�[31mred� bc�1m�"
    assert one_line("سلام “quoted” 🕊") == "سلام “quoted” 🕊"


def test_figures_keep_the_reports_words_and_add_the_number_they_stand_for() -> None:
    blast, raid = view(harbour()).incidents
    assert [figure(toll) for toll in blast.tolls] == ["at least 19 people", "23", "about 40"]
    assert figure(raid.tolls[0]) == "four soldiers (4)"


def test_speakers_are_told_with_role_and_anonymity() -> None:
    statements = view(harbour()).statements
    assert speaker_details(statements[4]) == ("", "a spokesman for the Free Coast Army")
    assert speaker_details(statements[8]) == ("", "asked not to be named", "not named")


def test_an_addressee_is_named_also_where_it_is_an_actors_id() -> None:
    reading = harbour()
    speaker = replace(reading.statements[4].speakers[1], addressee="a-mna")
    statement = replace(reading.statements[4], speakers=(speaker,))
    assert "to Meridian News Agency" in statement_traits(view(replace(reading, statements=(statement,))).statements[0])


def test_a_place_that_another_lies_in_is_not_told_twice() -> None:
    reading = harbour()
    town, barracks, hills = reading.places
    places = (town, replace(barracks, within=town.id), hills)
    shown = innermost(view(replace(reading, places=places)).places)
    assert [str(place) for place in shown] == ["Selwyn barracks, Port Selwyn", "northern hills"]


def test_head_of_a_reading() -> None:
    reading = view(harbour())
    assert headline(reading) == "Rival groups claim ferry terminal blast in Port Selwyn"
    assert origin(reading) == ("Meridian News Agency", "published 14 March 2019", "examples/harbour-blast.txt")


def test_every_kind_of_relation_has_its_words() -> None:
    assert set(RELATIONS) == set(RelationKind)
