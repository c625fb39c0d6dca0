"""The same incident over many reports: joined, kept apart, and never by the order of arrival."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.links.prose import AGENCY_ONE, AGENCY_TWO
from tests.links.tellings import Happening, Word, document, telling

from hearsay.links.match import match
from hearsay.links.traits import traits_of
from hearsay.records.actor import ActorKind
from hearsay.records.link import Linking, LinkKind, Ref, decision
from hearsay.records.reading import Reading

FIRST = "A bomb hidden in a vegetable cart exploded on Tuesday in the grain market of Tessaro"
SECOND = "Thirteen shoppers and stallholders died when explosives planted among crates of onions blew up"

MARKET = Happening(
    words=(Word(words=FIRST, killed=13),), time="2031-05-06", target="the grain market", target_kind="business"
)
ONE = telling(document(AGENCY_ONE, published="2031-05-06", outlet="Coastal Wire"), MARKET)
TWO = telling(
    document(AGENCY_TWO, published="2031-05-06", outlet="Inland News"),
    replace(MARKET, words=(Word(words=SECOND, killed=13),), target="the main market"),
)


def _report(text: str, happening: Happening, published: str = "2031-05-08", outlet: str = "Plains Herald") -> Reading:
    first = happening.words[0]
    source = document(f"Headline\n{text}", published=published, outlet=outlet)
    return telling(source, replace(happening, words=(replace(first, words=text), *happening.words[1:])))


def _groups(linking: Linking) -> set[frozenset[str]]:
    return {frozenset(member.report for member in case.members) for case in linking.cases}


def _ref(reading: Reading) -> Ref:
    return Ref(report=reading.document.id, record=reading.incidents[0].id)


def test_two_agencies_on_one_incident_make_one_case_with_reasons() -> None:
    linking = match([ONE, TWO])
    assert _groups(linking) == {frozenset({ONE.document.id, TWO.document.id})}
    (link,) = linking.links
    assert link.kind is LinkKind.SAME_INCIDENT
    levels = {reason.feature: reason.level for reason in link.reasons}
    assert levels["time"] == "same day"
    assert levels["place"] == "same town"
    assert levels["toll"] == "same, large"
    assert levels["target"] == "same words"


def test_another_day_another_town_another_country_are_other_incidents() -> None:
    text = "A bomb exploded in the grain market of the town, killing 13 traders as they were opening their stalls."
    others = [
        _report(text, replace(MARKET, time="2031-05-09"), "2031-05-09"),
        _report(text + " It was hot.", replace(MARKET, town="Harn")),
        _report(text + " It was cold.", replace(MARKET, town="Livadne")),
    ]
    linking = match([ONE, *others])
    assert len(linking.cases) == 4


def test_a_background_mention_finds_its_incident() -> None:
    later = _report(
        "In May a bomb in the grain market of Tessaro killed 13 people.",
        replace(MARKET, time="2031-05"),
        published="2031-09-01",
    )
    assert len(match([ONE, later]).cases) == 1
    other_toll = _report(
        "In May a shooting on the Tessaro road killed 55 people.",
        Happening(words=(Word(words="", killed=55),), kind="shooting", time="2031-05", target="a bus"),
        published="2031-09-01",
    )
    assert len(match([ONE, other_toll]).cases) == 2


def test_running_tallies_stay_out_of_every_case() -> None:
    tally = _report(
        "Bombings in Tessaro have killed 140 people so far this year.",
        Happening(words=(Word(words="", killed=140),), time="2031"),
    )
    linking = match([ONE, tally])
    assert _groups(linking) == {frozenset({ONE.document.id})}
    assert [excluded.member for excluded in linking.excluded] == [_ref(tally)]


def test_two_incidents_of_one_report_are_two() -> None:
    text = AGENCY_ONE + "\nAn hour later a second bomb in the grain market of Tessaro killed 13 people."
    second = replace(MARKET, words=(Word(words="An hour later a second bomb", killed=13),))
    both = telling(document(text, published="2031-05-06", outlet="Harbour Post"), MARKET, second)
    linking = match([both, TWO])
    assert len(linking.cases) == 2
    assert sorted(len(case.members) for case in linking.cases) == [1, 2]


def test_a_round_up_with_eight_incidents_joins_them_to_their_own_cases_only() -> None:
    days = [f"2031-05-{day:02}" for day in range(1, 9)]
    lines = [f"On May {n + 1} a bomb in Tessaro killed {n + 3} members of the {n}th patrol." for n in range(8)]
    single = [
        _report(line, replace(MARKET, words=(Word(words="", killed=n + 3),), time=day), "2031-05-09", f"Outlet {n}")
        for n, (day, line) in enumerate(zip(days, lines, strict=True))
    ]
    happenings = [
        replace(MARKET, words=(Word(words=line, killed=n + 3),), time=day)
        for n, (day, line) in enumerate(zip(days, lines, strict=True))
    ]
    round_up = telling(document("\n".join(["Week", *lines]), published="2031-05-10", outlet="Weekly"), *happenings)
    linking = match([*single, round_up])
    assert len(linking.cases) == 8
    assert all(len(case.members) == 2 for case in linking.cases)


def test_a_persons_word_joins_and_parts_and_can_be_taken_back() -> None:
    ends = (_ref(ONE), _ref(TWO))
    no = decision(LinkKind.SAME_INCIDENT, ends, holds=False, author="an editor", at="2031-06-01")
    assert len(match([ONE, TWO], [no]).cases) == 2
    assert match([ONE, TWO], []) == match([ONE, TWO])
    yes = decision(LinkKind.SAME_INCIDENT, ends, holds=True, author="an editor", at="2031-06-02")
    assert len(match([ONE, TWO], [no, yes]).cases) == 1
    assert len(match([ONE, TWO], [yes, no]).cases) == 1
    far = _report("A bomb exploded in Harn.", replace(MARKET, town="Harn", time="2031-01-01"))
    joined = decision(LinkKind.SAME_INCIDENT, (_ref(ONE), _ref(far)), holds=True, author="an editor", at="2031-06-01")
    assert frozenset({ONE.document.id, far.document.id}) in _groups(match([ONE, far], [joined]))


def test_decisions_that_contradict_each_other_are_shown() -> None:
    third = _report("A bomb exploded in Harn.", replace(MARKET, town="Harn", time="2031-01-01"))
    refs = [_ref(ONE), _ref(TWO), _ref(third)]
    yes = [
        decision(LinkKind.SAME_INCIDENT, (refs[a], refs[b]), holds=True, author="one", at=f"2031-06-0{a + b}")
        for a, b in ((0, 1), (1, 2))
    ]
    no = decision(LinkKind.SAME_INCIDENT, (refs[0], refs[2]), holds=False, author="other", at="2031-06-09")
    linking = match([ONE, TWO, third], [*yes, no])
    assert linking.refused == (yes[1],)


def test_same_actors_are_linked_by_name_but_not_by_a_common_word() -> None:
    claim = "The Red Heron Brigade said that it had planted the bomb."
    word = Word(words="", doer="Red Heron Brigade")
    armed = [_report(f"{claim} {n}", Happening(words=(word,)), outlet=f"Outlet {n}") for n in range(2)]
    police = [
        _report(f"It was the police. {n}", Happening(words=(Word(words="", doer="police"),)), outlet=f"Gazette {n}")
        for n in range(2)
    ]
    linking = match([*armed, *police])
    assert {ref.report for ref in linking.actors} == {reading.document.id for reading in armed}
    assert len(set(linking.actors.values())) == 1


@pytest.mark.parametrize("name", ["Gunmen", "Unidentified armed men", "two hooded men on a motorbike"])
def test_the_unnamed_doers_of_two_reports_are_no_shared_doer(name: str) -> None:
    word = Word(words="", doer=name)
    told = [_report(f"It was them. {n}", Happening(words=(word,)), outlet=f"Outlet {n}") for n in range(2)]
    assert match(told).actors == {}
    assert all(trait.doers == frozenset() for one in told for trait in traits_of(one)[0])


def test_a_body_whose_kind_one_report_leaves_open_is_still_one() -> None:
    word = Word(words="", doer="Red Heron Brigade")
    plain = [_report(f"It was them. {n}", Happening(words=(word,)), outlet=f"Outlet {n}") for n in range(2)]
    opened = replace(plain[1], actors=tuple(replace(actor, kind=ActorKind.OTHER) for actor in plain[1].actors))
    linking = match([plain[0], opened])
    assert len(linking.actors) == 2
    assert len(set(linking.actors.values())) == 1


POOL = [
    ONE,
    TWO,
    _report("Thirteen died in the grain market bombing of Tuesday in Tessaro.", MARKET),
    _report("A second bomb in Tessaro on Wednesday killed two.", replace(MARKET, time="2031-05-07")),
    _report("In May a bomb in the grain market of Tessaro killed 13.", replace(MARKET, time="2031-05"), "2031-09-01"),
    _report("A blast in Old Tessaro killed 14.", replace(MARKET, town="Old Tessaro"), outlet="Harbour Post"),
    _report("A bomb in Harn on Tuesday.", replace(MARKET, town="Harn")),
]


@settings(max_examples=60, deadline=None)
@given(st.permutations(POOL), st.integers(min_value=1, max_value=len(POOL)))
def test_linking_does_not_depend_on_the_order_of_arrival(readings: list[Reading], size: int) -> None:
    chosen = readings[:size]
    assert match(chosen) == match(sorted(chosen, key=lambda reading: reading.document.id))


def test_taking_a_report_away_leaves_no_trace() -> None:
    for left in itertools.combinations(POOL, 3):
        assert match(list(left)) == match([reading for reading in POOL if reading in left])
