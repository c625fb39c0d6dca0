"""What every store promises, on every kind of store at hand."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from tests.golden.harbour import harbour
from tests.records.readings import readings
from tests.store.conftest import NewStore
from tests.store.stories import document, reading, told

from hearsay.errors import ContractError, UsageError
from hearsay.records.failure import Failure
from hearsay.records.incident import Claims, CountEffect, Stance
from hearsay.records.reading import Reading
from hearsay.records.relation import RelationKind
from hearsay.records.statement import AboutIncident, AboutRelation, Certainty, Form
from hearsay.records.wire import dumps
from hearsay.store.base import Added, Store, View
from hearsay.store.entries import MatchKind
from hearsay.store.filters import (
    ActorFilter,
    ClaimFilter,
    IncidentFilter,
    RelationFilter,
    ReportFilter,
    StatementFilter,
)

FIRST = told("Blast at checkpoint\nThe Herons said they did it.", outlet="The Lamp", published="2031-05-05")
SECOND = reading(
    document("Raid\nGunmen struck the sallé.", url="https://lamp.example/2", published="2031-05-07T08:00+00:00"),
    time="2031-05",
    killed=7,
    kind="armed assault",
)
UNDATED = reading(document("A café burned at an unknown time.", outlet="The Oar"), time=None)
ALL = (FIRST, SECOND, UNDATED, harbour())


def fill(store: Store) -> None:
    with store.writer() as writer:
        for one in ALL:
            assert writer.add(one) is Added.NEW


def everything(view: View) -> list[object]:
    """All that a view shows."""
    lists = (view.reports, view.incidents, view.claims, view.statements, view.actors, view.relations, view.readings)
    return [list(show()) for show in lists]


def test_an_empty_store_shows_nothing(store: Store) -> None:
    with store.view() as view:
        assert everything(view) == [[]] * 7
        assert view.find("anything") == ()


def test_readings_come_back_byte_for_byte(store: Store) -> None:
    fill(store)
    with store.view() as view:
        for one in ALL:
            assert view.wire(one.document.id) == dumps(one)
            assert view.reading(one.document.id) == one
        assert sorted(map(dumps, view.readings())) == sorted(map(dumps, ALL))


def test_any_reading_comes_back(new_store: NewStore) -> None:
    store = new_store()

    @settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(readings())
    def comes_back(one: Reading) -> None:
        with store.writer() as writer, store.view() as before:
            known = everything(before)
            if writer.add(one) is not Added.NEW:
                return
            with store.view() as view:
                assert view.wire(one.document.id) == dumps(one)
                assert len(list(view.incidents(IncidentFilter(report=one.document.id)))) == len(one.incidents)
                assert len(list(view.statements(StatementFilter(report=one.document.id)))) == len(one.statements)
                list(view.claims()), list(view.actors()), list(view.relations())
            writer.remove(one.document.id)
            with store.view() as after:
                assert everything(after) == known

    comes_back()


def test_adding_twice_adds_nothing(store: Store) -> None:
    fill(store)
    with store.view() as view:
        before = everything(view)
    with store.writer() as writer:
        assert [writer.add(one) for one in ALL] == [Added.KNOWN] * len(ALL)
        assert all(writer.holds(one.document) for one in ALL)
    with store.view() as view:
        assert everything(view) == before


def test_one_story_in_two_outlets_is_two_reports(store: Store) -> None:
    text = "Blast at checkpoint\nThe Herons said they did it."
    with store.writer() as writer:
        for outlet in ("The Lamp", "The Oar"):
            writer.add(told(text, outlet=outlet))
        assert writer.add(told(text, outlet="The Lamp")) is Added.KNOWN
    with store.view() as view:
        assert [entry.outlet for entry in view.reports()].count("The Oar") == 1
        assert len({entry.sha256 for entry in view.reports()}) == 1
        assert len(list(view.incidents())) == 2


def test_a_date_given_later_is_worth_another_reading_a_missing_one_is_not(store: Store) -> None:
    undated = document("Blast\nIt was on Monday.")
    dated = replace(undated, published="2031-05-05")
    with store.writer() as writer:
        assert not writer.holds(undated)
        writer.add(reading(undated, time=None))
        assert writer.holds(undated)
        assert not writer.holds(dated)
        assert writer.add(reading(dated)) is Added.CHANGED
        assert writer.holds(dated)
        assert writer.holds(undated)
    with store.view() as view:
        assert [entry.published for entry in view.reports()] == ["2031-05-05"]
        assert [entry.time for entry in view.incidents()] == ["2031-05-04"]


def test_order_does_not_depend_on_arrival(new_store: NewStore) -> None:
    shown = []
    for seed in range(4):
        arrived = list(ALL)
        Random(seed).shuffle(arrived)  # noqa: S311 - a test's order
        store = new_store()
        with store.writer() as writer:
            for one in arrived:
                writer.add(one)
        with store.view() as view:
            shown.append(everything(view))
    assert all(one == shown[0] for one in shown)


def test_a_removed_report_was_never_read(new_store: NewStore) -> None:
    with_it, without = new_store(), new_store()
    fill(with_it)
    with with_it.writer() as writer, without.writer() as other:
        writer.remove(SECOND.document.id)
        with pytest.raises(UsageError, match="no report"):
            writer.remove(SECOND.document.id)
        for one in ALL:
            if one is not SECOND:
                other.add(one)
    with with_it.view() as left, without.view() as never:
        assert everything(left) == everything(never)
        assert list(left.reports(ReportFilter(text="Gunmen"))) == []
        assert left.find(SECOND.incidents[0].id) == ()
        with pytest.raises(UsageError, match="no report"):
            left.reading(SECOND.document.id)


def test_a_view_is_a_snapshot(store: Store) -> None:
    with store.writer() as writer:
        writer.add(FIRST)
        with store.view() as view:
            before = everything(view)
            writer.add(SECOND)
            writer.remove(FIRST.document.id)
            assert everything(view) == before


def test_a_reading_with_loose_ends_is_not_kept(store: Store) -> None:
    with store.writer() as writer, pytest.raises(ContractError, match="no such actor"):
        writer.add(replace(FIRST, actors=()))
    with store.view() as view:
        assert list(view.reports()) == []


def test_an_incident_line_has_names_and_voices(store: Store) -> None:
    fill(store)
    with store.view() as view:
        (line,) = view.incidents(IncidentFilter(report=FIRST.document.id))
    assert (line.report.outlet, line.report.headline) == ("The Lamp", "Blast at checkpoint")
    assert (line.report.incidents, line.report.statements) == (1, 2)
    assert [(place.name, place.country) for place in line.places] == [("Sévaré", "ML")]
    assert line.target is not None
    assert line.target.actor == "Dune Front"
    (toll,) = line.tolls
    assert (toll.effect, toll.low, toll.voices[0].speakers[0].channel) == (CountEffect.KILLED, 5, "by radio")
    assert [(one.name, one.stance, one.partners) for one in line.perpetrators] == [
        ("Red Heron Brigade", Stance.CLAIMED, ("Dune Front",)),
        ("Dune Front", Stance.ACCUSED, ()),
    ]
    assert line.perpetrators[1].voice.speakers[0].name == "Interior Minister Oumar Tall"
    assert line.perpetrators[1].voice.certainty is Certainty.PROBABLE


def incidents(view: View, **chosen: object) -> set[str]:
    return {entry.id for entry in view.incidents(IncidentFilter(**chosen))}  # type: ignore[arg-type]


def test_incidents_are_chosen_by_what_is_said_of_them(store: Store) -> None:
    fill(store)
    first, second, undated = (one.incidents[0].id for one in (FIRST, SECOND, UNDATED))
    of_harbour = {incident.id for incident in harbour().incidents}
    mali = {first, second, undated}
    with store.view() as view:
        assert incidents(view) == mali | of_harbour
        assert incidents(view, kind="armed assault") & mali == {second}
        assert incidents(view, country="ML") == mali
        assert incidents(view, place="sevar") == mali
        assert incidents(view, actor="red heron brigade") == mali
        assert incidents(view, actor="the Herons", stance=Stance.ACCUSED) == set()
        assert incidents(view, actor="Dune Front", stance=Stance.ACCUSED) == mali
        assert incidents(view, actor=FIRST.actors[0].id) == {first}
        assert incidents(view, since="2031", claims=Claims.SINGLE) == {first, second}
        assert incidents(view, since="2031-05-05") == {second}
        assert incidents(view, until="2031-05-04", since="2031-05-04") == {first, second}
        assert incidents(view, until="2031-04") & mali == set()
        assert incidents(view, text="herons") == {first}
        assert incidents(view, incident=first) == {first}


def test_lists_can_be_cut(store: Store) -> None:
    with store.writer() as writer:
        for number in range(230):
            writer.add(told(f"Report {number}", published=f"2031-05-{number % 28 + 1:02}"))
    with store.view() as view:
        whole = [entry.id for entry in view.reports()]
        assert len(set(whole)) == 230
        assert [entry.id for entry in view.reports(ReportFilter(limit=5, offset=220))] == whole[220:225]
        assert [entry.id for entry in view.reports(ReportFilter(offset=229))] == whole[229:]
        assert [entry.id for entry in view.reports(ReportFilter(limit=210, offset=3))] == whole[3:213]
        assert list(view.reports(ReportFilter(limit=0))) == []
        dates = [entry.published or "" for entry in view.reports()]
        assert dates == sorted(dates)
        assert len(list(view.incidents())) == 230
        assert [one.document.id for one in view.readings()] == whole


def test_reports_are_chosen_by_origin_date_and_words(store: Store) -> None:
    fill(store)
    with store.view() as view:

        def found(**chosen: str) -> set[str]:
            return {entry.id for entry in view.reports(ReportFilter(**chosen))}  # type: ignore[arg-type]

        assert found(outlet="The Lamp") == {FIRST.document.id}
        assert found(since="2031-05-06") == {SECOND.document.id}
        assert found(until="2031-05-07", since="2031-05-05") == {FIRST.document.id, SECOND.document.id}
        assert found(until="2031-05-06", since="2031-05-05") == {FIRST.document.id}
        assert found(text="cafe burned") == {UNDATED.document.id}
        assert found(text='"burned café"') == set()
        assert found(text='"café burned"') == {UNDATED.document.id}
        assert found(text="SALLE") == {SECOND.document.id}
        assert found(text="nonesuchword") == set()


@pytest.mark.parametrize(
    "query", ["a OR b", "text: x", "it's", 'un"closed', "NEAR(a b)", "a* -b", "x & y | z !", "--", "';"]
)
def test_no_search_is_a_broken_query(store: Store, query: str) -> None:
    fill(store)
    with store.view() as view:
        if not any(letter.isalnum() for letter in query):
            with pytest.raises(UsageError, match="no word to search for"):
                list(view.reports(ReportFilter(text=query)))
        else:
            list(view.reports(ReportFilter(text=query)))


def test_claims_carry_their_speaker_and_words(store: Store) -> None:
    fill(store)
    with store.view() as view:
        (claim,) = view.claims(ClaimFilter(report=FIRST.document.id))
        assert (claim.claimant.name, claim.claimant.stance) == ("Red Heron Brigade", Stance.CLAIMED)
        assert claim.claimant.voice.speakers[0].name == "a spokesman of the brigade"
        assert [quote.text for quote in claim.evidence] == [FIRST.document.text]
        assert claim.incident == FIRST.incidents[0].id
        own = {Stance.CLAIMED, Stance.DENIED}
        assert {one.claimant.stance for one in view.claims()} <= own
        said = [entry for one in ALL for incident in one.incidents for entry in incident.perpetrators]
        assert len(list(view.claims())) == sum(entry.stance in own for entry in said)
        assert len(list(view.claims(ClaimFilter(actor="the herons")))) == 3
        assert len(list(view.claims(ClaimFilter(since="2031-05-05", actor="the herons")))) == 1
        denied = [one.claimant.stance for one in view.claims(ClaimFilter(stance=Stance.DENIED))]
        assert set(denied) == {Stance.DENIED}
    with pytest.raises(UsageError, match="claimed or denied"):
        ClaimFilter(stance=Stance.ACCUSED)


def test_statements_are_chosen_by_speaker_and_subject(store: Store) -> None:
    fill(store)
    claim, blame = FIRST.statements
    with store.view() as view:
        mine = [entry.id for entry in view.statements(StatementFilter(report=FIRST.document.id))]
        assert mine == [claim.id, blame.id]
        (line,) = view.statements(StatementFilter(about=FIRST.incidents[0].id))
        assert (line.id, line.content) == (claim.id, AboutIncident(id=FIRST.incidents[0].id))
        (line,) = view.statements(StatementFilter(about=FIRST.relations[0].id))
        assert (line.form, line.content) == (Form.DIRECT, AboutRelation(id=FIRST.relations[0].id))
        by_name = view.statements(StatementFilter(speaker="Oumar Tall", report=FIRST.document.id))
        by_words = view.statements(StatementFilter(speaker="interior minister oumar tall", report=FIRST.document.id))
        assert [one.id for one in by_name] == [one.id for one in by_words] == [blame.id]
        hedged = view.statements(StatementFilter(certainty=Certainty.PROBABLE, form=Form.DIRECT, text="herons"))
        assert [one.id for one in hedged] == [blame.id]
        for entry in view.statements():
            text = view.reading(entry.report.id).document.text
            assert all(quote.span.of(text) == quote.text for quote in entry.evidence)


def test_actors_and_relations_are_chosen_by_name(store: Store) -> None:
    fill(store)
    with store.view() as view:
        herons = list(view.actors(ActorFilter(name="heron")))
        assert [one.names for one in herons] == [("Red Heron Brigade", "the Herons")] * 3
        assert [one.id for one in view.actors(ActorFilter(actor=FIRST.actors[1].id))] == [FIRST.actors[1].id]
        (line,) = view.relations(RelationFilter(actor="the Herons", report=FIRST.document.id))
        assert (line.subject, line.kind, line.object) == ("Red Heron Brigade", RelationKind.FACTION_OF, "Dune Front")
        assert line.voices[0].speakers[0].name == "Interior Minister Oumar Tall"
        assert list(view.relations(RelationFilter(actor="Nobody"))) == []
        with pytest.raises(UsageError, match="no letter or digit"):
            list(view.actors(ActorFilter(name="—")))


def test_things_are_found_by_id_beginning_address_and_name(store: Store) -> None:
    fill(store)
    incident = FIRST.incidents[0].id
    with store.view() as view:

        def found(words: str) -> list[tuple[MatchKind, str]]:
            return [(match.kind, match.id) for match in view.find(words)]

        assert found(incident) == [(MatchKind.INCIDENT, incident)]
        assert found(incident[:15]) == [(MatchKind.INCIDENT, incident)]
        assert (MatchKind.INCIDENT, incident) in found(incident.removeprefix("incident-")[:8])
        assert found("https://lamp.example/2") == [(MatchKind.REPORT, SECOND.document.id)]
        assert {kind for kind, _ in found("the herons")} == {MatchKind.ACTOR}
        assert len(found("the herons")) == 3
        assert {kind for kind, _ in found("Sevare")} == {MatchKind.PLACE}
        assert {kind for kind, _ in found("heron brig")} == {MatchKind.ACTOR}
        assert found("at checkpoint") == [(MatchKind.REPORT, FIRST.document.id)]
        assert found("nothing like it") == []
        assert len(view.find("the herons", limit=2)) == 2
        labels = {match.label for match in view.find(incident)}
        assert labels == {"bombing, 2031-05-04"}


def test_failures_are_kept_once_and_forgotten_by_source(store: Store) -> None:
    def failure(source: str, message: str = "broken") -> Failure:
        return Failure(source=source, error="UnreadableError", message=message)

    with store.writer() as writer:
        for source in ("in/a.pdf", "in/a.pdf", "in/b.pdf", "in", "inner/c.pdf", "x%_y#2", "xAByC#2", "nul\x00"):
            writer.note_failure(failure(source))
        writer.note_failure(failure("in/a.pdf", "still broken"))
    with store.view() as view:
        kept = [entry.failure.source for entry in view.failures()]
        assert kept == ["in", "in/a.pdf", "in/a.pdf", "in/b.pdf", "inner/c.pdf", "nul\ufffd", "x%_y#2", "xAByC#2"]
        assert all(entry.at.endswith("+00:00") for entry in view.failures())
    with store.writer() as writer:
        writer.forget_failures("in/")
        writer.forget_failures("x%_y")
    with store.view() as view:
        assert [entry.failure.source for entry in view.failures()] == ["inner/c.pdf", "nul\ufffd", "xAByC#2"]


def test_huge_figures_and_nul_are_kept_in_the_reading(store: Store) -> None:
    odd = reading(document("NUL \x00 and \U0010ffff here"), killed=10**30)
    with store.writer() as writer:
        writer.add(odd)
    with store.view() as view:
        assert view.wire(odd.document.id) == dumps(odd)
        (line,) = view.statements(StatementFilter(about=odd.incidents[0].id))
        assert [quote.text for quote in line.evidence] == ["NUL \ufffd and \U0010ffff here"]
