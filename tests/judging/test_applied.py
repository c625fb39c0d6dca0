"""What decisions change in a reading: no more than they say, and nothing that cannot stand without it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.judging.decided import item, said
from tests.store.stories import told

from hearsay.errors import UsageError
from hearsay.judging.applied import applied
from hearsay.judging.values import check
from hearsay.records.incident import Claims, CountEffect, Stance
from hearsay.records.items import found
from hearsay.records.place import PlacePrecision
from hearsay.records.references import check_references
from hearsay.records.relation import RelationKind
from hearsay.records.review import Subject, Verdict
from hearsay.records.span import Span
from hearsay.records.statement import Certainty, Polarity

READING = told("Blast at checkpoint\nThe Herons said they did it.", published="2031-05-05")
(INCIDENT,) = READING.incidents
ITEMS = list(found(READING))


def test_every_item_is_one_thing_of_its_own() -> None:
    assert len({one.item for one in ITEMS}) == len(ITEMS)
    subjects = {one.item.subject for one in ITEMS}
    assert subjects >= {Subject.INCIDENT, Subject.FIELD, Subject.PERPETRATOR, Subject.STATEMENT, Subject.RELATION}


@pytest.mark.parametrize("one", ITEMS, ids=lambda one: f"{one.item.subject} {one.item.key}")
def test_accepting_and_not_telling_change_nothing(one: object) -> None:
    assert one in ITEMS
    for verdict in (Verdict.ACCEPT, Verdict.CANNOT_TELL):
        assert applied(READING, [said(one, verdict)]) is READING


@pytest.mark.parametrize("number", range(len(ITEMS)), ids=lambda n: f"{ITEMS[n].item.subject} {ITEMS[n].item.key}")
def test_whatever_is_rejected_what_is_left_leads_somewhere(number: int) -> None:
    made = applied(READING, [said(ITEMS[number], Verdict.REJECT)])
    if ITEMS[number].value is not None and ITEMS[number].item.key != "kind":
        assert made != READING
    assert list(check_references(made)) == []


def test_a_rejected_value_is_not_known() -> None:
    made = applied(READING, [said(item(READING, Subject.FIELD, "time"), Verdict.REJECT)])
    assert made.incidents == (replace(INCIDENT, time=None),)


def test_a_corrected_figure_keeps_its_place_and_its_statements() -> None:
    killed = item(READING, Subject.FIELD, "killed")
    made = applied(READING, [said(killed, Verdict.CORRECT, "7-9")]).incidents[0].tolls
    (effect, toll), *rest = made
    (_, before), *others = INCIDENT.tolls
    assert (effect, toll.low, toll.high, toll.as_reported) == (CountEffect.KILLED, 7, 9, "7-9")
    assert toll.statements == before.statements
    assert rest == others


def test_a_figure_that_was_missed_is_added() -> None:
    wounded = item(READING, Subject.FIELD, "wounded")
    assert wounded.value is None
    (_, toll) = applied(READING, [said(wounded, Verdict.CORRECT, "20+")]).incidents[0].tolls[-1]
    assert (toll.low, toll.high) == (20, None)
    assert toll.statements == INCIDENT.statements


def test_a_doer_is_rejected_or_stands_in_another_way() -> None:
    doer = item(READING, Subject.PERPETRATOR)
    gone = applied(READING, [said(doer, Verdict.REJECT)]).incidents[0]
    assert (len(gone.perpetrators), gone.claims) == (len(INCIDENT.perpetrators) - 1, Claims.NONE)
    made = applied(READING, [said(doer, Verdict.CORRECT, "suspected")]).incidents[0]
    assert made.perpetrators[0].stance is Stance.SUSPECTED


def test_what_rests_on_a_rejected_statement_goes_with_it() -> None:
    statement = READING.statements[0]
    found_item = next(one for one in ITEMS if one.item.of.record == statement.id)
    made = applied(READING, [said(found_item, Verdict.REJECT)])
    assert made.incidents == ()
    assert statement.id not in {one.id for one in made.statements}


def test_a_statement_gets_other_words_speaker_and_firmness() -> None:
    one = item(READING, Subject.STATEMENT)
    review = said(one, Verdict.CORRECT, "certainty=possible; polarity=negative; speaker=a guard", spans=(Span(3, 8),))
    check(review)
    made = applied(READING, [review]).statements[0]
    assert (made.certainty, made.polarity, made.evidence) == (Certainty.POSSIBLE, Polarity.NEGATIVE, (Span(3, 8),))
    assert made.speakers[-1].name == "a guard"


def test_a_relation_is_of_another_kind_or_none() -> None:
    one = item(READING, Subject.RELATION)
    assert applied(READING, [said(one, Verdict.REJECT)]).relations == ()
    (made,) = applied(READING, [said(one, Verdict.CORRECT, "split_from")]).relations
    assert made.kind is RelationKind.SPLIT_FROM


def test_a_place_comes_from_the_report_the_gazetteer_or_stays_without_a_point() -> None:
    place = item(READING, Subject.FIELD, "place")
    known = READING.places[0].name
    assert applied(READING, [said(place, Verdict.CORRECT, known.upper())]).places == READING.places
    found_place = applied(READING, [said(place, Verdict.CORRECT, "Bamako, ML")]).places[-1]
    assert found_place.country == "ML"
    assert found_place.latitude == pytest.approx(12.6, abs=0.2)
    nowhere = applied(READING, [said(place, Verdict.CORRECT, "Upper Nowhere")])
    assert (nowhere.places[-1].latitude, nowhere.places[-1].precision) == (None, PlacePrecision.REGION)
    assert nowhere.incidents[0].places == (nowhere.places[-1].id,)


@pytest.mark.parametrize(
    ("subject", "key", "value", "way_out"),
    [
        (Subject.FIELD, "time", "Tuesday", "write it as 2031-05-06"),
        (Subject.FIELD, "kind", "party", "there are: attack"),
        (Subject.FIELD, "killed", "many", "13\\+ for 13 or more"),
        (Subject.FIELD, "killed", "9-7", "smaller figure first"),
        (Subject.PERPETRATOR, "", "guilty", "there are: claimed"),
        (Subject.RELATION, "", "friends", "there are: alias_of"),
        (Subject.STATEMENT, "", "firm", "certainty="),
        (Subject.STATEMENT, "", "certainty=high", "there are: certain"),
        (Subject.INCIDENT, "", "x", "one by one"),
        (Subject.FIELD, "target", None, "needs a value"),
    ],
)
def test_what_cannot_be_followed_is_told(subject: Subject, key: str, value: str | None, way_out: str) -> None:
    with pytest.raises(UsageError, match=way_out):
        check(said(item(READING, subject, key), Verdict.CORRECT, value))
